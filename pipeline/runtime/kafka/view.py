"""A compacted topic as everybody sees it: read whole at the start, and followed from then on.

It belongs to no group: every worker reads all of it. Only committed records count. A batch that cannot be read is
passed over, with an error in the log: it would stop every worker at every start, and compaction may keep it for ever.
"""

import asyncio
from collections.abc import Callable
from contextlib import AsyncExitStack

from aiokafka import AIOKafkaConsumer, ConsumerRecord, TopicPartition

from pipeline.runtime.config.settings import Settings
from pipeline.runtime.kafka.batches import UnreadableBatchError, open_consumer, read_past
from pipeline.runtime.kafka.connection import client_options
from pipeline.runtime.system.logs import get_logger

Take = Callable[[ConsumerRecord], None]

_WAIT_MS = 500
_AT_A_TIME = 5_000  # records between two turns of the event loop for others


class TopicView:
    """Gives each record of a topic's one partition to `take`, in order. Compacted topics here have one partition."""

    def __init__(self, settings: Settings, topic: str, take: Take) -> None:
        """Prepare; nothing is read before `read`."""
        self._settings = settings
        self._partition = TopicPartition(topic, 0)
        self._take = take
        self._consumer: AIOKafkaConsumer | None = None
        self._open = AsyncExitStack()

    async def read(self) -> int:
        """Read all that is there now; how many records that were.

        Raises:
            aiokafka.errors.KafkaError: the broker refused.
        """
        opening = open_consumer(
            **client_options(self._settings),
            enable_auto_commit=False,
            auto_offset_reset="earliest",
            isolation_level="read_committed",
        )
        self._consumer = consumer = await self._open.enter_async_context(opening)
        consumer.assign([self._partition])
        await consumer.seek_to_beginning(self._partition)
        end = (await consumer.end_offsets([self._partition]))[self._partition]
        read = 0
        while await consumer.position(self._partition) < end:
            read += await self._next(consumer)
        return read

    async def follow(self) -> None:
        """Go on reading, until cancelled."""
        assert self._consumer is not None, "it was not read before"
        while True:
            await self._next(self._consumer)

    async def close(self) -> None:
        """Let go."""
        await self._open.aclose()

    async def _next(self, consumer: AIOKafkaConsumer) -> int:
        found = await read_past(
            consumer, self._partition, timeout_ms=_WAIT_MS, max_records=_AT_A_TIME, tell=self._passed_over
        )
        records = found.get(self._partition, [])
        for record in records:
            self._take(record)
        await asyncio.sleep(0)
        return len(records)

    def _passed_over(self, error: UnreadableBatchError) -> None:
        get_logger("dateline.kafka").error(
            "a batch cannot be read and is passed over: what it says is not known to this worker",
            topic=error.source.topic,
            partition=error.source.partition,
            offset=error.offset,
            why=error.why,
        )
