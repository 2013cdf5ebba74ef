"""Small helpers for commands that talk to Kafka."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiokafka import AIOKafkaConsumer
from aiokafka.admin import AIOKafkaAdminClient

from pipeline.runtime.config.settings import Settings
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
    consumer = AIOKafkaConsumer(
        isolation_level="read_committed",
        enable_auto_commit=False,
        auto_offset_reset="none",
        max_partition_fetch_bytes=settings.topics.max_message_bytes,
        **client_options(settings),
    )
    await consumer.start()
    try:
        yield consumer
    finally:
        await consumer.stop()
