"""The table of scenarios: `python -m tests.chaos.table FILE` puts the last run into a Markdown file, between marks."""

import json
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

CACHE = "chaos/rows"
_BEGIN, _END = "<!-- chaos table -->", "<!-- end of chaos table -->"
_HEAD = (
    "| scenario | faults injected | articles | lost | duplicated | recovery | command |",
    "| --- | --- | ---: | ---: | ---: | --- | --- |",
)


def lines(rows: Mapping[str, Mapping[str, Any]]) -> list[str]:
    """The table in Markdown."""
    return [*_HEAD, *(_line(row) for row in sorted(rows.values(), key=lambda row: row["test"]))]


def _line(row: Mapping[str, Any]) -> str:
    faults = ", ".join(f"{count} × {what}" for what, count in row["faults"].items()) or "-"
    name = row["test"].rpartition("::")[2]
    cells = [
        row["scenario"] + (f" ({row['notes']})" if row["notes"] else ""),
        faults,
        f"{row['articles']:,}",
        row["lost"],
        row["duplicated"],
        _times(row["recoveries"]),
        f"`make chaos ONLY={name.partition('[')[0].removeprefix('test_')}`",
    ]
    return f"| {' | '.join(str(cell) for cell in cells)} |"


def _times(seconds: Iterable[float]) -> str:
    """The longest recovery, and the shortest where there were several."""
    found = sorted(seconds)
    if not found:
        return "-"
    return f"{found[0]:.1f} s" if len(found) == 1 else f"{found[0]:.1f}-{found[-1]:.1f} s"


def main() -> None:
    """Replace what stands between the marks."""
    target = Path(sys.argv[1])
    cache = Path(".pytest_cache/v") / CACHE
    text = target.read_text(encoding="utf-8")
    before, _, rest = text.partition(_BEGIN)
    _, _, after = rest.partition(_END)
    rows = json.loads(cache.read_text(encoding="utf-8"))
    full = {name: row for name, row in rows.items() if "[short" not in name}
    target.write_text("\n".join([before + _BEGIN, *lines(full), _END + after]), encoding="utf-8")


if __name__ == "__main__":
    main()
