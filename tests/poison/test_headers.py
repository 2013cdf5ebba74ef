"""Whatever stands beside an article (key, headers, timestamp), what comes of it is bounded, and nothing raises."""

import json
import time
from types import SimpleNamespace
from typing import Any

import pytest
from aiokafka import TopicPartition
from hypothesis import given
from hypothesis import strategies as st
from prometheus_client import CollectorRegistry

from pipeline.core.codec import Limits
from pipeline.core.flow import Stage
from pipeline.core.outcome import Dead, Done, Message, Outcome
from pipeline.core.steps.run import Steps
from pipeline.core.steps.settings import StepSettings
from pipeline.runtime.config.settings import Topics
from pipeline.runtime.kafka.packing import Outgoing
from pipeline.runtime.lanes.headers import REFUSABLE
from pipeline.runtime.lanes.lanes import _incoming
from pipeline.runtime.lanes.messages import Committed
from pipeline.runtime.lanes.provenance import Provenance
from pipeline.runtime.telemetry.metrics import Metrics
from pipeline.runtime.telemetry.recording import record_batch
from pipeline.runtime.telemetry.spans import _links
from tests.poison import corpus

SOURCE = TopicPartition("articles.raw", 0)
GOOD_TRACE = ("traceparent", b"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")


@pytest.fixture(scope="module")
def steps() -> Steps:
    return Steps(StepSettings(limits=Limits(), model="sm"), (Stage.CLEAN,))


def processed(
    steps: Steps, key: bytes | None, headers: list[tuple[str, bytes | None]], timestamp: int
) -> tuple[list[Outgoing], Metrics]:
    """An article with these through the first stage: what is sent, and what is counted."""
    value = json.dumps({"id": "a", "text": "A ship came in."}).encode()
    message = SimpleNamespace(
        offset=7,
        read_from=7,
        key=key,
        value=value,
        headers=tuple(headers),
        timestamp=timestamp / 1000,
        leader_epoch=0,
    )
    incoming = _incoming(message)
    outcomes: list[Outcome] = list(steps.run(Stage.CLEAN, [Message(incoming.key, incoming.value)]))
    assert isinstance(outcomes[0], Done | Dead)
    metrics, lane = Metrics(CollectorRegistry()), SimpleNamespace(stage=Stage.CLEAN, source=SOURCE)
    records = Provenance(Topics(record_timestamp="published"), "worker-1").records(lane, [incoming], outcomes)  # type: ignore[arg-type]
    record_batch(metrics, Committed(Stage.CLEAN, SOURCE, [incoming], outcomes, 0.0, 0.0, 0.0))
    _links([incoming.headers])
    for record in records:
        assert record.timestamp is None or 0 <= record.timestamp <= time.time() * 1000
        assert sum(len(name) + len(value) for name, value in record.headers) < 1200
        assert len({name for name, _ in record.headers}) == len(record.headers)
        assert 0 < int(dict(record.headers)["dateline-published"]) < 2**48
    latency = metrics.registry.get_sample_value("dateline_stage_latency_seconds_sum", {"stage": "clean"})
    assert latency is not None
    assert 0 <= latency < 2**32, "a sum that can still be averaged"
    return records, metrics


@pytest.mark.parametrize("grow", corpus.HEADERS.values(), ids=corpus.HEADERS)
def test_headers(steps: Steps, grow: corpus.GrowHeaders) -> None:
    processed(steps, b"a", grow(20_000), 1_700_000_000_000)


@pytest.mark.parametrize("key", corpus.KEYS.values(), ids=corpus.KEYS)
def test_keys(steps: Steps, key: Any) -> None:
    records, _ = processed(steps, key(200_000), [], 1_700_000_000_000)
    assert [record.key for record in records] == [b"a"]


@pytest.mark.parametrize("timestamp", corpus.TIMESTAMPS)
def test_timestamps(steps: Steps, timestamp: int) -> None:
    _, metrics = processed(steps, b"a", [], timestamp)
    refused = metrics.registry.get_sample_value("dateline_refused_fields_total", {"field": "timestamp"})
    assert refused == (0 if timestamp == 1 else 1)


def test_what_is_refused_is_counted_by_name(steps: Steps) -> None:
    headers = [(name, b"\0") for name in REFUSABLE if name != "timestamp"]
    _, metrics = processed(steps, None, headers, -1)
    for field in REFUSABLE:
        assert metrics.registry.get_sample_value("dateline_refused_fields_total", {"field": field}) == 1


def test_what_can_be_meant_is_kept(steps: Steps) -> None:
    headers = [GOOD_TRACE, ("tracestate", b"a=b"), ("dateline-replays", b"2"), ("dateline-published", b"1700000000000")]
    records, metrics = processed(steps, None, headers, 1_700_000_005_000)
    assert set(headers) <= set(records[0].headers)
    assert not metrics.registry.get_sample_value("dateline_refused_fields_total", {"field": "traceparent"})


NAMES = st.sampled_from([*REFUSABLE, "other", ""]) | st.text(max_size=9)
VALUES = st.none() | st.binary(max_size=60) | st.integers().map(lambda number: b"%d" % number)


@given(st.lists(st.tuples(NAMES, VALUES), max_size=8), st.none() | st.binary(max_size=20), st.integers(-(2**63), 2**63))
def test_any_headers_key_and_timestamp(
    steps: Steps, headers: list[tuple[str, bytes | None]], key: bytes | None, timestamp: int
) -> None:
    processed(steps, key, headers, timestamp)
