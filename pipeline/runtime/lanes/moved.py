"""Notices that a person has moved the group's offset of a partition: an idle lane would never look again."""

import asyncio
from collections.abc import Mapping

from aiokafka import TopicPartition
from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.errors import KafkaError
from aiokafka.structs import OffsetAndMetadata

from pipeline.runtime.config.settings import Settings
from pipeline.runtime.kafka import epochs
from pipeline.runtime.kafka.connection import BrokerUnreachableError, open_admin
from pipeline.runtime.lanes.halt import Halt, Why
from pipeline.runtime.lanes.lanes import Lanes
from pipeline.runtime.system.logs import get_logger

EVERY = 5.0  # seconds between looks, each of which is one request


async def follow_moved(settings: Settings, lanes: Lanes) -> None:
    """Reopen every idle lane whose committed offset is not the group's any more; runs until cancelled.

    A lane that is at work needs none of this: whoever moves an offset shuts it out first, and its next commit fails.
    """
    log = get_logger("dateline.lanes")
    seen: dict[TopicPartition, int] = {}
    while True:
        try:
            admin = await open_admin(settings)
            try:
                while True:
                    await asyncio.sleep(EVERY)
                    seen = await _look(admin, settings.group, lanes, seen)
            finally:
                await admin.close()
        except (KafkaError, BrokerUnreachableError, OSError) as error:
            log.debug("the group's offsets cannot be asked for now", error=repr(error))
            await asyncio.sleep(EVERY)


async def _look(
    admin: AIOKafkaAdminClient, group: str, lanes: Lanes, seen: Mapping[TopicPartition, int]
) -> dict[TopicPartition, int]:
    """Reopen what was found moved twice in a row: an offset just committed is told a moment late."""
    before = lanes.idle()
    if not before:
        return {}
    found = await admin.list_consumer_group_offsets(group, partitions=list(before))
    after, halted = lanes.idle(), lanes.halted()
    moved = {
        source: int(found[source].offset)
        for source, offset in before.items()
        if after.get(source) == offset and _is_moved(found[source], offset, halted.get(source))
    }
    for source, offset in moved.items():
        if seen.get(source) == offset:
            await lanes.reopen(source, offset)
    return moved


def _is_moved(found: OffsetAndMetadata, offset: int, halt: Halt | None) -> bool:
    """Whether what the group has committed tells a lane that stands at `offset` to begin anew.

    What a person sets has no lane's note; where the offset went back, that may be just the one that it went back to. An
    offset with a note is the lane's own: told late, or from long ago by a broker that has forgotten commits since. Only
    a lane that halted for such a one goes on when a later one is told.
    """
    gone_back = halt is not None and halt.why is Why.BEHIND
    if found.offset == -1:
        return False
    if epochs.noted(found.metadata or "") >= 0:
        return gone_back and bool(found.offset > offset)
    return gone_back or bool(found.offset != offset)
