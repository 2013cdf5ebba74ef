"""A real Prometheus scrapes a worker that really works: every panel and every rule finds what it asks for."""

import asyncio
import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from prometheus_client.parser import text_string_to_metric_families

from dashboards import check
from dashboards.__main__ import main as dashboards_main
from dashboards.check import Query
from pipeline.core.flow import Channel, inputs
from pipeline.runtime.config.settings import Settings
from tests.support.articles import article_bytes
from tests.support.kafka import environment, make_topics, publish, read_committed, unique_settings
from tests.support.prometheus import (
    ROOT,
    RULE_TESTS,
    RULES,
    Prometheus,
    require,
    rule_queries,
    running_prometheus,
    selectors_in,
)
from tests.support.worker import WorkerProcess, running_worker

pytestmark = pytest.mark.prometheus

_ARTICLES = 24


@pytest.fixture(scope="module")
def watched_settings(broker: str) -> Settings:
    return unique_settings(broker, **{"metrics.sources": ["Coastal Courier"]})


@pytest.fixture(scope="module")
def watched(
    watched_settings: Settings, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[WorkerProcess, Prometheus]]:
    """A worker that has processed articles, bad ones too, and a Prometheus that saw it."""
    require("prometheus")
    folder = tmp_path_factory.mktemp("watching")
    asyncio.run(make_topics(watched_settings))
    with running_worker(watched_settings, folder) as worker, _sink(watched_settings, folder) as sink:
        target = urlsplit(worker.address).netloc
        with running_prometheus(folder, [target], [sink]) as prometheus:
            _wait_for_series(prometheus, "dateline_ready == 1")
            asyncio.run(_work(watched_settings))
            done = f'sum(dateline_articles_total{{stage="extract", outcome="done"}}) == {_ARTICLES}'
            _wait_for_series(prometheus, done)
            _wait_for_series(prometheus, "dateline_pool_memory_bytes > 0")
            _wait_for_series(prometheus, f"sum(dateline_sink_written_total) == {_ARTICLES}")
            time.sleep(3)  # two more looks, so that every rate has a present
            yield worker, prometheus


@contextmanager
def _sink(settings: Settings, folder: Path) -> Iterator[str]:
    """A sink of Parquet files beside it; its address."""
    command = [
        sys.executable,
        "-m",
        "pipeline",
        "sink",
        "parquet",
        str(folder / "files"),
        "--every",
        "1s",
        "--port",
        "0",
    ]
    process = subprocess.Popen(
        command, env={**os.environ, **environment(settings)}, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        assert process.stderr is not None
        line = process.stderr.readline()
        found = re.search(r"http://(\S+)/metrics", line)
        assert found, line
        yield found[1]
    finally:
        process.terminate()
        said, _ = process.communicate(timeout=20)
    assert f"Wrote {_ARTICLES} records" in said


async def _work(settings: Settings) -> None:
    """Articles in two batches some scrapes apart, and some that cannot be processed."""
    for number in range(2):
        sources = ("Coastal Courier", "Inland Gazette")
        await publish(
            settings,
            [article_bytes(id=f"{number}-{one}", source=sources[one % 2]) for one in range(_ARTICLES // 2)],
        )
        await publish(settings, [b"not json", b"\xff\xfe", b"{}"])
        await asyncio.sleep(2)
    await read_committed(settings, Channel.ENRICHED, _ARTICLES)


@pytest.mark.parametrize("query", check.queries(), ids=lambda query: query.where)
def test_every_panel_finds_data(watched: tuple[WorkerProcess, Prometheus], query: Query) -> None:
    _, prometheus = watched
    assert prometheus.query(check.filled(query.expression)), query.expression


@pytest.mark.parametrize("query", rule_queries(), ids=lambda query: query.where)
def test_every_rule_finds_what_it_asks_for(watched: tuple[WorkerProcess, Prometheus], query: Query) -> None:
    """Each selection of series by itself: that an alert's whole expression finds nothing is as it should be."""
    _, prometheus = watched
    for selector in selectors_in(query.expression):
        assert prometheus.query(selector), selector


def test_the_newcomers_check_finds_the_same(
    watched: tuple[WorkerProcess, Prometheus], capsys: pytest.CaptureFixture[str]
) -> None:
    _, prometheus = watched
    assert dashboards_main(["check", f"http://{prometheus.address}"]) == 0
    assert "Every query finds data." in capsys.readouterr().out


def test_prometheus_evaluates_every_rule(watched: tuple[WorkerProcess, Prometheus]) -> None:
    _, prometheus = watched
    unwell = {rule["name"]: rule.get("lastError") for rule in prometheus.rules() if rule["health"] != "ok"}
    assert not unwell


def test_the_pages_figures_are_those_of_the_articles(watched: tuple[WorkerProcess, Prometheus]) -> None:
    worker, _ = watched
    status, page = worker.get("/metrics")
    assert status == 200
    values = {
        (sample.name, *sorted(sample.labels.items())): sample.value
        for family in text_string_to_metric_families(page)
        for sample in family.samples
    }
    clean, extract = ("stage", "clean"), ("stage", "extract")
    assert values["dateline_articles_total", ("outcome", "done"), clean] == _ARTICLES
    assert values["dateline_articles_total", ("outcome", "dead"), clean] == 6
    assert values["dateline_dead_letters_total", ("reason", "invalid_json"), clean] == 2
    assert values["dateline_dead_letters_total", ("reason", "invalid_encoding"), clean] == 2
    assert values["dateline_removed_lines_total", ("reason", "related_headline")] == 6 * _ARTICLES
    assert values["dateline_source_articles_total", ("source", "Coastal Courier")] == _ARTICLES / 2
    assert values["dateline_source_articles_total", ("source", "other")] == _ARTICLES / 2
    assert values["dateline_source_removed_lines_total", ("source", "other")] == 3 * _ARTICLES
    assert values["dateline_records_sent_total", ("channel", "enriched")] == _ARTICLES
    assert values["dateline_records_sent_total", ("channel", "dead")] == 6
    assert values["dateline_end_to_end_latency_seconds_count",] == _ARTICLES + 6
    assert values["dateline_stage_latency_seconds_count", extract] == _ARTICLES
    assert values["dateline_articles_in_flight", clean] == 0
    assert values["dateline_pool_memory_bytes",] < values["dateline_pool_resident_memory_bytes",]


def test_promtool_finds_nothing_to_mend(watched: tuple[WorkerProcess, Prometheus]) -> None:
    worker, _ = watched
    done = subprocess.run(
        [require("promtool"), "check", "metrics"],
        input=worker.get("/metrics")[1],
        capture_output=True,
        text=True,
        check=False,
    )
    ours = [line for line in done.stderr.splitlines() if line.startswith("dateline_")]
    assert not ours, done.stderr


def test_top_shows_the_same_figures(watched: tuple[WorkerProcess, Prometheus]) -> None:
    worker, _ = watched
    address = urlsplit(worker.address).netloc
    done = _dateline("top", "--json", "--interval", "0.5", address, "127.0.0.1:1")
    shown = json.loads(done.stdout)
    assert shown["all"]["state"] == "1 of 2 ready"
    assert shown["workers"][0]["name"] == address
    assert shown["all"]["latency"]["p50"] > 0
    assert set(shown["all"]["waiting"].values()) == {0}
    text = _dateline("top", "--once", "--interval", "0.5", address).stdout
    assert "related_headline" in text
    assert "missing_content" in text


def test_top_says_when_there_is_no_worker() -> None:
    done = _dateline("top", "--once", "--interval", "0.2", "127.0.0.1:1", check=False)
    assert done.returncode == 1
    assert "dateline worker" in done.stderr


def test_lag_says_when_what_waits_will_be_done(broker: str) -> None:
    settings = unique_settings(broker)
    asyncio.run(make_topics(settings))
    asyncio.run(publish(settings, [b"one", b"two"]))
    states = json.loads(_dateline("lag", "--json", "--over", "0.5", settings=settings).stdout)
    waiting = [state for state in states if state["lag"]]
    assert sum(state["lag"] for state in waiting) == 2
    assert {state["catch_up_seconds"] for state in waiting} == {None}  # nobody works on them
    assert {state["catch_up_seconds"] for state in states if not state["lag"]} == {0}
    assert "not falling" in _dateline("lag", "--over", "0.5", settings=settings).stdout


def test_health_says_why_it_is_not_ready(broker: str, tmp_path: Path) -> None:
    """A worker without first offsets is alive, waits, and says for what."""
    settings = unique_settings(broker, **{"worker.broker_wait": 20})
    asyncio.run(make_topics(settings))
    fresh = settings.model_copy(update={"group": f"{settings.group}-fresh"})
    worker = WorkerProcess(fresh, tmp_path)
    try:
        worker.wait_for("reading")
        status, body = worker.get("/health/ready")
        assert (status, worker.get("/health/live")[0]) == (503, 200)
        assert json.loads(body)["reason"]
    finally:
        worker.kill()


def test_lag_of_a_partition_goes_when_the_partition_does(
    watched: tuple[WorkerProcess, Prometheus], watched_settings: Settings, tmp_path: Path
) -> None:
    first, _ = watched
    before = _lag_series(first)
    assert len(before) == 2 * len(inputs())
    with running_worker(watched_settings, tmp_path, "second") as second:
        deadline = time.monotonic() + 60
        while not _shared(before, _lag_series(first), _lag_series(second)):
            assert time.monotonic() < deadline, (_lag_series(first), _lag_series(second))
            time.sleep(0.5)


def test_alerts_fire_when_they_should() -> None:
    _promtool("test", "rules", RULE_TESTS)


@pytest.mark.parametrize("config", ["prometheus.yml", "local.yml"])
def test_prometheus_takes_the_configuration(config: str) -> None:
    _promtool("check", "config", ROOT / "docker" / "prometheus" / config)
    _promtool("check", "rules", *RULES)


def _dateline(
    *arguments: str, settings: Settings | None = None, check: bool = True
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "pipeline", *arguments],
        env={**os.environ, **(environment(settings) if settings else {}), "COLUMNS": "120"},
        capture_output=True,
        text=True,
        check=check,
        timeout=60,
    )


def _promtool(*arguments: str | Path) -> None:
    done = subprocess.run([require("promtool"), *map(str, arguments)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def _lag_series(worker: WorkerProcess) -> set[str]:
    return set(re.findall(r"^dateline_lag_records\{[^}]*\}", worker.get("/metrics")[1], re.MULTILINE))


def _shared(whole: set[str], one: set[str], other: set[str]) -> bool:
    """Whether each has a part, nothing is with both, and nothing is missing."""
    return bool(one) and bool(other) and not one & other and one | other == whole


def _wait_for_series(prometheus: Prometheus, expression: str, timeout: float = 60.0) -> None:
    deadline = time.monotonic() + timeout
    while not prometheus.query(expression):
        assert time.monotonic() < deadline, f"nothing for {expression} within {timeout} s"
        time.sleep(0.5)
