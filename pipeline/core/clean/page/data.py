"""What a page says of its article where machines read it: in its head and in its JSON-LD."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import trafilatura

from pipeline.core.clean.page.measure import Told
from pipeline.core.clean.page.scripts import Script

_LD = "application/ld+json"
_DEEPEST = 8
_FEWEST_NAME = 5


@dataclass(frozen=True, slots=True)
class PageData:
    """What is told: title, byline, lead; `body` is the article's text as the data has it."""

    title: str | None
    byline: str | None
    lead: str | None
    body: str | None

    def told(self) -> Told:
        """What helps to judge blocks."""
        names = (self.byline or "").replace(",", ";").split(";")
        authors = tuple(name.strip() for name in names if len(name.strip()) >= _FEWEST_NAME)
        return Told(self.body, self.title or "", self.lead or "", authors)


def data_of(tree: Any, scripts: Sequence[Script], url: str | None) -> PageData:
    """Read the data of a parsed page, of which these are the scripts. The tree stays as it is."""
    told = trafilatura.extract_metadata(tree, default_url=url, extensive=False)
    bodies = [text for script in scripts for text in _bodies(script)]
    return PageData(told.title or None, told.author or None, told.description or None, "\n".join(bodies) or None)


def _bodies(script: Script) -> Iterator[str]:
    if script.type != _LD or "articleBody" not in script.text:
        return
    try:
        left = [(json.loads(script.text, strict=False), 0)]
    except (ValueError, RecursionError):
        return
    while left:
        value, depth = left.pop()
        inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
        if isinstance(value, dict) and isinstance(value.get("articleBody"), str):
            yield value["articleBody"]
        if depth < _DEEPEST:
            left += [(one, depth + 1) for one in inner if isinstance(one, dict | list)]
