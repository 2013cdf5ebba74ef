"""docs/topics.md, rendered from the AsyncAPI document."""

from collections.abc import Iterator, Mapping
from typing import Any

_HEAD = """\
# Topics

Written by `dateline schemas --page docs/topics.md` from `docs/schemas/asyncapi.yaml` (AsyncAPI 3.0). The names are the
defaults; the section `topics` of the settings has yours. `docs/schemas/` has a JSON Schema for the records of each.

Readers set `isolation.level=read_committed`: librdkafka's clients do by default, Java's and aiokafka's do not
([where to set it](consumers.md)). Offsets of text count Unicode code points, lines count from 0. A field that you do
not know may come with a later release: ignore it. Headers are text in UTF-8.

A record's own timestamp is the time of processing, unless `topics.record_timestamp` says otherwise
([which time is which](consumers.md#what-time-a-record-has)).
"""


def page(document: Mapping[str, Any]) -> str:
    """The page as Markdown."""
    return "\n".join([_HEAD, *_channels(document)]) + "\n"


def _channels(document: Mapping[str, Any]) -> Iterator[str]:
    components = document["components"]
    for name, channel in document["channels"].items():
        (message,) = (components["messages"][message] for message in channel["messages"])
        yield from (f"## {channel['address']}", "", channel["description"], "", message["summary"], "")
        yield from (f"**Worker**: {', '.join(_roles(document, name))}. **Key**: {_key(message)}", "")
        yield from _fields(components["schemas"], message["title"])
        yield from _headers(message["headers"])
        yield from (f"[JSON Schema](schemas/{name}.schema.json)", "")
    yield from _parts(document)


def _roles(document: Mapping[str, Any], channel: str) -> Iterator[str]:
    roles = {"send": "writes", "receive": "reads"}
    for operation in document["operations"].values():
        if operation["channel"]["$ref"] == f"#/channels/{channel}":
            yield roles[operation["action"]]


def _key(message: Mapping[str, Any]) -> str:
    return str(message["bindings"]["kafka"]["key"]["description"])


def _fields(schemas: Mapping[str, Any], name: str) -> Iterator[str]:
    yield from ("| field | type | |", "| --- | --- | --- |")
    for field, described in schemas[name]["properties"].items():
        yield f"| `{field}` | {kind(described)} | {described.get('description', '')} |"
    yield ""


def _headers(headers: Mapping[str, Any]) -> Iterator[str]:
    yield from ("| header | |", "| --- | --- |")
    for name, described in headers["properties"].items():
        always = "" if name in headers.get("required", ()) else "Not always there. "
        yield f"| `{name}` | {always}{described['description']} |"
    yield ""


def _parts(document: Mapping[str, Any]) -> Iterator[str]:
    """The records' parts: what the tables above name and do not spell out."""
    whole = {message["title"] for message in document["components"]["messages"].values()}
    yield from ("## Parts of records", "")
    for name, schema in sorted(document["components"]["schemas"].items()):
        if name in whole:
            continue
        yield from (f"### {name}", "", " ".join(schema.get("description", "").split()), "")
        if "enum" in schema:
            yield from (", ".join(f"`{value}`" for value in schema["enum"]), "")
        else:
            yield from _fields(document["components"]["schemas"], name)


def kind(schema: Mapping[str, Any]) -> str:
    """A field's type in words."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    if "anyOf" in schema:
        return " or ".join(kind(one) for one in schema["anyOf"])
    if "enum" in schema:
        return ", ".join(f"`{value}`" for value in schema["enum"])
    if schema.get("type") == "array":
        return f"list of {kind(schema['items'])}"
    return str(schema.get("type", "any"))
