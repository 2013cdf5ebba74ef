"""The records of Kafka's log of offsets."""

import struct

import pytest
from aiokafka import TopicPartition
from aiokafka.structs import OffsetAndMetadata
from hypothesis import given
from hypothesis import strategies as st

from pipeline.runtime.kafka.offsets_log import Commit, parse, partition_of


def text(value: str) -> bytes:
    return struct.pack(">h", len(value.encode())) + value.encode()


def compact(value: str) -> bytes:
    length, out = len(value.encode()) + 1, b""
    while length > 0x7F:
        out, length = out + bytes([length & 0x7F | 0x80]), length >> 7
    return out + bytes([length]) + value.encode()


def key(group: str, topic: str, partition: int, version: int = 1) -> bytes:
    return struct.pack(">h", version) + text(group) + text(topic) + struct.pack(">i", partition)


def value(version: int, offset: int, note: str) -> bytes:
    epoch = struct.pack(">i", -1) if version >= 3 else b""
    return struct.pack(">hq", version, offset) + epoch + (compact if version >= 4 else text)(note) + b"later fields"


SOURCES = st.builds(TopicPartition, st.text(max_size=30), st.integers(0, 2**31 - 1))
OFFSETS = st.builds(OffsetAndMetadata, st.integers(0, 2**62), st.text(max_size=300))


@given(st.builds(Commit, st.text(max_size=30), SOURCES, OFFSETS), st.integers(0, 4))
def test_a_commit_is_read_in_every_form(commit: Commit, version: int) -> None:
    assert commit.offset is not None
    written = value(version, commit.offset.offset, commit.offset.metadata)
    assert parse(key(commit.group, *commit.source), written) == commit


def test_a_deleted_offset_is_told_from_other_records() -> None:
    assert parse(key("g", "t", 3), None) == Commit("g", TopicPartition("t", 3), None)
    assert parse(key("g", "t", 3, version=2), b"") is None  # a group's members


@given(st.binary(max_size=60) | st.none(), st.binary(max_size=60) | st.none())
def test_nothing_that_stands_there_raises(anything: bytes | None, other: bytes | None) -> None:
    parse(anything, other)
    parse(key("g", "t", 3), other)


@pytest.mark.parametrize(
    ("group", "count", "partition"),
    [
        # From Java: Math.abs("...".hashCode()) % count
        ("", 50, 0),
        ("dateline", 50, 1_793_464_482 % 50),
        ("a", 50, 97 % 50),
        ("ab", 50, (97 * 31 + 98) % 50),
        ("polygenelubricants", 50, 0),  # its hash is the least of all integers
        ("\U0001f4f0", 50, (0xD83D * 31 + 0xDCF0) % 50),
    ],
)
def test_a_group_lies_where_java_puts_it(group: str, count: int, partition: int) -> None:
    assert partition_of(group, count) == partition
