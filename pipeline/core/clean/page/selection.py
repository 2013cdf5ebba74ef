"""Which blocks of a judged page become lines, and of which of them the article is made."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TypeAlias

import numpy as np

from pipeline.core.clean.cues import reason_for
from pipeline.core.clean.measure.fixed import ONE, Integers
from pipeline.core.clean.page.blocks import CELL, TAGS, Block
from pipeline.core.clean.page.cues import GROUPS
from pipeline.core.clean.page.furniture import Furniture
from pipeline.core.clean.score.trees import UNIT
from pipeline.core.reasons import RemovedReason

# A line of a page: its text, and why it is none of the article's (None: it is one).
PageLine: TypeAlias = tuple[str, Furniture | None]

# Log-odds from which a block is the article's. Blocks that are surely not are not even told of; the others that go are
# in the record.
_ARTICLES, _DOUBTED = 0, -2 * UNIT
# A block that stands there again is a copy for another screen, unless it is as short as a name or a heading.
_SURELY_COPY = 30
# The other readings are asked when there is less; one with so much more is taken.
_MUCH_MORE = 2
_PARAGRAPH, _SENTENCE, _TAIL = 150, 40, 12
_STOP = re.compile(r"[.!?…؟。！？।][\"'“”’»)\]」]*\s*\Z")
_WORD = re.compile(r"\w+")
# The headline stands among the first lines; a title is often the headline with the site's name added.
_HEADLINE_LINES = 4
_ADDED_WORDS = 6
_LONGEST_HEADLINE = 600
# A line that is a link from end to end and as long as a headline points elsewhere; longer ones may be a summary.
_LINKED_TAGS = ("p", "li", "h2", "h3", "h4", "h5", "h6")
_LINKED_SHARE = 0.95
_LINKED_CHARS = range(15, 201)
_TABLE = 1 << TAGS.index("table")
# A table of data: so many rows, each of cells, and few of them links.
_FEWEST_ROWS, _TABLE_LINKS = 2, 0.3
_CAPTION = TAGS.index("figcaption")
_CAPTION_CLASS = GROUPS.index("caption")
_CAPTION_WORDS = 60


def lines_of(blocks: Sequence[Block], scores: Integers, headlines: Iterable[str]) -> Iterator[PageLine]:
    """The article's lines, and the doubted ones with why they go."""
    known = [words for words in (_WORD.findall(headline.casefold()) for headline in headlines) if words]
    seen: set[str] = set()
    kept = 0
    for block, score in zip(blocks, scores.tolist(), strict=True):
        again = block.text in seen and len(block.text) > _SURELY_COPY
        told = score > _DOUBTED or block.place.tag == "figcaption"
        if not told or again or (kept < _HEADLINE_LINES and _is_headline(block.text, known)):
            continue
        seen.add(block.text)
        if score > _ARTICLES and not _points_elsewhere(block):
            kept += 1
            yield block.text, None
        else:
            yield block.text, Furniture(_reason(block), abs(score) * ONE // UNIT)


def with_tables(blocks: Sequence[Block], scores: Integers) -> Integers:
    """The scores, where tables of data that stand between two paragraphs of the article are the article's."""
    result = scores.copy()
    start = 0
    for table, rows in groupby(blocks, lambda block: block.place.parent if block.place.tag == "tr" else None):
        stop = start + len(list(rows))
        inside = start > 0 and stop < len(blocks) and min(scores[start - 1], scores[stop]) > _ARTICLES
        if table is not None and inside and _is_data(blocks[start:stop]):
            result[start:stop] = np.maximum(result[start:stop], UNIT)
        start = stop
    return result


def _is_data(rows: Sequence[Block]) -> bool:
    size, linked = sum(len(row.text) for row in rows), sum(row.linked for row in rows)
    return len(rows) >= _FEWEST_ROWS and all(CELL in row.text for row in rows) and linked <= _TABLE_LINKS * size


def _points_elsewhere(block: Block) -> bool:
    """Whether a block is nothing but a link to another article."""
    size = len(block.text)
    return (
        size in _LINKED_CHARS
        and block.linked >= _LINKED_SHARE * size
        and block.place.tag in _LINKED_TAGS
        and not block.place.tags & _TABLE
    )


def size_of(lines: Iterable[PageLine]) -> int:
    """How many characters the article has."""
    return sum(len(text) for text, furniture in lines if furniture is None)


def reads_like_text(lines: Iterable[str]) -> bool:
    """Whether a line could be of an article: a sentence, or as long as only paragraphs and tables are."""
    return any(len(line) >= _PARAGRAPH or (len(line) >= _SENTENCE and _STOP.search(line[-_TAIL:])) for line in lines)


def fuller(lines: list[PageLine], other: Iterable[str]) -> list[PageLine]:
    """Another reading of the page, if it has much more than these lines; else these."""
    said: list[PageLine] = [(" ".join(line.split()), None) for line in other if line.strip()]
    return said if size_of(said) > _MUCH_MORE * size_of(lines) else lines


def _reason(block: Block) -> RemovedReason:
    place = block.place
    in_caption = place.tags >> _CAPTION & 1 or place.own >> _CAPTION_CLASS & 1
    if in_caption and len(_WORD.findall(block.text)) <= _CAPTION_WORDS:
        return RemovedReason.CAPTION
    return reason_for(block.text)


def _is_headline(line: str, headlines: Iterable[Sequence[str]]) -> bool:
    if len(line) > _LONGEST_HEADLINE:
        return False
    words = _WORD.findall(line.casefold())
    return any(_same(words, headline) for headline in headlines)


def _same(words: Sequence[str], headline: Sequence[str]) -> bool:
    if words == headline:
        return True
    if min(len(words), len(headline)) < _HEADLINE_LINES or len(words) >= len(headline) + _ADDED_WORDS:
        return False
    one, other = f" {' '.join(words)} ", f" {' '.join(headline)} "
    return one in other or other in one
