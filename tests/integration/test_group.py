"""The consumer group: lanes spread over its members, and members that are no workers."""

import asyncio
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from aiokafka import AIOKafkaConsumer
from aiokafka.coordinator.assignors.roundrobin import RoundRobinPartitionAssignor
from aiokafka.errors import InconsistentGroupProtocolError
from aiokafka.protocol.api import Request, RequestStruct, Response
from aiokafka.protocol.types import CompactArray, CompactString, Int16, Int32, Schema, TaggedFields

from pipeline.runtime.config.settings import Settings
from pipeline.runtime.kafka.connection import client_options
from pipeline.runtime.kafka.group import strangers
from pipeline.runtime.reading.assignor import LaneAssignor
from pipeline.runtime.reading.transport import STRATEGY
from pipeline.tools.doctor.broker import checks
from pipeline.tools.doctor.finding import Verdict
from pipeline.tools.kafka import admin_client
from tests.support.kafka import make_topics, unique_settings


@asynccontextmanager
async def member(settings: Settings, *assignors: Any) -> AsyncIterator[AIOKafkaConsumer]:
    """A member of the group that reads both input topics."""
    consumer = AIOKafkaConsumer(
        settings.topics.raw,
        settings.topics.clean,
        group_id=settings.group,
        partition_assignment_strategy=assignors,
        enable_auto_commit=False,
        heartbeat_interval_ms=500,
        **client_options(settings),
    )
    await consumer.start()
    try:
        yield consumer
    finally:
        await consumer.stop()


async def spread(*members: AIOKafkaConsumer, over: int) -> list[int]:
    """How many partitions each has, once all `over` of them are assigned to these."""
    for _ in range(300):
        assigned = [one.assignment() for one in members]
        if sum(map(len, assigned)) == len(frozenset().union(*assigned)) == over and all(assigned):
            return sorted(map(len, assigned))
        await asyncio.sleep(0.1)
    raise AssertionError(f"never spread: {[len(one.assignment()) for one in members]}")


async def test_three_members_share_eight_partitions_also_after_a_rolling_restart(broker: str) -> None:
    settings = unique_settings(broker, **{"topics.partitions": 4})
    await make_topics(settings)
    async with member(settings, LaneAssignor) as one, member(settings, LaneAssignor) as two:
        async with member(settings, LaneAssignor) as three:
            assert await spread(one, two, three, over=8) == [2, 3, 3]
        assert await spread(one, two, over=8) == [4, 4]
        async with member(settings, LaneAssignor) as three:
            assert await spread(one, two, three, over=8) == [2, 3, 3]


async def test_a_member_that_joins_begins_one_generation(settings: Settings) -> None:
    """With two ways to share partitions each join was two questions, and the second one began the rebalance anew."""
    await make_topics(settings)
    async with member(settings, *STRATEGY) as one:
        assert one._coordinator.generation == 1
        async with member(settings, *STRATEGY) as two:
            assert await spread(one, two, over=4) == [2, 2]
            assert (one._coordinator.generation, two._coordinator.generation) == (2, 2)


async def test_a_foreign_consumer_of_the_classic_protocol_is_named(settings: Settings) -> None:
    await make_topics(settings)
    foreign = settings.model_copy(update={"client_id": "some-indexer"})
    async with admin_client(settings) as admin:
        async with member(settings, LaneAssignor):
            assert await strangers(admin, settings.group) == []
        async with member(foreign, RoundRobinPartitionAssignor):
            (named,) = await strangers(admin, settings.group)
            assert named.startswith("some-indexer at ")
            assert named.endswith("(protocol roundrobin)")
            (found,) = [one async for one in checks(settings) if one.subject == "group"]
            assert (found.verdict, named in found.found) == (Verdict.FAILED, True)
            try:
                async with member(settings, LaneAssignor):
                    raise AssertionError("it joined")
            except InconsistentGroupProtocolError:
                pass


async def test_a_foreign_consumer_of_the_newer_protocol_is_named(settings: Settings) -> None:
    await make_topics(settings)
    foreign = settings.model_copy(update={"client_id": "some-stream"})
    async with admin_client(foreign) as admin:
        coordinator = await admin.find_coordinator(settings.group)
        answer = await admin._send_request(_Join(settings.group, settings.topics.raw), coordinator)
        assert answer.error_code == 0
        (named,) = await strangers(admin, settings.group)
        assert named.startswith("some-stream at ")
        assert named.endswith("(group.protocol=consumer)")


class _JoinAnswer(Response):  # type: ignore[misc]
    API_KEY, API_VERSION, FLEXIBLE_VERSION = 68, 0, True
    SCHEMA = Schema(("throttle_time_ms", Int32), ("error_code", Int16))  # the rest is not looked at


class _JoinQuestion(RequestStruct):  # type: ignore[misc]
    API_KEY, API_VERSION, FLEXIBLE_VERSION = 68, 0, True
    RESPONSE_TYPE = _JoinAnswer
    SCHEMA = Schema(
        ("group", CompactString("utf-8")),
        ("member", CompactString("utf-8")),
        ("epoch", Int32),
        ("instance", CompactString("utf-8")),
        ("rack", CompactString("utf-8")),
        ("rebalance_timeout_ms", Int32),
        ("topics", CompactArray(CompactString("utf-8"))),
        ("assignor", CompactString("utf-8")),
        ("partitions", CompactArray(Int32)),
        ("tags", TaggedFields),
    )


class _Join(Request[_JoinQuestion]):  # type: ignore[misc]
    """The first heartbeat of a consumer as KIP-848 has it."""

    API_KEY = 68

    def __init__(self, group: str, topic: str) -> None:
        self._group, self._topic = group, topic

    def build(self, request_struct_class: Any) -> Any:
        member_id = str(uuid.uuid4())
        return request_struct_class(self._group, member_id, 0, None, None, 30_000, [self._topic], None, [], {})
