"""Figures from two looks at workers, and how they are shown."""

import io
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from pipeline.runtime.config.settings import Settings, Web
from pipeline.tools.durations import duration
from pipeline.tools.top.figures import content, of_all, of_worker, quantile
from pipeline.tools.top.scrape import Look, Snapshot, local_addresses
from pipeline.tools.top.show import screen, sparkline


def _snapshot(
    at: float, done: float, *, address: str = "a:1", busy: float = 0, not_ready: str | None = None
) -> Snapshot:
    extract = frozenset({("stage", "extract"), ("outcome", "done")})
    raw = frozenset({("topic", "articles.raw"), ("partition", "0")})
    values = {
        "dateline_articles_total": {extract: done},
        "dateline_end_to_end_latency_seconds_bucket": {
            frozenset({("le", "1.0")}): done,
            frozenset({("le", "+Inf")}): done,
        },
        "dateline_lag_records": {raw: 7.0},
        "dateline_pool_processes": {frozenset(): 2.0},
        "dateline_pool_busy_seconds_total": {frozenset(): busy},
        "dateline_removed_lines_total": {frozenset({("reason", "tags")}): 3.0},
    }
    return Snapshot(address, at, values, not_ready)


def test_rates_are_of_the_time_between_the_looks() -> None:
    figures = of_worker(_snapshot(10, 500, busy=10), _snapshot(0, 300, busy=2))
    assert figures.enriched == 20
    assert figures.utilisation == 0.4
    assert figures.waiting == {"articles.raw": 7}


def test_the_first_look_has_no_rates_and_the_latency_of_all() -> None:
    figures = of_worker(_snapshot(10, 500), None)
    assert figures.enriched == 0
    assert figures.latency[0.5] == 0.5


def test_a_worker_that_was_started_anew_counts_from_0() -> None:
    assert of_worker(_snapshot(10, 50), _snapshot(0, 300)).enriched == 5


def test_all_workers_are_added_up() -> None:
    before = Look([_snapshot(0, 0, address="a:1"), _snapshot(0, 0, address="b:1")])
    now = Look([_snapshot(10, 100, address="a:1"), _snapshot(10, 200, address="b:1", not_ready="why")])
    together, each = of_all(now, before)
    assert (together.enriched, len(each), together.state) == (30, 2, "1 of 2 ready")
    assert together.waiting == {"articles.raw": 14}
    assert content(now).removed == {"tags": 6}


@pytest.mark.parametrize(("share", "expected"), [(0.25, 0.5), (0.5, 1.0), (0.75, 1.5), (0.99, 1.98)])
def test_quantiles_are_interpolated_within_a_bucket(share: float, expected: float) -> None:
    assert quantile(share, {1.0: 50, 2.0: 100, math.inf: 100}) == pytest.approx(expected)


def test_beyond_the_last_bound_the_bound_is_all_that_is_known() -> None:
    assert quantile(0.99, {1.0: 10, math.inf: 100}) == 1.0
    assert math.isnan(quantile(0.5, {1.0: 0, math.inf: 0}))
    assert math.isnan(quantile(0.5, {}))


@given(st.lists(st.floats(0.0, 100.0), min_size=1), st.floats(0.01, 1.0))
def test_a_quantile_lies_in_the_bucket_of_its_rank(values: list[float], share: float) -> None:
    bounds = [1.0, 2.0, 5.0, 10.0, 50.0, math.inf]
    buckets = {bound: float(sum(value <= bound for value in values)) for bound in bounds}
    rank = sorted(values)[max(0, math.ceil(share * len(values) - 1e-9) - 1)]
    upper = next(bound for bound in bounds if rank <= bound)
    lower = max([0.0, *(bound for bound in bounds if bound < upper)])
    assert lower <= quantile(share, buckets) <= min(upper, 50.0)


def test_the_screen_fits_80_columns_and_says_why_a_worker_is_not_ready() -> None:
    look = Look([_snapshot(10, 100, not_ready="lanes are not open yet: articles.raw[0]")], {"c:9": "no answer in time"})
    together, each = of_all(look, None)
    console = Console(width=80, record=True, file=io.StringIO())
    console.print(screen(together, each, content(look), look, [1, 2, 3]))
    text = console.export_text()
    assert "not ready" in text
    assert "lanes are not open yet: articles.raw[0]" in text
    assert "c:9: no answer in time" in text
    assert "…" not in text


def test_without_workers_it_says_how_to_start_one() -> None:
    look = Look([])
    together, each = of_all(look, None)
    console = Console(width=80, record=True, file=io.StringIO())
    console.print(screen(together, each, content(look), look, []))
    assert "dateline worker" in console.export_text()


def test_workers_of_this_machine_are_sought_from_the_settings_port_on() -> None:
    assert local_addresses(Web(host="0.0.0.0", port=7000))[:2] == ["127.0.0.1:7000", "127.0.0.1:7001"]


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "0 s"),
        (0.0123, "12 ms"),
        (1.5, "1.5 s"),
        (119, "119 s"),
        (600, "10 min"),
        (9000, "2.5 h"),
        (math.inf, "never"),
        (math.nan, "-"),
    ],
)
def test_durations_are_as_a_person_reads_them(seconds: float, text: str) -> None:
    assert duration(seconds) == text


def test_a_sparkline_is_as_high_as_its_highest() -> None:
    assert sparkline([0, 4, 8]) == "▁▅█"
    assert sparkline([0, 0]) == "▁▁"
    assert sparkline([]) == ""


def test_only_workers_of_ones_own_group_and_broker_are_ones_own() -> None:
    settings = Settings(group="news", broker="kafka:9092")
    assert Snapshot("a", 0.0, {}, None, "news", "kafka:9092").belongs_to(settings)
    assert not Snapshot("a", 0.0, {}, None, "sport", "kafka:9092").belongs_to(settings)
    assert not Snapshot("a", 0.0, {}, None, "news", "127.0.0.1:9092").belongs_to(settings)
    assert Snapshot("a", 0.0, {}).belongs_to(settings), "an older worker does not say"
