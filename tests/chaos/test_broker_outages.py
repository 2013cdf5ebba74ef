"""The broker dies, comes back, stays away for long, is slow, or is not there yet; the coordinator gives up."""

import asyncio
import random
import signal
from collections.abc import Callable

import pytest
from aiokafka import TopicPartition

from pipeline.runtime.lanes.move import move
from pipeline.tools.broker import LocalBroker
from tests.support.chaos import Scene
from tests.support.damage import damage, first_batches, next_offset, segment
from tests.support.ledger import settled_states

long = pytest.mark.chaos
MakeScene = Callable[..., Scene]


async def away(stage: Scene, seconds: float) -> None:
    """Kill the broker, start it again after so long, and return when it answers."""
    stage.broker.kill()
    await asyncio.sleep(seconds)
    await asyncio.to_thread(stage.broker.start)


@pytest.mark.parametrize("kills", [pytest.param(1, id="short"), pytest.param(5, id="full", marks=long)])
async def test_the_broker_killed_and_restarted(scene: MakeScene, kills: int) -> None:
    async with scene() as stage:
        stage.start("one", "two")
        await stage.ready()
        stage.newswire.start(rate=40)
        for _ in range(kills):
            await asyncio.sleep(random.uniform(1.0, 4.0))
            stage.fault("broker killed (SIGKILL) and started at once")
            await away(stage, 0)
            await stage.recovered()
        await stage.finish()


@long
async def test_the_broker_restarted_in_order(scene: MakeScene) -> None:
    async with scene() as stage:
        stage.start("one", "two")
        await stage.ready()
        stage.newswire.start(rate=40)
        for _ in range(3):
            await asyncio.sleep(random.uniform(1.0, 4.0))
            stage.fault("broker stopped (SIGTERM) and started")
            await asyncio.to_thread(stage.broker.restart)
            await stage.recovered()
        await stage.finish()


@long
async def test_the_broker_down_longer_than_every_timeout(scene: MakeScene) -> None:
    async with scene() as stage:
        stage.start("one", "two")
        await stage.ready()
        stage.newswire.start(rate=20)
        for _ in range(2):
            await asyncio.sleep(3)
            stage.fault("broker away for 45 s (longest time-out: 30 s)")
            await away(stage, 45)
            await stage.recovered()
        await stage.finish()


@long
async def test_the_broker_down_at_start(scene: MakeScene) -> None:
    async with scene() as stage:
        await stage.newswire.burst(300)
        await stage.newswire.drained()
        stage.broker.kill()
        stage.fault("broker away while workers start")
        stage.start("one", "two")
        await asyncio.sleep(12)
        await asyncio.to_thread(stage.broker.start)
        await stage.recovered()
        assert all(member.starts() == 1 for member in stage.members.values()), "a worker gave up too early"
        await stage.finish()


@long
async def test_a_log_that_lost_its_end(scene: MakeScene) -> None:
    """What was processed is gone from the log, and new articles get its offsets; a person says where to go on."""
    async with scene() as stage:
        stage.start("one", "two")
        await stage.ready()
        lost = 0
        for round_ in range(2):
            async with stage.newswire.open():  # the broker forgets a partition's producers with the log's end
                stage.newswire.start(rate=40)
                await asyncio.sleep(5)
                await stage.newswire.pause()
                await stage.recovered()
            source = TopicPartition(stage.settings.topics.raw, round_)
            committed = {(one.topic, one.partition): one.committed for one in await settled_states(stage.settings)}
            await asyncio.to_thread(damage, stage.broker, source, lambda log: first_batches(log, -2))
            end = next_offset(segment(stage.broker, source).read_bytes())
            lost += (committed[source] or 0) - end
            stage.fault("the last two batches of a partition lost, processed ones, and new articles in their place")
            halted = await said_by_any(stage, "the partition is halted", f'"partition": {round_}')
            assert f"the log ended at {end}" in halted
            async with stage.newswire.open():
                await stage.newswire.burst(400)
                await stage.newswire.drained()
                await move(stage.settings, {source: end})
                await stage.recovered()
        async with stage.newswire.open():
            await stage.finish(offsets_used_twice=lost)


async def said_by_any(stage: Scene, *words: str) -> str:
    """The line of a worker's log that has the words, once there is one."""
    for _ in range(600):
        for member in stage.members.values():
            if found := member.said(*words):
                return found[0]
        await asyncio.sleep(0.1)
    raise AssertionError(f"no worker said {words}")


@long
async def test_the_broker_goes_while_workers_stop(scene: MakeScene) -> None:
    async with scene() as stage:
        stage.start("one", "two")
        await stage.ready()
        stage.newswire.start(rate=40)
        await asyncio.sleep(3)
        stage.broker.kill()
        stage.fault("broker killed, then workers told to stop (SIGTERM)")
        codes = [await asyncio.to_thread(stage.stop, name) for name in ("one", "two")]
        assert codes == [0, 0]
        await asyncio.to_thread(stage.broker.start)
        stage.start("three", "four")
        await stage.recovered()
        await stage.finish()


@long
async def test_a_transaction_that_times_out(scene: MakeScene) -> None:
    """The coordinator ends the transactions of a worker that still belongs to its group, and fences it."""
    settings = {"worker.session_timeout": 30, "worker.transaction_timeout": 1, "worker.stall_timeout": 60}
    async with scene(**settings) as stage:
        stage.start("one", "two")
        await stage.ready()
        stage.newswire.start(rate=50)
        for _ in range(4):
            await asyncio.sleep(random.uniform(1.0, 3.0))
            assert stage.members["one"].hurt(signal.SIGSTOP)
            stage.fault("worker frozen for 14 s (transaction: 1 s, looked for every 10 s; session: 30 s)")
            await asyncio.sleep(14)
            assert stage.members["one"].hurt(signal.SIGCONT)
            await stage.recovered()
        await stage.finish()


@long
async def test_a_slow_broker(scene: MakeScene) -> None:
    async with scene() as stage:
        stage.start("one", "two")
        await stage.ready()
        stage.newswire.start(rate=40)
        for _ in range(8):
            await asyncio.sleep(random.uniform(0.5, 2.0))
            await frozen(stage.broker, seconds := random.uniform(1.0, 4.0))
            stage.fault("broker frozen for 1 to 4 s")
            assert seconds < 4.01
        await stage.recovered()
        await stage.finish()


@long
async def test_a_broker_frozen_past_every_timeout(scene: MakeScene) -> None:
    async with scene() as stage:
        stage.start("one", "two")
        await stage.ready()
        stage.newswire.start(rate=30)
        for _ in range(2):
            await asyncio.sleep(2)
            stage.fault("broker frozen for 35 s (longest time-out: 30 s)")
            await frozen(stage.broker, 35)
            await stage.recovered()
        await stage.finish()


async def frozen(broker: LocalBroker, seconds: float) -> None:
    """Connections stay open and nobody answers."""
    broker.freeze()
    try:
        await asyncio.sleep(seconds)
    finally:
        broker.thaw()
