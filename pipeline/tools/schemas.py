"""`dateline schemas`: writes the JSON Schemas of all records and the AsyncAPI document of all topics.

Both come from the models that read and write the records.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import orjson
import typer
import yaml

from pipeline.core.flow import Channel
from pipeline.tools import topics_page
from pipeline.tools.asyncapi import document
from pipeline.tools.record_schemas import schema

ASYNCAPI = "asyncapi.yaml"
_NOTE = "# Every topic with its keys, headers and records. Written by `dateline schemas`.\n"


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
        files[page] = described()
    for file, content in files.items():
        file.write_bytes(content)
        typer.echo(file)


def generate() -> Iterator[tuple[str, bytes]]:
    """Every file of the folder with its bytes."""
    for channel in Channel:
        yield f"{channel}.schema.json", _dump(schema(channel))
    yield ASYNCAPI, (_NOTE + yaml.safe_dump(document(), sort_keys=False, allow_unicode=True, width=120)).encode()


def described() -> bytes:
    """docs/topics.md."""
    return topics_page.page(document()).encode()


def _dump(content: dict[str, Any]) -> bytes:
    return orjson.dumps(content, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
