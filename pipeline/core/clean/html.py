"""Finding the article in a web page: trafilatura reads the page, we choose what to trust."""

from dataclasses import dataclass

import trafilatura


@dataclass(frozen=True, slots=True)
class Page:
    """The article in a page: its text, one paragraph a line, and what the page says about it."""

    title: str | None
    byline: str | None
    text: str


def extract(html: str, *, url: str | None = None) -> Page | None:
    """Find the article in `html`; None when there is none (or the page cannot be parsed at all)."""
    document = trafilatura.bare_extraction(
        html, url=url, with_metadata=True, include_comments=False, include_tables=False
    )
    if document is None or isinstance(document, dict) or not document.text:
        return None
    return Page(document.title or None, document.author or None, document.text)
