"""An article as the passes see it, and the spans that they hand on."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from pipeline.core.extract.gazetteer import Gazetteer
from pipeline.core.extract.resolve.patterns import APOSTROPHE

# A word keeps inner hyphens, ampersands and apostrophes (al-Assad, AT&T, O'Neill), never a possessive's.
_WORD = re.compile(
    rf"(?:[^\W\d_]\.){{2,}}|[^\W_]+(?:(?:[&-]|[.](?=[^\W\d_])|{APOSTROPHE}(?!s\b))[^\W_]+)*",
)
_LONGEST_NAME = 12  # words
_FEW_WORDS = 20  # so few are looked at one by one


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
    _headline_end: int | None = field(init=False, default=None)
    _lowered: frozenset[str] | None = field(init=False, default=None)
    _numbers: defaultdict[str, list[int]] | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        text, new = self.text, tuple.__new__  # what Word() does, at a third of its cost: there are a thousand
        spans = [match.span() for match in _WORD.finditer(text)]
        self.words = [new(Word, (start, end, text[start:end])) for start, end in spans]
        self.starts = [start for start, _ in spans]

    @property
    def lowered(self) -> frozenset[str]:
        """The words that the text has in small letters somewhere."""
        if self._lowered is None:
            self._lowered = frozenset(filter(str.islower, self.numbers))
        return self._lowered

    @property
    def numbers(self) -> Mapping[str, list[int]]:
        """For each word that the text has, the numbers at which it stands in `words`."""
        if self._numbers is None:
            self._numbers = defaultdict(list)
            for number, (_, _, word) in enumerate(self.words):
                self._numbers[word].append(number)
            self._numbers.default_factory = None
        return self._numbers

    @property
    def headline_end(self) -> int:
        """Where the first line ends, which is the headline of a text of several lines."""
        if self._headline_end is None:
            self._headline_end = max(0, self.text.find("\n"))
        return self._headline_end

    def first_word(self, start: int) -> int:
        """The number of the first word that starts at or after `start`."""
        return bisect_left(self.starts, start)

    def words_of(self, span: Found) -> list[Word]:
        """The words inside a span."""
        return self.words[self.first_word(span.start) : self.first_word(span.end)]

    def surface(self, span: Found) -> str:
        """What the text says there."""
        return self.text[span.start : span.end]

    def occurrences(
        self, labels: "Mapping[str, str] | Names", start: int = 0, end: int | None = None
    ) -> Iterator[Found]:
        """Where the names that `labels` gives a label stand as whole words, the longest at each place.

        Looks between the offsets `start` and `end`. The time does not depend on how many names there are.
        """
        names = labels if isinstance(labels, Names) else Names(labels)
        stop = len(self.words) if end is None else self.first_word(end)
        number = self.first_word(start)
        for at in self._beginnings(names, number, stop):
            if at < number:
                continue  # inside the name before
            begin, _, first = self.words[at]
            for length in names.lengths[first]:
                if at + length <= stop:
                    last = self.words[at + length - 1].end
                    label = names.labels.get(self.text[begin:last])
                    if label is not None:
                        yield Found(begin, last, label)
                        number = at + length
                        break

    def _beginnings(self, names: "Names", start: int, stop: int) -> Iterable[int]:
        """The numbers of the words from `start` to `stop` that a name begins with."""
        if stop - start <= _FEW_WORDS:
            return [at for at in range(start, stop) if self.words[at].text in names.lengths]
        known = self.numbers
        return sorted(at for first in names.lengths for at in known.get(first, ()) if start <= at < stop)


class Names:
    """Names to be looked for: `labels` gives each its label, `lengths` the words that names of a first word have."""

    __slots__ = ("labels", "lengths")

    def __init__(self, labels: Mapping[str, str]) -> None:
        """Names of many words are left out."""
        lengths: dict[str, set[int]] = {}
        for name in labels:
            parts = _WORD.findall(name)
            if parts and len(parts) <= _LONGEST_NAME:
                lengths.setdefault(parts[0], set()).add(len(parts))
        self.labels = labels
        self.lengths = {first: sorted(known, reverse=True) for first, known in lengths.items()}


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
    given = list(spans)
    if all(one[1] <= other[0] for one, other in pairwise(given)):
        return given  # as most passes hand them on
    kept: list[Found] = []
    for span in sorted(set(given), key=lambda span: (span.start, -span.end, span.label)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
        elif span.end - span.start > kept[-1].end - kept[-1].start:
            kept[-1] = span
    return kept
