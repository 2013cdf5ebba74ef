"""What many partitions cost: connections, file descriptors and articles a second, few and many in turns.

    python -m benchmarks.partitions --partitions 6,60 --rounds 2

Each turn is one worker with all stages, on topics of its own at one broker. The same articles are published at once,
the same number to each partition; an article counts when a `read_committed` reader has it. Connections and descriptors
are those of the worker's process, without its pool: the most that were seen while it started, and while it worked.
"""

import argparse
import asyncio
import json
import statistics
import sys
import tempfile
import threading
import time
from collections import defaultdict
from pathlib import Path
from types import TracebackType

import psutil

from benchmarks.articles import articles
from benchmarks.flow import cpu_seconds, open_flow
from benchmarks.systems import dateline
from pipeline.tools.broker import LocalBroker
from tests.support.kafka import make_topics, unique_settings

_WARM = 240
_EVERY = 1.0  # seconds between looks, each of which reads every socket of the machine


class Watched:
    """The most connections and descriptors that a process had, as long as it is watched."""

    def __init__(self, pid: int) -> None:
        """Nothing is seen before it is entered."""
        self._process = psutil.Process(pid)
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self.connections = self.descriptors = 0

    def _watch(self) -> None:
        while not self._ended.wait(_EVERY):
            found = self._process.net_connections("tcp")
            established = sum(one.status == psutil.CONN_ESTABLISHED for one in found)
            self.connections = max(self.connections, established)
            self.descriptors = max(self.descriptors, self._process.num_fds())

    def __enter__(self) -> "Watched":
        self._thread.start()
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._ended.set()
        self._thread.join()


async def turn(broker: LocalBroker, folder: Path, partitions: int, given: argparse.Namespace) -> dict[str, float]:
    """One worker on so many partitions a topic."""
    overrides = {"topics.partitions": partitions, "extract.model": given.model, **dict(given.set)}
    settings = unique_settings(broker.bootstrap or "", **overrides)
    await make_topics(settings)
    values = list(articles(given.count))
    with dateline(settings, folder) as (pid,):
        async with open_flow(settings, partitions) as flow:
            with Watched(pid) as starting:
                await flow.warm(values[:_WARM], processes=1)
            worker, worker_alone = cpu_seconds(pid), sum(psutil.Process(pid).cpu_times()[:2])
            at_broker, began = cpu_seconds(broker.pid), time.perf_counter()
            with Watched(pid) as working:
                await flow.publish(values)
                outputs = await flow.outputs(given.count)
            seconds = time.perf_counter() - began
            ids = {json.loads(value)["id"] for _, value in outputs}
            assert len(ids) == given.count, f"{given.count - len(ids)} articles came twice"
            each = 1000 / given.count
            return {
                "articles/s": given.count / seconds,
                "worker CPU ms": (cpu_seconds(pid) - worker) * each,
                "without pool": (sum(psutil.Process(pid).cpu_times()[:2]) - worker_alone) * each,
                "broker CPU ms": (cpu_seconds(broker.pid) - at_broker) * each,
                "connections": working.connections,
                "at start": starting.connections,
                "descriptors": max(starting.descriptors, working.descriptors),
            }


def show(found: dict[int, list[dict[str, float]]]) -> None:
    """The table of docs/performance.md, and the ratio of the last number of partitions to the first."""
    names = list(next(iter(found.values()))[0])
    print(f"\n| partitions a topic | {' | '.join(names)} |\n| --- | {' | '.join('---' for _ in names)} |")
    for partitions, turns in found.items():
        cells = [f"{statistics.median(one[name] for one in turns):.1f}" for name in names]
        print(f"| {partitions} | {' | '.join(cells)} |")
    first, *_, last = found
    ratios = [many["articles/s"] / few["articles/s"] for few, many in zip(found[first], found[last], strict=True)]
    shown = ", ".join(f"{ratio:.2f}" for ratio in ratios)
    print(f"\narticles/s at {last} partitions, of those at {first}: {statistics.median(ratios):.2f} ({shown})")


def main() -> int:
    """Run it; the exit code."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--partitions", default="6,60", help="a topic, in turns")
    options.add_argument("--rounds", type=int, default=2)
    options.add_argument("--count", type=int, default=6000)
    options.add_argument("--model", default="md")
    options.add_argument("--set", action="append", default=[], type=lambda given: given.split("=", 1), metavar="NAME=V")
    given = options.parse_args()
    found: defaultdict[int, list[dict[str, float]]] = defaultdict(list)
    with tempfile.TemporaryDirectory(prefix="dateline-partitions-") as folder:
        broker = LocalBroker(Path(folder) / "broker")
        broker.start()
        try:
            for _ in range(given.rounds):
                for partitions in map(int, given.partitions.split(",")):
                    found[partitions].append(asyncio.run(turn(broker, Path(folder), partitions, given)))
                    shown = ", ".join(f"{name} {value:.1f}" for name, value in found[partitions][-1].items())
                    print(f"{partitions} partitions: {shown}", flush=True)
        finally:
            broker.stop()
    show(found)
    return 0


if __name__ == "__main__":
    sys.exit(main())
