"""The processes that clean and extract are killed, hang, or run out of memory; the worker goes on."""

import asyncio
import json
import random
import signal
from base64 import b64decode
from collections import Counter
from collections.abc import Callable, Mapping

import psutil
import pytest

from pipeline.core.flow import Channel
from pipeline.core.records import DeadLetter
from tests.support.chaos import Scene
from tests.support.kafka import read_committed

pytestmark = pytest.mark.chaos
MakeScene = Callable[..., Scene]


def large_article(id: str, words: int) -> bytes:
    """Many words without a pause: seconds of work and hundreds of megabytes for the model."""
    sentence = "Maria Keller of Geneva met ministers of Chile and Peru in Nairobi on Tuesday, said Samuel Osei. "
    text = "A long day in Geneva\n\n" + sentence * (words // 17)
    return json.dumps({"id": id, "language": "en", "text": text}).encode()


async def dead_reasons(stage: Scene) -> Mapping[str, int]:
    letters = [DeadLetter.model_validate_json(one.value) for one in await read_committed(stage.settings, Channel.DEAD)]
    for letter in letters:
        assert b64decode(letter.original or ""), "a dead letter without its original"
    return Counter(letter.reason.value for letter in letters)


async def pool_process(stage: Scene, name: str = "one") -> psutil.Process:
    """A pool process of that worker, once there is one."""
    for _ in range(300):
        if found := stage.members[name].pool_processes():
            return random.choice(found)
        await asyncio.sleep(0.1)
    raise AssertionError(f"{name} has no pool process:\n{stage.members[name].tail()}")


async def test_pool_processes_killed(scene: MakeScene) -> None:
    async with scene(**{"pool.processes": 2}) as stage:
        stage.start("one")
        await stage.ready()
        stage.newswire.start(rate=40)
        for _ in range(15):
            await asyncio.sleep(random.uniform(0.3, 2.0))
            (await pool_process(stage)).kill()
            stage.fault("pool process killed (SIGKILL)")
        await stage.recovered()
        await stage.finish()


async def test_the_fork_server_of_the_pool_killed(scene: MakeScene) -> None:
    async with scene() as stage:
        stage.start("one")
        await stage.ready()
        stage.newswire.start(rate=40)
        for _ in range(3):
            await asyncio.sleep(random.uniform(1.0, 2.0))
            server = (await pool_process(stage)).parent()
            assert server is not None
            server.kill()
            stage.fault("fork server killed (SIGKILL)")
            await stage.recovered()
        await stage.finish()


async def test_pool_processes_hanging(scene: MakeScene) -> None:
    async with scene(**{"pool.article_timeout": 3}) as stage:
        stage.start("one")
        await stage.ready()
        stage.newswire.start(rate=40)
        for _ in range(5):
            await asyncio.sleep(random.uniform(0.5, 2.0))
            (await pool_process(stage)).send_signal(signal.SIGSTOP)
            stage.fault("pool process frozen for good (SIGSTOP)")
            await stage.recovered()
        await stage.finish()
        assert (await dead_reasons(stage)).keys() <= {"timeout"}


async def test_articles_that_take_too_long(scene: MakeScene) -> None:
    async with scene(**{"pool.article_timeout": 1, "extract.engine": "spacy"}) as stage:
        stage.start("one")
        await stage.ready()
        stage.newswire.start(rate=30)
        for number in range(3):
            await stage.newswire.send(f"long-{number}", large_article(f"long-{number}", words=20_000))
            stage.fault("article beyond pool.article_timeout")
            await stage.recovered()
        await stage.finish()
        assert (await dead_reasons(stage))["timeout"] >= 3


async def test_pool_processes_out_of_memory(scene: MakeScene) -> None:
    async with scene(**{"pool.memory_mib": 300, "pool.article_timeout": 60}) as stage:
        stage.start("one")
        await stage.ready()
        stage.newswire.start(rate=30)
        for number in range(3):
            await stage.newswire.send(f"large-{number}", large_article(f"large-{number}", words=150_000))
            stage.fault("article beyond pool.memory_mib")
            await stage.recovered()
        await stage.finish()
        reasons = await dead_reasons(stage)
        assert sum(reasons.values()) == 3, reasons
        assert reasons.keys() <= {"out_of_memory", "crashed"}, reasons
