"""Memory and file descriptors of workers over time, whether they stay flat, and a picture of it."""

import asyncio
import contextlib
import csv
import statistics
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import astuple, dataclass, fields
from pathlib import Path

import psutil

from pipeline.runtime.system.memory import footprint
from tests.support.chaos import Member, Scene

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Sample:
    """One look at a worker: seconds since the start, its process id, memory in MiB, and articles that came out."""

    second: float
    name: str
    pid: int
    worker_mib: float
    pool_mib: float
    descriptors: int
    articles: int


@dataclass(frozen=True, slots=True)
class Trend:
    """The longest-lived process after its warm-up: medians of the first and last quarter."""

    name: str
    minutes: float
    worker_mib: tuple[float, float]
    pool_mib: tuple[float, float]
    descriptors: tuple[float, float]

    @property
    def flat(self) -> bool:
        """Memory grew by less than a tenth (or 16 MiB), descriptors by less than 8."""
        grown = [last - first > max(0.1 * first, 16) for first, last in (self.worker_mib, self.pool_mib)]
        return not any(grown) and self.descriptors[1] - self.descriptors[0] < 8

    def __str__(self) -> str:
        return (
            f"{self.name}, {self.minutes:.0f} minutes after warm-up: worker "
            f"{self.worker_mib[0]:.0f} -> {self.worker_mib[1]:.0f} MiB, pool {self.pool_mib[0]:.0f} -> "
            f"{self.pool_mib[1]:.0f} MiB, descriptors {self.descriptors[0]:.0f} -> {self.descriptors[1]:.0f}"
        )


async def sample(stage: Scene, into: list[Sample], every: float = 2.0) -> None:
    """Look at every worker until cancelled."""
    began = time.monotonic()
    while True:
        for member in list(stage.members.values()):
            if (found := _look(member, time.monotonic() - began, len(stage.reader.seen))) is not None:
                into.append(found)
        await asyncio.sleep(every)


def _look(member: Member, second: float, articles: int) -> Sample | None:
    with contextlib.suppress(psutil.Error):
        worker = member.worker()
        if worker is not None and worker.status() != psutil.STATUS_STOPPED:
            own, pool = footprint([worker]), footprint(worker.children(recursive=True))
            sizes = own.proportional / MIB, pool.proportional / MIB
            return Sample(round(second, 1), member.name, worker.pid, *sizes, worker.num_fds(), articles)
    return None


def trend(samples: Sequence[Sample], name: str, warm_up: float) -> Trend | None:
    """How the longest-lived process of that worker went, from `warm_up` seconds after its start; None if too short."""
    lives: dict[int, list[Sample]] = defaultdict(list)
    for one in samples:
        if one.name == name:
            lives[one.pid].append(one)
    longest = max(lives.values(), key=lambda life: life[-1].second - life[0].second, default=[])
    warm = [one for one in longest if one.second - longest[0].second >= warm_up]
    if len(warm) < 8:
        return None
    first, last = warm[: len(warm) // 4], warm[-(len(warm) // 4) :]

    def medians(field: str) -> tuple[float, float]:
        return statistics.median(getattr(one, field) for one in first), statistics.median(
            getattr(one, field) for one in last
        )

    minutes = (warm[-1].second - warm[0].second) / 60
    return Trend(name, minutes, medians("worker_mib"), medians("pool_mib"), medians("descriptors"))


def write_csv(samples: Sequence[Sample], file: Path) -> None:
    """All samples as a table."""
    with file.open("w", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow([field.name for field in fields(Sample)])
        writer.writerows(astuple(one) for one in samples)


def draw(samples: Sequence[Sample], title: str, file: Path) -> None:
    """Memory, descriptors and articles over the minutes."""
    import matplotlib as mpl

    mpl.use("agg")
    from matplotlib import pyplot as plt

    figure, axes = plt.subplots(3, 1, sharex=True, figsize=(9, 7), layout="constrained")
    figure.suptitle(title)
    for name in sorted({one.name for one in samples}):
        own = [one for one in samples if one.name == name]
        minutes = [one.second / 60 for one in own]
        axes[0].plot(minutes, [one.worker_mib for one in own], ".", markersize=2, label=f"{name}: worker")
        axes[0].plot(minutes, [one.pool_mib for one in own], ".", markersize=2, label=f"{name}: pool")
        axes[1].plot(minutes, [one.descriptors for one in own], ".", markersize=2, label=name)
    axes[2].plot([one.second / 60 for one in samples], [one.articles for one in samples], label="articles out")
    for axis, label in zip(axes, ("MiB (shared pages once)", "file descriptors", "articles"), strict=True):
        axis.set_ylabel(label)
        axis.set_ylim(bottom=0)
        axis.legend(loc="lower right", fontsize="small")
        axis.grid(alpha=0.3)
    axes[2].set_xlabel("minutes")
    figure.savefig(file)
