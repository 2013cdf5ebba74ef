"""Goes through a topic once: from its beginning, or a time, to what is committed now."""

import asyncio
from collections.abc import AsyncIterator, Iterable, Mapping

from aiokafka import AIOKafkaConsumer, ConsumerRecord, TopicPartition

from pipeline.runtime.config.settings import Settings
from pipeline.runtime.kafka.connection import BrokerUnreachableError
from pipeline.tools.kafka import read_past, reader


async def snapshot(
    settings: Settings, topic: str, partitions: Iterable[int], *, since: int | None = None
) -> AsyncIterator[ConsumerRecord]:
    """Committed records that are in some partitions of a topic now; what comes later is left out.

    `since` skips what lies before a time, in Unix milliseconds; records older than that can still be among the rest.

    Raises:
        BrokerUnreachableError: it stopped answering for longer than `worker.request_timeout`.
    """
    async with reader(settings) as consumer:
        sources = [TopicPartition(topic, number) for number in partitions]
        consumer.assign(sources)
        ends = await consumer.end_offsets(sources)
        for source, offset in (await _starts(consumer, sources, since)).items():
            consumer.seek(source, ends[source] if offset is None else offset)
        async for record in _until(consumer, ends, settings):
            yield record


async def _starts(
    consumer: AIOKafkaConsumer, sources: list[TopicPartition], since: int | None
) -> Mapping[TopicPartition, int | None]:
    """Where to begin in each partition; None where nothing is as young as `since`."""
    beginnings: Mapping[TopicPartition, int] = await consumer.beginning_offsets(sources)
    if since is None:
        return beginnings
    found = await consumer.offsets_for_times(dict.fromkeys(sources, since))
    return {source: None if found[source] is None else found[source].offset for source in sources}


async def _until(
    consumer: AIOKafkaConsumer, ends: Mapping[TopicPartition, int], settings: Settings
) -> AsyncIterator[ConsumerRecord]:
    clock = asyncio.get_running_loop().time
    left, moved = set(ends), clock()
    while left:
        # aiokafka asks again and again, and never says that nobody answers.
        if clock() - moved > settings.worker.request_timeout:
            raise BrokerUnreachableError(
                f"the broker at {settings.broker} gave no records for {settings.worker.request_timeout:g} s"
            )
        for source, records in (await read_past(consumer, *left, max_records=500)).items():
            moved = clock()
            for record in records:
                if record.offset < ends[source]:
                    yield record
            moved = clock()
        done = {source for source in left if await consumer.position(source) >= ends[source]}
        if done:
            # Markers of transactions at the end of a partition move the position and give no record.
            moved = clock()
            consumer.pause(*done)
        left -= done
