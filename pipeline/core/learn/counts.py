"""Counting one source's lines in bounded memory.

Most lines are seen once and never again: they stand in a ring of plain numbers, 14 bytes each, where the oldest give
way. A line that comes again gets a record of its own; of those the least recently seen give way.
"""

import math
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from pipeline.core.learn.copies import Kin, kin_of
from pipeline.core.learn.decide import Record, log_odds
from pipeline.core.records import SeenLine

WINDOW = 200  # articles; what lies further back fades
_STORIES = 8  # last stories remembered of a line: enough to know copies by
_FIRST = 64  # places of a ring at first; it doubles until it has its bound
_IN_BYTE = 20.0  # log-odds of at most 6 in a byte


@dataclass(slots=True)
class Line:
    """A line that came again. `faded` counts its stories as they stood at article `last`."""

    stories: tuple[int, ...]
    count: int
    faded: float
    last: int
    score: float
    places: int
    bottom: int
    said: int = 0  # of how many stories its record on the topic speaks; 0: there is none


class Counted(NamedTuple):
    """A line as it stands after an article that had it."""

    line: SeenLine
    key: int
    record: Record
    entry: Line | None


class _Ring:
    """Lines seen once: key, story, log-odds, and whether it stood at the end."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._next = 0
        # A column each: what is looked through, the keys, then lies side by side.
        self._keys = np.zeros(min(_FIRST, most), np.uint64)
        self._seen = np.zeros(min(_FIRST, most), _SEEN)

    def find(self, keys: npt.NDArray[np.uint64]) -> list[int]:
        """The place of each of `keys`, of which there is one at least, -1 for none."""
        order = np.argsort(keys)
        ours, sought = self._keys, keys[order]
        at = np.minimum(np.searchsorted(sought, ours), len(keys) - 1)
        hits = np.flatnonzero((sought[at] == ours) & (ours != 0))
        places = [-1] * len(keys)
        for place, number in zip(hits.tolist(), order[at[hits]].tolist(), strict=True):
            places[number] = place
        return places

    def take(self, place: int) -> tuple[int, float, bool]:
        """Story, log-odds and bottom of the line at a place, which is free from then on."""
        story, score, bottom = self._seen[place].item()
        self._keys[place] = 0
        return story, score / _IN_BYTE, bottom

    def story(self, place: int) -> int:
        """The story of the line at a place."""
        return int(self._seen[place]["story"])

    def add(self, key: int, story: int, score: float, bottom: bool) -> None:
        """One more; the oldest gives way when there is no place left."""
        if self._next == len(self._keys):
            if self._next < self._most:
                more = min(len(self._keys), self._most - self._next)
                self._keys = np.concatenate([self._keys, np.zeros(more, np.uint64)])
                self._seen = np.concatenate([self._seen, np.zeros(more, _SEEN)])
            else:
                self._next = 0
        self._keys[self._next] = key
        self._seen[self._next] = (story, round(score * _IN_BYTE), bottom)
        self._next += 1


_SEEN = np.dtype([("story", np.uint32), ("score", np.int8), ("bottom", np.bool_)])


class SourceCounts:
    """The lines of one source: at most `once` seen once, and `again` that came again."""

    def __init__(self, once: int, again: int) -> None:
        self._ring = _Ring(once)
        self._most = again
        self.lines: OrderedDict[int, Line] = OrderedDict()
        self.articles = 0
        self._faded = 0.0

    @property
    def stories(self) -> float:
        """Its stories, those that lie back counting less."""
        return self._faded

    def take(self, lines: Sequence[SeenLine]) -> list[Counted]:
        """Count an article's lines; how each stands then. A copy counts for nothing, nor does one without any."""
        if not lines:
            return []
        keys = [int(line.key, 16) for line in lines]
        places = self._ring.find(np.array(keys, dtype=np.uint64))
        kin = kin_of(lines, [self._stories_of(key, place) for key, place in zip(keys, places, strict=True)])
        story = kin.story if kin is not None and kin.copy else self.articles
        if story == self.articles:
            self._faded = self._faded * _fading(1) + 1
        counted = [
            self._count(line, key, place, story, kin) for line, key, place in zip(lines, keys, places, strict=True)
        ]
        for one, place in zip(counted, places, strict=True):  # only now: a new line may take an old one's place
            if one.entry is None and place < 0:
                self._ring.add(one.key, story, one.record.score, one.record.bottom > 0)
        self.articles += 1
        return counted

    def expect(self, key: int, said: int) -> None:
        """Know a line that was learned before counting began: `said` is what its record says."""
        self.lines[key] = Line((), said, 0.0, self.articles, 0.0, 0, 0, said)

    def note(self, key: int) -> Line:
        """Give a line of the latest article, or of one story before, a record of its own."""
        place = self._ring.find(np.array([key], dtype=np.uint64))[0]
        # An article of more lines than the ring has room for has pushed out its own first ones.
        latest = Line((self.articles - 1,), 1, 1.0, self.articles - 1, 0.0, 1, 0)
        entry = self.lines[key] = latest if place < 0 else self._second(place)
        return entry

    def give_way(self) -> Iterator[tuple[int, Line]]:
        """The lines that are too many, the least recently seen first; they are forgotten."""
        while len(self.lines) > self._most:
            yield self.lines.popitem(last=False)

    def forget(self, key: int) -> None:
        """Count a line anew."""
        self.lines.pop(key, None)

    def _stories_of(self, key: int, place: int) -> tuple[int, ...]:
        entry = self.lines.get(key)
        if entry is not None:
            return entry.stories
        return () if place < 0 else (self._ring.story(place),)

    def _count(self, line: SeenLine, key: int, place: int, story: int, kin: Kin | None) -> Counted:
        score, bottom = log_odds(line.score), line.place == "bottom"
        entry = self.lines.get(key)
        if entry is None and (place < 0 or self._ring.story(place) == story):
            return Counted(line, key, Record(1.0, self._faded, True, score, float(bottom)), None)
        if entry is None:
            entry = self.lines[key] = self._second(place)
        self._add(entry, story, score, bottom, kin)
        self.lines.move_to_end(key)
        mean, low = entry.score / entry.places, entry.bottom / entry.places
        return Counted(line, key, Record(entry.faded, self._faded, entry.count < 2, mean, low), entry)

    def _second(self, place: int) -> Line:
        story, score, bottom = self._ring.take(place)
        faded = _fading(self.articles - story)
        return Line((story,), 1, faded, self.articles, score, 1, int(bottom))

    def _add(self, entry: Line, story: int, score: float, bottom: bool, kin: Kin | None) -> None:
        entry.faded *= _fading(self.articles - entry.last)
        entry.last = self.articles
        entry.score += score
        entry.places += 1
        entry.bottom += bottom
        if story in entry.stories:
            return
        block = kin is not None and entry.stories == (kin.story,)  # as far as anyone knows, pasted from there
        entry.stories = (*entry.stories, story)[-_STORIES:]
        if not block:
            entry.count += 1
            entry.faded += 1


def _fading(articles: int) -> float:
    return math.exp(-articles / WINDOW)
