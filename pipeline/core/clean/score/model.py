"""The trained part: how likely each line is boilerplate, and how likely the article ends at each place."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

import numpy as np
import numpy.typing as npt

from pipeline.core.clean.measure.features import NAMES, Article, features
from pipeline.core.clean.measure.fixed import ONE, Fixed, Flags, Integers
from pipeline.core.clean.measure.lexicon import Lexicon, build
from pipeline.core.clean.measure.spans import Spans
from pipeline.core.clean.score import closings, ends
from pipeline.core.clean.score.trees import UNIT, Forest

Streams = npt.NDArray[np.int32]

# Two looks at every line: one at all there is, one at the neighbourhood alone, which a tail of long comments or
# teasers does not mislead.
_WIDE = ("@below", "@above", "@run", "_above", "_below")
_WIDE_NAMES = {
    "from_end", "fraction", "prose_after", "chars_after", "run_length", "run_rest", "run_last", "run_chars",
    "run_spread", "run_excess", "to_prose", "prose_before", "index", "in_prose", "telling_share_below",
    "sure_share_below", "stamp_share_below", "says_share_below",
}  # fmt: skip
LOCAL_NAMES: tuple[str, ...] = tuple(name for name in NAMES if not name.endswith(_WIDE) and name not in _WIDE_NAMES)
STREAMS = ("line", "local")
END_NAMES: tuple[str, ...] = (*NAMES, *(f"{stream}:{view}" for stream in STREAMS for view in ends.VIEWS))
PROSE = NAMES.index("prose")

# Log-odds below which both forests together rule out that a line is the first of the boilerplate.
_SURELY_ARTICLE = -4 * ONE

# What a place weighs by how far it stays behind the best one of its article, in 1024ths of log-odds. Weights are whole
# numbers, so that their sums are exact, and even 20,000 of them times 20,000 fit into 64 bits.
CERTAIN = 1 << 28
_STEPS = 1024
_WEIGHTS = np.rint(CERTAIN * np.exp(-np.arange(20 * _STEPS) / _STEPS)).astype(np.int64)


@dataclass(frozen=True, slots=True)
class Scores:
    """What the model says of some articles.

    `line` holds log-odds in 512ths, one a line; `end` one weight a place, of which an article has one more than lines:
    the weight over the sum of the article's weights is the probability that the article ends there. `prose` flags the
    lines that are paragraphs.
    """

    line: Integers
    end: Integers
    prose: Flags


class Model:
    """Scores lines and places from the lexicon and the trees in `weights`, the parsed content of a weights file."""

    def __init__(self, weights: Mapping[str, Any]) -> None:
        self.version: str = weights["version"]
        self.lexicon: Lexicon = build(weights["lexicon"])
        self._forests = [Forest(weights["trees"][stream], NAMES) for stream in STREAMS]
        self._end = Forest(weights["trees"]["end"], END_NAMES)

    def score(self, articles: Sequence[Article], spans: Spans) -> Scores:
        """Score the lines and places of articles, of which each has a line; `spans` are those of their lines."""
        rows = features(articles, spans, self.lexicon)
        scores = np.stack([forest.score(rows) for forest in self._forests])
        line = in_512ths(scores.sum(axis=0, dtype=np.int32) // len(STREAMS)).astype(np.int64)
        prose = rows[PROSE] > 0
        against = closings.against([article.lines for article in articles], line > 0, prose, spans)
        return Scores(line, self._ends(rows, in_512ths(scores), against, spans), prose)

    def _ends(self, rows: Fixed, streams: Streams, against: Integers, spans: Spans) -> Integers:
        """Weights of the places where an article may end; at an impossible one there is none."""
        all_places = ends.places_of(spans)
        chosen = np.flatnonzero(possible(streams, spans))
        scores = self._end.score(ends.places(rows, streams, spans, chosen)) + against[chosen]
        article = all_places.article[chosen]
        begin = np.searchsorted(article, np.arange(len(spans.sizes)))
        behind = np.maximum.reduceat(scores, begin)[article] - scores
        weights = np.zeros(all_places.lines, dtype=np.int64)
        weights[chosen] = _WEIGHTS.take(behind // (UNIT // _STEPS), mode="clip")
        return weights


def possible(streams: Streams | Integers, spans: Spans) -> Flags:
    """The places where an article may end: not above a line that is surely the article's. One flag a place."""
    flags = np.ones(spans.lines + len(spans.sizes), dtype=np.bool_)
    flags[spans.here + spans.article] = streams.max(axis=0) > _SURELY_ARTICLE
    return flags


def in_512ths(scores: Streams) -> Streams:
    """Scores of trees in the unit that features have."""
    return (scores + UNIT // ONE // 2) // (UNIT // ONE)


def load() -> Model:
    """The model that is packaged with Dateline."""
    return Model(json.loads(files("pipeline.core.clean").joinpath("weights", "cleaner.json").read_bytes()))
