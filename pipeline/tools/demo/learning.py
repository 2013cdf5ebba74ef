"""The demo's second half: a line that the first articles of a source still have is gone from its later ones."""

import asyncio
from collections.abc import Callable
from importlib import resources
from typing import Any

import orjson
from rich.console import Console
from rich.rule import Rule

from pipeline.core.flow import Channel
from pipeline.runtime.config.settings import Settings
from pipeline.tools import render
from pipeline.tools.errors import TimedOutError
from pipeline.tools.publish.send import publish
from pipeline.tools.publish.sources import Article, articles
from pipeline.tools.tail.read import Start, follow

_TEACHERS = 4  # articles that show what recurs; those after them lose it
_WAIT = 60.0
# Between the commit of a learned line and its arrival in a worker, generously: nothing says that it has arrived.
_ARRIVES = 1.5


async def show(settings: Settings, console: Console) -> None:
    """Publish some articles of one source, wait until their line is learned, publish the rest, and show both.

    Raises:
        TimedOutError: a result did not come.
    """
    stream = _stream()
    console.print()
    console.print(Rule("[bold]What the stream teaches[/bold]", align="left"))
    console.print(
        f"{len(stream)} articles of one source, all with the same line in their middle. The first {_TEACHERS}, "
        "before anything is known of it:"
    )
    await publish(settings, stream[:_TEACHERS], lambda _item: None)
    await _until(settings, Channel.RECURRING, lambda _value: True, "a learned line")
    first = await _until(settings, Channel.ENRICHED, _is(stream[0]), stream[0].where)
    console.print(render.record(Channel.ENRICHED, first))
    await asyncio.sleep(_ARRIVES)
    await publish(settings, stream[_TEACHERS:], lambda _item: None)
    last = await _until(settings, Channel.ENRICHED, _is(stream[-1]), stream[-1].where)
    console.print("\nThe last, now that the line has earned it:")
    console.print(render.record(Channel.ENRICHED, last))


def _stream() -> list[Article]:
    with resources.as_file(resources.files("pipeline.tools").joinpath("demo/stream.jsonl")) as file:
        return [item for item in articles([str(file)], raw=True) if isinstance(item, Article)]


def _is(article: Article) -> Callable[[Any], bool]:
    return lambda value: bool(value["id"] == article.key.decode())


async def _until(settings: Settings, channel: Channel, wanted: Callable[[Any], bool], what: str) -> Any:
    """The first record on a channel's topic that is wanted."""
    try:
        async with asyncio.timeout(_WAIT):
            async for record in follow(settings, channel, Start(beginning=True), idle=None):
                if record.value is not None and wanted(value := orjson.loads(record.value)):
                    return value
    except TimeoutError:
        pass
    raise TimedOutError(f"{what} did not come in {_WAIT:.0f} s.")
