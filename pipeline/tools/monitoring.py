"""`dateline rules` and `dateline dashboards`: what Prometheus and Grafana load, out of the installed package.

A wheel carries both beside this module; in a checkout they lie under docker/, where compose mounts them from.
"""

from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Annotated

import typer

from pipeline.tools.errors import CommandError

_IN_CHECKOUT = {"rules": "docker/prometheus/rules", "dashboards": "docker/grafana/dashboards"}


def rules(
    folder: Annotated[
        Path | None, typer.Argument(help="Where to write them, a file each; else they are printed.")
    ] = None,
) -> None:
    """Print Prometheus' recording and alert rules, or write them into a folder for `rule_files`."""
    if folder is not None:
        _write("rules", folder)
        return
    for file in _files("rules"):
        typer.echo(file.read_text(encoding="utf-8"))


def dashboards(
    folder: Annotated[Path, typer.Argument(help="Where to write them, a file each, for Grafana to load.")],
) -> None:
    """Write Grafana's dashboards into a folder."""
    _write("dashboards", folder)


def _write(kind: str, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for file in _files(kind):
        (folder / file.name).write_bytes(file.read_bytes())
        typer.echo(folder / file.name)


def _files(kind: str) -> list[Traversable]:
    packaged: Traversable = resources.files("pipeline.tools") / "monitoring_files" / kind
    folder = packaged if packaged.is_dir() else Path(__file__).parents[2] / _IN_CHECKOUT[kind]
    if not folder.is_dir():
        raise CommandError(f"this installation has no {kind}: {folder} is not there. Install Dateline from its wheel.")
    return sorted((file for file in folder.iterdir() if file.is_file()), key=lambda file: file.name)
