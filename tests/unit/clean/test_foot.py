"""The foot of a page: furniture again and again among lines that are nobody's, and nowhere else."""

from collections.abc import Sequence

import numpy as np
import pytest

from pipeline.core.clean.foot import foot_begins
from pipeline.core.clean.lines import Line
from pipeline.core.clean.measure.features import Article
from pipeline.core.clean.measure.fixed import ONE

ARTICLE, UNSURE = [-4 * ONE] * 6, [ONE // 4] * 5


def begins(
    taken: list[tuple[int, str]], scores: list[int], texts: Sequence[str] = ("Bridge Reopens",) * 20
) -> int | None:
    article = Article([Line(text, 0, number, 1) for number, text in enumerate(texts[: len(scores)])], None, taken)
    return foot_begins(article, np.array(scores, dtype=np.int64))


def test_it_begins_at_the_first_furniture_below_what_is_surely_the_article() -> None:
    assert begins([(2, "Advertisement"), (7, "Log in"), (9, "Contact")], [*ARTICLE, *UNSURE]) == 7


def test_a_bar_of_buttons_is_none() -> None:
    assert begins([(7, "Facebook"), (7, "Twitter"), (7, "Email")], [*ARTICLE, *UNSURE]) is None


def test_the_same_line_again_is_none() -> None:
    assert begins([(7, "Advertisement"), (9, "ADVERTISEMENT")], [*ARTICLE, *UNSURE]) is None


def test_no_line_of_it_is_surely_the_article_s() -> None:
    assert begins([(1, "Log in"), (3, "Contact")], [*UNSURE, *ARTICLE]) is None


def test_lines_that_look_like_the_article_together_are_none() -> None:
    assert begins([(7, "Log in"), (9, "Contact")], [*ARTICLE, *[-ONE] * 5]) is None


def test_an_article_stands_above_it() -> None:
    assert begins([(0, "Log in"), (2, "Contact")], UNSURE) is None


def test_one_headline_between_furniture_is_a_foot() -> None:
    assert begins([(6, "Latest News"), (7, "Share on Facebook")], [*ARTICLE, ONE]) == 6


@pytest.mark.parametrize("sentence", ["The bridge reopens in May.", "Le pont rouvre en mai.", "橋は五月に開く。"])
def test_one_sentence_between_furniture_is_none(sentence: str) -> None:
    texts = ["The bridge is shut."] * len(ARTICLE) + [sentence]
    assert begins([(6, "Latest News"), (7, "Share on Facebook")], [*ARTICLE, ONE], texts) is None


def test_nothing_at_all() -> None:
    assert begins([], []) is None
