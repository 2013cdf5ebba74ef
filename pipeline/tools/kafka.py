"""Small helpers for commands that talk to Kafka."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import typer
from aiokafka import AIOKafkaConsumer, ConsumerRecord, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient

from pipeline.runtime.config.settings import Settings
from pipeline.runtime.kafka import batches
from pipeline.runtime.kafka.batches import UnreadableBatchError, open_consumer
from pipeline.runtime.kafka.connection import client_options, open_admin


@asynccontextmanager
async def admin_client(settings: Settings, *, wait: float = 0.0) -> AsyncIterator[AIOKafkaAdminClient]:
    """An admin client that is closed again. Raises BrokerUnreachableError after `wait` seconds of trying."""
    admin = await open_admin(settings, wait=wait)
    try:
        yield admin
    finally:
        await admin.close()


@asynccontextmanager
async def reader(settings: Settings) -> AsyncIterator[AIOKafkaConsumer]:
    """A consumer without a group, that sees committed records only and never moves back by itself."""
    async with open_consumer(
        isolation_level="read_committed",
        enable_auto_commit=False,
        auto_offset_reset="none",
        max_partition_fetch_bytes=settings.topics.max_message_bytes,
        **client_options(settings),
    ) as consumer:
        yield consumer


def _name(error: UnreadableBatchError) -> None:
    typer.echo(f"Left out: {error}.", err=True)


async def read_past(
    consumer: AIOKafkaConsumer,
    *partitions: TopicPartition,
    max_records: int,
    tell: Callable[[UnreadableBatchError], None] = _name,
) -> dict[TopicPartition, list[ConsumerRecord]]:
    """What has come within a tenth of a second; a batch that cannot be read is left out.

    `tell` hears of it; else it is named on standard error.
    """
    return await batches.read_past(consumer, *partitions, max_records=max_records, tell=tell)
