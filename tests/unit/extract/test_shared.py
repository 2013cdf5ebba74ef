"""What the passes share, against plain ways to do the same."""

import re
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from pipeline.core.extract.gazetteer import Gazetteer
from pipeline.core.extract.resolve.article import Article, Found, Names, Word, without_overlaps
from pipeline.core.extract.resolve.passes.capitals import _LETTERS, _UPPER, _count
from pipeline.core.extract.resolve.patterns import NAME, behind
from pipeline.core.extract.resolve.seen import seen
from pipeline.core.extract.resolve.votes import winner

WORDS = st.sampled_from(
    ["town", "village", "of", "the", "Halden", "Oslo", "Bank", "Moe", "Lind", "in", ".", "\n", "sub-town", "U.S.", "É"]
)
TEXTS = st.lists(WORDS, max_size=40).map(" ".join)
SPANS = st.lists(
    st.builds(
        lambda start, length, label: Found(start, start + length, label),
        st.integers(0, 30),
        st.integers(1, 8),
        st.sampled_from(["PERSON", "ORG"]),
    ),
    max_size=12,
)


@given(SPANS)
def test_of_overlapping_spans_the_longest_then_the_first_is_kept(spans: list[Found]) -> None:
    kept: list[Found] = []
    for span in sorted(set(spans), key=lambda one: (one.start, -one.end, one.label)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
        elif span.end - span.start > kept[-1].end - kept[-1].start:
            kept[-1] = span
    assert without_overlaps(iter(spans)) == kept
    assert without_overlaps(kept) == kept


@given(TEXTS)
def test_nouns_are_found_before_a_name_as_one_pattern_finds_them(text: str) -> None:
    heads = frozenset({"town", "village", "Bank"})
    whole = re.compile(rf"\b(?:town|village|Bank)( of (?:the )?{NAME}(?: {NAME}){{0,2}})")
    tail = re.compile(rf" of (?:the )?{NAME}(?: {NAME}){{0,2}}")
    assert [(start, match.span()) for start, match in behind(heads, tail, text)] == [
        (match.start(), match.span(1)) for match in whole.finditer(text)
    ]


@given(TEXTS, st.sets(st.sampled_from(["Halden", "Halden Oslo", "Bank of Halden", "Bank", "U.S."])), st.booleans())
def test_names_are_found_where_they_stand_the_longest_first(text: str, names: set[str], prepared: bool) -> None:
    article = Article(text, Gazetteer.load())
    labels = dict.fromkeys(names, "ORG")
    number, expected = 0, []
    while number < len(article.words):
        fitting = [
            length
            for length in range(1, 4)
            if number + length <= len(article.words)
            and text[article.words[number].start : article.words[number + length - 1].end] in names
        ]
        if fitting:
            last = article.words[number + max(fitting) - 1]
            expected.append(Found(article.words[number].start, last.end, "ORG"))
        number += max(fitting, default=1)
    assert list(article.occurrences(Names(labels) if prepared else labels)) == expected


@given(st.text(max_size=60))
def test_capitals_are_counted_as_python_counts_them(line: str) -> None:
    assert _count(line, _UPPER, str.isupper) == sum(map(str.isupper, line))
    assert _count(line, _LETTERS, str.isalpha) == sum(map(str.isalpha, line))


@given(st.lists(st.sampled_from(["PERSON", "ORG", "GPE", "DATE"]), min_size=1))
def test_the_first_of_the_most_frequent_labels_wins(labels: list[str]) -> None:
    article = Article("Lind", Gazetteer.load())
    counted = seen(article, [Found(0, 4, label) for label in labels]).votes
    named = Counter(label for label in labels if label != "DATE")
    assert counted == ({"Lind": dict(named)} if named else {})
    if named:
        assert winner(counted["Lind"]) == named.most_common(1)[0][0]


@given(st.text("aB1.&-'’sS \n_é漢😀\u0301", max_size=60))
def test_a_text_has_the_same_words_with_letters_beyond_the_basic_plane_behind_it(text: str) -> None:
    alone, beside = Article(text, Gazetteer.load()), Article(f"{text} \U00020000", Gazetteer.load())
    assert beside.words == [*alone.words, Word(len(text) + 1, len(text) + 2, "\U00020000")]


@given(st.lists(st.sampled_from("ab abc b c".split()), max_size=20), st.sets(st.sampled_from("ab abc b c d".split())))
def test_words_are_found_by_their_numbers(words: list[str], sought: set[str]) -> None:
    article = Article(" ".join(words), Gazetteer.load())
    assert article.numbers_of(sought) == [number for number, word in enumerate(words) if word in sought]
    assert article.vocabulary == set(words)
