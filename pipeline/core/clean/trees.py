"""Boosted decision trees, as a file a person can read and as arrays that score all lines at once.

A tree in the file is a nested list: `[feature, threshold, low, high]`, where a line goes to `low` when its feature is
at most the threshold; a number is a leaf. The score is the sum over the trees.
"""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Tree: TypeAlias = "float | list[str | float | Tree]"
Floats = npt.NDArray[np.float64]


class Forest:
    """A sum of trees, all filled up to the same depth so that they are walked together, level by level."""

    def __init__(self, trees: Sequence[Tree], features: Sequence[str]) -> None:
        columns = {name: column for column, name in enumerate(features)}
        self.depth = max((_depth(tree) for tree in trees), default=0)
        inner, leaves = 2**self.depth - 1, 2**self.depth
        self._column = np.zeros((len(trees), inner), dtype=np.int64)
        self._threshold = np.full((len(trees), inner), np.inf)
        self._leaf = np.zeros((len(trees), leaves))
        for number, tree in enumerate(trees):
            self._fill(number, tree, 0, 0, columns)
        self._inner_root = np.arange(len(trees)) * inner
        self._leaf_root = np.arange(len(trees)) * leaves

    def _fill(self, number: int, tree: Tree, node: int, depth: int, columns: Mapping[str, int]) -> None:
        if depth == self.depth:
            assert isinstance(tree, int | float)
            self._leaf[number, node - (2**self.depth - 1)] = tree
            return
        low = high = tree
        if isinstance(tree, list):
            feature, threshold, low, high = tree  # type: ignore[assignment]
            self._column[number, node] = columns[str(feature)]
            self._threshold[number, node] = threshold
        self._fill(number, low, 2 * node + 1, depth + 1, columns)
        self._fill(number, high, 2 * node + 2, depth + 1, columns)

    def score(self, rows: Floats) -> Floats:
        """The score of each row of features."""
        column, threshold, leaf = self._column.ravel(), self._threshold.ravel(), self._leaf.ravel()
        flat = rows.ravel()
        start = (np.arange(len(rows)) * rows.shape[1])[:, None]
        node = np.zeros((len(rows), len(self._leaf)), dtype=np.int64)
        for _ in range(self.depth):
            at = node + self._inner_root
            goes_high = flat.take(start + column.take(at)) > threshold.take(at)
            node += node
            node += 1
            node += goes_high
        scores: Floats = leaf.take(node - (2**self.depth - 1) + self._leaf_root).sum(axis=1)
        return scores


def _depth(tree: Tree) -> int:
    if not isinstance(tree, list):
        return 0
    return 1 + max(_depth(tree[2]), _depth(tree[3]))  # type: ignore[arg-type]
