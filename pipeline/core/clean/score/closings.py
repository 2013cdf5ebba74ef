"""Lines that hardly ever stand above the end of an article: "0 Comments", "Leave a reply", "All rights reserved".

Below an article stands much that could be one: comments in paragraphs, questions and answers, teasers. What tells is
what stands above it: whoever has read "Leave a reply" knows that the article is over, however well the rest is written.
Too few pages have such tails for the forests to learn it from them. So it is told to them: each kind of closing line
above a place speaks against that place, and the forests that weigh the ends are trained on top of it.
"""

import re
from collections.abc import Sequence

import numpy as np

from pipeline.core.clean.lines import Line
from pipeline.core.clean.measure.fixed import Flags, Integers
from pipeline.core.clean.measure.spans import Spans, sums
from pipeline.core.clean.score.trees import UNIT
from pipeline.core.languages import LANGUAGES
from pipeline.core.languages.language import Closing

# Newsletters and networks are no kinds: they stand inside articles, with more of the article below them.
_KINDS = ("comments", "form", "onward", "author", "foot", "menu")
# What a kind weighs, in log-odds, once an article. Three leave no doubt, and what stands below need not be read.
_WEIGHT, _ENOUGH = 5, 3
_LONGEST = 160
# So many paragraphs stand above the end of an article that has such lines below it; above them "Home" and "Search"
# may be the head of the page.
_PARAGRAPHS = 3
_COPYRIGHT = re.compile(r"(?:©|ⓒ|\(c\))\s*\d{4}|copyright\s*[©ⓒ(]")
_COPYRIGHT_SIGNS = ("©", "ⓒ", "(c)")
_WORDS = re.compile(r"\w+(?:[,.]\d+)*")


def _all(kind: str) -> Closing:
    """What all languages know of a kind."""
    known = [language.closings[kind] for language in LANGUAGES.values() if kind in language.closings]
    return Closing(
        frozenset().union(*(one.whole for one in known)),
        frozenset().union(*(one.begin for one in known)),
        frozenset().union(*(one.hold for one in known)),
    )


_CLOSINGS = {kind: _all(kind) for kind in _KINDS}
_WHOLE = {whole: kind for kind, closing in _CLOSINGS.items() for whole in closing.whole}
_BEGIN = tuple((kind, tuple(sorted(closing.begin))) for kind, closing in _CLOSINGS.items() if closing.begin)
_HOLD = tuple((hold, kind) for kind, closing in _CLOSINGS.items() for hold in sorted(closing.hold))
_HELD = tuple(hold for hold, _ in _HOLD)
# Most lines need no closer look than at their first word.
_FIRST_WORDS = frozenset(
    expression.split()[0] for expression in (*_WHOLE, *(begin for _, begins in _BEGIN for begin in begins))
)


def _kind_of(text: str) -> str | None:
    if len(text) >= _LONGEST:
        return None
    said = text.lower()
    first = _WORDS.search(said)
    if first is not None and _number(first[0]) in _FIRST_WORDS:
        words = " ".join(map(_number, _WORDS.findall(said)))
        kind = _WHOLE.get(words)
        if kind is not None:
            return kind
        for kind, begins in _BEGIN:
            if words.startswith(begins):
                return kind
    if any(map(said.__contains__, _HELD)):
        return next(kind for hold, kind in _HOLD if hold in said)
    return "foot" if any(map(said.__contains__, _COPYRIGHT_SIGNS)) and _COPYRIGHT.search(said) else None


def is_of_comments(text: str) -> bool:
    """Whether a line stands above, between or below comments: "3 comments", "Reply"."""
    return _kind_of(text) in {"comments", "form"}


def _number(word: str) -> str:
    return "0" if word[0].isdigit() else word


def against(articles: Sequence[Sequence[Line]], likely: Flags, prose: Flags, spans: Spans) -> Integers:
    """What the closing lines above each place speak against it, in 4096ths of log-odds: 0 or less, one a place.

    Only lines that are `likely` boilerplate count, below the first three paragraphs (`prose`) of their article.
    """
    so_far = sums(prose)[:-1]
    asked = likely & (so_far - so_far[spans.first] >= _PARAGRAPHS)
    steps = np.zeros(spans.lines + len(articles), dtype=np.int64)
    for number, (lines, start) in enumerate(zip(articles, spans.starts.tolist(), strict=True)):
        for at in _closings(lines, np.flatnonzero(asked[start : start + len(lines)]).tolist()):
            steps[start + number + at + 1] = -_WEIGHT * UNIT
    total = np.cumsum(steps)
    before: Integers = total[spans.starts + np.arange(len(articles))]
    return total - before.repeat(spans.sizes + 1)


def _closings(lines: Sequence[Line], asked: Sequence[int]) -> list[int]:
    """The first line of each kind, of those asked about; up to where there are enough."""
    found: dict[str, int] = {}
    for at in asked:
        kind = _kind_of(lines[at].text)
        if kind is not None and kind not in found:
            found[kind] = at
            if len(found) == _ENOUGH:
                break
    return list(found.values())
