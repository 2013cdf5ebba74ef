"""Articles in on one topic, records out on another, and the time and CPU between."""

import asyncio
import json
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

import psutil
from aiokafka import AIOKafkaConsumer

from pipeline.core.flow import Channel
from pipeline.runtime.config.settings import Settings
from tests.support.kafka import consumer, producer

# Rounds of articles after which every process must have answered once.
_WARMINGS = 12


def cpu_seconds(pid: int | None = None) -> float:
    """CPU time that a process and its children have taken so far; this one's without `pid`."""
    root = psutil.Process(pid)
    total = 0.0
    for process in (root, *root.children(recursive=True)):
        times = process.cpu_times()
        total += times.user + times.system
    return total


class Flow:
    """A reader of committed outputs that stands at the end of what it has seen."""

    def __init__(self, settings: Settings, reader: AIOKafkaConsumer, partitions: int = 4) -> None:
        """`reader` reads the enriched topic; articles go to the raw topic's first `partitions`."""
        self._partitions = partitions
        self._source = settings.topics.names[Channel.RAW]
        self._settings = settings
        self._reader = reader

    async def publish(self, values: Sequence[bytes]) -> None:
        """Publish at once, keyed by number so that all partitions get as many."""
        async with producer(self._settings, linger_ms=5) as sender:
            waiting = [
                await sender.send(
                    self._source, value=value, key=str(number).encode(), partition=number % self._partitions
                )
                for number, value in enumerate(values)
            ]
            await asyncio.gather(*waiting)

    async def outputs(self, count: int, timeout: float = 900.0) -> list[tuple[float, bytes]]:
        """The next `count` outputs with the moment each was read. Raises TimeoutError."""
        found: list[tuple[float, bytes]] = []
        deadline = time.perf_counter() + timeout
        while len(found) < count:
            if time.perf_counter() > deadline:
                raise TimeoutError(f"{len(found)} of {count} outputs came in {timeout:.0f} s")
            batches = await self._reader.getmany(timeout_ms=100)
            now = time.time()
            found += [(now, record.value) for batch in batches.values() for record in batch]
        return found

    async def warm(self, values: Sequence[bytes], processes: int) -> None:
        """Send articles until `processes` of them have answered (a record says by whom), then wait for the rest."""
        answered: set[int] = set()
        for _ in range(_WARMINGS):
            await self.publish(values)
            outputs = await self.outputs(len(values))
            answered |= {json.loads(value).get("by", 0) for _, value in outputs}
            if len(answered) >= processes:
                return
            await asyncio.sleep(1.0)
        raise TimeoutError(f"only {len(answered)} of {processes} processes answered")


@asynccontextmanager
async def open_flow(settings: Settings, partitions: int = 4) -> AsyncIterator[Flow]:
    """A flow at the beginning of the settings' topics."""
    async with consumer(settings, settings.topics.names[Channel.ENRICHED]) as reader:
        yield Flow(settings, reader, partitions)
