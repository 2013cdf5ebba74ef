"""OpenTelemetry spans: one for each article that is published, one for each committed batch of a stage.

An article's context travels in the header `traceparent` (https://www.w3.org/TR/trace-context/) from publish to the
last topic, unchanged. A batch holds many articles, so its span is nobody's child: it links to all of them. Names and
attributes follow https://opentelemetry.io/docs/specs/semconv/messaging/.
"""

import asyncio
import time
from collections import Counter
from collections.abc import Callable, Sequence

from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.resources import SERVICE_NAME, OTELResourceDetector, Resource
from opentelemetry.sdk.trace import SpanLimits, TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor
from opentelemetry.trace import Link, SpanKind, get_current_span, set_span_in_context
from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

from pipeline.core.outcome import Dead
from pipeline.runtime.lanes.headers import Headers
from pipeline.runtime.lanes.messages import Committed
from pipeline.runtime.system.logs import get_logger

_CLOSE_WAIT = 5.0  # seconds to hand over the last spans; a collector that is down must not hold up the end
_PROPAGATOR = TraceContextTextMapPropagator()


def exporting(endpoint: str, service: str, *, most_links: int) -> TracerProvider:
    """A provider that exports by OTLP over HTTP; the variables OTEL_… of the SDK hold, its sampler's among them."""
    # What OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES say wins.
    resource = Resource.create({SERVICE_NAME: service}).merge(OTELResourceDetector().detect())
    provider = TracerProvider(resource=resource, span_limits=SpanLimits(max_links=most_links))
    provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter(endpoint=endpoint)))
    return provider


class StageSpans:
    """Makes Dateline's spans."""

    def __init__(self, provider: TracerProvider, *, group: str) -> None:
        """`provider` says where they go; it is closed with this."""
        self._provider = provider
        self._tracer = provider.get_tracer("dateline")
        self._group = group

    def publishing(self, topic: str) -> tuple[list[tuple[str, bytes]], Callable[[], None]]:
        """Begin an article's trace: the headers that carry it, and what to call once the article is delivered."""
        span = self._tracer.start_span(f"send {topic}", kind=SpanKind.PRODUCER, attributes=_attributes("send", topic))
        carrier: dict[str, str] = {}
        _PROPAGATOR.inject(carrier, set_span_in_context(span))
        return [(name, value.encode()) for name, value in carrier.items()], span.end

    def batch(self, committed: Committed) -> None:
        """A span for a batch that was committed just now."""
        end = time.time_ns()
        seconds = {"waited": committed.waited, "worked": committed.worked, "committing": committed.committing}
        outcomes = Counter(type(outcome).__name__.lower() for outcome in committed.outcomes)
        span = self._tracer.start_span(
            f"process {committed.source.topic}",
            kind=SpanKind.CONSUMER,
            links=_links([incoming.headers for incoming in committed.batch]),
            start_time=end - round(sum(seconds.values()) * 1e9),
            attributes={
                **_attributes("process", committed.source.topic),
                "messaging.destination.partition.id": str(committed.source.partition),
                "messaging.consumer.group.name": self._group,
                "messaging.kafka.offset": committed.batch[0].offset,
                "messaging.batch.message_count": len(committed.batch),
                "dateline.stage": committed.stage.value,
                **{f"dateline.outcome.{name}": number for name, number in outcomes.items()},
                **{f"dateline.seconds.{name}": value for name, value in seconds.items()},
            },
        )
        for incoming, outcome in zip(committed.batch, committed.outcomes, strict=True):
            if isinstance(outcome, Dead):
                span.add_event(
                    "dead letter", {"dateline.reason": outcome.reason.value, "messaging.kafka.offset": incoming.offset}
                )
        span.end(end)

    async def close(self) -> None:
        """Hand over what is left, within seconds."""
        try:
            async with asyncio.timeout(_CLOSE_WAIT):
                await asyncio.to_thread(self._provider.shutdown)
        except TimeoutError:
            get_logger("dateline.tracing").warning("the last spans were not exported", after=_CLOSE_WAIT)


def _attributes(operation: str, topic: str) -> dict[str, str]:
    return {
        "messaging.system": "kafka",
        "messaging.operation.name": operation,
        "messaging.operation.type": operation,
        "messaging.destination.name": topic,
    }


def _links(articles: Sequence[Headers]) -> list[Link]:
    """A link to each article that brought a trace context; what is malformed counts as none."""
    found = []
    for headers in articles:
        carrier = {
            name: value.decode("ascii", "replace") for name, value in headers if value and name.startswith("trace")
        }
        if carrier:
            context = get_current_span(_PROPAGATOR.extract(carrier)).get_span_context()
            if context.is_valid:
                found.append(Link(context))
    return found
