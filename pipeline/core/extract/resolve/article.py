"""An article as the passes see it, and the spans that they hand on."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from pipeline.core.extract.gazetteer import Gazetteer
from pipeline.core.extract.resolve.patterns import APOSTROPHE

# A word keeps inner hyphens, ampersands and apostrophes (al-Assad, AT&T, O'Neill), never a possessive's.
_WORD = re.compile(
    rf"(?:[^\W\d_]\.){{2,}}|[^\W_]+(?:(?:[&-]|[.](?=[^\W\d_])|{APOSTROPHE}(?!s\b))[^\W_]+)*",
)
_LONGEST_NAME = 12  # words


class Found(NamedTuple):
    """A name in the text: `text[start:end]`, with spaCy's label."""

    start: int
    end: int
    label: str


class Word(NamedTuple):
    """A word in the text. A full stop belongs to it only inside initials: "U.S."."""

    start: int
    end: int
    text: str


@dataclass(slots=True)
class Article:
    """The text with its words; `title` is the headline where the text does not begin with it."""

    text: str
    gazetteer: Gazetteer
    language: str = "en"
    title: str | None = None
    words: list[Word] = field(init=False)
    starts: list[int] = field(init=False)
    _lowered: frozenset[str] | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        self.words = [Word(*match.span(), match.group()) for match in _WORD.finditer(self.text)]
        self.starts = [word.start for word in self.words]

    @property
    def lowered(self) -> frozenset[str]:
        """The words that the text has in small letters somewhere."""
        if self._lowered is None:
            self._lowered = frozenset(word.text for word in self.words if word.text.islower())
        return self._lowered

    @property
    def headline_end(self) -> int:
        """Where the first line ends, which is the headline of a text of several lines."""
        return max(0, self.text.find("\n"))

    def first_word(self, start: int) -> int:
        """The number of the first word that starts at or after `start`."""
        return bisect_left(self.starts, start)

    def words_of(self, span: Found) -> list[Word]:
        """The words inside a span."""
        return self.words[self.first_word(span.start) : self.first_word(span.end)]

    def surface(self, span: Found) -> str:
        """What the text says there."""
        return self.text[span.start : span.end]

    def occurrences(self, labels: Mapping[str, str], start: int = 0, end: int | None = None) -> Iterator[Found]:
        """Where the names that `labels` gives a label stand as whole words, the longest at each place.

        Looks between the offsets `start` and `end`. The time does not depend on how many names there are.
        """
        lengths: dict[str, set[int]] = {}
        for name in labels:
            parts = _WORD.findall(name)
            if parts and len(parts) <= _LONGEST_NAME:
                lengths.setdefault(parts[0], set()).add(len(parts))
        ordered = {first: sorted(known, reverse=True) for first, known in lengths.items()}
        stop = len(self.words) if end is None else self.first_word(end)
        number = self.first_word(start)
        while number < stop:
            step = 1
            first = self.words[number]
            for length in ordered.get(first.text, ()):
                if number + length <= stop:
                    last = self.words[number + length - 1]
                    label = labels.get(self.text[first.start : last.end])
                    if label is not None:
                        yield Found(first.start, last.end, label)
                        step = length
                        break
            number += step


class Taken:
    """Which stretches of the text are already named; spans in it never overlap."""

    def __init__(self, spans: Iterable[Found]) -> None:
        self._spans = sorted(spans)
        self._starts = [span.start for span in self._spans]

    def overlapping(self, start: int, end: int) -> list[Found]:
        """The spans that share a character with `start:end`."""
        first = max(0, bisect_left(self._starts, start) - 1)
        last = bisect_left(self._starts, end)
        return [span for span in self._spans[first:last] if span.end > start]

    def free(self, start: int, end: int) -> bool:
        """Whether nothing is named there yet."""
        return not self.overlapping(start, end)


def without_overlaps(spans: Iterable[Found]) -> list[Found]:
    """Sorted, and of spans that overlap the longest, then the first."""
    kept: list[Found] = []
    for span in sorted(set(spans), key=lambda span: (span.start, -span.end, span.label)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
        elif span.end - span.start > kept[-1].end - kept[-1].start:
            kept[-1] = span
    return kept
