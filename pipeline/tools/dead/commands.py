"""`dateline dead list|show|replay`: what a person types."""

import asyncio
import sys
from collections import deque
from typing import Annotated

import orjson
import typer
from rich.console import Console

from pipeline.core.flow import Stage
from pipeline.core.reasons import DeadReason
from pipeline.runtime.config.settings import Settings
from pipeline.tools.context import settings_of
from pipeline.tools.dead import ledger
from pipeline.tools.dead.letters import Letter, Place, Selection, Unreadable, letters
from pipeline.tools.dead.replay import Terms, replay
from pipeline.tools.dead.shown import Listing, as_json, print_report, progress, tell_unreadable, whole, wide_console
from pipeline.tools.errors import CommandError, ExitCode
from pipeline.tools.kafka import admin_client
from pipeline.tools.moments import moment

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    help="What could not be processed: list it, look at it, send it again once the cause is mended.",
)

Reasons = Annotated[
    list[DeadReason] | None,
    typer.Option("--reason", metavar="REASON", help="Only these, such as timeout; more than once."),
]
Stages = Annotated[list[Stage] | None, typer.Option("--stage", help="Only what died there.")]
Ids = Annotated[list[str] | None, typer.Option("--id", help="Only articles with these ids.")]
Since = Annotated[
    int | None,
    typer.Option(parser=moment, metavar="TIME", help="Only what died since: 2h (ago), or 2025-03-01T12:00."),
]
Until = Annotated[int | None, typer.Option(parser=moment, metavar="TIME", help="Only what died before.")]


def _selection(
    reasons: list[DeadReason] | None,
    stages: list[Stage] | None,
    ids: list[str] | None,
    since: int | None,
    until: int | None,
) -> Selection:
    return Selection(frozenset(reasons or ()), frozenset(stages or ()), frozenset(ids or ()), since, until)


@app.command("list")
def list_(
    context: typer.Context,
    *,
    reason: Reasons = None,
    stage: Stages = None,
    id: Ids = None,
    since: Since = None,
    until: Until = None,
    open_only: Annotated[bool, typer.Option("--open", help="Only what has not been replayed.")] = False,
    count: Annotated[int, typer.Option("--count", "-n", min=0, help="The latest so many; 0: all.")] = 50,
    json: Annotated[bool, typer.Option("--json", help="One letter a line, without its original.")] = False,
) -> None:
    """List dead letters, the latest last, and how many there are by stage and reason."""
    settings = settings_of(context)
    listing = asyncio.run(_collect(settings, _selection(reason, stage, id, since, until), open_only, count))
    if json:
        for letter in listing.shown:
            typer.echo(orjson.dumps(as_json(letter, listing.replayed)))
    else:
        listing.print(wide_console())
    tell_unreadable(settings, listing.unreadable)


@app.command()
def show(
    context: typer.Context,
    which: Annotated[str, typer.Argument(metavar="PLACE|ID", help="PARTITION:OFFSET as in the list, or an id.")],
    original: Annotated[
        bool, typer.Option("--original", help="Write the message that died, byte for byte, and nothing else.")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="As JSON, original included.")] = False,
) -> None:
    """Show dead letters whole: what went wrong, where the message came from, and how it begins."""
    found = asyncio.run(_find(settings_of(context), which))
    if not found:
        raise CommandError(f"no dead letter {which}. `dateline dead list` shows what there is.")
    if original:
        _write_original(found[-1])
        return
    console = Console()
    for letter in found:
        if json:
            typer.echo(orjson.dumps({**as_json(letter), "original": letter.content.original}))
        else:
            whole(letter, console)


@app.command("replay")
def replay_(
    context: typer.Context,
    *,
    reason: Reasons = None,
    stage: Stages = None,
    id: Ids = None,
    since: Since = None,
    until: Until = None,
    max_replays: Annotated[
        int, typer.Option(min=1, help="Leave alone what was replayed so often already and died again.")
    ] = 3,
    limit: Annotated[int | None, typer.Option(min=1, help="Send at most so many.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would be sent.")] = False,
) -> None:
    """Send dead letters back to the topics they came from, each exactly once.

    Giving the command again sends nothing twice, also after it was killed; what a filter leaves out stays to be
    replayed later. An article that dies again is a new dead letter, which knows how often it was replayed.

    Ends with 1 when a letter that is meant cannot be sent; each is named.
    """
    settings = settings_of(context)
    terms = Terms(max_replays, limit, dry_run)
    with progress() as advance:
        report = asyncio.run(replay(settings, _selection(reason, stage, id, since, until), terms, advance))
    print_report(report, dry_run)
    tell_unreadable(settings, report.unreadable)
    if report.trouble:
        raise typer.Exit(ExitCode.FAILED)


async def _collect(settings: Settings, selection: Selection, open_only: bool, count: int) -> Listing:
    listing = Listing(await _replayed(settings), count)
    async for letter in letters(settings, selection, listing.unreadable):
        if not (open_only and letter.place in listing.replayed):
            listing.add(letter)
    return listing


async def _replayed(settings: Settings) -> set[Place]:
    async with admin_client(settings) as admin:
        anything = await ledger.exists(admin, settings)
    return await ledger.read(settings) if anything else set()


async def _find(settings: Settings, which: str) -> list[Letter]:
    found: deque[Letter] = deque(maxlen=20)
    async for letter in letters(settings, Selection(), Unreadable()):
        if which in (str(letter.place), letter.content.id):
            found.append(letter)
    return sorted(found, key=lambda letter: letter.place.timestamp)


def _write_original(letter: Letter) -> None:
    original = letter.original
    if original is None:
        raise CommandError(f"the original was too large for the dead letter; it may still lie in {letter.source}.")
    sys.stdout.buffer.write(original)
    sys.stdout.buffer.flush()
