"""`dateline feed rss URL…`: what a person types."""

import asyncio
import re
import signal
from contextlib import suppress
from importlib.metadata import version
from typing import Annotated

import typer

from pipeline.core.flow import Channel
from pipeline.runtime.config.settings import Settings
from pipeline.tools.context import settings_of
from pipeline.tools.errors import ExitCode
from pipeline.tools.feed.fetch import Manners, open_fetcher
from pipeline.tools.feed.follow import Content, Follower, Round
from pipeline.tools.feed.opml import feeds_of
from pipeline.tools.feed.seen import FeedError, open_publisher
from pipeline.tools.moments import seconds

app = typer.Typer(
    help="Publish what appears elsewhere: `feed rss` follows RSS and Atom feeds.",
    no_args_is_help=True,
    add_completion=False,
)


@app.callback()
def _feed() -> None:
    """Publish what appears elsewhere: `feed rss` follows RSS and Atom feeds."""


@app.command()
def rss(
    context: typer.Context,
    feeds: Annotated[list[str], typer.Argument(metavar="URL|FILE.opml…", help="Feeds, and lists of them in OPML.")],
    *,
    once: Annotated[bool, typer.Option("--once", help="Look at each feed once, then end.")] = False,
    every: Annotated[
        str, typer.Option(metavar="TIME", help="How long to leave a feed alone between two looks: 30s, 15m, 2h.")
    ] = "15m",
    content: Annotated[
        Content, typer.Option(help="Publish each item's page, or the text that the feed brings with it.")
    ] = Content.PAGE,
    pause: Annotated[float, typer.Option(min=0.0, help="Least seconds between two requests of a host.")] = 1.0,
    agent: Annotated[
        str | None, typer.Option(help="What to call oneself to servers; best with a way to reach you.")
    ] = None,
    name: Annotated[str, typer.Option(help="Tells feeders apart that run at the same time.")] = "feeds",
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Fetch from private and local addresses too.")
    ] = False,
) -> None:
    """Publish what is new in RSS and Atom feeds, each item once, also over restarts.

    Asks politely: only for what has changed, as robots.txt allows, one request of a host at a time, and less and less
    often where something fails. Runs until Ctrl-C or SIGTERM; with --once ends with 1 when a feed or a page could not
    be had.
    """
    manners = Manners(agent or f"dateline/{version('dateline')}", pause, allow_private=allow_private)
    urls, rest = feeds_of(feeds), seconds(every)
    problems = asyncio.run(
        _run(settings_of(context), urls, manners, content=content, name=name, every=None if once else rest)
    )
    if problems:
        raise typer.Exit(ExitCode.FAILED)


async def _run(
    settings: Settings, urls: list[str], manners: Manners, *, content: Content, name: str, every: float | None
) -> bool:
    """Whether something could not be had."""
    task = asyncio.current_task()
    assert task is not None
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
    async with open_publisher(settings, name) as (publisher, known), open_fetcher(manners) as fetcher:
        follower = Follower(fetcher, publisher, known, content)
        if every is None:
            found = await follower.once(urls, _tell)
            total = sum(one.published for one in found)
            noun = "article" if total == 1 else "articles"
            typer.echo(f"Published {total:,} {noun} to {settings.topics[Channel.RAW]}.")
            return any(one.problems for one in found)
        typer.echo(f"Following {len(urls):,} {'feed' if len(urls) == 1 else 'feeds'}.", err=True)
        with suppress(asyncio.CancelledError):
            try:
                await follower.follow(urls, every, _tell)
            except* FeedError as group:
                raise group.exceptions[0] from None
        return False


def _tell(found: Round) -> None:
    if found.published:
        typer.echo(f"{_printable(found.feed)}: {found.published:,} new.")
    for problem in found.problems:
        typer.echo(_printable(problem), err=True)
    if found.gone:
        typer.echo(f"{_printable(found.feed)}: left alone from now on.", err=True)


def _printable(text: str) -> str:
    """What a server says on one line, and without what a terminal would obey."""
    return re.sub(r"[\x00-\x1f\x7f-\x9f]+", " ", text)[:500]
