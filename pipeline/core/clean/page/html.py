"""Finding the article in a web page: its blocks are judged one by one, with what other readers make of the page."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import trafilatura
from lxml.etree import LxmlError, strip_elements  # type: ignore[import-untyped]

from pipeline.core.clean.cues import reason_for
from pipeline.core.clean.measure.fixed import ONE, Integers
from pipeline.core.clean.page.blocks import TAGS, Block, blocks_of
from pipeline.core.clean.page.crowds import remove_crowds_of_authors, without_crowded_tags
from pipeline.core.clean.page.cues import GROUPS
from pipeline.core.clean.page.data import PageData, data_of
from pipeline.core.clean.page.furniture import Furniture
from pipeline.core.clean.page.judge import PageModel, load, take_out
from pipeline.core.clean.page.measure import Measured
from pipeline.core.clean.page.scripts import lines_in, scripts_of
from pipeline.core.clean.score.trees import UNIT
from pipeline.core.reasons import RemovedReason

# Neither text nor data; without it the page is read in three quarters of the time.
_NO_TEXT = ("style", "svg", "noscript", "template", "iframe")
# Blocks that are surely not the article's are not even told of; the others that go are in the record.
_DOUBTED = -2 * UNIT
# A block that stands there again is a copy for another screen, unless it is as short as a name or a heading.
_SURELY_COPY = 30
# Judging a block takes 30 microseconds and a kilobyte; what has more is a list, and its end is not looked at.
_MOST_BLOCKS = 20_000
# An article has more characters than this; with fewer, the page's data and other readers are asked, too.
_TOO_LITTLE, _MUCH_MORE = 250, 2
_WORD = re.compile(r"\w+")
# The headline stands among the first lines; a title is often the headline with the site's name added.
_HEADLINE_LINES = 4
_ADDED_WORDS = 6
# A line that is a link from end to end and as long as a headline points elsewhere; longer ones may be a summary.
_LINKED_TAGS = ("p", "li", "h2", "h3", "h4", "h5", "h6")
_LINKED_SHARE = 0.95
_LINKED_CHARS = range(15, 201)
_TABLE = 1 << TAGS.index("table")
_CAPTION = TAGS.index("figcaption")
_CAPTION_CLASS = GROUPS.index("caption")
_CAPTION_WORDS = 60


@dataclass(frozen=True, slots=True)
class Page:
    """The article in a page: its body, one paragraph a line without the headline, and what the page says about it.

    `furniture` has the lines of `text`, by their numbers, that are not the article's, near or among it in the page.
    """

    title: str | None
    byline: str | None
    text: str
    furniture: dict[int, Furniture] = field(default_factory=dict)

    @property
    def body(self) -> str:
        """The article's lines alone."""
        return "\n".join(line for number, line in enumerate(self.text.split("\n")) if number not in self.furniture)


class PageReader:
    """Reads articles out of pages. `model` is the packaged one unless given."""

    def __init__(self, model: PageModel | None = None) -> None:
        self._model = model if model is not None else load()

    def read(self, html: str, *, url: str | None = None) -> Page | None:
        """Find the article in `html`; None when there is none, or the page cannot be parsed at all."""
        try:
            return self._read(html, url)
        except (LxmlError, ValueError, RecursionError):  # what the parsers raise for pages that are none
            return None

    def _read(self, html: str, url: str | None) -> Page | None:
        tree = parse(html)
        if tree is None:
            return None
        scripts = scripts_of(tree)
        data = data_of(tree, scripts, url)
        headlines = [data.title or "", *(" ".join(heading.itertext()) for heading in tree.iter("h1"))]
        blocks = blocks_of(tree)[:_MOST_BLOCKS]
        lines = list(_lines(blocks, self.judge(tree, blocks, data), headlines)) if blocks else []
        if _size(lines) < _TOO_LITTLE:
            others = ((data.body or "").split("\n"), lines_in(scripts), read_by_another(parse(html)).split("\n"))
            lines = _fuller(lines, others)
        if not any(furniture is None for _, furniture in lines):
            return None
        return Page(
            data.title,
            data.byline,
            "\n".join(text for text, _ in lines),
            {number: furniture for number, (_, furniture) in enumerate(lines) if furniture is not None},
        )

    def judge(self, tree: Any, blocks: Sequence[Block], data: PageData) -> Integers:
        """Log-odds of each block to be the article's, in 4096ths. What surely is not is taken out of the tree."""
        measured = Measured(blocks, data.told())
        take_out(blocks, self._model.first(measured.rows))
        return self._model.second(measured.with_reading(read_by_another(tree)))


def parse(html: str) -> Any:
    """The page as a tree without what would keep parsers busy; None where it is no page at all."""
    tree = trafilatura.load_html(without_crowded_tags(html.encode("utf-8", "replace").decode("utf-8")))
    if tree is not None:
        strip_elements(tree, *_NO_TEXT, with_tail=False)
        remove_crowds_of_authors(tree)
    return tree


def read_by_another(tree: Any) -> str:
    """What trafilatura takes for the article. The tree is used up."""
    found = trafilatura.bare_extraction(tree, include_comments=False, with_metadata=False)
    return found.text or "" if found is not None and not isinstance(found, dict) else ""


def _lines(
    blocks: Sequence[Block], scores: Integers, headlines: Iterable[str]
) -> Iterator[tuple[str, Furniture | None]]:
    """The article's lines, and the doubted ones with why they go."""
    known = [words for words in (_WORD.findall(headline.casefold()) for headline in headlines) if words]
    seen: set[str] = set()
    kept = 0
    for block, score in zip(blocks, scores.tolist(), strict=True):
        again = block.text in seen and len(block.text) > _SURELY_COPY
        if score <= _DOUBTED or again or (kept < _HEADLINE_LINES and any(_same(block.text, one) for one in known)):
            continue
        seen.add(block.text)
        if score > 0 and not _points_elsewhere(block):
            kept += 1
            yield block.text, None
        else:
            yield block.text, Furniture(_reason(block), abs(score) * ONE // UNIT)


def _points_elsewhere(block: Block) -> bool:
    """Whether a block is nothing but a link to another article."""
    size = len(block.text)
    return (
        size in _LINKED_CHARS
        and block.linked >= _LINKED_SHARE * size
        and block.place.tag in _LINKED_TAGS
        and not block.place.tags & _TABLE
    )


def _size(lines: Iterable[tuple[str, Furniture | None]]) -> int:
    return sum(len(text) for text, furniture in lines if furniture is None)


def _fuller(
    lines: list[tuple[str, Furniture | None]], others: Iterable[Sequence[str]]
) -> list[tuple[str, Furniture | None]]:
    """The first of the other readings that has much more than these lines, if any."""
    for other in others:
        said = [(" ".join(line.split()), None) for line in other if line.strip()]
        if _size(said) > _MUCH_MORE * _size(lines):
            return list(said)
    return lines


def _reason(block: Block) -> RemovedReason:
    place = block.place
    in_caption = place.tags >> _CAPTION & 1 or place.own >> _CAPTION_CLASS & 1
    if in_caption and len(_WORD.findall(block.text)) <= _CAPTION_WORDS:
        return RemovedReason.CAPTION
    return reason_for(block.text)


def _same(line: str, headline: list[str]) -> bool:
    words = _WORD.findall(line.casefold())
    if words == headline:
        return True
    if min(len(words), len(headline)) < _HEADLINE_LINES or len(words) >= len(headline) + _ADDED_WORDS:
        return False
    one, other = f" {' '.join(words)} ", f" {' '.join(headline)} "
    return one in other or other in one
