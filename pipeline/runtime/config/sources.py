"""Where settings come from: a YAML file and the environment, laid over the defaults."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from pipeline.runtime.config.settings import Section, Settings

PREFIX = "DATELINE_"
CONFIG_VARIABLE = "DATELINE_CONFIG"
# Variables under the prefix that are not settings.
RESERVED = frozenset({CONFIG_VARIABLE, "DATELINE_HOME", "DATELINE_TEST_BROKER"})

Path_ = tuple[str, ...]

# Settings whose value is not a single one; in the environment they are written as YAML.
_COMPOUND = {"models": "a YAML mapping such as {fr: fr_core_news_sm}", "sources": "a YAML list such as [Reuters, AFP]"}
# `dateline config` itself reads the settings that are wrong here.
_ALL = "`dateline config --default` lists all settings."


class SettingsError(Exception):
    """A setting that cannot be used; the message says which, where it stands and why."""


def load_settings(
    file: Path | None = None, *, environ: Mapping[str, str] | None = None, overrides: Mapping[str, Any] | None = None
) -> Settings:
    """Read the settings from `file` (or the one DATELINE_CONFIG names), the environment and `overrides`.

    `overrides` are dotted paths with values, such as {"pool.processes": 2}; they win over everything.

    Raises:
        SettingsError: a file that cannot be read, an unknown key, or a value that does not fit.
    """
    environ = os.environ if environ is None else environ
    if file is None and environ.get(CONFIG_VARIABLE):
        file = Path(environ[CONFIG_VARIABLE])
    values: dict[str, Any] = {}
    origins: dict[Path_, str] = {}
    if file is not None:
        _lay(values, origins, _flatten(_read(file)), str(file))
    for name, path, value in _from_environment(environ):
        _lay(values, origins, [(path, value)], name)
    for dotted, value in (overrides or {}).items():
        _lay(values, origins, [(tuple(dotted.split(".")), value)], "the command line")
    try:
        return Settings.model_validate(values)
    except ValidationError as error:
        raise SettingsError(_explain(error.errors(include_url=False), origins)) from None


def variables(section: type[BaseModel] = Settings, path: Path_ = ()) -> dict[str, Path_]:
    """Every setting's environment variable, with the setting's path."""
    found: dict[str, Path_] = {}
    for name, info in section.model_fields.items():
        here = (*path, name)
        if isinstance(info.annotation, type) and issubclass(info.annotation, Section):
            found.update(variables(info.annotation, here))
        else:
            found[PREFIX + "_".join(here).upper()] = here
    return found


def _read(file: Path) -> dict[str, Any]:
    try:
        content = yaml.safe_load(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise SettingsError(f"cannot read the settings file {file}: {error.strerror}") from None
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise SettingsError(f"{file} is not valid YAML: {error}") from None
    if content is None:
        return {}
    if not isinstance(content, dict):
        raise SettingsError(f"{file} must hold settings by name, not a {type(content).__name__}")
    return content


def _flatten(content: Mapping[str, Any], path: Path_ = ()) -> Iterator[tuple[Path_, Any]]:
    """Every value of a nested mapping with its path; a mapping that is itself a value stays whole."""
    mappings = {path for name, path in variables().items() if path[-1] in _COMPOUND}
    for key, value in content.items():
        here = (*path, str(key))
        if isinstance(value, dict) and here not in mappings:
            yield from _flatten(value, here)
        elif not (value is None and len(here) == 1):
            yield here, value


def _from_environment(environ: Mapping[str, str]) -> Iterator[tuple[str, Path_, Any]]:
    known = variables()
    for name in sorted(environ):
        if not name.startswith(PREFIX) or name in RESERVED:
            continue
        if name not in known:
            raise SettingsError(f"unknown setting in the environment: {name}. {_ALL}")
        path, text = known[name], environ[name]
        try:
            yield name, path, yaml.safe_load(text) if path[-1] in _COMPOUND else text
        except yaml.YAMLError:
            raise SettingsError(f"{name} must be {_COMPOUND[path[-1]]}") from None


def _lay(values: dict[str, Any], origins: dict[Path_, str], pairs: Any, origin: str) -> None:
    for path, value in pairs:
        target = values
        for key in path[:-1]:
            target = target.setdefault(key, {})
            if not isinstance(target, dict):
                raise SettingsError(f"{'.'.join(path)} in {origin}: {key} is not a section")
        target[path[-1]] = value
        origins[path] = origin


def _explain(errors: list[ErrorDetails], origins: Mapping[Path_, str]) -> str:
    lines = []
    for error in errors:
        path = tuple(str(part) for part in error["loc"])
        origin = next((origins[path[:n]] for n in range(len(path), 0, -1) if path[:n] in origins), None)
        where = f" in {origin}" if origin else ""
        name = ".".join(path) or "settings"
        if error["type"] == "extra_forbidden":
            lines.append(f"unknown setting{where}: {name}. {_ALL}")
        else:
            # A wrong value is not repeated: it may be a secret.
            lines.append(f"{name}{where}: {_expected(error)}")
    return "\n".join(lines)


def _expected(error: ErrorDetails) -> str:
    """What is wrong with a value, in words that are not pydantic's."""
    if error["type"] in {"model_type", "model_attributes_type"}:
        return "must be a section, with its settings indented below it"
    if error["type"] in {"dict_type", "tuple_type"}:
        return f"must be {_COMPOUND[str(error['loc'][-1])]}"
    return error["msg"].removeprefix("Value error, ")
