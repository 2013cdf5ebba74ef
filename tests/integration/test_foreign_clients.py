"""Articles from clients that nobody here wrote: every codec, odd headers, keys and timestamps."""

import asyncio
import json
import subprocess
import sys
from pathlib import Path

import pytest
from aiokafka import AIOKafkaProducer, TopicPartition
from aiokafka.admin.config_resource import ConfigResource, ConfigResourceType

from pipeline.core.flow import Channel
from pipeline.runtime.config.settings import Settings
from pipeline.runtime.kafka import topics
from pipeline.runtime.kafka.connection import client_options
from pipeline.tools.doctor.broker import checks
from pipeline.tools.doctor.finding import Verdict
from pipeline.tools.kafka import admin_client
from tests.support.articles import article_bytes
from tests.support.kafka import environment, make_topics, producer, publish, read_committed, unique_settings
from tests.support.rawrecords import CODECS, RawRecord, batch, send
from tests.support.worker import running_worker

SMALL = {"pool.processes": 1, "extract.model": "sm", "web.port": 0, "topics.partitions": 1}


def _command(settings: Settings, *arguments: str) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(
        [sys.executable, "-m", "pipeline", *arguments],
        env={"PATH": "/usr/bin:/bin", "HOME": str(Path.home()), **environment(settings)},
        capture_output=True,
        timeout=60,
        check=False,
    )


async def test_every_codec_is_read_and_written(broker: str, tmp_path: Path) -> None:
    settings = unique_settings(broker, **SMALL, **{"compression": "zstd", "topics.compression_type": "lz4"})
    await make_topics(settings)
    async with admin_client(settings) as admin:
        found = await topics.configs_of(admin, settings.topics.names.values(), ["compression.type"])
        assert {values["compression.type"] for values in found.values()} == {"lz4"}
        # On the raw topic each client's own codec stays.
        own = ConfigResource(ConfigResourceType.TOPIC, settings.topics.raw, {"compression.type": "producer"})
        await admin.alter_configs([own])
    for name in CODECS:
        async with producer(settings, compression_type=None if name == "none" else name) as sender:
            await sender.send_and_wait(settings.topics.raw, article_bytes(id=name))
            await sender.send_and_wait(settings.topics.raw, b'{"no": "content"}')
    waiting = json.loads(_command(settings, "lag", "--json", "--over", "0").stdout)
    assert waiting[0]["lag"] == 2 * len(CODECS)
    with running_worker(settings, tmp_path):
        enriched = await read_committed(settings, Channel.ENRICHED, len(CODECS))
        await read_committed(settings, Channel.DEAD, len(CODECS))
    assert {record.key.decode() for record in enriched} == set(CODECS)
    tail = _command(settings, "tail", "enriched", "--from-beginning", "--count", str(len(CODECS)), "--json")
    assert {json.loads(line)["id"] for line in tail.stdout.splitlines()} == set(CODECS), tail.stderr
    dead = _command(settings, "dead", "list")
    assert (dead.returncode, b"missing_content" in dead.stdout) == (0, True), dead.stderr
    assert _command(settings, "topics", "list").returncode == 0


NINES = b"9" * 400
HOSTILE = (
    (b"dateline-published", NINES),
    (b"dateline-published", b"0"),
    (b"dateline-replays", NINES),
    (b"traceparent", None),
    (b"tracestate", b"a" * 100_000),
    (b"\xff\xfe", b"a name that is not UTF-8"),
    (b"", b""),
    (b"n" * 10_000, None),
    *((b"many", b"of them") for _ in range(1000)),
)


async def test_hostile_headers_keys_and_timestamps_stop_nobody(broker: str, tmp_path: Path) -> None:
    tracing = {"tracing.enabled": True, "tracing.endpoint": "http://127.0.0.1:9/v1/traces"}
    settings = unique_settings(broker, **SMALL, **tracing)
    await make_topics(settings)
    source = TopicPartition(settings.topics.raw, 0)
    keys = (None, b"", b"\xff\0", b"k" * 100_000)
    articles = [RawRecord(article_bytes(id=f"a{number}"), key, HOSTILE) for number, key in enumerate(keys)]
    with running_worker(settings, tmp_path) as worker:
        await send(settings, source, batch(articles, timestamp=-1))
        await send(settings, source, batch([RawRecord(b"no JSON", b"k" * 100_000, HOSTILE)], timestamp=-(2**62)))
        found = await read_committed(settings, Channel.ENRICHED, len(keys))
        (dead,) = await read_committed(settings, Channel.DEAD, 1)
        metrics = worker.get("/metrics")[1]
        assert worker.stop() == 0
        assert "Traceback" not in worker.tail(1000)
    assert [record.key for record in found] == [b"a0", b"a1", b"a2", b"a3"]
    for record in (*found, dead):
        headers = dict(record.headers)
        assert len(headers["dateline-published"]) == 13
        assert not {"traceparent", "tracestate", "dateline-replays"} & headers.keys()
    for field in ("dateline-published", "traceparent", "tracestate", "dateline-replays", "timestamp"):
        assert f'dateline_refused_fields_total{{field="{field}"}} 5.0' in metrics
    assert _command(settings, "dead", "list").returncode == 0


async def test_what_a_publisher_has_not_committed_is_told_with_its_name(settings: Settings) -> None:
    await make_topics(settings)
    publisher = AIOKafkaProducer(transactional_id=f"etl-{settings.group}", **client_options(settings))
    await publisher.start()
    try:
        await publisher.begin_transaction()
        await publisher.send_and_wait(settings.topics.raw, article_bytes(id="a"), partition=1)
        shown = await asyncio.to_thread(_command, settings, "lag", "--json", "--over", "0")
        first, second = json.loads(shown.stdout)[:2]
        assert (first["uncommitted"], first["held_up_by"]) == (0, [])
        assert (second["uncommitted"], second["lag"], second["held_up_by"]) == (1, 0, [f"etl-{settings.group}"])
        told = f"{settings.topics.raw}[1] from offset 0 by etl-{settings.group}, last written 2"
        assert told in shown.stderr.decode()
        findings = [finding async for finding in checks(settings)]
        (about,) = [finding for finding in findings if finding.subject == "publishers"]
        assert (about.verdict, told in about.found) == (Verdict.WARNING, True)
        await publisher.abort_transaction()
    finally:
        await publisher.stop()
    assert "no transaction" in next(
        one.found for one in [f async for f in checks(settings)] if one.subject == "publishers"
    )


@pytest.mark.parametrize("options", [(), ("--json",), ("--headers",)])
async def test_tail_shows_what_others_write_to_our_topics(settings: Settings, options: tuple[str, ...]) -> None:
    await make_topics(settings)
    source = TopicPartition(settings.topics.enriched, 0)
    foreign = [RawRecord(b"no JSON", b"\xff", HOSTILE), RawRecord(None, None, HOSTILE), RawRecord(b"[1]")]
    await send(settings, source, batch(foreign))
    await publish(settings, [b'{"id": "a"}'], Channel.ENRICHED)
    shown = _command(settings, "tail", "enriched", "--from-beginning", "--count", "4", "--timeout", "20", *options)
    assert (shown.returncode, shown.stderr) == (0, b"")
