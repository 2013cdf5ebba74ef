"""Faults drawn from a seed. The first worker is spared what would end its process: its memory is what is watched."""

import asyncio
import contextlib
import random
import signal
from collections.abc import Awaitable, Callable

import psutil

from tests.support.chaos import Scene

VICTIM, WATCHED = "victim", "watched"


async def faults(stage: Scene, dice: random.Random, every: float) -> None:
    """One after the other until cancelled, about `every` seconds apart."""
    while True:
        await asyncio.sleep(dice.uniform(0.5, 1.5) * every)
        fault = dice.choice(_FAULTS)
        stage.fault((fault.__doc__ or "").strip(". \n"))
        await fault(stage, dice)


async def _worker_killed(stage: Scene, _dice: random.Random) -> None:
    """worker killed (SIGKILL)"""
    await stage.hurt(VICTIM, signal.SIGKILL)


async def _worker_frozen(stage: Scene, dice: random.Random) -> None:
    """worker frozen for 2 to 12 s"""
    found = stage.members[VICTIM].worker()
    if found is None:
        return
    with contextlib.suppress(psutil.NoSuchProcess):
        found.suspend()
        await asyncio.sleep(dice.uniform(2, 12))
        found.resume()


async def _pool_process_killed(stage: Scene, dice: random.Random) -> None:
    """pool process killed (SIGKILL)"""
    found = stage.members[dice.choice((VICTIM, WATCHED))].pool_processes()
    if found:
        with contextlib.suppress(psutil.NoSuchProcess):
            dice.choice(found).kill()


async def _worker_stopped(stage: Scene, _dice: random.Random) -> None:
    """worker stopped (SIGTERM) and started"""
    await asyncio.to_thread(stage.stop, VICTIM)
    stage.start(VICTIM)


async def _broker_frozen(stage: Scene, dice: random.Random) -> None:
    """broker frozen for 1 to 5 s"""
    stage.broker.freeze()
    await asyncio.sleep(dice.uniform(1, 5))
    stage.broker.thaw()


async def _broker_killed(stage: Scene, _dice: random.Random) -> None:
    """broker killed (SIGKILL) and started"""
    stage.broker.kill()
    await asyncio.to_thread(stage.broker.start)


_FAULTS: tuple[Callable[[Scene, random.Random], Awaitable[None]], ...] = (
    _worker_killed,
    _worker_frozen,
    _pool_process_killed,
    _worker_stopped,
    _broker_frozen,
    _broker_killed,
)
