"""Texts with their names marked: `[GPE:Oslo] is cold.`"""

import re

from pipeline.core.extract.gazetteer import Gazetteer
from pipeline.core.extract.resolve.article import Article, Found

_MARKED = re.compile(r"\[([A-Z_]+):([^\]]*)\]")


def read(marked: str, title: str | None = None) -> tuple[Article, list[Found]]:
    """The article without the marks, and the marked names as what a model has found in it."""
    text, spans, position = "", [], 0
    for match in _MARKED.finditer(marked):
        text += marked[position : match.start()]
        spans.append(Found(len(text), len(text) + len(match[2]), match[1]))
        text += match[2]
        position = match.end()
    return Article(text + marked[position:], Gazetteer.load(), title=title), spans
