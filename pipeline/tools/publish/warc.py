"""Pages out of web archives (WARC), such as those of CC-NEWS (https://commoncrawl.org/blog/news-dataset-available)."""

import zlib
from collections.abc import Iterator
from email.message import Message
from typing import BinaryIO

import brotli
from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeadersParserException

from pipeline.tools.publish import items
from pipeline.tools.publish.items import LARGEST, Item, Opened, Unusable

_RECORD_END = b"\r\n\r\n"
_PACKED = frozenset({"identity", "gzip", "x-gzip", "deflate", "br"})
_HTML = frozenset({"text/html", "application/xhtml+xml"})


def warc_file(opened: Opened) -> Iterator[Item]:
    """Every page that a server gave; requests, redirects, errors and what is no page are passed over.

    The page's `published_at` is left to the cleaner, which reads it off the page: an archive knows when it was fetched.
    """
    stream, number = _ToItsEnd(opened.stream), 0
    try:
        for record in ArchiveIterator(stream):
            if record.rec_type == "response":
                number += 1
                if _is_page(record):
                    yield _page(record, number, opened)
        stream.check()
    except (ArchiveLoadFailed, StatusAndHeadersParserException) as error:
        why = " ".join(str(error).split())[:200]
        yield Unusable(opened.name, f"no web archive behind response {number} ({why})", 0)


class _ToItsEnd:
    """A stream that ends where it cannot be read on: what lies before is given out, and `check` says why it ended.

    The iterator reads ahead, so an error that it met at once would take whole records with it; and it takes an archive
    that is cut off for one that ends.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._error: Exception | None = None
        self._last = b""

    def read(self, size: int = -1) -> bytes:
        """At most so many bytes; none where the stream ends, or cannot be read on."""
        if self._error is not None:
            return b""
        try:
            found: bytes = self._stream.read1(size)  # type: ignore[attr-defined]
        except (OSError, EOFError, zlib.error) as error:
            self._error = error
            return b""
        self._last = (self._last + found)[-len(_RECORD_END) :]
        return found

    def check(self) -> None:
        """Raise what kept the archive from being read to its end."""
        if self._error is not None:
            raise self._error
        if self._last not in (b"", _RECORD_END):
            raise EOFError("its last record is cut off")


def _is_page(record: ArcWarcRecord) -> bool:
    headers = record.http_headers
    return headers is not None and headers.get_statuscode() == "200" and _type(record)[0] in _HTML


def _type(record: ArcWarcRecord) -> tuple[str, str | None]:
    """What the server says it is, and in which charset."""
    message = Message()
    message["Content-Type"] = record.http_headers.get_header("Content-Type") or ""
    return message.get_content_type(), message.get_param("charset")  # type: ignore[return-value]


def _page(record: ArcWarcRecord, number: int, opened: Opened) -> Item:
    where = f"{opened.name}, response {number}"
    url = record.rec_headers.get_header("WARC-Target-URI")
    packed = (record.http_headers.get_header("Content-Encoding") or "identity").strip().lower()
    if packed not in _PACKED:
        return Unusable(where, f"the page {url} is packed in a way that is not known here ({packed})", 0)
    try:
        content = record.content_stream().read(LARGEST + 1)
    except (OSError, EOFError, zlib.error, brotli.error) as error:
        return Unusable(where, f"the page {url} cannot be unpacked ({error})", 0)
    if len(content) > LARGEST:
        return Unusable(where, f"the page {url} has more than {LARGEST:,} bytes", 0)
    if not content.strip():
        return Unusable(where, f"the page {url} is empty", 0)
    metadata = {
        "file": opened.label,
        "fetched_at": record.rec_headers.get_header("WARC-Date"),
        "warc_record_id": record.rec_headers.get_header("WARC-Record-ID"),
    }
    return items.made({**items.page(content, _type(record)[1]), "url": url, "metadata": metadata}, where, len(content))
