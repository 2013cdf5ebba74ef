"""`dateline top`: the command."""

import asyncio
import dataclasses
import json
import math
import re
import time
from collections import deque
from pathlib import Path
from typing import Annotated

import typer
from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console, RenderableType
from rich.live import Live

from pipeline.runtime.config.settings import Settings
from pipeline.tools.context import settings_of
from pipeline.tools.errors import CommandError
from pipeline.tools.top.figures import SORTINGS, Figures, SinkFigures, content, of_all, of_sinks
from pipeline.tools.top.keys import pressed_keys
from pipeline.tools.top.scrape import Look, local_addresses, look
from pipeline.tools.top.show import screen

_PAST = 24  # looks in the sparkline
_OVER = 10.0  # seconds that rates are taken over: a batch of long articles takes a second or two


# Rich's own names fonts on a server; a picture fetches nothing.
_PICTURE = re.sub(r"@font-face \{\{.*?\}\}\n", "", CONSOLE_SVG_FORMAT, flags=re.DOTALL)


class NoWorkerError(CommandError):
    """Nobody answered."""


def top(  # noqa: PLR0917 - typer takes options as arguments
    context: typer.Context,
    workers: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[HOST:PORT]...", help="Web ports of workers and sinks; without any, those on this machine."
        ),
    ] = None,
    interval: Annotated[float, typer.Option(min=0.2, help="Seconds between looks.")] = 2.0,
    once: Annotated[
        bool, typer.Option("--once", help="One look (two, an interval apart, for the rates), then end.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One look, as JSON.")] = False,
    svg: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Look some times, then save what is shown as a picture.")
    ] = None,
) -> None:
    """Show what workers and sinks do right now: throughput, latency, what waits, what is removed and found.

    Ends with q or Ctrl-C; s sorts the workers by another column. Without names it shows the workers of this machine
    that work in the settings' group and on their broker, and the sinks that read from that broker. Where the output is
    no terminal, takes one look and ends.
    """
    settings = settings_of(context)
    watch = _Watch(workers or local_addresses(settings.web), None if workers else settings)
    console = Console(record=svg is not None, width=88 if svg else None)
    if as_json or once or svg or not console.is_terminal:
        asyncio.run(_look_and_end(watch, interval, console, looks=_PAST if svg else 2, as_json=as_json))
        if svg is not None:
            console.save_svg(str(svg), title="dateline top", code_format=_PICTURE)
    else:
        asyncio.run(_follow(watch, interval, console))


class _Watch:
    """Looks again and again, and remembers what the rates need."""

    def __init__(self, addresses: list[str], only: Settings | None) -> None:
        self._addresses = addresses
        self._only = only
        self.sorted_by = SORTINGS[0]
        self._past: deque[float] = deque(maxlen=_PAST)
        self._looks: deque[tuple[float, Look]] = deque()

    @property
    def now(self) -> Look:
        return self._looks[-1][1]

    async def look(self) -> None:
        taken = await look(self._addresses, self._only)
        self._looks.append((time.monotonic(), taken))
        while len(self._looks) > 2 and self._looks[1][0] < time.monotonic() - _OVER:
            self._looks.popleft()

    def figures(self) -> tuple[Figures, list[Figures]]:
        return of_all(self.now, self._looks[0][1])

    def sinks(self) -> list[SinkFigures]:
        return of_sinks(self.now, self._looks[0][1])

    def remember(self) -> None:
        """Add the present rate to the past ones."""
        self._past.append(self.figures()[0].enriched)

    def shown(self) -> RenderableType:
        together, each = self.figures()
        each.sort(key=self.sorted_by.key, reverse=self.sorted_by.descending)
        return screen(
            together,
            each,
            content(self.now),
            self.now,
            self._past,
            sinks=self.sinks(),
            sorted_by=self.sorted_by.name,
        )

    def sort_otherwise(self) -> None:
        """Sort the workers by the next column."""
        self.sorted_by = SORTINGS[(SORTINGS.index(self.sorted_by) + 1) % len(SORTINGS)]


async def _look_and_end(watch: _Watch, interval: float, console: Console, *, looks: int, as_json: bool) -> None:
    await watch.look()
    for _ in range(looks - 1):
        watch.remember()
        await asyncio.sleep(interval)
        await watch.look()
    if not watch.now.workers and not watch.now.sinks:
        why = "".join(f" {address}: {reason}." for address, reason in watch.now.silent.items())
        raise NoWorkerError(
            f"no worker answers.{why} Start one with `dateline worker`, or name one: `dateline top HOST:PORT`."
        )
    if as_json:
        together, each = watch.figures()
        workers, sinks = [_plain(one) for one in each], [dataclasses.asdict(one) for one in watch.sinks()]
        typer.echo(json.dumps({"all": _plain(together), "workers": workers, "sinks": sinks}))
    else:
        watch.remember()
        console.print(watch.shown())


async def _follow(watch: _Watch, interval: float, console: Console) -> None:
    with Live(console=console, screen=True, auto_refresh=False) as live, pressed_keys() as keys:
        while True:
            began = time.monotonic()
            await watch.look()
            watch.remember()
            live.update(watch.shown(), refresh=True)
            while (left := interval - (time.monotonic() - began)) > 0:
                key = await keys.next(left)
                if key == "q":
                    return
                if key == "s":
                    watch.sort_otherwise()
                    live.update(watch.shown(), refresh=True)


def _plain(figures: Figures) -> dict[str, object]:
    """As JSON takes it: it has no NaN."""
    values = dataclasses.asdict(figures)
    values["since_commit"] = None if math.isnan(figures.since_commit) else figures.since_commit
    values["latency"] = {
        f"p{round(100 * share)}": None if math.isnan(value) else value for share, value in figures.latency.items()
    }
    return values
