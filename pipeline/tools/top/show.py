"""The figures as they are shown in a terminal."""

from collections.abc import Mapping, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from pipeline.tools.durations import duration
from pipeline.tools.top.figures import READY, Content, Figures, SinkFigures
from pipeline.tools.top.scrape import Look

_BARS = "▁▂▃▄▅▆▇█"
_OBJECTIVE = 10.0  # seconds; docker/prometheus/rules/recording.yml has the same
_LINES = 8  # of each list


def screen(
    all_: Figures,
    each: Sequence[Figures],
    content: Content,
    look: Look,
    past: Sequence[float],
    *,
    sinks: Sequence[SinkFigures] = (),
    sorted_by: str = "",
) -> RenderableType:
    """Everything; `past` are the rates of enriched articles of the last looks, `sorted_by` a column's title."""
    below = ["", _sinks(sinks), *_sink_reasons(sinks)] if sinks else []
    if not each and not look.silent:
        nobody = Text("No worker answers. Start one with `dateline worker`, or name one: `dateline top HOST:PORT`.")
        return Group(nobody, *below)
    workers = (_workers(each, look, sorted_by), *_reasons(each, look))
    return Group(_head(all_, past), "", *workers, *below, "", _lists(content))


def sparkline(values: Sequence[float]) -> str:
    """Values as a row of bars, the highest as high as a line."""
    highest = max(values, default=0.0)
    if not highest:
        return _BARS[0] * len(values)
    return "".join(_BARS[min(len(_BARS) - 1, int(value / highest * len(_BARS)))] for value in values)


def _head(all_: Figures, past: Sequence[float]) -> Table:
    grid = Table.grid(padding=(0, 3))
    grid.add_column(style="dim")
    for _ in range(3):
        grid.add_column()
    grid.add_row(
        "enriched",
        f"[bold]{all_.enriched:,.1f}[/] articles/s",
        f"[cyan]{sparkline(past)}[/]",
        f"cleaned {all_.cleaned:,.1f}/s",
    )
    grid.add_row("latency", f"p50 {duration(all_.latency[0.5])}", _late(all_.latency[0.99]), "publish to commit")
    waiting = sum(all_.waiting.values())
    parts = ", ".join(f"{topic} {count:,.0f}" for topic, count in sorted(all_.waiting.items()))
    grid.add_row("waiting", f"[bold]{waiting:,.0f}[/] records", parts, f"{all_.in_flight:,.0f} in flight")
    dead = f"[red]{all_.dead:,.1f}/s dead[/]" if all_.dead else "none dead"
    grid.add_row("workers", all_.state, dead, f"last commit {duration(all_.since_commit)} ago")
    return grid


def _late(p99: float) -> str:
    return f"[red]p99 {duration(p99)}[/]" if p99 > _OBJECTIVE else f"p99 {duration(p99)}"


def _workers(each: Sequence[Figures], look: Look, sorted_by: str) -> Table:
    """A line for each worker, narrow enough for 80 columns."""
    table = Table("worker", "state", box=None, pad_edge=False, padding=(0, 1, 0, 0), header_style="dim")
    table.columns[0].no_wrap = True
    for title in ("clean/s", "enrich/s", "p99", "waiting", "pool", "MiB", "commit"):
        table.add_column(title, justify="right", no_wrap=True)
    for column in table.columns:
        if column.header == sorted_by:
            column.header_style = "bold"
    for one in each:
        table.add_row(
            one.name,
            Text("ready", "green") if one.state == READY else Text("not ready", "yellow"),
            f"{one.cleaned:,.1f}",
            f"{one.enriched:,.1f}",
            duration(one.latency[0.99]),
            f"{sum(one.waiting.values()):,.0f}",
            f"{one.utilisation:.0%} of {one.processes}",
            f"{one.memory / 2**20:,.0f}",
            duration(one.since_commit),
        )
    for address in look.silent:
        table.add_row(address, Text("silent", "red"))
    return table


def _sinks(sinks: Sequence[SinkFigures]) -> Table:
    """A line for each sink, narrow enough for 80 columns."""
    table = Table("sink", "writes", "state", box=None, pad_edge=False, padding=(0, 1, 0, 0), header_style="dim")
    table.columns[0].no_wrap = True
    for title in ("write/s", "waiting", "refused", "failed", "written"):
        table.add_column(title, justify="right", no_wrap=True)
    for one in sinks:
        state = Text("late", "red") if one.overdue else Text("ready", "green")
        table.add_row(
            one.name,
            f"{one.channel} to {one.sink}",
            state if one.state == READY else Text("failing" if one.failures else "not ready", "yellow"),
            f"{one.written:,.1f}",
            f"{one.waiting:,.0f}",
            Text(f"{one.refused:,.0f}", "red" if one.refused else ""),
            Text(f"{one.failures:,.0f}", "red" if one.failures else ""),
            f"{duration(one.since_write)} ago",
        )
    return table


def _sink_reasons(sinks: Sequence[SinkFigures]) -> list[RenderableType]:
    """Why sinks do not write."""
    late = {one.name: f"nothing written for {duration(one.overdue)} too long" for one in sinks if one.overdue}
    reasons = late | {one.name: one.state for one in sinks if one.state != READY}
    return [Text(f"{name}: {why}", "yellow") for name, why in reasons.items()]


def _reasons(each: Sequence[Figures], look: Look) -> list[RenderableType]:
    """Why workers are not ready, or why there is no answer."""
    reasons = {one.name: one.state for one in each if one.state != READY} | look.silent
    return [Text(f"{name}: {why}", "yellow") for name, why in reasons.items()]


def _lists(content: Content) -> Table:
    grid = Table.grid(padding=(0, 4))
    grid.add_row(
        _list("removed lines", content.removed, "cyan"),
        _list("entities", content.entities, "magenta"),
        _list("dead letters", content.dead, "red"),
    )
    return grid


def _list(title: str, counts: Mapping[str, float], style: str) -> Table:
    table = Table(title, box=None, pad_edge=False, header_style="dim")
    table.add_column("in all", justify="right")
    found = sorted(((count, word) for word, count in counts.items() if count), reverse=True)
    for count, word in found[:_LINES]:
        table.add_row(Text(word, style), f"{count:,.0f}")
    if not found:
        table.add_row("none", "")
    return table
