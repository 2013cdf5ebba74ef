"""Follows a topic: committed records only, no group, every partition."""

import asyncio
from collections.abc import AsyncIterator
from typing import NamedTuple

from aiokafka import AIOKafkaConsumer, ConsumerRecord, TopicPartition
from aiokafka.errors import OffsetOutOfRangeError

from pipeline.core.flow import Channel
from pipeline.runtime.config.settings import Settings
from pipeline.runtime.kafka import topics
from pipeline.tools.kafka import admin_client, read_past, reader


class Start(NamedTuple):
    """Where to begin: at what comes from now on, at the beginning, or at a time in Unix milliseconds."""

    beginning: bool = False
    since: int | None = None


async def follow(
    settings: Settings, channel: Channel, start: Start, *, idle: float | None
) -> AsyncIterator[ConsumerRecord]:
    """Records of a channel's topic as they are committed; ends after `idle` seconds in which none came.

    Raises:
        BrokerUnreachableError: nobody answers.
        MissingTopicError: the topic does not exist.
    """
    async with admin_client(settings) as admin:
        count = (await topics.require(admin, settings, [channel]))[channel]
    async with reader(settings) as consumer:
        consumer.assign([TopicPartition(settings.topics[channel], number) for number in range(count)])
        await _seek(consumer, start)
        clock = asyncio.get_running_loop().time
        last = clock()
        while idle is None or clock() - last < idle:
            try:
                batches = await read_past(consumer, max_records=500)
            except OffsetOutOfRangeError:  # retention deleted what was not read yet
                await consumer.seek_to_beginning()
                continue
            for records in batches.values():
                for record in records:
                    yield record
            if batches:
                last = clock()


async def _seek(consumer: AIOKafkaConsumer, start: Start) -> None:
    """Go to where it begins. Positions are asked for now: what is published from here on is shown."""
    await (consumer.seek_to_beginning() if start.beginning else consumer.seek_to_end())
    if start.since is not None:
        moments = dict.fromkeys(consumer.assignment(), start.since)
        for partition, found in (await consumer.offsets_for_times(moments)).items():
            if found is not None:
                consumer.seek(partition, found.offset)
