"""An article as the passes see it, and the spans that they hand on."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate, compress
from typing import TYPE_CHECKING, NamedTuple

from pipeline.core.extract.gazetteer import Gazetteer
from pipeline.core.extract.resolve.patterns import APOSTROPHE, APOSTROPHES, REMEMBERED

if TYPE_CHECKING:
    from pipeline.core.extract.resolve.seen import Seen


def _class(pattern: str) -> str:
    """What `pattern` matches of the basic plane as a class of ranges, which is a bitmap: asking what sort of character
    each is costs twice as much."""
    plane = "".join(map(chr, range(0x10000)))
    runs = (match.group() for match in re.finditer(f"{pattern}+", plane))
    return "[" + "".join(f"{re.escape(run[0])}-{re.escape(run[-1])}" for run in runs) + "]"


# A word keeps inner hyphens, ampersands and apostrophes (al-Assad, AT&T, O'Neill), never a possessive's. Initials keep
# their full stops. Nothing that has been taken is given back, and a word with nothing inside ends at once.
_LETTER, _SIGN = r"[^\W\d_]", r"[^\W_]"
_INNER = rf"(?:[&-]|[.](?={_LETTER})|{APOSTROPHE}(?!s\b)){_SIGN}++"
_WORD = (
    rf"{{sign}}(?:\.(?<={_LETTER}\.){_LETTER}\.(?:{_LETTER}\.)*+"
    rf"|{{sign}}*+(?:(?=[&.{APOSTROPHES}-])(?:{_INNER})*+|))"
)
_PARTS = re.compile(f"({_WORD.replace('{sign}', _class(_SIGN))})")
_PARTS_BEYOND = re.compile(f"({_WORD.replace('{sign}', _SIGN)})")  # for texts with letters beyond the basic plane
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
    """The text with its words; `title` is the headline where the text does not begin with it.

    `texts`, `starts` and `ends` say of each word, by its number, what it is and where it stands. They are plain lists:
    a thousand objects cost more than most passes.
    """

    text: str
    gazetteer: Gazetteer
    language: str = "en"
    title: str | None = None
    texts: list[str] = field(init=False)
    starts: list[int] = field(init=False)
    ends: list[int] = field(init=False)
    _headline_end: int | None = field(init=False, default=None)
    _lowered: frozenset[str] | None = field(init=False, default=None)
    _vocabulary: frozenset[str] | None = field(init=False, default=None)
    # Where the words stand that are not all in small letters: names begin with these, and they are a few of all.
    _numbers: dict[str, list[int]] | None = field(init=False, default=None)
    # What `seen` has made of the spans that it was asked for last.
    last_seen: "Seen | None" = field(init=False, default=None, repr=False, compare=False)

    def __post_init__(self) -> None:
        plain = self.text.isascii() or len(self.text.encode("utf-16-le", "surrogatepass")) == 2 * len(self.text)
        parts = (_PARTS if plain else _PARTS_BEYOND).split(
            self.text
        )  # what lies between the words, and the words, in turns
        edges = list(accumulate(map(len, parts)))
        self.texts, self.starts, self.ends = parts[1::2], edges[:-1:2], edges[1::2]

    @property
    def words(self) -> list[Word]:
        """All words as objects, made anew each time."""
        return list(map(Word, self.starts, self.ends, self.texts))

    @property
    def vocabulary(self) -> frozenset[str]:
        """The words that the text has."""
        if self._vocabulary is None:
            self._vocabulary = frozenset(self.texts)
        return self._vocabulary

    @property
    def lowered(self) -> frozenset[str]:
        """The words that the text has in small letters somewhere."""
        if self._lowered is None:
            self._lowered = frozenset(filter(str.islower, self.vocabulary))
        return self._lowered

    def numbers_of(self, words: Collection[str]) -> list[int]:
        """The numbers at which any of `words` stands, in the order of the text."""
        if any(map(str.islower, words)):
            return list(compress(range(len(self.texts)), map(words.__contains__, self.texts)))
        if self._numbers is None:
            self._numbers, texts = {}, self.texts
            others = self.vocabulary - self.lowered
            for number in compress(range(len(texts)), map(others.__contains__, texts)):
                self._numbers.setdefault(texts[number], []).append(number)
        known = self._numbers
        return sorted([number for word in words if word in known for number in known[word]])

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
        first, last = bisect_left(self.starts, span[0]), bisect_left(self.starts, span[1])
        return list(map(Word, self.starts[first:last], self.ends[first:last], self.texts[first:last]))

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
        lengths = names.lengths
        stop = len(self.texts) if end is None else self.first_word(end)
        number = self.first_word(start)
        text, starts, ends, known = self.text, self.starts, self.ends, names.labels
        new = tuple.__new__  # what Found() does, at half of its cost
        for at in self._beginnings(names, number, stop):
            if at < number:
                continue  # inside the name before
            begin = starts[at]
            for length in lengths[self.texts[at]]:
                if at + length <= stop:
                    last = ends[at + length - 1]
                    label = known.get(text[begin:last])
                    if label is not None:
                        yield new(Found, (begin, last, label))
                        number = at + length
                        break

    def _beginnings(self, names: "Names", start: int, stop: int) -> list[int]:
        """The numbers of the words from `start` to `stop` that a name begins with."""
        lengths, texts = names.lengths, self.texts
        if stop - start < len(texts):
            return [at for at in range(start, stop) if texts[at] in lengths]
        return self.numbers_of(lengths)


class Names:
    """Names to be looked for: `labels` gives each its label, `lengths` the words that names of a first word have."""

    __slots__ = ("_lengths", "labels")

    def __init__(self, labels: Mapping[str, str]) -> None:
        """Names of many words are left out."""
        self.labels = labels
        self._lengths: dict[str, tuple[int, ...]] | None = None

    @property
    def lengths(self) -> dict[str, tuple[int, ...]]:
        """The largest first; made when they are first asked for."""
        if self._lengths is None:
            self._lengths = {}
            for name in self.labels:
                first, count = _beginning(name)
                if 0 < count <= _LONGEST_NAME and count not in (known := self._lengths.get(first, ())):
                    self._lengths[first] = tuple(sorted((*known, count), reverse=True)) if known else (count,)
        return self._lengths


@lru_cache(maxsize=REMEMBERED)
def _beginning(name: str) -> tuple[str, int]:
    """The first word of a name, and how many it has."""
    parts = _PARTS_BEYOND.findall(name)
    return (parts[0], len(parts)) if parts else ("", 0)


class Taken:
    """Which stretches of the text are already named; spans in it never overlap."""

    def __init__(self, spans: Iterable[Found]) -> None:
        self._spans = sorted(spans)
        self._starts = [start for start, _, _ in self._spans]

    def overlapping(self, start: int, end: int) -> list[Found]:
        """The spans that share a character with `start:end`."""
        starts = self._starts
        first = bisect_left(starts, start)
        last = bisect_left(starts, end)
        first = max(0, first - 1)
        if first >= last:
            return []
        return [span for span in self._spans[first:last] if span[1] > start]

    def free(self, start: int, end: int) -> bool:
        """Whether nothing is named there yet."""
        return not self.overlapping(start, end)


def without_overlaps(spans: Iterable[Found]) -> list[Found]:
    """Sorted, and of spans that overlap the longest, then the first. None of them is empty."""
    given = list(spans)
    reached = 0
    for start, end, _ in given:
        if start < reached:
            break
        reached = end
    else:
        return given  # as most passes hand them on
    kept: list[Found] = []
    reached = longest = 0  # where the last one kept ends, and how long it is
    for span in sorted(given):
        start, end, _ = span
        if start >= reached:
            kept.append(span)
        elif end - start > longest:
            kept[-1] = span
        else:
            continue
        reached, longest = end, end - start
    return kept
