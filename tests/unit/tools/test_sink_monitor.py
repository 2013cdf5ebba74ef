"""What a sink tells of itself: how far it is behind, what it failed at, and for how long it is overdue."""

import time

import pytest

from pipeline.core.flow import Channel
from pipeline.tools.sink.monitor import Monitor
from pipeline.tools.sink.postgres import without_secrets
from pipeline.tools.top.figures import of_sinks
from pipeline.tools.top.scrape import Look, Snapshot


class Clock:
    """A time that only moves when it is told to."""

    now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(time, "monotonic", made)
    return made


def _monitor(every: float = 0.0) -> tuple[Monitor, list[str]]:
    told: list[str] = []
    return Monitor("parquet", Channel.ENRICHED, told.append, every=every), told


def _value(monitor: Monitor, name: str, **labels: str) -> float | None:
    return monitor.metrics.registry.get_sample_value(name, {"sink": "parquet", "channel": "enriched", **labels})


def test_it_is_overdue_only_beyond_the_time_that_a_record_may_be_held(clock: Clock) -> None:
    monitor, _ = _monitor(every=300)
    monitor.stands(0, 5, 5)
    clock.now += 10_000
    assert monitor.overdue() == 0  # nothing waits
    monitor.stands(0, 5, 6)
    clock.now += 300
    assert monitor.overdue() == 0
    clock.now += 20
    assert monitor.overdue() == 20 == _value(monitor, "dateline_sink_overdue_seconds")
    monitor.stands(0, 5, 90)  # more wait, and none was written
    assert monitor.overdue() == 20
    monitor.stands(0, 80, 90)
    assert monitor.overdue() == 0


def test_the_partition_that_waits_longest_counts(clock: Clock) -> None:
    monitor, _ = _monitor()
    monitor.stands(0, 0, 1)
    clock.now += 7
    monitor.stands(1, 0, 1)
    clock.now += 3
    monitor.stands(1, 1, 1)
    assert monitor.overdue() == 10
    assert [_value(monitor, "dateline_sink_lag_records", partition=one) for one in "01"] == [1, 0]


def test_it_is_ready_once_it_reads_and_again_after_what_failed_is_written() -> None:
    monitor, told = _monitor()
    assert (monitor.reads, monitor.why_not_ready()) == (False, "it has not begun to read")
    monitor.stands(0, 0, 2)
    assert monitor.why_not_ready() is None
    monitor.failed("target", "the disk is full")
    monitor.stands(0, 0, 3)
    assert monitor.why_not_ready() == "the disk is full" == told[0]
    monitor.wrote(3)
    assert monitor.why_not_ready() is None
    monitor.left_out("offset 3", "deleted_unread", 8)
    assert _value(monitor, "dateline_sink_failures_total", reason="target") == 1
    assert _value(monitor, "dateline_sink_failures_total", reason="broker") == 0
    assert _value(monitor, "dateline_sink_refused_total", reason="deleted_unread") == 8
    assert (_value(monitor, "dateline_sink_written_total"), monitor.records, monitor.problems) == (3, 3, 1)


def test_top_has_the_rates_of_a_sink_and_how_it_is() -> None:
    def seen(at: float, written: float, why: str | None) -> Snapshot:
        values = {"dateline_sink_written_total": {frozenset({("sink", "parquet")}): written}}
        return Snapshot("a:1", at, values, why, sink="parquet", channel="enriched", target="/data")

    (figures,) = of_sinks(Look([], sinks=[seen(10, 50, "full")]), Look([], sinks=[seen(0, 20, None)]))
    assert (figures.written, figures.state, figures.target) == (3.0, "full", "/data")


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("postgresql://anna:secret@db:5433/news?password=x", "db:5433/news"),
        ("postgresql://anna@a:1,b:2/news", "a:1,b:2/news"),
        ("postgresql:///news?host=/run", "localhost/news"),
    ],
)
def test_an_address_is_shown_without_its_secrets(address: str, shown: str) -> None:
    assert without_secrets(address) == shown
