"""`dateline rules` and `dateline dashboards`: what Prometheus and Grafana load, out of the installed package.

A wheel carries both beside this module; in a checkout they lie under docker/, where compose mounts them from.
"""

import re
from collections.abc import Mapping
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Annotated

import typer

from pipeline.tools.errors import CommandError, UsageError

# Where an alert's `runbook_url` points without --runbook-base: the page in the repository.
_RUNBOOK = "docs/runbook.md"
_IN_CHECKOUT = {"rules": "docker/prometheus/rules", "dashboards": "docker/grafana/dashboards"}


def rules(
    folder: Annotated[
        Path | None, typer.Argument(help="Where to write them, a file each; else they are printed.")
    ] = None,
    runbook_base: Annotated[
        str,
        typer.Option(metavar="URL", help="Your copy of the runbook's page, which the alerts' runbook_url lead to."),
    ] = _RUNBOOK,
) -> None:
    """Print Prometheus' recording and alert rules, or write them into a folder for `rule_files`."""
    files = {file.name: _with_runbook(file.read_text(encoding="utf-8"), runbook_base) for file in _files("rules")}
    if folder is not None:
        _write(folder, files)
        return
    for text in files.values():
        typer.echo(text)


def dashboards(
    folder: Annotated[Path, typer.Argument(help="Where to write them, a file each, for Grafana to load.")],
) -> None:
    """Write Grafana's dashboards into a folder."""
    _write(folder, {file.name: file.read_text(encoding="utf-8") for file in _files("dashboards")})


def _with_runbook(rules: str, base: str) -> str:
    if base == _RUNBOOK:
        return rules
    if not re.fullmatch(r"https?://[^\s#\"\\{}]+", base):
        raise UsageError(
            f"--runbook-base {base}: give the page's address, as https://wiki.example.org/dateline-runbook."
        )
    return rules.replace(f"runbook_url: {_RUNBOOK}#", f"runbook_url: {base}#")


def _write(folder: Path, files: Mapping[str, str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
        typer.echo(folder / name)


def _files(kind: str) -> list[Traversable]:
    packaged: Traversable = resources.files("pipeline.tools") / "monitoring_files" / kind
    folder = packaged if packaged.is_dir() else Path(__file__).parents[2] / _IN_CHECKOUT[kind]
    if not folder.is_dir():
        raise CommandError(f"this installation has no {kind}: {folder} is not there. Install Dateline from its wheel.")
    return sorted((file for file in folder.iterdir() if file.is_file()), key=lambda file: file.name)
