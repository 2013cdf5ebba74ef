"""What learning from the stream costs: CPU time of a whole worker with it on and off, in one run.

    python benchmarks/learning_cost.py [--articles 2000] [--rounds 3] [--data FOLDER]

Starts a broker of its own. Wall time says nothing on a shared machine; CPU time and its ratio do. With `--data` (laid
out as ../shared/eval) the articles are those of a real feed, else they are generated, with a banner each.
"""

import argparse
import asyncio
import gzip
import json
import statistics
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.articles import articles
from benchmarks.flow import Flow, cpu_seconds
from pipeline.core.flow import Channel
from pipeline.tools.broker import LocalBroker
from tests.support.kafka import consumer, make_topics, unique_settings
from tests.support.worker import running_worker

_SOURCES = 40
_WARM = 200


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--data", type=Path)
    arguments = parser.parse_args()
    values = real(arguments.data, arguments.articles + _WARM) if arguments.data else made(arguments.articles + _WARM)
    with tempfile.TemporaryDirectory() as folder:
        broker = LocalBroker(Path(folder) / "broker")
        broker.start()
        try:
            taken: dict[bool, list[float]] = {False: [], True: []}
            for _ in range(arguments.rounds):
                for learn in (False, True):
                    seconds = asyncio.run(measure(broker.bootstrap or "", Path(folder), values, learn=learn))
                    taken[learn].append(seconds / arguments.articles * 1e3)
                    print(f"learn {'on ' if learn else 'off'}: {taken[learn][-1]:.2f} ms of CPU an article", flush=True)
            off, on = (statistics.median(taken[learn]) for learn in (False, True))
            print(f"median off {off:.2f}, on {on:.2f}: {on / off - 1:+.1%}")
        finally:
            broker.stop()


async def measure(broker: str, folder: Path, values: list[bytes], *, learn: bool) -> float:
    """CPU seconds of a worker and its pool for all but the first articles."""
    settings = unique_settings(broker, **{"topics.partitions": 4, "web.port": 0, "learn.enabled": learn})
    await make_topics(settings)
    with running_worker(settings, folder, f"worker-{settings.group}") as worker:
        async with consumer(settings, settings.topics[Channel.ENRICHED]) as reader:
            flow = Flow(settings, reader)
            await flow.publish(values[:_WARM])
            await flow.outputs(_WARM)
            before = cpu_seconds(worker.process.pid)
            await flow.publish(values[_WARM:])
            await flow.outputs(len(values) - _WARM)
            await asyncio.sleep(3)  # the last sightings are counted
            after = cpu_seconds(worker.process.pid)
        worker.stop()
    return after - before


def made(count: int) -> list[bytes]:
    """Generated articles of some sources, each with the line that its source has in every one."""
    found = []
    for number, value in enumerate(articles(count)):
        article = json.loads(value)
        source = f"Paper {number % _SOURCES}"
        head, _, tail = article["text"].partition("\n\n")
        banner = f"{source}: the letter that brings you the news every morning"
        found.append(json.dumps(article | {"source": source, "text": f"{head}\n\n{banner}\n\n{tail}"}).encode())
    return found


def real(data: Path, count: int) -> list[bytes]:
    """Articles of a real feed, all sources mixed."""
    with gzip.open(data / "rolling/dev-abp.articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        every = [line.encode() for line in lines]
    step = max(1, len(every) // count)
    return every[::step][:count]


if __name__ == "__main__":
    main()
