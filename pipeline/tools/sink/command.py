"""`dateline sink parquet FOLDER` and `sink postgres ADDRESS`: what a person types."""

import asyncio
import signal
from collections.abc import Coroutine
from pathlib import Path
from typing import Annotated, Any

import typer

from pipeline.core.flow import Channel
from pipeline.runtime.config.settings import Settings
from pipeline.tools.context import settings_of
from pipeline.tools.errors import ExitCode
from pipeline.tools.moments import seconds
from pipeline.tools.sink.monitor import Monitor
from pipeline.tools.sink.parquet import Sink, Terms
from pipeline.tools.sink.postgres import TABLES, PostgresSink, without_secrets
from pipeline.tools.sink.service import Writes, serve

app = typer.Typer(
    help="Write results to where others read them: Parquet files, PostgreSQL.",
    no_args_is_help=True,
    add_completion=False,
)
Once = Annotated[bool, typer.Option("--once", help="Write what is there now, then end.")]
Port = Annotated[
    int | None, typer.Option(min=0, max=65535, help="Where /metrics and /health are; else the setting web.sink_port.")
]
What = Annotated[Channel, typer.Option(help="What to write.")]


@app.command()
def parquet(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(help="Where the files go, as FOLDER/CHANNEL/day=YYYY-MM-DD/.")],
    *,
    channel: What = Channel.ENRICHED,
    once: Once = False,
    every: Annotated[
        str, typer.Option(metavar="TIME", help="Longest time until a record is in a file: 30s, 5m, 1h.")
    ] = "5m",
    port: Port = None,
) -> None:
    """Write committed records to Parquet files, each exactly once, however often this is stopped or killed.

    How far it has come stands in the files themselves; giving the command again goes on from there. Without --once it
    runs until Ctrl-C or SIGTERM, tells of itself at /metrics, and tries again when the disk or the broker fails. Ends
    with 1 when a record could not be written; each is named.
    """
    settings, longest = settings_of(context), seconds(every)
    monitor = Monitor("parquet", channel, _tell, target=str(folder.absolute()), every=longest)
    sink = Sink(settings, channel, folder, Terms(seconds=longest), monitor)
    _run(settings, sink, once=once, port=port)
    wrote = f"Wrote {_counted(monitor.records, 'record')} in {_counted(sink.files, 'file')}"
    _end(f"{wrote} to {folder / channel}.", monitor.problems)


@app.command()
def postgres(
    context: typer.Context,
    address: Annotated[
        str, typer.Argument(metavar="ADDRESS", help="postgresql://USER@HOST/DATABASE; the password from PGPASSWORD.")
    ],
    *,
    channel: What = Channel.ENRICHED,
    once: Once = False,
    port: Port = None,
) -> None:
    """Write committed records to a table in PostgreSQL, each exactly once; a record with the same id takes its place.

    How far it has come stands in the table dateline_offsets, written in the same transactions. Without --once it runs
    until Ctrl-C or SIGTERM, tells of itself at /metrics, and tries again when the database or the broker fails. Ends
    with 1 when a record could not be written; each is named.
    """
    settings, monitor = settings_of(context), Monitor("postgres", channel, _tell, target=without_secrets(address))
    _run(settings, PostgresSink(settings, channel, address, monitor), once=once, port=port)
    _end(f"Wrote {_counted(monitor.records, 'record')} to {TABLES[channel][0]}.", monitor.problems)


def _run(settings: Settings, sink: Writes, *, once: bool, port: int | None) -> None:
    work = sink.run(once=True) if once else serve(settings, sink, port, lambda text: typer.echo(text, err=True))
    asyncio.run(_until_told(work, once))


async def _until_told(run: Coroutine[Any, Any, None], once: bool) -> None:
    """Run until it ends, or Ctrl-C or SIGTERM ends it: a service's way to end; `once` is broken off by it."""
    task = asyncio.ensure_future(run)
    for sign in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(sign, task.cancel)
    try:
        await task
    except asyncio.CancelledError:
        if once:
            raise KeyboardInterrupt from None


def _tell(problem: str) -> None:
    typer.echo(f"{problem}.", err=True)


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun if number == 1 else noun + 's'}"


def _end(said: str, problems: int) -> None:
    typer.echo(said)
    if problems:
        raise typer.Exit(ExitCode.FAILED)
