"""`dateline lag`: how much waits to be processed, partition by partition."""

import asyncio
import json
import time
from dataclasses import asdict
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from pipeline.runtime import offsets, topics
from pipeline.runtime.offsets import PartitionState
from pipeline.runtime.settings import Settings
from pipeline.tools.context import settings_of
from pipeline.tools.errors import TimedOutError
from pipeline.tools.kafka import admin_client

_POLL = 0.5


def lag(
    context: typer.Context,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
    wait: Annotated[
        float | None, typer.Option(min=0, help="Wait so many seconds until nothing is left; ends with 5 if not.")
    ] = None,
) -> None:
    """Show how much waits in each partition of the topics the worker reads.

    Counted in offsets, which the markers of transactions take too: 0 means that nothing waits, a larger number can
    be a few too high.
    """
    settings = settings_of(context)
    states = asyncio.run(_states(settings) if wait is None else _states_when_done(settings, wait))
    if as_json:
        typer.echo(json.dumps([asdict(state) for state in states]))
    else:
        Console().print(_table(states))
    if wait is not None and _left(states):
        raise TimedOutError(f"After {wait:g} s, {_left(states):,} still wait.")


async def _states(settings: Settings) -> list[PartitionState]:
    async with admin_client(settings) as admin:
        counts = await topics.require(admin, settings, topics.INPUTS)
    return await offsets.partition_states(settings, counts)


async def _states_when_done(settings: Settings, wait: float) -> list[PartitionState]:
    """The states once nothing was left twice in a row: between two looks a batch can move to the next topic."""
    deadline = time.monotonic() + wait
    done_before = False
    while True:
        states = await _states(settings)
        done = not _left(states)
        if (done and done_before) or time.monotonic() > deadline:
            return states
        done_before = done
        await asyncio.sleep(_POLL)


def _left(states: list[PartitionState]) -> int:
    """What is left to process; a partition without an offset counts whole."""
    return sum(state.end - state.beginning if state.lag is None else state.lag for state in states)


def _table(states: list[PartitionState]) -> Table:
    table = Table("topic", box=None, pad_edge=False, show_footer=True)
    for title in ("partition", "committed", "end", "lag"):
        table.add_column(title, justify="right")
    for state in states:
        committed = "none" if state.committed is None else f"{state.committed:,}"
        waiting = "?" if state.lag is None else f"{state.lag:,}"
        table.add_row(state.topic, str(state.partition), committed, f"{state.end:,}", waiting)
    table.columns[0].footer, table.columns[4].footer = "all", f"{_left(states):,}"
    return table
