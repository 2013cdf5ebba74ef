"""Moves the group's committed offset of a partition by hand, also while workers run."""

from collections.abc import Mapping

from aiokafka import AIOKafkaProducer, TopicPartition

from pipeline.runtime.config.settings import Settings
from pipeline.runtime.kafka.connection import client_options, milliseconds
from pipeline.runtime.kafka.silence import mind_silence
from pipeline.runtime.lanes.transaction import let_go, transactional_id


async def move(settings: Settings, offsets: Mapping[TopicPartition, int]) -> None:
    """Commit other offsets, one partition after the other.

    Each goes under the transactional id of the partition's lane. That shuts the lane out: if it is at work, its next
    commit fails, its worker begins anew, and what it had begun is processed from the new offset. An idle or halted lane
    sees the new offset within seconds (`moved.py`). No note goes with it, so that a halt that was noted there ends.

    Raises:
        aiokafka.errors.KafkaError: the broker refused; partitions before that one are moved.
    """
    for source, offset in offsets.items():
        producer = AIOKafkaProducer(
            transactional_id=transactional_id(settings, source),
            retry_backoff_ms=milliseconds(settings.worker.retry_backoff),
            **client_options(settings),
        )
        mind_silence(producer.client)
        try:
            await producer.start()
            async with producer.transaction():
                await producer.send_offsets_to_transaction({source: offset}, settings.group)
        finally:
            await let_go(producer)
