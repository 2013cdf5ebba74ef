"""`dateline explain`: an article line by line, with what the cleaner makes of each and why."""

import asyncio
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, NamedTuple

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from pipeline.core.charset import decode_page
from pipeline.core.clean import Caution, Cleaner, ExplainedLine, Role
from pipeline.core.codec import BadInputError, decode_raw
from pipeline.core.flow import Channel
from pipeline.core.records import RawArticle
from pipeline.runtime.config.settings import step_settings
from pipeline.runtime.config.sources import load_settings
from pipeline.tools.context import global_options, settings_of
from pipeline.tools.errors import CommandError
from pipeline.tools.publish.sources import JSON_LINES, STDIN, Unusable, articles
from pipeline.tools.show.trace import trace

_STYLES = {
    Role.HEADLINE: "bold cyan",
    Role.BYLINE: "cyan",
    Role.DATELINE: "green",
    Role.BODY: "green",
    Role.REMOVED: "red",
}
_SHOWN = 160
_PAGES = frozenset({".html", ".htm"})
_RECORDS = JSON_LINES | {".json", ".gz"}


class _Explained(NamedTuple):
    """An article to explain: where it is from, its text or page, and what to call it where there are several."""

    where: str
    text: str | None = None
    html: str | None = None
    name: str = ""


def explain(
    context: typer.Context,
    article: Annotated[
        str,
        typer.Argument(metavar="FILE|ID", help="A .txt, .html or JSONL file, - for JSONL, or a published id."),
    ],
    caution: Annotated[
        Caution | None,
        typer.Option(help="How sure the cleaner must be before it cuts a line; else the setting clean.caution."),
    ] = None,
    full: Annotated[bool, typer.Option("--full", help="Show long lines whole.")] = False,
) -> None:
    """Show an article line by line: what each line is, how likely boilerplate (0 to 1), and why it goes.

    A line that goes has a - before it. Line numbers count from 0, as in the records. Of a file of records every article
    is shown; an id is looked for on the raw topic.
    """
    caution = caution or Caution(load_settings(global_options(context).config).clean.caution)
    cleaner, console = Cleaner(caution=caution), Console()
    for number, found in enumerate(_articles(context, article)):
        if number:
            console.print()
        _show(console, cleaner, found, caution, full)


def _show(console: Console, cleaner: Cleaner, article: _Explained, caution: Caution, full: bool) -> None:
    page = article.html
    lines = cleaner.explain(article.text or "") if page is None else cleaner.explain_html(page)
    if lines is None:
        raise typer.BadParameter(f"{article.where}: no article found in this page.")
    if article.name:
        console.print(Text(article.name, "bold"))
    console.print(_table(lines, full))
    gone = sum(line.role is Role.REMOVED for line in lines)
    console.print(f"Of {len(lines)} lines {len(lines) - gone} stay, {gone} go ({caution}).")


def _articles(context: typer.Context, wanted: str) -> Iterator[_Explained]:
    path = Path(wanted)
    if wanted == STDIN or (path.exists() and (path.is_dir() or path.suffix.lower() in _RECORDS)):
        yield from _records(context, wanted)
    elif path.exists() or path.suffix.lower() in _PAGES | {".txt"}:
        is_page = path.suffix.lower() in _PAGES
        text = _read(path, is_page)
        yield _Explained(wanted, html=text) if is_page else _Explained(wanted, text=text)
    else:
        yield asyncio.run(_published(context, wanted))


def _records(context: typer.Context, path: str) -> Iterator[_Explained]:
    limits = step_settings(load_settings(global_options(context).config)).limits
    for item in articles([path]):
        if isinstance(item, Unusable):
            print(f"{item.where}: {item.why}", file=sys.stderr)
            continue
        try:
            yield _explained(decode_raw(item.value, limits))
        except BadInputError as wrong:
            print(f"{item.where}: {wrong}", file=sys.stderr)


async def _published(context: typer.Context, id: str) -> _Explained:
    settings = settings_of(context)
    raw = (await trace(settings, id)).records.get(Channel.RAW)
    if raw is None:
        raise CommandError(f"{id} is no file here, and no article with this id is at {settings.broker}.")
    try:
        return _explained(decode_raw(raw.value or b"", step_settings(settings).limits))
    except BadInputError as wrong:
        raise CommandError(f"{id} is a dead letter ({wrong.reason}): {wrong}") from None


def _explained(article: RawArticle) -> _Explained:
    return _Explained(article.id or "", article.text, article.html, article.id or "")


def _read(path: Path, is_page: bool) -> str:
    try:
        content = path.read_bytes()
        return decode_page(content) if is_page else content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise typer.BadParameter(f"{path} is not UTF-8 (byte {error.start}); convert it first.") from error
    except OSError as error:
        raise typer.BadParameter(f"cannot read {path}: {error.strerror}.") from error


def _table(lines: list[ExplainedLine], full: bool) -> Table:
    table = Table(box=None, pad_edge=False)
    table.add_column("", no_wrap=True)
    table.add_column("line", justify="right", style="dim", no_wrap=True)
    table.add_column("what", no_wrap=True)
    table.add_column("score", justify="right", no_wrap=True)
    table.add_column("text", overflow="fold")
    for line in lines:
        style = _STYLES[line.role]
        what = line.reason if line.reason is not None else line.role
        shown = line.text if full or len(line.text) <= _SHOWN else line.text[:_SHOWN] + "…"
        mark = Text("-" if line.role is Role.REMOVED else "", style)
        table.add_row(mark, str(line.line), Text(str(what), style), f"{line.score:.2f}", Text(shown, style))
    return table
