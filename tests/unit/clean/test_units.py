"""What is judged at once: sentences of a text in one line, paragraphs of a wrapped one, lines of any other."""

import textwrap
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.core.clean import Caution, Cleaner
from pipeline.core.clean.lines import split_lines
from pipeline.core.clean.units.fragments import fragments
from pipeline.core.clean.units.openers import openers
from pipeline.core.clean.units.sentences import sentences
from pipeline.core.clean.units.units import read
from pipeline.core.clean.units.wrapped import wrapped
from pipeline.core.reasons import RemovedReason

DATA = Path(__file__).parents[2] / "data" / "clean"
CLEANERS = {caution: Cleaner(caution=caution) for caution in Caution}
CLEANER = CLEANERS[Caution.BALANCED]
ENGLISH = openers("the cat is on the roof of the house and it was in the rain")
TAIL = (
    "Latest News Ferry Strike Ends After Talks Minister Opens Longest Tunnel Why Lemons Cost More This Spring"
    " Festival Moves To Old Harbour Share on Facebook Subscribe to our newsletter"
)


def parts(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text, openers(text) or ENGLISH)]


@pytest.mark.parametrize(
    "marked",
    [
        "Mr. Lowe met Dr. Ahn in the U.S. capital.|It rained.",
        "The firm, Lowe & Sons Inc., paid 3.5 million.|No. 5 was sold by J. K. Lowe.",
        "They met at 5 p.m. on Friday.|The talks went on until 6 a.m.|He left.",
        '"Why now?" she asked.|"Nobody knows."|Then they left.',
        "He said no.|“We tried,” she added.|It was late …|Much later",
        "Am 3. Mai kam er, z. B. mit Dr. Weiß.|„Nein!“|Der 2. Zug fuhr nicht, und es war spät.",
        "M. Petit, né le 1er mai, est arrivé.|« Enfin ! » dit-il.|Il est tard.",
        "El Sr. Ruiz llegó a las 5.|¿Quién lo vio?|¡Nadie!|La ciudad dormía.",
        "橋が開いた。|「うれしい。」と市長は言った。|式典は五月だ",
        "桥开通了。|真的吗？|他们都很高兴！",
        "پل باز شد.|چه کسی آمد؟|همه آمدند",
        "पुल खुल गया।|सब आए।",
        "It rained on Sunday.|The roof held",
    ],
)
def test_sentences(marked: str) -> None:
    text = marked.replace("|", "" if ord(marked[0]) in range(0x3040, 0x9FFF) else " ")
    assert parts(text) == marked.split("|")


def test_a_break_that_was_lost_between_two_words_ends_a_sentence() -> None:
    assert parts("It rained all night.The roof held.") == ["It rained all night.", "The roof held."]


def test_what_stood_for_a_line_break_ends_a_sentence() -> None:
    assert parts("Rain at last\\nIt rained.\u2028More   rain") == ["Rain at last\\n", "It rained.", "More", "rain"]


@given(st.text(max_size=300))
def test_sentences_cover_everything_but_white_space(text: str) -> None:
    spans = sentences(text, ENGLISH)
    assert all(start < end for start, end in spans)
    assert "".join("".join(text[start:end].split()) for start, end in spans) == "".join(text.split())


@given(
    st.lists(st.sampled_from(["The", "rain", "Read", "more", "Advertisement", "in", "Rome", "広告", "it."]), min_size=1)
)
def test_fragments_cover_a_sentence(words: list[str]) -> None:
    sentence = " ".join(words)
    found = [sentence[start:end] for start, end in fragments(sentence, ENGLISH)]
    assert " ".join(found) == sentence


@pytest.mark.parametrize(
    "marked",
    [
        "The rain in Rome was the worst since the flood of 1966.",
        "Advertisement|The rain went on until the end of the week.",
        "It was late|Read more|The rain went on, they said.",
        "Rain ends drought in the south|The rain came late for the farmers.",
        "雨が降る|広告|橋が開く",
        # What stands between two of them is parted as well.
        "Latest News|Ferry Strike Ends After Long Talks Minister Opens Longest|Tunnel Why Lemons Cost More This Spring"
        "|Share on Facebook|Subscribe to our newsletter",
        "Read more|Rain ends drought in the south|The rain came late for the farmers|Share on Facebook",
        # A sentence goes on behind a common word.
        "The minister was mocked in Social Media Monday, and nobody in the house said why.",
    ],
)
def test_fragments(marked: str) -> None:
    sentence = marked.replace("|", " ")
    found = [sentence[start:end] for start, end in fragments(sentence, ENGLISH)]
    assert found == marked.split("|")


def test_headlines_without_stops_are_parted_into_pieces_as_long_as_lines() -> None:
    found = [TAIL[start:end] for start, end in fragments(TAIL, ENGLISH)]
    assert all(len(piece.split()) <= 14 for piece in found)
    assert len(found) >= 5


def test_a_word_begins_sentences_in_its_own_language_only() -> None:
    sentence = "It began before World War and ended with the rain in the south."
    assert list(fragments(sentence, openers(sentence))) == [(0, len(sentence))]


def body(name: str) -> list[str]:
    return [line for line in (DATA / name).read_text(encoding="utf-8").splitlines() if line.strip()]


@pytest.mark.parametrize("name", ["french.txt", "german.txt", "spanish.txt", "persian.txt", "list_at_the_end.txt"])
@pytest.mark.parametrize("caution", [Caution.CAUTIOUS, Caution.BALANCED])
def test_an_article_in_one_line_loses_nothing(name: str, caution: Caution) -> None:
    cleaned = CLEANERS[caution].clean(" ".join(body(name)))
    assert cleaned.removed == ()
    assert cleaned.text.split() == " ".join(body(name)).split()


def test_clutter_below_an_article_in_one_line_goes() -> None:
    text = " ".join([*body("related_list.txt")[:-6], TAIL])
    cleaned = CLEANER.clean(text)
    assert {word for removed in cleaned.removed for word in removed.text.split()} == set(TAIL.split())
    assert all(text[one.offset : one.offset + len(one.text)] == one.text for one in cleaned.removed if one.offset)
    assert cleaned.text.split() == text.removesuffix(TAIL).split()


@pytest.mark.parametrize("name", ["french.txt", "german.txt", "spanish.txt", "persian.txt"])
@pytest.mark.parametrize("width", [60, 70, 80])
@pytest.mark.parametrize("parted", ["\n\n", "\n"])
@pytest.mark.parametrize("caution", list(Caution))
def test_a_wrapped_article_loses_nothing(name: str, width: int, parted: str, caution: Caution) -> None:
    text = parted.join(textwrap.fill(paragraph, width) for paragraph in body(name))
    assert wrapped(split_lines(text)) is not None
    assert CLEANERS[caution].clean(text).removed == ()


def test_a_wrapped_text_is_judged_by_the_paragraph_and_kept_by_the_line() -> None:
    text = "\n\n".join(textwrap.fill(paragraph, 64) for paragraph in body("related_list.txt"))
    given_as = read(text)
    assert [unit.text for unit in given_as.units] == body("related_list.txt")
    assert [piece.text for piece in given_as.pieces] == [line.text for line in split_lines(text)]
    assert CLEANER.clean(text).removed[0].text in body("related_list.txt")[-6:]
    assert len(CLEANER.clean(text).removed) == len(CLEANER.clean("\n\n".join(body("related_list.txt"))).removed)


def test_short_lines_around_a_paragraph_are_not_taken_for_wrapped() -> None:
    paragraph = "The last keeper of the lighthouse of Skerry Head handed over his keys on Friday after forty winters."
    short = [
        "He did not want a party.",
        "A machine now does the work.",
        "The lamp is tested in June.",
        "More from Local",
    ]
    text = [
        "Lighthouse keeper retires at 81",
        paragraph,
        *short,
        "Ferry strike ends after talks",
        "Why lemons cost more",
    ]
    assert wrapped(split_lines("\n\n".join(text))) is None


@pytest.mark.parametrize("name", sorted(path.name for path in DATA.glob("*.txt")))
def test_a_text_by_paragraphs_is_not_taken_for_wrapped(name: str) -> None:
    assert wrapped(split_lines((DATA / name).read_text(encoding="utf-8"))) is None


def test_furniture_in_one_line_goes_by_itself_and_the_rest_of_a_sentence_in_one_piece() -> None:
    text = " ".join([*body("related_list.txt")[:-6], TAIL])
    headlines = TAIL.removeprefix("Latest News ").partition(" Share on")[0]
    removed = CLEANER.clean(text).removed
    assert [(one.text, one.reason) for one in removed if one.text != headlines] == [
        ("Latest News", RemovedReason.RELATED_HEADLINE),
        ("Share on Facebook", RemovedReason.SHARE_OR_FOLLOW),
        ("Subscribe to our newsletter", RemovedReason.NEWSLETTER),
    ]
    assert [one.offset for one in removed if one.text == headlines] == [text.index(headlines)]


def test_short_sentences_in_one_line_are_judged_together() -> None:
    sentences = ["The keeper of Skerry Head handed over his keys on Friday after forty winters on the rock, and slept."]
    sentences += ["He did not want a party.", "A machine does the work.", "Share on Facebook", "It rained."]
    given_as = read(" ".join(sentences))
    assert [piece.text for piece in given_as.pieces] == sentences
    assert [unit.text for unit in given_as.units] == [" ".join(sentences[:3]), *sentences[3:]]
    assert list(given_as.unit_of) == [0, 0, 0, 1, 2]


@pytest.mark.parametrize(
    ("name", "tail"),
    [
        ("related_list.txt", "Latest News Ferry Strike Ends After Talks Share on Facebook"),
        ("french.txt", "À lire aussi Le pont de la ville rouvre en mai Partager sur Facebook"),
        ("spanish.txt", "Te puede interesar El puente reabre tras nueve meses Compartir en Facebook"),
        ("german.txt", "Lesen Sie auch Warum Brot in diesem Winter teurer wird Auf Facebook teilen"),
    ],
)
def test_a_headline_between_furniture_in_one_line_goes(name: str, tail: str) -> None:
    article = body(name)[:-6] if name == "related_list.txt" else body(name)
    cleaned = CLEANER.clean(" ".join([*article, tail]))
    assert " ".join(removed.text for removed in cleaned.removed) == tail
