from collections.abc import Sequence
from pathlib import Path
from typing import cast

import numpy as np
import pytest

from pipeline.core.clean import Caution, Cleaner, Role
from pipeline.core.clean.measure.features import Article
from pipeline.core.clean.measure.fixed import ONE
from pipeline.core.clean.measure.spans import Spans
from pipeline.core.clean.score.model import CERTAIN, Model, Scores
from pipeline.core.reasons import Mark, RemovedReason
from pipeline.core.records import Dateline

DATA = Path(__file__).parents[2] / "data" / "clean"
SEED = Path(__file__).parents[4] / "shared" / "seed.txt"
CLEANER = Cleaner()


def read(name: str) -> str:
    return (DATA / name).read_text(encoding="utf-8")


def lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip()]


@pytest.mark.parametrize("name", ["french.txt", "german.txt", "spanish.txt", "persian.txt", "list_at_the_end.txt"])
@pytest.mark.parametrize("caution", [Caution.CAUTIOUS, Caution.BALANCED])
def test_nothing_of_an_article_is_lost(name: str, caution: Caution) -> None:
    cleaned = Cleaner(caution=caution).clean(read(name))
    assert lines(cleaned.text) == lines(read(name))
    assert cleaned.removed == ()
    assert cleaned.marks == ()


@pytest.mark.parametrize(
    ("name", "byline", "place"),
    [
        ("french.txt", "Élodie Marchand", "Vannes"),
        ("german.txt", "Katrin Hollmann", "Marburg"),
        ("spanish.txt", "Lucía Barrientos", "Cuenca"),
        ("persian.txt", "مریم احمدی", "شیراز"),
    ],
)
def test_front_is_read_in_other_languages(name: str, byline: str, place: str) -> None:
    cleaned = CLEANER.clean(read(name))
    assert cleaned.title == lines(read(name))[0]
    assert cleaned.byline == byline
    assert cleaned.dateline is not None
    assert cleaned.dateline.place == place


class Unsure:
    """A model that takes every line for boilerplate and every article for over above its first line."""

    version = "0"

    def score(self, articles: Sequence[Article], spans: Spans) -> Scores:
        end = np.zeros(spans.lines + len(articles), dtype=np.int64)
        end[spans.starts + np.arange(len(articles))] = CERTAIN
        return Scores(np.full(spans.lines, 9 * ONE), end, np.zeros(spans.lines, dtype=np.bool_))


def test_the_front_stays_whole_where_furniture_stands_above_it() -> None:
    front = [
        "Bridge reopens in the rain",
        "By Ada Byron",
        "4 May 2026, 10:04",
        "ROME (ANSA) - It rained, and the bridge held.",
    ]
    text = "\n\n".join(["Log in", "Share on Facebook", *front, "It was wet.", "The mayor was not there."])
    cleaner = Cleaner(model=cast("Model", Unsure()))
    assert cleaner.clean(text).text.split("\n\n") == front


def test_trailing_headlines_go_with_reason_and_line() -> None:
    cleaned = CLEANER.clean(read("related_list.txt"))
    assert [removed.text for removed in cleaned.removed] == lines(read("related_list.txt"))[-6:]
    assert {removed.reason for removed in cleaned.removed} == {RemovedReason.RELATED_HEADLINE}
    original = read("related_list.txt").split("\n")
    assert all(original[removed.line] == removed.text for removed in cleaned.removed)
    assert all(0.25 < removed.score <= 1 for removed in cleaned.removed)  # of the line by itself; they go together
    assert cleaned.byline == "Coast Ledger"
    assert cleaned.dateline == Dateline("Port Amsel", "4 June")


@pytest.mark.parametrize("name", ["french.txt", "german.txt", "spanish.txt"])
def test_a_list_of_other_headlines_goes_in_other_languages(name: str) -> None:
    listed = lines(read("related_list.txt"))[-6:]
    cleaned = CLEANER.clean(read(name) + "\n\n" + "\n\n".join(listed))
    assert lines(cleaned.text) == lines(read(name))


def test_what_interrupts_an_article_goes() -> None:
    paragraphs = lines(read("related_list.txt"))[:-6]
    paragraphs[3:3] = ["Advertisement", "Related: Lighthouse Keeper Retires After Four Decades"]
    cleaned = CLEANER.clean("\n\n".join(paragraphs))
    assert [(removed.text[:8], removed.line) for removed in cleaned.removed] == [("Advertis", 6), ("Related:", 8)]


def test_a_link_page_is_marked_not_emptied() -> None:
    cleaned = CLEANER.clean(read("link_page.txt"))
    assert cleaned.marks == (Mark.NOT_AN_ARTICLE,)
    assert lines(cleaned.text) == lines(read("link_page.txt"))


def test_one_line_of_nothing_but_the_article_passes_untouched_and_marked() -> None:
    text = " ".join(lines(read("related_list.txt"))[3:-6])
    cleaned = CLEANER.clean(text)
    assert cleaned.text == text
    assert cleaned.marks == (Mark.SINGLE_LINE,)


def test_a_large_cut_is_marked() -> None:
    cleaned = Cleaner(max_cut_share=0.05).clean(read("related_list.txt"))
    assert cleaned.marks == (Mark.LARGE_CUT,)
    assert len(cleaned.removed) == 6


def test_a_share_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        Cleaner(max_cut_share=1.5)


def test_caution_only_moves_one_way() -> None:
    removed = [len(Cleaner(caution=caution).clean(read("related_list.txt")).removed) for caution in Caution]
    assert removed == sorted(removed)


def test_the_explanation_agrees_with_the_record() -> None:
    cleaned = CLEANER.clean(read("related_list.txt"))
    explained = CLEANER.explain(read("related_list.txt"))
    assert [line.text for line in explained if line.role is Role.REMOVED] == [r.text for r in cleaned.removed]
    assert [line.role for line in explained[:3]] == [Role.HEADLINE, Role.BYLINE, Role.DATELINE]
    assert all((line.reason is None) == (line.role is not Role.REMOVED) for line in explained)


def test_the_component_names_the_settings() -> None:
    component = Cleaner(caution=Caution.THOROUGH, max_cut_share=0.25).component
    assert component.settings == {"caution": "thorough", "max_cut_share": "0.25"}


@pytest.mark.skipif(not SEED.exists(), reason="the seed article (../shared/seed.txt) is not on this machine")
def test_seed_article() -> None:
    text = SEED.read_text(encoding="utf-8")
    cleaned = CLEANER.clean(text)
    assert len(lines(text)) == 29
    assert [removed.text for removed in cleaned.removed] == lines(text)[-17:]
    assert lines(cleaned.text) == lines(text)[:12]
    assert cleaned.title == lines(text)[0]
    assert cleaned.byline == "Iran Focus"
    assert cleaned.dateline == Dateline("London", "16 Feb")
