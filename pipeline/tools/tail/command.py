"""`dateline tail CHANNEL`: what a person types."""

import asyncio
import re
from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import orjson
import typer
from aiokafka import ConsumerRecord
from rich.console import Console
from rich.rule import Rule
from rich.text import Text

from pipeline.core.flow import Channel
from pipeline.runtime.config.settings import Settings
from pipeline.tools import render
from pipeline.tools.context import settings_of
from pipeline.tools.errors import TimedOutError
from pipeline.tools.moments import moment
from pipeline.tools.tail.filters import Wanted
from pipeline.tools.tail.read import Start, follow

# What can be followed; the settings say what the topics are called.
_FOLLOWED = {channel.value: channel for channel in Channel if channel.written}
if TYPE_CHECKING:
    What = str
else:
    What = StrEnum("What", {name: name for name in _FOLLOWED})


_ALL = Wanted()


def tail(
    context: typer.Context,
    what: Annotated[What, typer.Argument(help="Which records.")] = Channel.ENRICHED.value,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="One record a line, as it is on the topic.")] = False,
    with_headers: Annotated[
        bool, typer.Option("--headers", help="With --json: partition, offset, time, key and headers around the record.")
    ] = False,
    count: Annotated[int | None, typer.Option("--count", "-n", min=1, help="Stop after so many.")] = None,
    from_beginning: Annotated[bool, typer.Option("--from-beginning", help="Not only what comes from now on.")] = False,
    since: Annotated[
        int | None,
        typer.Option(parser=moment, metavar="TIME", help="Also what came since: 2h (ago), or 2025-03-01T12:00."),
    ] = None,
    source: Annotated[str | None, typer.Option(help="Only of this source.")] = None,
    entity: Annotated[str | None, typer.Option(help="Only where a name or alias holds this.")] = None,
    type: Annotated[str | None, typer.Option(help="Only with entities of this type, such as PERSON.")] = None,
    country: Annotated[str | None, typer.Option(help="Only with entities of this country, such as CL.")] = None,
    language: Annotated[str | None, typer.Option(help="Only in this language, such as en.")] = None,
    grep: Annotated[
        str | None, typer.Option(metavar="PATTERN", help="Only where this regular expression fits.")
    ] = None,
    timeout: Annotated[
        float | None,
        typer.Option(
            min=0, help="Stop after so many seconds in which nothing came; ends with 5 if --count is not reached."
        ),
    ] = None,
) -> None:
    """Show records as they are committed, until Ctrl-C.

    What a worker has written but not committed is not shown (isolation level read_committed).
    """
    settings = settings_of(context)
    channel = _FOLLOWED[what]
    show = _Json(with_headers) if as_json or with_headers else _Readable(channel)
    wanted = Wanted(source, language, entity, type, country, _pattern(grep))
    start = Start(from_beginning, since)
    shown = asyncio.run(_tail(settings, channel, show, wanted, count=count, start=start, idle=timeout))
    if count is not None and shown < count:
        raise TimedOutError(f"{shown:,} of {count:,} came; then nothing for {timeout:g} s.")


def _pattern(grep: str | None) -> re.Pattern[str] | None:
    try:
        return None if grep is None else re.compile(grep, re.IGNORECASE)
    except re.error as error:
        raise typer.BadParameter(f"{grep} is no regular expression: {error}", param_hint="--grep") from None


async def _tail(
    settings: Settings,
    channel: Channel,
    show: Callable[[ConsumerRecord], None],
    wanted: Wanted,
    *,
    count: int | None,
    start: Start,
    idle: float | None,
) -> int:
    shown = 0
    records = follow(settings, channel, start, idle=idle)
    try:
        async for record in records:
            if wanted != _ALL and orjson.loads(record.value) not in wanted:
                continue
            show(record)
            shown += 1
            if shown == count:
                break
    finally:
        await records.aclose()  # type: ignore[attr-defined]
    return shown


class _Readable:
    """Shows a record on the console, with a line between two."""

    def __init__(self, channel: Channel) -> None:
        self._channel, self._console = channel, Console()

    def __call__(self, record: ConsumerRecord) -> None:
        if self._channel is not Channel.MENTIONS:
            where = f"{record.topic} [{record.partition}] @ {record.offset}"
            self._console.print(Rule(where, align="left", style="dim", characters="─"))
        try:
            shown = render.record(self._channel, _value(record))
        except (LookupError, TypeError, AttributeError, ValueError):  # somebody else writes to this topic
            shown = Text(f"not a record of Dateline's: {len(record.value or b''):,} bytes", "dim")
        self._console.print(shown)


class _Json:
    """Writes a record as one line, flushed at once."""

    def __init__(self, with_headers: bool) -> None:
        self._with_headers = with_headers

    def __call__(self, record: ConsumerRecord) -> None:
        line = b"null" if record.value is None else record.value
        if self._with_headers:
            line = orjson.dumps(
                {
                    "partition": record.partition,
                    "offset": record.offset,
                    "timestamp": record.timestamp,
                    "key": (record.key or b"").decode("utf-8", "replace"),
                    "headers": {
                        name: None if value is None else value.decode("utf-8", "replace")
                        for name, value in record.headers
                    },
                    "value": _value(record),
                }
            )
        typer.echo(line)


def _value(record: ConsumerRecord) -> Any:
    """The record's JSON; as text where it is none, and None for a tombstone."""
    try:
        return orjson.loads(record.value or b"null")
    except orjson.JSONDecodeError:
        return record.value.decode("utf-8", "replace")
