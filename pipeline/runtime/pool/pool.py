"""The killable process pool: batches in, outcomes out, and one article lost at most to a crash or a hang."""

import asyncio
import contextlib
import multiprocessing
import multiprocessing.forkserver
import os
import signal
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from multiprocessing import resource_tracker

import psutil
from pebble import ProcessExpired, ProcessPool

from pipeline.core.codec import Limits
from pipeline.core.flow import Stage
from pipeline.core.outcome import Message, Outcome
from pipeline.core.reasons import DeadReason
from pipeline.core.steps.deadletters import dead
from pipeline.core.steps.settings import Loaded
from pipeline.runtime.pool.dispatch import Dispatcher
from pipeline.runtime.pool.process import (
    PLAN_VARIABLE,
    SINGLE_THREADED,
    BatchResult,
    Plan,
    hello,
    run_batch,
    start_process,
)
from pipeline.runtime.system.memory import Footprint, footprint

START_TIMEOUT = 120.0  # seconds to load the models; 3 to 6 were seen for md on a slow core
_CRASHES_ALONE = 2  # a process may be killed from outside; an article is blamed when it was alone both times


class PoolError(Exception):
    """The pool cannot work at all: the models could not be loaded. The message is for the user."""


@dataclass(frozen=True, slots=True)
class Finished:
    """What became of a batch: outcomes in the messages' order, and what the metrics want to know."""

    outcomes: list[Outcome]
    seconds: float


@dataclass(slots=True)
class PoolState:
    """Figures of the pool as they stand."""

    processes: int
    in_flight: int = 0
    finished: int = 0
    crashes: int = 0
    timeouts: int = 0
    busy_seconds: float = 0.0


class Pool:
    """Runs batches in processes that share the models' memory and can be killed one by one."""

    def __init__(
        self,
        plan: Plan,
        *,
        processes: int,
        article_timeout: float,
        batches_per_process: int,
        on_failure: Callable[[DeadReason, str], None] = lambda _reason, _why: None,
    ) -> None:
        """Prepare a pool; `on_failure` hears of every batch that failed with its process, by why."""
        self._plan = plan
        self._limits: Limits = plan.settings.limits
        self._timeout = article_timeout
        self._batches_per_process = batches_per_process
        self._on_failure = on_failure
        self._pool: ProcessPool | None = None
        self._dispatcher: Dispatcher | None = None
        self.state = PoolState(processes)

    async def start(self) -> Loaded:
        """Load the models and warm every process; call it from the main thread.

        Raises:
            PoolError: the models could not be loaded.
        """
        os.environ.update(SINGLE_THREADED)
        os.environ[PLAN_VARIABLE] = self._plan.pack()
        multiprocessing.set_forkserver_preload(["pipeline.runtime.pool.preload"])
        # Started here and not in one of the pool's threads: the kernel ties its life to the thread that starts it.
        # It and all its processes inherit the mask: Ctrl-C in a terminal is for this process, which ends them.
        resource_tracker.ensure_running()  # the fork server would start it, and it takes SIGINT out of the mask again
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            multiprocessing.forkserver.ensure_running()
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
        await _fork_server_has_loaded()
        self._pool = ProcessPool(
            max_workers=self.state.processes,
            max_tasks=self._batches_per_process,
            initializer=start_process,
            initargs=(self._plan.memory_mib,),
            context=multiprocessing.get_context("forkserver"),
        )
        greetings = [
            self._pool.schedule(hello, args=(0.2,), timeout=START_TIMEOUT) for _ in range(self.state.processes)
        ]
        try:
            loaded: list[Loaded] = await asyncio.gather(*(asyncio.wrap_future(greeting) for greeting in greetings))
        except RuntimeError as error:
            raise PoolError(str(error)) from None
        except TimeoutError:
            raise PoolError(f"the models were not loaded within {START_TIMEOUT:.0f} s") from None
        except ProcessExpired as error:
            raise PoolError(f"a pool process died while it started: {_how(error)}") from None
        self._dispatcher = Dispatcher(self._pool)
        return loaded[0]

    async def run(self, stage: Stage, messages: Sequence[Message]) -> Finished:
        """Take a batch through a step. When its process crashes or hangs, its articles are tried one by one."""
        self.state.in_flight += 1
        try:
            result = await self._submit(stage, messages)
            return Finished(result.outcomes, result.seconds)
        except (ProcessExpired, TimeoutError, MemoryError) as error:
            self._note(error)
            outcomes = [await self._run_alone(stage, message) for message in messages]
            return Finished(outcomes, 0.0)
        finally:
            self.state.in_flight -= 1

    async def _run_alone(self, stage: Stage, message: Message) -> Outcome:
        for _ in range(_CRASHES_ALONE):
            try:
                return (await self._submit(stage, [message])).outcomes[0]
            except TimeoutError as error:
                self._note(error)
                why = f"the {stage} step took longer than pool.article_timeout ({self._timeout:g} s)."
                return dead(stage, message, DeadReason.TIMEOUT, why, self._limits)
            except MemoryError as error:  # not even a dead letter could be made there
                self._note(error)
                why = "the article needs more memory than pool.memory_mib"
                return dead(stage, message, DeadReason.OUT_OF_MEMORY, why, self._limits)
            except ProcessExpired as error:
                self._note(error)
                how = _how(error)
        why = f"the process that worked on it died, twice with this article alone ({how})."
        return dead(stage, message, DeadReason.CRASHED, why, self._limits)

    async def _submit(self, stage: Stage, messages: Sequence[Message]) -> BatchResult:
        assert self._dispatcher is not None, "the pool was not started"
        result = await self._dispatcher.run(run_batch, stage, messages, timeout=self._timeout)
        self.state.finished += 1
        self.state.busy_seconds += result.seconds
        return result

    def _note(self, error: Exception) -> None:
        if isinstance(error, TimeoutError):
            self.state.timeouts += 1
            self._on_failure(
                DeadReason.TIMEOUT, f"a batch took longer than {self._timeout:g} s; its process was killed"
            )
        elif isinstance(error, MemoryError):
            self._on_failure(DeadReason.OUT_OF_MEMORY, "a pool process came to the end of pool.memory_mib")
        else:
            self.state.crashes += 1
            self._on_failure(DeadReason.CRASHED, f"a pool process died: {_how(error)}")

    def footprint(self) -> Footprint:
        """Memory of the pool's processes together, their fork server included."""
        return footprint(psutil.Process().children(recursive=True))

    def pids(self) -> frozenset[int]:
        """The pool's processes, as they are now: children of the fork server, which is a child of this process."""
        me = psutil.Process()
        direct = {child.pid for child in me.children()}
        return frozenset(child.pid for child in me.children(recursive=True)) - direct

    async def stop(self) -> None:
        """End the processes at once; what they were working on is not answered."""
        if self._pool is not None:
            pool, self._pool = self._pool, None
            pool.stop()  # type: ignore[no-untyped-call]
            await asyncio.to_thread(pool.join, 10)
            await asyncio.to_thread(_end_fork_server)


async def _fork_server_has_loaded() -> None:
    """Wait for the fork server without holding up the event loop.

    It answers nobody before it has loaded the models, and the pool would ask it from here: no signal would be heard
    meanwhile, and no probe answered. The thread that asks instead ends with the fork server, or with this process.

    Raises:
        PoolError: the fork server died.
    """
    loop = asyncio.get_running_loop()
    answered: asyncio.Future[None] = loop.create_future()

    def tell(error: Exception | None) -> None:
        if not answered.done():
            answered.set_result(None) if error is None else answered.set_exception(error)

    def ask() -> None:
        try:
            process = multiprocessing.get_context("forkserver").Process(target=_nothing)
            process.start()
            process.join()
            error = None
        except (OSError, EOFError) as died:
            error = PoolError(f"the process that loads the models died: {died!r}")
        with contextlib.suppress(RuntimeError):  # the loop is closed: nobody waits any more
            loop.call_soon_threadsafe(tell, error)

    threading.Thread(target=ask, name="fork server", daemon=True).start()
    await answered


def _nothing() -> None:
    """What the fork server's first process does."""


def _end_fork_server() -> None:
    """End this process's fork server: it has one plan's models loaded, and the next pool may want others."""
    multiprocessing.forkserver._forkserver._stop()  # type: ignore[attr-defined]


def _how(error: Exception) -> str:
    code = getattr(error, "exitcode", None)
    if code is None:
        return str(error)
    return f"signal {-code}" if code < 0 else f"exit code {code}"
