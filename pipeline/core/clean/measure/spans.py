"""Which lines stand together: the lines of many articles in one row, article after article."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

Integers = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]


class Spans:
    """Where each article's lines begin and end, told for each article and for each line.

    `starts` and `ends` have one number an article; `article`, `first` and `stop` (one past the last) one a line, and
    `here` is the lines' own numbers. No article is empty.
    """

    def __init__(self, sizes: Sequence[int]) -> None:
        self.sizes = np.array(sizes, dtype=np.int64)
        self.ends = np.cumsum(self.sizes)
        self.starts = self.ends - self.sizes
        self.lines = int(self.ends[-1])
        self.here = np.arange(self.lines)
        self.article = np.repeat(np.arange(len(self.sizes)), self.sizes)
        self.first = self.starts[self.article]
        self.stop = self.ends[self.article]

    def last(self, flags: Flags) -> Integers:
        """For each line, the last flagged line of its article at or above it; `first - 1` if there is none."""
        last: Integers = np.maximum(np.maximum.accumulate(np.where(flags, self.here, -1), axis=-1), self.first - 1)
        return last

    def following(self, flags: Flags) -> Integers:
        """For each line, the first flagged line of its article at or below it; `stop` if there is none."""
        marked = np.where(flags, self.here, self.lines)[..., ::-1]
        following: Integers = np.minimum(np.minimum.accumulate(marked, axis=-1)[..., ::-1], self.stop)
        return following


def sums(values: npt.NDArray[Any]) -> Integers:
    """Sums of everything before each place along the last axis, and of everything; whole numbers only."""
    result = np.zeros((*values.shape[:-1], values.shape[-1] + 1), dtype=np.int64)
    np.cumsum(values, axis=-1, out=result[..., 1:])
    return result


# More than what any two numbers that are compared lie apart, so that no article's numbers reach another's.
_APART = 1 << 40


def highest_so_far(values: Integers, article: Integers) -> Integers:
    """The running maximum along the last axis, begun anew in each article. Values: up to 2**39 from 0."""
    apart = article * _APART
    return np.maximum.accumulate(values + apart, axis=-1) - apart


def lowest_so_far(values: Integers, article: Integers) -> Integers:
    """The running minimum along the last axis, begun anew in each article."""
    return -highest_so_far(-values, article)


def lowest_from_here(values: Integers, article: Integers) -> Integers:
    """The minimum of each place and all below it in its article, along the last axis."""
    apart = article * _APART
    return np.minimum.accumulate((values + apart)[..., ::-1], axis=-1)[..., ::-1] - apart
