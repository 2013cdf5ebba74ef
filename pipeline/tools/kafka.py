"""Small helpers for commands that talk to Kafka."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiokafka.admin import AIOKafkaAdminClient

from pipeline.runtime.config.settings import Settings
from pipeline.runtime.kafka.connection import open_admin


@asynccontextmanager
async def admin_client(settings: Settings, *, wait: float = 0.0) -> AsyncIterator[AIOKafkaAdminClient]:
    """An admin client that is closed again. Raises BrokerUnreachableError after `wait` seconds of trying."""
    admin = await open_admin(settings, wait=wait)
    try:
        yield admin
    finally:
        await admin.close()
