"""`dateline schemas`: writes the JSON Schemas of all records, from the models that read and write them."""

from pathlib import Path
from typing import Annotated, Any

import orjson
import typer
from pydantic import TypeAdapter

from pipeline.core.records import CleanArticle, DeadLetter, EnrichedArticle, EntityMentions, RawArticle, Record

# By channel. What publishers write is described as it is read, everything else as it is written.
RECORDS: dict[str, type[Record]] = {
    "raw": RawArticle,
    "clean": CleanArticle,
    "enriched": EnrichedArticle,
    "mentions": EntityMentions,
    "dead": DeadLetter,
}


def schemas(
    folder: Annotated[Path, typer.Argument(help="Where to write them.")] = Path("docs/schemas"),
) -> None:
    """Write the JSON Schemas of the records on all topics, one file each."""
    folder.mkdir(parents=True, exist_ok=True)
    for channel, content in generate().items():
        file = folder / f"{channel}.schema.json"
        file.write_bytes(content)
        typer.echo(file)


def generate() -> dict[str, bytes]:
    """Each channel's JSON Schema, as the bytes of its file."""
    return {channel: _dump(schema(channel)) for channel in RECORDS}


def schema(channel: str) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of the records on a channel."""
    described = TypeAdapter(RECORDS[channel]).json_schema(mode="validation")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **described}


def _dump(content: dict[str, Any]) -> bytes:
    return orjson.dumps(content, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
