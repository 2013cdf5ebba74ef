"""Spans as they are exported, with OpenTelemetry's own in-memory exporter."""

import subprocess
import sys

import pytest

pytest.importorskip("opentelemetry.sdk", reason="the extra `tracing` is not installed")

from aiokafka import TopicPartition
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import SpanKind

from pipeline.core.flow import Stage
from pipeline.core.outcome import Dead, Done, Dropped, Outcome
from pipeline.core.reasons import DeadReason, DropReason
from pipeline.runtime.config.settings import Settings
from pipeline.runtime.lanes.headers import Headers
from pipeline.runtime.lanes.messages import Committed, Incoming
from pipeline.runtime.telemetry.spans import StageSpans
from pipeline.runtime.telemetry.tracing import open_tracing

TRACE = "0af7651916cd43dd8448eb211c80319c"
PARENT = f"00-{TRACE}-b7ad6b7169203331-01".encode()


@pytest.fixture
def exporter() -> InMemorySpanExporter:
    return InMemorySpanExporter()


@pytest.fixture
def spans(exporter: InMemorySpanExporter) -> StageSpans:
    provider = TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    return StageSpans(provider, group="news")


def batch(headers: list[Headers], outcomes: list[Outcome]) -> Committed:
    incoming = [Incoming(40 + n, 40 + n, b"k", b"v", 0.0, one) for n, one in enumerate(headers)]
    source = TopicPartition("articles.raw", 3)
    return Committed(Stage.CLEAN, source, incoming, outcomes, waited=0.5, worked=1.0, committing=0.25)


def only(exporter: InMemorySpanExporter) -> ReadableSpan:
    (span,) = exporter.get_finished_spans()
    return span


def test_a_batch_is_one_span_that_links_to_its_articles(spans: StageSpans, exporter: InMemorySpanExporter) -> None:
    headers: list[Headers] = [
        [("traceparent", PARENT), ("tracestate", b"a=b")],
        [],
        [("traceparent", b"\xff nonsense")],
    ]
    dead = Dead(DeadReason.TIMEOUT, "too long", ())
    spans.batch(batch(headers, [Done(()), Dropped(DropReason.TOMBSTONE), dead]))
    span = only(exporter)
    assert (span.name, span.kind, span.parent) == ("process articles.raw", SpanKind.CONSUMER, None)
    assert [format(link.context.trace_id, "032x") for link in span.links] == [TRACE]
    assert span.links[0].context.trace_state["a"] == "b"
    assert span.end_time is not None
    assert span.start_time is not None
    assert span.end_time - span.start_time == 1_750_000_000
    attributes = dict(span.attributes or {})
    assert attributes["messaging.destination.partition.id"] == "3"
    assert attributes["messaging.consumer.group.name"] == "news"
    assert attributes["messaging.kafka.offset"] == 40
    assert attributes["messaging.batch.message_count"] == 3
    assert [attributes[f"dateline.outcome.{name}"] for name in ("done", "dropped", "dead")] == [1, 1, 1]
    (event,) = span.events
    assert dict(event.attributes or {}) == {"dateline.reason": "timeout", "messaging.kafka.offset": 42}


def test_a_published_article_carries_the_context_of_its_span(spans: StageSpans, exporter: InMemorySpanExporter) -> None:
    headers, delivered = spans.publishing("articles.raw")
    assert exporter.get_finished_spans() == ()
    delivered()
    span = only(exporter)
    assert span.kind is SpanKind.PRODUCER
    context = span.get_span_context()
    assert context is not None
    # The flags that follow differ with the release: sampled, and that the id is random.
    assert dict(headers)["traceparent"].startswith(f"00-{context.trace_id:032x}-{context.span_id:016x}-0".encode())
    again, _ = spans.publishing("articles.raw")
    assert again != headers


def test_off_it_is_not_even_imported() -> None:
    assert open_tracing(Settings(), "x") is None
    code = (
        "import sys, pipeline.runtime.worker, pipeline.tools.publish.send;"
        "sys.exit(any(name.startswith('opentelemetry') for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
