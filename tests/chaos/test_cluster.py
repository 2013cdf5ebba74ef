"""Three brokers that replicate each other, and one or two of them killed, restarted, frozen or robbed of its disk.

Where one broker is enough to go on without, articles must flow again while it is still away. The workers have
Dateline's own time-outs and the brokers Kafka's, since how long it takes is made of these.
"""

import asyncio
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from pipeline.tools.doctor.broker import checks
from pipeline.tools.doctor.finding import Verdict
from tests.support.chaos import Row, Scene, chaos_settings
from tests.support.cluster import LocalCluster, running_cluster
from tests.support.kafka import make_topics, unique_settings
from tests.support.replicas import Roles, in_sync, roles

pytestmark = pytest.mark.cluster
long = pytest.mark.chaos
MakeScene = Callable[..., "ClusterScene"]

_AS_SHIPPED = {
    "worker.session_timeout": 10,
    "worker.heartbeat_interval": 3,
    "worker.request_timeout": 30,
    "worker.transaction_timeout": 60,
    "worker.stall_timeout": 60,
    "worker.drain_timeout": 30,
    "worker.broker_wait": 60,
    "topics.replication_factor": 3,
    "topics.min_insync_replicas": 2,
}
_GONE_ON = 150.0  # seconds to go on without a broker; a busy machine needs several times what is usual
_STAYS_FROZEN = 40.0  # seconds at least


class ClusterScene(Scene):
    """A scene whose brokers can be hurt one by one."""

    cluster: LocalCluster

    async def roles(self) -> Roles:
        """Who does what now."""
        return await roles(self.settings)

    async def gone_on_without(self) -> None:
        """Articles flow while somebody is away."""
        await self.recovered(_GONE_ON)

    async def whole(self) -> None:
        """Every replica is in sync again, so that the next broker can be spared."""
        await in_sync(self.settings)


@pytest.fixture(scope="module")
def brokers(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalCluster]:
    """Three brokers for all scenarios here: to start them takes longer than many a scenario."""
    # Kafka's own time where figures are taken.
    figures = any(item.get_closest_marker("chaos") and item.path == request.path for item in request.session.items)
    with running_cluster(tmp_path_factory.mktemp("cluster"), session_timeout=9.0 if figures else 3.0) as cluster:
        yield cluster


@pytest.fixture
def cluster(brokers: LocalCluster) -> LocalCluster:
    """All three running, whatever the scenario before left behind."""
    brokers.thaw()
    brokers.start()
    return brokers


@pytest.fixture
def scene(cluster: LocalCluster, tmp_path: Path, row: Row) -> MakeScene:
    """Makes the scene, with settings by dotted paths."""

    def make(**overrides: Any) -> ClusterScene:
        settings = chaos_settings(cluster, **{**_AS_SHIPPED, **overrides})
        made = ClusterScene(cluster, settings, tmp_path, row)
        made.cluster = cluster
        return made

    return make


async def begin(stage: ClusterScene, *workers: str) -> None:
    """Workers at work, and articles that keep coming."""
    stage.start(*(workers or ("one", "two")))
    await stage.ready()
    stage.newswire.start(rate=30)
    await asyncio.sleep(3)


async def frozen(stage: ClusterScene, id: int, seconds: float = _STAYS_FROZEN) -> None:
    """Freeze a broker for so long, or until all goes on without it, and let it go on, too."""
    await asyncio.sleep(random.uniform(0.5, 2.0))
    enough = asyncio.create_task(asyncio.sleep(seconds))
    stage.cluster.nodes[id].freeze()
    await stage.gone_on_without()
    await enough
    stage.cluster.nodes[id].thaw()
    await stage.recovered()
    await stage.whole()


async def away(stage: ClusterScene, id: int) -> None:
    """Kill a broker, see that all goes on without it, and start it again."""
    stage.cluster.kill(id)
    await stage.gone_on_without()
    await asyncio.to_thread(stage.cluster.start, id)
    await stage.recovered()
    await stage.whole()


@long
async def test_the_leader_of_most_partitions_killed(scene: MakeScene) -> None:
    async with scene() as stage:
        await begin(stage)
        for _ in range(3):
            await asyncio.sleep(random.uniform(0.5, 2.0))
            stage.fault("leader killed (SIGKILL), started once all goes on")
            await away(stage, (await stage.roles()).leader_of_most)
        await stage.finish()


@long
async def test_a_leader_frozen(scene: MakeScene) -> None:
    """It keeps its connections and answers nobody. Each broker in turn, so that the active controller is among them."""
    async with scene() as stage:
        await begin(stage)
        for id in random.sample(sorted(stage.cluster.nodes), len(stage.cluster.nodes)):
            stage.fault(f"leader frozen (SIGSTOP) for {_STAYS_FROZEN:.0f} s or more")
            await frozen(stage, id)
        await stage.finish()


@long
async def test_the_group_coordinator_killed(scene: MakeScene) -> None:
    async with scene() as stage:
        await begin(stage)
        for _ in range(3):
            await asyncio.sleep(random.uniform(0.5, 2.0))
            stage.fault("coordinator of the group killed (SIGKILL), started once all goes on")
            await away(stage, (await stage.roles()).group_coordinator)
        await stage.finish()


@long
async def test_the_transaction_coordinator_killed(scene: MakeScene) -> None:
    async with scene() as stage:
        await begin(stage)
        for _ in range(3):
            await asyncio.sleep(random.uniform(0.5, 2.0))
            stage.fault("coordinator of most lanes' transactions killed (SIGKILL), started once all goes on")
            await away(stage, (await stage.roles()).transaction_coordinator)
        await stage.finish()


@long
async def test_the_coordinators_frozen(scene: MakeScene) -> None:
    async with scene() as stage:
        await begin(stage)
        for what in ("group_coordinator", "transaction_coordinator"):
            stage.fault(f"{what.replace('_', ' ')} frozen (SIGSTOP) for {_STAYS_FROZEN:.0f} s or more")
            await frozen(stage, getattr(await stage.roles(), what))
        await stage.finish()


@long
async def test_a_rolling_restart_of_the_brokers(scene: MakeScene) -> None:
    async with scene() as stage:
        await begin(stage)
        for id in stage.cluster.nodes:
            stage.fault("broker stopped (SIGTERM) and started, the next once all replicas are in sync")
            await asyncio.to_thread(stage.cluster.stop, id)
            await asyncio.to_thread(stage.cluster.start, id)
            await stage.recovered()
            await stage.whole()
        await stage.finish()


@long
async def test_two_of_three_brokers_down(scene: MakeScene) -> None:
    async with scene() as stage:
        await begin(stage)
        for _ in range(2):
            await asyncio.sleep(random.uniform(0.5, 2.0))
            ids = random.sample(sorted(stage.cluster.nodes), 2)
            stage.fault("two of three brokers killed (SIGKILL), started after 20 s")
            stage.cluster.kill(*ids)
            await asyncio.sleep(20)
            await asyncio.to_thread(stage.cluster.start, *ids)
            await stage.recovered()
            await stage.whole()
        await stage.finish()


@long
async def test_the_disk_of_a_broker_lost(scene: MakeScene) -> None:
    """It comes back with an empty disk and gets everything from the others; then it has to do without one of these."""
    async with scene() as stage:
        await begin(stage)
        for _ in range(2):
            await asyncio.sleep(random.uniform(0.5, 2.0))
            lost = (await stage.roles()).leader_of_most
            stage.fault("leader killed (SIGKILL), all its data deleted, started")
            stage.cluster.kill(lost)
            stage.cluster.lose_disk(lost)
            await asyncio.to_thread(stage.cluster.start, lost)
            await stage.recovered()
            await stage.whole()
            stage.fault("another broker killed (SIGKILL), once all replicas are rebuilt")
            await away(stage, random.choice([id for id in stage.cluster.nodes if id != lost]))
        await stage.finish()


@pytest.mark.parametrize(
    ("replicas", "in_sync", "said"),
    [(1, 1, "only one of"), (3, 1, "take what one broker has"), (3, 3, "take nothing"), (3, 2, "at least 3")],
    ids=["single", "trusting", "stopping", "right"],
)
async def test_doctor_says_what_topics_lack(cluster: LocalCluster, replicas: int, in_sync: int, said: str) -> None:
    topics = {"topics.replication_factor": replicas, "topics.min_insync_replicas": in_sync, "topics.partitions": 1}
    settings = unique_settings(cluster.bootstrap, **topics)
    await make_topics(settings)
    (found,) = [finding async for finding in checks(settings) if finding.subject == "replicas"]
    assert said in found.found
    assert settings.topics.raw in found.found or found.verdict is Verdict.OK


async def test_in_short_a_leader_frozen_and_another_killed(scene: MakeScene) -> None:
    async with scene() as stage:
        await begin(stage, "one")
        first = (await stage.roles()).leader_of_most
        stage.fault("leader frozen (SIGSTOP) until all goes on")
        await frozen(stage, first, 0.0)
        stage.fault("another killed (SIGKILL), and not started again")
        stage.cluster.kill(random.choice([id for id in stage.cluster.nodes if id != first]))
        await stage.gone_on_without()
        await stage.finish()
