"""Where the article may end: what the scores of the lines say about each place, seen from that place.

Place `n` lies above line `n` of an article; the last place, below the last line, stands for an article that is not
cut. An article has one place more than lines; the places of many articles stand in a row, as the lines do.
"""

import numpy as np
import numpy.typing as npt

from pipeline.core.clean.measure.fixed import ONE, Fixed, Flags, Integers, mean, ratio, whole
from pipeline.core.clean.measure.spans import Spans, highest_so_far, lowest_from_here, lowest_so_far, sums

VIEWS = (
    "below", "prev", "next", "prev2", "next2", "least_below", "most_above", "mean_below", "next5", "prev5", "behind",
    "later", "earlier", "kept_below", "jump", "plain_below", "plain_next6",
    *(
        f"{sign}_{view}"
        for sign in ("likely", "sure")
        for view in ("above", "below", "to", "since", "share", "next10", "prev10")
    ),
)  # fmt: skip
_EDGE = 12 * ONE
_FAR = 60 * ONE
_NOTHING = np.int16(-9 * ONE)
_SIGNS = (0, 2 * ONE)
_KEPT, _PLAIN = -2 * ONE, -3 * ONE


def places_of(spans: Spans) -> Spans:
    """The places of the articles, as `Spans` of their own."""
    return Spans((spans.sizes + 1).tolist())


def places(rows: Fixed, streams: npt.NDArray[np.int32], spans: Spans, chosen: Integers) -> Fixed:
    """One column a chosen place: the features of the line below it (-9 below the last), then the views of each stream.

    `streams` holds log-odds in 512ths, a row a stream, a column a line.
    """
    all_places = places_of(spans)
    article = all_places.article[chosen]
    at = chosen - article
    below_last = at == spans.ends[article]
    width = len(rows)
    result = np.empty((width + len(streams) * len(VIEWS), len(chosen)), dtype=np.int16)
    result[:width] = rows.take(np.minimum(at, spans.lines - 1), axis=1)
    result[:width, below_last] = _NOTHING
    result[width:] = views(streams, spans, all_places, chosen).reshape(-1, len(chosen))
    return result


def views(streams: npt.NDArray[np.int32], spans: Spans, all_places: Spans, chosen: Integers) -> Fixed:
    """What the streams look like from each chosen place: shape (streams, len(VIEWS), chosen)."""
    article = all_places.article[chosen]
    at, first, stop = chosen - article, spans.starts[article], spans.ends[article]
    scores = np.clip(streams.astype(np.int64), -31 * ONE, 31 * ONE)
    totals = sums(scores)
    # At every place, the sum of the scores above it, and from that how the sum below compares with other places'.
    above = totals[:, all_places.here - all_places.article] - totals[:, all_places.first - all_places.article]
    lowest_above = lowest_so_far(above, all_places.article)
    lowest_below = lowest_from_here(above, all_places.article)
    least = np.minimum.reduceat(above, all_places.starts, axis=1)[:, article]
    here = above[:, chosen]
    below = totals[:, stop] - totals[:, at]
    five_on, five_back, six_on = np.minimum(at + 5, stop), np.maximum(at - 5, first), np.minimum(at + 6, stop)
    prev, following = _score(scores, at - 1, at > first, -_EDGE), _score(scores, at, at < stop, _EDGE)
    left = np.maximum(stop - at, 1)
    kept, plain = sums(scores < _KEPT), sums(scores < _PLAIN)
    result = np.empty((len(streams), len(VIEWS), len(chosen)), dtype=np.int16)
    result[:, 0] = np.clip(below, -_FAR, _FAR)
    result[:, 1], result[:, 2] = prev, following
    result[:, 3] = _score(scores, at - 2, at > first + 1, -_EDGE)
    result[:, 4] = _score(scores, at + 1, at < stop - 1, _EDGE)
    result[:, 5] = _score(lowest_from_here(scores, spans.article), at, at < stop, _EDGE)
    result[:, 6] = _score(highest_so_far(scores, spans.article), at - 1, at > first, -_EDGE)
    result[:, 7] = mean(below, left)
    result[:, 8] = mean(totals[:, five_on] - totals[:, at], np.maximum(five_on - at, 1))
    result[:, 9] = mean(totals[:, at] - totals[:, five_back], np.maximum(at - five_back, 1))
    result[:, 10] = np.minimum(here - least, _FAR)
    later = here - lowest_below.take(chosen + 1, axis=1, mode="clip")
    earlier = here - lowest_above.take(chosen - 1, axis=1, mode="clip")
    result[:, 11] = np.where(at < stop, np.clip(later, -_FAR, _FAR), -_FAR)
    result[:, 12] = np.where(at > first, np.clip(earlier, -_FAR, _FAR), -_FAR)
    result[:, 13] = whole(np.minimum(kept[:, stop] - kept[:, at], 20))
    result[:, 14] = following - prev
    result[:, 15] = whole(np.minimum(plain[:, stop] - plain[:, at], 20))
    result[:, 16] = ratio(plain[:, six_on] - plain[:, at], np.maximum(six_on - at, 1))
    for number, threshold in enumerate(_SIGNS):
        _view_signs(scores > threshold, spans, (at, first, stop), result[:, 17 + 7 * number : 24 + 7 * number])
    return result


def _score(scores: Integers, at: Integers, inside: Flags, outside: int) -> Integers:
    """The scores of the given lines; `outside` where there is no such line in the article."""
    found: Integers = np.where(inside, scores.take(at, axis=1, mode="clip"), outside)
    return found


def _view_signs(flags: Flags, spans: Spans, place: tuple[Integers, Integers, Integers], result: Fixed) -> None:
    """How many flagged lines above and below each place, how far the nearest, how dense around."""
    at, first, stop = place
    totals = sums(flags)
    so_far, below = totals[:, at] - totals[:, first], totals[:, stop] - totals[:, at]
    last = _score(spans.last(flags), at - 1, at > first, -1)
    following = np.where(at < stop, spans.following(flags).take(at, axis=1, mode="clip"), stop)
    on, back = np.minimum(at + 10, stop), np.maximum(at - 10, first)
    result[:, 0] = whole(np.minimum(so_far, 10))
    result[:, 1] = whole(np.minimum(below, 20))
    result[:, 2] = whole(np.where(following < stop, np.minimum(following - at, 40), 40))
    result[:, 3] = whole(np.where(last >= first, np.minimum(at - 1 - last, 40), 50))
    result[:, 4] = ratio(below, np.maximum(stop - at, 1))
    result[:, 5] = ratio(totals[:, on] - totals[:, at], np.maximum(on - at, 1))
    result[:, 6] = ratio(totals[:, at] - totals[:, back], np.maximum(at - back, 1))
