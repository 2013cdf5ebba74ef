"""Gets back messages from where they lay, when their dead letters could not carry them whole."""

import asyncio

from aiokafka import AIOKafkaConsumer, ConsumerRecord, TopicPartition
from aiokafka.errors import OffsetOutOfRangeError

from pipeline.runtime.kafka.batches import UnreadableBatchError
from pipeline.tools.dead.letters import Source

_WAIT = 10.0


class Originals:
    """Reads single messages; the consumer is the caller's, with no partitions of its own."""

    def __init__(self, consumer: AIOKafkaConsumer, partitions: dict[str, int]) -> None:
        """`partitions` are the cluster's topics with their numbers of partitions."""
        self._consumer = consumer
        self._partitions = partitions

    async def fetch(self, source: Source, size: int | None = None) -> ConsumerRecord | None:
        """The message that lay at `source`; None when it is gone, or when one of another `size` lies there."""
        if source.partition >= self._partitions.get(source.topic, 0):
            return None
        partition = TopicPartition(source.topic, source.partition)
        self._consumer.assign([partition])
        beginnings, ends = (
            await self._consumer.beginning_offsets([partition]),
            await self._consumer.end_offsets([partition]),
        )
        if not beginnings[partition] <= source.offset < ends[partition]:
            return None
        self._consumer.seek(partition, source.offset)
        record = await self._next(partition)
        if record is None or record.offset != source.offset or size not in (None, len(record.value or b"")):
            return None
        return record

    async def _next(self, partition: TopicPartition) -> ConsumerRecord | None:
        try:
            async with asyncio.timeout(_WAIT):
                return await self._consumer.getone(partition)
        except (TimeoutError, OffsetOutOfRangeError, UnreadableBatchError):
            return None
