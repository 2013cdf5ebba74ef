"""How likely each block of a page is the article's: two looks, the second with what another reader made of the page.

The first look knows the page alone. What it is sure of that it is no part of the article is taken out of the tree, so
trafilatura reads a third of the page, faster and with less to be misled by. The second look weighs its reading.
"""

import json
from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import Any

import numpy as np

from pipeline.core.clean.measure.fixed import Integers
from pipeline.core.clean.page.blocks import Block, Place
from pipeline.core.clean.page.measure import Rows
from pipeline.core.clean.score.trees import UNIT, Forest

# Log-odds below which a block is surely not the article's, and is not shown to other readers.
SURELY_NOT = -3 * UNIT


class PageModel:
    """Both looks' trees from `weights`, the parsed content of a weights file. Scores are log-odds in 4096ths."""

    def __init__(self, weights: Mapping[str, Any]) -> None:
        self.version: str = weights["version"]
        self._looks = [_Look(weights["trees"][name]) for name in ("first", "second")]

    def first(self, rows: Rows) -> Integers:
        """What the page alone says."""
        return self._looks[0].score(rows)

    def second(self, rows: Rows) -> Integers:
        """What the page says together with other readings of it."""
        return self._looks[1].score(rows)


class _Look:
    def __init__(self, trees: Sequence[Any]) -> None:
        self._names = sorted(_features(trees))
        self._forest = Forest(trees, self._names)

    def score(self, rows: Rows) -> Integers:
        return self._forest.score(np.stack([rows[name] for name in self._names])).astype(np.int64)


def _features(trees: Sequence[Any]) -> set[str]:
    found: set[str] = set()
    left = list(trees)
    while left:
        tree = left.pop()
        if isinstance(tree, list):
            found.add(tree[0])
            left += tree[2:]
    return found


def load() -> PageModel:
    """The model that is packaged with Dateline."""
    return PageModel(json.loads(files("pipeline.core.clean").joinpath("weights", "page.json").read_bytes()))


def take_out(blocks: Sequence[Block], scores: Integers, below: int = SURELY_NOT) -> None:
    """Take out of the tree the tags that hold nothing but blocks that are surely not the article's."""
    held: dict[int, Place] = {}
    kept: set[int] = set()
    for block, score in zip(blocks, scores.tolist(), strict=True):
        place: Place | None = block.place
        while place is not None and place.number not in kept:
            if score > below:
                kept.add(place.number)
            else:
                held[place.number] = place
            place = place.parent
    for number, place in held.items():
        if number not in kept and place.parent is not None and place.parent.number in kept:
            _remove(place.element)


def _remove(element: Any) -> None:
    """Take a tag out; the text behind it stays."""
    above = element.getparent()
    if above is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is None:
            above.text = (above.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
    above.remove(element)
