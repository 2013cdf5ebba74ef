"""What a group has committed, read where the broker keeps it: in the log that its memory is made of.

`__consumer_offsets` is Kafka's own and compacted. Each commit is a record there, and a transaction's counts when its
marker is written. A group's commits lie in the partition that its name's hash says (Java's `String.hashCode`). The
records' forms are in Kafka's sources as OffsetCommitKey and OffsetCommitValue (`group-coordinator`, 0 to 4).
"""

import struct
from collections.abc import Collection
from typing import NamedTuple

from aiokafka import TopicPartition
from aiokafka.structs import OffsetAndMetadata

from pipeline.runtime.config.settings import Settings
from pipeline.runtime.kafka import stretch

TOPIC = "__consumer_offsets"
_TAIL = 5_000  # offsets at the end of the log, about 240 bytes each; half of a transaction's are markers
_COMMIT_KEYS = (0, 1)
_WITH_EPOCH, _COMPACT = 3, 4  # the versions of a value since which it has a leader's epoch, and strings of the new form


class Commit(NamedTuple):
    """One commit: of which group and partition, and what; None where the offset was deleted."""

    group: str
    source: TopicPartition
    offset: OffsetAndMetadata | None


def partition_of(group: str, count: int) -> int:
    """The partition of the log, of `count`, that has a group's commits."""
    value = 0
    units = group.encode("utf-16-be")
    for (unit,) in struct.iter_unpack(">H", units):
        value = (31 * value + unit) & 0xFFFF_FFFF
    signed = value - 2**32 if value >= 2**31 else value
    return 0 if signed == -(2**31) else abs(signed) % count


def parse(key: bytes | None, value: bytes | None) -> Commit | None:
    """A record of the log as a commit; None for everything else that stands there."""
    try:
        return _parse(key or b"", value)
    except (struct.error, UnicodeDecodeError):
        return None


def _parse(key: bytes, value: bytes | None) -> Commit | None:
    (version,) = struct.unpack_from(">h", key)
    if version not in _COMMIT_KEYS:
        return None
    group, at = _text(key, 2)
    topic, at = _text(key, at)
    (partition,) = struct.unpack_from(">i", key, at)
    return Commit(group, TopicPartition(topic, partition), None if value is None else _offset(value))


def _offset(value: bytes) -> OffsetAndMetadata:
    version, offset = struct.unpack_from(">hq", value)
    at = 10 + (4 if version >= _WITH_EPOCH else 0)
    note, _ = _compact_text(value, at) if version >= _COMPACT else _text(value, at)
    return OffsetAndMetadata(offset, note)


def _text(data: bytes, at: int) -> tuple[str, int]:
    (length,) = struct.unpack_from(">h", data, at)
    return _slice(data, at + 2, length)


def _compact_text(data: bytes, at: int) -> tuple[str, int]:
    length = shift = 0
    while True:
        (byte,) = struct.unpack_from(">B", data, at)
        length |= (byte & 0x7F) << shift
        at, shift = at + 1, shift + 7
        if byte < 0x80:
            return _slice(data, at, length - 1)


def _slice(data: bytes, at: int, length: int) -> tuple[str, int]:
    if length < 0 or at + length > len(data):
        raise struct.error("a text that does not end where its record does")
    return data[at : at + length].decode(), at + length


async def last_commits(
    settings: Settings, sources: Collection[TopicPartition]
) -> dict[TopicPartition, OffsetAndMetadata]:
    """The group's last commit for each partition, of those in the last few thousand offsets of the log.

    It has all that was committed before it was called: the look waits for the transactions that are open meanwhile.

    Raises:
        aiokafka.errors.KafkaError: the broker refused; this topic needs a right of its own.
    """
    found: dict[TopicPartition, OffsetAndMetadata | None] = {}
    async with stretch.reader(settings) as consumer:
        cluster = await consumer._client.fetch_all_metadata()
        if not (count := len(cluster.partitions_for_topic(TOPIC) or ())):
            return {}
        log = TopicPartition(TOPIC, partition_of(settings.group, count))
        consumer.assign([log])
        end = (await stretch.log_ends(consumer, [log]))[log]
        async for record in stretch.between(consumer, {log: (end - _TAIL, end)}):
            commit = parse(record.key, record.value)
            if commit is not None and commit.group == settings.group and commit.source in sources:
                found[commit.source] = commit.offset
    return {source: offset for source, offset in found.items() if offset is not None}
