"""How much memory processes take and how much they may: for the metrics."""

import contextlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import psutil

_CGROUPS = Path("/sys/fs/cgroup")


@dataclass(frozen=True, slots=True)
class Footprint:
    """Memory of several processes together, in bytes.

    `resident` counts a page for each process that shares it; `proportional` counts it once.
    """

    resident: int
    proportional: int


def footprint(processes: Iterable[psutil.Process]) -> Footprint:
    """What `processes` take together. Those that have ended meanwhile count for nothing."""
    resident = proportional = 0
    for process in processes:
        with contextlib.suppress(psutil.Error):
            full = process.memory_full_info()
            resident += full.rss
            # Only Linux tells what is shared.
            proportional += getattr(full, "pss", full.rss)
    return Footprint(resident, proportional)


def memory_limit(cgroups: Path = _CGROUPS, own: Path = Path("/proc/self/cgroup")) -> int:
    """Bytes this process may use: the smallest limit of its control groups, else the machine's memory."""
    machine = int(psutil.virtual_memory().total)
    limits = [limit for folder in _groups(cgroups, own) if (limit := _limit(folder)) is not None]
    return min([machine, *limits])


def _groups(cgroups: Path, own: Path) -> list[Path]:
    """The folders of this process's control group and all above it; in a container its own is the root."""
    try:
        lines = own.read_text().splitlines()
    except OSError:
        return []
    folders = []
    for line in lines:
        number, controllers, path = line.split(":", 2)
        if number == "0":
            root = cgroups
        elif "memory" in controllers.split(","):
            root = cgroups / "memory"
        else:
            continue
        here = root / path.strip("/")
        folders += [folder for folder in (here, *here.parents) if folder == root or root in folder.parents]
    return folders


def _limit(folder: Path) -> int | None:
    """The memory limit set for a control group (version 2, then 1); None where none is."""
    for name in ("memory.max", "memory.limit_in_bytes"):
        with contextlib.suppress(OSError, ValueError):
            return int((folder / name).read_text())
    return None
