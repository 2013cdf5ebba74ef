"""Finding the article in a web page: trafilatura reads it, prepared by us; the headline is taken out of the text."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import trafilatura
from lxml.etree import LxmlError  # type: ignore[import-untyped]

from pipeline.core.clean.page.crowds import remove_crowds_of_authors, without_crowded_tags

_BLOCKS = ("p", "li", "h2", "h3", "h4", "h5", "h6")
# A block that is a link from end to end and as long as a headline points elsewhere; longer ones may be a summary.
_LINKED_SHARE = 0.95
_LINKED_CHARS = range(15, 201)
# A cell with this much text in several blocks is a page laid out in a table, not a table.
_LAYOUT_CHARS, _LAYOUT_BLOCKS = 500, 3
_TABLE_PARTS = ("table", "tbody", "thead", "tfoot", "tr", "td", "th")
_WORD = re.compile(r"\w+")
# The headline stands among the first lines; a title is often the headline with the site's name added.
_HEADLINE_LINES = 4
_ADDED_WORDS = 6
_BULLET = re.compile(r"^- ", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Page:
    """The article in a page: its body, one paragraph a line without the headline, and what the page says about it."""

    title: str | None
    byline: str | None
    text: str


def extract(html: str, *, url: str | None = None) -> Page | None:
    """Find the article in `html`; None when there is none, or the page cannot be parsed at all."""
    try:
        return _extract(html, url)
    except (LxmlError, ValueError, RecursionError):  # what the parsers raise for pages that are none
        return None


def _extract(html: str, url: str | None) -> Page | None:
    tree = trafilatura.load_html(without_crowded_tags(html.encode("utf-8", "replace").decode("utf-8")))
    if tree is None:
        return None
    remove_crowds_of_authors(tree)
    headlines = [" ".join(heading.itertext()) for heading in tree.iter("h1")]
    _open_layout_tables(tree)
    _remove_linked_blocks(tree)
    found = trafilatura.bare_extraction(tree, url=url, with_metadata=True, include_comments=False, fast=True)
    if found is None or isinstance(found, dict) or not found.text:
        return None
    title = found.title or None
    text = _without_headline(_BULLET.sub("", found.text), [title or "", *headlines])
    return Page(title, found.author or None, text) if text.strip() else None


def _open_layout_tables(tree: Any) -> None:
    """Turn tables that hold paragraphs rather than data into plain blocks."""
    for table in list(tree.iter("table")):
        if any(_is_layout(cell) for cell in table.iter("td")):
            for part in table.iter(*_TABLE_PARTS):
                part.tag = "div"


def _is_layout(cell: Any) -> bool:
    blocks = sum(1 for _ in cell.iter("p", "br", "div"))
    return blocks >= _LAYOUT_BLOCKS and len(" ".join(cell.itertext())) >= _LAYOUT_CHARS


def _remove_linked_blocks(tree: Any) -> None:
    """Take out blocks that are nothing but a link: pointers to other articles between the paragraphs and below."""
    for block in list(tree.iter(*_BLOCKS)):
        text = _plain(block.itertext())
        if len(text) in _LINKED_CHARS and next(block.iterancestors("table"), None) is None:
            linked = _plain(piece for link in block.iter("a") for piece in link.itertext())
            if len(linked) >= _LINKED_SHARE * len(text):
                block.clear(keep_tail=True)


def _plain(pieces: Iterable[str]) -> str:
    return " ".join(" ".join(pieces).split())


def _without_headline(text: str, headlines: Iterable[str]) -> str:
    """Leave the headline out of the body: it stands in the title."""
    known = [words for words in (_WORD.findall(headline.casefold()) for headline in headlines) if words]
    lines = text.split("\n")
    kept = [line for line in lines[:_HEADLINE_LINES] if not any(_same(line, words) for words in known)]
    return "\n".join(kept + lines[_HEADLINE_LINES:])


def _same(line: str, headline: list[str]) -> bool:
    words = _WORD.findall(line.casefold())
    if words == headline:
        return True
    if min(len(words), len(headline)) < _HEADLINE_LINES or len(words) >= len(headline) + _ADDED_WORDS:
        return False
    one, other = f" {' '.join(words)} ", f" {' '.join(headline)} "
    return one in other or other in one
