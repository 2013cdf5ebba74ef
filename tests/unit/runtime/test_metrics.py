"""What is defined, what a batch adds, and what the documentation says of it."""

import re
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from aiokafka import TopicPartition
from prometheus_client import CollectorRegistry

from pipeline.core.flow import Channel, Stage
from pipeline.core.outcome import Dead, Done, Dropped, Outcome, Output
from pipeline.core.reasons import DeadReason, DropReason
from pipeline.runtime.lanes.headers import PUBLISHED
from pipeline.runtime.lanes.messages import Committed, Incoming
from pipeline.runtime.telemetry.metrics import Metrics
from pipeline.runtime.telemetry.recording import record_batch
from pipeline.tools.metrics import page

DOCS = Path(__file__).parents[3] / "docs"


@pytest.fixture
def metrics() -> Metrics:
    return Metrics(CollectorRegistry(), ["Reuters"])


@pytest.mark.skipif(sys.platform != "linux", reason="the client library tells less of a process elsewhere")
def test_the_documentation_is_what_the_code_defines() -> None:
    assert (DOCS / "metrics.md").read_text(encoding="utf-8") == page(), (
        "stale; run `dateline metrics > docs/metrics.md`"
    )


def test_names_follow_the_conventions(metrics: Metrics) -> None:
    for one in metrics.definitions:
        assert re.fullmatch(r"dateline_[a-z_]+", one.name), one
        assert one.name.endswith("_total") is (one.kind == "counter"), one
        assert one.help.endswith("."), one
        assert not set(one.labels) & {"url", "id", "entity", "name", "instance", "job", "le"}, one
        if "latency" in one.name or "delay" in one.name:
            assert re.search(r"_seconds(_total)?$", one.name), one


def test_known_series_begin_at_0_so_that_a_first_dead_letter_is_an_increase(metrics: Metrics) -> None:
    for stage in Stage:
        for reason in DeadReason:
            assert _value(metrics, "dateline_dead_letters_total", stage=stage.value, reason=reason.value) == 0


def test_a_batch_is_counted_by_what_became_of_it(metrics: Metrics) -> None:
    outputs = (Output(Channel.DEAD, b"id", b"letter"),)
    dead = Dead(DeadReason.INVALID_JSON, "why", outputs)
    record_batch(metrics, _committed(Stage.CLEAN, [_done({}), Dropped(DropReason.TOMBSTONE), dead]))
    for outcome in ("done", "dropped", "dead"):
        assert _value(metrics, "dateline_articles_total", stage="clean", outcome=outcome) == 1
    assert _value(metrics, "dateline_dead_letters_total", stage="clean", reason="invalid_json") == 1
    assert _value(metrics, "dateline_records_sent_total", channel="dead") == 1
    assert _value(metrics, "dateline_sent_bytes_total", channel="dead") == len(b"idletter")
    assert _value(metrics, "dateline_received_bytes_total", stage="clean") == 3 * len(b"value")
    assert _value(metrics, "dateline_transactions_total", stage="clean", outcome="committed") == 1
    assert _value(metrics, "dateline_pool_busy_seconds_total", stage="clean") == 0.5


def test_what_was_removed_and_found_comes_from_the_pool_s_counts(metrics: Metrics) -> None:
    counts = {"removed_lines": {"newsletter": 2}, "entities": {"ORG": 3}, "marks": {"large_cut": 1}}
    record_batch(metrics, _committed(Stage.CLEAN, [_done(counts), _done(counts)]))
    assert _value(metrics, "dateline_removed_lines_total", reason="newsletter") == 4
    assert _value(metrics, "dateline_entities_total", type="ORG") == 6
    assert _value(metrics, "dateline_marks_total", mark="large_cut") == 2


@pytest.mark.parametrize(
    ("language", "label"), [("en", "en"), ("EN", "en"), ("unknown", "unknown"), ("x" * 50, "other"), ("日本", "other")]
)
def test_a_publisher_cannot_make_labels_by_languages(metrics: Metrics, language: str, label: str) -> None:
    record_batch(metrics, _committed(Stage.EXTRACT, [_done({"languages": {language: 1}})]))
    assert _value(metrics, "dateline_language_articles_total", language=label) == 1


@pytest.mark.parametrize(("source", "label"), [("Reuters", "Reuters"), ("Unheard Of", "other"), ("", "other")])
def test_only_sources_that_the_settings_name_are_labels(metrics: Metrics, source: str, label: str) -> None:
    counts = {"sources": {source: 1}, "removed_lines": {"tags": 3}}
    record_batch(metrics, _committed(Stage.CLEAN, [_done(counts)]))
    assert _value(metrics, "dateline_source_articles_total", source=label) == 1
    assert _value(metrics, "dateline_source_removed_lines_total", source=label) == 3


def test_end_to_end_latency_is_of_articles_that_are_through(metrics: Metrics) -> None:
    now = time.time()
    record_batch(metrics, _committed(Stage.CLEAN, [_done({})], published=now - 5))
    assert _value(metrics, "dateline_end_to_end_latency_seconds_count") == 0
    record_batch(metrics, _committed(Stage.EXTRACT, [_done({})], published=now - 5))
    assert _value(metrics, "dateline_end_to_end_latency_seconds_count") == 1
    assert _value(metrics, "dateline_end_to_end_latency_seconds_sum") >= 5
    assert _value(metrics, "dateline_stage_latency_seconds_sum", stage="extract") < 5


def test_a_clock_that_is_ahead_makes_no_negative_latency(metrics: Metrics) -> None:
    record_batch(metrics, _committed(Stage.EXTRACT, [_done({})], published=time.time() + 3600))
    assert _value(metrics, "dateline_end_to_end_latency_seconds_sum") == 0


def _done(counts: Mapping[str, Mapping[str, int]]) -> Done:
    return Done((), counts)


def _committed(stage: Stage, outcomes: Sequence[Outcome], published: float | None = None) -> Committed:
    headers = [] if published is None else [(PUBLISHED, b"%d" % (1000 * published))]
    batch = [Incoming(offset, offset, None, b"value", time.time(), headers) for offset in range(len(outcomes))]
    source = TopicPartition("articles.raw", 0)
    return Committed(stage, source, batch, outcomes, waited=0.1, worked=0.5, committing=0.03)


def _value(metrics: Metrics, name: str, **labels: str) -> float | None:
    return metrics.registry.get_sample_value(name, labels)
