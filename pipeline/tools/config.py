"""`dateline config`: the settings in effect and where they come from, or every setting with its default."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any

import typer
import yaml
from pydantic import SecretStr

from pipeline.runtime.config.settings import Section, Settings
from pipeline.runtime.config.sources import CONFIG_VARIABLE, load_settings, variables
from pipeline.tools.context import GlobalOptions, global_options, running_local_broker

Path_ = tuple[str, ...]

_DEFAULT_HEADER = """\
# Every setting of Dateline, with its default and meaning. Written by `dateline config --default`.
#
# Use a copy with `dateline --config FILE …` or DATELINE_CONFIG=FILE; keep only what you change.
# A setting's environment variable is its path in capitals: pool.processes is DATELINE_POOL_PROCESSES.
# Later sources win: these defaults, the file, the environment, the command line.
# Sizes are in bytes and times in seconds where nothing else is said.

"""


def config(
    context: typer.Context,
    default: Annotated[
        bool, typer.Option("--default", help="Every setting with its default, as a file to start from.")
    ] = False,
) -> None:
    """Show the settings in effect as YAML, with where each that is not the default comes from.

    Secrets are masked.
    """
    if default:
        typer.echo(default_file(), nl=False)
        return
    options = global_options(context)
    settings = load_settings(options.config, overrides=options.overrides())
    notes = origins(settings, options, os.environ)
    if "broker" not in settings.model_fields_set and (address := running_local_broker()):
        settings = settings.model_copy(update={"broker": address})
        notes["broker",] = "the running local broker"
    typer.echo("\n".join(_effective(settings, notes)))


def default_file() -> str:
    """The text of configs/dateline.yaml."""
    return _DEFAULT_HEADER + "\n".join(_described(Settings(), ())) + "\n"


def origins(settings: Settings, options: GlobalOptions, environ: Mapping[str, str]) -> dict[Path_, str]:
    """Where each setting that was set comes from: the command line, a variable's name or a file's."""
    by_path = {path: name for name, path in variables().items()}
    file = str(options.config or environ.get(CONFIG_VARIABLE, ""))
    found = {}
    for path in _set_paths(settings):
        if ".".join(path) in options.overrides():
            found[path] = "the command line"
        else:
            found[path] = by_path[path] if by_path[path] in environ else file
    return found


def _set_paths(section: Section, path: Path_ = ()) -> Iterator[Path_]:
    for name in section.model_fields_set:
        value = getattr(section, name)
        if isinstance(value, Section):
            yield from _set_paths(value, (*path, name))
        else:
            yield (*path, name)


def _described(section: Section, path: Path_) -> Iterator[str]:
    """A section's lines with a comment before each setting."""
    indent = "  " * len(path)
    for name, field in type(section).model_fields.items():
        value = getattr(section, name)
        if isinstance(value, Section):
            yield from ("", f"{indent}# {(type(value).__doc__ or '').splitlines()[0]}", f"{indent}{name}:")
            yield from _described(value, (*path, name))
        else:
            yield from (f"{indent}# {field.description}", f"{indent}{name}: {_scalar(value)}")


def _effective(section: Section, notes: Mapping[Path_, str], path: Path_ = ()) -> Iterator[str]:
    """A section's lines, each with where its value comes from unless it is the default."""
    indent = "  " * len(path)
    for name in type(section).model_fields:
        value, here = getattr(section, name), (*path, name)
        if isinstance(value, Section):
            yield f"{indent}{name}:"
            yield from _effective(value, notes, here)
        else:
            note = f"  # from {notes[here]}" if here in notes else ""
            yield f"{indent}{name}: {_scalar(value)}{note}"


def _scalar(value: Any) -> str:
    """A value as YAML on one line; a secret as stars."""
    if isinstance(value, SecretStr | Path):
        value = str(value)
    return (
        yaml.safe_dump(value, default_flow_style=True, width=10_000, allow_unicode=True).removesuffix("...\n").strip()
    )
