"""What the demo prints of each sample: before and after in one view, then the record itself."""

from collections.abc import Mapping
from typing import Any

import orjson
from rich.console import Console
from rich.rule import Rule
from rich.text import Text

from pipeline.core.flow import Channel
from pipeline.tools import render

# Room for the words that say how much was cut.
_CUT_NOTE = 26


def legend(console: Console) -> None:
    """How to read what follows."""
    types = {"person": "PERSON", "organisation": "ORG", "place": "GPE", "nationality or group": "NORP"}
    shown = Text.assemble(*[part for name, kind in types.items() for part in ((name, render.TYPE_STYLES[kind]), "  ")])
    shown.append("removed line", "strike red")
    shown.append("  ← why", "red")
    console.print(shown)


def result(console: Console, where: str, channel: Channel, record: Mapping[str, Any]) -> None:
    """One sample: its lines with what went and what was found, then the record."""
    console.print()
    console.print(Rule(f"[bold]{where}[/bold]", align="left"))
    console.print(render.record(channel, record))
    console.print()
    console.print(Text(f"The record on the topic for {channel.value} articles, long values cut here:", "dim"))
    console.print(shortened(record, console.width))


def shortened(record: Mapping[str, Any], width: int) -> Text:
    """A record as JSON, one field on one line, long values cut; the whole is what `tail --json` shows."""
    fields = ((f"  {_json(name)}: ", _json(value)) for name, value in record.items())
    lines = [name + _cut(value, max(20, width - len(name) - 1)) for name, value in fields]
    return Text("{\n" + ",\n".join(lines) + "\n}", "dim")


def _json(value: Any) -> str:
    return orjson.dumps(value).decode()


def _cut(text: str, room: int) -> str:
    if len(text) <= room:
        return text
    kept = max(10, room - _CUT_NOTE)
    return f"{text[:kept]} … ({len(text) - kept:,} characters more)"
