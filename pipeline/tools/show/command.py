"""`dateline show ID`: what a person types."""

import asyncio
from datetime import UTC, datetime
from typing import Annotated, Any

import orjson
import typer
from aiokafka import ConsumerRecord
from rich.console import Console
from rich.table import Table
from rich.text import Text

from pipeline.core.flow import Channel
from pipeline.runtime.lanes.headers import PROCESSED, WORKER, header, number, plausible
from pipeline.tools import render
from pipeline.tools.context import settings_of
from pipeline.tools.errors import CommandError
from pipeline.tools.moments import moment
from pipeline.tools.show.trace import Traced, trace


class NotFoundError(CommandError):
    """No topic has the article."""


def show(
    context: typer.Context,
    id: Annotated[str, typer.Argument(metavar="ID", help="The article's id; `dateline publish` keys by it.")],
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Every record with its place and headers, as JSON.")] = False,
    since: Annotated[
        int | None,
        typer.Option(parser=moment, metavar="TIME", help="Look at nothing older: 2h (ago), or 2025-03-01T12:00."),
    ] = None,
) -> None:
    """Show what became of an article: where it lay raw and clean and where it ended, what was removed and found, why.

    Ends with 1 when no topic has it. Looks through one partition of each topic; --since makes that short.
    """
    settings = settings_of(context)
    traced = asyncio.run(trace(settings, id, since))
    if not traced.records:
        raise NotFoundError(
            f"no record of {id} at {settings.broker}. An article without an id has the hash of its bytes for one; one "
            "that was published under another key is found once it has been processed."
        )
    if as_json:
        typer.echo(orjson.dumps({channel.value: _as_json(record) for channel, record in traced.records.items()}))
    else:
        _print(Console(), traced)


def _print(console: Console, traced: Traced) -> None:
    console.print(_places(traced))
    end = traced.end
    console.print()
    if end is None:
        last = [channel for channel in Channel if channel in traced.records][-1]
        console.print(f"On its way: {last} is the last that was made of it. `dateline lag` tells how much waits.")
        if last is Channel.RAW:
            return
        end = last
    console.print(render.record(end, orjson.loads(traced.records[end].value)))


def _places(traced: Traced) -> Table:
    table = Table("", "topic", box=None, pad_edge=False, header_style="dim")
    for title in ("partition", "offset"):
        table.add_column(title, justify="right")
    for title in ("at (UTC)", "by"):
        table.add_column(title)
    for channel in Channel:
        record = traced.records.get(channel)
        if record is not None:
            worker = header(record.headers, WORKER) or b""
            table.add_row(
                Text(channel, "bold"),
                Text(record.topic),
                str(record.partition),
                str(record.offset),
                _time(record),
                Text(worker.decode("utf-8", "replace")),
            )
    return table


def _time(record: ConsumerRecord) -> str:
    """When it was made, else when it was published; a header of a stranger may say anything."""
    seconds = (number(record.headers, PROCESSED) or record.timestamp) / 1000
    return f"{datetime.fromtimestamp(seconds, UTC):%Y-%m-%d %H:%M:%S}" if plausible(seconds) else "unknown"


def _as_json(record: ConsumerRecord) -> dict[str, Any]:
    return {
        "topic": record.topic,
        "partition": record.partition,
        "offset": record.offset,
        "timestamp": record.timestamp,
        "headers": {name: (value or b"").decode("utf-8", "replace") for name, value in record.headers},
        "value": _value(record.value),
    }


def _value(value: bytes | None) -> Any:
    """As JSON, or as text where it is none."""
    try:
        return orjson.loads(value or b"null")
    except orjson.JSONDecodeError:
        return (value or b"").decode("utf-8", "replace")
