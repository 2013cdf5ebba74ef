"""`python -m tests.soak.backpressure`: a burst against one worker of bounded memory.

The worker's own process and each of its pool's processes get a hard limit (RLIMIT_DATA), so that running over it would
end them. It passes when the worker was never started again, never fell out of its group, and the ledger is right.
"""

import argparse
import asyncio
import logging
import re
import resource
import sys
import tempfile
import time
from pathlib import Path

import psutil

from pipeline.tools.broker import LocalBroker
from tests.soak import samples
from tests.support.chaos import Member, Row, Scene, chaos_settings

NAME = "one"


async def run(folder: Path, articles: int, worker_mib: int, pool_mib: int) -> list[samples.Sample]:
    """Publish everything at once, then let the worker catch up; what was sampled."""
    broker = LocalBroker(folder / "broker")
    broker.start()
    try:
        settings = chaos_settings(
            broker,
            **{"pool.memory_mib": pool_mib, "pool.processes": 2, "worker.session_timeout": 10, "web.live": True},
        )
        row, found = Row("burst", "burst"), list[samples.Sample]()
        async with Scene(broker, settings, folder, row) as stage:
            stage.start(NAME)
            await stage.ready()
            member = stage.members[NAME]
            limit(member, worker_mib)
            sampling = asyncio.create_task(samples.sample(stage, found))
            rebalances = _rebalances(member)
            seconds = await _burst(stage, articles)
            sampling.cancel()
            print(f"{articles / seconds[0]:,.0f} articles/s published, {articles / seconds[1]:,.0f}/s processed")
            print(f"rebalances {_rebalances(member) - rebalances:.0f}, starts {member.starts()}")
            assert _rebalances(member) == rebalances, "it fell out of its group"
            assert member.starts() == 1, "it had to be started again"
            await stage.finish(within=600)
        print(f"{row.articles:,} articles, {row.lost} lost, {row.duplicated} duplicated")
        return found
    finally:
        broker.stop()


async def _burst(stage: Scene, articles: int) -> tuple[float, float]:
    """Seconds until all were published, and until all had come out."""
    began = time.monotonic()
    await stage.newswire.burst(articles)
    await stage.newswire.drained(within=600)
    published = time.monotonic() - began
    print(f"published after {published:.0f} s, {len(stage.reader.seen):,} out by then", flush=True)
    await stage.reader.wait_for(sorted(stage.newswire.acknowledged), timeout=3600)
    return published, time.monotonic() - began


def limit(member: Member, mib: int) -> None:
    """A hard limit on the data of the worker's own process; its pool's processes have `pool.memory_mib`."""
    worker = member.worker()
    assert worker is not None
    psutil.Process(worker.pid).rlimit(resource.RLIMIT_DATA, (mib * samples.MIB, mib * samples.MIB))


def _rebalances(member: Member) -> float:
    found = re.search(r"^dateline_rebalances_total ([\d.]+)", member.get("/metrics")[1], re.MULTILINE)
    return float(found[1]) if found else float("nan")


def main() -> int:
    """Run and print the figures."""
    parser = argparse.ArgumentParser(prog="python -m tests.soak.backpressure", description=__doc__)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--worker-mib", type=int, default=400, help="limit of the worker's own process")
    parser.add_argument("--pool-mib", type=int, default=600, help="limit of each pool process")
    parser.add_argument("--out", type=Path, default=Path("soak"), help="a folder for burst.csv and burst.png")
    options = parser.parse_args()
    logging.getLogger("aiokafka").setLevel(logging.CRITICAL)
    with tempfile.TemporaryDirectory(prefix="dateline-burst-") as folder:
        found = asyncio.run(run(Path(folder), options.articles, options.worker_mib, options.pool_mib))
    options.out.mkdir(parents=True, exist_ok=True)
    samples.write_csv(found, options.out / "burst.csv")
    try:
        samples.draw(found, f"a burst of {options.articles:,} articles", options.out / "burst.png")
    except ImportError:
        print("no picture: matplotlib is not installed")
    print(f"largest: worker {max(one.worker_mib for one in found):.0f} of {options.worker_mib} MiB")
    print(f"largest: pool {max(one.pool_mib for one in found):.0f} MiB in all, 2 processes of {options.pool_mib} MiB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
