"""Boosted decision trees, as a file a person can read and as arrays that score all lines at once.

A tree in the file is a nested list: `[feature, threshold, low, high]`, where a line goes to `low` when its feature is
at most the threshold; a number is a leaf. The score is the sum over the trees.
"""

from collections.abc import Sequence
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

Tree: TypeAlias = "float | list[str | float | Tree]"
Floats = npt.NDArray[np.float64]


class Forest:
    """A sum of trees, all filled up to the same depth so that they are walked together, level by level.

    Level `d` of all trees lies in one array, `2**d` nodes a tree, so that the nodes below node `i` are `2i` (low) and
    `2i + 1` (high) of the next level.
    """

    def __init__(self, trees: Sequence[Tree], features: Sequence[str]) -> None:
        columns = {name: column for column, name in enumerate(features)}
        depth = max((_depth(tree) for tree in trees), default=0)
        self._size = len(trees)
        self._levels: list[tuple[npt.NDArray[np.int64], Floats]] = []
        nodes: list[Tree] = list(trees)
        for _ in range(depth):
            splits: list[list[Any]] = [
                node if isinstance(node, list) else [features[0], np.inf, node, node] for node in nodes
            ]
            self._levels.append(
                (
                    np.array([columns[str(split[0])] for split in splits], dtype=np.int64),
                    np.array([split[1] for split in splits], dtype=np.float64),
                )
            )
            nodes = [child for split in splits for child in split[2:]]
        self._leaf = np.array(nodes, dtype=np.float64)

    def score(self, rows: Floats) -> Floats:
        """The score of each row of features."""
        flat = rows.ravel()
        start = (np.arange(len(rows)) * rows.shape[1])[:, None]
        node = np.broadcast_to(np.arange(self._size), (len(rows), self._size)).copy()
        for column, threshold in self._levels:
            place = column.take(node)
            place += start
            goes_high = flat.take(place) > threshold.take(node)
            node += node
            node += goes_high
        scores: Floats = self._leaf.take(node).sum(axis=1)
        return scores


def _depth(tree: Tree) -> int:
    if not isinstance(tree, list):
        return 0
    return 1 + max(_depth(tree[2]), _depth(tree[3]))  # type: ignore[arg-type]
