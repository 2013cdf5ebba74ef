"""A page as blocks: what stands between the tags that begin a new line, each with where in the page it stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from pipeline.core.clean.page.cues import groups_of

TAGS = (
    "article", "main", "aside", "nav", "footer", "header", "figure", "figcaption", "li", "table", "blockquote", "form",
    "button", "section", "dl", "p", "details", "h1", "h2", "h3", "h4", "h5", "h6", "div", "td", "pre", "span",
)  # fmt: skip
_BIT = {tag: 1 << number for number, tag in enumerate(TAGS)}
_SKIPPED = frozenset(
    "script style noscript template svg iframe select textarea head object embed canvas audio video math datalist map"
    " option meta link".split()
)
_INLINE = frozenset(
    "a b strong i em span font u s small big sub sup abbr acronym cite code q mark time ins del bdi bdo data dfn kbd"
    " samp var wbr tt label strike nobr img picture source input ruby rb rp rt amp-img".split()
)
_NAMING = ("class", "id", "data-testid", "data-component", "role", "data-type", "aria-label")
_BOLD, _ITALIC = frozenset({"b", "strong"}), frozenset({"i", "em"})
# A cell with this much text in several blocks is a page laid out in a table, not a table.
_LAYOUT_CHARS, _LAYOUT_BLOCKS = 500, 3
CELL = " | "
# Parsers stop at 256; the limit is for the day they do not.
_DEEPEST = 400
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """A tag that holds blocks. `tags` and `groups` are bits (see TAGS and cues.GROUPS), those of what holds it in it.

    `own` has the groups of its own classes. `look` is its tag with its classes, `path` a number for all looks from the
    page down to it: blocks that are alike share it.
    """

    parent: "Place | None"
    element: Any
    tag: str
    look: str
    tags: int
    own: int
    groups: int
    hidden: bool
    body: bool
    depth: int
    number: int
    path: int


@dataclass(slots=True)
class Block:
    """Text without a break, its white space made single spaces; how many of its characters are links, bold, italic."""

    text: str
    place: Place
    linked: int = 0
    bold: int = 0
    italic: int = 0
    links: int = 0
    below_break: bool = False


@dataclass(slots=True)
class _Run:
    """What is being collected."""

    pieces: list[str] = field(default_factory=list)
    linked: int = 0
    bold: int = 0
    italic: int = 0
    links: int = 0
    below_break: bool = False


def blocks_of(tree: Any) -> list[Block]:
    """The blocks of a parsed page, in order. The tree stays as it is."""
    body = tree.find(".//body")
    walk = _Walk()
    walk.read(tree if body is None else body)
    return walk.blocks


class _Walk:
    """One way through a page."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._run = _Run()
        self._paths: dict[tuple[int, str], int] = {}
        self._number = 0

    def read(self, body: Any) -> None:
        top = Place(None, body, "body", "body", 0, 0, 0, False, False, 0, 0, 0)
        self._inside(body, top, 0)
        self._end(top)

    def _end(self, place: Place) -> None:
        """The block that was collected ends here."""
        run = self._run
        if not run.pieces:
            return
        text = " ".join("".join(run.pieces).split())
        if text:
            self.blocks.append(Block(text, place, run.linked, run.bold, run.italic, run.links, run.below_break))
        self._run = _Run()

    def _text(self, text: str | None, style: int) -> None:
        if text:
            run = self._run
            run.pieces.append(text)
            if style:
                size = len(text.strip())
                run.linked += size * (style & 1)
                run.bold += size * (style >> 1 & 1)
                run.italic += size * (style >> 2)

    def _inside(self, element: Any, place: Place, style: int) -> None:
        self._text(element.text, style)
        for child in element:
            tag = child.tag
            if not isinstance(tag, str) or tag in _SKIPPED:
                pass
            elif tag == "br":
                self._break(child, place)
            elif tag in _INLINE:
                self._inline(child, tag, place, style)
            else:
                self._end(place)
                self._block(child, tag, place, style)
            self._text(child.tail, style)

    def _break(self, element: Any, place: Place) -> None:
        """Two breaks end a block, one is a space: lines of a poem are rarer than addresses and signatures."""
        following = element.getnext()
        if following is not None and following.tag == "br" and not (element.tail or "").strip():
            self._end(place)
            self._run.below_break = True
        else:
            self._run.pieces.append("\n")

    def _inline(self, element: Any, tag: str, place: Place, style: int) -> None:
        if tag == "a":
            self._run.links += 1
            style |= 1
        elif tag in _BOLD:
            style |= 2
        elif tag in _ITALIC:
            style |= 4
        self._inside(element, place, style)

    def _block(self, element: Any, tag: str, above: Place, style: int) -> None:
        place = self._place(element, tag, above)
        if place.depth > _DEEPEST:
            self._text(" ".join(element.itertext()), style)
        elif tag == "tr" and not _is_layout(element):
            self._row(element, place, style)
        else:
            self._inside(element, place, style)
        self._end(place)

    def _row(self, row: Any, place: Place, style: int) -> None:
        """A row of a table of data is one line."""
        linked = sum(len(" ".join(link.itertext()).strip()) for link in row.iter("a"))
        cells = [" ".join(_visible(cell).split()) for cell in row if isinstance(cell.tag, str)]
        self._text(CELL.join(cell for cell in cells if cell), style & ~1)
        self._run.linked += linked

    def _place(self, element: Any, tag: str, above: Place) -> Place:
        attributes = element.attrib
        look, own, body, hidden = tag, 0, above.body, above.hidden
        if attributes:
            names = " ".join([value for name in _NAMING if (value := attributes.get(name))])
            if names:
                look, own = f"{tag} {names}", groups_of(names)
            body = body or "articlebody" in attributes.get("itemprop", "").lower()
            hidden = hidden or _is_hidden(attributes)
        self._number += 1
        path = self._paths.setdefault((above.path, look), len(self._paths) + 1)
        tags, groups = above.tags | _BIT.get(tag, 0), above.groups | above.own
        return Place(above, element, tag, look, tags, own, groups, hidden, body, above.depth + 1, self._number, path)


def _is_hidden(attributes: Any) -> bool:
    style = attributes.get("style")
    return (
        "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or (style is not None and _HIDING.search(style) is not None)
    )


def _is_layout(row: Any) -> bool:
    return any(
        cell.find(".//table") is not None
        or (
            len(" ".join(cell.itertext())) >= _LAYOUT_CHARS
            and sum(1 for _ in cell.iter("p", "br", "div")) >= _LAYOUT_BLOCKS
        )
        for cell in row.iter("td")
    )


def _visible(cell: Any) -> str:
    return " ".join(_pieces(cell, 0))


def _pieces(element: Any, depth: int) -> Iterator[str]:
    if element.text:
        yield element.text
    if depth < _DEEPEST:
        for child in element:
            if isinstance(child.tag, str) and child.tag not in _SKIPPED:
                yield from _pieces(child, depth + 1)
            if child.tail:
                yield child.tail
