"""What can be measured about each block of a page: its text, the tags and classes around it, its likes, its neighbours.

All of it is whole numbers in 512ths (see `measure.fixed`), an array over the blocks of one page. What other readings
of the page have (trafilatura's, the page's own data) is a feature among others: agreement counts, no reading rules.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from pipeline.core.clean.measure.fixed import ONE, Fixed, Flags, Integers, log, mean, ratio, whole
from pipeline.core.clean.page.blocks import TAGS, Block
from pipeline.core.clean.page.cues import GROUPS, LINES, said_by

_WORD = re.compile(r"\w+")
_STOP = re.compile(r"[.!?…؟。！？।][\"'“”’»)\]]*\s*\Z")
_DATE = re.compile(r"\b\d{1,2}[:.]\d{2}\b|\b(?:19|20)\d\d\b")
_COMMAS = re.compile(r"[,，、،]")
_BARS = re.compile(r"[|·•]")
_WIDE = re.compile(r"[\u3000-\u9fff\uac00-\ud7ff]")
_QUOTES = tuple("\"“„«'‘»「")
# A block shows what it is in its first words and its last sign.
_HEAD, _TAIL, _DATE_HEAD = 240, 12, 80
# Prose: a paragraph of sentences; longer blocks are that without a full stop, too.
_PROSE, _SURELY_PROSE = 80, 250
_SAME_TITLE, _SAME_LEAD = 8, 20
_OWN = ("p", "li", "h1", "h2", "h3", "h4", "div", "td", "figcaption", "blockquote", "section", "article", "tr")
_NEIGHBOURS = ("chars", "link", "prose", "stop", "own_p", "own_li")
_WINDOW = 5
_FAR = 60
_BEYOND = np.int16(-ONE)
# Looking for every block in a text is quadratic; above this many comparisons only whole lines are looked up.
_MOST_COMPARED = 400_000_000

Rows = dict[str, Fixed]


def letters_of(text: str) -> str:
    """A text by its letters and digits alone, so that texts that differ in spaces and marks compare equal."""
    return "".join(_WORD.findall(text)).casefold()


@dataclass(frozen=True, slots=True)
class Told:
    """What the page says of its article apart from its blocks: text (None: nothing is said), title, lead, names."""

    body: str | None
    title: str
    lead: str
    authors: tuple[str, ...]


class Measured:
    """The blocks of a page, measured. `rows` has the features by name, in 512ths; there must be a block."""

    def __init__(self, blocks: Sequence[Block], told: Told) -> None:
        self._letters = [letters_of(block.text) for block in blocks]
        self._chars = np.array([len(block.text) for block in blocks])
        self._alike = {name: _numbered(key(block) for block in blocks) for name, key in _KEYS.items()}
        rows = _text(blocks, self._chars) | _tags(blocks) | _repeats(self._letters)
        rows |= _told(self._letters, blocks, self._chars, told)
        link = np.array([min(block.linked, len(block.text)) for block in blocks])
        # A Chinese, Japanese or Korean character says about as much as two letters.
        said = self._chars + np.array([len(_WIDE.findall(block.text)) for block in blocks])
        rows["chars"] = log(said)
        prose = ((said >= _PROSE) & (rows["stop"] > 0)) | (said >= _SURELY_PROSE)
        self._prose = prose & (2 * link < self._chars)
        rows["prose"] = whole(self._prose)
        rows |= _alike(self._alike, self._chars, link, self._prose)
        rows |= _place(rows["own_h1"] > 0, self._chars, self._prose)
        rows |= _neighbours(rows, _NEIGHBOURS) | _likeness(blocks)
        self.rows: Rows = rows

    def with_reading(self, text: str) -> Rows:
        """The features with those that say what of the page stands in `text`, which another reader took from it."""
        chars, prose = self._chars, self._prose
        read = _held(self._letters, text) & ~(self.rows["again"] > 0)
        size = np.full(len(chars), (chars * read).sum())
        of_prose = np.full(len(chars), (chars * (read & prose)).sum())
        rows = {
            "read": whole(read),
            "read_chars": log(size),
            "read_prose": ratio(of_prose, max(int((chars * prose).sum()), 1)),
            "read_before": _share_so_far(chars * read),
        }
        for name, of in self._alike.items():
            part = _total(chars * read, of)
            rows[f"{name}_read"] = ratio(part, _total(chars, of))
            rows[f"{name}_part"] = ratio(part, np.maximum(size, 1))
        rows |= _distances("read", read)
        return self.rows | rows | _neighbours(rows, ("read",))


def _flags(blocks: Sequence[Block], tell: Callable[[Block], bool]) -> Fixed:
    return whole(np.array([tell(block) for block in blocks]))


def _text(blocks: Sequence[Block], chars: Integers) -> Rows:
    heads = [block.text[:_HEAD] for block in blocks]
    sizes = np.array([len(head) for head in heads])
    words = [_WORD.findall(head) for head in heads]
    count = np.array([len(found) for found in words])

    def share(tell: Callable[[str], int]) -> Fixed:
        return ratio(np.array([tell(head) for head in heads]), sizes)

    def part(of: Callable[[Block], int]) -> Fixed:
        return ratio(np.array([min(of(block), len(block.text)) for block in blocks]), chars)

    said = [said_by(block.text) for block in blocks]
    rows = {
        "words": log(count),
        "link": part(lambda block: block.linked),
        "bold": part(lambda block: block.bold),
        "italic": part(lambda block: block.italic),
        "links": whole(np.array([min(block.links, 20) for block in blocks])),
        "stop": _flags(blocks, lambda block: _STOP.search(block.text[-_TAIL:]) is not None),
        "colon": _flags(blocks, lambda block: block.text.endswith((":", "："))),
        "lower": _flags(blocks, lambda block: block.text[0].islower()),
        "digit": share(lambda head: sum(map(str.isdigit, head))),
        "upper": share(lambda head: sum(map(str.isupper, head))),
        "capitalised": ratio(
            np.array([sum(word[0].isupper() for word in found) for found in words]), np.maximum(count, 1)
        ),
        "comma": whole(np.minimum(100 * np.array([len(_COMMAS.findall(head)) for head in heads]) // sizes, 60)),
        "quote": _flags(blocks, lambda block: block.text.startswith(_QUOTES)),
        "bar": _flags(blocks, lambda block: _BARS.search(block.text[:_HEAD]) is not None),
        "date": _flags(blocks, lambda block: _DATE.search(block.text[:_DATE_HEAD]) is not None),
        "copyright": _flags(blocks, lambda block: "©" in block.text[:_HEAD]),
        "excited": _flags(blocks, lambda block: "!" in block.text[:_HEAD]),
        "wide": share(lambda head: len(_WIDE.findall(head))),
        "says_any": whole(np.array([bits.bit_count() for bits in said])),
    }
    return rows | _bits("says", LINES, said)


def _bits(name: str, of: Sequence[str], values: Sequence[int]) -> Rows:
    held = np.array(values, dtype=np.int64)
    return {f"{name}_{one}": whole(held >> number & 1) for number, one in enumerate(of)}


def _tags(blocks: Sequence[Block]) -> Rows:
    rows = {f"own_{tag}": _flags(blocks, lambda block, tag=tag: block.place.tag == tag) for tag in _OWN}  # type: ignore[misc]
    rows |= _bits("in", TAGS, [block.place.tags for block in blocks])
    rows |= _bits("near", GROUPS, [block.place.own for block in blocks])
    rows |= _bits("far", GROUPS, [block.place.groups | block.place.own for block in blocks])
    rows["hidden"] = _flags(blocks, lambda block: block.place.hidden)
    rows["article_body"] = _flags(blocks, lambda block: block.place.body)
    rows["below_break"] = _flags(blocks, lambda block: block.below_break)
    rows["depth"] = whole(np.minimum(np.array([block.place.depth for block in blocks]), 60))
    return rows


def _repeats(letters: Sequence[str]) -> Rows:
    """Whether a block stands above already, and whether it does again below."""
    first: dict[str, int] = {}
    again, repeated = np.zeros(len(letters), dtype=np.bool_), np.zeros(len(letters), dtype=np.bool_)
    for number, text in enumerate(letters):
        if first.setdefault(text, number) != number:
            again[number] = repeated[first[text]] = True
    return {"again": whole(again), "repeated": whole(repeated)}


def _told(letters: Sequence[str], blocks: Sequence[Block], chars: Integers, told: Told) -> Rows:
    """What the page says of itself."""
    rows = {"told": np.full(len(letters), _BEYOND), "told_share": np.full(len(letters), _BEYOND)}
    if told.body is not None:
        held = _held(letters, told.body)
        share = ONE * int((held * chars).sum()) // max(len(letters_of(told.body)), 1)
        rows = {"told": whole(held), "told_share": np.full(len(letters), min(share, 8 * ONE), dtype=np.int16)}
    title, lead = letters_of(told.title), letters_of(told.lead)
    names = [name.casefold() for name in told.authors]
    return rows | {
        "title": whole(np.array([_within(text, title, _SAME_TITLE) for text in letters])),
        "lead": whole(np.array([_within(text, lead, _SAME_LEAD) for text in letters])),
        "author": _flags(blocks, lambda block: any(name in block.text[:_HEAD].casefold() for name in names)),
    }


def _held(letters: Sequence[str], text: str) -> Flags:
    """Which blocks stand in a text."""
    whole_text = letters_of(text)
    if len(letters) * len(whole_text) <= _MOST_COMPARED:
        return np.array([bool(one) and one in whole_text for one in letters])
    lines = {letters_of(line) for line in text.split("\n")}
    return np.array([bool(one) and one in lines for one in letters])


def _within(one: str, other: str, fewest: int) -> bool:
    return len(one) > fewest and len(other) > fewest and (one in other or other in one)


def _numbered(keys: Iterable[object]) -> Integers:
    numbers: dict[object, int] = {}
    return np.array([numbers.setdefault(key, len(numbers)) for key in keys])


def _total(values: npt.NDArray[Any], of: Integers) -> Integers:
    """For each block, the sum of the values of all that have its number. Whole numbers below 2**53, so exact."""
    total: Integers = np.bincount(of, weights=values)[of].astype(np.int64)
    return total


def _alike(groups: Mapping[str, Integers], chars: Integers, link: Integers, prose: Flags) -> Rows:
    """What the blocks that look alike, or stand in the same place, have in common."""
    rows: Rows = {}
    all_prose = max(int((chars * prose).sum()), 1)
    for name, of in groups.items():
        size, count = _total(chars, of), _total(np.ones(len(of)), of)
        rows |= {
            f"{name}_count": log(count),
            f"{name}_chars": log(size // count),
            f"{name}_link": ratio(_total(link, of), size),
            f"{name}_prose": ratio(_total(chars * prose, of), all_prose),
        }
    return rows


def _look(block: Block, levels: int) -> tuple[str, ...]:
    looks, place = [], block.place
    while levels and place is not None:
        looks.append(place.look)
        place, levels = place.parent, levels - 1  # type: ignore[assignment]
    return tuple(looks)


def _path_above(block: Block, levels: int) -> int:
    place = block.place
    for _ in range(levels):
        place = place.parent or place
    return place.path


_KEYS: dict[str, Callable[[Block], object]] = {
    "look": lambda block: block.place.look,
    "look3": lambda block: _look(block, 3),
    "parent_path": lambda block: _path_above(block, 1),
    "grand_path": lambda block: _path_above(block, 2),
    "parent": lambda block: block.place.parent.number if block.place.parent else 0,
}


def _place(headline: Flags, chars: Integers, prose: Flags) -> Rows:
    """Where a block stands: in the page, from the headline, among the prose."""
    here = np.arange(len(chars))
    rows = {
        "fraction": ratio(here, max(len(chars) - 1, 1)),
        "index": log(here),
        "blocks": log(np.full(len(chars), len(chars))),
        "prose_before": _share_so_far(chars * prose),
    }
    return rows | _distances("prose", prose) | _distances("h1", headline)


def _share_so_far(values: Integers) -> Fixed:
    so_far = np.cumsum(values)
    return ratio(so_far, max(int(so_far[-1]), 1))


def _distances(name: str, flags: Flags) -> Rows:
    """Blocks to the last one above with a flag, and to the next one below."""
    here = np.arange(len(flags))
    none_above, none_below = -_FAR - len(flags), _FAR + 2 * len(flags)
    last = np.maximum.accumulate(np.where(flags, here, none_above))
    following = np.minimum.accumulate(np.where(flags, here, none_below)[::-1])[::-1]
    above, below = np.concatenate(([none_above], last[:-1])), np.concatenate((following[1:], [none_below]))
    return {
        f"{name}_last": whole(np.minimum(here - above, _FAR)),
        f"{name}_next": whole(np.minimum(below - here, _FAR)),
    }


def _neighbours(rows: Rows, names: Sequence[str]) -> Rows:
    """The values two blocks around (beyond the edges -1), and the mean over five on either side."""
    result: Rows = {}
    for name in names:
        values = rows[name]
        padded = np.pad(values, 2, constant_values=_BEYOND)
        size = len(values)
        result |= {f"{name}@{offset:+d}": padded[2 + offset : 2 + offset + size] for offset in (-2, -1, 1, 2)}
        here = np.arange(size)
        low, high = np.maximum(here - _WINDOW, 0), np.minimum(here + _WINDOW + 1, size)
        sums = np.concatenate(([0], np.cumsum(values, dtype=np.int64)))
        result[f"{name}_around"] = mean(sums[high] - sums[low], high - low)
    return result


def _likeness(blocks: Sequence[Block]) -> Rows:
    paths = np.array([block.place.path for block in blocks])
    same = paths[1:] == paths[:-1]
    return {"like_last": whole(np.append(False, same)), "like_next": whole(np.append(same, False))}
