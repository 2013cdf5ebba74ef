"""The sentence that a quotation stands in, what is quoted being masked."""

import re
from bisect import bisect_right

from pipeline.core.extract.quotations.marks import Stretch
from pipeline.core.extract.quotations.words import Words

MASK = "\x00"
_STOP = re.compile(
    r"([\w.’'-]*)([.!?…]+|[。！？])[)\]’'”\"»]*(?:\s+|(?<=[。！？]))(?=[\"“„«「‘'(\[¿¡—–-]*(?:[^\W_a-zß-ÿ]|\x00))"
)
_ENDS = ".!?…。！？"
_NEAR = 90  # characters behind a question or an exclamation in which a verb of speech still belongs to it
_OPENING = "“„«\"「『‘'"


def masked(text: str, stretches: list[Stretch]) -> str:
    """The text with everything inside quotation marks blotted out; offsets stay."""
    parts, position = [], 0
    for stretch in stretches:
        parts += [text[position : stretch.start], MASK * (stretch.end - stretch.start)]
        position = stretch.end
    parts.append(text[position:])
    return "".join(parts)


class Sentences:
    """Where sentences end. Looked for paragraph by paragraph, and only where a quotation stands."""

    def __init__(self, text: str, plain: str, stretches: list[Stretch], words: Words) -> None:
        """`plain` is the masked text."""
        self._text = text
        self._plain = plain
        self._stretches = stretches
        self._words = words
        self._ends: dict[int, list[int]] = {}

    def paragraph(self, stretch: Stretch) -> tuple[int, int]:
        """Where the paragraph, or paragraphs, of a stretch begin and end."""
        end = self._plain.find("\n", stretch.closed)
        return self._plain.rfind("\n", 0, stretch.opened) + 1, len(self._plain) if end < 0 else end

    def around(self, stretch: Stretch) -> tuple[int, int]:
        """Where the sentence of a stretch begins and ends."""
        start, end = self.paragraph(stretch)
        ends = self.ends(start, end)
        before = bisect_right(ends, stretch.opened)
        after = bisect_right(ends, max(stretch.closed - 1, stretch.opened))
        return (ends[before - 1] if before else start), (ends[after] if after < len(ends) else end)

    def ends(self, start: int, end: int) -> list[int]:
        """Where a sentence of the paragraph `start:end` ends and the next begins."""
        if start not in self._ends:
            found = {match.end() for match in _STOP.finditer(self._plain, start, end) if self._is_end(match)}
            found |= {
                stretch.closed
                for stretch in self._stretches
                if start <= stretch.opened < end and self._ends_with(stretch, end)
            }
            self._ends[start] = sorted(found)
        return self._ends[start]

    def _is_end(self, match: re.Match[str]) -> bool:
        if match[2] != ".":
            return True
        word = match[1].lower()
        return not (word.rstrip(".") in self._words.abbreviations or (len(word) == 1 and match[1].isupper()))

    def _ends_with(self, stretch: Stretch, end: int) -> bool:
        """Whether the sentence ends with the stretch: with its last sign, unless who speaks follows."""
        if self._text[stretch.end - 1] not in _ENDS:
            return False
        rest = self._plain[stretch.closed : min(end, stretch.closed + _NEAR)]
        follows = rest.lstrip(" \t\u00a0\u202f")
        if not follows:
            return True
        first = follows[0]
        if first in _OPENING:
            return True
        if not first.isupper() and not first.isdigit():
            return False
        cue = self._words.cue.search(rest)
        if cue is None or self._text[stretch.end - 1] == ".":
            return True
        between = rest[: cue.start()]
        return any(sign in between for sign in ".!?:;" + MASK)
