"""The sentence that a quotation stands in, what is quoted being masked."""

import re
from bisect import bisect_left, bisect_right

from pipeline.core.extract.quotations.marks import Stretch, last_sign
from pipeline.core.extract.quotations.words import Words

MASK = "\x00"
_STOP = re.compile(
    r"([.!?…]+|[。！？])[)\]’'”\"»]*(?:\s+|(?<=[。！？]))"
    r"(?=(?:[\"“„«»「‘'(\[¿¡—–-]+[ \u00a0\u202f]?)?(?:[^\W_a-zß-ÿ]|\x00))"
)
_BEFORE = re.compile(r"[\w.’'-]+$")
_LONGEST_ABBREVIATION = 12  # characters
_ENDS = ".!?…。！？"
_NEAR = 90  # characters behind a question or an exclamation in which a verb of speech still belongs to it
_BREAK = re.compile("\n")
_LONGEST = 600  # characters before and behind a quotation in its sentence
_REMEMBERED = 4  # sentences
_OPENING = "“„«»\"「『‘'"


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
        self._opened = [stretch.opened for stretch in stretches]
        self._words = words
        self._breaks = [match.start() for match in _BREAK.finditer(plain)]
        self._ends: dict[int, list[int]] = {}

    def paragraph(self, at: int) -> tuple[int, int]:
        """Where the paragraph of an offset begins and ends."""
        number = bisect_left(self._breaks, at)
        start = self._breaks[number - 1] + 1 if number else 0
        return start, self._breaks[number] if number < len(self._breaks) else len(self._plain)

    def around(self, stretch: Stretch) -> tuple[int, int]:
        """Where the sentence of a stretch begins and ends; of a very long one what is near."""
        start, end = self.paragraph(stretch.opened)[0], self.paragraph(stretch.closed)[1]
        ends = self._ends_in(start, end)
        before = bisect_right(ends, stretch.opened)
        after = bisect_right(ends, max(stretch.closed - 1, stretch.opened))
        first = ends[before - 1] if before else start
        last = ends[after] if after < len(ends) else end
        return max(first, stretch.opened - _LONGEST), min(last, stretch.closed + _LONGEST)

    def before(self, at: int) -> list[tuple[int, int]]:
        """The sentences before an offset in its paragraph, the nearest first, as far as anybody remembers."""
        start, end = self.paragraph(at)
        ends = self._ends_in(start, end)
        number = bisect_right(ends, at)
        bounds = [*([start] if number <= _REMEMBERED else []), *ends[max(0, number - _REMEMBERED - 1) : number]]
        return list(zip(bounds[-2::-1], bounds[:0:-1], strict=True))

    def _ends_in(self, start: int, end: int) -> list[int]:
        """Where a sentence of the paragraph `start:end` ends and the next begins."""
        if start not in self._ends:
            found = {match.end() for match in _STOP.finditer(self._plain, start, end) if self._is_end(match)}
            own = self._stretches[bisect_left(self._opened, start) : bisect_left(self._opened, end)]
            found |= {stretch.closed for stretch in own if self._ends_with(stretch, end)}
            self._ends[start] = sorted(found)
        return self._ends[start]

    def _is_end(self, match: re.Match[str]) -> bool:
        if match[1] != ".":
            return True
        word = _BEFORE.search(self._plain, max(0, match.start() - _LONGEST_ABBREVIATION), match.start())
        if word is None:
            return True
        return not (
            word.group().lower() in self._words.abbreviations or (len(word.group()) == 1 and word.group().isupper())
        )

    def _ends_with(self, stretch: Stretch, end: int) -> bool:
        """Whether the sentence ends with the stretch: with its last sign, unless who speaks follows."""
        last = last_sign(self._text, stretch)
        if last not in _ENDS:
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
        if cue is None or last == ".":
            return True
        between = rest[: cue.start()]
        return any(sign in between for sign in ".!?:;" + MASK)
