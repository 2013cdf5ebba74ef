"""One article through everything, on a real broker: both steps, dead letters, drain, and a kill."""

import asyncio
import json
from base64 import b64decode, b64encode
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from aiokafka import TopicPartition
from aiokafka.admin import RecordsToDelete

from pipeline.core.codec import record_id
from pipeline.core.flow import Channel
from pipeline.core.records import CleanArticle, DeadLetter, EnrichedArticle, EntityMentions
from pipeline.runtime.config.settings import Settings
from pipeline.runtime.kafka.packing import partition_of
from pipeline.tools.kafka import admin_client
from tests.support.articles import article_bytes
from tests.support.kafka import make_topics, publish, read_committed, unique_settings
from tests.support.worker import WorkerProcess, running_worker


def small(broker: str, **overrides: Any) -> Settings:
    """Settings for a test: one pool process and the small model, quick to start."""
    return unique_settings(broker, **{"pool.processes": 1, "extract.model": "sm", "web.port": 0, **overrides})


async def test_an_article_becomes_clean_then_enriched_then_mentions(broker: str, tmp_path: Path) -> None:
    settings = small(broker, **{"topics.record_timestamp": "published"})
    await make_topics(settings)
    with running_worker(settings, tmp_path) as worker:
        await publish(settings, [article_bytes(id="one", url="https://example.org/1", metadata={"desk": "world"})])
        (enriched_record,) = await read_committed(settings, Channel.ENRICHED, 1)
        (clean_record,) = await read_committed(settings, Channel.CLEAN, 1)
        enriched = EnrichedArticle.model_validate_json(enriched_record.value)
        clean = CleanArticle.model_validate_json(clean_record.value)
        mentions = await read_committed(settings, Channel.MENTIONS, len(enriched.entities))
        metrics = worker.get("/metrics")[1]
        assert worker.get("/health/live")[0] == 200
        assert worker.stop() == 0
    assert enriched_record.key == clean_record.key == b"one"
    assert (enriched.url, enriched.metadata) == ("https://example.org/1", {"desk": "world"})
    assert enriched.text == clean.text
    assert enriched.language == "en"
    assert {line.reason.value for line in enriched.removed} == {"related_headline"}
    for entity in enriched.entities:
        assert entity.count == len(entity.mentions)
        for mention in entity.mentions:
            assert enriched.text[mention.start : mention.end] == mention.surface
    assert {(m.key.decode(), EntityMentions.model_validate_json(m.value).type) for m in mentions} == {
        (entity.name, entity.type) for entity in enriched.entities
    }
    headers = dict(enriched_record.headers)
    assert headers["dateline-source-topic"].decode() == settings.topics.clean
    assert int(headers["dateline-published"]) <= int(headers["dateline-processed"])
    times = {record.timestamp for record in (enriched_record, clean_record, *mentions)}
    assert times == {int(headers["dateline-published"])}, "that of the raw record, as the settings say"
    assert 'dateline_articles_total{outcome="done",stage="extract"} 1.0' in metrics


async def test_bad_input_becomes_dead_letters_and_the_worker_goes_on(broker: str, tmp_path: Path) -> None:
    settings = small(broker, **{"limits.article_bytes": 4000, "topics.max_message_bytes": 65536})
    await make_topics(settings)
    bad = {
        "invalid_encoding": b"\xff\xfe",
        "invalid_json": b"{not json",
        "invalid_record": b'{"text": 5}',
        "missing_content": b'{"id": "m"}',
        "ambiguous_content": b'{"text": "a", "html": "b"}',
        "empty_content": b'{"text": "  "}',
        "too_large": b'{"text": "' + b"x" * 5000 + b'"}',
        "too_deep": b'{"text": "a", "metadata": {"m": ' + b"[" * 100 + b"]" * 100 + b"}}",
        "unsupported_schema_version": b'{"schema_version": 99, "text": "a"}',
        "no_article_in_html": b'{"html": "<html><body></body></html>"}',
    }
    with running_worker(settings, tmp_path) as worker:
        await publish(settings, [*bad.values(), (b"tomb", None), article_bytes(id="good")])
        dead = await read_committed(settings, Channel.DEAD, len(bad))
        await read_committed(settings, Channel.ENRICHED, 1)
        assert 'outcome="dropped",stage="clean"} 1.0' in worker.get("/metrics")[1]
    letters = {letter.reason.value: letter for letter in (DeadLetter.model_validate_json(d.value) for d in dead)}
    assert letters.keys() == bad.keys()
    for reason, raw in bad.items():
        assert b64decode(letters[reason].original or "") == raw
        assert letters[reason].id == ("m" if reason == "missing_content" else record_id(raw))
        assert letters[reason].message
    assert {record.key.decode() for record in dead} == {letter.id for letter in letters.values()}
    assert {dict(d.headers)["dateline-source-topic"].decode() for d in dead} == {settings.topics.raw}


async def test_the_largest_page_goes_through_and_a_larger_one_is_a_dead_letter_with_its_original(
    broker: str, tmp_path: Path
) -> None:
    settings = small(broker, **{"topics.partitions": 1})
    await make_topics(settings)
    paragraph = "<p>The minister said at {} that the port would open again, and ships would be unloaded by Friday.</p>"
    story = "".join(paragraph.format(f"{hour} o'clock") for hour in range(1, 9))

    def page(size: int) -> bytes:
        script = f"<script>var state = '{'x' * size}'</script>"
        html = f"<html lang='en'><body>{script}<article>{story}</article></body></html>"
        return json.dumps({"id": f"p{size}", "html_base64": b64encode(html.encode()).decode()}).encode()

    fits, larger = 8 * 2**20 - 4_096, 8 * 2**20
    with running_worker(settings, tmp_path):
        await publish(settings, [page(larger), page(fits)])
        (enriched,) = await read_committed(settings, Channel.ENRICHED, 1)
        (dead,) = await read_committed(settings, Channel.DEAD, 1)
    assert EnrichedArticle.model_validate_json(enriched.value).text.count("The minister said") == 8
    letter = DeadLetter.model_validate_json(dead.value)
    assert (letter.id, letter.reason.value) == (f"p{larger}", "too_large")
    assert b64decode(letter.original or "") == page(larger)


async def test_a_record_that_is_too_large_for_its_topic_does_not_stop_the_partition(
    broker: str, tmp_path: Path
) -> None:
    settings = small(broker, **{"topics.max_message_bytes": 40_000, "topics.partitions": 1})
    await make_topics(settings)
    # A quote takes two bytes in JSON and one in the publisher's escape of the rest.
    large = json.dumps({"id": "large", "text": "Head\n\n" + "He said é. " * 2500}, ensure_ascii=False).encode()
    assert len(large) < 40_000
    with running_worker(settings, tmp_path):
        await publish(settings, [large, article_bytes(id="next")])
        (enriched,) = await read_committed(settings, Channel.ENRICHED, 1)
        (dead,) = await read_committed(settings, Channel.DEAD, 1)
    assert enriched.key == b"next"
    letter = DeadLetter.model_validate_json(dead.value)
    assert (letter.id, letter.reason.value) == ("large", "output_too_large")


async def test_sigterm_drains_and_the_next_worker_goes_on_without_loss(broker: str, tmp_path: Path) -> None:
    settings = small(broker)
    await make_topics(settings)
    with running_worker(settings, tmp_path, "first") as first:
        await publish(settings, [article_bytes(id=f"a{n}") for n in range(150)])
        await read_committed(settings, Channel.ENRICHED, 5)
        assert first.stop() == 0
    with running_worker(settings, tmp_path, "second"):
        await publish(settings, [article_bytes(id=f"b{n}") for n in range(20)])
        found = await read_committed(settings, Channel.ENRICHED, 170, settle=2.0)
    assert Counter(record.key for record in found) == Counter(
        [b"a%d" % n for n in range(150)] + [b"b%d" % n for n in range(20)]
    )


async def test_a_killed_worker_loses_nothing_and_repeats_nothing(broker: str, tmp_path: Path) -> None:
    settings = small(broker, **{"topics.partitions": 4, "worker.session_timeout": 6, "worker.heartbeat_interval": 1})
    await make_topics(settings)
    ids = [f"a{n}" for n in range(600)]
    with running_worker(settings, tmp_path, "survivor"):
        victim = WorkerProcess(settings, tmp_path, "victim")
        victim.wait_ready()
        publishing = asyncio.create_task(publish(settings, [article_bytes(id=one) for one in ids]))
        await read_committed(settings, Channel.ENRICHED, 40)
        victim.kill()
        await publishing
        found = await read_committed(settings, Channel.ENRICHED, len(ids), timeout=120, settle=3.0)
    assert Counter(record.key.decode() for record in found) == Counter(ids)


async def test_the_same_bytes_give_the_same_record(broker: str, tmp_path: Path) -> None:
    settings = small(broker, **{"topics.partitions": 1})
    await make_topics(settings)
    raw = article_bytes(id="same")
    with running_worker(settings, tmp_path):
        await publish(settings, [raw])
        await read_committed(settings, Channel.ENRICHED, 1)
        await publish(settings, [article_bytes(id=f"x{n}") for n in range(7)] + [raw])
        found = await read_committed(settings, Channel.ENRICHED, 9)
    same = [record.value for record in found if record.key == b"same"]
    assert len(same) == 2
    assert same[0] == same[1]


def test_without_a_broker_a_worker_waits_says_so_and_gives_up(tmp_path: Path) -> None:
    settings = small("127.0.0.1:9", **{"worker.broker_wait": 2})
    worker = WorkerProcess(settings, tmp_path)
    assert worker.process.wait(60) == 3
    assert "no Kafka broker could be reached at 127.0.0.1:9" in worker.tail()
    assert "Traceback" not in worker.tail(1000)


def test_without_topics_a_worker_names_the_command_that_creates_them(broker: str, tmp_path: Path) -> None:
    worker = WorkerProcess(small(broker), tmp_path)
    assert worker.process.wait(60) == 4
    assert "dateline topics create" in worker.tail()
    assert "Traceback" not in worker.tail(1000)


async def test_without_first_offsets_a_lane_refuses_to_guess(broker: str, tmp_path: Path) -> None:
    settings = small(broker, **{"worker.broker_wait": 2})
    await make_topics(settings)
    stranger = settings.model_copy(update={"group": settings.group + "-other"})
    worker = WorkerProcess(stranger, tmp_path)
    assert await asyncio.to_thread(worker.process.wait, 90) == 1
    assert "has no committed offset" in worker.tail()
    assert not await read_committed(settings, Channel.CLEAN)


@pytest.mark.parametrize("supervised", [True, False])
async def test_a_worker_that_ends_by_sigint_drains(broker: str, tmp_path: Path, supervised: bool) -> None:
    settings = small(broker)
    await make_topics(settings)
    with running_worker(settings, tmp_path, supervised=supervised) as worker:
        assert worker.stop() == 0


async def test_what_was_deleted_unread_is_told_and_the_rest_is_processed(broker: str, tmp_path: Path) -> None:
    settings = small(broker, **{"topics.partitions": 1})
    await make_topics(settings)
    await publish(settings, [article_bytes(id=f"a{number}") for number in range(10)])
    source = TopicPartition(settings.topics.raw, 0)

    async def delete(before: int) -> None:
        async with admin_client(settings) as admin:
            await admin.delete_records({source: RecordsToDelete(before_offset=before)})

    await delete(6)
    with running_worker(settings, tmp_path) as worker:
        enriched = await read_committed(settings, Channel.ENRICHED, 4)
        told = worker.wait_for("records were deleted before they were read, going on")
        metrics = worker.get("/metrics")[1]
        assert worker.stop() == 0
    assert [record.key for record in enriched] == [b"a6", b"a7", b"a8", b"a9"]
    assert (told["expected"], told["first"]) == (0, 6)
    assert 'dateline_deleted_unread_total{stage="clean"} 6.0' in metrics
    # Where nothing is left, no record shows the gap; the worker does not wait for what will never come.
    await publish(settings, [article_bytes(id="gone")])
    await delete(-1)
    with running_worker(settings, tmp_path, "again") as worker:
        worker.wait_for("records were deleted before they were read, going on")
        for _ in range(300):
            if await _committed(settings, source) == 11:
                break
            await asyncio.sleep(0.1)
        else:
            pytest.fail("what was passed over was not committed")
        assert worker.stop() == 0


async def _committed(settings: Settings, source: TopicPartition) -> int:
    async with admin_client(settings) as admin:
        found = await admin.list_consumer_group_offsets(settings.group, partitions=[source])
        return int(found[source].offset)


async def test_a_partition_that_is_held_up_does_not_hold_up_the_others(broker: str, tmp_path: Path) -> None:
    limits = {"worker.batch_size": 2, "worker.batches_in_flight": 1, "worker.prefetch": 10, "worker.drain_timeout": 1}
    settings = small(broker, **limits)
    await make_topics(settings)
    keys = [f"article-{number}" for number in range(200)]
    held, free = ([key for key in keys if partition_of(key.encode(), 2) == number] for number in range(2))
    await publish(settings, [(key.encode(), article_bytes(id=key, source="withheld")) for key in held])
    with running_worker(settings, tmp_path, module="tests.chaos.sabotaged", variables={"SABOTAGE": "withhold"}):
        await publish(settings, [(key.encode(), article_bytes(id=key)) for key in free])
        found = await read_committed(settings, Channel.ENRICHED, len(free))
    assert {record.key.decode() for record in found} == set(free)
