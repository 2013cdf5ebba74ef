"""`dateline publish PATH…`: what a person types."""

import asyncio
from typing import Annotated

import typer

from pipeline.core.flow import Channel
from pipeline.core.records import RawArticle
from pipeline.runtime.config.settings import Settings
from pipeline.tools.context import settings_of
from pipeline.tools.errors import ExitCode, UsageError
from pipeline.tools.progress import progress
from pipeline.tools.publish.items import Item
from pipeline.tools.publish.resume import Publishing
from pipeline.tools.publish.send import Published
from pipeline.tools.publish.send import publish as send
from pipeline.tools.publish.sources import STDIN, articles, total_size


def publish(
    context: typer.Context,
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH…",
            help="JSONL, .json, .txt, .html, .warc, .csv, .tsv, .parquet or .xml files (also .gz), folders, or - .",
        ),
    ],
    raw: Annotated[
        bool, typer.Option("--raw", help="Publish lines that are no JSON object too, byte for byte.")
    ] = False,
    columns: Annotated[
        str | None,
        typer.Option(metavar="FIELD=COLUMN,…", help="Which column is which field: text=body,title=headline."),
    ] = None,
    resume: Annotated[
        bool, typer.Option("--resume", help="Go on where the same command was broken off, by Ctrl-C or an outage.")
    ] = False,
) -> None:
    """Publish articles, and wait until the broker has every one of them safely.

    A line of JSONL is one article, published byte for byte: `text` or `html`, and if you have them `id`, `url`,
    `source`, `title`, `published_at`, `language`, `metadata`. A .txt or .html file is one article, and so is every page
    in a web archive (WARC), every row of a table (CSV, Parquet) and every item in NITF or NewsML-G2 (.xml). The key is
    the article's id, or without one a hash of its bytes.

    Ends with 1 when something was not published; each such file and line is named.
    """
    settings = settings_of(context)
    mapping = _columns(columns)
    report = (
        _from_input(settings, paths, raw, resume)
        if STDIN in paths
        else _from_files(settings, Publishing(settings, paths, raw=raw, columns=mapping), paths, resume=resume)
    )
    for problem in report.problems:
        typer.echo(problem, err=True)
    noun = "article" if report.published == 1 else "articles"
    typer.echo(f"Published {report.published:,} {noun} to {settings.topics[Channel.RAW]}.")
    if report.problems:
        typer.echo(f"Not published: {len(report.problems):,}.", err=True)
        raise typer.Exit(ExitCode.FAILED)


def _columns(text: str | None) -> dict[str, str]:
    pairs = [pair.partition("=") for pair in (text or "").split(",") if pair.strip()]
    known = [name for name in RawArticle.model_fields if name not in {"metadata", "schema_version"}]
    for name, _, column in pairs:
        if name.strip() not in known or not column.strip():
            raise UsageError(f"--columns is like text=body,title=headline; the fields are {', '.join(known)}.")
    return {name.strip(): column.strip() for name, _, column in pairs}


def _from_input(settings: Settings, paths: list[str], raw: bool, resume: bool) -> Published:
    if resume:
        raise UsageError("--resume reads files again from where it stopped, and standard input is gone.")
    with progress("Publishing", total_size(paths)) as advance:
        return asyncio.run(send(settings, articles(paths, raw=raw), advance))


def _from_files(settings: Settings, publishing: Publishing, paths: list[str], *, resume: bool) -> Published:
    if resume:
        found = publishing.go_on()
        typer.echo(f"Going on in {publishing.place}." if found else "Nothing was broken off: from the start.", err=True)
    count, total = 0, (total_size(paths) or 0) - publishing.skipped_bytes
    with progress("Publishing", total) as show:

        def advance(item: Item) -> None:
            nonlocal count
            count += 1
            publishing.settle()
            show(item)

        try:
            report = asyncio.run(send(settings, publishing.items(), advance))
        except BaseException:  # Ctrl-C, a broker that went away
            if count:
                publishing.save()
                typer.echo(f"Stopped after {count:,} articles; the same command with --resume goes on.", err=True)
            raise
    publishing.done()
    return report
