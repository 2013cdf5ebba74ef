"""What no batch tells and has to be looked at now and then: lag, memory, readiness, the event loop's delay."""

import asyncio
import time
from collections.abc import Mapping, Sequence

from aiokafka import TopicPartition
from prometheus_client import Gauge

from pipeline.runtime.health.health import Health
from pipeline.runtime.lanes.halt import Why
from pipeline.runtime.lanes.lanes import Lanes
from pipeline.runtime.pool.pool import Pool
from pipeline.runtime.reading.transport import Standing
from pipeline.runtime.system.memory import memory_limit
from pipeline.runtime.telemetry.metrics import Metrics

EVERY = 1.0  # seconds between looks
_PROCESSES_EVERY = 5.0
_MEMORY_EVERY = 15.0  # adding up shared pages takes the kernel up to 70 ms a process, and nobody scrapes more often


class _Series:
    """The series of a gauge that come and go with the partitions they are about."""

    def __init__(self, gauge: Gauge) -> None:
        self._gauge = gauge
        self._shown: set[tuple[str, ...]] = set()

    def set(self, values: Mapping[tuple[str, ...], float]) -> None:
        """Show these, by their labels, and no others."""
        for gone in self._shown - values.keys():
            self._gauge.remove(*gone)
        for labels, value in values.items():
            self._gauge.labels(*labels).set(value)
        self._shown = set(values)


# Of each partition the last stable offset, since when it has been that with records behind it, and the present.
_HeldUp = dict[TopicPartition, tuple[int | None, float, float]]


def _held_up(standings: Sequence[Standing], before: _HeldUp, now: float) -> _HeldUp:
    """Where a transaction is open, and since when it is the same one: only then the offset stands still."""
    found: _HeldUp = {}
    for one in standings:
        end, since, _ = before.get(one.source, (None, now, now))
        found[one.source] = (one.end, since if one.uncommitted and end == one.end else now, now)
    return found


def _labels(source: TopicPartition) -> tuple[str, ...]:
    return (source.topic, str(source.partition))


class Sampler:
    """Looks at a worker's parts and sets the gauges."""

    def __init__(self, metrics: Metrics, health: Health, lanes: Lanes, pool: Pool) -> None:
        """Prepare; `pool` has been started."""
        self._metrics = metrics
        self._health = health
        self._lanes = lanes
        self._pool = pool
        self._lag = _Series(metrics.lag)
        self._uncommitted = _Series(metrics.uncommitted)
        self._uncommitted_seconds = _Series(metrics.uncommitted_seconds)
        self._held_up: _HeldUp = {}
        self._halted = _Series(metrics.halted)
        self._pids: frozenset[int] = frozenset()
        self._counted, self._weighed = -_PROCESSES_EVERY, -_MEMORY_EVERY
        metrics.memory_limit.set(memory_limit())

    async def look(self) -> None:
        """Wait for the time of the next look, and take it."""
        due = time.monotonic() + EVERY
        await asyncio.sleep(EVERY)
        now = time.monotonic()
        self._metrics.loop_delay.observe(max(0.0, now - due))
        self._look_at_partitions()
        self._look_at_work()
        if now - self._counted >= _PROCESSES_EVERY:
            self._counted = now
            self._count_processes()
        if now - self._weighed >= _MEMORY_EVERY:
            self._weighed = now
            await self._weigh()

    def _look_at_partitions(self) -> None:
        self._lag.set({_labels(tp): lag for tp, lag in self._health.lags().items() if lag is not None})
        standings = self._health.standings()
        self._uncommitted.set({_labels(one.source): one.uncommitted for one in standings})
        self._held_up = _held_up(standings, self._held_up, time.monotonic())
        self._uncommitted_seconds.set({_labels(tp): now - since for tp, (_, since, now) in self._held_up.items()})
        halted = self._lanes.halted()
        self._halted.set(
            {
                (*_labels(tp), why.value): int(tp in halted and halted[tp].why is why)
                for tp in {*self._lanes.committed(), *halted}
                for why in Why
            }
        )

    def _look_at_work(self) -> None:
        for stage, articles in self._lanes.in_flight().items():
            self._metrics.in_flight.labels(stage.value).set(articles)
        self._metrics.counted_sources.set(self._lanes.counted_sources)
        if self._lanes.learned is not None:
            self._metrics.known_lines.set(len(self._lanes.learned.known))
            self._metrics.known_sources.set(self._lanes.learned.known.sources)
        self._metrics.pool_in_flight.set(self._pool.state.in_flight)
        self._metrics.ready.set(self._health.why_not_ready() is None)
        watchdog = self._health.watchdog
        self._metrics.stalled.set(watchdog.stalled_for if watchdog is not None else 0.0)

    def _count_processes(self) -> None:
        pids = self._pool.pids()
        self._metrics.pool_starts.inc(len(pids - self._pids))
        self._pids = pids

    async def _weigh(self) -> None:
        taken = await asyncio.to_thread(self._pool.footprint)
        self._metrics.pool_resident.set(taken.resident)
        self._metrics.pool_memory.set(taken.proportional)
