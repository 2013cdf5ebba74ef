"""The foot of a page: where furniture stands between the lines again and again, down to the last, no article goes on.

A bar of buttons says nothing of what is below it, and no furniture is told to the model. But an article that has
different ones among its last lines, in more than one place, with not a line between them that is surely the article's,
is over where the first of them stands. A single line between them must be no sentence: a headline between "Latest News"
and "Share on Facebook" is a foot.
"""

import numpy as np

from pipeline.core.clean.measure.features import Article
from pipeline.core.clean.measure.fixed import ONE, Integers
from pipeline.core.clean.units.fragments import ends_sentence

# Log-odds up to which a line is surely the article's, and what those of a foot have on average at least.
_SURELY_ARTICLE, _TOGETHER = -2 * ONE, -ONE // 2
# How many different lines of furniture a foot has at least, in how many places; and how many lines stand above it.
_FURNITURE, _PLACES, _ABOVE = 2, 2, 4


def foot_begins(article: Article, scores: Integers) -> int | None:
    """Above which line the foot begins, or None where there is none.

    `scores` are the lines' log-odds of being boilerplate, in 512ths.
    """
    taken = article.taken
    sure = np.flatnonzero(scores <= _SURELY_ARTICLE)
    first = int(sure[-1]) + 1 if len(sure) else 0
    below = [(place, text) for place, text in taken if place >= first]
    different = len({text.strip().lower() for _, text in below})
    if first < _ABOVE or different < _FURNITURE or len({place for place, _ in below}) < _PLACES:
        return None
    begin = min(place for place, _ in below)
    left = scores[begin:]
    if len(left) == 0 or (len(left) == 1 and ends_sentence(article.lines[begin].text.rstrip())):
        return None
    return begin if left.sum() >= _TOGETHER * len(left) else None
