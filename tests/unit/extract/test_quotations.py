"""Quotations: which marks hold speech, and who speaks."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.evaluate_quotations import Score, evaluate
from benchmarks.quotation_texts import HELD, read_texts
from pipeline.core.extract import Extractor
from pipeline.core.extract.quotations import find_quotations
from pipeline.core.extract.quotations.marks import stretches
from pipeline.core.languages import LANGUAGES
from pipeline.core.records import Entity, Quotation, Span


def entity(text: str, name: str, label: str = "PERSON") -> Entity:
    """An entity with all places where its name, or the last word of it, stands."""
    short = name.rsplit(maxsplit=1)[-1]
    spans, at = [], 0
    while (at := text.find(short, at)) >= 0:
        start = at - (len(name) - len(short)) if text[: at + len(short)].endswith(name) else at
        spans.append(Span(start, at + len(short), text[start : at + len(short)]))
        at += len(short)
    return Entity(name, label, len(spans), tuple(spans))


def found(text: str, *names: str, language: str = "en") -> list[tuple[str, str | None]]:
    """Words and speakers of the quotations in a text that names `names`."""
    entities = tuple(entity(text, name) for name in names)
    quotations = find_quotations(text, entities, language)
    check(text, quotations)
    for one in quotations:
        if one.speaker is not None and one.speaker.entity is not None:
            assert entities[one.speaker.entity].name == one.speaker.name
    return [(one.text.rstrip(",."), one.speaker.name if one.speaker else None) for one in quotations]


def check(text: str, quotations: tuple[Quotation, ...]) -> None:
    """What holds for the quotations of any text."""
    last = 0
    for one in quotations:
        assert text[one.start : one.end] == one.text != ""
        assert one.start >= last
        last = one.end
        if one.speaker is not None:
            assert 0 <= one.speaker.start < one.speaker.end <= len(text)
            assert one.speaker.name


@pytest.mark.parametrize(
    "text",
    [
        "“It rains,” Anna Lind said.",
        "“It rains,” said Anna Lind, who was wet.",
        "“It rains,” Anna Lind, a sailor from Moss, told reporters.",
        "Anna Lind said: “It rains.”",
        "Anna Lind told the crowd that “it rains again”.",
        'According to Anna Lind, "it rains again".',
        "Anna Lind nodded. “It rains.”",
        "The forecast was called “a very sad joke” by Anna Lind.",
        "Anna Lind waved it away, calling it “just a little rain”.",
        "“It rains,” said the minister, Anna Lind.",
        "“It rains,” a wet Anna Lind said.",
        "The trip to Moss, which Bo Dahl had planned, is off, Anna Lind said, because “it just rains”.",
    ],
)
def test_who_speaks_is_named_before_behind_or_around(text: str) -> None:
    ((_, speaker),) = found(text, "Anna Lind", "Bo Dahl")
    assert speaker == "Anna Lind"


def test_a_quotation_in_two_parts_has_one_speaker() -> None:
    text = "“It rains,” Anna Lind said, “and it will rain on.” Bo Dahl agreed. “It does.”"
    assert found(text, "Anna Lind", "Bo Dahl") == [
        ("It rains", "Anna Lind"),
        ("and it will rain on", "Anna Lind"),
        ("It does", "Bo Dahl"),
    ]


def test_an_entity_may_be_called_like_a_pronoun() -> None:
    assert found("“We go on,” She said on Monday.", "She") == [("We go on", "She")]


def test_a_following_quotation_carries_on() -> None:
    text = "“It rains,” Anna Lind said. “We stay in port.”\n\n“The boats are wet.”"
    assert [speaker for _, speaker in found(text, "Anna Lind")] == ["Anna Lind"] * 3


def test_a_pronoun_is_who_it_fits() -> None:
    text = "Anna Lind met Robert Dahl. “It rains,” she said. “Let it,” he replied."
    assert [speaker for _, speaker in found(text, "Anna Lind", "Robert Dahl")] == ["Anna Lind", "Robert Dahl"]


def test_the_speaker_is_placed_where_it_is_named_beside_the_quotation() -> None:
    text = "Minister Anna Lind came late. “It rains,” the minister explained."
    (one,) = find_quotations(text, (entity(text, "Anna Lind"),), "en")
    assert one.speaker is not None
    assert (one.speaker.name, text[one.speaker.start : one.speaker.end]) == ("Anna Lind", "the minister")
    assert (one.speaker.entity, one.cue) == (0, "explained")


def test_somebody_who_is_no_entity_is_given_as_the_text_has_it() -> None:
    assert found("“It rains,” said a woman from Moss.") == [("It rains", "a woman")]


@pytest.mark.parametrize(
    "text",
    [
        "The “temporary” bridge is old.",
        "The film “Winter Wheat” opens on Friday, the theatre said.",
        "The so-called “early bird” offer ends.",
        'Its hull is 12" thick and its mast 40" wide.',
        "It's the workers' right, the owners' wish and the boys' fate.",
    ],
)
def test_titles_and_words_held_at_a_distance_are_not_said(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "language", "speaker"),
    [
        ("„Es regnet“, sagte Anna Lind.", "de", "Anna Lind"),
        ("»Es regnet«, sagte Ministerin Anna Lind.", "de", "Anna Lind"),
        ("« Il pleut », a déclaré Anna Lind.", "fr", "Anna Lind"),
        ("« Il pleut, dit Anna Lind. Et il pleuvra. »", "fr", "Anna Lind"),
        ("«Llueve otra vez», dijo Ana Lind.", "es", "Ana Lind"),
        ("«Piove ancora», ha detto Anna Lind.", "it", "Anna Lind"),
        ("“Het regent weer”, zei Anna Lind.", "nl", "Anna Lind"),
        ("“Chove outra vez”, disse Ana Lind.", "pt", "Ana Lind"),
        ("山岸恵子市長は「雨が降っている」と述べた。", "ja", "山岸恵子"),
        ("「雨が降っている」と山岸恵子市長は述べた。", "ja", "山岸恵子"),
    ],
)
def test_languages_and_their_marks(text: str, language: str, speaker: str) -> None:
    quotations = found(text, language=language)
    assert quotations
    assert {name for _, name in quotations} == {speaker}


def test_a_quotation_over_paragraphs_is_one() -> None:
    text = "Anna Lind wrote: “It rains.\n\n“It will rain.\n\n“It has always rained.”\n\nThen she left."
    assert [(stretch.start, stretch.end) for stretch in stretches(text)] == [(18, text.index("”"))]
    assert [speaker for _, speaker in found(text, "Anna Lind")] == ["Anna Lind"]


def test_of_nested_marks_the_outermost_count() -> None:
    text = "“He said, ‘It rains,’ and left,” Anna Lind said."
    assert found(text, "Anna Lind") == [("He said, ‘It rains,’ and left", "Anna Lind")]


def test_a_mark_that_is_never_closed_swallows_nothing() -> None:
    text = 'The 12 "inch single sold out.\n\n“It rains,” Anna Lind said.'
    assert found(text, "Anna Lind") == [("It rains", "Anna Lind")]


def test_a_language_without_words_of_speech_has_quotations_without_speakers() -> None:
    assert found("“Plou i plou i no para mai de ploure.”", language="ca") == [
        ("Plou i plou i no para mai de ploure", None)
    ]


PIECES = st.sampled_from(
    [
        *"“”„«»「」『』‘’\"'\n,.?:!",
        " ",
        "\n\n",
        " said ",
        " he ",
        "Anna Lind",
        " told ",
        "It rains",
        "、は",
        "と述べた",
        "dit-elle",
        "\x00",
    ]
)


@settings(max_examples=300, deadline=None)
@given(
    text=st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=200),
    language=st.sampled_from([*LANGUAGES, None, "xx"]),
)
def test_any_text_gives_exact_offsets_in_order(text: str, language: str | None) -> None:
    check(text, find_quotations(text, (), language))
    check(text, find_quotations(text, (entity(text, "Anna Lind"),) if "Lind" in text else (), language))


def test_the_sixty_texts(extractor: Extractor) -> None:
    total = sum((score for _, score, _ in evaluate(extractor, read_texts())), Score())
    assert total.marked > 250
    assert total.f1 > 0.95
    assert total.speakers > 0.85 * total.right


def test_the_held_articles_are_marked_whole():
    texts = read_texts(HELD)

    assert (len(texts), sum(len(text.quotations) for text in texts)) == (50, 449)
    for text in texts:
        before = "\"'“‘„«»「" + (".," if text.language == "fr" else "")  # « …, dit-elle. … »
        assert not set("{}@") & set(text.text), text.id
        for own in text.quotations:
            assert text.text[: own.start].rstrip("\u00a0 ")[-1] in before, (text.id, own)
