"""What readers make of files: articles ready to be published, and what is none."""

import gzip
import os
from base64 import b64encode
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

import orjson

from pipeline.core.codec import record_id
from pipeline.core.records import RawArticle

# Bytes of one line, page or record, decompressed; beyond it a file is damaged, or made to fill memory.
LARGEST = 32 * 1024 * 1024
# Bytes of a file that must be read whole, such as a JSON array.
LARGEST_WHOLE = 16 * LARGEST
_LATIN = frozenset({"ascii", "us-ascii", "iso-8859-1", "latin-1", "latin1", "windows-1252", "cp1252", "utf-8", "utf8"})


@dataclass(frozen=True, slots=True)
class Article:
    """A message ready to be published; `where` is the file, with the line in JSONL, and `size` its bytes there."""

    where: str
    key: bytes
    value: bytes
    size: int


@dataclass(frozen=True, slots=True)
class Unusable:
    """Something that is no article, and why."""

    where: str
    why: str
    size: int


Item = Article | Unusable


@dataclass(frozen=True, slots=True)
class Opened:
    """A file that is being read: `stream` gives its bytes, decompressed, and `name` is what a person calls it.

    `columns` says which column of a table is which field of an article; `raw` lets anything be an article.
    """

    stream: BinaryIO
    file: Path
    raw: bool = False
    columns: Mapping[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The path, as it was given."""
        return str(self.file)

    @property
    def label(self) -> str:
        """The file's name for `metadata`; it may hold any bytes."""
        return os.fsencode(self.file.name).decode("utf-8", "replace")


class TooLargeError(Exception):
    """More bytes than any article has."""


def made(fields: Mapping[str, Any], where: str, size: int) -> Article:
    """An article of these fields; those that are None or empty are left out."""
    value = orjson.dumps({name: value for name, value in fields.items() if value not in (None, "", {})}, default=str)
    identifier = fields.get("id")
    return Article(where, (identifier or record_id(value)).encode(), value, size)


def from_table(cells: Mapping[str, Any], columns: Mapping[str, str], where: str, size: int) -> Item:
    """An article of a row: the columns of `columns`, those called like a field, the rest in `metadata`."""
    fields: dict[str, Any] = {name: cells[column] for name, column in columns.items()}
    metadata: dict[str, Any] = {}
    for column, cell in cells.items():
        if column in columns.values() or cell is None or cell == "":
            continue
        known = column in RawArticle.model_fields and column != "metadata" and column not in fields
        (fields if known else metadata)[column] = cell
    if not any(fields.get(name) for name in ("text", "html", "html_base64")):
        return Unusable(where, "its text is empty", size)
    texts = {name: cell if cell is None else str(cell) for name, cell in fields.items()}
    try:
        return made({**texts, "metadata": metadata}, where, size)
    except (TypeError, UnicodeEncodeError) as error:
        return Unusable(where, f"a cell cannot be written as JSON ({error})", size)


def missing_columns(found: list[str], columns: Mapping[str, str]) -> str | None:
    """Why a table with these columns has no articles; None when it has."""
    has = f"the columns are {', '.join(found)}"
    for name, column in columns.items():
        if column not in found:
            return f"there is no column {column} for {name}; {has}"
    if {"text", "html", "html_base64"} & ({*found} | {*columns}):
        return None
    return f"no column is called text or html; {has}. Name the one with the article: --columns text=COLUMN"


def page(content: bytes, charset: str | None = None) -> dict[str, str]:
    """A page's bytes as a field of an article: `html`, or `html_base64` where finding the charset is left to the core.

    `charset` is what the server said. Latin-1 is said of many pages in UTF-8; another one is believed.
    """
    named = (charset or "utf-8").strip("\"' ").lower()
    for encoding in ("utf-8", None) if named in _LATIN else (named, "utf-8"):
        with suppress(UnicodeDecodeError, LookupError):
            if encoding is not None:
                return {"html": content.decode("utf-8-sig" if encoding == "utf-8" else encoding)}
    return {"html_base64": b64encode(content).decode()}


def whole(stream: BinaryIO, largest: int = LARGEST) -> bytes:
    """Everything that a stream has. Raises TooLargeError when that is more than `largest` bytes."""
    content = stream.read(largest + 1)
    if len(content) > largest:
        raise TooLargeError(f"it has more than {largest:,} bytes")
    return content


def lines(stream: BinaryIO) -> Iterator[bytes]:
    """Every line with its end; of one that is longer than LARGEST one byte more than that, the rest being left out."""
    while line := stream.readline(LARGEST + 1):
        yield line
        while len(line) > LARGEST and not line.endswith(b"\n"):
            line = stream.readline(LARGEST + 1)
            if len(line) <= LARGEST:
                break


def open_file(file: Path) -> tuple[BinaryIO, BinaryIO]:
    """A file's bytes, and the same decompressed if its name ends in .gz. Closing the first one ends both."""
    plain = file.open("rb")
    unpacked = gzip.GzipFile(fileobj=plain) if file.suffix == ".gz" else plain
    return plain, unpacked  # type: ignore[return-value]
