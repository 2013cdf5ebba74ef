"""Articles in JSON: a line each, or one or an array of them in a file; and news-please's own way to write them."""

import codecs
from collections.abc import Iterable, Iterator
from typing import Any

import orjson

from pipeline.core.codec import record_id
from pipeline.tools.publish import items
from pipeline.tools.publish.items import LARGEST, LARGEST_WHOLE, Article, Item, Opened, Unusable

_TYPES = {list: "array", str: "string", bool: "boolean", int: "number", float: "number", type(None): "null"}
# What news-please calls the fields that an article has; the rest of its fields goes into `metadata`.
_NEWS_PLEASE = {"maintext": "text", "date_publish": "published_at", "source_domain": "source"}
_SAME = ("id", "url", "title", "language")


def json_lines(opened: Opened) -> Iterator[Item]:
    """One article a line, published byte for byte."""
    return records(items.lines(opened.stream), opened.name, opened.raw)


def json_file(opened: Opened) -> Iterator[Item]:
    """One article, or an array of them."""
    content = items.whole(opened.stream, LARGEST_WHOLE).removeprefix(codecs.BOM_UTF8)
    try:
        parsed = orjson.loads(content)
    except orjson.JSONDecodeError:
        parsed = None
    if not isinstance(parsed, list):
        yield _record(content.strip(), opened.name, len(content), opened.raw)
        return
    for number, element in enumerate(parsed, start=1):
        value = orjson.dumps(element)
        yield _record(value, f"{opened.name}[{number}]", len(value), opened.raw)


def records(lines: Iterable[bytes], name: str, raw: bool) -> Iterator[Item]:
    """What lines hold, each named by its number."""
    for number, line in enumerate(lines, start=1):
        value = line.rstrip(b"\r\n")
        if number == 1 and value.startswith(codecs.BOM_UTF8 + b"{"):
            value = value.removeprefix(codecs.BOM_UTF8)  # the file's, not the article's
        if len(value) > LARGEST:
            yield Unusable(f"{name}:{number}", f"a line of more than {LARGEST:,} bytes", len(line))
        elif value.strip():
            yield _record(value, f"{name}:{number}", len(line), raw)


def _record(value: bytes, where: str, size: int, raw: bool) -> Item:
    try:
        parsed, problem = orjson.loads(value), None
    except orjson.JSONDecodeError as error:
        parsed, problem = None, f"not JSON ({error})"
    if problem is None and not isinstance(parsed, dict):
        problem = f"a JSON {_TYPES[type(parsed)]}, not an object"
    if problem and not raw:
        return Unusable(where, problem, size)
    fields = parsed if isinstance(parsed, dict) else {}
    if isinstance(fields.get("maintext"), str) and not {"text", "html", "html_base64"} & {*fields}:
        return _from_news_please(fields, where, size)
    identifier = fields.get("id")
    key = identifier if isinstance(identifier, str) and identifier else record_id(value)
    return Article(where, key.encode(), value, size)


def _from_news_please(fields: dict[str, Any], where: str, size: int) -> Article:
    known = {ours: fields[theirs] for theirs, ours in _NEWS_PLEASE.items() if fields.get(theirs)}
    known |= {name: fields[name] for name in _SAME if isinstance(fields.get(name), str)}
    rest = {name: value for name, value in fields.items() if name not in (*_NEWS_PLEASE, *_SAME) and value is not None}
    return items.made({**known, "metadata": rest}, where, size)
