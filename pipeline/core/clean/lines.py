"""An article as a list of lines, each knowing where it stands in the original."""

import re
from typing import NamedTuple

# Universal newlines, as Python reads files. Rarer separators (form feed, U+2028 …) stay inside their line,
# so a kept line is a kept line for every reader, whatever they split on.
_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")


class Line(NamedTuple):
    """A line that is not blank: its text, its offset in code points, its number, the blank lines above it."""

    text: str
    offset: int
    number: int
    gap: int


def split_lines(text: str) -> list[Line]:
    """Split `text` into its non-blank lines; numbers and offsets count from 0 and include the blank ones."""
    lines: list[Line] = []
    gap = 0
    for number, match in enumerate(_LINE.finditer(text)):
        content = match[1]
        if not content or content.isspace():
            gap += 1
            continue
        lines.append(Line(content, match.start(), number, gap))
        gap = 0
    return lines
