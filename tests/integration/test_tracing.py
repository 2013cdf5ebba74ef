"""Trace context from publish to the last topic on a real broker, and spans as a collector gets them."""

import asyncio
import gzip
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

pytest.importorskip("opentelemetry.sdk", reason="the extra `tracing` is not installed")

from aiohttp import web
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

from pipeline.core.flow import Channel
from tests.integration.test_commands import _command
from tests.support.articles import article_bytes
from tests.support.kafka import make_topics, publish, read_committed, unique_settings
from tests.support.worker import running_worker

OPTIONS = {"pool.processes": 1, "extract.model": "sm", "web.port": 0}
FOREIGN = b"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"


class Collector:
    """Takes OTLP over HTTP, as an OpenTelemetry collector does."""

    def __init__(self) -> None:
        self.endpoint = ""
        self.requests: list[ExportTraceServiceRequest] = []

    async def take(self, request: web.Request) -> web.Response:
        body = await request.read()
        if request.headers.get("Content-Encoding") == "gzip" and body[:2] == b"\x1f\x8b":
            body = gzip.decompress(body)
        self.requests.append(ExportTraceServiceRequest.FromString(body))
        return web.Response(content_type="application/x-protobuf")

    def spans(self) -> dict[str, list]:  # type: ignore[type-arg]
        """Spans by their service's name."""
        found: dict[str, list] = {}  # type: ignore[type-arg]
        for request in self.requests:
            for resource in request.resource_spans:
                names = {pair.key: pair.value.string_value for pair in resource.resource.attributes}
                found.setdefault(names["service.name"], []).extend(
                    span for scope in resource.scope_spans for span in scope.spans
                )
        return found


@asynccontextmanager
async def collector() -> AsyncIterator[Collector]:
    taker, app = Collector(), web.Application()
    app.router.add_post("/v1/traces", taker.take)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    taker.endpoint = f"http://127.0.0.1:{runner.addresses[0][1]}/v1/traces"
    try:
        yield taker
    finally:
        await runner.cleanup()


async def test_an_article_can_be_followed_from_publish_to_enriched(broker: str, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(article_bytes(id="one") + b"\n" + article_bytes(id="two") + b"\n{}\n")
    async with collector() as taker:
        traced = {"tracing.enabled": True, "tracing.endpoint": taker.endpoint}
        settings = unique_settings(broker, **OPTIONS, **traced)
        await make_topics(settings)
        command, variables = _command(settings, "publish", str(tmp_path / "a.jsonl"))
        published = await asyncio.to_thread(subprocess.run, command, env=variables, capture_output=True, check=False)
        assert published.returncode == 0, published.stderr
        with running_worker(settings, tmp_path) as worker:
            enriched = await read_committed(settings, Channel.ENRICHED, 2)
            mentions = await read_committed(settings, Channel.MENTIONS, 1)
            (dead,) = await read_committed(settings, Channel.DEAD, 1)
            assert await asyncio.to_thread(worker.stop) == 0
        raw = await read_committed(settings, Channel.RAW)
        spans = taker.spans()
    sent = {record.key: dict(record.headers)["traceparent"] for record in raw}
    assert len(set(sent.values())) == 3
    assert {record.key: dict(record.headers)["traceparent"] for record in [*enriched, dead]} == sent
    assert {dict(record.headers)["traceparent"] for record in mentions} <= set(sent.values())
    contexts = {(span.trace_id.hex(), span.span_id.hex()) for span in spans["dateline-publish"]}
    assert contexts == {tuple(parent.decode().split("-")[1:3]) for parent in sent.values()}
    linked: dict[str, set[tuple[str, str]]] = {}
    for span in spans["dateline-worker"]:
        links = {(link.trace_id.hex(), link.span_id.hex()) for link in span.links}
        linked.setdefault(span.name, set()).update(links)
    assert linked[f"process {settings.topics.raw}"] == contexts
    assert len(linked[f"process {settings.topics.clean}"]) == 2


async def test_a_publishers_own_context_is_passed_on_also_when_tracing_is_off(broker: str, tmp_path: Path) -> None:
    settings = unique_settings(broker, **OPTIONS)
    await make_topics(settings)
    with running_worker(settings, tmp_path):
        from tests.support.kafka import producer

        async with producer(settings) as sender:
            headers = [("traceparent", FOREIGN), ("tracestate", b"a=b"), ("x-secret", b"stays")]
            await sender.send_and_wait(settings.topics.raw, value=article_bytes(id="one"), headers=headers)
        (enriched,) = await read_committed(settings, Channel.ENRICHED, 1)
    found = dict(enriched.headers)
    assert (found["traceparent"], found["tracestate"]) == (FOREIGN, b"a=b")
    assert "x-secret" not in found


async def test_a_collector_that_is_down_disturbs_nothing(broker: str, tmp_path: Path) -> None:
    traced = {"tracing.enabled": True, "tracing.endpoint": "http://127.0.0.1:9/v1/traces"}
    settings = unique_settings(broker, **OPTIONS, **traced)
    await make_topics(settings)
    with running_worker(settings, tmp_path) as worker:
        await publish(settings, [article_bytes(id="one")])
        await read_committed(settings, Channel.ENRICHED, 1)
        assert await asyncio.to_thread(worker.stop, 40) == 0


def test_without_the_extra_it_says_what_to_install() -> None:
    code = (
        "import sys; sys.modules['opentelemetry.exporter'] = None\n"
        "from pipeline.runtime.config.sources import load_settings\n"
        "from pipeline.runtime.telemetry.tracing import open_tracing\n"
        "open_tracing(load_settings(environ={}, overrides={'tracing.enabled': True}), 'x')"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "pip install 'dateline[tracing]'" in result.stderr
