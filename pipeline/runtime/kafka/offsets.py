"""The group's offsets on the topics it reads: where it begins, where it stands, how much waits.

Where a new group begins is said once, at deployment, by committing offsets; a worker never guesses (a group
without offsets may be one whose offsets expired, and beginning anew would repeat everything).
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Collection, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Literal

from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition

from pipeline.core.flow import Channel, inputs
from pipeline.runtime.config.settings import Settings
from pipeline.runtime.kafka.batches import UnreadableBatchError, open_consumer
from pipeline.runtime.kafka.connection import client_options, milliseconds
from pipeline.runtime.kafka.silence import mind_silence
from pipeline.runtime.kafka.stretch import log_ends

Start = Literal["earliest", "latest"]

# Seconds. A broker of Kafka 4 that has just come back can answer as if the group had no offsets, as long as it reads
# them (docs/decisions/0014-offsets-gone-back.md).
SECOND_LOOK = 10.0
_VISIBLE_WAIT = 15.0
_PEEK_WAIT = 5.0


class OffsetsError(Exception):
    """The group's first offsets could not be committed."""


@dataclass(frozen=True, slots=True)
class PartitionState:
    """Where the group stands in one partition.

    `end` is the last stable offset: what lies below it is committed and can be read. `lag` is what waits, in
    offsets: from the next record to `end`, 0 when no record waits. It can count a few too many while records wait,
    since the markers of transactions take offsets too. None where it cannot be told: without a committed offset, or
    with one beyond the end of the log.

    `uncommitted` counts the offsets from `end` to the end of the log: a publisher's transaction is open there, and
    nobody can read them before it ends. `trouble` says why the group cannot go on there, empty where it can.
    `resume` is the offset that a group had reached whose offset went back; None for all others.
    """

    topic: str
    partition: int
    beginning: int
    end: int
    committed: int | None
    lag: int | None
    uncommitted: int = 0
    trouble: str = ""
    resume: int | None = None


async def commit_first_offsets(
    settings: Settings,
    counts: Mapping[Channel, int],
    start: Start = "earliest",
    *,
    second_look: float = SECOND_LOOK,
    looks_again: Callable[[int], None] = lambda _count: None,
) -> dict[TopicPartition, int]:
    """Commit where the group begins in every input partition that has no committed offset; say which those were.

    Offsets that exist never move. The commit is a transaction under an id of its own: of two such commands at the
    same moment the later one ends the earlier one's transaction before it looks, and a running worker does not stand
    in the way when partitions are added. `counts` are the topics' numbers of partitions (`topics.require`). Where
    offsets are missing, it looks again `second_look` seconds later; `looks_again` is told of how many, before.

    Raises:
        OffsetsError: the commit did not become visible.
        aiokafka.errors.KafkaError: the broker refused, or another such command took over.
    """
    producer = AIOKafkaProducer(
        transactional_id=f"{settings.group}-first-offsets",
        retry_backoff_ms=milliseconds(settings.worker.retry_backoff),
        **client_options(settings),
    )
    mind_silence(producer.client)
    try:
        await producer.start()
        async with _reader(settings, input_partitions(settings, counts)) as reader:
            missing = await _without_offset(reader, reader.assignment())
            if missing and second_look:
                looks_again(len(missing))
                await asyncio.sleep(second_look)
                missing = await _without_offset(reader, missing)
            if not missing:
                return {}
            offsets = await (reader.beginning_offsets if start == "earliest" else reader.end_offsets)(missing)
            async with producer.transaction():
                await producer.send_offsets_to_transaction(offsets, settings.group)
            await _await_visible(reader, missing)
            return dict(offsets)
    finally:
        await producer.stop()


async def partition_states(settings: Settings, counts: Mapping[Channel, int]) -> list[PartitionState]:
    """Where the group stands in every partition of the channels in `counts`."""
    partitions = input_partitions(settings, counts, tuple(counts))
    async with _reader(settings, partitions) as reader:
        beginnings = await reader.beginning_offsets(partitions)
        ends = await reader.end_offsets(partitions)
        written = await log_ends(reader, partitions)
        committed = {partition: await reader.committed(partition) for partition in partitions}
        behind = {
            partition: max(offset, beginnings[partition])
            for partition, offset in committed.items()
            if offset is not None and offset < ends[partition]
        }
        next_records, trouble = await _next_records(reader, behind, ends)
    for partition, offset in committed.items():
        if offset is not None and offset > written[partition]:
            trouble[partition] = "committed beyond the end of the log"
    return [
        PartitionState(
            topic=partition.topic,
            partition=partition.partition,
            beginning=beginnings[partition],
            end=ends[partition],
            committed=offset,
            lag=None
            if offset is None or offset > written[partition]
            else ends[partition] - next_records.get(partition, ends[partition]),
            uncommitted=max(0, written[partition] - ends[partition]),
            trouble=trouble.get(partition, ""),
        )
        for partition, offset in committed.items()
    ]


def input_partitions(
    settings: Settings, counts: Mapping[Channel, int], channels: Collection[Channel] = inputs()
) -> list[TopicPartition]:
    """Every partition of the channels."""
    names = settings.topics.names
    return [TopicPartition(names[channel], number) for channel in channels for number in range(counts[channel])]


@asynccontextmanager
async def _reader(settings: Settings, partitions: list[TopicPartition]) -> AsyncIterator[AIOKafkaConsumer]:
    """A consumer that may ask for the group's offsets and joins no group: partitions are assigned by hand."""
    async with open_consumer(
        group_id=settings.group,
        enable_auto_commit=False,
        auto_offset_reset="none",
        # Ends are last stable offsets, and positions step over markers and aborted records.
        isolation_level="read_committed",
        # Only the first record of a partition is looked at.
        max_partition_fetch_bytes=64 * 1024,
        **client_options(settings),
    ) as consumer:
        consumer.assign(partitions)
        consumer.pause(*partitions)
        yield consumer


async def _without_offset(reader: AIOKafkaConsumer, among: Collection[TopicPartition]) -> list[TopicPartition]:
    return [partition for partition in among if await reader.committed(partition) is None]


async def _await_visible(reader: AIOKafkaConsumer, partitions: list[TopicPartition]) -> None:
    """A transaction's offsets are to be had once its marker is written, a little after the commit returned."""
    deadline = asyncio.get_running_loop().time() + _VISIBLE_WAIT
    for partition in partitions:
        while await reader.committed(partition) is None:
            if asyncio.get_running_loop().time() > deadline:
                raise OffsetsError(
                    f"the first offset of {partition.topic} [{partition.partition}] was committed and did not become "
                    f"visible in {_VISIBLE_WAIT:.0f} s; run `dateline topics create` again"
                )
            await asyncio.sleep(0.02)


async def _next_records(
    reader: AIOKafkaConsumer, behind: Mapping[TopicPartition, int], ends: Mapping[TopicPartition, int]
) -> tuple[dict[TopicPartition, int], dict[TopicPartition, str]]:
    """The offset of the first record at or after each offset in `behind`, or the end where only markers are left.

    A partition that does not answer in time keeps its offset. What cannot be read is told beside it.
    """
    found, trouble = dict(behind), dict[TopicPartition, str]()
    waiting = set(behind)
    for partition, offset in behind.items():
        reader.seek(partition, offset)
        reader.resume(partition)
    deadline = asyncio.get_running_loop().time() + _PEEK_WAIT
    while waiting and asyncio.get_running_loop().time() < deadline:
        try:
            batches = await reader.getmany(*waiting, timeout_ms=100)
        except UnreadableBatchError as error:
            trouble[error.source] = f"offset {error.offset} cannot be read: {error.why}"
            waiting.discard(error.source)
            reader.pause(error.source)
            continue
        for partition, records in batches.items():
            found[partition] = records[0].offset
            waiting.discard(partition)
            reader.pause(partition)
        for partition in list(waiting):
            position = await reader.position(partition)
            if position >= ends[partition]:
                found[partition] = ends[partition]
                waiting.discard(partition)
    return found, trouble
