"""What each process of a tree keeps in memory, from the kernel's own account.

`rss` counts shared pages in full for each process; `pss` shares them out, so that a sum of it is what the whole takes;
`own` is what no other process shares. In MiB.
"""

from pathlib import Path

import psutil

_KEYS = {"Rss": "rss", "Pss": "pss", "Private_Clean": "own", "Private_Dirty": "own"}


def memory(pid: int) -> list[dict[str, float | str]]:
    """Figures of a process and of all that it started."""
    root = psutil.Process(pid)
    return [_figures(process) for process in (root, *root.children(recursive=True))]


def _figures(process: psutil.Process) -> dict[str, float | str]:
    found: dict[str, float] = {"rss": 0.0, "pss": 0.0, "own": 0.0}
    for line in Path(f"/proc/{process.pid}/smaps_rollup").read_text().splitlines():
        name, _, rest = line.partition(":")
        if name in _KEYS:
            found[_KEYS[name]] += int(rest.split()[0]) / 1024
    return {"command": " ".join(process.cmdline())[:80], **{key: round(value, 1) for key, value in found.items()}}
