"""The parts of the decision, one by one."""

import numpy as np
import pytest

from pipeline.core.clean import ends, letters
from pipeline.core.clean.cues import reason_for
from pipeline.core.clean.decide import best_end, interruptions, table_end, weigh_ends
from pipeline.core.clean.features import NAMES, features
from pipeline.core.clean.lexicon import build, expressions, score_of
from pipeline.core.clean.lines import split_lines
from pipeline.core.clean.model import Scores
from pipeline.core.clean.trees import Forest
from pipeline.core.reasons import RemovedReason


def walk(tree: object, row: dict[str, float]) -> float:
    while isinstance(tree, list):
        tree = tree[2] if row[tree[0]] <= tree[1] else tree[3]
    assert isinstance(tree, float)
    return tree


def test_forest_gives_what_walking_each_tree_gives() -> None:
    trees = [["a", 0.5, ["b", -1.0, 0.1, 0.2], 0.3], 0.25, ["b", 2.0, -1.0, ["a", 3.0, 4.0, ["b", 9.0, 5.0, 6.0]]]]
    rows = np.random.default_rng(0).normal(1, 4, (200, 2))
    wanted = [sum(walk(tree, {"a": a, "b": b}) for tree in trees) for a, b in rows]
    assert Forest(trees, ["a", "b"]).score(rows) == pytest.approx(wanted)


def test_the_cut_follows_the_costs() -> None:
    end = np.array([0.0, 0.3, 0.0, 0.0, 0.7])  # one in three that the article ends above line 1, else it is whole
    assert best_end(end, 0.2) == 1
    assert best_end(end, 3.0) == 4


def test_a_sure_end_is_taken_at_any_cost() -> None:
    assert best_end(np.array([0.0, 0.0, 1.0, 0.0]), 100.0) == 2


def test_an_article_does_not_end_on_an_introduction() -> None:
    lines = split_lines("It rained.\nThe dates:\nMay 2\nMay 9")
    scores = Scores(np.array([-5.0, -2.0, 1.0, 1.0]), np.array([0.0, 0.0, 0.9, 0.0, 0.1]))
    assert weigh_ends(lines, scores).argmax() == 4
    boilerplate = Scores(np.array([-5.0, 2.0, 1.0, 1.0]), scores.end)
    assert weigh_ends(lines, boilerplate).argmax() == 2


def test_an_article_does_not_end_above_a_table() -> None:
    rows = ["May 2 – Rome @ Arena", "May 9 – Bari @ Old Harbour", "June 1 – Pisa @ Field", "June 8 – Turin @ Hall"]
    lines = split_lines("\n".join(["It rained.", "Tour Dates", *rows]))
    scores = Scores(np.zeros(6), np.array([0.0, 0.3, 0.6, 0.0, 0.0, 0.0, 0.1]))
    assert weigh_ends(lines, scores).argmax() == 6


def test_a_table_stops_where_its_rows_do() -> None:
    rows = [f"{year}: {year * 2 % 97} points" for year in range(2010, 2020)]
    lines = split_lines("\n".join(["Results", *rows, "Council Votes for New Bridge", "Ferry Crew Pulls 7 From Raft"]))
    assert table_end(lines, 1) == 11
    assert table_end(lines, 0) == 11  # its heading counts as a row
    assert table_end(lines, 11) is None
    assert table_end(lines, 13) is None


def test_an_end_is_likelier_below_a_gap() -> None:
    lines = split_lines("It rained.\n\nIt was wet.\n\n\nMore Rain\n\nLess Rain")
    scores = Scores(np.array([-5.0, -5.0, 1.0, 1.0]), np.array([0.0, 0.1, 0.2, 0.5, 0.2]))
    assert weigh_ends(lines, scores).argmax() == 2


def test_interruptions_need_to_say_so() -> None:
    lines = split_lines(
        "Related articles\nOne Headline Here\nA long sentence.\nMore than you think\nAdvertisement\nAd hoc"
    )
    cut = interruptions(lines, np.array([1.0, 1.0, -3.0, 1.0, 1.0, 1.0]))
    assert cut.tolist() == [True, True, False, False, True, False]


def test_features_are_finite_for_any_shape() -> None:
    lexicon = build({"share": 1.0, "read more": 2.0, "=comments": 2.5})
    for text in (
        "x",
        "x\ny",
        "\u200b\n.\n:\n",
        "Comments\n" * 50,
        "A sentence that is long enough to be prose. " * 9 + "\nx",
    ):
        rows = features(split_lines(text), lexicon)
        assert rows.shape == (len(split_lines(text)), len(NAMES))
        assert np.isfinite(rows).all()


def test_views_have_a_row_for_each_place() -> None:
    places = ends.places(np.zeros((3, 2)), [np.array([-1.0, 0.5, 2.0])], np.arange(4))
    assert places.shape == (4, 2 + len(ends.VIEWS))
    assert np.isfinite(places).all()
    assert places[:, 2].tolist() == pytest.approx([1.5, 2.5, 2.0, 0.0])  # the sum of the scores below


def test_letters_see_ends_behind_quotes() -> None:
    rows = letters.measure(["He said “stop.”", "He said (stop)", "Three things:", "Why?"])
    assert rows[:, letters.NAMES.index("ends_stop")].tolist() == [1, 0, 0, 1]
    assert rows[:, letters.NAMES.index("ends_colon")].tolist() == [0, 0, 1, 0]


def test_the_lexicon_counts_sites() -> None:
    assert score_of(1, 1) is None
    assert score_of(9, 0) == pytest.approx(np.log(9.7 / 0.7))
    assert expressions(["read", "more"]) == {"read", "more", "read more", "=read more"}


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("© 2024 The Ledger", RemovedReason.COPYRIGHT),
        ("Sign up for our newsletter", RemovedReason.NEWSLETTER),
        ("Share on Facebook", RemovedReason.SHARE_OR_FOLLOW),
        ("12 Comments", RemovedReason.COMMENTS),
        ("Tags: rain, weather", RemovedReason.TAGS),
        ("Ada Byron is a staff writer who covers engines.", RemovedReason.AUTHOR_BIO),
        ("Privacy Policy", RemovedReason.NAVIGATION),
        ("Advertisement", RemovedReason.ADVERTISEMENT),
        ("Photo: Ada Byron", RemovedReason.CAPTION),
        ("You May Also Like", RemovedReason.RELATED_HEADLINE),
        ("Share Price of Engine Maker Falls After Byron Leaves", RemovedReason.RELATED_HEADLINE),
        ("Sport", RemovedReason.NAVIGATION),
    ],
)
def test_reasons(line: str, reason: RemovedReason) -> None:
    assert reason_for(line) is reason
