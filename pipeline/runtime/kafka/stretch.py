"""A stretch of a partition read again, for a lane that has to count anew what it had counted."""

from collections.abc import AsyncIterator

from aiokafka import ConsumerRecord, TopicPartition

from pipeline.runtime.config.settings import Settings
from pipeline.runtime.kafka.batches import open_consumer
from pipeline.runtime.kafka.connection import client_options

_WAIT_MS = 500
_AT_A_TIME = 500


async def before(
    settings: Settings, partition: TopicPartition, offset: int, most: int
) -> AsyncIterator[ConsumerRecord]:
    """The committed records in the `most` offsets below `offset`, in order; those that retention left.

    Raises:
        aiokafka.errors.KafkaError: the broker refused.
    """
    if most <= 0 or offset <= 0:
        return
    async with open_consumer(
        **client_options(settings),
        enable_auto_commit=False,
        auto_offset_reset="earliest",  # what retention has deleted in between is passed over
        isolation_level="read_committed",
    ) as consumer:
        consumer.assign([partition])
        first = (await consumer.beginning_offsets([partition]))[partition]
        end = min(offset, (await consumer.end_offsets([partition]))[partition])
        consumer.seek(partition, max(first, offset - most))
        while await consumer.position(partition) < end:
            found = await consumer.getmany(partition, timeout_ms=_WAIT_MS, max_records=_AT_A_TIME)
            for record in found.get(partition, []):
                if record.offset < end:
                    yield record
