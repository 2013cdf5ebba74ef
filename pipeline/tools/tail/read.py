"""Follows a topic: committed records only, no group, every partition."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiokafka import AIOKafkaConsumer, ConsumerRecord, TopicPartition

from pipeline.core.flow import Channel
from pipeline.runtime.config.settings import Settings
from pipeline.runtime.kafka import topics
from pipeline.runtime.kafka.connection import client_options
from pipeline.tools.kafka import admin_client


async def follow(
    settings: Settings, channel: Channel, *, from_beginning: bool, idle: float | None
) -> AsyncIterator[ConsumerRecord]:
    """Records of a channel's topic as they are committed; ends after `idle` seconds in which none came.

    Raises:
        BrokerUnreachableError: nobody answers.
        MissingTopicError: the topic does not exist.
    """
    async with _reader(settings, channel) as reader:
        # Positions are asked for now: what is published from here on is shown.
        await (reader.seek_to_beginning() if from_beginning else reader.seek_to_end())
        clock = asyncio.get_running_loop().time
        last = clock()
        while idle is None or clock() - last < idle:
            batches = await reader.getmany(timeout_ms=100, max_records=500)
            for records in batches.values():
                for record in records:
                    yield record
            if batches:
                last = clock()


@asynccontextmanager
async def _reader(settings: Settings, channel: Channel) -> AsyncIterator[AIOKafkaConsumer]:
    async with admin_client(settings) as admin:
        count = (await topics.require(admin, settings, [channel]))[channel]
    name = settings.topics.names[channel]
    reader = AIOKafkaConsumer(
        isolation_level="read_committed",
        enable_auto_commit=False,
        max_partition_fetch_bytes=settings.topics.max_message_bytes,
        **client_options(settings),
    )
    await reader.start()
    try:
        reader.assign([TopicPartition(name, number) for number in range(count)])
        yield reader
    finally:
        await reader.stop()
