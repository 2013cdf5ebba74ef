"""How the tokens of several documents stand in one array, so that none touches another's numbers."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.core.extract.model.fast.arithmetic import whole_blocks

Numbers = NDArray[np.intp]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Layout:
    """Rows of tokens with padding between documents.

    Every document begins a block of rows (see arithmetic) with padding, as much as the encoder's layers can see; so
    its numbers do not depend on the documents beside it. `starts` and `ends` are its rows; `rows` is their total.
    """

    starts: Numbers
    ends: Numbers
    rows: int

    @classmethod
    def of(cls, lengths: Sequence[int], padding: int) -> "Layout":
        """Lay out documents of `lengths` tokens, with at least `padding` rows before and after each."""
        starts = []
        row = 0
        for length in lengths:
            starts.append(row + padding)
            row = whole_blocks(row + padding + length)
        first = np.array(starts, np.intp)
        ends = first + np.array(lengths, np.intp)
        return cls(first, ends, whole_blocks(int(ends[-1]) + padding) if len(ends) else 0)

    def spread(self, documents: Sequence[Sequence[int]]) -> Numbers:
        """One number a token, each document's in its rows; 0 in the padding."""
        result = np.zeros(self.rows, np.intp)
        for start, end, numbers in zip(self.starts.tolist(), self.ends.tolist(), documents, strict=True):
            result[start:end] = numbers
        return result

    def final(self) -> Flags:
        """Which rows hold the last token of a document."""
        flags = np.zeros(self.rows, np.bool_)
        flags[self.ends - 1] = True
        return flags
