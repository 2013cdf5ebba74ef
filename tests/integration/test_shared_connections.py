"""Many lanes over a few connections, on a real broker: they share these, and nothing else."""

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import psutil
import pytest
from aiokafka import TopicPartition

from pipeline.core.flow import Channel
from pipeline.runtime.config.settings import Settings
from pipeline.runtime.kafka.packing import Outgoing
from pipeline.runtime.kafka.shared import CLIENTS, Connections
from pipeline.runtime.lanes.transaction import LaneError, LaneProducer
from pipeline.runtime.system.logs import get_logger
from pipeline.tools.broker import LocalBroker
from tests.support.kafka import make_topics, read_committed, unique_settings


class Scene:
    """Producers of all partitions of a topic over the same connections, and the offset each stands at."""

    def __init__(self, settings: Settings, connections: Connections) -> None:
        self.settings, self.connections = settings, connections
        self.offsets: dict[LaneProducer, int] = {}

    async def open(self, partition: int, connections: Connections | None = None) -> LaneProducer:
        """A producer that stands where its partition begins."""
        source = TopicPartition(self.settings.topics.raw, partition)
        lane = LaneProducer(self.settings, source, get_logger("test"), connections=connections or self.connections)
        self.offsets[lane] = (await lane.open()).offset
        return lane

    def record(self, value: str) -> Outgoing:
        """What a lane sends."""
        return Outgoing(self.settings.topics.clean, b"%d" % hash(value), value.encode(), [])

    async def commit(self, lane: LaneProducer, value: str) -> None:
        """One record and the next offset."""
        self.offsets[lane] += 1
        await lane.commit([self.record(value)], self.offsets[lane])

    async def found(self) -> list[str]:
        """What a reader of committed records finds, in no order."""
        return sorted(record.value.decode() for record in await read_committed(self.settings, Channel.CLEAN))


@asynccontextmanager
async def scene(
    broker: str, partitions: int, clients: int = CLIENTS
) -> AsyncIterator[tuple[Scene, list[LaneProducer]]]:
    """Topics of so many partitions, and a producer of each."""
    settings = unique_settings(broker, **{"topics.partitions": partitions})
    await make_topics(settings)
    made = Scene(settings, Connections(settings, clients))
    lanes = list(await asyncio.gather(*(made.open(partition) for partition in range(partitions))))
    try:
        yield made, lanes
    finally:
        await asyncio.gather(*(lane.close() for lane in made.offsets))


def established(broker: str) -> int:
    """The connections of this process to the broker."""
    port = int(broker.rpartition(":")[2])
    found = psutil.Process(os.getpid()).net_connections("tcp")
    return sum(one.status == psutil.CONN_ESTABLISHED and one.raddr.port == port for one in found)


async def test_lanes_need_a_few_connections_however_many_they_are(broker: str) -> None:
    before = established(broker)
    async with scene(broker, partitions=24) as (made, lanes):
        await asyncio.gather(*(made.commit(lane, f"{number:02}") for number, lane in enumerate(lanes)))
        assert established(broker) - before <= 2 * CLIENTS
        assert await made.found() == [f"{number:02}" for number in range(24)]
    assert established(broker) == before  # the last that leaves closes them


async def test_a_lane_that_closes_leaves_the_connection_to_the_others(broker: str) -> None:
    async with scene(broker, partitions=3, clients=1) as (made, lanes):
        working = asyncio.create_task(made.commit(lanes[1], "during"))
        await lanes[0].close()
        await working
        await made.commit(lanes[2], "after")
        await made.open(0)  # the same worker takes it up again
        assert await made.found() == ["after", "during"]


async def test_lanes_of_a_connection_commit_and_abort_for_themselves(broker: str) -> None:
    async with scene(broker, partitions=2, clients=1) as (made, (aborts, commits)):
        producer = aborts._producer
        await producer.begin_transaction()
        await producer.send_and_wait(made.settings.topics.clean, b"aborted")
        await made.commit(commits, "one")
        await producer.abort_transaction()
        await made.commit(aborts, "two")
        assert await made.found() == ["one", "two"]


async def test_an_owner_is_shut_out_and_its_neighbours_are_not(broker: str) -> None:
    async with scene(broker, partitions=2, clients=1) as (made, (old, neighbour)):
        new = await made.open(0, Connections(made.settings, clients=1))
        with pytest.raises(LaneError, match="another worker has taken over"):
            await made.commit(old, "of the old one")
        await made.commit(neighbour, "of the neighbour")
        await made.commit(new, "of the new one")
        assert await made.found() == ["of the neighbour", "of the new one"]


async def test_a_connection_that_is_cut_is_made_anew_for_all_its_lanes(broker: str) -> None:
    async with scene(broker, partitions=6, clients=1) as (made, lanes):
        for turn in range(3):
            working = [asyncio.create_task(made.commit(lane, f"{turn}{n}")) for n, lane in enumerate(lanes)]
            await asyncio.sleep(0.01 * turn)
            for connection in made.connections._clients[0]._conns.values():
                connection._writer.transport.abort()
            await asyncio.gather(*working)
        assert await made.found() == sorted(f"{turn}{number}" for turn in range(3) for number in range(6))


async def test_lanes_go_on_after_the_broker_was_killed_or_frozen(local_broker: LocalBroker) -> None:
    async with scene(local_broker.bootstrap or "", partitions=6, clients=2) as (made, lanes):
        for outage, end in (
            (local_broker.kill, local_broker.start),
            (local_broker.freeze, local_broker.thaw),
        ):
            outage()
            working = [asyncio.create_task(made.commit(lane, f"{outage.__name__}{n}")) for n, lane in enumerate(lanes)]
            await asyncio.sleep(1.0)
            end()
            await asyncio.gather(*working)
        assert await made.found() == sorted(f"{name}{number}" for name in ("kill", "freeze") for number in range(6))
