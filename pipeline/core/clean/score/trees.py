"""Boosted decision trees, as a file a person can read and as arrays that score all lines at once.

A tree in the file is a nested list: `[feature, threshold, low, high]`, where a line goes to `low` when its feature is
at most the threshold (which is rounded to 1/512, as features are); a number is a leaf. The score is the sum over the
trees.
"""

from collections.abc import Sequence
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from pipeline.core.clean.measure.fixed import Fixed, fixed

Tree: TypeAlias = "float | list[str | float | Tree]"

# Scores are whole numbers too, in 4096ths.
UNIT = 4096
_MOST_LEAVES = 8
# So many lines at a time stay in the processor's cache.
_BLOCK = 512


class Forest:
    """A sum of trees of at most eight leaves, which are not walked: every split is compared with every line.

    A tree's leaves are numbered from low to high. A line that is above a split's threshold cannot come to a leaf under
    the split's low side; what is left of the eight bits when all splits have taken theirs away names the leaf. It is
    the lowest one left, and `_leaves` has its value at each of the 256 possible sets of bits taken away.
    """

    def __init__(self, trees: Sequence[Tree], features: Sequence[str]) -> None:
        columns = {name: column for column, name in enumerate(features)}
        splits = _MOST_LEAVES - 1
        self._size = len(trees)
        self._column = np.zeros((splits, self._size), dtype=np.intp)
        self._threshold = np.full((splits, self._size), np.iinfo(np.int16).max, dtype=np.int16)
        self._taken = np.zeros((splits, self._size), dtype=np.uint8)
        self._leaves = np.zeros((self._size, 256), dtype=np.int32)
        for number, tree in enumerate(trees):
            found, leaves = _flat(tree)
            for row, (feature, threshold, taken) in enumerate(found):
                self._column[row, number] = columns[feature]
                self._threshold[row, number] = fixed(np.array(threshold))
                self._taken[row, number] = taken
            self._leaves[number] = _by_set(np.rint(np.array(leaves) * UNIT).astype(np.int32))
        self._tree = np.arange(self._size)[:, None] * 256

    def score(self, columns: Fixed) -> npt.NDArray[np.int32]:
        """The score of each column of features, in 4096ths."""
        count = columns.shape[1]
        scores = np.zeros(count, dtype=np.int32)
        if self._size:
            for start in range(0, count, _BLOCK):
                scores[start : start + _BLOCK] = self._block(columns[:, start : start + _BLOCK])
        return scores

    def _block(self, columns: Fixed) -> npt.NDArray[np.int32]:
        above = columns[self._column.ravel()] > self._threshold.reshape(-1, 1)
        taken = above.view(np.uint8) * self._taken.reshape(-1, 1)
        taken = np.bitwise_or.reduce(taken.reshape(len(self._taken), self._size, -1), axis=0)
        scores: npt.NDArray[np.int32] = self._leaves.take(taken + self._tree).sum(axis=0, dtype=np.int32)
        return scores


def _flat(tree: Tree) -> tuple[list[tuple[str, float, int]], list[float]]:
    """The splits of a tree, each with the leaves under its low side as bits; and the leaves from low to high."""
    splits: list[tuple[str, float, int]] = []
    leaves: list[float] = []

    def visit(node: Any) -> None:
        if not isinstance(node, list):
            leaves.append(float(node))
            return
        feature, threshold, low, high = node
        first = len(leaves)
        visit(low)
        splits.append((feature, threshold, (1 << len(leaves)) - (1 << first)))
        visit(high)

    visit(tree)
    if len(leaves) > _MOST_LEAVES:
        raise ValueError(f"a tree has {len(leaves)} leaves, more than {_MOST_LEAVES}")
    return splits, leaves


def _by_set(leaves: npt.NDArray[np.int32]) -> npt.NDArray[np.int32]:
    """The leaf a line comes to, by the set of leaves that it cannot come to; the last for sets that never occur."""
    return np.array(
        [leaves[min((~taken & (taken + 1)).bit_length() - 1, len(leaves) - 1)] for taken in range(256)], dtype=np.int32
    )
