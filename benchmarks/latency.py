"""How long an article takes from its publication to a `read_committed` reader, at half of what a worker can do.

    python -m benchmarks.latency --rate 40 --seconds 60

Publishes at a steady rate and prints the median and the 99th percentile. The moment of publication is when the record
was handed to the producer; the reader's own fetch is part of the time.
"""

import argparse
import asyncio
import json
import statistics
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.articles import articles
from benchmarks.flow import open_flow
from benchmarks.systems import dateline
from pipeline.core.flow import Channel
from pipeline.tools.broker import LocalBroker
from tests.support.kafka import make_topics, producer, unique_settings


async def latencies(broker: LocalBroker, folder: Path, rate: float, seconds: float) -> list[float]:
    """Seconds from publication to reading, one for each article."""
    settings = unique_settings(broker.bootstrap or "", **{"topics.partitions": 4, "extract.model": "md"})
    await make_topics(settings)
    values = list(articles(int(rate * seconds)))
    published: dict[str, float] = {}

    async def publish() -> None:
        began = time.perf_counter()
        async with producer(settings, linger_ms=0) as sender:
            for number, value in enumerate(values):
                await asyncio.sleep(max(0.0, began + number / rate - time.perf_counter()))
                published[f"bench-{number}"] = time.time()
                await sender.send(settings.topics.names[Channel.RAW], value=value, partition=number % 4)

    with dateline(settings, folder):
        async with open_flow(settings) as flow:
            await flow.warm(values[:64], processes=1)
            _, outputs = await asyncio.gather(publish(), flow.outputs(len(values)))
    return sorted(seen - published[json.loads(value)["id"]] for seen, value in outputs)


def main() -> int:
    """Run it; the exit code."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--rate", type=float, required=True, help="articles/s: half of what bench.py gave")
    options.add_argument("--seconds", type=float, default=60)
    given = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="dateline-bench-") as folder:
        broker = LocalBroker(Path(folder) / "broker")
        broker.start()
        try:
            found = asyncio.run(latencies(broker, Path(folder), given.rate, given.seconds))
        finally:
            broker.stop()
    cut = statistics.quantiles(found, n=100)
    print(f"{len(found):,} articles at {given.rate:g}/s: p50 {1000 * cut[49]:.0f} ms, p99 {1000 * cut[98]:.0f} ms")
    return 0


if __name__ == "__main__":
    sys.exit(main())
