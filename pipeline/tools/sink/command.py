"""`dateline sink parquet FOLDER`: what a person types."""

import asyncio
import signal
from pathlib import Path
from typing import Annotated

import typer

from pipeline.core.flow import Channel
from pipeline.runtime.config.settings import Settings
from pipeline.tools.context import settings_of
from pipeline.tools.errors import ExitCode
from pipeline.tools.moments import seconds
from pipeline.tools.sink.parquet import Sink, Sunk, Terms

app = typer.Typer(help="Write results to where others read them: `sink parquet` keeps a folder of Parquet files.")


@app.callback()
def _sink() -> None:
    """Write results to where others read them: `sink parquet` keeps a folder of Parquet files."""


@app.command()
def parquet(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(help="Where the files go, as FOLDER/CHANNEL/day=YYYY-MM-DD/.")],
    *,
    channel: Annotated[Channel, typer.Option(help="What to write.")] = Channel.ENRICHED,
    once: Annotated[bool, typer.Option("--once", help="Write what is there now, then end.")] = False,
    every: Annotated[
        str, typer.Option(metavar="TIME", help="Longest time until a record is in a file: 30s, 5m, 1h.")
    ] = "5m",
) -> None:
    """Write committed records to Parquet files, each exactly once, however often this is stopped or killed.

    How far it has come stands in the files themselves; giving the command again goes on from there. Without --once it
    runs until Ctrl-C or SIGTERM. Ends with 1 when a record could not be written; each is named.
    """
    settings = settings_of(context)
    sunk = asyncio.run(_run(settings, channel, folder, Terms(seconds=seconds(every)), once=once))
    noun = "record" if sunk.records == 1 else "records"
    typer.echo(f"Wrote {sunk.records:,} {noun} in {sunk.files:,} files to {folder / channel}.")
    if sunk.problems:
        raise typer.Exit(ExitCode.FAILED)


async def _run(settings: Settings, channel: Channel, folder: Path, terms: Terms, *, once: bool) -> Sunk:
    task = asyncio.current_task()
    assert task is not None
    for sign in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(sign, task.cancel)
    sink = Sink(settings, channel, folder, terms, lambda problem: typer.echo(f"{problem}.", err=True))
    try:
        await sink.run(once=once)
    except asyncio.CancelledError:
        if once:
            raise KeyboardInterrupt from None
    return sink.sunk
