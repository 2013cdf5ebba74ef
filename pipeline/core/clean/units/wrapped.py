"""Hard-wrapped text: lines broken at a fixed width, which are judged by the paragraph and kept as they are.

In wrapped text a line that another follows is full: the next one's first word would not have fitted. And it mostly
ends in the middle of a sentence. Both together are hardly ever true of paragraphs, lists or tables.
"""

from collections.abc import Sequence
from itertools import pairwise

from pipeline.core.clean.lines import Line

# Widths that texts are wrapped at, in characters (half of it where letters are twice as wide).
_NARROWEST, _WIDEST = 26, 100
# Of how many lines this can be told; what share of those that another follows must be full, and what share of these end
# in mid-sentence. Where fewer are full, so many of what follows must begin in no capital, as headlines in a list do.
_FEWEST, _FULL_SHARE, _SURELY_FULL_SHARE, _OPEN_SHARE, _SMALL_SHARE = 6, 0.3, 0.45, 0.6, 0.25
# The width is that of the longest lines but for a few: an address or a signature may stick out, no paragraph does.
# Lines that are longer by half hold no more of the text than this share.
_WIDTH_AT, _LONGER, _LONGER_SHARE = 0.92, 1.5, 0.2
_STOPS = (".", "!", "?", "…", ":", "؟", "。", "！", "？", "۔", "।", '"', "”", "»", "」")


def wrapped(lines: Sequence[Line]) -> list[range] | None:
    """The paragraphs of a hard-wrapped text, as ranges of its lines; None for a text that is not wrapped."""
    if len(lines) < _FEWEST:
        return None
    width = sorted([len(line.text) for line in lines])[int(_WIDTH_AT * (len(lines) - 1))]
    if not _NARROWEST <= width <= _WIDEST:
        return None
    texts = [line.text.strip() for line in lines]
    sizes = list(map(len, texts))
    if sum(size for size in sizes if size > _LONGER * width) > _LONGER_SHARE * sum(sizes):
        return None
    tightest = min(line.gap for line in lines[1:])
    close = [line.gap == tightest for line in lines[1:]]
    full = [near and _is_full(one, other, width) for near, (one, other) in zip(close, pairwise(texts), strict=True)]
    if sum(full) < max(_FULL_SHARE * sum(close), _FEWEST / 2):
        return None
    run_on = [other for one, other, is_full in zip(texts, texts[1:], full, strict=False) if is_full and _is_open(one)]
    small = sum(not text[0].isupper() for text in run_on)
    few = sum(full) < _SURELY_FULL_SHARE * sum(close)
    if len(run_on) < _OPEN_SHARE * sum(full) or (few and small < _SMALL_SHARE * len(run_on)):
        return None
    goes_on = [near and _goes_on(one, other) for near, (one, other) in zip(close, pairwise(texts), strict=True)]
    return _paragraphs([one or other for one, other in zip(full, goes_on, strict=True)])


def _is_full(text: str, following: str, width: int) -> bool:
    word = following.partition(" ")[0] if " " in following else following[:1]
    return len(text) + 1 + len(word) > width


def _goes_on(text: str, following: str) -> bool:
    """Whether a sentence runs over the break, full or not."""
    return _is_open(text) and following[0].islower()


def _is_open(text: str) -> bool:
    return not text.endswith(_STOPS)


def _paragraphs(run_on: Sequence[bool]) -> list[range]:
    ends = [index + 1 for index, goes_on in enumerate(run_on) if not goes_on]
    return [range(start, stop) for start, stop in pairwise([0, *ends, len(run_on) + 1])]


def joined(lines: Sequence[Line]) -> Line:
    """A paragraph's lines as the one line that they were; it stands where the first of them stands."""
    texts = [line.text.strip() for line in lines]
    spaced = any(" " in text for text in texts)
    return lines[0]._replace(text=(" " if spaced else "").join(texts))
