"""Raw articles out of files, folders and standard input. One row of READERS for each kind of file."""

import os
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

from pipeline.tools.errors import UsageError
from pipeline.tools.publish.documents import page_file, text_file
from pipeline.tools.publish.items import Article, Item, Opened, TooLargeError, Unusable, open_file
from pipeline.tools.publish.jsons import json_file, json_lines, records

__all__ = ["JSON_LINES", "KNOWN", "STDIN", "Article", "Item", "Unusable", "articles", "files", "read", "total_size"]

Reader = Callable[[Opened], Iterator[Item]]

STDIN = "-"
JSON_LINES = frozenset({".jsonl", ".ndjson"})
_CHUNK = 64 * 1024


def _warc(opened: Opened) -> Iterator[Item]:
    from pipeline.tools.publish.warc import warc_file  # noqa: PLC0415 (loaded when there is one)

    return warc_file(opened)


def _csv(opened: Opened) -> Iterator[Item]:
    from pipeline.tools.publish.table import csv_file  # noqa: PLC0415

    return csv_file(opened)


def _parquet(opened: Opened) -> Iterator[Item]:
    from pipeline.tools.publish.table import parquet_file  # noqa: PLC0415

    return parquet_file(opened)


def _xml(opened: Opened) -> Iterator[Item]:
    from pipeline.tools.publish.markup import xml_file  # noqa: PLC0415

    return xml_file(opened)


# The ends of names, and what reads such files; each but Parquet also compressed (.gz).
READERS: Mapping[str, Reader] = {
    **dict.fromkeys(JSON_LINES, json_lines),
    ".json": json_file,
    ".txt": text_file,
    **dict.fromkeys((".html", ".htm"), page_file),
    ".warc": _warc,
    **dict.fromkeys((".csv", ".tsv"), _csv),
    ".parquet": _parquet,
    ".xml": _xml,
}
KNOWN = frozenset(READERS)


def articles(paths: Iterable[str], *, raw: bool = False, columns: Mapping[str, str] | None = None) -> Iterator[Item]:
    """Every article of the paths, in order; `-` is JSONL on standard input.

    A line of JSONL is published byte for byte; what becomes of other files their readers say. With `raw`, lines that
    are no JSON object are articles too, as they are. `columns` says which column of a table is which field. A file
    that cannot be read, or not to its end, is Unusable; the others go on.

    Raises:
        OSError: a path that is not there, or a folder that cannot be read.
        UsageError: a path of no known kind, a folder without articles, or a package is needed that is not installed.
    """
    for path in paths:
        if path == STDIN:
            yield from records(_standard_input(), "standard input", raw)
        else:
            for file in files(Path(path)):
                yield from read(file, raw=raw, columns=columns)


def read(file: Path, *, raw: bool = False, columns: Mapping[str, str] | None = None) -> Iterator[Item]:
    """Every article of a file. The sizes of all of them come to about the file's."""
    try:
        plain, unpacked = open_file(file)
        with plain, unpacked:
            known_by_line = unpacked is plain and READERS[_kind(file)] in (json_lines, json_file, text_file, page_file)
            before = 0
            for item in READERS[_kind(file)](Opened(unpacked, file, raw, columns or {})):
                if known_by_line:
                    yield item
                    continue
                now = plain.tell()
                yield replace(item, size=max(0, now - before))
                before = max(before, now)
    except (OSError, EOFError, zlib.error, TooLargeError) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        yield Unusable(str(file), f"cannot be read to its end ({why})", 0)


def total_size(paths: Iterable[str]) -> int | None:
    """Bytes of all files as they lie on disk, for a progress bar; None when standard input is among them."""
    sizes = [None if path == STDIN else sum(file.stat().st_size for file in files(Path(path))) for path in paths]
    return None if None in sizes else sum(size or 0 for size in sizes)


def is_input(file: Path, path: str) -> bool:
    """Whether `file` is, or once it is written will be, among the files that `path` stands for."""
    if path == STDIN:
        return False
    source, wanted = Path(path).resolve(), file.resolve()
    if not source.is_dir():
        return source == wanted or (file.exists() and source.samefile(file))
    inside = wanted.is_relative_to(source) and not any(
        part.startswith(".") for part in wanted.relative_to(source).parts
    )
    return inside and _kind(wanted) in KNOWN


def files(path: Path) -> list[Path]:
    """The file, or every file with articles in the folder, in order. Raises as `articles` does."""
    if not path.is_dir():
        if not path.exists():
            raise FileNotFoundError(2, "no such file or folder", str(path))
        if _kind(path) not in KNOWN:
            raise UsageError(
                f"{path}: articles come as {', '.join(sorted(KNOWN))} (each also .gz), folders of them, or -"
            )
        return [path]
    found = sorted(file for file in _walk(path) if _kind(file) in KNOWN and file.is_file())
    if not found:
        raise UsageError(f"{path}: no file in this folder ends in {', '.join(sorted(KNOWN))}")
    return found


def _walk(folder: Path) -> Iterator[Path]:
    """Every file below a folder, hidden ones left out. `Path.rglob` would pass over what it may not read in silence."""
    for root, folders, names in os.walk(folder, onerror=_raise):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(root, name) for name in names if not name.startswith("."))


def _raise(error: OSError) -> NoReturn:
    raise error


def _kind(file: Path) -> str:
    name = file.with_suffix("") if file.suffix == ".gz" else file
    return name.suffix.lower()


def _standard_input() -> Iterator[bytes]:
    """Its lines, read past the buffer: a thread that waits there holds its lock, without which Python cannot end."""
    source = getattr(sys.stdin.buffer, "raw", sys.stdin.buffer)
    begun: list[bytes] = []
    while chunk := source.read(_CHUNK):
        *ends, rest = chunk.split(b"\n")
        for end in ends:
            yield b"".join([*begun, end, b"\n"])
            begun = []
        begun.append(rest)
    if last := b"".join(begun):
        yield last
