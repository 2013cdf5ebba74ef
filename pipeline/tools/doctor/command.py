"""`dateline doctor`: the command."""

import asyncio
import json
from collections.abc import Callable
from dataclasses import asdict
from functools import partial
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from pipeline.runtime.config.settings import Settings
from pipeline.tools.context import settings_of
from pipeline.tools.doctor import broker, machine
from pipeline.tools.doctor.finding import Finding, Verdict
from pipeline.tools.errors import ExitCode

_SIGNS = {Verdict.OK: ("✓", "green"), Verdict.WARNING: ("!", "yellow"), Verdict.FAILED: ("✗", "bold red")}


def doctor(
    context: typer.Context,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON, one finding a line.")] = False,
) -> None:
    """Check this machine and the broker: versions, models, disk, topics, partitions, permissions, offsets.

    Says what to do for everything that is not as it should be. Changes nothing. Ends with 1 if something has failed;
    a warning is no failure.
    """
    settings = settings_of(context)
    tell = _told if as_json else partial(_show, Console(highlight=False))
    findings = list[Finding]()
    # Outside of asyncio, which would hear Ctrl-C only after the models are loaded.
    for finding in machine.checks(settings):
        tell(finding)
        findings.append(finding)
    findings += asyncio.run(_elsewhere(settings, tell))
    failed = sum(one.verdict is Verdict.FAILED for one in findings)
    if not as_json:
        warnings = sum(one.verdict is Verdict.WARNING for one in findings)
        typer.echo(f"\n{len(findings)} checks: {failed} failed, {warnings} with a warning.")
    raise typer.Exit(ExitCode.FAILED if failed else ExitCode.OK)


async def _elsewhere(settings: Settings, tell: Callable[[Finding], None]) -> list[Finding]:
    """The checks of broker and workers, each told as it comes."""
    findings = []
    async for finding in broker.checks(settings):
        tell(finding)
        findings.append(finding)
    finding = await machine.workers(settings)
    tell(finding)
    return [*findings, finding]


def _told(finding: Finding) -> None:
    typer.echo(json.dumps(asdict(finding)))


def _show(console: Console, finding: Finding) -> None:
    sign, style = _SIGNS[finding.verdict]
    console.print(Text.assemble((f"{sign} ", style), (f"{finding.subject}: ", "bold"), finding.found), soft_wrap=True)
    if finding.advice:
        console.print(Text(f"  → {finding.advice}", "cyan"), soft_wrap=True)
