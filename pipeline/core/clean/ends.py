"""Where the article may end: what the scores of the lines say about each place, seen from that place.

Place `n` lies above line `n`; the last place, below the last line, stands for an article that is not cut.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

VIEWS = (
    "below", "prev", "next", "prev2", "next2", "least_below", "most_above", "mean_below", "next5", "prev5", "behind",
    "later", "earlier", "kept_below", "jump", "plain_below", "plain_next6",
    *(
        f"{sign}_{view}"
        for sign in ("likely", "sure")
        for view in ("above", "below", "to", "since", "share", "next10", "prev10")
    ),
)  # fmt: skip
_EDGE = 12.0
_FAR = 60.0
_SIGNS = (0.0, 2.0)
_KEPT, _PLAIN = -2.0, -3.0


def places(rows: Floats, streams: Sequence[Floats], chosen: npt.NDArray[np.int64]) -> Floats:
    """One row a chosen place: the features of the line below it (-9 below the last), then the views of the streams."""
    count, width = rows.shape
    result = np.empty((len(chosen), width + len(streams) * len(VIEWS)))
    result[:, :width] = rows[np.minimum(chosen, count - 1)]
    result[chosen == count, :width] = -9.0
    result[:, width:] = views(np.stack(streams))[:, :, chosen].transpose(2, 0, 1).reshape(len(chosen), -1)
    return result


def views(scores: Floats) -> Floats:
    """What `scores` (log-odds: streams, lines) look like from each place: shape (streams, len(VIEWS), lines + 1)."""
    streams, count = scores.shape
    place = np.arange(count + 1)
    result = np.empty((streams, len(VIEWS), count + 1))
    sums = _sums(scores)
    below = sums[:, -1:] - sums
    edged = np.concatenate((np.full((streams, 2), -_EDGE), scores, np.full((streams, 2), _EDGE)), axis=1)
    five_on, five_back = np.minimum(place + 5, count), np.maximum(place - 5, 0)
    result[:, 0] = np.clip(below, -_FAR, _FAR)
    result[:, 1], result[:, 2], result[:, 3], result[:, 4] = edged[:, 1:-2], edged[:, 2:-1], edged[:, :-3], edged[:, 3:]
    result[:, 5] = _from_below(np.minimum, edged[:, 2:-1])
    result[:, 6] = np.maximum.accumulate(edged[:, 1:-2], axis=1)
    result[:, 7] = below / np.maximum(count - place, 1)
    result[:, 8] = (sums[:, five_on] - sums) / np.maximum(five_on - place, 1)
    result[:, 9] = (sums - sums[:, five_back]) / np.maximum(place - five_back, 1)
    result[:, 10] = np.minimum(below.max(axis=1, keepdims=True) - below, _FAR)
    edge = np.full((streams, 1), -_EDGE)
    best_later = np.concatenate((_from_below(np.maximum, below)[:, 1:], edge), axis=1)
    best_earlier = np.concatenate((edge, np.maximum.accumulate(below, axis=1)[:, :-1]), axis=1)
    result[:, 11] = np.clip(best_later - below, -_FAR, _FAR)
    result[:, 12] = np.clip(best_earlier - below, -_FAR, _FAR)
    kept, plain = _sums(scores < _KEPT), _sums(scores < _PLAIN)
    six_on = np.minimum(place + 6, count)
    result[:, 13] = np.minimum(kept[:, -1:] - kept, 20)
    result[:, 14] = edged[:, 2:-1] - edged[:, 1:-2]
    result[:, 15] = np.minimum(plain[:, -1:] - plain, 20)
    result[:, 16] = (plain[:, six_on] - plain) / np.maximum(six_on - place, 1)
    for number, threshold in enumerate(_SIGNS):
        _view_signs(scores > threshold, result[:, 17 + 7 * number : 24 + 7 * number])
    return result


def _sums(values: npt.NDArray[Any]) -> Floats:
    """Sums of everything above each place."""
    sums = np.zeros((values.shape[0], values.shape[1] + 1))
    np.cumsum(values, axis=1, out=sums[:, 1:])
    return sums


def _from_below(extreme: np.ufunc, values: Floats) -> Floats:
    result: Floats = extreme.accumulate(values[:, ::-1], axis=1)[:, ::-1]
    return result


def _view_signs(flags: npt.NDArray[np.bool_], result: Floats) -> None:
    """How many flagged lines above and below each place, how far the nearest, how dense around."""
    count = flags.shape[1]
    place = np.arange(count + 1)
    sums = _sums(flags)
    edge = np.zeros((len(flags), 1), dtype=bool)
    above, here = np.concatenate((edge, flags), axis=1), np.concatenate((flags, edge), axis=1)
    last = np.maximum.accumulate(np.where(above, place, 0), axis=1)
    following = np.minimum.accumulate(np.where(here, place, 10**6)[:, ::-1], axis=1)[:, ::-1]
    on, back = np.minimum(place + 10, count), np.maximum(place - 10, 0)
    result[:, 0] = np.minimum(sums, 10)
    result[:, 1] = np.minimum(sums[:, -1:] - sums, 20)
    result[:, 2] = np.minimum(following - place, 40)
    result[:, 3] = np.where(last > 0, np.minimum(place - last, 40), 50)
    result[:, 4] = (sums[:, -1:] - sums) / np.maximum(count - place, 1)
    result[:, 5] = (sums[:, on] - sums) / np.maximum(on - place, 1)
    result[:, 6] = (sums - sums[:, back]) / np.maximum(place - back, 1)
