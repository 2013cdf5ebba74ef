"""The per-user folder where Dateline keeps what it must remember: the local broker's jars and data."""

import os
from collections.abc import Mapping
from pathlib import Path

HOME_VARIABLE = "DATELINE_HOME"


def home(environ: Mapping[str, str] | None = None) -> Path:
    """DATELINE_HOME, else `dateline` in the XDG data folder (https://specifications.freedesktop.org/basedir-spec)."""
    environ = os.environ if environ is None else environ
    if environ.get(HOME_VARIABLE):
        return Path(environ[HOME_VARIABLE]).expanduser().absolute()
    data = environ.get("XDG_DATA_HOME", "")
    # The specification says that a relative path is to be ignored.
    base = Path(data) if Path(data).is_absolute() else Path.home() / ".local" / "share"
    return base / "dateline"
