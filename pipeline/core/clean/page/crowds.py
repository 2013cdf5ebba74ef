"""What no page of an article has, and what would keep the parser busy for minutes: crowds of attributes.

libxml2 compares every attribute of a tag with all before it. They are found in one pass over the page, and taken out
before it is parsed.
"""

import re

# A tag as parsers read it: a quoted value may hold anything, a quote that nothing closes reaches to the end. Nothing
# is ever tried twice (possessive repeats), so this is linear in the page.
_TAG = re.compile(
    r"""<([a-zA-Z][^\s>/]*+)(?:[\s/]*+[^\s=>/]++(?:\s*+=\s*+(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z)|[^\s>]*+))?+)*+"""
)
_ATTRIBUTE = re.compile(r"""[\s/]*+[^\s=>/]++(?:\s*+=\s*+(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z)|[^\s>]*+))?+""")
# Two thousand take libxml2 20 ms, and four times as long for twice as many. The shortest has two characters.
_MOST_ATTRIBUTES = 2_000
_LONG_TAG = 2 * _MOST_ATTRIBUTES


def without_crowded_tags(html: str) -> str:
    """The page with tags of thousands of attributes left bare."""
    return _TAG.sub(_bare_if_crowded, html) if len(html) > _LONG_TAG else html


def _bare_if_crowded(tag: re.Match[str]) -> str:
    text = tag[0]
    if len(text) < _LONG_TAG or sum(1 for _ in _ATTRIBUTE.finditer(text)) <= _MOST_ATTRIBUTES:
        return text
    return f"<{tag[1]}"
