from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from pipeline.core.clean import Cleaner
from pipeline.core.clean.lines import split_lines
from pipeline.core.learn.known import Evidence
from pipeline.core.learn.lines import key_of
from pipeline.core.learn.removing import without_recurring
from pipeline.core.learn.sightings import sighting
from pipeline.core.reasons import Mark, RemovedReason
from pipeline.core.records import CleanArticle, RawArticle
from pipeline.core.steps.records import clean_record

CLEANER = Cleaner()
BODY = [
    "The ferry will cross the strait twice a day from June, the harbour office said on Tuesday.",
    "Fares stay as they are until the second boat has been overhauled, which the yard expects to take a year.",
    "Islanders had asked for a third crossing, which the council found too dear.",
]


def known(*texts: str) -> dict[str, Evidence]:
    return {key_of(text): Evidence(4, 5) for text in texts}


def cleaned(text: str, what: dict[str, Evidence], *, max_cut_share: float = 1.0) -> CleanArticle:
    found = CLEANER.clean(text)
    record = clean_record(RawArticle(id="a", text=text, source="Courier"), found, CLEANER.component)
    told = sighting("Courier", "a", found)
    return record if told is None else without_recurring(record, told, "v1", what, max_cut_share)


def check(text: str, record: CleanArticle) -> None:
    """Promise 2: whole lines only, each kept one at its place in the original, every other one listed."""
    original = {line.number: line for line in split_lines(text)}
    kept = [original[paragraph.line] for paragraph in record.paragraphs]
    assert record.text == "\n\n".join(line.text for line in kept)
    for paragraph, line in zip(record.paragraphs, kept, strict=True):
        assert text.startswith(line.text, paragraph.offset)
        assert record.text.startswith(line.text, paragraph.start)
    assert all(original[removed.line].text == removed.text for removed in record.removed)
    together = [*(p.line for p in record.paragraphs), *(r.line for r in record.removed)]
    assert sorted(together) == sorted(original)
    assert [removed.line for removed in record.removed] == sorted(removed.line for removed in record.removed)


def test_a_line_that_recurs_goes_with_its_evidence() -> None:
    text = "\n\n".join([*BODY[:2], "Harbour Letter: 12 new stories", BODY[2]])
    record = cleaned(text, known("Harbour Letter: 7 new stories"))
    check(text, record)
    (removed,) = [line for line in record.removed if line.reason is RemovedReason.RECURRING]
    assert (removed.text, removed.line, removed.seen, removed.of) == ("Harbour Letter: 12 new stories", 4, 4, 5)
    assert record.learned == "v1"
    assert removed.text not in record.text


def test_headline_byline_and_dateline_stay() -> None:
    text = "\n\n".join(["Two crossings a day", "By Ada Byron", "Valparaiso, 3 March - " + BODY[0], *BODY[1:]])
    record = cleaned(text, known("Two crossings a day", "By Ada Byron"))
    assert record.text.startswith("Two crossings a day\n\nBy Ada Byron")


def test_a_scrap_of_a_broken_sentence_stays() -> None:
    text = "\n\n".join(
        [BODY[0], "According to the", "Harbour Office", "the boat is sound and will sail in June.", BODY[1]]
    )
    record = cleaned(text, known("Harbour Office"))
    assert "Harbour Office" in record.text


def test_an_article_of_which_only_scraps_would_be_left_keeps_its_lines() -> None:
    text = "\n\n".join([*BODY, "Two crossings"])
    record = cleaned(text, known(*BODY))
    assert all(line in record.text for line in BODY)


def test_a_large_cut_is_marked() -> None:
    text = "\n\n".join(BODY)
    assert Mark.LARGE_CUT in cleaned(text, known(*BODY[:2]), max_cut_share=0.3).marks
    assert Mark.LARGE_CUT not in cleaned(text, known(*BODY[:1]), max_cut_share=0.9).marks


_lines = st.sampled_from(
    [*BODY, "Advertisement", "Harbour Letter", "the", "of", "  ", "", "— ☼ —", "By Ada Byron", "相关阅读"]
)


@given(
    st.lists(_lines, max_size=25),
    st.sampled_from(["\n", "\r\n", "\n\n"]),
    st.lists(_lines.filter(str.strip), max_size=5),
)
def test_whatever_recurs_promise_2_holds(lines: Sequence[str], between: str, recurring: Sequence[str]) -> None:
    text = between.join(lines)
    record = cleaned(text, known(*recurring))
    check(text, record)
    assert bool(record.text) == bool(split_lines(text))


def test_an_article_in_one_line_stays_as_it_is() -> None:
    text = " ".join([*BODY, "Harbour Letter: 12 new stories."])
    record = cleaned(text, known(text, BODY[0], "Harbour Letter: 7 new stories."))
    assert all(line.reason is not RemovedReason.RECURRING for line in record.removed)
    assert Mark.SINGLE_LINE in record.marks
