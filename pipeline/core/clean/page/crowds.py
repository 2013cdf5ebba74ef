"""What no page of an article has, and what would keep the parsers busy for minutes: crowds of attributes or authors.

libxml2 compares every attribute of a tag with all before it, and trafilatura every author with all others, for each
author anew. Both are found here in one pass over the page, and taken out before they are read.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

# A tag as parsers read it: a quoted value may hold anything, a quote that nothing closes reaches to the end. Nothing
# is ever tried twice (possessive repeats), so this is linear in the page.
_TAG = re.compile(
    r"""<([a-zA-Z][^\s>/]*+)(?:[\s/]*+[^\s=>/]++(?:\s*+=\s*+(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z)|[^\s>]*+))?+)*+"""
)
_ATTRIBUTE = re.compile(r"""[\s/]*+[^\s=>/]++(?:\s*+=\s*+(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z)|[^\s>]*+))?+""")
# Two thousand take libxml2 20 ms, and four times as long for twice as many. The shortest has two characters.
_MOST_ATTRIBUTES = 2_000
_LONG_TAG = 2 * _MOST_ATTRIBUTES
# A hundred take trafilatura 20 ms, and eight times as long for twice as many.
_MOST_AUTHORS = 100
# JSON that cannot be parsed is searched instead, again from the start after each name.
_MOST_BROKEN = 10_000
_DATA = ("application/ld+json", "application/settings+json")
_KINDS = ("property", "name", "itemprop")
_HOLDERS = ("@graph", "liveBlogUpdate")
_NAME_KEYS = ("name", "givenName", "familyName", "additionalName")
_NEXT_NAME = re.compile(r"[/;,|&]|\b[ua]nd\b", re.IGNORECASE)
_NAMES_AUTHOR = re.compile(r"author|creator|byl|writer|journalist|contributor", re.IGNORECASE)


def without_crowded_tags(html: str) -> str:
    """The page with tags of thousands of attributes left bare."""
    return _TAG.sub(_bare_if_crowded, html) if len(html) > _LONG_TAG else html


def _bare_if_crowded(tag: re.Match[str]) -> str:
    text = tag[0]
    if len(text) < _LONG_TAG or sum(1 for _ in _ATTRIBUTE.finditer(text)) <= _MOST_ATTRIBUTES:
        return text
    return f"<{tag[1]}"


def remove_crowds_of_authors(tree: Any) -> None:
    """Take out what names authors in a page's head and data where there are more than any article has."""
    naming = [meta for meta in tree.iter("meta") if _NAMES_AUTHOR.search(" ".join(map(meta.get, _KINDS, ("",) * 3)))]
    data = [script for script in tree.iter("script") if script.get("type") in _DATA and script.text]
    for elements, number in (
        (naming, sum(_names(meta.get("content", "")) for meta in naming)),
        (data, sum(_authors(script.text) for script in data)),
    ):
        if number > _MOST_AUTHORS:
            for element in elements:
                element.getparent().remove(element)


def _authors(data: str) -> int:
    """How many authors and persons a script of data names at most."""
    try:
        found = json.loads(data, strict=False)
    except RecursionError:
        return _MOST_AUTHORS + 1
    except ValueError:
        return _MOST_AUTHORS + 1 if len(data) > _MOST_BROKEN else data.count('"author"') + data.count('erson"')
    return sum(_names(name) for name in _told(found))


def _told(data: Any) -> Iterator[str]:
    """Every string under "author", and every person's name, in the objects that trafilatura looks into."""
    objects = [one for one in _listed(data) if isinstance(one, dict)]
    objects += [one for top in objects for key in _HOLDERS for one in _listed(top.get(key)) if isinstance(one, dict)]
    for one in objects:
        yield from _strings(one.get("author"))
        if "person" in str(one.get("@type", "")).lower():
            yield from _strings(one.get("name"))


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _strings(value: Any) -> Iterator[str]:
    left = [value]
    while left:
        value = left.pop()
        if isinstance(value, str):
            yield value
        elif isinstance(value, list):
            left += value
        elif isinstance(value, dict):
            left += [below for key, below in value.items() if key in _NAME_KEYS]


def _names(text: str) -> int:
    return 1 + sum(1 for _ in _NEXT_NAME.finditer(text))
