"""`dateline lines [SOURCE]` and `lines keep|drop|forget`: what a person types."""

import asyncio
import json
from collections import Counter
from datetime import datetime
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table
from typer.core import TyperGroup

from pipeline.core.learn.lines import key_of
from pipeline.core.learn.sightings import SHOWN
from pipeline.core.learn.sources import LONGEST_SOURCE, source_of
from pipeline.core.records import LearnedLine
from pipeline.tools.context import settings_of
from pipeline.tools.errors import CommandError, UsageError
from pipeline.tools.lines import topic
from pipeline.tools.lines.topic import Listed

_SHOW = "show"


class _ShowIsUnsaid(TyperGroup):
    """`lines SOURCE` is short for `lines show SOURCE`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Put in the command that was left out."""
        first = next((arg for arg in args if not arg.startswith("-")), None)
        if first not in self.commands and not {"--help", "-h"} & set(args):
            args = [_SHOW, *args]
        return super().parse_args(ctx, args)


app = typer.Typer(
    add_completion=False,
    cls=_ShowIsUnsaid,
    help="What was learned to recur in a source: `lines SOURCE` lists it; keep, drop and forget overrule it.",
)

Source = Annotated[str, typer.Argument(metavar="SOURCE", help="As in the articles, or the URLs' registered domain.")]
Text = Annotated[str, typer.Argument(metavar="TEXT", help="The line; numbers, dates and case do not count.")]


@app.command(_SHOW)
def show(
    context: typer.Context,
    source: Annotated[str | None, typer.Argument(metavar="[SOURCE]", help="One source; else a line for each.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON Lines, one a line.")] = False,
) -> None:
    """List the lines that are known to recur in a source, since when, and how many of how many articles had them."""
    found = asyncio.run(topic.listed(settings_of(context), _named(source) if source is not None else None))
    if as_json:
        for one in found:
            typer.echo(json.dumps(_as_dict(one), ensure_ascii=False))
    elif not found:
        whose = f" of {source}" if source is not None else ""
        typer.echo(f"No lines{whose} are known.", err=True)
    else:
        Console().print(_lines(found) if source is not None else _sources(found))


@app.command()
def keep(context: typer.Context, source: Source, text: Text) -> None:
    """Keep a line in the articles of a source, for good, whatever is learned."""
    _rule(context, source, text, "keep")


@app.command()
def drop(context: typer.Context, source: Source, text: Text) -> None:
    """Remove a line from the articles of a source, for good."""
    _rule(context, source, text, "drop")


@app.command()
def forget(
    context: typer.Context,
    source: Source,
    text: Annotated[str | None, typer.Argument(metavar="[TEXT]", help="One line; else all of the source.")] = None,
) -> None:
    """Forget what was learned and ruled of a line, or of all lines of a source. Counting begins anew."""
    settings = settings_of(context)
    key = key_of(text) if text is not None else None
    lines = [one.line for one in asyncio.run(topic.listed(settings, _named(source))) if key in (None, one.line.line)]
    if not lines:
        raise CommandError(f"nothing is known of {_what(source, text)}; `dateline lines` lists what is.")
    asyncio.run(topic.forget(settings, lines))
    typer.echo(f"Forgotten: {len(lines)} {'record' if len(lines) == 1 else 'records'} of {source}.")


def _rule(context: typer.Context, source: str, text: str, verdict: str) -> None:
    if not text.strip():
        raise UsageError("the text is empty; give the line as it stands in the article.")
    line = LearnedLine(
        source=_named(source),
        line=key_of(text.strip()),
        kind="ruling",
        verdict=verdict,
        text=text.strip()[:SHOWN],
    )
    asyncio.run(topic.rule(settings_of(context), line))
    then = "stays in" if verdict == "keep" else "goes from"
    typer.echo(f"From now on this line {then} the articles of {line.source}: {line.text}")


def _named(source: str) -> str:
    """The source as lines are counted under."""
    name = source_of(source, None)
    if name is None:
        raise UsageError(f"a source has a name of 1 to {LONGEST_SOURCE} characters.")
    return name


def _what(source: str, text: str | None) -> str:
    return source if text is None else f"this line of {source}"


def _as_dict(one: Listed) -> dict[str, Any]:
    return one.line.model_dump() | {"since": _moment(one.since)}


def _moment(milliseconds: int) -> str:
    return datetime.fromtimestamp(milliseconds / 1000).astimezone().isoformat(timespec="seconds")


def _lines(found: list[Listed]) -> Table:
    table = Table("verdict", box=None, pad_edge=False)
    table.add_column("seen", justify="right")
    table.add_column("since")
    table.add_column("line")
    for one in found:
        line = one.line
        seen = f"{line.seen} of {line.of}" if line.of else ""
        table.add_row(line.verdict, seen, _moment(one.since)[:16].replace("T", " "), line.text)
    return table


def _sources(found: list[Listed]) -> Table:
    counts: dict[str, Counter[str]] = {}
    for one in found:
        counts.setdefault(one.line.source, Counter())[one.line.verdict] += 1
    table = Table("source", box=None, pad_edge=False)
    for verdict in ("recurring", "keep", "drop"):
        table.add_column(verdict, justify="right")
    for source, verdicts in counts.items():
        table.add_row(source, *(str(verdicts[verdict] or "") for verdict in ("recurring", "keep", "drop")))
    return table
