"""Who leads and who coordinates in a cluster, and whether its replicas are in sync."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass

from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.client import CoordinationType
from aiokafka.errors import KafkaError

from pipeline.core.flow import inputs
from pipeline.runtime.config.settings import Settings
from pipeline.runtime.kafka.connection import BrokerUnreachableError, open_admin

_INTERNAL = ("__consumer_offsets", "__transaction_state")


@dataclass(frozen=True, slots=True)
class Roles:
    """Brokers by their id."""

    leader_of_most: int  # of the settings' topics' partitions
    group_coordinator: int
    transaction_coordinator: int  # of the most lanes


async def roles(settings: Settings) -> Roles:
    """Who does what now."""
    async with _admin(settings) as admin:
        leaders = [one["leader"] for one in await _partitions(admin, settings.topics.names.values())]
        lanes = [
            f"{settings.group}-{settings.topics[channel]}-{number}"
            for channel in inputs()
            for number in range(settings.topics.partitions)
        ]
        coordinators = [await admin._client.coordinator_lookup(CoordinationType.TRANSACTION, lane) for lane in lanes]
        return Roles(_most(leaders), await admin.find_coordinator(settings.group), _most(coordinators))


async def in_sync(settings: Settings, within: float = 180.0) -> None:
    """Wait until every replica of the settings' topics and of Kafka's own follows. Raises AssertionError."""
    deadline = asyncio.get_running_loop().time() + within
    while True:
        try:
            async with _admin(settings) as admin:
                found = await _partitions(admin, [*settings.topics.names.values(), *_INTERNAL])
            behind = [one for one in found if one["error_code"] or len(one["isr"]) < len(one["replicas"])]
        except (KafkaError, BrokerUnreachableError) as error:
            found, behind = [], [{"error": repr(error)}]
        if found and not behind:
            return
        assert asyncio.get_running_loop().time() < deadline, f"not in sync after {within:.0f} s: {behind[:3]}"
        await asyncio.sleep(0.5)


@asynccontextmanager
async def _admin(settings: Settings) -> AsyncIterator[AIOKafkaAdminClient]:
    admin = await open_admin(settings, wait=60)
    try:
        yield admin
    finally:
        await admin.close()


async def _partitions(admin: AIOKafkaAdminClient, topics: Iterable[str]) -> list[dict[str, object]]:
    """What the cluster knows of every partition."""
    return [partition for topic in await admin.describe_topics(list(topics)) for partition in topic["partitions"]]


def _most(ids: Iterable[object]) -> int:
    """The id that stands there most often."""
    ((found, _count),) = Counter(ids).most_common(1)
    return int(str(found))
