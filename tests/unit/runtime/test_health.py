"""When a worker is alive, when it is ready, and what it says when it is not; what is sampled of it."""

import time
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

import pytest
from aiokafka import TopicPartition
from prometheus_client import CollectorRegistry

from pipeline.core.flow import Stage
from pipeline.core.learn.known import KnownLines
from pipeline.core.records import LearnedLine
from pipeline.runtime.health import sampling
from pipeline.runtime.health.health import Health
from pipeline.runtime.health.sampling import Sampler
from pipeline.runtime.lanes.halt import Halt, beyond_end, unreadable
from pipeline.runtime.reading.transport import Standing
from pipeline.runtime.system.memory import Footprint
from pipeline.runtime.telemetry.metrics import Metrics

RAW = TopicPartition("articles.raw", 0)
CLEAN = TopicPartition("articles.clean", 0)


@dataclass
class Reader:
    """What the consumer's thread knows."""

    standing: list[Standing] = field(default_factory=list)
    joined: bool = True

    def standings(self) -> list[Standing]:
        return self.standing

    def attached(self) -> bool:
        return self.joined


@dataclass
class Lanes:
    """What the lanes have committed."""

    offsets: dict[TopicPartition, int] = field(default_factory=dict)

    halts: dict[TopicPartition, Halt] = field(default_factory=dict)

    def committed(self) -> dict[TopicPartition, int]:
        return self.offsets

    def halted(self) -> dict[TopicPartition, Halt]:
        return self.halts

    def in_flight(self) -> dict[Stage, int]:
        return {Stage.CLEAN: 3, Stage.EXTRACT: 0}

    counted_sources = 4

    @property
    def learned(self) -> SimpleNamespace:
        known = KnownLines()
        known.take(LearnedLine(source="Courier", line="0" * 16, kind="ruling", verdict="drop"))
        return SimpleNamespace(known=known)


class Pool:
    """A pool of two processes."""

    state = SimpleNamespace(in_flight=2, finished=0, crashes=0, timeouts=0)

    def footprint(self) -> Footprint:
        return Footprint(resident=200, proportional=120)

    def pids(self) -> frozenset[int]:
        return frozenset({11, 12})


def _health(reader: Reader | None = None, lanes: Lanes | None = None) -> Health:
    pool: Any = Pool()
    health = Health(pool, lanes or Lanes(), stall_timeout=60.0)  # type: ignore[arg-type]
    health.reads(reader or Reader())
    health.starts("")
    return health


def test_a_worker_that_starts_is_alive_and_says_what_it_waits_for() -> None:
    health = Health(Pool(), Lanes(), stall_timeout=60.0)  # type: ignore[arg-type]
    assert health.why_not_alive() is None
    assert health.why_not_ready() == "the models are being loaded"


def test_it_is_ready_when_it_has_joined_and_its_lanes_are_open() -> None:
    reader = Reader([Standing(RAW, 5, 5, 5)])
    assert _health(reader, Lanes({RAW: 5})).why_not_ready() is None


def test_a_worker_without_partitions_is_ready_to_get_some() -> None:
    assert _health(Reader([])).why_not_ready() is None


def test_it_is_not_ready_outside_its_group() -> None:
    assert _health(Reader(joined=False)).why_not_ready() == "the worker has not joined its consumer group"


def test_lanes_that_are_not_open_are_named() -> None:
    reader = Reader([Standing(RAW, 5, 5, 5), Standing(CLEAN, 1, 1, 1)])
    assert _health(reader, Lanes({RAW: 5})).why_not_ready() == "lanes are not open yet: articles.clean[0]"


def test_a_worker_that_stops_takes_no_more_work_and_lives_on() -> None:
    health = _health()
    health.stops()
    assert (health.why_not_alive(), health.why_not_ready()) == (None, "the worker is stopping")


@pytest.mark.parametrize(("stalled", "alive", "ready"), [(0, True, True), (40, True, False), (61, False, False)])
def test_without_progress_it_is_first_not_ready_and_then_not_alive(stalled: int, alive: bool, ready: bool) -> None:
    health = _health()
    watchdog: Any = SimpleNamespace(stalled_for=float(stalled))
    health.watched(watchdog)
    assert (health.why_not_alive() is None, health.why_not_ready() is None) == (alive, ready)


def test_a_fatal_error_is_the_reason_whatever_else_there_is() -> None:
    health = _health(Reader(joined=False))
    health.failed("another worker has taken over articles.raw[0]")
    assert health.why_not_alive() == health.why_not_ready() == "another worker has taken over articles.raw[0]"


@pytest.mark.parametrize(
    ("standing", "committed", "lag"),
    [
        (Standing(RAW, 5, 5, 5), 5, 0),
        (Standing(RAW, 5, 5, 9), 5, 4),
        (Standing(RAW, 9, 9, 9), 5, 4),  # read, and not committed yet
        (Standing(RAW, 10, 9, 10), 9, 0),  # a transaction's marker takes the last offset
        (Standing(RAW, None, None, 9), 5, None),
        (Standing(RAW, 5, 5, None), 5, None),
    ],
)
def test_lag_counts_what_is_not_committed_and_no_markers(standing: Standing, committed: int, lag: int | None) -> None:
    assert _health(Reader([standing]), Lanes({RAW: committed})).lags() == {RAW: lag}


@pytest.mark.parametrize(("end", "age", "rests"), [(5, 0.0, True), (9, 0.0, False), (5, 60.0, False)])
def test_it_rests_when_the_broker_just_said_that_nothing_waits(end: int, age: float, rests: bool) -> None:
    reader = Reader([Standing(RAW, 5, 5, end, time.time() - age)])
    assert _health(reader, Lanes({RAW: 5})).at_rest() is rests
    assert not _health(Reader(reader.standing, joined=False), Lanes({RAW: 5})).at_rest()


async def test_the_gauges_follow_what_is_sampled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sampling, "EVERY", 0.0)
    metrics = Metrics(CollectorRegistry())
    reader, lanes = Reader([Standing(RAW, 5, 5, 9), Standing(CLEAN, 1, 1, 1)]), Lanes({RAW: 5, CLEAN: 1})
    sampler = Sampler(metrics, _health(reader, lanes), lanes, Pool())  # type: ignore[arg-type]
    await sampler.look()
    assert _value(metrics, "dateline_lag_records", topic="articles.raw", partition="0") == 4
    assert _value(metrics, "dateline_articles_in_flight", stage="clean") == 3
    assert _value(metrics, "dateline_pool_batches_in_flight") == 2
    assert _value(metrics, "dateline_ready") == 1
    assert _value(metrics, "dateline_stalled_seconds") == 0
    assert _value(metrics, "dateline_pool_memory_bytes") == 120
    assert _value(metrics, "dateline_pool_process_starts_total") == 2
    reader.standing.pop(0)  # revoked
    await sampler.look()
    assert _value(metrics, "dateline_lag_records", topic="articles.raw", partition="0") is None
    assert _value(metrics, "dateline_lag_records", topic="articles.clean", partition="0") == 0
    assert _value(metrics, "dateline_pool_process_starts_total") == 2


def _value(metrics: Metrics, name: str, **labels: str) -> float | None:
    return metrics.registry.get_sample_value(name, labels)


def test_a_halted_partition_makes_it_not_ready_and_is_no_reason_to_end_it() -> None:
    reader = Reader([Standing(RAW, 5, 5, 9, told=0.0), Standing(CLEAN, 5, 5, 5, told=time.time())])
    lanes = Lanes({RAW: 5, CLEAN: 5})
    health = _health(reader, lanes)
    assert not health.at_rest()
    lanes.halts[RAW] = unreadable(5, "the batch at articles.raw[0] cannot be read")
    assert health.at_rest()
    assert health.why_not_alive() is None
    why = health.why_not_ready()
    assert why is not None
    assert why.startswith("articles.raw[0] is halted: the batch")
    assert "dateline offsets" in why


async def test_halted_partitions_and_open_transactions_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sampling, "EVERY", 0.0)
    metrics = Metrics(CollectorRegistry())
    lanes = Lanes({RAW: 9}, {RAW: beyond_end(9, 4)})
    health = _health(Reader([Standing(RAW, 9, 9, 4, uncommitted=3)]), lanes)
    sampler = Sampler(metrics, health, lanes, Pool())  # type: ignore[arg-type]

    def told(name: str, **labels: str) -> float | None:
        return metrics.registry.get_sample_value(name, {"topic": RAW.topic, "partition": "0", **labels})

    await sampler.look()
    assert told("dateline_halted_partitions", reason="beyond_end") == 1
    assert told("dateline_uncommitted_records") == 3
    assert told("dateline_uncommitted_seconds") == 0
    lanes.halts.clear()
    await sampler.look()
    assert told("dateline_halted_partitions", reason="beyond_end") in (None, 0)


def test_a_transaction_holds_a_partition_up_while_the_same_offset_stands_still() -> None:
    open_ = [Standing(RAW, 4, 4, 4, uncommitted=3)]
    held = sampling._held_up(open_, {}, now=100.0)
    held = sampling._held_up(open_, held, now=160.0)
    assert held[RAW] == (4, 100.0, 160.0)
    held = sampling._held_up([Standing(RAW, 9, 9, 9, uncommitted=1)], held, now=170.0)  # another one
    assert held[RAW][1] == 170.0
    held = sampling._held_up([Standing(RAW, 9, 9, 9)], held, now=180.0)
    assert held[RAW][1] == 180.0


def test_other_programs_in_the_group_make_it_not_ready_and_are_named() -> None:
    health = _health(Reader([Standing(RAW, 5, 5, 5)]), Lanes({RAW: 5}))
    health.shares_with(["rdkafka at 10.0.0.7 (group.protocol=consumer)"])
    why = health.why_not_ready()
    assert why is not None
    assert "rdkafka at 10.0.0.7" in why
    health.shares_with([])
    assert health.why_not_ready() is None
