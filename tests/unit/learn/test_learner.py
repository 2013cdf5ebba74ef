import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.core.learn.known import KnownLines
from pipeline.core.learn.learner import Bounds, Forgotten, Learner
from pipeline.core.records import LearnedLine, SeenLine, Sighting
from tests.unit.learn.told import BANNER, article, seen, story, taught, texts


def new(bounds: Bounds | None = None) -> Learner:
    return Learner(KnownLines(), bounds)


def test_a_banner_is_learned_once_with_its_evidence_and_nothing_of_the_stories_is() -> None:
    changes = taught(new(), [article(number, seen(BANNER)) for number in range(12)])
    learned = [change for change in changes if isinstance(change, LearnedLine)]
    assert set(texts(changes)) == {BANNER}
    assert (learned[0].source, learned[0].seen, learned[0].of) == ("Courier", 2, 2)
    # Its evidence is told again each time it has doubled, not for every article.
    assert [line.seen for line in learned] == [2, 4, 8]


def test_a_line_of_one_story_is_no_banner() -> None:
    assert taught(new(), [article(0, seen(BANNER)), *map(article, range(1, 20))]) == []


@pytest.mark.parametrize(
    "line",
    [
        seen("What we know", score=0.01),
        seen("Why is there a debate?", score=0.01),
        seen("From the North", score=0.01),
        seen("Anna Berg, Coastal Courier", score=0.02),
        seen("MINISTER HOLM: I did not say that.", score=0.01),
    ],
    ids=lambda line: line.text,
)
def test_an_articles_own_headings_and_names_are_not_learned_from_coming_now_and_then(line: SeenLine) -> None:
    sightings = [article(number, *([line] if number % 12 == 0 else [])) for number in range(60)]
    assert taught(new(), sightings) == []


def test_a_paragraph_of_background_in_every_story_on_a_subject_is_not_learned() -> None:
    background = seen(
        "The port, which was built in the last century and widened twice since then, handles a third of the country's "
        "grain and has been at the centre of a dispute between the state and its owners.",
        sentence=True,
        score=0.003,
    )
    sightings = [article(number, *([background] if number % 9 == 0 else [])) for number in range(90)]
    assert taught(new(), sightings) == []


def test_bylines_and_datelines_stay_where_the_cleaner_found_them() -> None:
    byline = seen("By our harbour correspondent", score=0.6, place="front")
    assert taught(new(), [article(number, byline) for number in range(30)]) == []


@given(st.integers(0, 99), st.integers(2, 12))
def test_a_copy_of_a_story_teaches_nothing(number: int, copies: int) -> None:
    learner = new()
    taught(learner, [article(other) for other in range(100, 110)])
    assert taught(learner, [article(number, seen(BANNER))] * copies) == []


def test_an_updated_story_is_a_copy() -> None:
    first = article(1, seen(BANNER))
    updates = [
        Sighting(source="Courier", article_id=f"u-{part}", lines=(*first.lines[part:], *story(500 + part, 2)))
        for part in range(3)
    ]
    assert taught(new(), [first, *updates]) == []


def test_the_same_list_of_links_is_one_page_however_often_it_comes() -> None:
    page = Sighting(source="Courier", article_id="p", lines=tuple(seen(f"Harbour, part {n}", score=0.9) for n in "abc"))
    assert taught(new(), [page] * 10) == []


@settings(max_examples=25)
@given(st.randoms(use_true_random=False))
def test_any_order_gives_the_same_learned_lines(order: random.Random) -> None:
    """Of lines that are clear: those of half the articles, and those of one."""
    sightings = [
        article(n, *([seen(BANNER)] if n % 2 else []), *([seen(f"Watch the film of day {'x' * n}")] if n == 7 else []))
        for n in range(40)
    ]
    order.shuffle(sightings)
    known = KnownLines()
    learner = Learner(known)
    for change in taught(learner, sightings):
        if isinstance(change, LearnedLine):
            known.take(change)
    assert set(known.recurring("Courier")) == {seen(BANNER).key}


def test_sources_do_not_learn_from_one_another() -> None:
    sightings = [article(number, seen(BANNER), source=f"paper {number}") for number in range(20)]
    assert taught(new(), sightings) == []


def test_a_line_that_has_gone_from_its_source_is_taken_back_when_it_comes_again_as_the_exception() -> None:
    learner = new()
    label = seen("Harbour notes and tides", score=0.2)
    changes = taught(learner, [article(number, label) for number in range(6)])
    assert "Harbour notes and tides" in texts(changes)
    changes = taught(learner, [article(number) for number in range(10, 500)])
    changes += learner.take(article(999, label))
    assert changes == [Forgotten("Courier", label.key)]


def test_what_was_counted_before_is_recalled_and_leads_to_nothing_by_itself() -> None:
    learner = new()
    for number in range(10):
        learner.recall(article(number, seen(BANNER)))
    (change,) = learner.take(article(10, seen(BANNER)))
    assert isinstance(change, LearnedLine)
    assert (change.seen, change.of) == (11, 11)


def test_what_is_known_already_is_not_learned_again() -> None:
    known = KnownLines()
    first = Learner(known)
    for change in taught(first, [article(number, seen(BANNER)) for number in range(10)]):
        assert isinstance(change, LearnedLine)
        known.take(change)
    second = Learner(known, sources=["Courier"])
    assert taught(second, [article(number, seen(BANNER)) for number in range(20, 24)]) == []


def test_a_line_that_somebody_wants_forgotten_is_counted_anew() -> None:
    learner = new()
    taught(learner, [article(number, seen(BANNER)) for number in range(10)])
    learner.forget("Courier", seen(BANNER).key)
    learner.forget("nobody", seen(BANNER).key)
    assert learner.take(article(10, seen(BANNER))) == []
    assert texts(taught(learner, [article(number, seen(BANNER)) for number in range(11, 15)]))[:1] == [BANNER]


def test_sources_give_way_with_all_that_was_learned_of_them() -> None:
    learner = new(Bounds(sources=2))
    taught(learner, [article(number, seen(BANNER), source="one") for number in range(5)])
    taught(learner, [article(1, source="two")])
    assert learner.take(article(1, source="three")) == [Forgotten("one", seen(BANNER).key)]
    assert len(learner) == 2


def test_lines_give_way_too_and_memory_is_bounded() -> None:
    learner = new(Bounds(once=64, again=8))
    lines = [seen(f"Subscribe to the {'very ' * number}best letter of all", score=0.3) for number in range(30)]
    changes = taught(learner, [article(2 * n + again, line) for n, line in enumerate(lines) for again in (0, 1)])
    gone = [change for change in changes if isinstance(change, Forgotten)]
    assert learner.lines <= 8
    assert {change.line for change in gone} < {line.key for line in lines}
    assert lines[-1].key not in {change.line for change in gone}


def test_what_the_cleaner_cuts_by_itself_need_not_be_learned_from_one_story() -> None:
    loud = seen("Subscribe now, follow us on Facebook and download the app", score=0.5)
    assert texts(new().take(article(1, loud))) == [loud.text]
    assert new().take(article(1, replace(loud, cut=True))) == []
