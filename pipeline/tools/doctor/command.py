"""`dateline doctor`: the command."""

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import asdict
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
    findings = asyncio.run(_report(settings, as_json=as_json))
    failed = sum(one.verdict is Verdict.FAILED for one in findings)
    if not as_json:
        warnings = sum(one.verdict is Verdict.WARNING for one in findings)
        typer.echo(f"\n{len(findings)} checks: {failed} failed, {warnings} with a warning.")
    raise typer.Exit(ExitCode.FAILED if failed else ExitCode.OK)


async def _report(settings: Settings, *, as_json: bool) -> list[Finding]:
    """Print each finding as it comes; all of them."""
    console = Console(highlight=False)
    findings = []
    async for finding in _findings(settings):
        findings.append(finding)
        if as_json:
            typer.echo(json.dumps(asdict(finding)))
        else:
            _show(console, finding)
    return findings


async def _findings(settings: Settings) -> AsyncIterator[Finding]:
    yield machine.python()
    yield machine.packages()
    for finding in machine.disk():
        yield finding
    yield machine.memory(settings)
    yield machine.models(settings)
    async for finding in broker.checks(settings):
        yield finding
    yield await machine.workers(settings)


def _show(console: Console, finding: Finding) -> None:
    sign, style = _SIGNS[finding.verdict]
    console.print(Text.assemble((f"{sign} ", style), (f"{finding.subject}: ", "bold"), finding.found), soft_wrap=True)
    if finding.advice:
        console.print(Text(f"  → {finding.advice}", "cyan"), soft_wrap=True)
