"""Raw articles out of files, folders and standard input, and what is wrong with those that are none."""

import codecs
import gzip
import os
import sys
import zlib
from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, NoReturn

import orjson

from pipeline.core.codec import record_id
from pipeline.tools.errors import UsageError

STDIN = "-"
JSON_LINES = frozenset({".jsonl", ".ndjson"})
PAGES = frozenset({".html", ".htm"})
KNOWN = JSON_LINES | PAGES | {".txt", ".json"}
_CHUNK = 64 * 1024
_JSON_TYPES = {list: "array", str: "string", bool: "boolean", int: "number", float: "number", type(None): "null"}


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


def articles(paths: Iterable[str], *, raw: bool = False) -> Iterator[Item]:
    """Every article of the paths, in order; `-` is JSONL on standard input.

    A line of JSONL is published byte for byte. A text file or page becomes a record with its name in `metadata`.
    With `raw`, lines that are no JSON object are articles too, as they are. A file that cannot be read, or not to its
    end, is Unusable; the others go on.

    Raises:
        OSError: a path that is not there, or a folder that cannot be read.
        UsageError: a path of no known kind, or a folder without articles.
    """
    for path in paths:
        if path == STDIN:
            yield from _lines(_standard_input(), "standard input", raw)
        else:
            for file in _files(Path(path)):
                yield from _file(file, raw)


def total_size(paths: Iterable[str]) -> int | None:
    """Bytes of all files, for a progress bar; None when standard input or a compressed file is among them."""
    sizes = [None if path == STDIN else _sizes(Path(path)) for path in paths]
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


def _sizes(path: Path) -> int | None:
    files = _files(path)
    return None if any(file.suffix == ".gz" for file in files) else sum(file.stat().st_size for file in files)


def _files(path: Path) -> list[Path]:
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


def _file(file: Path, raw: bool) -> Iterator[Item]:
    try:
        yield from _content(file, raw)
    except (OSError, EOFError, zlib.error) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        yield Unusable(str(file), f"cannot be read to its end ({why})", 0)


def _content(file: Path, raw: bool) -> Iterator[Item]:
    opened: Callable[[Path, str], BinaryIO] = gzip.open if file.suffix == ".gz" else open  # type: ignore[assignment]
    with opened(file, "rb") as stream:
        kind = _kind(file)
        if kind in JSON_LINES:
            yield from _lines(stream, str(file), raw)
        elif kind == ".json":
            yield from _json(stream.read(), str(file), raw)
        else:
            yield _whole(stream.read(), file, "html" if kind in PAGES else "text")


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


def _lines(stream: Iterable[bytes], name: str, raw: bool) -> Iterator[Item]:
    for number, line in enumerate(stream, start=1):
        value = line.rstrip(b"\r\n")
        if number == 1 and value.startswith(codecs.BOM_UTF8 + b"{"):
            value = value.removeprefix(codecs.BOM_UTF8)  # the file's, not the article's
        if value.strip():
            yield _record(value, f"{name}:{number}", len(line), raw)


def _json(content: bytes, name: str, raw: bool) -> Iterator[Item]:
    """One article, or an array of them."""
    content = content.removeprefix(codecs.BOM_UTF8)
    try:
        parsed = orjson.loads(content)
    except orjson.JSONDecodeError:
        parsed = None
    if not isinstance(parsed, list):
        yield _record(content.strip(), name, len(content), raw)
        return
    for number, element in enumerate(parsed, start=1):
        value = orjson.dumps(element)
        yield _record(value, f"{name}[{number}]", len(value), raw)


def _record(value: bytes, where: str, size: int, raw: bool) -> Item:
    problem, identifier = _examine(value)
    if problem and not raw:
        return Unusable(where, problem, size)
    return Article(where, identifier.encode() if identifier else record_id(value).encode(), value, size)


def _examine(value: bytes) -> tuple[str | None, str | None]:
    """What keeps the value from being a record, and the id it brings."""
    try:
        parsed = orjson.loads(value)
    except orjson.JSONDecodeError as error:
        return f"not JSON ({error})", None
    if not isinstance(parsed, dict):
        return f"a JSON {_JSON_TYPES[type(parsed)]}, not an object", None
    identifier = parsed.get("id")
    return None, identifier if isinstance(identifier, str) and identifier else None


def _whole(content: bytes, file: Path, field: str) -> Item:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if field != "html":
            return Unusable(str(file), f"not UTF-8 (byte {error.start}); convert it first", len(content))
        field, text = "html_base64", b64encode(content).decode()  # which charset it is in, the core finds out
    name = os.fsencode(file.name).decode("utf-8", "replace")  # a file's name may hold any bytes
    value = orjson.dumps({field: text, "metadata": {"file": name}})
    return Article(str(file), record_id(value).encode(), value, len(content))
