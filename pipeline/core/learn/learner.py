"""The learner: what articles tell, counted by source, and what is to be known of a source's lines from then on."""

from collections import OrderedDict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipeline.core.learn.counts import Counted, Line, SourceCounts
from pipeline.core.learn.decide import FEWEST_AGAINST, TAKEN_BACK, THRESHOLD, value
from pipeline.core.learn.known import KnownLines
from pipeline.core.records import LearnedLine, Sighting


@dataclass(frozen=True, slots=True)
class Bounds:
    """How much is held in memory: sources, and of each the lines seen once and those that came again."""

    sources: int = 10_000
    once: int = 2048
    again: int = 512


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What is no longer to be known."""

    source: str
    line: str
    kind: str = "recurring"


Change = LearnedLine | Forgotten


class Learner:
    """Counts the lines of many sources. `known` is what everybody knows by now; it may lag behind what this one said.

    The same articles in the same order, and the same known lines, lead to the same changes.
    """

    def __init__(
        self,
        known: KnownLines,
        bounds: Bounds | None = None,
        *,
        sources: Iterable[str] = (),
        threshold: float = THRESHOLD,
    ) -> None:
        """`sources` are those that something is known of and that are this learner's own."""
        self._threshold = threshold
        self._known = known
        self._bounds = bounds or Bounds()
        # None: known of, and not seen yet.
        self._sources: OrderedDict[str, SourceCounts | None] = OrderedDict((name, None) for name in sources)

    def __len__(self) -> int:
        return len(self._sources)

    @property
    def lines(self) -> int:
        """How many lines that came again are counted."""
        return sum(len(counts.lines) for counts in self._sources.values() if counts is not None)

    def recall(self, sighting: Sighting) -> None:
        """Count an article that was counted before, by a former owner of the source; nothing follows from it."""
        counts = self._counts(sighting.source)
        counts.take(sighting.lines)
        for _ in counts.give_way():
            pass

    def take(self, sighting: Sighting) -> list[Change]:
        """Count an article, and say what is to be known from now on."""
        counts = self._counts(sighting.source)
        changes = [
            change
            for counted in counts.take(sighting.lines)
            if (change := self._judge(sighting.source, counts, counted)) is not None
        ]
        changes += [Forgotten(sighting.source, f"{key:016x}") for key, line in counts.give_way() if line.said]
        changes += self._give_way()
        return changes

    def forget(self, source: str, line: str) -> None:
        """Count a line anew, since somebody wants it forgotten."""
        counts = self._sources.get(source)
        if counts is not None:
            counts.forget(int(line, 16))

    def _counts(self, source: str) -> SourceCounts:
        counts = self._sources.get(source)
        if counts is None:
            counts = SourceCounts(self._bounds.once, self._bounds.again)
            for line, evidence in self._known.recurring(source).items():
                counts.expect(int(line, 16), max(1, evidence.seen))
            self._sources[source] = counts
        self._sources.move_to_end(source)
        return counts

    def _give_way(self) -> Iterator[Forgotten]:
        """Sources that are too many, the least recently seen first, with all that is known of them."""
        while len(self._sources) > self._bounds.sources:
            source, counts = self._sources.popitem(last=False)
            said = {f"{key:016x}" for key, line in counts.lines.items() if line.said} if counts is not None else set()
            for line in sorted(said | set(self._known.recurring(source))):
                yield Forgotten(source, line)

    def _judge(self, source: str, counts: SourceCounts, counted: Counted) -> Change | None:
        """What changes with a line that was counted: it is learned, its evidence has grown, or it is taken back."""
        entry, line = counted.entry, counted.line
        if line.place == "front" or (entry is None and line.cut):
            return None  # protected where it stands, or gone without any help
        worth = value(line, counted.record)
        if entry is not None and entry.said:
            if worth < self._threshold - TAKEN_BACK and counts.stories >= FEWEST_AGAINST:
                entry.said = 0
                return Forgotten(source, line.key)
            return self._learned(source, counts, counted, entry) if entry.count >= 2 * entry.said else None
        if worth < self._threshold:
            return None
        return self._learned(source, counts, counted, entry or counts.note(counted.key))

    def _learned(self, source: str, counts: SourceCounts, counted: Counted, entry: Line) -> LearnedLine:
        entry.said = entry.count
        return LearnedLine.model_construct(
            source=source,
            line=counted.line.key,
            kind="recurring",
            verdict="recurring",
            seen=max(1, round(counted.record.stories)),
            of=max(1, round(counted.record.articles)),
            text=counted.line.text,
        )
