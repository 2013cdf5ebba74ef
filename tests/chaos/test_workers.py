"""Workers are killed, frozen, stopped, replaced, misconfigured and starved of disk while articles flow."""

import asyncio
import random
import signal
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from aiokafka import AIOKafkaProducer, TopicPartition
from aiokafka.protocol.admin import DeleteGroupsRequest

from pipeline.runtime.config.settings import Settings
from pipeline.runtime.kafka.connection import client_options, open_admin
from pipeline.tools.broker.process import ended
from tests.support.chaos import Scene
from tests.support.ledger import settled_states

long = pytest.mark.chaos
MakeScene = Callable[..., Scene]


@pytest.mark.parametrize("kills", [pytest.param(2, id="short"), pytest.param(20, id="full", marks=long)])
async def test_workers_killed_at_random(scene: MakeScene, kills: int) -> None:
    async with scene() as stage:
        stage.start("one", "two")
        await stage.ready()
        stage.newswire.start(rate=40)
        for _ in range(kills):
            await asyncio.sleep(random.uniform(0.5, 5.0))
            await stage.hurt(random.choice(("one", "two")), signal.SIGKILL)
            stage.fault("worker killed (SIGKILL)")
        await stage.recovered()
        await stage.finish()


@pytest.mark.parametrize("freezes", [pytest.param(1, id="short"), pytest.param(4, id="full", marks=long)])
async def test_a_worker_frozen_past_its_session_is_fenced_when_it_wakes(scene: MakeScene, freezes: int) -> None:
    async with scene() as stage:
        stage.start("sleeper", "other")
        await stage.ready()
        stage.newswire.start(rate=40)
        for _ in range(freezes):
            await asyncio.sleep(random.uniform(1.0, 3.0))
            await stage.hurt("sleeper", signal.SIGSTOP)
            stage.fault("worker frozen for 10 s or more (session: 6 s)")
            waking = asyncio.create_task(asyncio.sleep(10))
            await stage.recovered()  # by the other worker, while this one sleeps
            await waking
            await stage.hurt("sleeper", signal.SIGCONT)
            await stage.recovered()
            await stage.ready()
        await stage.finish()


@long
async def test_supervisors_killed(scene: MakeScene) -> None:
    """The worker must not outlive its supervisor: nobody would start it again."""
    async with scene() as stage:
        stage.start("one", "two")
        await stage.ready()
        stage.newswire.start(rate=40)
        for _ in range(3):
            worker = await stage.members["one"].running_worker()
            stage.members["one"].process.kill()
            stage.fault("supervisor killed (SIGKILL)")
            assert await asyncio.to_thread(ended, worker, 10)
            stage.start("one")
            await stage.recovered()
        await stage.finish()


@long
async def test_scaling_from_one_to_three_and_back_under_load(scene: MakeScene) -> None:
    async with scene() as stage:
        stage.start("one")
        await stage.ready()
        stage.newswire.start(rate=40)
        for _ in range(2):
            for name in ("two", "three"):
                stage.start(name)
                stage.fault("worker added")
                await stage.ready(name)
            await stage.recovered()
            for name in ("three", "two"):
                assert await asyncio.to_thread(stage.stop, name) == 0
                stage.fault("worker taken away (SIGTERM)")
                await stage.recovered()
        await stage.finish()


@long
async def test_a_rolling_restart(scene: MakeScene) -> None:
    async with scene() as stage:
        stage.start("one", "two", "three")
        await stage.ready()
        stage.newswire.start(rate=40)
        for name in ("one", "two", "three"):
            assert await asyncio.to_thread(stage.stop, name) == 0
            stage.fault("worker stopped (SIGTERM) and started")
            stage.start(name)
            await stage.recovered()
            await stage.ready()
        await stage.finish()


@long
async def test_sigterm_in_the_middle_of_a_batch(scene: MakeScene) -> None:
    async with scene() as stage:
        stage.start("one")
        await stage.ready()
        for _ in range(6):
            await stage.newswire.burst(600)  # more than is done when the signal comes
            await asyncio.sleep(random.uniform(0.0, 0.7))
            assert await asyncio.to_thread(stage.stop, "one") == 0
            stage.fault("worker stopped (SIGTERM) with batches in work")
            stage.start("one")
            await stage.recovered()
        await stage.finish()


@long
async def test_two_workers_with_different_versions_of_the_settings(scene: MakeScene) -> None:
    async with scene() as stage:
        other = stage.settings.model_copy(
            update={
                "worker": stage.settings.worker.model_copy(
                    update={"batch_size": 3, "batches_in_flight": 1, "prefetch": 20, "session_timeout": 12.0}
                ),
                "clean": stage.settings.clean.model_copy(update={"caution": "cautious"}),
            }
        )
        stage.start("old")
        stage.start("new", settings=other)
        await stage.ready()
        stage.newswire.start(rate=40)
        for name in ("old", "new", "old", "new"):
            await asyncio.sleep(random.uniform(1.0, 3.0))
            await stage.hurt(name, signal.SIGKILL)
            stage.fault("one of two workers with different settings killed (SIGKILL)")
            await stage.recovered()
        await stage.finish()


@long
async def test_the_disk_of_the_worker_full(scene: MakeScene, tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk") as disk:
        async with scene() as stage:
            sound, stage.folder = stage.folder, disk
            stage.start("one", variables={"TMPDIR": str(disk)})
            await stage.ready()
            stage.newswire.start(rate=40)
            for act in (None, signal.SIGKILL, signal.SIGKILL):
                fill(disk)
                stage.fault("no space for logs and temporary files" + (", worker killed (SIGKILL)" if act else ""))
                if act:
                    await stage.hurt("one", act)
                await stage.recovered()
            assert await asyncio.to_thread(stage.stop, "one") == 0
            stage.folder = sound
            stage.start("two")
            await stage.finish()


@long
async def test_a_group_state_that_is_empty_for_a_while_replays_nothing(scene: MakeScene) -> None:
    async with scene() as stage:
        stage.start("one")
        await stage.ready()
        for number in range(3):
            await stage.newswire.burst(300)
            await stage.recovered()
            await stage.newswire.drained()
            assert await asyncio.to_thread(stage.stop, "one") == 0
            before = {TopicPartition(s.topic, s.partition): s.committed for s in await settled_states(stage.settings)}
            await forget_offsets(stage.settings)
            stage.fault("group without offsets (-1) for seconds")
            seen = len(stage.reader.seen)
            stage.start("one")
            asked = [asyncio.to_thread(stage.members["one"].wait_for, "no committed offset yet, asking again", 300)]
            await asyncio.gather(*asked)
            await asyncio.sleep(3 + number)
            assert len(stage.reader.seen) == seen
            await commit(stage.settings, before)
            await stage.recovered()
        await stage.finish()


async def forget_offsets(settings: Settings) -> None:
    """Delete the group, with its offsets, once it has no members."""
    admin = await open_admin(settings)
    try:
        for _ in range(60):
            answer = await admin._send_request(DeleteGroupsRequest([settings.group]))
            ((_, code),) = answer.results
            if code == 0:
                return
            await asyncio.sleep(0.5)
        raise AssertionError(f"the group could not be deleted: error {code}")
    finally:
        await admin.close()


async def commit(settings: Settings, offsets: dict[TopicPartition, int | None]) -> None:
    """Commit offsets as a lane does."""
    producer = AIOKafkaProducer(transactional_id=f"{settings.group}-test", **client_options(settings))
    await producer.start()
    try:
        async with producer.transaction():
            await producer.send_offsets_to_transaction(offsets, settings.group)
    finally:
        await producer.stop()


@contextmanager
def small_disk(folder: Path) -> Iterator[Path]:
    """A file system of 128 MiB: enough for the temporary files of a start, and quickly filled."""
    folder.mkdir()
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=128m", "tmpfs", str(folder)], capture_output=True, text=True, check=False
    )
    if done.returncode:
        pytest.skip(f"a small file system can be mounted by root only: {done.stderr.strip()}")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def fill(disk: Path) -> None:
    """Take every byte that is left."""
    with (disk / "ballast").open("ab", buffering=0) as ballast:
        try:
            while True:
                ballast.write(b"\0" * 65536)
        except OSError:
            return
