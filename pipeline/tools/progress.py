"""How far a command is that goes through files."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from pipeline.tools.publish.sources import Item


@contextmanager
def progress(doing: str, total: int | None, *, before: str | None = None) -> Iterator[Callable[[Item], None]]:
    """A bar over the input's bytes (`total`, None where that is not known) on a terminal; silent elsewhere.

    `before` is what it says until the first article is done, where something else takes its time.
    """
    console = Console(stderr=True)
    columns = (TextColumn("{task.description} {task.fields[articles]:,} articles"), BarColumn())
    times = (TaskProgressColumn(), TimeRemainingColumn()) if total else (TimeElapsedColumn(),)
    with Progress(*columns, *times, console=console, disable=not console.is_terminal) as bar:
        task = bar.add_task(before or doing, total=total, articles=0)
        count = 0

        def advance(item: Item) -> None:
            nonlocal count
            count += 1
            bar.update(task, description=doing, advance=item.size, articles=count)

        yield advance
