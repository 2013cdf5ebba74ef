"""Times as a person types them."""

import re
import time
from datetime import datetime

import typer

_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400}


def moment(text: str) -> int:
    """A time as Unix milliseconds: `2h` is two hours ago, else ISO 8601, in local time unless it says otherwise."""
    ago = re.fullmatch(r"(\d{1,9})([smhd])", text)
    if ago:
        return round((time.time() - int(ago[1]) * _UNITS[ago[2]]) * 1000)
    try:
        return round(datetime.fromisoformat(text).timestamp() * 1000)
    except ValueError:
        raise typer.BadParameter("a time is 30m, 2h or 7d (ago), or like 2025-03-01T12:00") from None


def seconds(text: str) -> float:
    """A stretch of time: `30s`, `15m`, `2h`, `1d`."""
    found = re.fullmatch(r"(\d{1,9})([smhd])", text)
    if found is None or int(found[1]) == 0:
        raise typer.BadParameter("a stretch of time is like 30s, 15m, 2h or 1d")
    return float(int(found[1]) * _UNITS[found[2]])
