"""`dateline publish PATH…`: what a person types."""

import asyncio
from typing import Annotated

import typer

from pipeline.core.flow import Channel
from pipeline.tools.context import settings_of
from pipeline.tools.errors import ExitCode
from pipeline.tools.progress import progress
from pipeline.tools.publish.send import publish as send
from pipeline.tools.publish.sources import articles, total_size


def publish(
    context: typer.Context,
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH…", help="JSONL, .json, .txt or .html files (also .gz), folders, or - .")
    ],
    raw: Annotated[
        bool, typer.Option("--raw", help="Publish lines that are no JSON object too, byte for byte.")
    ] = False,
) -> None:
    """Publish articles, and wait until the broker has every one of them safely.

    A line of JSONL is one article, published byte for byte: `text` or `html`, and if you have them `id`, `url`,
    `source`, `title`, `published_at`, `language`, `metadata`. A .txt or .html file is one article. The key is the
    article's id, or without one a hash of its bytes.

    Ends with 1 when something was not published; each such file and line is named.
    """
    settings = settings_of(context)
    total = total_size(paths)
    with progress("Publishing", total) as advance:
        report = asyncio.run(send(settings, articles(paths, raw=raw), advance))
    for problem in report.problems:
        typer.echo(problem, err=True)
    noun = "article" if report.published == 1 else "articles"
    typer.echo(f"Published {report.published:,} {noun} to {settings.topics[Channel.RAW]}.")
    if report.problems:
        typer.echo(f"Not published: {len(report.problems):,}.", err=True)
        raise typer.Exit(ExitCode.FAILED)
