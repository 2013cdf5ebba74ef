"""Finding the article in a web page: its blocks are judged one by one, with what other readers make of the page."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

import trafilatura
from lxml.etree import LxmlError, strip_elements  # type: ignore[import-untyped]

from pipeline.core.clean.measure.fixed import Integers
from pipeline.core.clean.page.blocks import Block, blocks_of
from pipeline.core.clean.page.crowds import without_crowded_tags
from pipeline.core.clean.page.data import PageData, data_of
from pipeline.core.clean.page.furniture import Furniture
from pipeline.core.clean.page.judge import PageModel, load, take_out
from pipeline.core.clean.page.kind import kind_of
from pipeline.core.clean.page.measure import Measured
from pipeline.core.clean.page.names import as_shown
from pipeline.core.clean.page.scripts import Script, lines_in, scripts_of
from pipeline.core.clean.page.selection import PageLine, fuller, lines_of, reads_like_text, size_of, with_tables
from pipeline.core.clean.page.tongue import spoken
from pipeline.core.reasons import Mark

# Neither text nor data; without it the page is read in three quarters of the time.
_NO_TEXT = ("style", "svg", "noscript", "template", "iframe")
# Judging a block takes 30 microseconds and a kilobyte; what has more is a list, is marked, and its
# end is not looked at.
_MOST_BLOCKS = 20_000
# Some of trafilatura's steps take time that grows with the square of the tags: seconds for 100,000 of them. The
# largest article's page at hand has 2,300.
_MOST_ELEMENTS = 20_000
# An article has more characters than this; with fewer, the page's data and other readers are asked, too.
_TOO_LITTLE = 250
# Authors are looked for in so much of a page's text, in characters.
_LOOKED_AT = 200_000


@dataclass(frozen=True, slots=True)
class Page:
    """The article in a page: its body, one paragraph a line without the headline, and what the page says about it.

    `furniture` has the lines of `text`, by their numbers, that are not the article's, near or among it in the page.
    `text` is empty where the page has none; `marks` says what the page is then, if that can be told.
    """

    title: str | None
    authors: tuple[str, ...]
    text: str
    furniture: dict[int, Furniture] = field(default_factory=dict)
    published_at: str | None = None
    language: str | None = None
    source: str | None = None
    url: str | None = None
    marks: tuple[Mark, ...] = ()

    @property
    def body(self) -> str:
        """The article's lines alone."""
        return "\n".join(line for number, line in enumerate(self.text.split("\n")) if number not in self.furniture)


class PageReader:
    """Reads articles out of pages. `model` is the packaged one unless given."""

    def __init__(self, model: PageModel | None = None) -> None:
        self._model = model if model is not None else load()

    def read(self, html: str, *, url: str | None = None) -> Page | None:
        """Find the article in `html`; None when the page cannot be parsed at all."""
        try:
            tree = parse(html)
            return None if tree is None else self._read(html, tree, url)
        except (LxmlError, ValueError, RecursionError):  # what the parsers raise for pages that are none
            return None

    def _read(self, html: str, tree: Any, url: str | None) -> Page:
        scripts = scripts_of(tree)
        data = data_of(tree, scripts, url)
        found = blocks_of(tree)
        blocks = found[:_MOST_BLOCKS]
        lines: list[PageLine] = []
        if blocks:
            scores = with_tables(blocks, self.judge(tree, blocks, data))
            lines = list(lines_of(blocks, scores, data.headlines))
        marks = [Mark.NOT_AN_ARTICLE] if len(found) > len(blocks) else []
        if size_of(lines) < _TOO_LITTLE:
            lines, told = _instead(lines, html, data, scripts)
            marks += told
        if kind := kind_of(data, blocks, size_of(lines)):
            marks.append(kind)
        return _page(data, blocks, lines, tuple(marks))

    def judge(self, tree: Any, blocks: Sequence[Block], data: PageData) -> Integers:
        """Log-odds of each block to be the article's, in 4096ths. What surely is not is taken out of the tree."""
        measured = Measured(blocks, data.told())
        first = self._model.first(measured.rows)
        take_out(blocks, first)
        other = read_by_another(tree)
        return first if other is None else self._model.second(measured.with_reading(other))


def parse(html: str) -> Any:
    """The page as a tree without what would keep parsers busy; None where it is no page at all."""
    tree = trafilatura.load_html(without_crowded_tags(html.encode("utf-8", "replace").decode("utf-8")))
    if tree is not None:
        strip_elements(tree, *_NO_TEXT, with_tail=False)
    return tree


def read_by_another(tree: Any) -> str | None:
    """What trafilatura takes for the article; None for a page that would take it too long. The tree is used up."""
    if sum(1 for _ in islice(tree.iter(), _MOST_ELEMENTS + 1)) > _MOST_ELEMENTS:
        return None
    found = trafilatura.bare_extraction(tree, include_comments=False, with_metadata=False)
    return found.text or "" if found is not None and not isinstance(found, dict) else ""


def _instead(
    lines: list[PageLine], html: str, data: PageData, scripts: Sequence[Script]
) -> tuple[list[PageLine], list[Mark]]:
    """What the page's data, its scripts or another reader have where its blocks have next to nothing."""
    for other, marks in (((data.body or "").split("\n"), [Mark.PAGE_DATA]), (lines_in(scripts), [Mark.PAGE_DATA])):
        if (found := fuller(lines, other)) is not lines:
            return found, marks
    other = (read_by_another(parse(html)) or "").split("\n")
    return fuller(lines, other) if reads_like_text(other) else lines, []


def _page(data: PageData, blocks: Sequence[Block], lines: Sequence[PageLine], marks: tuple[Mark, ...]) -> Page:
    shown = "\n".join(block.text for block in blocks)[:_LOOKED_AT]
    article = [text for text, furniture in lines if furniture is None]
    return Page(
        title=data.title,
        authors=as_shown(data.authors, shown),
        text="\n".join(text for text, _ in lines) if article else "",
        furniture={number: one for number, (_, one) in enumerate(lines) if one is not None} if article else {},
        published_at=data.published_at,
        language=spoken(data.language, article),
        source=data.source,
        url=data.url,
        marks=marks,
    )
