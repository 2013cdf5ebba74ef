"""A broker that forgets commits: nothing is processed a second time before a person has decided."""

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest
from aiokafka import TopicPartition
from aiokafka.structs import OffsetAndMetadata
from typer.testing import CliRunner

from pipeline.core.flow import Channel, Stage
from pipeline.runtime.config.settings import Settings
from pipeline.runtime.kafka import epochs, offsets_log, stretch
from pipeline.runtime.kafka.packing import partition_of
from pipeline.runtime.lanes.lane import Begin
from pipeline.runtime.lanes.move import move
from pipeline.runtime.lanes.witness import Witness
from pipeline.tools.cli import app
from pipeline.tools.kafka import admin_client
from tests.support.articles import article_bytes
from tests.support.kafka import environment, make_topics, publish, read_committed, unique_settings
from tests.support.worker import WorkerProcess, running_worker

SMALL = {"pool.processes": 1, "extract.model": "sm", "web.port": 0}


async def run(settings: Settings, *arguments: str) -> Any:
    """A command, in a thread: it runs an event loop of its own."""
    return await asyncio.to_thread(CliRunner().invoke, app, arguments, env=environment(settings))


async def send(settings: Settings, partition: int, *names: str) -> None:
    """Articles whose ids, and so their outputs, go to one partition."""
    for name in names:
        id = next(one for number in range(100) if partition_of((one := f"{name}{number}").encode(), 2) == partition)
        await publish(settings, [(id.encode(), article_bytes(id=id))])


async def offset_of(settings: Settings, source: TopicPartition) -> OffsetAndMetadata:
    async with admin_client(settings, wait=20) as admin:
        return (await admin.list_consumer_group_offsets(settings.group, partitions=[source]))[source]


async def ids(settings: Settings, channel: Channel, count: int) -> list[str]:
    return sorted(record.key.decode() for record in await read_committed(settings, channel, count))


async def forget(settings: Settings, source: TopicPartition, offset: int) -> None:
    """What a broker says that has lost its group's last commits: an earlier one, with the note that came with it."""
    await move(settings, {source: OffsetAndMetadata(offset, epochs.note(0))})  # type: ignore[dict-item]


async def test_a_group_that_went_back_repeats_nothing(broker: str, tmp_path: Path) -> None:
    settings = unique_settings(broker, **SMALL)
    await make_topics(settings)
    source, other, later = (
        TopicPartition(settings.topics[channel], number)
        for channel, number in ((Channel.RAW, 0), (Channel.RAW, 1), (Channel.CLEAN, 0))
    )
    with running_worker(settings, tmp_path) as worker:
        await send(settings, 0, "a", "b", "c", "d")
        await send(settings, 1, "e", "f")
        done = await ids(settings, Channel.ENRICHED, 6)
        assert worker.stop() == 0
    was = await offset_of(settings, later)
    assert epochs.noted(was.metadata) >= 0, "what a lane commits has its note"
    await forget(settings, source, 1)
    await forget(settings, later, 0)
    worker = WorkerProcess(settings, tmp_path, "again")
    try:
        await asyncio.to_thread(worker.wait_for, "reading", 240)
        await until_halted(worker, 2)
        told = {(one["topic"], one["partition"]): (one["why"], one["offset"]) for one in halted(worker)}
        assert told == {(source.topic, 0): ("behind", 1), (later.topic, 0): ("behind", 0)}
        await send(settings, 0, "g")
        await send(settings, 1, "h")  # the other partition goes on
        await ids(settings, Channel.ENRICHED, 7)
        ready, why = worker.get("/health/ready")
        assert (ready, f"{source.topic}[0] is halted" in why) == (503, True)
        series = f'dateline_halted_partitions{{partition="0",reason="behind",topic="{source.topic}"}} 1.0'
        await asyncio.to_thread(worker._poll, lambda: series in worker.get("/metrics")[1] or None, "metric", 30)
        shown = json.loads((await run(settings, "offsets", "show", "--json")).stdout)
        (state,) = [one for one in shown if (one["topic"], one["partition"]) == (source.topic, 0)]
        assert (state["committed"], state["resume"]) == (1, 4)
        assert "went back to 1" in state["trouble"]
        assert not any(one["trouble"] for one in shown if one["partition"] == other.partition)
        for topic, to in (("raw", 4), ("clean", state_of(shown, later)["resume"])):
            moved = await run(settings, "offsets", "reset", topic, "--to", str(to), "-p", "0", "--yes")
            assert (moved.exit_code, "goes on there" in moved.output) == (0, True), moved.output
        found = await ids(settings, Channel.ENRICHED, 8)
        assert [id for id in found if id in done] == done, "each once"
        assert len({*found}) == 8
        assert await ids(settings, Channel.CLEAN, 8) == found
        assert worker.stop() == 0
    finally:
        if worker.process.poll() is None:
            worker.kill()


async def test_a_person_may_mean_the_offset_that_it_went_back_to(broker: str, tmp_path: Path) -> None:
    settings = unique_settings(broker, **SMALL)
    await make_topics(settings)
    source = TopicPartition(settings.topics.raw, 0)
    with running_worker(settings, tmp_path) as worker:
        await send(settings, 0, "a", "b", "c")
        await ids(settings, Channel.ENRICHED, 3)
        assert worker.stop() == 0
    await forget(settings, source, 2)
    worker = WorkerProcess(settings, tmp_path, "again")
    try:
        await asyncio.to_thread(worker.wait_for, "the partition is halted", 240)
        moved = await run(settings, "offsets", "reset", "raw", "--to", "2", "-p", "0", "--yes")
        assert (moved.exit_code, "1 offsets are processed again" in moved.output) == (0, True), moved.output
        found = await ids(settings, Channel.ENRICHED, 4)
        assert len({*found}) == 3, "the last one again"
        assert worker.stop() == 0
    finally:
        if worker.process.poll() is None:
            worker.kill()


async def test_the_ends_of_partitions_are_read_at_once(broker: str) -> None:
    settings = unique_settings(broker)
    await make_topics(settings)
    await send(settings, 0, *"abcdefgh")
    first, second, missing = (TopicPartition(settings.topics.raw, number) for number in (0, 1, 99))
    found = await stretch.tails(settings, [first, second, missing], 3)
    assert {partition: [record.offset for record in records] for partition, records in found.items()} == {
        first: [5, 6, 7],
        second: [],
        missing: [],
    }
    assert await stretch.tails(settings, [missing], 3) == {missing: []}


async def test_the_log_of_offsets_tells_what_was_committed_last(broker: str) -> None:
    settings = unique_settings(broker)
    await make_topics(settings)
    first, second, missing = (TopicPartition(settings.topics.raw, number) for number in (0, 1, 99))
    await forget(settings, first, 7)
    for offset in (3, 5):
        await move(settings, {second: offset})
    found = await offsets_log.last_commits(settings, {first, second, missing})
    assert found == {first: OffsetAndMetadata(7, epochs.note(0)), second: OffsetAndMetadata(5, "")}
    other = settings.model_copy(update={"group": f"{settings.group}-another"})
    assert await offsets_log.last_commits(other, {first}) == {}


async def test_what_the_log_of_offsets_has_is_believed_over_what_the_broker_tells(broker: str) -> None:
    settings = unique_settings(broker)
    await make_topics(settings)
    source = TopicPartition(settings.topics.raw, 0)
    await forget(settings, source, 7)

    async def again() -> Begin:
        raise AssertionError("the log has told it")

    found = await Witness(settings).believe(Stage.CLEAN, source, Begin(2, epochs.note(0)), again)
    assert found == (Begin(7, epochs.note(0)), None)


def halted(worker: WorkerProcess) -> list[dict[str, Any]]:
    return [event for event in worker.events() if event["event"] == "the partition is halted"]


def state_of(shown: list[dict[str, Any]], source: TopicPartition) -> dict[str, Any]:
    return next(one for one in shown if (one["topic"], one["partition"]) == (source.topic, source.partition))


async def until_halted(worker: WorkerProcess, count: int) -> None:
    for _ in range(1200):
        if len(halted(worker)) >= count:
            return
        await asyncio.sleep(0.1)
    pytest.fail(f"{len(halted(worker))} partitions halted, not {count}:\n{worker.tail()}")
