"""How the demo ends: the results as Parquet files, and a question about them to DuckDB."""

import tempfile
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from pipeline.core.flow import Channel
from pipeline.runtime.config.settings import Settings
from pipeline.tools.errors import CommandError
from pipeline.tools.sink.monitor import Monitor
from pipeline.tools.sink.parquet import Sink, Terms

QUESTION = "Who is quoted in the sample articles, and how often?"
QUERY = """SELECT quotation.speaker.name AS speaker, any_value(title) AS article, count(*) AS times
FROM read_parquet('{folder}/enriched/*/*.parquet'), UNNEST(quotations) AS found(quotation)
WHERE quotation.speaker IS NOT NULL
GROUP BY speaker ORDER BY times DESC, speaker LIMIT 5"""


async def show(settings: Settings, console: Console) -> None:
    """Write what the demo has made to files and ask; without pyarrow and duckdb only say how."""
    console.print(f"\n[bold]{QUESTION}[/bold]")
    console.print("dateline sink parquet data --once", style="cyan", highlight=False)
    console.print(Text('duckdb -c "' + QUERY.format(folder="data") + '"', "cyan"))
    if find_spec("pyarrow") is None or find_spec("duckdb") is None:
        console.print("(pip install pyarrow duckdb)", style="dim")
        return
    with tempfile.TemporaryDirectory() as folder:
        monitor = Monitor("parquet", Channel.ENRICHED, _refuse)
        await Sink(settings, Channel.ENRICHED, Path(folder), Terms(), monitor).run(once=True)
        console.print(_answer(QUERY.format(folder=folder)))


def _answer(query: str) -> Table:
    import duckdb  # noqa: PLC0415 (for those who have it)

    found: Any = duckdb.connect().execute(query)
    table = Table(*(column[0] for column in found.description), box=None, pad_edge=False)
    for row in found.fetchall():
        table.add_row(*map(str, row))
    return table


def _refuse(problem: str) -> None:
    raise CommandError(problem)
