"""Where the article may end: what the scores of the lines say about each place, seen from that place.

Place `n` lies above line `n`; the last place, below the last line, stands for an article that is not cut.
"""

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

VIEWS = (
    "below", "prev", "next", "prev2", "next2", "least_below", "most_above", "mean_below", "next5", "prev5", "behind",
    "later", "earlier", "kept_below", "jump", "plain_below", "plain_next6",
    *(f"{sign}_{view}" for sign in ("likely", "sure") for view in ("above", "below", "to", "since", "share", "next10", "prev10")),
)  # fmt: skip
_EDGE = 12.0
_FAR = 60.0
_SIGNS = (0.0, 2.0)
_KEPT, _PLAIN = -2.0, -3.0


def places(rows: Floats, streams: list[Floats]) -> Floats:
    """One row a place: the features of the line below it (-9 below the last), then the views of each score stream."""
    padded = np.concatenate((rows, np.full((1, rows.shape[1]), -9.0)))
    return np.concatenate([padded, *(views(scores) for scores in streams)], axis=1)


def views(scores: Floats) -> Floats:
    """One row a place, columns as in VIEWS; `scores` are log-odds, one a line."""
    count = len(scores)
    place = np.arange(count + 1)
    sums = np.concatenate(([0.0], np.cumsum(scores)))
    below = sums[count] - sums
    edged = np.concatenate(([-_EDGE, -_EDGE], scores, [_EDGE, _EDGE]))
    five_on, five_back = np.minimum(place + 5, count), np.maximum(place - 5, 0)
    later = np.concatenate((np.maximum.accumulate(below[::-1])[::-1][1:], [-_EDGE])) - below
    earlier = np.concatenate(([-_EDGE], np.maximum.accumulate(below)[:-1])) - below
    plain = np.concatenate(([0], np.cumsum(scores < _PLAIN)))
    six_on = np.minimum(place + 6, count)
    columns = [
        np.clip(below, -_FAR, _FAR),
        edged[1:-2],
        edged[2:-1],
        edged[:-3],
        edged[3:],
        np.concatenate((np.minimum.accumulate(scores[::-1])[::-1], [_EDGE])),
        np.concatenate(([-_EDGE], np.maximum.accumulate(scores))),
        below / np.maximum(count - place, 1),
        (sums[five_on] - sums) / np.maximum(five_on - place, 1),
        (sums - sums[five_back]) / np.maximum(place - five_back, 1),
        np.clip(below.max() - below, 0, _FAR),
        np.clip(later, -_FAR, _FAR),
        np.clip(earlier, -_FAR, _FAR),
        np.minimum(np.concatenate((np.cumsum((scores < _KEPT)[::-1])[::-1], [0])), 20),
        edged[2:-1] - edged[1:-2],
        np.minimum(plain[count] - plain, 20),
        (plain[six_on] - plain) / np.maximum(six_on - place, 1),
    ]
    for threshold in _SIGNS:
        columns += _signs(scores > threshold)
    return np.stack(columns, axis=1)


def _signs(flags: npt.NDArray[np.bool_]) -> list[Floats]:
    """How many flagged lines above and below each place, how far the nearest, how dense around."""
    count = len(flags)
    place = np.arange(count + 1)
    here = np.arange(count)
    sums = np.concatenate(([0.0], np.cumsum(flags)))
    last = np.concatenate(([-1], np.maximum.accumulate(np.where(flags, here, -1))))
    following = np.concatenate((np.minimum.accumulate(np.where(flags, here, 10**6)[::-1])[::-1], [10**6]))
    on, back = np.minimum(place + 10, count), np.maximum(place - 10, 0)
    return [
        np.minimum(sums, 10),
        np.minimum(sums[count] - sums, 20),
        np.minimum(following - place, 40),
        np.where(last >= 0, np.minimum(place - 1 - last, 40), 50),
        (sums[count] - sums) / np.maximum(count - place, 1),
        (sums[on] - sums) / np.maximum(on - place, 1),
        (sums - sums[back]) / np.maximum(place - back, 1),
    ]
