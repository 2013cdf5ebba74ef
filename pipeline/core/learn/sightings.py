"""What one article tells of its source: its lines, by their keys, with what the cleaner thinks of each."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from pipeline.core.clean import Cleaned
from pipeline.core.learn.lines import key_of, letters
from pipeline.core.records import Place, SeenLine, Sighting

SHOWN = 120  # characters of a line that are told: enough to know it by
_MOST_LINES = 600  # of an article, half from its start and half from its end; lists and transcripts have thousands
_NEAR = 3  # lines from either end
_SENTENCE, _SURELY_SENTENCE = 60, 150  # letters
_FULL_STOP = re.compile(r"[.!?…؟。！？।][\"'“”’»)\]]*\s*\Z")


def sighting(source: str, article_id: str, cleaned: Cleaned) -> Sighting | None:
    """What the article tells; None when it has no line."""
    lines = [line.text.strip() for line in cleaned.lines]
    if not lines:
        return None
    gone = _gone(cleaned)
    told: dict[str, SeenLine] = {}
    for index in _chosen(len(lines)):
        key = key_of(lines[index])
        if key not in told:
            place: Place = "front" if index in cleaned.front else _place(index, len(lines))
            told[key] = _seen(key, lines[index], cleaned.scores[index], place, gone[index])
    return Sighting.model_construct(source=source, article_id=article_id, lines=tuple(told.values()))


def _gone(cleaned: Cleaned) -> list[bool]:
    """For every line or sentence of the article, whether it was removed, perhaps together with its neighbours."""
    starts = [removed.offset or 0 for removed in cleaned.removed]
    ends = [0, *(start + len(removed.text) for start, removed in zip(starts, cleaned.removed, strict=True))]
    return [line.offset < ends[bisect_right(starts, line.offset)] for line in cleaned.lines]


def _chosen(lines: int) -> Sequence[int]:
    half = _MOST_LINES // 2
    return range(lines) if lines <= _MOST_LINES else [*range(half), *range(lines - half, lines)]


def _place(index: int, lines: int) -> Place:
    if index >= lines - _NEAR:
        return "bottom"
    return "top" if index < _NEAR else "inside"


def _seen(key: str, line: str, score: float, place: Place, cut: bool) -> SeenLine:
    size = letters(line)
    sentence = size >= _SENTENCE and (size >= _SURELY_SENTENCE or _FULL_STOP.search(line, len(line) - 12) is not None)
    return SeenLine(key, size, score, place, sentence, cut, line[:SHOWN])
