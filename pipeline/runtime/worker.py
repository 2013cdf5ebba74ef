"""One worker, from start to drain: the pool, the Faust app, the lanes, the web port and the watchdog, put together."""

import asyncio
import os
import socket
import threading
import time
from contextlib import AsyncExitStack
from dataclasses import dataclass
from importlib.metadata import version
from typing import TYPE_CHECKING

from aiokafka.errors import KafkaError
from prometheus_client import CollectorRegistry

from pipeline.core.flow import stateless
from pipeline.core.steps.settings import Loaded
from pipeline.runtime.config.settings import Settings, step_settings
from pipeline.runtime.config.sources import SettingsError
from pipeline.runtime.exits import Exit
from pipeline.runtime.health.health import Health
from pipeline.runtime.health.sampling import Sampler
from pipeline.runtime.health.watchdog import Watchdog
from pipeline.runtime.kafka import topics
from pipeline.runtime.kafka.connection import BrokerUnreachableError, not_allowed, open_admin, unreachable
from pipeline.runtime.kafka.group import follow_strangers
from pipeline.runtime.lanes.lanes import Lanes
from pipeline.runtime.lanes.learned import LearnedLines
from pipeline.runtime.lanes.messages import Committed
from pipeline.runtime.lanes.moved import follow_moved
from pipeline.runtime.pool.pool import Pool, PoolError
from pipeline.runtime.pool.process import Plan
from pipeline.runtime.reading.reader import Reader
from pipeline.runtime.system import files
from pipeline.runtime.system.logs import get_logger
from pipeline.runtime.system.scratch import scratch_folder
from pipeline.runtime.system.signals import drain_signals
from pipeline.runtime.telemetry.metrics import Metrics
from pipeline.runtime.telemetry.recording import record_batch
from pipeline.runtime.telemetry.tracing import TracingError, open_tracing
from pipeline.runtime.web.live import Live
from pipeline.runtime.web.server import WebServer

if TYPE_CHECKING:
    from pipeline.runtime.telemetry.spans import StageSpans

_STOP_TIMEOUT = 10.0  # seconds for each part to let go once the lanes are drained
_LAST_RESORT = 20.0  # seconds after which a worker that should have ended is ended from a thread


@dataclass(frozen=True, slots=True)
class _Ending:
    code: Exit
    why: str | None = None


class Worker:
    """Runs until it is told to stop or cannot go on."""

    def __init__(self, settings: Settings) -> None:
        """Prepare; nothing is started or connected before `run`."""
        self._settings = settings
        self._log = get_logger("dateline.worker")
        name = f"{socket.gethostname()}-{os.getpid()}"
        self._metrics = Metrics(CollectorRegistry(), settings.metrics.sources)
        self._metrics.progress.set(time.time())
        self._pool = Pool(
            Plan(step_settings(settings), stateless(), settings.pool.memory_mib),
            processes=settings.processes,
            article_timeout=settings.pool.article_timeout,
            batches_per_process=settings.pool.tasks_per_process,
            on_failure=self._pool_failure,
        )
        self._learned = LearnedLines(settings) if settings.learn.enabled else None
        self._lanes = Lanes(
            settings,
            self._pool,
            worker=name,
            on_commit=self._committed,
            on_failure=lambda error: self.fail(str(error) or repr(error)),
            on_abort=lambda stage: self._metrics.transactions.labels(stage.value, "aborted").inc(),
            learned=self._learned,
        )
        identity = {"worker": name, "group": settings.group, "broker": settings.broker}
        self._health = Health(self._pool, self._lanes, settings.worker.stall_timeout, identity)
        self._live = Live(self._health)
        self._web = WebServer(settings.web, self._metrics, self._health, self._live)
        self._spans: StageSpans | None = None
        self._ending: asyncio.Future[_Ending] | None = None
        self._loop: asyncio.AbstractEventLoop | None = None

    async def run(self) -> Exit:
        """Start everything, work, drain on SIGTERM, SIGINT or SIGHUP; how it ended."""
        self._loop = asyncio.get_running_loop()
        self._ending = self._loop.create_future()
        for number in drain_signals():
            self._loop.add_signal_handler(number, self._drain)
        async with AsyncExitStack() as parts:
            starting = asyncio.create_task(self._start(parts), name="start")
            starting.add_done_callback(self._started)
            ending = await self._ending
            starting.cancel()
            await asyncio.gather(starting, return_exceptions=True)
            await self._wind_down(ending)
        return ending.code

    def fail(self, why: str, code: Exit = Exit.FAILED) -> None:
        """End the worker because it cannot go on. May be called from any thread, more than once."""
        assert self._loop is not None
        self._health.failed(why)
        self._loop.call_soon_threadsafe(self._end, _Ending(code, why))
        if not self._health.stopping:  # else the end is set already, and the other lanes have until then
            _exit_later(_LAST_RESORT, code)

    def _drain(self) -> None:
        if self._health.stopping:
            return
        drain_timeout = self._settings.worker.drain_timeout
        self._log.info("stopping", drain_timeout=drain_timeout)
        self._health.stops()
        self._end(_Ending(Exit.DRAINED))
        _exit_later(drain_timeout + _LAST_RESORT, Exit.FAILED)

    def _end(self, ending: _Ending) -> None:
        if self._ending is not None and not self._ending.done():
            self._ending.set_result(ending)

    def _started(self, task: "asyncio.Task[None]") -> None:
        if task.cancelled() or (error := task.exception()) is None:
            return
        codes = {
            PoolError: Exit.UNUSABLE,
            SettingsError: Exit.UNUSABLE,
            BrokerUnreachableError: Exit.BROKER_UNREACHABLE,
            topics.MissingTopicError: Exit.MISSING_TOPIC,
            topics.TopicError: Exit.UNUSABLE,
            TracingError: Exit.UNUSABLE,
            files.TooFewFilesError: Exit.UNUSABLE,
            OSError: Exit.UNUSABLE,
        }
        code = next((code for kind, code in codes.items() if isinstance(error, kind)), Exit.FAILED)
        if code is Exit.FAILED:
            self._log.error("the worker could not start", exc_info=error)
        self._end(_Ending(code, str(error) or repr(error)))

    async def _start(self, parts: AsyncExitStack) -> None:
        settings = self._settings
        self._log.info("starting", broker=settings.broker, group=settings.group, processes=settings.processes)
        if settings.web.enabled:
            parts.push_async_callback(self._web.stop)
            address = await self._web.start()
            self._log.info("web port open", metrics=f"{address}/metrics", ready=f"{address}/health/ready")
        self._spans = open_tracing(settings, "dateline-worker")
        if self._spans is not None:
            parts.push_async_callback(self._spans.close)
        folder = parts.enter_context(scratch_folder())
        parts.push_async_callback(self._pool.stop)
        loaded = await self._pool.start()
        self._announce(loaded)
        self._health.starts(f"waiting for the broker at {settings.broker}")
        await self._check_topics()
        if self._learned is not None:
            await self._read_learned(self._learned, parts)
        self._health.starts("joining the consumer group")
        reader = Reader(settings, self._lanes, self._metrics, state=folder, report_fatal=self.fail)
        self._health.reads(reader)
        parts.push_async_callback(self._stop, reader)
        await reader.start()
        for work, name in (
            (self._sample(), "sample"),
            (self._follow(reader), "follow"),
            (follow_moved(settings, self._lanes), "follow moved"),
            (follow_strangers(settings, self._met), "follow strangers"),
        ):
            parts.callback(asyncio.create_task(work, name=name).cancel)
        self._watch(parts)
        self._health.starts("")
        self._log.info("reading", topics=list(self._lanes.input_topics))

    def _announce(self, loaded: Loaded) -> None:
        self._metrics.pool_processes.set(self._pool.state.processes)
        self._metrics.build.labels(version("dateline"), loaded.cleaner or "none", loaded.model or "none").set(1)
        self._log.info("models loaded", model=loaded.model, cleaner=loaded.cleaner)
        if loaded.fast_engine_refused:
            self._log.warning("the fast entity engine cannot run this model", reason=loaded.fast_engine_refused)

    async def _check_topics(self) -> None:
        wait = self._settings.worker.broker_wait
        self._log.info("looking for the broker", broker=self._settings.broker, wait=wait)
        deadline = time.monotonic() + wait
        while True:
            try:
                return await self._look_at_topics(max(0.0, deadline - time.monotonic()))
            except KafkaError as error:  # asked was a broker of several that has gone, or one that knows no other yet
                if not error.retriable:
                    raise
                if time.monotonic() > deadline:
                    raise BrokerUnreachableError(unreachable(self._settings, error)) from error
                self._log.warning("the topics could not be looked at, trying again", error=repr(error))
                await asyncio.sleep(1.0)

    async def _look_at_topics(self, wait: float) -> None:
        admin = await open_admin(self._settings, wait=wait)
        try:
            await topics.require(admin, self._settings, self._settings.channels)
            brokers, processes = len((await admin.describe_cluster())["brokers"]), self._settings.processes
            files.make_room(files.needed(brokers=brokers, processes=processes))
        finally:
            await admin.close()

    async def _read_learned(self, learned: LearnedLines, parts: AsyncExitStack) -> None:
        """Know what recurs in the sources before the first lane opens, and from then on."""
        self._health.starts("reading what recurs in the sources")
        parts.push_async_callback(learned.view.close)
        records = await learned.view.read()
        self._log.info("learned lines read", records=records, lines=len(learned.known), sources=learned.known.sources)
        following = asyncio.create_task(learned.view.follow(), name="follow learned lines")
        following.add_done_callback(self._unfollowed)
        parts.callback(following.cancel)

    def _unfollowed(self, task: "asyncio.Task[None]") -> None:
        """End the worker when it can no longer follow what is learned: it would work with what was known once."""
        if not task.cancelled() and (error := task.exception()) is not None:
            self.fail(f"the learned lines can no longer be read: {not_allowed(error) or repr(error)}")

    def _watch(self, parts: AsyncExitStack) -> None:
        assert self._loop is not None
        watchdog = Watchdog(
            progress=self._health.progress,
            at_rest=self._health.at_rest,
            broker=self._settings.broker,
            limit=self._settings.worker.stall_timeout,
            loop=self._loop,
            on_stall=lambda why: self._log.critical("the worker is stuck and ends itself", why=why),
        )
        self._health.watched(watchdog)
        parts.callback(watchdog.stop)
        watchdog.start()

    async def _wind_down(self, ending: _Ending) -> None:
        """Commit what is in flight, if all is well; the parts themselves are let go by the caller's stack."""
        if not self._health.stopping:  # a part that could not start may have left a thread behind that never ends
            _exit_later(_LAST_RESORT, ending.code)
        self._health.stops()
        if ending.why is not None:
            self._log.error("the worker ends", why=ending.why, exit_code=int(ending.code))
        await self._lanes.close(self._settings.worker.drain_timeout if ending.code is Exit.DRAINED else 0.0)

    async def _stop(self, reader: Reader) -> None:
        if not await reader.stop(_STOP_TIMEOUT):
            self._log.warning("Faust did not stop in time; the group will notice by its session time-out")

    async def _follow(self, reader: Reader) -> None:
        """End the worker when its reader ends by itself."""
        self.fail(await reader.ended())

    async def _sample(self) -> None:
        """Look now and then at what no batch tells."""
        sampler = Sampler(self._metrics, self._health, self._lanes, self._pool)
        while True:
            try:
                await sampler.look()
                standings = self._health.standings()
                self._lanes.look_for_lost({s.source: s.given_out for s in standings if s.given_out is not None})
            except Exception:  # noqa: BLE001 - it is another thread's state, and lost records must still be looked for
                self._log.exception("a look at the worker failed, looking again")

    def _committed(self, committed: Committed) -> None:
        self._health.committed()
        record_batch(self._metrics, committed)
        if self._settings.web.live:
            self._live.committed(committed)
        if self._spans is not None:
            self._spans.batch(committed)

    def _met(self, strangers: list[str]) -> None:
        if strangers and self._health.why_not_ready() is None:
            self._log.error("other programs are in the consumer group and take partitions away", who=strangers)
        self._health.shares_with(strangers)

    def _pool_failure(self, reason: str, why: str) -> None:
        self._metrics.pool_failures.labels(reason).inc()
        self._log.warning("a batch failed in the pool; its articles are tried one by one", reason=reason, why=why)


def run_worker(settings: Settings) -> Exit:
    """Run a worker in this process until it ends."""
    return asyncio.run(Worker(settings).run())


def _exit_later(after: float, code: int) -> None:
    """End this process from a thread if it still runs then: what should end it may be what hangs."""

    def end() -> None:
        time.sleep(after)
        os._exit(code)

    threading.Thread(target=end, name="last resort", daemon=True).start()
