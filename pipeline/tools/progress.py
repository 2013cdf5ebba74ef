"""How far a command is that goes through files."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from pipeline.tools.publish.items import Item


@contextmanager
def progress(doing: str, total: int | None, *, before: str | None = None) -> Iterator[Callable[[Item], None]]:
    """A bar over the input's bytes (`total`, None where that is not known) on a terminal; silent elsewhere.

    `before` is what it says until the first article is done, where something else takes its time.
    """
    console = Console(stderr=True)
    columns = (TextColumn("{task.description} {task.fields[articles]:,} articles {task.fields[rate]}"), BarColumn())
    times = (TaskProgressColumn(), TimeRemainingColumn()) if total else (TimeElapsedColumn(),)
    with Progress(*columns, *times, console=console, disable=not console.is_terminal) as bar:
        task = bar.add_task(before or doing, total=total, articles=0, rate="")
        count, began = 0, time.monotonic()

        def advance(item: Item) -> None:
            nonlocal count
            count += 1
            # In a slow second an average over all of it says more than one over the last moments.
            rate = f"{count / max(time.monotonic() - began, 0.1):,.0f}/s"
            bar.update(task, description=doing, advance=item.size, articles=count, rate=rate)

        yield advance
