"""What passes see of the spans at once, and that to pass over plain names changes nothing."""

from contextlib import ExitStack
from itertools import pairwise
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.core.extract.gazetteer import Gazetteer
from pipeline.core.extract.resolve import resolve
from pipeline.core.extract.resolve.article import Article, Found
from pipeline.core.extract.resolve.passes import (
    agreement,
    common,
    extents,
    laws,
    notation,
    offices,
    organisations,
    overlong,
    places,
    trimming,
    works,
)
from pipeline.core.extract.resolve.seen import Plain, Seen, seen
from tests.unit.extract.marked import read

KNOWN = Gazetteer.load()
QUIET = (
    "[PERSON:Anna Lind] of [ORG:Nordwind] was in [GPE:Halden] on [DATE:Monday], and [PERSON:Lind] left [GPE:Halden]."
)
NAMES = st.sampled_from(
    [
        "Oslo",
        "the Oslo",
        "Lind",
        "Anna Lind",
        "Mr. Lind",
        "Bank of Norway Governor Anna Lind",
        "Halden and Oslo",
        "House Bill 12",
        "COVID-19",
        "Norwegians",
        "Nordwind Corp",
        "Lind’s",
        "Tide Act",
        "1 000",
    ]
)
LABELS = st.sampled_from(["PERSON", "ORG", "GPE", "LAW", "WORK_OF_ART", "NORP", "DATE"])
BESIDE = st.sampled_from(
    [" ", ", ", "'s ", " said ", " disease ", "\n", ". ", " the ", " mayor ", "The ", " (WHO) ", "$ "]
)


def test_all_is_seen_of_the_spans() -> None:
    article, spans = read(QUIET)
    now = seen(article, spans)
    assert now.names == ["Anna Lind", "Nordwind", "Halden", "Monday", "Lind", "Halden"]
    assert list(now.told)[:3] == [("Anna Lind", "PERSON"), ("Nordwind", "ORG"), ("Halden", "GPE")]
    assert len(now.told) == 5
    assert now.behind == {" ", ",", "."}
    assert list(now.of("PERSON")) == ["Anna Lind", "Lind"]
    assert not now.of("LAW")
    assert now.votes == {
        "Anna Lind": {"PERSON": 1},
        "Nordwind": {"ORG": 1},
        "Halden": {"GPE": 2},
        "Lind": {"PERSON": 1},
    }
    assert now.starts == {span.start for span in spans}
    assert now.taken.overlapping(0, 3) == spans[:1]


def test_it_is_made_once_for_a_list() -> None:
    article, spans = read(QUIET)
    assert seen(article, spans) is seen(article, spans)
    assert seen(article, spans[:1]).names == ["Anna Lind"]
    assert seen(article, []).told == {}


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(1, 3))))
def test_spans_are_apart_that_are_sorted_and_do_not_overlap(given_spans: list[tuple[int, int]]) -> None:
    spans = [Found(start, start + length, "ORG") for start, length in given_spans]
    ordered = all(one.end <= other.start for one, other in pairwise(spans))
    assert Seen("a" * 12, spans).apart == ordered


@pytest.mark.parametrize(
    "one",
    [trimming, notation, offices, extents, places, organisations, laws, works, overlong, agreement],
    ids=lambda one: str(one.__name__).rpartition(".")[2],
)
def test_a_pass_hands_on_the_list_in_which_it_changes_nothing(one: object) -> None:
    article, spans = read(QUIET)
    assert one.apply(article, spans) is spans  # type: ignore[attr-defined]


def test_plain_names_are_asked_once_and_others_each_time() -> None:
    asked: list[str] = []

    def is_plain(name: str, _label: str, among: str) -> bool:
        asked.append(name)
        return name in among

    plain = Plain(is_plain)
    article, spans = read("[ORG:Moe] and [ORG:Vos]")
    now = seen(article, spans)
    assert [plain.others(now, "Moe") for _ in range(2)] == [[("Vos", "ORG")]] * 2
    assert sorted(asked) == ["Moe", "Vos", "Vos"]
    assert plain.others(now, "Vos") == [("Moe", "ORG")]  # what it was told before does not count any more


@given(st.lists(st.tuples(BESIDE, NAMES, LABELS), min_size=1, max_size=6), BESIDE)
def test_passes_do_the_same_where_they_look_at_every_name(parts: list[tuple[str, str, str]], last: str) -> None:
    text, spans = "", []
    for before, name, label in parts:
        text += before
        spans.append(Found(len(text), len(text) + len(name), label))
        text += name
    text += last
    quick = resolve(Article(text, KNOWN), spans, numbers=True)
    with ExitStack() as stack:
        plain = [step._PLAIN for step in (offices, extents, places, organisations)]
        for one in (trimming._BARE, notation._NAMES, common._NAMES, *plain):
            stack.enter_context(patch.object(one, "others", lambda now, *_: list(now.told)))
        assert resolve(Article(text, KNOWN), spans, numbers=True) == quick
