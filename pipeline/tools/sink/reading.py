"""Reads a topic from where a sink stands."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager

from aiokafka import AIOKafkaConsumer, ConsumerRecord, TopicPartition

from pipeline.core.flow import Channel
from pipeline.runtime.config.settings import Settings
from pipeline.runtime.kafka import topics
from pipeline.runtime.kafka.connection import BrokerUnreachableError
from pipeline.tools.errors import CommandError
from pipeline.tools.kafka import admin_client, read_past, reader

_MOST = 500  # records at a time


class PlaceError(CommandError):
    """Where a sink stands cannot be on this topic."""


async def partitions(settings: Settings, channel: Channel) -> range:
    """The numbers of the channel's partitions. Raises MissingTopicError and BrokerUnreachableError."""
    async with admin_client(settings) as admin:
        return range((await topics.require(admin, settings, [channel]))[channel])


@asynccontextmanager
async def committed(
    settings: Settings, topic: str, numbers: range, known: Mapping[int, int], *, once: bool, tell: Callable[[str], None]
) -> AsyncIterator[AsyncIterator[list[ConsumerRecord]]]:
    """Committed records of a topic from the offsets in `known`, or else its beginning, by partition as they come.

    An empty list says that time has passed. With `once` it ends where the topic ends now. `tell` hears of offsets that
    were deleted before they were read.

    Raises:
        PlaceError: an offset lies beyond the topic's end.
        BrokerUnreachableError: it gives nothing for longer than `worker.request_timeout` where there is more.
    """
    async with reader(settings) as consumer:
        sources = [TopicPartition(topic, number) for number in numbers]
        consumer.assign(sources)
        begins, ends = await consumer.beginning_offsets(sources), await consumer.end_offsets(sources)
        for source in sources:
            consumer.seek(source, _start(source, known, begins[source], ends[source], tell))
        yield _records(settings, consumer, ends if once else None)


def _start(source: TopicPartition, known: Mapping[int, int], begin: int, end: int, tell: Callable[[str], None]) -> int:
    place = known.get(source.partition, begin)
    name = f"{source.topic}[{source.partition}]"
    if place > end:
        raise PlaceError(
            f"{name} was read to offset {place} and ends at {end}: it is another topic of this name. Write its records "
            "elsewhere."
        )
    if place < begin:
        tell(f"{name}: offsets {place} to {begin - 1} were deleted before they were read")
    return max(place, begin)


async def _records(
    settings: Settings, consumer: AIOKafkaConsumer, ends: Mapping[TopicPartition, int] | None
) -> AsyncIterator[list[ConsumerRecord]]:
    clock = asyncio.get_running_loop().time
    left, moved = set(ends or ()), clock()
    while ends is None or left:
        found = await read_past(consumer, max_records=_MOST)
        for source, records in found.items():
            yield [record for record in records if ends is None or record.offset < ends[source]]
        yield []
        done = {source for source in left if ends and await consumer.position(source) >= ends[source]}
        if found or done:
            moved = clock()
        elif ends is not None and clock() - moved > settings.worker.request_timeout:
            raise BrokerUnreachableError(
                f"the broker at {settings.broker} gave no records for {settings.worker.request_timeout:g} s"
            )
        left -= done
