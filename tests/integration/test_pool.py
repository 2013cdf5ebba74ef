"""The pool's processes: killed, hanging, out of memory, orphaned. Real processes and a real model, no broker."""

import asyncio
import multiprocessing.forkserver
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import orjson
import psutil
import pytest

from pipeline.core.codec import Limits
from pipeline.core.flow import Stage
from pipeline.core.outcome import Dead, Done, Message
from pipeline.core.reasons import DeadReason
from pipeline.core.steps.settings import StepSettings
from pipeline.runtime.pool.pool import Pool, PoolError
from pipeline.runtime.pool.process import Plan
from pipeline.tools.broker.process import ended

SENTENCE = "Maria Keller of the Harbour Union said in Geneva on Monday that the talks with Japan would go on. "


def small() -> Message:
    return Message(None, orjson.dumps({"id": "small", "text": SENTENCE}))


def large(kilobytes: int = 900) -> Message:
    """Takes the extract step seconds rather than milliseconds."""
    return Message(None, orjson.dumps({"id": "large", "text": (SENTENCE * 4 + "\n") * (kilobytes * 1000 // 400)}))


def make_pool(**options: Any) -> Pool:
    limits = Limits(output_bytes=64 * 2**20)
    plan = Plan(StepSettings(limits, model="sm", engine="spacy"), tuple(Stage), options.pop("memory_mib", 0))
    return Pool(plan, **{"processes": 1, "article_timeout": 600.0, "batches_per_process": 0, **options})


@pytest.fixture
async def started() -> AsyncIterator[Any]:
    pools: list[Pool] = []

    async def start(**options: Any) -> Pool:
        pool = make_pool(**options)
        pools.append(pool)
        await pool.start()
        return pool

    yield start
    for pool in pools:
        await pool.stop()


def workers() -> list[psutil.Process]:
    """The pool's processes: what the fork server, a child of ours, has forked."""
    servers = [child for child in psutil.Process().children() if "forkserver" in " ".join(child.cmdline())]
    return [worker for server in servers for worker in server.children()]


async def test_a_process_that_is_killed_costs_no_article(started: Any) -> None:
    pool = await started()
    running = asyncio.create_task(pool.run(Stage.EXTRACT, [large(), small()]))
    await asyncio.sleep(0.3)
    for worker in workers():
        worker.kill()
    finished = await running
    assert [type(outcome) for outcome in finished.outcomes] == [Done, Done]
    assert pool.state.crashes == 1


@pytest.mark.parametrize("dies", [False, True])
async def test_signals_and_probes_are_heard_while_the_models_load(dies: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    server = multiprocessing.forkserver
    start_server = server.ensure_running
    first: list[psutil.Process] = []

    def start_and_freeze() -> None:
        start_server()
        if not first:  # it is called for every process that is wanted
            first.append(psutil.Process(server._forkserver._forkserver_pid))  # type: ignore[attr-defined]
            first[0].suspend()

    monkeypatch.setattr(server, "ensure_running", start_and_freeze)
    monkeypatch.setattr(server._forkserver, "ensure_running", start_and_freeze)  # type: ignore[attr-defined]
    pool = make_pool()
    starting = asyncio.create_task(pool.start())
    await asyncio.sleep(0.2)  # the loop goes on, although nothing can be loaded
    monkeypatch.undo()
    assert not starting.done()
    try:
        if dies:
            first[0].kill()
            with pytest.raises(PoolError, match="the process that loads the models died"):
                await starting
        else:
            first[0].resume()
            await starting
            assert (await pool.run(Stage.CLEAN, [small()])).outcomes
    finally:
        await pool.stop()


async def test_a_process_that_is_killed_while_idle_is_replaced(started: Any) -> None:
    pool = await started()
    for _ in range(3):
        for worker in workers():
            worker.kill()
            assert ended(worker, 10)
        await asyncio.sleep(0.5)
        assert isinstance((await pool.run(Stage.CLEAN, [small()])).outcomes[0], Done)
    assert pool.state.crashes == 0


class TooMuchToUnpack(bytes):
    """Bytes that do not fit into the memory of whoever unpacks them."""

    def __reduce__(self) -> Any:
        return _no_memory, ()


def _no_memory() -> None:
    raise MemoryError


async def test_a_batch_whose_process_dies_while_it_takes_it_is_answered(started: Any) -> None:
    pool = await started(processes=2)
    lost = asyncio.create_task(pool.run(Stage.CLEAN, [small(), Message(None, TooMuchToUnpack(b"x")), small()]))
    while not lost.done():
        assert isinstance((await pool.run(Stage.CLEAN, [small()])).outcomes[0], Done)
        await asyncio.sleep(0.2)
    assert [type(outcome) for outcome in (await lost).outcomes] == [Done, Dead, Done]


async def test_an_article_that_takes_too_long_is_the_only_one_lost(started: Any) -> None:
    pool = await started(article_timeout=1.0)
    finished = await pool.run(Stage.EXTRACT, [small(), large(), small()])
    assert [type(outcome) for outcome in finished.outcomes] == [Done, Dead, Done]
    outcome = finished.outcomes[1]
    assert isinstance(outcome, Dead)
    assert outcome.reason is DeadReason.TIMEOUT
    assert "pool.article_timeout (1 s)" in outcome.message
    assert orjson.loads(outcome.outputs[0].value)["stage"] == "extract"


async def test_processes_are_renewed_and_go_on(started: Any) -> None:
    pool = await started(batches_per_process=2)
    before = {worker.pid for worker in workers()}
    for _ in range(7):
        assert isinstance((await pool.run(Stage.CLEAN, [small()])).outcomes[0], Done)
    assert before.isdisjoint({worker.pid for worker in workers()})


async def test_a_missing_model_is_told_and_nothing_is_left_running() -> None:
    pool = Pool(
        Plan(StepSettings(model="xx_no_such_model"), tuple(Stage), 0),
        processes=1,
        article_timeout=1.0,
        batches_per_process=0,
    )
    with pytest.raises(PoolError, match="xx_no_such_model is not installed"):
        await pool.start()
    await pool.stop()
    assert not workers()


ORPHANS = """
import asyncio, os, time
from tests.integration.test_pool import make_pool, workers
async def main():
    pool = make_pool(processes=2)
    await pool.start()
    print(*[worker.pid for worker in workers()], flush=True)
    time.sleep(60)
if __name__ == "__main__":
    asyncio.run(main())
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux's kernel can be asked to end orphans")
def test_no_process_outlives_a_worker_that_is_killed() -> None:
    parent = subprocess.Popen([sys.executable, "-c", ORPHANS], stdout=subprocess.PIPE, text=True, cwd=Path.cwd())
    assert parent.stdout is not None
    pids = [int(pid) for pid in parent.stdout.readline().split()]
    assert len(pids) == 2
    orphans = [psutil.Process(pid) for pid in pids]
    parent.send_signal(signal.SIGKILL)
    parent.wait(10)
    assert all(ended(orphan, 10) for orphan in orphans)
