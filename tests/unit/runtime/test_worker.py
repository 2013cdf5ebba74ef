"""What a worker does when a part of it fails."""

import asyncio
from typing import Any

import pytest

from pipeline.runtime import worker as module
from pipeline.runtime.config.settings import Settings
from pipeline.runtime.worker import Worker


async def test_a_look_that_fails_does_not_end_the_looking(monkeypatch: pytest.MonkeyPatch) -> None:
    looks = 0

    class Stumbling:
        def __init__(self, *_: Any) -> None:
            pass

        async def look(self) -> None:
            nonlocal looks
            looks += 1
            await asyncio.sleep(0)
            if looks == 1:
                raise RuntimeError("dictionary changed size during iteration")

    monkeypatch.setattr(module, "Sampler", Stumbling)
    worker = Worker(Settings())
    looked = asyncio.Event()
    monkeypatch.setattr(worker._lanes, "look_for_lost", lambda _given_out: looked.set())
    sampling = asyncio.create_task(worker._sample())
    async with asyncio.timeout(5):
        await looked.wait()
    sampling.cancel()
    assert looks >= 2


async def test_a_lane_that_fails_while_the_others_drain_does_not_cut_their_time_short(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ends: list[float] = []
    monkeypatch.setattr(module, "_exit_later", lambda after, _code: ends.append(after))
    worker = Worker(Settings())
    worker._loop = asyncio.get_running_loop()
    worker._drain()
    worker._drain()  # Ctrl-C and SIGTERM together
    worker.fail("another worker has taken over articles.raw[0]")
    assert ends == [Settings().worker.drain_timeout + module._LAST_RESORT]
