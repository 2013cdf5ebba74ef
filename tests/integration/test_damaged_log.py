"""A log that lost its end or has a batch that nobody can read: the partition halts, says so, and goes on when told."""

import asyncio
import json
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from aiokafka import TopicPartition
from aiokafka.structs import OffsetAndMetadata
from typer.testing import CliRunner

from pipeline.core.flow import Channel
from pipeline.core.learn.known import encoded
from pipeline.core.records import LearnedLine
from pipeline.runtime.config.settings import Settings
from pipeline.runtime.exits import Exit
from pipeline.runtime.kafka import epochs, stretch
from pipeline.runtime.kafka.packing import partition_of
from pipeline.runtime.lanes.halt import beyond_end, noted
from pipeline.runtime.lanes.move import move
from pipeline.tools.broker import LocalBroker
from pipeline.tools.cli import app
from pipeline.tools.kafka import admin_client
from tests.support.articles import article_bytes
from tests.support.damage import damage, first_batches
from tests.support.kafka import environment, make_topics, publish, read_committed, unique_settings
from tests.support.worker import WorkerProcess, running_worker

PASSED_OVER = "a batch cannot be read and is passed over: what it says is not known to this worker"
SMALL = {"pool.processes": 1, "extract.model": "sm", "web.port": 0, "worker.stall_timeout": 8}


@pytest.fixture(scope="module")
def own_broker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalBroker]:
    """A broker whose log these tests may damage."""
    broker = LocalBroker(tmp_path_factory.mktemp("damaged"))
    broker.start()
    yield broker
    broker.stop()


def key_for(partition: int) -> bytes:
    return next(key for number in range(100) if partition_of(key := b"k%d" % number, 2) == partition)


async def run(settings: Settings, *arguments: str) -> Any:
    """A command, in a thread: it runs an event loop of its own."""
    return await asyncio.to_thread(CliRunner().invoke, app, arguments, env=environment(settings))


async def trouble(settings: Settings, *arguments: str) -> str:
    """What a command that shows offsets says of the raw topic's first partition; the others are well."""
    for _ in range(20):
        first, *others = json.loads((await run(settings, *arguments)).stdout.splitlines()[0])
        if first["committed"] is not None:  # a broker that has just come back knows of no offsets for a moment
            break
        await asyncio.sleep(0.5)
    assert {one["trouble"] for one in others} == {""}
    return str(first["trouble"])


async def offset_of(settings: Settings, source: TopicPartition) -> OffsetAndMetadata:
    async with admin_client(settings, wait=20) as admin:
        return (await admin.list_consumer_group_offsets(settings.group, partitions=[source]))[source]


async def until(condition: Callable[[], bool], what: str) -> None:
    for _ in range(300):
        if condition():
            return
        await asyncio.sleep(0.1)
    raise AssertionError(f"no {what}")


async def send(settings: Settings, partition: int, *ids: str) -> None:
    for id in ids:  # a batch each
        await publish(settings, [(key_for(partition), article_bytes(id=id))])


def halted(worker: WorkerProcess) -> list[dict[str, Any]]:
    return [event for event in worker.events() if event["event"] == "the partition is halted"]


@contextmanager
def running_worker_that_halts(settings: Settings, folder: Path, name: str = "worker") -> Iterator[WorkerProcess]:
    """A worker that is not waited for to be ready."""
    worker = WorkerProcess(settings, folder, name)
    try:
        yield worker
    finally:
        if worker.process.poll() is None:
            worker.process.terminate()
            worker.process.wait(30)


async def test_a_batch_that_cannot_be_read_stops_its_partition_alone(own_broker: LocalBroker, tmp_path: Path) -> None:
    settings = unique_settings(own_broker.bootstrap or "", **SMALL)
    await make_topics(settings)
    await send(settings, 0, "a", "broken", "b")
    await send(settings, 1, "e")
    source, other = (TopicPartition(settings.topics.raw, number) for number in range(2))
    # A byte of the second article; it lies uncompressed in the log.
    damage(own_broker, source, lambda log: log.replace(b'"broken"', b'"brXken"'))
    await move(settings, {other: 100})  # a mistaken reset: nothing is there
    with running_worker_that_halts(settings, tmp_path) as worker:
        (found,) = await read_committed(settings, Channel.ENRICHED, 1)
        assert found.key == b"a"
        await until(lambda: len(halted(worker)) == 2, "two halted partitions")
        told = {event["partition"]: (event["why"], event["offset"]) for event in halted(worker)}
        assert told == {0: ("unreadable", 1), 1: ("beyond_end", 100)}
        await asyncio.sleep(9)  # longer than the watchdog waits, and than the batch is tried again
        ready, why = worker.get("/health/ready")
        assert (ready, f"{source.topic}[0] is halted" in why, "checksum" in why) == (503, True, True)
        assert (
            f'dateline_halted_partitions{{partition="0",reason="unreadable",topic="{source.topic}"}} 1.0'
            in (worker.get("/metrics")[1])
        )
        assert len(halted(worker)) == 2, "said once each"
        lag = await run(settings, "lag", "--json", "--over", "0")
        first, second = json.loads(lag.stdout.splitlines()[0])[:2]
        assert "offset 1 cannot be read" in first["trouble"]
        assert (second["lag"], second["trouble"]) == (None, "committed beyond the end of the log")
        moved = await run(settings, "offsets", "reset", "raw", "--to", "earliest", "-p", "1", "--yes")
        assert moved.exit_code == 0, moved.output
        await send(settings, 1, "c", "d")
        found = await read_committed(settings, Channel.ENRICHED, 4)
        assert {record.key for record in found} == {b"a", b"e", b"c", b"d"}, "the others go on"
        assert (await offset_of(settings, source)).offset == 1, "nothing was skipped"
        moved = await run(settings, "offsets", "reset", "raw", "--to", "2", "--partition", "0", "--yes")
        assert moved.exit_code == 0, moved.output
        assert "1 offsets are left out" in moved.output
        await read_committed(settings, Channel.ENRICHED, 5)
        await until(lambda: worker.get("/health/ready")[0] == 200, "readiness")
        assert worker.stop() == 0


async def test_an_offset_beyond_the_end_is_never_taken_for_committed(own_broker: LocalBroker, tmp_path: Path) -> None:
    settings = unique_settings(own_broker.bootstrap or "", **SMALL)
    await make_topics(settings)
    source = TopicPartition(settings.topics.raw, 0)
    with running_worker(settings, tmp_path, supervised=True) as worker:
        await send(settings, 0, "a", "b", "c", "d")
        await read_committed(settings, Channel.ENRICHED, 4)
        # The log loses its last two articles, as by an unclean election or a disk that was restored.
        damage(own_broker, source, lambda log: first_batches(log, 2))
        await send(settings, 1, "other")
        told = await asyncio.to_thread(worker.wait_for, "the partition is halted")
        assert (told["why"], told["offset"]) == ("beyond_end", 4)
        assert worker.get("/health/ready")[0] == 503
        # New articles come, more than were lost: their offsets are ones that the group has committed.
        await send(settings, 0, "e", "f", "g")
        await read_committed(settings, Channel.ENRICHED, 5)
        await until_noted(settings, source)
        assert worker.stop() == 0
    with running_worker_that_halts(settings, tmp_path, "again") as worker:  # the log has grown past the offset by now
        told = await asyncio.to_thread(worker.wait_for, "the partition is halted")
        assert told["message"] == beyond_end(4, 2).message
        assert "the log ended at 2" in await trouble(settings, "lag", "--json", "--over", "0")
        shown = await run(settings, "offsets", "show")
        assert (shown.exit_code, source.topic in shown.output) == (0, True)
        dry = await run(settings, "offsets", "reset", "raw", "--to", "2", "-p", "0", "--dry-run")
        assert "4 -> 2" in dry.output
        assert (await offset_of(settings, source)).offset == 4
        assert (await run(settings, "offsets", "reset", "raw", "--to", "2", "-p", "0", "--yes")).exit_code == 0
        found = await read_committed(settings, Channel.ENRICHED, 8)
        assert {record.key for record in found} == {b"a", b"b", b"c", b"d", b"other", b"e", b"f", b"g"}
        assert worker.stop() == 0
    found = await offset_of(settings, source)
    assert (found.offset, noted(5, found.metadata), epochs.noted(found.metadata) > 0) == (5, None, True)


async def test_a_log_that_grew_again_past_what_was_read_is_told_apart(own_broker: LocalBroker, tmp_path: Path) -> None:
    """Cut off and grown again before any worker looked: the offsets say nothing, the leader's epochs do."""
    settings = unique_settings(own_broker.bootstrap or "", **SMALL)
    await make_topics(settings)
    source = TopicPartition(settings.topics.raw, 0)
    with running_worker(settings, tmp_path) as worker:
        await send(settings, 0, "a", "b", "c", "d")
        await read_committed(settings, Channel.ENRICHED, 4)
        assert worker.stop() == 0
    damage(own_broker, source, lambda log: first_batches(log, 2))
    assert await trouble(settings, "offsets", "show", "--json") == "committed beyond the end of the log"
    await send(settings, 0, "e", "f", "g", "h")  # offsets 2 to 5; the group has committed 4
    assert "the log ended at 2" in await trouble(settings, "offsets", "show", "--json"), "no worker has seen it yet"
    with running_worker_that_halts(settings, tmp_path, "again") as worker:
        told = await asyncio.to_thread(worker.wait_for, "the partition is halted", 180)
        assert (told["why"], told["offset"], told["message"]) == ("beyond_end", 4, beyond_end(4, 2).message)
        await until_noted(settings, source)
        assert (await run(settings, "offsets", "reset", "raw", "--to", "2", "-p", "0", "--yes")).exit_code == 0
        await read_committed(settings, Channel.ENRICHED, 8)
        assert epochs.noted((await offset_of(settings, source)).metadata) > 0
        # And once more, while a worker that has the partition sees nothing of it.
        worker.process.send_signal(signal.SIGSTOP)
        damage(own_broker, source, lambda log: first_batches(log, 4))
        await send(settings, 0, "i", "j", "k", "l")  # offsets 4 to 7; the lane goes on at 6
        worker.process.send_signal(signal.SIGCONT)
        assert await asyncio.to_thread(worker.process.wait, 180) == Exit.FAILED
        assert "cut off below offset 6" in worker.tail()
    with running_worker_that_halts(settings, tmp_path, "third") as worker:
        told = await asyncio.to_thread(worker.wait_for, "the partition is halted", 180)
        assert told["message"] == beyond_end(6, 4).message
        assert (await run(settings, "offsets", "reset", "raw", "--to", "4", "-p", "0", "--yes")).exit_code == 0
        found = await read_committed(settings, Channel.ENRICHED, 12)
        assert sorted(record.key for record in found) == [b"%c" % letter for letter in b"abcdefghijkl"]
        assert worker.stop() == 0


async def until_noted(settings: Settings, source: TopicPartition) -> None:
    for _ in range(100):
        found = await offset_of(settings, source)
        if noted(found.offset, found.metadata) is not None:
            return
        await asyncio.sleep(0.1)
    raise AssertionError("the halt was not noted at the broker")


async def test_what_is_read_again_and_what_all_workers_know_pass_over_an_unreadable_batch(
    own_broker: LocalBroker, tmp_path: Path
) -> None:
    settings = unique_settings(own_broker.bootstrap or "", **SMALL, **{"topics.partitions": 2})
    await make_topics(settings)
    lines = [
        LearnedLine(source="Courier", line=f"{at:016x}", kind="ruling", verdict="drop", text="x") for at in range(3)
    ]
    for line in lines:  # a batch each
        await publish(settings, [encoded(line)], Channel.RECURRING)
    topic = TopicPartition(settings.topics[Channel.RECURRING], 0)
    damage(own_broker, topic, lambda log: log.replace(lines[1].line.encode(), b"f" * 16))
    again = [record.key async for record in stretch.before(settings, topic, 3, 10)]
    assert again == [encoded(line)[0] for line in (lines[0], lines[2])]
    with running_worker(settings, tmp_path) as worker:
        told = await asyncio.to_thread(worker.wait_for, PASSED_OVER)
        assert (told["topic"], told["offset"]) == (topic.topic, 1)
        await send(settings, 0, "a")
        await read_committed(settings, Channel.ENRICHED, 1)
        await until(lambda: "dateline_known_lines 2.0" in worker.get("/metrics")[1], "two known lines")
        assert worker.stop() == 0
