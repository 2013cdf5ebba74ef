"""Notices a log that was cut off below what was read from it, however far it has grown since."""

import asyncio

from aiokafka import TopicPartition
from aiokafka.admin import AIOKafkaAdminClient

from pipeline.runtime.config.settings import Settings
from pipeline.runtime.kafka import epochs
from pipeline.runtime.kafka.connection import open_admin
from pipeline.runtime.lanes.halt import Halt, beyond_end
from pipeline.runtime.system.logs import get_logger


def halted_by(end: int | None, offset: int) -> Halt | None:
    """Why to halt at `offset`, where the epoch of the record before it ends at `end` or is not known any more."""
    return beyond_end(offset, end) if end is None or end < offset else None


class Cuts:
    """Asks the partitions' leaders. Lanes that ask at the same time share a connection; without any there is none."""

    def __init__(self, settings: Settings) -> None:
        """Prepare; nothing is connected before somebody asks."""
        self._settings = settings
        self._users = 0
        self._opening = asyncio.Lock()
        self._admin: AIOKafkaAdminClient | None = None
        self._log = get_logger("dateline.lanes")

    async def look(self, source: TopicPartition, offset: int, epoch: int) -> Halt | None:
        """Why to halt, where the log was cut off below `offset`; the record before that is of this leader's epoch.

        Raises:
            aiokafka.errors.KafkaError, BrokerUnreachableError: no leader answered for as long as one waits for brokers.
        """
        if epoch < 0:
            return None
        try:
            return halted_by(await self._end_of(source, epoch), offset)
        except epochs.NOT_TOLD as error:
            self._log.warning("the broker does not tell where leaders' epochs end", error=repr(error))
            return None

    async def _end_of(self, source: TopicPartition, epoch: int) -> int | None:
        wait = self._settings.worker.broker_wait
        self._users += 1
        try:
            async with self._opening:
                if self._admin is None:
                    self._admin = await open_admin(self._settings, wait=wait)
            return await epochs.end_of(self._admin._client, source, epoch, wait=wait)
        finally:
            self._users -= 1
            if not self._users and self._admin is not None:
                admin, self._admin = self._admin, None
                await admin.close()
