"""`dateline schemas`: writes the JSON Schemas of all records and the AsyncAPI document of all topics.

Both come from the models that read and write the records.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, Literal

import orjson
import typer
import yaml
from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

from pipeline.core.records import CleanArticle, DeadLetter, EnrichedArticle, EntityMentions, RawArticle, Record

RECORDS: dict[str, type[Record]] = {
    "raw": RawArticle,
    "clean": CleanArticle,
    "enriched": EnrichedArticle,
    "mentions": EntityMentions,
    "dead": DeadLetter,
}
ASYNCAPI = "asyncapi.yaml"
_NOTE = "# Every topic with its keys, headers and records. Written by `dateline schemas`.\n"


class AsWritten(GenerateJsonSchema):
    """Knows that a record that is written has every field, also one that has a default when it is read."""

    def field_is_required(self, field: Any, total: bool) -> bool:
        """Whether a record without the field is none."""
        return self.mode == "serialization" or super().field_is_required(field, total)


def schemas(
    folder: Annotated[Path, typer.Argument(help="Where to write them.")] = Path("docs/schemas"),
    page: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Describe the topics for people, too, as Markdown.")
    ] = None,
) -> None:
    """Write the JSON Schemas of the records on all topics, one file each, and an AsyncAPI document of it all."""
    folder.mkdir(parents=True, exist_ok=True)
    files = {folder / name: content for name, content in generate()}
    if page is not None:
        files[page] = topics_page()
    for file, content in files.items():
        file.write_bytes(content)
        typer.echo(file)


def generate() -> Iterator[tuple[str, bytes]]:
    """Every file of the folder with its bytes."""
    from pipeline.tools.asyncapi import document  # noqa: PLC0415 (it is made of what stands here)

    for channel in RECORDS:
        yield f"{channel}.schema.json", _dump(schema(channel))
    yield ASYNCAPI, (_NOTE + yaml.safe_dump(document(), sort_keys=False, allow_unicode=True, width=120)).encode()


def topics_page() -> bytes:
    """docs/topics.md."""
    from pipeline.tools.asyncapi import document  # noqa: PLC0415
    from pipeline.tools.topics_page import page  # noqa: PLC0415

    return page(document()).encode()


def schema(channel: str) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of the records on a channel."""
    described = TypeAdapter(RECORDS[channel]).json_schema(mode=mode(channel), schema_generator=AsWritten)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **described}


def mode(channel: str) -> Literal["validation", "serialization"]:
    """What publishers write is described as it is read, everything else as it is written: every field is there."""
    return "validation" if channel == "raw" else "serialization"


def _dump(content: dict[str, Any]) -> bytes:
    return orjson.dumps(content, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
