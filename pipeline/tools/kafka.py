"""Small helpers for commands that talk to Kafka."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiokafka.admin import AIOKafkaAdminClient

from pipeline.runtime.connection import open_admin
from pipeline.runtime.settings import Settings


@asynccontextmanager
async def admin_client(settings: Settings, *, wait: float = 0.0) -> AsyncIterator[AIOKafkaAdminClient]:
    """An admin client that is closed again. Raises BrokerUnreachableError after `wait` seconds of trying."""
    admin = await open_admin(settings, wait=wait)
    try:
        yield admin
    finally:
        await admin.close()
