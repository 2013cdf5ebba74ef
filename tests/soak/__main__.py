"""`python -m tests.soak --minutes 30 --seed 7`: mixed articles, random faults, and a ledger at the end."""

import argparse
import asyncio
import logging
import random
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from pipeline.tools.broker import LocalBroker
from tests.soak import articles, faults, samples
from tests.support.chaos import Row, Scene, chaos_settings

WARM_UP = 180.0  # seconds: caches fill, allocators settle


async def soak(folder: Path, minutes: float, seed: int, rate: float, every: float) -> list[samples.Sample]:
    """The run; what was sampled. Raises AssertionError when the ledger is wrong or somebody stays silent."""
    dice, found = random.Random(seed), list[samples.Sample]()
    broker = LocalBroker(folder / "broker")
    broker.start()
    row = Row("soak", "soak")
    try:
        settings = chaos_settings(broker, **{"worker.transaction_timeout": 60, "worker.request_timeout": 30})
        async with Scene(broker, settings, folder, row) as stage:
            stage.start(faults.WATCHED, faults.VICTIM)
            await stage.ready()
            tasks = [
                asyncio.create_task(samples.sample(stage, found)),
                asyncio.create_task(faults.faults(stage, random.Random(seed), every)),
                asyncio.create_task(_publish(stage, dice, rate)),
            ]
            await asyncio.wait(tasks, timeout=minutes * 60, return_when=asyncio.FIRST_COMPLETED)
            await _stop(tasks)
            broker.start()
            broker.thaw()
            await stage.finish(within=600)
    finally:
        broker.stop()
    print(f"{row.articles:,} articles, {sum(row.faults.values())} faults, {row.lost} lost, {row.duplicated} duplicated")
    for what, count in sorted(row.faults.items()):
        print(f"  {count} x {what}")
    return found


async def _publish(stage: Scene, dice: random.Random, rate: float) -> None:
    number = 0
    while True:
        if len(stage.newswire.acknowledged) - len(stage.reader.seen) < 1000:
            await stage.newswire.send(*articles.draw(dice, number))
            number += 1
        await asyncio.sleep(dice.expovariate(rate))


async def _stop(tasks: Sequence["asyncio.Task[None]"]) -> None:
    """Cancel what runs, and raise what had failed."""
    failed = [task for task in tasks if task.done()]
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    for task in failed:
        task.result()


def main() -> int:
    """Run, print the figures, write the table and the picture; 1 when memory or descriptors grew."""
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description=__doc__)
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--seed", type=int, default=None, help="printed, so that a run can be had again")
    parser.add_argument("--rate", type=float, default=30, help="articles a second, on average")
    parser.add_argument("--fault-every", type=float, default=30, help="seconds between faults, on average")
    parser.add_argument("--out", type=Path, default=Path("soak"), help="a folder for samples.csv and soak.png")
    options = parser.parse_args()
    seed = options.seed if options.seed is not None else random.SystemRandom().randrange(10**6)
    print(f"seed {seed}, {options.minutes:g} minutes, {options.rate:g} articles/s", flush=True)
    logging.getLogger("aiokafka").setLevel(logging.CRITICAL)  # of the harness's own clients, through every outage
    folder = Path(tempfile.mkdtemp(prefix="dateline-soak-"))
    try:
        found = asyncio.run(soak(folder, options.minutes, seed, options.rate, options.fault_every))
    except BaseException:
        print(f"logs and the broker's data are kept in {folder}", flush=True)
        raise
    shutil.rmtree(folder)
    options.out.mkdir(parents=True, exist_ok=True)
    samples.write_csv(found, options.out / "samples.csv")
    try:
        samples.draw(found, f"{options.minutes:g} minutes, seed {seed}", options.out / "soak.png")
    except ImportError:
        print("no picture: matplotlib is not installed")
    result = samples.trend(found, faults.WATCHED, WARM_UP)
    if result is None:
        print(f"too short to tell whether memory is flat: {WARM_UP:.0f} s are warm-up")
        return 0
    print(f"{result}: {'flat' if result.flat else 'GROWING'}")
    return 0 if result.flat else 1


if __name__ == "__main__":
    sys.exit(main())
