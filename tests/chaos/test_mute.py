"""Alive, heartbeating and reading nothing: the three ways a Faust worker goes mute, with the remedies and without.

Without them the scenarios show that they bring the trouble about at all; with them nobody may stay mute.
"""

import asyncio
import random
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.chaos import Member, Scene

pytestmark = pytest.mark.chaos
MakeScene = Callable[..., Scene]
ROUNDS = 6
PATIENCE = 45.0  # seconds without an article, with the broker up and articles waiting: mute
remedies = pytest.mark.parametrize("remedy", ["off", "on"])


async def is_mute(stage: Scene) -> bool:
    """Whether nothing at all comes out for a while, although the workers run and articles wait.

    A worker that is being started again is not mute, however long a busy machine takes over it.
    """
    async with asyncio.timeout(900):
        while True:
            before = _moved(stage)
            try:
                await stage.recovered(PATIENCE)
            except AssertionError:
                if _moved(stage) == before and all(member.came_up() for member in stage.members.values()):
                    return True
            else:
                return False


def _moved(stage: Scene) -> tuple[int, int]:
    return len(stage.reader.seen), sum(member.starts() for member in stage.members.values())


def sabotaged(stage: Scene, name: str, *sabotage: str) -> None:
    stage.members[name] = Member(
        stage.settings, stage.folder, name, module="tests.chaos.sabotaged", variables={"SABOTAGE": ",".join(sabotage)}
    )


async def end(stage: Scene, name: str) -> None:
    """Kill a worker and its supervisor: a mute one may not care for SIGTERM."""
    member = stage.members.pop(name)
    member.process.send_signal(signal.SIGKILL)
    await asyncio.to_thread(member.process.wait, 10)


async def one_at_a_time(stage: Scene, fault: str, without: str, what: str, remedy: str) -> None:
    """Start one worker after the other with the fault built in; count those that go mute."""
    mute = 0
    for number in range(ROUNDS):
        await stage.newswire.burst(20)
        sabotage = (fault, without, "unwatched") if remedy == "off" else (fault,)
        sabotaged(stage, f"worker-{number}", *sabotage)
        await asyncio.to_thread(stage.members[f"worker-{number}"].wait_for, f"sabotage: {what}", 300)
        stage.fault(what)
        mute += await is_mute(stage)
        await end(stage, f"worker-{number}")
    await account(stage, mute)
    assert mute == (ROUNDS if remedy == "off" else 0)


async def account(stage: Scene, mute: int) -> None:
    """Write down how many were mute; a sound worker finishes the work, and the ledger is right either way."""
    stage.row.mute = mute
    stuck = [line for log in stage.folder.glob("*.log") for line in log.read_text().splitlines() if "is stuck" in line]
    assert not stuck, f"the watchdog had to help: {stuck[0][:400]}"
    stage.start("sound")
    await stage.finish()


@remedies
async def test_the_seek_after_a_rebalance_takes_too_long(scene: MakeScene, remedy: str) -> None:
    async with scene() as stage:
        await one_at_a_time(stage, "hold_seek", "impatient", "the seek is held", remedy)


@remedies
async def test_syncgroup_fails(scene: MakeScene, remedy: str) -> None:
    async with scene() as stage:
        await one_at_a_time(stage, "fail_sync", "parked", "SyncGroup fails", remedy)


@remedies
async def test_both_workers_restart_while_the_broker_dies(scene: MakeScene, remedy: str) -> None:
    async with scene(**{"worker.restart_backoff_max": 1}) as stage:
        mute = 0
        for number in range(ROUNDS):
            names = (f"one-{number}", f"two-{number}")
            for name in names:
                sabotaged(stage, name, *(("stale_metadata", "unwatched") if remedy == "off" else ()))
            await asyncio.gather(
                *(asyncio.to_thread(stage.members[name].wait_for, "looking for the broker", 300) for name in names)
            )
            await asyncio.sleep(random.uniform(0.0, 0.8))
            stage.broker.kill()
            stage.fault("broker killed while two workers join")
            await asyncio.sleep(random.uniform(0.0, 4.0))
            await asyncio.to_thread(stage.broker.start)
            mute += await is_mute(stage)
            for name in names:
                await end(stage, name)
        await account(stage, mute)
        assert remedy == "off" or mute == 0


async def test_a_reader_that_hangs_is_ended_by_the_watchdog(scene: MakeScene, tmp_path: Path) -> None:
    """The last line, for causes nobody knows yet: caught up, a member of its group, and deaf from then on."""
    async with scene() as stage:
        told = tmp_path / "hang"
        stage.start(
            "one", module="tests.chaos.sabotaged", variables={"SABOTAGE": "hang_fetch", "HANG_FETCH": str(told)}
        )
        await stage.recovered()
        worker = stage.members["one"].worker()
        assert worker is not None
        told.write_text(str(worker.pid))
        stage.fault("every fetch hangs")
        await asyncio.sleep(5)
        await stage.recovered()
        assert stage.members["one"].said("is stuck")
        await stage.finish()
