"""An article that stands in a page's scripts alone, for programs to show: JSON, and the pieces that Next.js pushes."""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from lxml.etree import LxmlError  # type: ignore[import-untyped]
from lxml.html import fragment_fromstring  # type: ignore[import-untyped]

from pipeline.core.clean.page.blocks import blocks_of

# What is shorter is a teaser or a notice; what has no paragraphs may be anything (a style sheet, a licence).
_SHORTEST = 300
_FEWEST_PARAGRAPHS = 2
_PARAGRAPH = re.compile(r"<p[\s>]|<br\s*/?>", re.IGNORECASE)
_PUSHED = re.compile(r"\s*self\.__next_f\.push\((\[.*\])\)\s*;?\s*", re.DOTALL)
# A piece of text in the pushed stream: its number, a T, its length in bytes, a comma.
_PIECE = re.compile(rb"[0-9a-f]{1,4}:T([0-9a-f]{1,6}),")
_JSON = ("application/json", "application/ld+json")
# Nothing an article's page holds takes longer; what does is not looked into.
_MOST_CHARS = 4_000_000


class Script(NamedTuple):
    """A script of a page."""

    type: str
    text: str


def scripts_of(tree: Any) -> list[Script]:
    """The scripts that stand in a parsed page."""
    return [Script(one.get("type", ""), one.text) for one in tree.iter("script") if one.text]


def lines_in(scripts: Iterable[Script]) -> list[str]:
    """The paragraphs of the longest text with paragraphs in a page's scripts; none where there is no such text."""
    best: list[str] = []
    for text in _texts(scripts):
        if len(text) >= _SHORTEST and len(_PARAGRAPH.findall(text)) >= _FEWEST_PARAGRAPHS:
            lines = _lines(text)
            if sum(map(len, lines)) > max(sum(map(len, best)), _SHORTEST):
                best = lines
    return best


def _lines(html: str) -> list[str]:
    try:
        return [block.text for block in blocks_of(fragment_fromstring(html, create_parent="div"))]
    except (LxmlError, ValueError):  # no markup after all
        return []


def _texts(scripts: Iterable[Script]) -> Iterator[str]:
    pushed = []
    left = _MOST_CHARS
    for kind, text in scripts:
        left -= len(text)
        if left < 0:
            return
        if kind in _JSON:
            yield from _strings(_parsed(text))
        elif match := _PUSHED.fullmatch(text):
            pushed += [one for one in _strings(_parsed(match[1])) if one]
    stream = "".join(pushed).encode("utf-8", "replace")
    for piece in _PIECE.finditer(stream):
        yield stream[piece.end() : piece.end() + int(piece[1], 16)].decode("utf-8", "replace")


def _parsed(text: str) -> Any:
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _strings(value: Any) -> Iterator[str]:
    left = [value]
    while left:
        value = left.pop()
        if isinstance(value, str):
            yield value
        elif isinstance(value, list):
            left += reversed(value)
        elif isinstance(value, dict):
            left += reversed(value.values())
