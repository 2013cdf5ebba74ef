"""Whether a line has earned it: one sum of what is known of it, against one threshold.

The weights were chosen by hand on the 48 sources of a feed whose recurring lines are labelled, the threshold above
where each fold of sources put it (docs/learning.md). More of them, fitted, did no better on other sources.
"""

import math
from functools import lru_cache
from typing import NamedTuple

from pipeline.core.learn.telling import MOST_TELLING, introduces, is_name, telling
from pipeline.core.records import SeenLine

THRESHOLD = 4.25
# A learned line is taken back only well below, and once so many articles say so.
TAKEN_BACK, FEWEST_AGAINST = 1.0, 30.0
_FRESH = 5  # articles added to a source's number: one of one is no share
_SHARE, _SIZE, _SCORE = 6.0, 1.0, 0.8
# What a line seen in one story alone must make up for, and how much of it must speak like furniture.
_ONCE, _ONCE_SAYS = 2.0, 2.0
_SURE = 6.0  # log-odds beyond which the cleaner's own score says no more
# What an article's own lines look like when they recur: labels, names, questions, and paragraphs of background.
_HEADING, _NAME, _INTRODUCES, _PROSE = 1.5, 1.0, 1.0, 1.0
_HEADING_WORDS, _HEADING_LETTERS, _PROSE_LETTERS, _PROSE_SCORE = 6, 48, 80, -2.0
_SAYS_NOTHING = 0.5
_ARTICLES_OWN = -4.0  # log-odds of a sentence that only recurring can speak against


class Record(NamedTuple):
    """What has been counted of a line.

    `stories` had it, of `articles` (both fading, hence fractions); `once`: all of it comes from one story. `score` is
    the mean of the cleaner's log-odds at its places, `bottom` the share of them at the end of an article.
    """

    stories: float
    articles: float
    once: bool
    score: float
    bottom: float


@lru_cache(maxsize=4096)  # scores come with three decimals
def log_odds(probability: float) -> float:
    """A score as log-odds, within what the cleaner can tell."""
    inside = min(max(probability, 1e-3), 1 - 1e-3)
    return max(-_SURE, min(_SURE, math.log(inside / (1 - inside))))


def value(line: SeenLine, record: Record) -> float:
    """How surely the line is its source's and not an article's."""
    share = record.stories / (record.articles + _FRESH)
    total = _SHARE * math.sqrt(share) + _SIZE * math.log1p(line.size) + _SCORE * record.score - _ONCE * record.once
    if total + MOST_TELLING < (THRESHOLD if record.once else THRESHOLD - TAKEN_BACK):
        return total  # whatever its words say: most lines of most articles
    if record.once and line.sentence and record.score < _ARTICLES_OWN:
        return -_SURE
    spoken = telling(line.text)
    if record.once and spoken < _ONCE_SAYS:
        return -_SURE
    return total + spoken if spoken >= _SAYS_NOTHING else total - _of_an_article(line, record)


def _of_an_article(line: SeenLine, record: Record) -> float:
    words = len(line.text.split())
    short = words <= _HEADING_WORDS and line.size < _HEADING_LETTERS
    heading = short and record.bottom < 0.5 and record.score < 0
    prose = line.sentence and line.size >= _PROSE_LETTERS and record.score < _PROSE_SCORE
    return _HEADING * heading + _NAME * is_name(line.text) + _INTRODUCES * introduces(line.text) + _PROSE * prose
