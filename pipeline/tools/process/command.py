"""`dateline process IN OUT`: what a person types."""

import asyncio
import sys
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from enum import Enum, StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO, NamedTuple

import typer

from pipeline.core.flow import Stage, way
from pipeline.core.steps.teacher import Teacher
from pipeline.runtime.config.settings import Settings, step_settings
from pipeline.runtime.config.sources import load_settings
from pipeline.runtime.pool.pool import Pool
from pipeline.runtime.pool.process import Plan
from pipeline.tools.context import global_options
from pipeline.tools.errors import ExitCode, UsageError
from pipeline.tools.process.resume import finished, without
from pipeline.tools.process.run import Processed, teach
from pipeline.tools.process.run import process as run
from pipeline.tools.progress import progress
from pipeline.tools.publish.sources import STDIN, Item, articles, is_input, total_size

_SHOWN = 10  # problems named one by one; the rest is counted


# Which stages to take: all on an article's way, or one of them.
_STAGES: dict[str, tuple[Stage, ...]] = {"all": way(), **{stage.value: (stage,) for stage in way()}}
if TYPE_CHECKING:
    Taken = str
else:
    Taken = StrEnum("Taken", {name: name for name in _STAGES})


class Learning(Enum):
    """Whether what recurs in a source is learned, and when."""

    OFF = "off"
    AS_THEY_COME = "as they come"
    TWO_PASS = "two-pass"


def process(  # noqa: PLR0917 - the options of a command
    context: typer.Context,
    source: Annotated[str, typer.Argument(metavar="IN", help="JSONL, .json, .txt or .html, a folder, or - .")],
    target: Annotated[str, typer.Argument(metavar="OUT", help="Where the records go, as JSONL, or - .")],
    stage: Annotated[
        Taken, typer.Option(help="extract takes clean records, or anything with a text, and leaves the text as it is.")
    ] = "all",
    dead: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Where dead letters go, as JSONL; without it they end it with 1."),
    ] = None,
    learn: Annotated[
        bool, typer.Option("--learn", help="Learn what recurs in a source, article by article, and remove it.")
    ] = False,
    two_pass: Annotated[
        bool, typer.Option("--two-pass", help="Learn from all articles first, then clean them; reads the input twice.")
    ] = False,
    resume: Annotated[
        bool, typer.Option("--resume", help="Go on where an interrupted run stopped: add to OUT what it lacks.")
    ] = False,
) -> None:
    """Clean and enrich articles in files, without a broker: the same steps, the same records, all cores.

    Records come out in the order the articles went in. Ends with 1 when a file could not be read, or when there are
    dead letters and no --dead to keep them in. Ctrl-C leaves whole records; --resume adds the rest.
    """
    settings = load_settings(global_options(context).config)
    learning = Learning.TWO_PASS if two_pass else Learning.AS_THEY_COME if learn else Learning.OFF
    _can_learn(learning, source, _STAGES[stage])
    total = total_size([source])
    _keep_apart(source, target, dead)
    there = _there(target, dead, learning) if resume else None
    report = Processed()
    try:
        with progress("Processing", total, before="Loading the models:") as advance:
            where = _Where(source, target, dead, there)
            asyncio.run(_run(settings, where, _STAGES[stage], advance=advance, learning=learning, report=report))
    except KeyboardInterrupt:
        if not report.done:
            raise
        more = "" if target == STDIN or learning is not Learning.OFF else " --resume goes on from there."
        typer.echo(f"Interrupted after {_count(report.done, 'record')}.{more}", err=True)
        raise typer.Exit(ExitCode.INTERRUPTED) from None
    _tell(report, dead)


class _Where(NamedTuple):
    """What is read, and where records and dead letters go; `there` are those that a former run has written."""

    source: str
    target: str
    dead: Path | None
    there: Counter[bytes] | None


def _there(target: str, dead: Path | None, learning: Learning) -> Counter[bytes]:
    if target == STDIN:
        raise UsageError("--resume adds to a file; name one for OUT.")
    if learning is not Learning.OFF:
        raise UsageError("what was learned is not in OUT, so --resume goes without --learn and --two-pass.")
    return finished([Path(target), *([dead] if dead is not None else [])])


def _can_learn(learning: Learning, source: str, stages: tuple[Stage, ...]) -> None:
    if learning is not Learning.OFF and Stage.CLEAN not in stages:
        raise UsageError("only cleaning learns; leave out --stage extract, or --learn and --two-pass.")
    if learning is Learning.TWO_PASS and source == STDIN:
        raise UsageError("--two-pass reads the input twice, and standard input can be read once; give a file.")


def _keep_apart(source: str, target: str, dead: Path | None) -> None:
    """See to it that nothing written takes the place of what is read, or of something else that is written."""
    written = [Path(target)] if target != STDIN else []
    written += [dead] if dead is not None else []
    for file in written:
        if is_input(file, source):
            raise UsageError(f"{file} is among what is read from {source} and would be overwritten; name another file.")
    devices = [file for file in written if file.exists() and not file.is_file()]
    if len(written) == 2 and not devices and written[0].resolve() == written[1].resolve():
        raise UsageError(f"records and dead letters would both go to {target}; give --dead a file of its own.")


async def _run(
    settings: Settings,
    where: _Where,
    stages: tuple[Stage, ...],
    *,
    advance: Callable[[Item], None],
    learning: Learning,
    report: Processed,
) -> None:
    steps = replace(step_settings(settings), learn=learning is not Learning.OFF)
    pool = Pool(
        Plan(steps, stages, settings.pool.memory_mib),
        processes=settings.processes,
        article_timeout=settings.pool.article_timeout,
        batches_per_process=settings.pool.tasks_per_process,
    )
    try:
        loaded = await pool.start()
        if loaded.fast_engine_refused:
            typer.echo(f"Entities at spaCy's own speed: {loaded.fast_engine_refused}", err=True)
        # Only now: what cannot begin must not empty a file that is there.
        with ExitStack() as files:
            out = _open(files, where.target, where.there)
            dead_out = _open(files, str(where.dead), where.there) if where.dead is not None else None
            teacher = Teacher(steps) if learning is not Learning.OFF else None
            if teacher is not None and learning is Learning.TWO_PASS:
                await teach(pool, articles([where.source], raw=True), teacher)
            items = articles([where.source], raw=True)
            await run(
                pool,
                items if where.there is None else without(items, where.there),
                stages,
                write=lambda value: out.write(value + b"\n"),
                write_dead=lambda value: dead_out.write(value + b"\n") if dead_out else None,
                advance=advance,
                teacher=teacher,
                taught=learning is Learning.TWO_PASS,
                report=report,
            )
            out.flush()
    finally:
        await pool.stop()


def _open(files: ExitStack, target: str, there: Counter[bytes] | None) -> BinaryIO:
    if target == STDIN:
        return sys.stdout.buffer
    return files.enter_context(Path(target).open("wb" if there is None else "ab"))


def _tell(report: Processed, dead: Path | None) -> None:
    for problem in report.problems[:_SHOWN]:
        typer.echo(problem, err=True)
    if len(report.problems) > _SHOWN:
        typer.echo(f"… and {len(report.problems) - _SHOWN:,} more.", err=True)
    parts = [_count(report.done, "record")]
    if report.dead:
        parts.append(_count(report.dead, "dead letter") + (f" in {dead}" if dead else ""))
    if report.unusable:
        parts.append(_count(report.unusable, "file") + " that could not be read")
    if report.dropped:
        parts.append(f"{report.dropped:,} dropped")
    typer.echo(", ".join(parts) + ".", err=True)
    if report.dead and dead is None:
        typer.echo("Keep dead letters with --dead FILE.", err=True)
    if report.unusable or (report.dead and dead is None):
        raise typer.Exit(ExitCode.FAILED)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
