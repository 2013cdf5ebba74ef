"""The tables of scenarios: `python -m tests.chaos.table FILE` puts the last run into a Markdown file, between marks."""

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

CACHE = "chaos/rows"
Rows = Mapping[str, Mapping[str, Any]]

_HEAD = (
    "| scenario | faults injected | articles | lost | duplicated | recovery | `make {target} ONLY=` |",
    "| --- | --- | ---: | ---: | ---: | --- | --- |",
)
_ON_THREE_BROKERS = "test_cluster.py"
_MUTE_HEAD = (
    "| cause | times | mute without the remedy | mute with it | recovery with it | `make chaos ONLY=` |",
    "| --- | ---: | ---: | ---: | --- | --- |",
)


def lines(rows: Rows) -> list[str]:
    """Every scenario on one broker that loses no worker on purpose."""
    found = [row for row in _sorted(rows) if row["mute"] is None and _ON_THREE_BROKERS not in row["test"]]
    return [*_head("chaos"), *map(_line, found)]


def cluster_lines(rows: Rows) -> list[str]:
    """The scenarios on three brokers. The probes after the last fault is over are no recoveries, and are left out."""
    found = [row for row in _sorted(rows) if _ON_THREE_BROKERS in row["test"]]
    return [*_head("cluster"), *(_line({**row, "recoveries": row["recoveries"][:-1]}) for row in found)]


def mute_lines(rows: Rows) -> list[str]:
    """The causes of muteness, without and with their remedies; a question mark for what did not run."""
    found: dict[str, dict[str, Mapping[str, Any]]] = {}
    for row in _sorted(rows):
        if row["mute"] is not None:
            found.setdefault(row["scenario"], {})[row["test"].partition("[")[2].strip("]")] = row
    return [*_MUTE_HEAD, *(_mute_line(cause, sides) for cause, sides in found.items())]


def _head(target: str) -> list[str]:
    return [line.format(target=target) for line in _HEAD]


def _line(row: Mapping[str, Any]) -> str:
    faults = ", ".join(f"{count} × {what}" for what, count in row["faults"].items()) or "-"
    counts = (f"{row['articles']:,}", row["lost"], row["duplicated"])
    return _cells(row["scenario"], faults, *counts, _times(row["recoveries"]), _only(row))


def _mute_line(cause: str, sides: Mapping[str, Mapping[str, Any]]) -> str:
    off, on, either = sides.get("off"), sides.get("on"), next(iter(sides.values()))
    counts = [str(side["mute"]) if side else "?" for side in (off, on)]
    return _cells(
        cause, sum(either["faults"].values()), *counts, _times(on["recoveries"][:-1]) if on else "?", _only(either)
    )


def _cells(*cells: object) -> str:
    return f"| {' | '.join(str(cell) for cell in cells)} |"


def _only(row: Mapping[str, Any]) -> str:
    return row["test"].rpartition("::")[2].partition("[")[0].removeprefix("test_")  # type: ignore[no-any-return]


def _times(seconds: Iterable[float]) -> str:
    """The shortest and the longest recovery, where there were several."""
    found = sorted(seconds)
    if not found:
        return "-"
    return f"{found[0]:.1f} s" if len(found) == 1 else f"{found[0]:.1f}-{found[-1]:.1f} s"


def _sorted(rows: Rows) -> Sequence[Mapping[str, Any]]:
    return sorted(rows.values(), key=lambda row: row["test"])


def between(text: str, name: str, content: Sequence[str]) -> str:
    """`text` with what stands between the marks `name` and `end of name` replaced."""
    begin, end = f"<!-- {name} -->", f"<!-- end of {name} -->"
    before, _, rest = text.partition(begin)
    _, found, after = rest.partition(end)
    assert found, f"no {begin} … {end}"
    return "\n".join([before + begin, *content, end + after])


def main() -> None:
    """Replace what stands between the marks. Short forms of scenarios are left out."""
    target = Path(sys.argv[1])
    rows = json.loads((Path(".pytest_cache/v") / CACHE).read_text(encoding="utf-8"))
    full = {name: row for name, row in rows.items() if "short" not in name}
    text = target.read_text(encoding="utf-8")
    # Those of what ran: `make chaos` and `make cluster` are two runs, and keep what the other has found.
    for name, found in (("chaos", lines(full)), ("mute", mute_lines(full)), ("cluster", cluster_lines(full))):
        if len(found) > len(_HEAD):
            text = between(text, f"{name} table", found)
    target.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
