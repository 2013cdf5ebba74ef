"""Settings, publishing and reading for tests on a real broker."""

import asyncio
import uuid
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from typing import Any

from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, ConsumerRecord, TopicPartition

from pipeline.core.flow import Channel
from pipeline.runtime.config.settings import Settings
from pipeline.runtime.config.sources import load_settings
from pipeline.runtime.kafka import offsets, topics
from pipeline.runtime.kafka.connection import client_options, open_admin
from pipeline.runtime.kafka.silence import mind_silence

_STOP_WITHIN = 120  # seconds


def unique_settings(broker: str, **overrides: Any) -> Settings:
    """Settings with a group and topics that no other test uses; `overrides` are dotted paths."""
    return load_settings(environ={}, overrides=unique_overrides(broker) | overrides)


def unique_overrides(broker: str) -> dict[str, Any]:
    """The same as dotted paths."""
    mark = uuid.uuid4().hex[:8]
    names = {f"topics.{channel}": f"test-{mark}.{channel}" for channel in Channel}
    return {"broker": broker, "group": f"test-{mark}", "topics.partitions": 2, **names}


def environment(settings: Settings) -> dict[str, str]:
    """What a subprocess needs to see the same settings: every value that is not the default."""
    found: dict[str, str] = {}

    def walk(values: dict[str, Any], prefix: str) -> None:
        for name, value in values.items():
            if isinstance(value, dict) and name != "models":
                walk(value, f"{prefix}{name.upper()}_")
            else:
                found[f"{prefix}{name.upper()}"] = str(value)

    walk(settings.model_dump(exclude_defaults=True, mode="json"), "DATELINE_")
    return found


async def make_topics(settings: Settings, *, start: offsets.Start = "earliest") -> dict[Channel, int]:
    """Create the settings' topics and the group's first offsets, as `dateline topics create` does."""
    admin = await open_admin(settings)
    try:
        # As the command does: another broker of a cluster may not know of the topics yet.
        counts = {one.channel: one.partitions for one in await topics.create(admin, settings)}
    finally:
        await admin.close()
    await offsets.commit_first_offsets(settings, counts, start, second_look=0)
    return counts


@asynccontextmanager
async def producer(settings: Settings, **options: Any) -> AsyncIterator[AIOKafkaProducer]:
    """A producer that waits for every replica."""
    made = AIOKafkaProducer(
        acks="all", enable_idempotence=True, max_request_size=32 * 2**20, **{**client_options(settings), **options}
    )
    mind_silence(made.client)  # where a broker is frozen, what stands still is to be the workers'
    await made.start()
    try:
        yield made
    finally:
        async with asyncio.timeout(_STOP_WITHIN):  # it would wait for ever to flush to a broker that is gone
            await made.stop()


async def publish(
    settings: Settings,
    records: Iterable[bytes | tuple[bytes | None, bytes | None] | None],
    channel: Channel = Channel.RAW,
) -> int:
    """Publish values, or (key, value) pairs, and wait until all are acknowledged; how many."""
    topic = settings.topics.names[channel]
    async with producer(settings) as sender:
        waiting = []
        for record in records:
            key, value = record if isinstance(record, tuple) else (None, record)
            waiting.append(await sender.send(topic, value=value, key=key))
        await asyncio.gather(*waiting)
    return len(waiting)


async def read_committed(
    settings: Settings, channel: Channel, count: int | None = None, *, timeout: float = 60.0, settle: float = 0.0
) -> list[ConsumerRecord]:
    """What a `read_committed` reader finds on a channel's topic, from its beginning.

    With `count`, waits for so many (AssertionError when they do not come in `timeout` seconds), then `settle`
    seconds for more that should not be there. Without, everything up to the present end.
    """
    topic = settings.topics.names[channel]
    found: list[ConsumerRecord] = []
    async with consumer(settings, topic) as reader:
        deadline = asyncio.get_running_loop().time() + timeout
        ends = await reader.end_offsets(reader.assignment())
        while asyncio.get_running_loop().time() < deadline:
            batches = await reader.getmany(timeout_ms=100)
            found += [record for batch in batches.values() for record in batch]
            if count is None:
                if all([await reader.position(partition) >= end for partition, end in ends.items()]):
                    return found
            elif len(found) >= count:
                if settle <= 0:
                    return found
                deadline, count, settle = asyncio.get_running_loop().time() + settle, 10**9, 1.0
        assert count in (None, 10**9), f"{topic}: {len(found)} of {count} records came in {timeout} s"
        return found


@asynccontextmanager
async def consumer(settings: Settings, topic: str) -> AsyncIterator[AIOKafkaConsumer]:
    """A reader of a whole topic, from its beginning, that sees committed records only and joins no group."""
    reader = AIOKafkaConsumer(
        isolation_level="read_committed",
        enable_auto_commit=False,
        auto_offset_reset="earliest",
        max_partition_fetch_bytes=32 * 2**20,
        **client_options(settings),
    )
    mind_silence(reader._client)
    await reader.start()
    try:
        admin = await open_admin(settings)
        try:
            partitions = (await topics.partition_counts(admin)).get(topic)
        finally:
            await admin.close()
        assert partitions, f"no topic {topic}"
        reader.assign([TopicPartition(topic, number) for number in range(partitions)])
        yield reader
    finally:
        await reader.stop()
