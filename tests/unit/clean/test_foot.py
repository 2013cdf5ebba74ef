"""The foot of a page: furniture again and again among lines that are nobody's, and nowhere else."""

import numpy as np

from pipeline.core.clean.foot import foot_begins
from pipeline.core.clean.measure.fixed import ONE

ARTICLE, UNSURE = [-4 * ONE] * 6, [ONE // 4] * 5


def begins(taken: list[tuple[int, str]], scores: list[int]) -> int | None:
    return foot_begins(taken, np.array(scores, dtype=np.int64))


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


def test_nothing_at_all() -> None:
    assert begins([], []) is None
