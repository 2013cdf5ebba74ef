"""`dateline topics`: create the topics, say where a new group begins, list them."""

import asyncio
import json
from collections import defaultdict
from dataclasses import asdict
from enum import StrEnum
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

from pipeline.core.flow import Channel, inputs
from pipeline.runtime.config.settings import Settings
from pipeline.runtime.kafka import offsets, topics
from pipeline.runtime.kafka.offsets import PartitionState
from pipeline.runtime.kafka.topics import Made, TopicResult
from pipeline.tools.context import settings_of
from pipeline.tools.errors import ExitCode
from pipeline.tools.kafka import admin_client

app = typer.Typer(
    help="Create the topics and say where reading begins, or list them.", no_args_is_help=True, add_completion=False
)


class Start(StrEnum):
    """Where a group without committed offsets begins."""

    EARLIEST = "earliest"
    LATEST = "latest"


@app.command()
def create(
    context: typer.Context,
    start: Annotated[
        Start, typer.Option("--from", help="Where the group begins in partitions that it has no offset for.")
    ] = Start.EARLIEST,
    partitions: Annotated[int | None, typer.Option(min=1, help="Of each new topic; else the setting.")] = None,
    add_partitions: Annotated[
        bool, typer.Option("--add-partitions", help="Let topics that have fewer grow. Keys move to other partitions.")
    ] = False,
    wait: Annotated[float, typer.Option(min=0, help="Seconds to wait for the broker.")] = 0,
) -> None:
    """Create the topics that are missing and commit the group's first offsets.

    Topics and offsets that exist stay as they are, so it can be run again at any time.
    """
    settings = settings_of(context, {} if partitions is None else {"topics.partitions": partitions})
    results, committed = asyncio.run(_create(settings, start, add_partitions, wait))
    for result in results:
        typer.echo(f"{result.topic}: {result.made}, {_count(result.partitions, 'partition')}")
        for warning in result.warnings:
            typer.echo(f"  note: {warning}", err=True)
    if committed:
        typer.echo(f"Group {settings.group} begins at the {start} record in {_count(committed, 'partition')}.")
    else:
        typer.echo(f"Group {settings.group} has its offsets already; they stay.")


@app.command("list")
def list_topics(
    context: typer.Context,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON, with each partition.")] = False,
) -> None:
    """List the topics with what they hold and how much of it the group has still to read.

    Ends with 4 when one is missing.
    """
    settings = settings_of(context)
    names = settings.topics.names
    states = asyncio.run(_states(settings))
    if as_json:
        typer.echo(json.dumps([_as_dict(channel, name, states.get(channel)) for channel, name in names.items()]))
    else:
        Console().print(_table(names, states))
    missing = [name for channel, name in names.items() if channel not in states]
    if missing:
        typer.echo(f"Missing: {', '.join(missing)}. Create them with `dateline topics create`.", err=True)
        raise typer.Exit(ExitCode.MISSING_TOPIC)


async def _create(settings: Settings, start: Start, add_partitions: bool, wait: float) -> tuple[list[TopicResult], int]:
    async with admin_client(settings, wait=wait) as admin:
        results = await topics.create(admin, settings, add_partitions=add_partitions)
    counts = {result.channel: result.partitions for result in results}
    # The group cannot have offsets in topics that did not exist a moment ago.
    new = all(result.made is Made.CREATED for result in results if result.channel in inputs())
    committed = await offsets.commit_first_offsets(
        settings, counts, start.value, second_look=0 if new else offsets.SECOND_LOOK, looks_again=_looks_again
    )
    return results, len(committed)


def _looks_again(count: int) -> None:
    typer.echo(
        f"The group has no offset in {count} {'partition' if count == 1 else 'partitions'}. Looking again in "
        f"{offsets.SECOND_LOOK:.0f} s: a broker that has just come back may not know them yet.",
        err=True,
    )


async def _states(settings: Settings) -> dict[Channel, list[PartitionState]]:
    names = settings.topics.names
    async with admin_client(settings) as admin:
        existing = await topics.partition_counts(admin)
    counts = {channel: existing[name] for channel, name in names.items() if name in existing}
    states: dict[Channel, list[PartitionState]] = defaultdict(list)
    channels = {name: channel for channel, name in names.items()}
    for state in await offsets.partition_states(settings, counts) if counts else ():
        states[channels[state.topic]].append(state)
    return states


def _as_dict(channel: Channel, name: str, states: list[PartitionState] | None) -> dict[str, Any]:
    return {"channel": channel, "topic": name, "partitions": [asdict(state) for state in states or ()]}


def _table(names: dict[Channel, str], states: dict[Channel, list[PartitionState]]) -> Table:
    table = Table("channel", "topic", box=None, pad_edge=False)
    for title in ("partitions", "offsets", "committed", "lag"):
        table.add_column(title, justify="right")
    for channel, name in names.items():
        found = states.get(channel)
        if not found:
            table.add_row(channel, name, "missing", "", "", "")
            continue
        held = sum(state.end - state.beginning for state in found)
        row = [f"{len(found)}", f"{held:,}"]
        row += _group_columns(found) if channel in inputs() else ["", ""]
        table.add_row(channel, name, *row)
    return table


def _group_columns(states: list[PartitionState]) -> list[str]:
    if any(state.committed is None for state in states):
        return ["none", "?"]
    committed = sum((state.committed or 0) - state.beginning for state in states)
    return [f"{committed:,}", f"{sum(state.lag or 0 for state in states):,}"]


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
