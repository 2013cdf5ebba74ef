"""What recurs in a source is learned from the stream and goes, on every worker, whatever happens to them."""

import asyncio
import json
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from aiokafka import TopicPartition
from aiokafka.admin import RecordsToDelete
from aiokafka.admin.config_resource import ConfigResource, ConfigResourceType

from pipeline.core.flow import Channel
from pipeline.core.learn.known import decode, encoded, key_bytes
from pipeline.core.learn.lines import key_of
from pipeline.core.records import LearnedLine
from pipeline.runtime.config.settings import Settings
from pipeline.runtime.kafka import offsets, topics
from pipeline.tools.kafka import admin_client
from tests.support.kafka import make_topics, publish, read_committed, unique_settings
from tests.support.worker import WorkerProcess, running_worker
from tests.unit.learn.told import UNKNOWN as BANNER
from tests.unit.learn.told import sentences


def small(broker: str, **overrides: Any) -> Settings:
    return unique_settings(broker, **{"pool.processes": 1, "extract.model": "sm", "web.port": 0, **overrides})


def articles(numbers: Iterable[int], banner: str = BANNER) -> list[bytes]:
    """Stories of one source, each with the banner in its middle."""
    found = []
    for number in numbers:
        own = sentences(number)
        text = "\n\n".join([*own[:3], banner, *own[3:]])
        found.append(json.dumps({"id": f"a{number}", "source": "Courier", "text": text}).encode())
    return found


async def removed_from(settings: Settings, count: int) -> dict[str, list[dict[str, Any]]]:
    """The lines that went because they recur, of each article of `count`; each article must be there once."""
    records = [
        json.loads(record.value) for record in await read_committed(settings, Channel.ENRICHED, count, settle=1.0)
    ]
    assert Counter(record["id"] for record in records).most_common(1)[0][1] == 1
    assert len(records) == count
    return {record["id"]: [line for line in record["removed"] if line["reason"] == "recurring"] for record in records}


async def learned(settings: Settings) -> dict[str, LearnedLine]:
    """What the topic says of the source's lines, the latest of each."""
    lines = {}
    for record in await read_committed(settings, Channel.RECURRING):
        _, line = decode(record.key, record.value)
        if line is not None:
            lines[line.text] = line
    return lines


async def until(look: Callable[[], bool], what: str, timeout: float = 60.0) -> None:
    deadline = asyncio.get_running_loop().time() + timeout
    while not look():
        assert asyncio.get_running_loop().time() < deadline, f"{what}: not within {timeout} s"
        await asyncio.sleep(0.2)


async def knows(worker: WorkerProcess, lines: int = 1) -> None:
    await until(lambda: f"dateline_known_lines {lines}.0" in worker.get("/metrics")[1], f"{lines} known lines")


async def test_a_banner_goes_on_both_workers_once_it_has_earned_it(broker: str, tmp_path: Path) -> None:
    settings = small(broker)
    await make_topics(settings)
    with running_worker(settings, tmp_path, "one") as one, running_worker(settings, tmp_path, "two") as two:
        await publish(settings, articles(range(10)))
        await removed_from(settings, 10)
        await knows(one)
        await knows(two)
        await publish(settings, articles(range(10, 30)))
        removed = await removed_from(settings, 30)
        assert one.stop() == 0
        assert two.stop() == 0
    lines = await learned(settings)
    assert set(lines) == {BANNER}
    after = [removed[f"a{number}"] for number in range(10, 30)]
    assert all([line["text"] for line in lines] == [BANNER] for lines in after)
    assert all(0 < line["seen"] <= line["of"] <= 30 for lines in after for line in lines)


async def test_what_was_learned_outlives_kills_retention_new_partitions_and_compaction(
    broker: str, tmp_path: Path
) -> None:
    settings = small(broker)
    await make_topics(settings)
    with running_worker(settings, tmp_path, "first") as worker:
        await publish(settings, articles(range(10)))
        await knows(worker)
        await removed_from(settings, 10)
        worker.kill()
    await _compact_and_delete(settings)
    with running_worker(settings, tmp_path, "second") as worker:
        await knows(worker)
        await publish(settings, articles(range(10, 20)))
        removed = await removed_from(settings, 20)
        assert worker.stop() == 0
    assert all(removed[f"a{number}"] for number in range(10, 20))


async def test_a_persons_word_goes_first_and_outlives_what_is_learned_later(broker: str, tmp_path: Path) -> None:
    settings = small(broker)
    await make_topics(settings)
    keep = LearnedLine(source="Courier", line=key_of(BANNER), kind="ruling", verdict="keep", text=BANNER)
    with running_worker(settings, tmp_path) as worker:
        await publish(settings, [encoded(keep), (b"nonsense", b"{}")], Channel.RECURRING)
        await knows(worker)
        worker.wait_for("a record is no learned line and is passed over")
        await publish(settings, articles(range(10)))
        await removed_from(settings, 10)
        await knows(worker, 2)  # it was learned all the same
        await publish(settings, articles(range(10, 15)))
        removed = await removed_from(settings, 15)
        assert worker.stop() == 0
    assert not any(removed.values())


async def test_nothing_on_its_topics_stops_a_worker(broker: str, tmp_path: Path) -> None:
    """Anybody may write there by mistake, and what is compacted is read at every start."""
    settings = small(broker)
    await make_topics(settings)
    line = {"key": key_of(BANNER), "size": 40, "score": 0.5, "place": "bottom"}
    line |= {"sentence": False, "cut": False, "text": BANNER}
    hurt = [{"key": "zz"}, {"key": "-1"}, {"size": -5}, {"size": 1 << 40}, {"score": -1}, {"score": 2}]
    told = [[line | wrong] for wrong in hurt] + [[]]
    sightings = [
        (b"Courier", json.dumps({"source": "Courier", "article_id": f"s{at}", "lines": lines}).encode())
        for at, lines in enumerate(told)
    ]
    record = {"source": "Courier", "line": key_of(BANNER), "kind": "recurring", "verdict": "recurring"}
    wrong = [{"line": "zz"}, {"line": key_of(BANNER).upper()}, {"seen": -1}, {"of": 1 << 40}, {"line": key_of("x")}]
    keys = [(record | one)["line"] for one in wrong[:4]] + [key_of(BANNER)]
    known = [
        (key_bytes("Courier", key, "recurring"), json.dumps(record | one).encode())
        for key, one in zip(keys, wrong, strict=True)
    ]
    known += [(key_bytes("Courier", "zz", "recurring"), None)]
    await publish(settings, known, Channel.RECURRING)
    for name in ("first", "second"):  # the second counts again what lies before it, and that has wrong ones, too
        with running_worker(settings, tmp_path, name) as worker:
            await publish(settings, sightings, Channel.SIGHTINGS)
            await publish(settings, articles(range(8)) if name == "first" else articles(range(8, 12)))
            await removed_from(settings, 8 if name == "first" else 12)
            await knows(worker)
            worker.wait_for("a record is no learned line and is passed over")
            told_wrongly = 6 if name == "first" else 12
            dead = [json.loads(one.value) for one in await read_committed(settings, Channel.DEAD, told_wrongly)]
            assert [(one["stage"], one["reason"]) for one in dead] == [("learn", "invalid_record")] * told_wrongly
            assert worker.stop() == 0


async def test_switched_off_it_asks_for_no_topics_and_removes_nothing(broker: str, tmp_path: Path) -> None:
    settings = small(broker, **{"learn.enabled": False})
    await make_topics(settings)
    async with admin_client(settings) as admin:
        await admin.delete_topics([settings.topics[Channel.SIGHTINGS], settings.topics[Channel.RECURRING]])
    with running_worker(settings, tmp_path) as worker:
        await publish(settings, articles(range(6)))
        removed = await removed_from(settings, 6)
        assert worker.stop() == 0
    assert not any(removed.values())


async def _compact_and_delete(settings: Settings) -> None:
    """Have the compacted topic compacted for real, the sightings deleted, and their topic grown by a partition."""
    topic, sightings = settings.topics[Channel.RECURRING], settings.topics[Channel.SIGHTINGS]
    before = await learned(settings)
    async with admin_client(settings) as admin:
        configs = {"segment.ms": "100", "min.cleanable.dirty.ratio": "0.01", "min.compaction.lag.ms": "0"}
        await admin.alter_configs(
            [ConfigResource(ConfigResourceType.TOPIC, topic, {"cleanup.policy": "compact", **configs})]
        )
        ends = {TopicPartition(sightings, number): RecordsToDelete(-1) for number in range(settings.topics.partitions)}
        await admin.delete_records(ends)
        more = settings.topics.partitions + 1
        grown = settings.model_copy(update={"topics": settings.topics.model_copy(update={"partitions": more})})
        results = await topics.create(admin, grown, add_partitions=True)
    assert {result.partitions for result in results} == {more, 1}
    await offsets.commit_first_offsets(grown, {result.channel: result.partitions for result in results}, second_look=0)
    other = LearnedLine(source="Gazette", line=key_of("x"), kind="ruling", verdict="drop", text="x")
    for _ in range(60):  # a segment is rolled when something is written; the broker's cleaner looks every 15 s
        await publish(settings, [encoded(other)], Channel.RECURRING)
        keys = [record.key for record in await read_committed(settings, Channel.RECURRING)]
        if len(keys) < 12 and Counter(keys).most_common(1)[0][1] <= 2:
            break
        await asyncio.sleep(0.5)
    await publish(settings, [(encoded(other)[0], None)], Channel.RECURRING)
    assert {text: line for text, line in (await learned(settings)).items() if line.source == "Courier"} == before


async def test_a_worker_that_does_not_learn_works_beside_one_that_does(broker: str, tmp_path: Path) -> None:
    """As during a rolling update: the one subscribes to the sightings, the other does not know of them."""
    settings = small(broker)
    await make_topics(settings)
    off = settings.model_copy(update={"learn": settings.learn.model_copy(update={"enabled": False})})
    with running_worker(off, tmp_path, "off") as without, running_worker(settings, tmp_path, "on") as worker:
        await publish(settings, articles(range(24)))
        await removed_from(settings, 24)
        await knows(worker)
        await publish(settings, articles(range(24, 40)))
        await removed_from(settings, 40)
        assert without.stop() == 0
        await publish(settings, articles(range(40, 50)))
        removed = await removed_from(settings, 50)
        assert worker.stop() == 0
    assert all(removed[f"a{number}"] for number in range(40, 50))
