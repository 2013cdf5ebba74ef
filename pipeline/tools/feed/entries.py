"""Reads a feed: RSS, Atom and their kin."""

import io
from calendar import timegm
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urljoin, urlsplit

import feedparser

from pipeline.core.codec import record_id

_MOST_ENTRIES = 1000
_LONGEST = 2000  # characters of a URL, a title or an id


class NoFeedError(Exception):
    """The bytes are no feed."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An item of a feed. `key` is the article's id: the same wherever the item's URL is met; `html` its own text."""

    key: str
    url: str | None
    title: str | None
    published_at: str | None
    html: str


def read_feed(content: bytes, url: str) -> tuple[str | None, list[Entry]]:
    """A feed's title and its items, the oldest first.

    Raises:
        NoFeedError: it is none.
    """
    try:
        # As a stream: what is given as bytes or a string, the parser may take for a file's name.
        parsed = feedparser.parse(io.BytesIO(content), sanitize_html=False, resolve_relative_uris=False)
    except Exception as error:  # noqa: BLE001 - a parser of everything, fed by anybody
        raise NoFeedError(f"the parser cannot read it ({type(error).__name__}: {str(error)[:100]})") from None
    if not parsed.get("version") and not parsed.entries:
        raise NoFeedError(f"it is no feed ({str(parsed.get('bozo_exception', 'no RSS or Atom'))[:100]})")
    return _text(parsed.feed.get("title")), list(_entries(parsed.entries[:_MOST_ENTRIES], url))[::-1]


def _entries(found: list[Any], base: str) -> Iterator[Entry]:
    keys = set()
    for one in found:
        url = _url(one.get("link"), base)
        name = url or _text(one.get("id")) or _text(one.get("title"))
        key = record_id(name.encode("utf-8", "replace")) if name else None
        if key is not None and key not in keys:
            keys.add(key)
            yield Entry(key, url, _text(one.get("title")), _time(one), _html(one))


def _url(link: Any, base: str) -> str | None:
    """The item's page, without what stands behind a #."""
    try:
        url = urljoin(base, _whole(link).strip()).partition("#")[0] if link else ""
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in {"http", "https"} and parts.hostname and len(url) <= _LONGEST else None


def _html(entry: Any) -> str:
    """The longest text that the item brings."""
    texts = [_whole(part.get("value") or "") for part in entry.get("content") or ()]
    return max([*texts, _whole(entry.get("summary") or "")], key=len)


def _text(value: Any) -> str | None:
    return " ".join(_whole(value).split())[:_LONGEST] or None if value else None


def _whole(value: Any) -> str:
    """A text without halves of characters, which a feed can write and nobody can encode."""
    return str(value).encode("utf-8", "replace").decode()


def _time(entry: Any) -> str | None:
    found = entry.get("published_parsed") or entry.get("updated_parsed")
    try:
        return datetime.fromtimestamp(timegm(found), UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if found else None
    except (ValueError, OverflowError, OSError, TypeError):
        return None
