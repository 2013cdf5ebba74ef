"""Dead letters and replays for a person's eyes, and for a script's."""

import os
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

import typer
from rich.console import Console
from rich.progress import Progress, TextColumn
from rich.table import Table

from pipeline.core.flow import Channel
from pipeline.runtime.config.settings import Settings
from pipeline.tools import render
from pipeline.tools.dead.letters import Letter, Place, Unreadable
from pipeline.tools.dead.replay import Replayed

_SHOWN_TROUBLE = 20
_WIDE = 200


class Listing:
    """The letters to show, the latest last, and counts of all that are meant."""

    def __init__(self, replayed: set[Place], count: int) -> None:
        self.replayed = replayed
        self.unreadable = Unreadable()
        self.counts: Counter[tuple[str, str]] = Counter()
        self._letters: list[Letter] = []
        self._count = count

    def add(self, letter: Letter) -> None:
        """Count a letter, and keep it if it is among the latest."""
        self.counts[letter.content.stage, letter.content.reason] += 1
        self._letters.append(letter)
        # Letters carry their originals: keep few of them.
        if self._count and len(self._letters) >= 2 * self._count:
            self._letters = self.shown

    @property
    def shown(self) -> list[Letter]:
        """The latest letters, the latest last."""
        ordered = sorted(self._letters, key=lambda letter: (letter.place.timestamp, letter.place))
        return ordered[-self._count :] if self._count else ordered

    def print(self, console: Console) -> None:
        """As a table, with the counts below."""
        shown = self.shown
        if not shown:
            console.print("No dead letters.")
            return
        table = Table(box=None, pad_edge=False)
        # Where it is narrow the reason gives way first; by place and id a letter is shown and replayed.
        table.add_column("place", no_wrap=True, min_width=max(len(str(letter.place)) for letter in shown))
        table.add_column("died", no_wrap=True)
        for title in ("stage", "reason"):
            table.add_column(title, no_wrap=True)
        table.add_column("id", overflow="fold", min_width=12)
        for title in ("replays", "replayed"):
            table.add_column(title, no_wrap=True)
        for letter in shown:
            content = letter.content
            again = "yes" if letter.place in self.replayed else ""
            table.add_row(
                str(letter.place),
                _time(letter.place, "%m-%d %H:%M:%S"),
                content.stage,
                content.reason,
                content.id,
                str(letter.replays),
                again,
            )
        console.print(table)
        total = self.counts.total()
        console.print(
            f"\n{total:,} in all" + (f", the latest {len(shown):,} shown" if len(shown) < total else "") + ":"
        )
        for (stage, reason), number in sorted(self.counts.items()):
            console.print(f"  {number:,}  {stage}  {reason}", highlight=False)


def wide_console() -> Console:
    """A console that cuts nothing short where no terminal sets a width: a script wants the ids whole."""
    console = Console()
    if not console.is_terminal and "COLUMNS" not in os.environ:
        console.width = _WIDE
    return console


def whole(letter: Letter, console: Console) -> None:
    """One letter: what went wrong, how the original begins, where it lies and came from."""
    console.print(render.dead_letter(letter.content.model_dump(mode="json")))
    console.print(f"lies at {letter.place}, came from {letter.source or 'a place unknown'}", style="dim")
    console.print(f"died {_time(letter.place)}, {_times(letter.replays)} before", style="dim")


def as_json(letter: Letter, replayed: set[Place] | None = None) -> dict[str, Any]:
    """A letter without its original; with `replayed`, also whether it is among those."""
    content = letter.content
    told = {
        "place": str(letter.place),
        "timestamp": letter.place.timestamp,
        "id": content.id,
        "stage": content.stage,
        "reason": content.reason,
        "message": content.message,
        "source": None if letter.source is None else letter.source._asdict(),
        "original_size": content.original_size,
        "replays": letter.replays,
    }
    return told if replayed is None else {**told, "replayed": letter.place in replayed}


def print_report(report: Replayed, dry_run: bool) -> None:
    """What was sent where on standard output, what was not and why on standard error."""
    verb = "Would send" if dry_run else "Sent"
    for (topic, stage, reason), number in sorted(report.sent.items()):
        typer.echo(f"{verb} {number:,} to {topic} ({reason} in {stage}).")
    if not report.sent:
        typer.echo("Nothing to send.")
    for skip, number in sorted(report.skipped.items()):
        typer.echo(f"Left out {number:,}: {skip}.", err=True)
    for line in report.trouble[:_SHOWN_TROUBLE]:
        typer.echo(line, err=True)
    if len(report.trouble) > _SHOWN_TROUBLE:
        typer.echo(f"… and {len(report.trouble) - _SHOWN_TROUBLE:,} more.", err=True)


def tell_unreadable(settings: Settings, unreadable: Unreadable) -> None:
    """Say what else lies on the topic, if anything."""
    if unreadable.places:
        shown = ", ".join(unreadable.places[:5])
        typer.echo(
            f"{len(unreadable):,} records on {settings.topics[Channel.DEAD]} are no dead letters: {shown}.", err=True
        )


@contextmanager
def progress() -> Iterator[Callable[[int], None]]:
    """A count of what was sent, on a terminal; silent elsewhere."""
    console = Console(stderr=True)
    with Progress(
        TextColumn("Replayed {task.completed:,.0f}"), console=console, disable=not console.is_terminal
    ) as bar:
        task = bar.add_task("", total=None)
        yield lambda number: bar.advance(task, number)


def _time(place: Place, form: str = "%Y-%m-%d %H:%M:%S") -> str:
    return datetime.fromtimestamp(place.timestamp / 1000, UTC).astimezone().strftime(form)


def _times(number: int) -> str:
    return {0: "never replayed", 1: "replayed once", 2: "replayed twice"}.get(number, f"replayed {number} times")
