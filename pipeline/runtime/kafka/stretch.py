"""Stretches of partitions read again: what a lane has to count anew, or the last that came of it."""

from collections.abc import AsyncIterator, Collection, Mapping
from contextlib import AbstractAsyncContextManager

from aiokafka import AIOKafkaConsumer, ConsumerRecord, TopicPartition
from aiokafka.consumer.fetcher import READ_UNCOMMITTED

from pipeline.runtime.config.settings import Settings
from pipeline.runtime.kafka.batches import UnreadableBatchError, open_consumer, read_past
from pipeline.runtime.kafka.connection import client_options
from pipeline.runtime.system.logs import get_logger

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
    async with reader(settings) as consumer:
        consumer.assign([partition])
        end = min(offset, (await consumer.end_offsets([partition]))[partition])
        async for record in between(consumer, {partition: (offset - most, end)}):
            yield record


async def between(
    consumer: AIOKafkaConsumer, bounds: Mapping[TopicPartition, tuple[int, int]]
) -> AsyncIterator[ConsumerRecord]:
    """The committed records of assigned partitions, of each in order, from its first bound to before its last.

    Where a transaction is open before that, it waits for it. A batch that cannot be read is left out, and said so.
    """
    firsts = await consumer.beginning_offsets(list(bounds))
    for partition, (start, _) in bounds.items():
        consumer.seek(partition, max(firsts[partition], start))
    waiting = set(bounds)
    while waiting := {one for one in waiting if await consumer.position(one) < bounds[one][1]}:
        found = await read_past(consumer, *waiting, timeout_ms=_WAIT_MS, max_records=_AT_A_TIME, tell=_left_out)
        for partition, records in found.items():
            for record in records:
                if record.offset < bounds[partition][1]:
                    yield record


def _left_out(error: UnreadableBatchError) -> None:
    get_logger("dateline.kafka").warning(
        "what is read again leaves out a batch",
        topic=error.source.topic,
        partition=error.source.partition,
        offset=error.offset,
        why=error.why,
    )


async def tails(
    settings: Settings, partitions: Collection[TopicPartition], most: int
) -> dict[TopicPartition, list[ConsumerRecord]]:
    """The committed records in the last `most` offsets of each partition, in order; none where there is no such one.

    Raises:
        aiokafka.errors.KafkaError: the broker refused.
    """
    found: dict[TopicPartition, list[ConsumerRecord]] = {partition: [] for partition in partitions}
    async with reader(settings) as consumer:
        cluster = await consumer._client.fetch_all_metadata()
        there = [one for one in found if one.partition in (cluster.partitions_for_topic(one.topic) or ())]
        if not there:
            return found
        consumer.assign(there)
        ends = await consumer.end_offsets(there)
        async for record in between(consumer, {one: (end - most, end) for one, end in ends.items()}):
            found[TopicPartition(record.topic, record.partition)].append(record)
    return found


async def log_ends(consumer: AIOKafkaConsumer, partitions: Collection[TopicPartition]) -> dict[TopicPartition, int]:
    """The ends of the logs (high watermarks), open transactions included: what a reader of uncommitted records sees."""
    fetcher = consumer._fetcher
    level, fetcher._isolation_level = fetcher._isolation_level, READ_UNCOMMITTED
    try:
        return dict(await consumer.end_offsets(list(partitions)))
    finally:
        fetcher._isolation_level = level


def reader(settings: Settings) -> AbstractAsyncContextManager[AIOKafkaConsumer]:
    """A consumer of committed records without a group; to be assigned partitions."""
    return open_consumer(
        **client_options(settings),
        enable_auto_commit=False,
        auto_offset_reset="earliest",  # what retention has deleted in between is passed over
        isolation_level="read_committed",
    )
