"""`dateline explain FILE`: an article line by line, with what the cleaner makes of each and why."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from pipeline.core.clean import Caution, Cleaner, ExplainedLine, Role
from pipeline.runtime.config.sources import load_settings
from pipeline.tools.context import global_options

_STYLES = {
    Role.HEADLINE: "bold cyan",
    Role.BYLINE: "cyan",
    Role.DATELINE: "green",
    Role.BODY: "green",
    Role.REMOVED: "red",
}
_SHOWN = 160
_RECORDS = frozenset({".json", ".jsonl", ".ndjson", ".gz"})


def explain(
    context: typer.Context,
    path: Annotated[Path, typer.Argument(metavar="FILE", help="An article: .txt, or .html for a web page.")],
    caution: Annotated[
        Caution | None,
        typer.Option(help="How sure the cleaner must be before it cuts a line; else the setting clean.caution."),
    ] = None,
    full: Annotated[bool, typer.Option("--full", help="Show long lines whole.")] = False,
) -> None:
    """Show an article line by line: what each line is, how likely boilerplate (0 to 1), and why it goes.

    Line numbers count from 0, as in the records.
    """
    caution = caution or Caution(load_settings(global_options(context).config).clean.caution)
    text, cleaner = _read(path), Cleaner(caution=caution)
    is_page = path.suffix.lower() in {".html", ".htm"}
    lines = cleaner.explain_html(text) if is_page else cleaner.explain(text)
    if lines is None:
        raise typer.BadParameter(f"{path}: no article found in this page.")
    console = Console()
    console.print(_table(lines, full))
    gone = sum(line.role is Role.REMOVED for line in lines)
    console.print(f"Of {len(lines)} lines {len(lines) - gone} stay, {gone} go ({caution}).")


def _read(path: Path) -> str:
    if path.suffix.lower() in _RECORDS:
        raise typer.BadParameter(
            f"{path}: this shows one article, .txt or .html. The records that `dateline process` makes of articles in "
            "JSON hold the removed lines with their reasons."
        )
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise typer.BadParameter(f"{path} is not UTF-8 (byte {error.start}); convert it first.") from error
    except OSError as error:
        raise typer.BadParameter(f"cannot read {path}: {error.strerror}.") from error


def _table(lines: list[ExplainedLine], full: bool) -> Table:
    table = Table(box=None, pad_edge=False)
    table.add_column("line", justify="right", style="dim", no_wrap=True)
    table.add_column("what", no_wrap=True)
    table.add_column("score", justify="right", no_wrap=True)
    table.add_column("text", overflow="fold")
    for line in lines:
        style = _STYLES[line.role]
        what = line.reason if line.reason is not None else line.role
        shown = line.text if full or len(line.text) <= _SHOWN else line.text[:_SHOWN] + "…"
        table.add_row(str(line.line), Text(str(what), style), f"{line.score:.2f}", Text(shown, style))
    return table
