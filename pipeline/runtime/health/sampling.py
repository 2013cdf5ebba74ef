"""What no batch tells and has to be looked at now and then: lag, memory, readiness, the event loop's delay."""

import asyncio
import time

from pipeline.runtime.health.health import Health
from pipeline.runtime.lanes.lanes import Lanes
from pipeline.runtime.pool.pool import Pool
from pipeline.runtime.system.memory import memory_limit
from pipeline.runtime.telemetry.metrics import Metrics

EVERY = 1.0  # seconds between looks
_MEMORY_EVERY = 5.0  # adding up shared pages takes the kernel milliseconds a process


class Sampler:
    """Looks at a worker's parts and sets the gauges."""

    def __init__(self, metrics: Metrics, health: Health, lanes: Lanes, pool: Pool) -> None:
        """Prepare; `pool` has been started."""
        self._metrics = metrics
        self._health = health
        self._lanes = lanes
        self._pool = pool
        self._lag_labels: set[tuple[str, str]] = set()
        self._pids: frozenset[int] = frozenset()
        self._weighed = -_MEMORY_EVERY
        metrics.memory_limit.set(memory_limit())

    async def look(self) -> None:
        """Wait for the time of the next look, and take it."""
        due = time.monotonic() + EVERY
        await asyncio.sleep(EVERY)
        now = time.monotonic()
        self._metrics.loop_delay.observe(max(0.0, now - due))
        self._look_at_lag()
        self._look_at_work()
        if now - self._weighed >= _MEMORY_EVERY:
            self._weighed = now
            await self._weigh()

    def _look_at_lag(self) -> None:
        lags = {(tp.topic, str(tp.partition)): lag for tp, lag in self._health.lags().items() if lag is not None}
        for gone in self._lag_labels - lags.keys():
            self._metrics.lag.remove(*gone)
        for labels, lag in lags.items():
            self._metrics.lag.labels(*labels).set(lag)
        self._lag_labels = set(lags)

    def _look_at_work(self) -> None:
        for stage, articles in self._lanes.in_flight().items():
            self._metrics.in_flight.labels(stage.value).set(articles)
        self._metrics.pool_in_flight.set(self._pool.state.in_flight)
        self._metrics.ready.set(self._health.why_not_ready() is None)
        watchdog = self._health.watchdog
        self._metrics.stalled.set(watchdog.stalled_for if watchdog is not None else 0.0)

    async def _weigh(self) -> None:
        pids = self._pool.pids()
        self._metrics.pool_starts.inc(len(pids - self._pids))
        self._pids = pids
        taken = await asyncio.to_thread(self._pool.footprint)
        self._metrics.pool_resident.set(taken.resident)
        self._metrics.pool_memory.set(taken.proportional)
