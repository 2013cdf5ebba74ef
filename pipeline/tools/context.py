"""What every command shares: the settings it runs with, and which broker it talks to.

The one rule for the broker: what the user named wins (`--broker`, then DATELINE_BROKER, then the settings file);
otherwise the user's local broker, if it runs, and a line on standard error says so; otherwise the default address.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import typer

from pipeline.runtime.config.settings import Settings
from pipeline.runtime.config.sources import load_settings


@dataclass(frozen=True, slots=True)
class GlobalOptions:
    """The options before the command's name."""

    config: Path | None = None
    broker: str | None = None

    def overrides(self) -> dict[str, Any]:
        """The options as settings, by dotted path."""
        return {} if self.broker is None else {"broker": self.broker}

    def arguments(self) -> list[str]:
        """The options as a command line, for a process of our own; the broker is left to the caller."""
        return [] if self.config is None else ["--config", str(self.config)]


def global_options(context: typer.Context) -> GlobalOptions:
    """The options that came before the command's name."""
    found = context.find_object(GlobalOptions)
    return found if found is not None else GlobalOptions()


def settings_of(context: typer.Context, overrides: Mapping[str, Any] | None = None) -> Settings:
    """The settings for a command that talks to a broker; `overrides` are dotted paths that win over everything.

    Raises:
        SettingsError: a setting cannot be used.
    """
    options = global_options(context)
    settings = load_settings(options.config, overrides={**options.overrides(), **(overrides or {})})
    if "broker" in settings.model_fields_set:
        return settings
    address = running_local_broker()
    if address is None:
        return settings
    typer.echo(f"Using the local broker at {address}.", err=True)
    return settings.model_copy(update={"broker": address})


def running_local_broker() -> str | None:
    """Where the user's local broker answers, None while it does not run."""
    from pipeline.tools.broker import LocalBroker  # noqa: PLC0415 (not needed when a broker is named)

    local = LocalBroker()
    return local.bootstrap if local.running else None
