"""Promise 2: whole lines only, kept text is the original's own, and every removed line is listed."""

import sys
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pipeline.core.clean import Cleaned, Cleaner
from pipeline.core.clean.lines import split_lines
from pipeline.core.reasons import Mark

CLEANER, OTHER = Cleaner(), Cleaner()

# Any code point at all, lone surrogates and NUL included, with line breaks of every kind often enough to matter.
_characters = st.one_of(
    st.integers(0, sys.maxunicode).map(chr),
    st.sampled_from(
        ["\n", "\r", "\r\n", "\n\n", " ", "\t", "\u2028", "\x85", "\x0c", "\u202e", "\u200b", "\x00", "\ud800"]
    ),
)
_anything = st.lists(_characters, max_size=200).map("".join)
_lines = st.sampled_from(
    [
        "The council met on Tuesday and decided, after three hours, that the bridge would be repaired before winter.",
        "“We had no choice,” said the mayor, who voted against it.",
        "Council Votes for New Bridge",
        "Advertisement",
        "Related articles",
        "Share on Facebook",
        "© 2024 The Ledger. All rights reserved.",
        "London, 16 Feb - It rained.",
        "By Ada Byron",
        "مریم احمدی",
        "   ",
        "",
        "8 Comments",
    ]
)
_articles = st.tuples(
    st.lists(_lines, max_size=40), st.sampled_from(["\n", "\r\n", "\r", "\n\n", " ", "   ", "\\n", "\u2028"])
).map(lambda parts: parts[1].join(parts[0]))


def check(text: str, cleaned: Cleaned) -> None:
    original = split_lines(text)
    assert (len(original) == 1) == (Mark.SINGLE_LINE in cleaned.marks)
    if len(original) == 1:
        check_one_line(text, cleaned)
        return
    numbers = {line.number: line for line in original}
    kept = [numbers[paragraph.line] for paragraph in cleaned.paragraphs]
    assert cleaned.text == "\n\n".join(line.text for line in kept)
    for paragraph, line in zip(cleaned.paragraphs, kept, strict=True):
        assert text.startswith(line.text, paragraph.offset)
        assert cleaned.text.startswith(line.text, paragraph.start)
        assert paragraph.offset == line.offset
    for removed in cleaned.removed:
        assert (removed.text, removed.offset) == (numbers[removed.line].text, numbers[removed.line].offset)
    together = sorted([p.line for p in cleaned.paragraphs] + [r.line for r in cleaned.removed])
    assert together == [line.number for line in original]
    assert all(0 <= removed.score <= 1 for removed in cleaned.removed)
    assert bool(cleaned.text) == bool(original)


def check_one_line(text: str, cleaned: Cleaned) -> None:
    """What is kept and what went make up the line, but for white space; all of it stands where it says."""
    starts = [paragraph.start for paragraph in cleaned.paragraphs]
    ends = [start - 2 for start in starts[1:]] + [len(cleaned.text)]
    kept = [cleaned.text[start:end] for start, end in zip(starts, ends, strict=True)]
    assert cleaned.text == "\n\n".join(kept)
    parts = [(paragraph.offset, part) for paragraph, part in zip(cleaned.paragraphs, kept, strict=True)]
    parts += [(removed.offset, removed.text) for removed in cleaned.removed]
    parts.sort()
    assert all(text.startswith(part, offset) for offset, part in parts)
    assert all(one[0] + len(one[1]) <= other[0] for one, other in pairwise(parts))
    assert "".join("".join(part.split()) for _, part in parts) == "".join(text.split())
    assert {*(p.line for p in cleaned.paragraphs), *(r.line for r in cleaned.removed)} == {split_lines(text)[0].number}
    assert cleaned.text


@given(_anything)
@example("")
@example("\r\n\r\n")
@example("\ud800\n\udfff\n\x00")
@example("a\rb\r\nc\nd")
def test_any_text_at_all(text: str) -> None:
    check(text, CLEANER.clean(text))


@given(_articles)
@settings(max_examples=200)
def test_articles_of_all_sorts(text: str) -> None:
    check(text, CLEANER.clean(text))


@given(_articles, st.text(max_size=80))
def test_a_title_changes_nothing_about_that(text: str, title: str) -> None:
    cleaned = CLEANER.clean(text, title=title)
    check(text, cleaned)
    assert cleaned.title == title


@given(_anything)
def test_the_same_text_gives_the_same_record(text: str) -> None:
    assert CLEANER.clean(text) == OTHER.clean(text)


@given(st.lists(st.tuples(st.one_of(_anything, _articles), st.one_of(st.none(), st.text(max_size=20))), max_size=12))
@settings(max_examples=200, deadline=None)
def test_an_article_is_cleaned_the_same_in_any_company(articles: list[tuple[str, str | None]]) -> None:
    alone = [CLEANER.clean(text, title=title) for text, title in articles]
    assert CLEANER.clean_many(articles) == alone
    assert CLEANER.clean_many(articles[::-1]) == alone[::-1]


def test_more_articles_than_are_scored_at_once() -> None:
    articles = [(f"It rained on day {number}.\nMore rain\nShare on Facebook", None) for number in range(1_200)]
    assert CLEANER.clean_many(articles) == [CLEANER.clean(text) for text, _ in articles]


@given(st.one_of(_anything, _articles))
def test_explaining_covers_every_line(text: str) -> None:
    explained = [line.text for line in CLEANER.explain(text)]
    if len(split_lines(text)) == 1:
        assert "".join("".join(explained).split()) == "".join(text.split())
    else:
        assert explained == [line.text for line in split_lines(text)]


@given(st.one_of(_anything, _anything.map(lambda text: f"<html><body><p>{text}</p></body></html>")))
@settings(max_examples=50, deadline=None)
def test_any_page_at_all(page: str) -> None:
    CLEANER.clean_html(page)


@pytest.mark.parametrize(
    "text",
    [
        "word " * 400_000,
        "a\n" * 300_000,
        "The same line again and again.\r\n" * 60_000,
        "\n" * 1_000_000,
        "x" * 2_000_000 + "\n" + "London, 16 Feb - " * 50_000,
    ],
    ids=["one line", "tiny lines", "equal lines", "no lines", "huge lines"],
)
def test_large_texts(text: str) -> None:
    check(text, CLEANER.clean(text))


def test_one_line_is_marked_whatever_it_holds() -> None:
    assert CLEANER.clean("x" * 1_000_000).marks == (Mark.SINGLE_LINE,)
