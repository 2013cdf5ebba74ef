"""What a worker knows of the sources' lines, and what a lane counts, without a broker."""

import asyncio
from collections.abc import AsyncIterator
from types import SimpleNamespace
from typing import Any

import orjson
import pytest
import structlog
from aiokafka import TopicPartition

from pipeline.core.codec import encode
from pipeline.core.flow import Channel, Stage
from pipeline.core.learn.known import encoded, unpack
from pipeline.core.learn.lines import key_of
from pipeline.core.outcome import Done, Message
from pipeline.core.records import LearnedLine
from pipeline.runtime.config.settings import Settings
from pipeline.runtime.kafka import stretch
from pipeline.runtime.kafka.packing import partition_of
from pipeline.runtime.lanes.counting import Counting
from pipeline.runtime.lanes.learned import LearnedLines
from pipeline.runtime.lanes.messages import Incoming
from tests.unit.learn.told import BANNER, article, seen

SETTINGS = Settings()


def record(key: bytes | None, value: bytes | None) -> Any:
    return SimpleNamespace(topic="lines.recurring", partition=0, offset=7, key=key, value=value)


def banner(source: str = "Courier") -> LearnedLine:
    return LearnedLine(
        source=source, line=key_of(BANNER), kind="recurring", verdict="recurring", seen=3, of=4, text=BANNER
    )


def incoming(value: bytes | None) -> Incoming:
    return Incoming(0, 0, None, value, 0.0, ())


def test_an_article_takes_along_what_is_known_of_its_source_and_of_no_other() -> None:
    learned = LearnedLines(SETTINGS)
    for source in ("Courier", "Gazette"):
        learned.take(record(*encoded(banner(source))))
    batch = [orjson.dumps({"text": "x", "source": source}) for source in ("Courier", "Herald")]
    first, second, tombstone = learned.messages([*map(incoming, batch), incoming(None)])
    assert [(known.source, list(unpack(known))) for known in first.known] == [("Courier", [key_of(BANNER)])]
    assert second.known == tombstone.known == ()


def test_what_is_no_learned_line_is_said_in_the_log_with_its_place_and_changes_nothing() -> None:
    learned = LearnedLines(SETTINGS)
    with structlog.testing.capture_logs() as logs:
        learned.take(record(b"x", b"y"))
        learned.take(record(encoded(banner())[0], b"{}"))
        learned.take(record(None, None))
    assert len(learned.known) == 0
    assert [(log["topic"], log["partition"], log["offset"]) for log in logs] == [("lines.recurring", 0, 7)] * 3


def test_who_counts_hears_of_what_is_forgotten_until_the_lane_is_closed() -> None:
    learned = LearnedLines(SETTINGS)
    heard: list[tuple[str, str]] = []
    stop = learned.on_forgotten(lambda source, line: heard.append((source, line)))
    key, value = encoded(banner())
    learned.take(record(key, value))
    learned.take(record(key, None))
    stop()
    learned.take(record(key, None))
    assert heard == [("Courier", key_of(BANNER))]


@pytest.fixture
async def counting(monkeypatch: pytest.MonkeyPatch) -> Counting:
    """The lane of the partition that has the source Courier; five articles lie below where it begins."""
    partition = TopicPartition(SETTINGS.topics[Channel.SIGHTINGS], partition_of(b"Courier", 4))
    counting = Counting(SETTINGS, partition, LearnedLines(SETTINGS), structlog.get_logger())

    async def before(*_: Any) -> AsyncIterator[Any]:
        for number in range(5):
            yield record(b"Courier", encode(article(number, seen(BANNER))))
        yield record(_elsewhere(partition.partition), encode(article(9, seen(BANNER), source="moved")))
        yield record(b"Courier", b"no sighting")

    async def partitions() -> int:
        return 4

    monkeypatch.setattr(stretch, "before", before)
    monkeypatch.setattr(counting, "_partitions", partitions)
    await counting.restore(7)
    return counting


def _elsewhere(partition: int) -> bytes:
    return next(name for n in range(100) if partition_of(name := b"paper %d" % n, 4) != partition)


def told(number: int) -> Message:
    return Message(b"Courier", encode(article(number, seen(BANNER))))


async def test_a_lane_begins_with_what_its_own_sources_had_before(counting: Counting) -> None:
    assert counting.sources == 1
    (outcome,) = (await counting.run(Stage.LEARN, [told(10)])).outcomes
    assert isinstance(outcome, Done)
    line = LearnedLine.model_validate_json(outcome.outputs[0].value or b"")
    assert (line.seen, line.of) == (6, 6)


async def test_batches_that_are_begun_at_once_are_counted_in_their_order(counting: Counting) -> None:
    finished = await asyncio.gather(*(counting.run(Stage.LEARN, [told(n), told(n + 1)]) for n in range(10, 30, 2)))
    outcomes = [outcome for one in finished for outcome in one.outcomes]
    counts = [
        LearnedLine.model_validate_json(output.value or b"").seen
        for outcome in outcomes
        if isinstance(outcome, Done)
        for output in outcome.outputs
    ]
    assert counts == sorted(counts)
    assert len(outcomes) == 20
    counting.close()
