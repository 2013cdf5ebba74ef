"""The trained part: how likely each line is boilerplate, and how likely the article ends at each place."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

import numpy as np
import numpy.typing as npt

from pipeline.core.clean import ends
from pipeline.core.clean.features import NAMES, features
from pipeline.core.clean.lexicon import Lexicon, build
from pipeline.core.clean.lines import Line
from pipeline.core.clean.trees import Forest

Floats = npt.NDArray[np.float64]

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

# Log-odds below which both forests together rule out that a line is the first of the boilerplate.
_SURELY_ARTICLE = -4.0


@dataclass(frozen=True, slots=True)
class Scores:
    """What the model says: `line` holds log-odds, one a line; `end` probabilities, one a place (lines + 1)."""

    line: Floats
    end: Floats


class Model:
    """Scores lines and places from the lexicon and the trees in `weights`, the parsed content of a weights file."""

    def __init__(self, weights: Mapping[str, Any]) -> None:
        self.version: str = weights["version"]
        self.lexicon: Lexicon = build(weights["lexicon"])
        self._forests = [Forest(weights["trees"][stream], NAMES) for stream in STREAMS]
        self._end = Forest(weights["trees"]["end"], END_NAMES)

    def score(self, lines: Sequence[Line], headline: int | None = None) -> Scores:
        """Score the lines of an article; there must be at least one."""
        rows = features(lines, self.lexicon, headline)
        streams = [forest.score(rows) for forest in self._forests]
        return Scores((streams[0] + streams[1]) / 2, self._ends(rows, streams))

    def _ends(self, rows: Floats, streams: list[Floats]) -> Floats:
        """How likely the article ends at each place; above a line that is surely the article's it does not."""
        possible = np.append(np.maximum(streams[0], streams[1]) > _SURELY_ARTICLE, True)
        if not possible[:-1].any():
            return possible.astype(np.float64)
        scores = self._end.score(ends.places(rows, streams, np.flatnonzero(possible)))
        shares = np.zeros(len(possible))
        shares[possible] = np.exp(scores - scores.max())
        probabilities: Floats = shares / shares.sum()
        return probabilities


def load() -> Model:
    """The model that is packaged with Dateline."""
    return Model(json.loads(files("pipeline.core.clean").joinpath("weights", "cleaner.json").read_bytes()))
