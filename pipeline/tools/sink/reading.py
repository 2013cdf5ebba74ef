"""Reads a topic from where a sink stands."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager

from aiokafka import AIOKafkaConsumer, ConsumerRecord, TopicPartition

from pipeline.core.flow import Channel
from pipeline.runtime.config.settings import Settings
from pipeline.runtime.kafka import topics
from pipeline.runtime.kafka.batches import UnreadableBatchError
from pipeline.runtime.kafka.connection import BrokerUnreachableError
from pipeline.tools.errors import CommandError
from pipeline.tools.kafka import admin_client, read_past, reader
from pipeline.tools.sink.monitor import Monitor

_MOST = 500  # records at a time


class PlaceError(CommandError):
    """Where a sink stands cannot be on this topic."""


async def partitions(settings: Settings, channel: Channel) -> range:
    """The numbers of the channel's partitions. Raises MissingTopicError and BrokerUnreachableError."""
    async with admin_client(settings) as admin:
        return range((await topics.require(admin, settings, [channel]))[channel])


Held = Callable[[int, int], int]
"""The first offset that a sink has read and not written, of a partition's number and the offset it was read up to."""


def _nothing_held(_partition: int, position: int) -> int:
    return position


@asynccontextmanager
async def committed(
    settings: Settings,
    topic: str,
    numbers: range,
    known: Mapping[int, int],
    monitor: Monitor,
    *,
    once: bool,
    held: Held = _nothing_held,
) -> AsyncIterator[AsyncIterator[list[ConsumerRecord]]]:
    """Committed records of a topic from the offsets in `known`, or else its beginning, by partition as they come.

    An empty list says that time has passed. With `once` it ends where the topic ends now. `monitor` hears of offsets
    that were deleted before they were read or cannot be read, and of how far the rest is, given what is `held` back.

    Raises:
        PlaceError: an offset lies beyond the topic's end.
        BrokerUnreachableError: it gives nothing for longer than `worker.request_timeout` where there is more.
    """
    async with reader(settings) as consumer:
        sources = [TopicPartition(topic, number) for number in numbers]
        consumer.assign(sources)
        begins, ends = await consumer.beginning_offsets(sources), await consumer.end_offsets(sources)
        for source in sources:
            consumer.seek(source, _start(source, known, begins[source], ends[source], monitor))
        progress = _Progress(consumer, ends, monitor, held)
        await progress.tell()
        yield _records(settings, consumer, progress, ends if once else None)


def _start(source: TopicPartition, known: Mapping[int, int], begin: int, end: int, monitor: Monitor) -> int:
    place = known.get(source.partition, begin)
    name = f"{source.topic}[{source.partition}]"
    if place > end:
        raise PlaceError(
            f"{name} was read to offset {place} and ends at {end}: it is another topic of this name. Write its records "
            "elsewhere."
        )
    if place < begin:
        lost = f"{name}: offsets {place} to {begin - 1} were deleted before they were read"
        monitor.left_out(lost, "deleted_unread", begin - place)
    return max(place, begin)


class _Progress:
    """Tells the monitor where each partition stands and ends."""

    def __init__(
        self, consumer: AIOKafkaConsumer, ends: Mapping[TopicPartition, int], monitor: Monitor, held: Held
    ) -> None:
        self._consumer, self._ends, self._monitor, self._held = consumer, ends, monitor, held

    async def tell(self) -> None:
        """All that was given out is written or held back."""
        for source in self._ends:
            self._stands(source, self._held(source.partition, await self._consumer.position(source)))

    def gives(self, source: TopicPartition, records: list[ConsumerRecord]) -> None:
        """Records are about to be given out, and none of them is written."""
        self._stands(source, self._held(source.partition, records[0].offset))

    def unreadable(self, error: UnreadableBatchError) -> None:
        self._monitor.left_out(f"{error}; it was left out", "unreadable", error.next_offset - error.offset)

    def _stands(self, source: TopicPartition, next: int) -> None:
        end = self._consumer.last_stable_offset(source)
        self._monitor.stands(source.partition, next, self._ends[source] if end is None else end)


async def _records(
    settings: Settings, consumer: AIOKafkaConsumer, progress: _Progress, ends: Mapping[TopicPartition, int] | None
) -> AsyncIterator[list[ConsumerRecord]]:
    clock = asyncio.get_running_loop().time
    left, moved = set(ends or ()), clock()
    while ends is None or left:
        found = await read_past(consumer, max_records=_MOST, tell=progress.unreadable)
        for source, records in found.items():
            progress.gives(source, records)
            yield [record for record in records if ends is None or record.offset < ends[source]]
        await progress.tell()
        yield []
        done = {source for source in left if ends and await consumer.position(source) >= ends[source]}
        if found or done:
            moved = clock()
        elif ends is not None and clock() - moved > settings.worker.request_timeout:
            raise BrokerUnreachableError(
                f"the broker at {settings.broker} gave no records for {settings.worker.request_timeout:g} s"
            )
        left -= done
