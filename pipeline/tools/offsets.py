"""`dateline offsets`: where the group stands in each partition, and how a person moves it."""

import asyncio
import json
from dataclasses import asdict
from enum import StrEnum
from typing import Annotated, Any, NamedTuple

import typer
from aiokafka import TopicPartition
from rich.console import Console
from rich.table import Table

from pipeline.core.flow import Channel, inputs
from pipeline.runtime.config.settings import Settings
from pipeline.runtime.kafka import topics
from pipeline.runtime.kafka.offsets import PartitionState
from pipeline.runtime.lanes.move import move
from pipeline.tools.context import settings_of
from pipeline.tools.errors import CommandError, UsageError
from pipeline.tools.kafka import admin_client
from pipeline.tools.standing import standings

app = typer.Typer(help="Show where the group stands, or move it.", no_args_is_help=True, add_completion=False)


class Input(StrEnum):
    """The topics that a worker reads."""

    RAW = "raw"
    CLEAN = "clean"


class Move(NamedTuple):
    """Where a partition stands, and the offset it is to go to."""

    state: PartitionState
    target: int

    @property
    def effect(self) -> str:
        """What becomes of the articles in between."""
        committed = self.state.committed
        reached = committed if self.state.resume is None else self.state.resume
        distance = self.target - (reached or 0)
        if committed is None:
            return "begins there"
        if self.state.resume == self.target:
            return "goes on there"
        if self.state.trouble and self.state.resume is None and committed > self.target:
            return "goes on there"
        if distance == 0:
            return "stays"
        return f"{distance:,} offsets are left out" if distance > 0 else f"{-distance:,} offsets are processed again"


@app.command()
def show(
    context: typer.Context,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> None:
    """Show for each partition what the log holds, where the group stands, and why it cannot go on.

    `end` is where readers of committed records get to; `open` counts what lies behind it in transactions that their
    publishers have not ended.
    """
    states = asyncio.run(_states(settings_of(context), inputs()))
    if as_json:
        typer.echo(json.dumps([asdict(state) for state in states]))
        return
    table = Table("topic", box=None, pad_edge=False)
    for title in ("partition", "begin", "end", "open", "committed", "lag"):
        table.add_column(title, justify="right")
    table.add_column("")
    for state in states:
        numbers = (state.beginning, state.end, state.uncommitted, state.committed, state.lag)
        shown = ["?" if number is None else f"{number:,}" for number in numbers]
        table.add_row(state.topic, str(state.partition), *shown, state.trouble)
    Console().print(table)


@app.command()
def reset(  # noqa: PLR0917 - a command line has its options
    context: typer.Context,
    channel: Annotated[Input, typer.Argument(help="Which topic.")],
    to: Annotated[str, typer.Option("--to", metavar="earliest|latest|OFFSET", help="Where the group goes on.")],
    partition: Annotated[
        list[int] | None, typer.Option("--partition", "-p", min=0, help="Only this one; can be given again.")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only show what would be done.")] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
) -> None:
    """Move the group to another offset. Workers may run: they go on from there within seconds.

    Going back processes articles again, so that their records come twice; going forward leaves articles out for good.
    A number needs --partition. Shows what would be done, and asks.
    """
    settings = settings_of(context)
    moves = asyncio.run(_moves(settings, Channel[channel.name], to, partition))
    for state, target in moves:
        before = "no offset" if state.committed is None else f"{state.committed:,}"
        typer.echo(f"{state.topic}[{state.partition}]: {before} -> {target:,}; {Move(state, target).effect}")
    if dry_run:
        return
    if not yes:
        typer.confirm("Move the group?", abort=True)
    where = {TopicPartition(state.topic, state.partition): target for state, target in moves}
    asyncio.run(move(settings, where))
    typer.echo(f"Moved group {settings.group} in {len(where)} {'partition' if len(where) == 1 else 'partitions'}.")


async def _states(settings: Settings, channels: tuple[Channel, ...]) -> list[PartitionState]:
    async with admin_client(settings) as admin:
        counts = await topics.require(admin, settings, channels)
        return await standings(admin, settings, counts)


async def _moves(settings: Settings, channel: Channel, to: str, chosen: list[int] | None) -> list[Move]:
    found = {state.partition: state for state in await _states(settings, (channel,))}
    if unknown := sorted(set(chosen or ()) - found.keys()):
        topic = settings.topics[channel]
        raise UsageError(f"{topic} has {len(found)} partitions, 0 to {len(found) - 1}: no partition {unknown[0]}.")
    return [Move(found[number], _target(found[number], to, chosen)) for number in chosen or sorted(found)]


def _target(state: PartitionState, to: str, chosen: Any) -> int:
    if to in ("earliest", "latest"):
        return state.beginning if to == "earliest" else state.end
    if not (to.isascii() and to.isdecimal()):
        raise UsageError(f"--to {to}: give earliest, latest, or an offset, which is a whole number.")
    if not chosen:
        raise UsageError("An offset means something in one partition only: name it with --partition.")
    log_end = state.end + state.uncommitted
    if len(to) > 18 or not state.beginning <= int(to) <= log_end:
        raise CommandError(
            f"{state.topic}[{state.partition}] holds offsets {state.beginning} to {log_end}; {to} is not among them."
        )
    return int(to)
