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


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        # Any verb turned round with a pronoun, also behind a question.
        ("« Il pleut, s'époumonait-il sur le quai. Et il pleuvra. »", ["Il pleut", "Et il pleuvra."]),
        ("« Il pleut ? demande le marin. Encore lui ? »", ["Il pleut ?", "Encore lui ?"]),
        # A noun behind a verb of speech, with what is added about it.
        ("« Il pleut, raconte Anna Lind, marin à Sète. Il pleuvra. »", ["Il pleut", "Il pleuvra."]),
        ("« Il pleut, pestait le capitaine, Jean Roux. Il pleuvra. »", ["Il pleut", "Il pleuvra."]),
        ("« Il pleut, se plaint Lou, 7 ans. J'ai froid. »", ["Il pleut", "J'ai froid."]),
        ("« Il pleut, dit Anna Lind, et il pleuvra. »", ["Il pleut", "et il pleuvra."]),
        # What is quoted goes on, or asks.
        ("« Demain, vient-il nous voir avec sa sœur ? »", ["Demain, vient-il nous voir avec sa sœur ?"]),
        ("« Il pleut, mais le vent tombe. »", ["Il pleut, mais le vent tombe."]),
    ],
)
def test_a_french_clause_inside_the_marks_ends_with_its_apposition(text: str, parts: list[str]) -> None:
    assert [one.text for one in find_quotations(text, (), "fr")] == parts


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("Anna Lind called the plan “absurd”.", "en", ["absurd"]),
        ("Anna Lind said the engine was “bulletproof” and left.", "en", ["bulletproof"]),
        ("Anna Lind said the “temporary” bridge is old.", "en", []),
        ("Anna Lind called it by the word “freeish”.", "en", []),
        ("Die Karte sei »ein Witz« gewesen, sagte Anna Lind.", "de", ["ein Witz"]),
        ("Anna Lind a jugé la hausse « très faible ».", "fr", ["très faible"]),
        ("Ana Lind calificó el plan de «absurdo».", "es", ["absurdo"]),
    ],
)
def test_a_word_or_two_is_said_where_a_verb_of_speech_stands_beside(text: str, language: str, words: list[str]) -> None:
    quotations = found(text, "Anna Lind", "Ana Lind", language=language)
    assert [said for said, _ in quotations] == words
    assert all(speaker in ("Anna Lind", "Ana Lind") for _, speaker in quotations)


def test_reported_mood_belongs_to_who_was_spoken_of_before() -> None:
    text = "Anna Lind warf Bo Dahl Leichtsinn vor. Er habe „den Anker vergessen“."
    assert found(text, "Anna Lind", "Bo Dahl", language="de") == [("den Anker vergessen", "Anna Lind")]


def test_a_verb_without_a_subject_belongs_to_who_was_spoken_of_before() -> None:
    text = "Ana Lind dejó el puerto. Preguntada por la lluvia, respondió que “eso no es cosa suya”."
    assert found(text, "Ana Lind", language="es") == [("eso no es cosa suya", "Ana Lind")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She said trust was at ‘rock bottom’ and left.", ["rock bottom"]),
        ("She called the teachers’ plan ‘last year’s dogs’ dinner’ and left.", ["last year’s dogs’ dinner"]),
        ("She said the dogs' owners, the cats' owners and the boys left.", []),
        ("She said it was 'simply absurd' and left.", ["simply absurd"]),
    ],
)
def test_single_marks_close_behind_a_word(text: str, expected: list[str]) -> None:
    assert [text[one.start : one.end] for one in stretches(text)] == expected


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“It rains,” grinned an elderly man on the quay.", "an elderly man"),
        ("“It rains,” said its director, Dr Anna Lind.", "Anna Lind"),
        ("“It rains hard,” which opened on Friday, tells the story of Anna Lind.", None),
        ("Anna Lind went out. “I met Bo Dahl, it rains,” she said.", "Anna Lind"),
        ("Bo Dahl came. Marcy Roe, whose son had drowned, came too. “It rains,” she said.", "Marcy Roe"),
        ("It is what the Moss people then described as “a very long rain”.", "the Moss people"),
        ("Anna Lind, 34, came late. “It rains,” the 34-year-old said.", "Anna Lind"),
        ("Anna Lind came late. “It rains,” the judge said.", "the judge"),
    ],
)
def test_who_is_meant_behind_nouns_and_titles(text: str, speaker: str | None) -> None:
    assert [said for _, said in found(text, "Anna Lind", "Bo Dahl", "Marcy Roe")] == [speaker]


@pytest.mark.parametrize(("people", "name"), [("Swede", "Anna Lind"), ("Swedes", "Swedes")])
def test_one_of_a_people_is_a_person(people: str, name: str) -> None:
    text = f"Anna Lind won. “It rained,” the {people} said."
    (one,) = find_quotations(text, (entity(text, "Anna Lind"), entity(text, people, "NORP")), "en")
    assert one.speaker is not None
    assert one.speaker.name == name


def test_a_headline_has_the_speaker_of_the_same_words() -> None:
    text = "“It rains and rains”\n\nBo Dahl came. “No,” he said.\n\n“It rains and rains here,” Anna Lind said."
    assert found(text, "Anna Lind", "Bo Dahl")[0][1] == "Anna Lind"
    text = "“We drowned”\n\nBo Dahl came. “No,” he said.\n\n“It rains and rains here,” Anna Lind said."
    assert found(text, "Anna Lind", "Bo Dahl")[0][1] is None


def test_question_and_answer_go_by_turns() -> None:
    text = "“Does it rain?” Bo Dahl asked.\n\n“Yes,” Anna Lind said.\n\n“How much?”\n\n“Not very much.”"
    names = [speaker for _, speaker in found(text, "Anna Lind", "Bo Dahl")]
    assert names == ["Bo Dahl", "Anna Lind", "Bo Dahl", "Anna Lind"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("山岸恵子さん(27)は「雨が降っている」と述べた。", [("雨が降っている", "山岸恵子")]),
        (
            "山岸恵子市長は「雨が降っている」と述べた。その上で「傘がない」と強調した。",
            [("雨が降っている", "山岸恵子"), ("傘がない", "山岸恵子")],
        ),
        (
            "「雨が降っている」。弟子の一人、山岸恵子さんはそう話す。「傘がないので困っています」",
            [("雨が降っている", "山岸恵子"), ("傘がないので困っています", "山岸恵子")],
        ),
        ("閣僚の一人は「雨が降っている」と述べた。", [("雨が降っている", "閣僚の一人")]),
    ],
)
def test_japanese_ages_and_subjects_left_out(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text, language="ja") == expected
