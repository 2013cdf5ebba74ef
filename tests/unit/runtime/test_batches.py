"""Batches from anybody's client: every codec is read, and what cannot be read is told apart from its neighbours."""

import asyncio
import struct
from types import SimpleNamespace
from typing import Any

import pytest
from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.consumer.fetcher import Fetcher
from aiokafka.consumer.subscription_state import SubscriptionState
from aiokafka.errors import NodeNotReadyError
from hypothesis import given
from hypothesis import strategies as st

from pipeline.runtime.kafka import bounds, lenient
from pipeline.runtime.kafka.batches import UnreadableBatchError, _Kept, _Records, read_anything
from tests.support.rawrecords import CODECS, RawRecord, batch

SOURCE = TopicPartition("articles.raw", 0)


def at(offset: int, data: bytes) -> bytes:
    """The batch as it lies in the log at an offset."""
    return struct.pack(">q", offset) + data[8:]


def unpacked(*batches: bytes, position: int = 0) -> Any:
    return _Records(SOURCE, _Kept(b"".join(batches)), [], position, None, None, True, 1)


def values(records: Any) -> list[bytes]:
    return [record.value for record in records]


TWO = [RawRecord(b"a"), RawRecord(b"b")]


@pytest.mark.parametrize("compression", CODECS)
def test_every_codec_is_read(compression: str) -> None:
    records = unpacked(batch(TWO, compression=compression), at(2, batch(TWO, compression=compression)))
    assert records.error is None
    assert records.next_fetch_offset == 0, "nothing was given out yet"
    assert [(record.offset, record.value) for record in records] == [(0, b"a"), (1, b"b"), (2, b"a"), (3, b"b")]
    assert records.next_fetch_offset == 4


def test_each_record_bears_its_leaders_epoch() -> None:
    taken = batch(TWO)[:12] + struct.pack(">i", 7) + batch(TWO)[16:]  # the checksum leaves it out
    assert [record.leader_epoch for record in unpacked(batch(TWO), at(2, taken))] == [-1, -1, 7, 7]


def test_a_position_in_the_middle_of_a_batch_is_kept() -> None:
    assert values(unpacked(batch(TWO), position=1)) == [b"b"]


BAD = {
    "a codec that nobody knows": at(2, batch(TWO, number=5)),
    "a wrong checksum": at(2, batch(TWO))[:-1] + b"?",
    "compressed bytes that are none": at(2, batch(TWO, number=4)),
    "fewer records than it says": at(2, batch(TWO, number=1)),
}


@pytest.mark.parametrize("bad", BAD.values(), ids=BAD)
def test_what_lies_before_it_is_given_out_and_then_it_is_named(bad: bytes) -> None:
    records = unpacked(batch(TWO), bad, at(4, batch(TWO)))
    assert values(records) == [b"a", b"b"]
    assert (records.error, records.next_fetch_offset) == (None, 2)
    error = unpacked(bad, at(4, batch(TWO)), position=2).error
    assert isinstance(error, UnreadableBatchError)
    assert (error.source, error.offset, error.next_offset) == (SOURCE, 2, 4)
    assert str(error).startswith("the batch at articles.raw[0], offsets 2 to 3, cannot be read: ")


@pytest.mark.parametrize("compression", CODECS)
def test_a_header_whose_name_is_not_utf8_is_read(compression: str) -> None:
    odd = RawRecord(b"v", b"k", ((b"\xff\xfe", b"1"), (b"", None), (b"plain", b"2")))
    found = list(unpacked(batch([TWO[0], odd, TWO[1]], timestamp=17, compression=compression)))
    assert values(found) == [b"a", b"v", b"b"]
    assert found[1].headers == (("\\xff\\xfe", b"1"), ("", None), ("plain", b"2"))
    assert (found[1].key, found[1].timestamp, found[2].offset) == (b"k", 17, 2)


def test_a_batch_that_unfolds_to_gigabytes_is_refused() -> None:
    bomb = batch([RawRecord(bytes(9_000_000))], compression="zstd")
    assert len(bomb) < 2000
    bounds.check(memoryview(bomb))
    with pytest.raises(bounds.TooLargeError, match="unfold to more than 8 MiB"):
        bounds.check(memoryview(bomb), largest=8 * 2**20)


@pytest.mark.parametrize("compression", ["gzip", "snappy", "lz4", "zstd"])
def test_the_bound_holds_for_every_codec(compression: str) -> None:
    data = memoryview(batch([RawRecord(bytes(3_000_000))], compression=compression))
    bounds.check(data, largest=4 * 2**20)
    with pytest.raises(bounds.TooLargeError):
        bounds.check(data, largest=2**20)


RECORDS = st.lists(
    st.builds(
        RawRecord,
        value=st.none() | st.binary(max_size=40),
        key=st.none() | st.binary(max_size=10),
        headers=st.lists(st.tuples(st.binary(max_size=5), st.none() | st.binary(max_size=9)), max_size=3).map(tuple),
    ),
    min_size=1,
    max_size=5,
)


@given(RECORDS, st.sampled_from(list(CODECS)), st.integers(-(2**62), 2**62))
def test_any_records_come_back_as_they_were(records: list[RawRecord], compression: str, timestamp: int) -> None:
    found = list(unpacked(batch(records, timestamp=timestamp, compression=compression)))
    assert [(one.key, one.value) for one in found] == [(one.key, one.value) for one in records]
    assert [len(one.headers) for one in found] == [len(one.headers) for one in records]
    assert {one.timestamp for one in found} == {timestamp}


@given(st.binary(max_size=200), st.integers(0, 7))
def test_any_bytes_are_an_error_and_never_another(noise: bytes, number: int) -> None:
    whole = batch([RawRecord(noise)], number=number)
    records = unpacked(whole[: len(whole) - 1] + b"\0")
    assert records.error is None or isinstance(records.error, UnreadableBatchError)
    list(records)


def test_older_formats_have_no_codec_to_look_at() -> None:
    assert lenient.compression(memoryview(bytes(40))) == 0


async def test_a_consumer_stops_while_a_fetch_pauses_after_an_error() -> None:
    consumer = AIOKafkaConsumer(bootstrap_servers="nowhere:9092")
    asked = asyncio.Event()

    async def send(*_: object, **__: object) -> None:
        asked.set()
        raise NodeNotReadyError("gone")

    consumer._client.send = send
    consumer._fetcher = fetcher = Fetcher(consumer._client, SubscriptionState(), retry_backoff_ms=60_000)
    fetcher._fetch_task.cancel()  # with nothing assigned it would call our fetch off
    read_anything(consumer)
    fetching = asyncio.create_task(fetcher._proc_fetch_request(None, 1, SimpleNamespace(topics=[])))
    fetcher._pending_tasks.add(fetching)
    await asyncio.wait_for(asked.wait(), 5)
    await asyncio.wait_for(consumer.stop(), 5)
    assert fetching.result() is False
