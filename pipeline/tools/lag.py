"""`dateline lag`: how much waits to be processed, partition by partition, and when it will be done."""

import asyncio
import json
import math
import time
from dataclasses import asdict, dataclass
from itertools import zip_longest
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

from pipeline.core.flow import inputs
from pipeline.runtime.config.settings import Settings
from pipeline.runtime.kafka import topics
from pipeline.runtime.kafka.offsets import PartitionState
from pipeline.runtime.kafka.publishers import OpenTransaction, holding_up
from pipeline.tools.context import settings_of
from pipeline.tools.durations import duration
from pipeline.tools.errors import TimedOutError
from pipeline.tools.kafka import admin_client
from pipeline.tools.standing import standings

_POLL = 0.5


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast a partition is processed, in offsets a second, and the seconds until nothing waits.

    `catch_up` is 0 where nothing waits and infinite where what waits does not become less; `fall` is by how much it
    does, a second.
    """

    per_second: float
    catch_up: float
    fall: float


def lag(
    context: typer.Context,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
    wait: Annotated[
        float | None, typer.Option(min=0, help="Wait so many seconds until nothing is left; ends with 5 if not.")
    ] = None,
    over: Annotated[
        float, typer.Option(min=0, help="Seconds to watch the pace for the time to catch up; 0: do not.")
    ] = 3.0,
) -> None:
    """Show how much waits in each partition of the topics the worker reads, and when it will be done.

    Counted in offsets, which the markers of transactions take too: 0 means that nothing waits, a larger number can
    be a few too high. Where something waits, the pace is watched for some seconds first.
    """
    settings = settings_of(context)
    states = asyncio.run(_states(settings) if wait is None else _states_when_done(settings, wait))
    paces: list[Pace] = []
    if wait is None and over and _left(states):
        states, paces = asyncio.run(_watched(settings, states, over))
    held = asyncio.run(_held_up(settings, states)) if any(state.uncommitted for state in states) else []
    if as_json:
        typer.echo(json.dumps([_plain(*pair, held) for pair in zip_longest(states, paces)]))
    else:
        Console().print(_table(states, paces))
    _say_what_is_wrong(states, held)
    if wait is not None and _left(states):
        raise TimedOutError(f"After {wait:g} s, {_left(states):,} still wait.")


def pace(before: PartitionState, now: PartitionState, seconds: float) -> Pace:
    """What happened to a partition in between."""
    per_second = max(0.0, ((now.committed or 0) - (before.committed or 0)) / seconds)
    if now.lag is None:
        return Pace(per_second, math.inf, 0.0)
    fall = ((before.lag or 0) - now.lag) / seconds
    return Pace(per_second, catch_up(now.lag, fall), fall)


def catch_up(waiting: float, fall: float) -> float:
    """The seconds until nothing waits, where what waits becomes less by `fall` a second."""
    if not waiting:
        return 0.0
    return waiting / fall if fall > 0 else math.inf


async def _states(settings: Settings) -> list[PartitionState]:
    async with admin_client(settings) as admin:
        counts = await topics.require(admin, settings, inputs())
        return await standings(admin, settings, counts, ask_leaders=False)


async def _watched(
    settings: Settings, before: list[PartitionState], over: float
) -> tuple[list[PartitionState], list[Pace]]:
    """The states after `over` seconds, and the pace meanwhile."""
    began = time.monotonic()
    await asyncio.sleep(over)
    now = await _states(settings)
    seconds = time.monotonic() - began
    earlier = {(state.topic, state.partition): state for state in before}
    return now, [pace(earlier.get((state.topic, state.partition), state), state, seconds) for state in now]


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


async def _held_up(settings: Settings, states: list[PartitionState]) -> list[OpenTransaction]:
    async with admin_client(settings) as admin:
        return await holding_up(admin, settings, states)


def _say_what_is_wrong(states: list[PartitionState], held: list[OpenTransaction]) -> None:
    for state in states:
        if state.trouble:
            where = f"{state.topic}[{state.partition}]"
            typer.echo(f"{where}: {state.trouble}; `dateline offsets show` and docs/runbook.md.", err=True)
    for one in held:
        typer.echo(f"Written and not committed by its publisher, so not counted: {one}.", err=True)


def _plain(state: PartitionState, found: Pace | None, held: list[OpenTransaction]) -> dict[str, Any]:
    """As JSON takes it: `catch_up_seconds` is null where that is not known or never."""
    holders = [one.transactional_id for one in held if one.source == (state.topic, state.partition)]
    per_second = None if found is None else round(found.per_second, 3)
    done_in = found.catch_up if found is not None else 0.0 if state.lag == 0 else math.inf
    return {
        **asdict(state),
        "per_second": per_second,
        "catch_up_seconds": None if math.isinf(done_in) else round(done_in, 3),
        "held_up_by": holders,
    }


def _table(states: list[PartitionState], paces: list[Pace]) -> Table:
    table = Table("topic", box=None, pad_edge=False, show_footer=True)
    for title in ("partition", "committed", "end", "open", "lag", *(("per second", "done in") if paces else ())):
        table.add_column(title, justify="right")
    for number, state in enumerate(states):
        committed = "none" if state.committed is None else f"{state.committed:,}"
        waiting = "?" if state.lag is None else f"{state.lag:,}"
        watched = [f"{paces[number].per_second:,.1f}", _done_in(paces[number].catch_up)] if paces else []
        offsets = (committed, f"{state.end:,}", f"{state.uncommitted:,}", waiting)
        table.add_row(state.topic, str(state.partition), *offsets, *watched)
    table.columns[0].footer, table.columns[5].footer = "all", f"{_left(states):,}"
    if paces:
        table.columns[6].footer = f"{sum(one.per_second for one in paces):,.1f}"
        table.columns[7].footer = _done_in(catch_up(_left(states), sum(one.fall for one in paces)))
    return table


def _done_in(seconds: float) -> str:
    return "not falling" if math.isinf(seconds) else duration(seconds)
