"""An article as a list of lines, each knowing where it stands in the original."""

import re
from itertools import accumulate
from typing import NamedTuple

# Universal newlines, as Python reads files. Rarer separators (form feed, U+2028 …) stay inside their line,
# so a kept line is a kept line for every reader, whatever they split on.
_BREAK = re.compile(r"\r\n|\r|\n")


class Line(NamedTuple):
    """A line that is not blank: its text, its offset in code points, its number, the blank lines above it."""

    text: str
    offset: int
    number: int
    gap: int


def split_lines(text: str) -> list[Line]:
    """Split `text` into its non-blank lines; numbers and offsets count from 0 and include the blank ones."""
    if "\r" in text:
        spans = [(match.start(), match.end()) for match in _BREAK.finditer(text)]
        starts = [0, *(end for _, end in spans)]
        pieces = [text[start:stop] for start, stop in zip(starts, [*(s for s, _ in spans), len(text)], strict=True)]
    else:
        pieces = text.split("\n")
        starts = [0, *accumulate(len(piece) + 1 for piece in pieces)]
    numbers = [number for number, piece in enumerate(pieces) if piece and not piece.isspace()]
    return [
        Line(pieces[number], starts[number], number, number - above - 1)
        for number, above in zip(numbers, [-1, *numbers], strict=False)
    ]
