"""Reads record batches as they come from anybody's client: one that cannot be read is told apart from its neighbours.

aiokafka 0.14 lets whatever its decoder meets (a codec that is not installed, a wrong checksum, a header whose name is
not UTF-8) end the reading of every partition, and forgets what it had unpacked before. With `read_anything` a consumer

- gives out everything that lies before such a batch,
- decodes headers whose names are not UTF-8, with the wrong bytes written as \\xNN,
- gives each record the `leader_epoch` of its batch, -1 where the format has none,
- and keeps an `UnreadableBatchError` in the place of the rest, so that only this partition is not read on.

A plain consumer's `getmany` raises that error once nothing else is left to give out, and reads the batch again when it
is called again.
"""

import asyncio
import struct
from collections import OrderedDict
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from types import FunctionType
from typing import Any

from aiokafka import AIOKafkaConsumer, ConsumerRecord, TopicPartition
from aiokafka.consumer import fetcher as driver
from aiokafka.errors import KafkaError
from aiokafka.record.memory_records import MemoryRecords

from pipeline.runtime.kafka import bounds, lenient
from pipeline.runtime.kafka.silence import mind_silence

_BACKOFF = 0.1  # seconds, aiokafka's own for errors


class UnreadableBatchError(KafkaError):  # type: ignore[misc]
    """A batch cannot be read; everything before it can. Reading may go on at `next_offset`, without its records."""

    def __init__(self, source: TopicPartition, offset: int, next_offset: int, why: str) -> None:
        """`offset` is the batch's first one."""
        super().__init__(source, offset, next_offset, why)
        self.source, self.offset, self.next_offset, self.why = source, offset, next_offset, why

    def __str__(self) -> str:
        return (
            f"the batch at {self.source.topic}[{self.source.partition}], offsets {self.offset} to "
            f"{self.next_offset - 1}, cannot be read: {self.why}"
        )


@asynccontextmanager
async def open_consumer(**options: Any) -> AsyncIterator[AIOKafkaConsumer]:
    """A started consumer that reads anything, stopped at the end. `options` are aiokafka's."""
    consumer = AIOKafkaConsumer(**options)
    mind_silence(consumer._client)
    try:
        await consumer.start()
        # Let its tasks begin: aiokafka waits for them as it stops, and one cancelled before its first step raises.
        await asyncio.sleep(0)
        read_anything(consumer)
        yield consumer
    finally:
        await consumer.stop()


async def read_past(
    consumer: AIOKafkaConsumer,
    *partitions: TopicPartition,
    tell: Callable[[UnreadableBatchError], None],
    timeout_ms: int = 100,
    max_records: int | None = None,
) -> dict[TopicPartition, list[ConsumerRecord]]:
    """What comes within `timeout_ms`; a batch that cannot be read is left out, and `tell` hears of it.

    For whoever can do without: a lane's own input is never read like that.
    """
    try:
        found: dict[TopicPartition, list[ConsumerRecord]] = await consumer.getmany(
            *partitions, timeout_ms=timeout_ms, max_records=max_records
        )
    except UnreadableBatchError as error:
        tell(error)
        consumer.seek(error.source, error.next_offset)
        return {}
    return found


def read_anything(consumer: AIOKafkaConsumer) -> None:
    """Let a started consumer, which has fetched nothing yet, read what anybody's client wrote."""
    fetcher = consumer._fetcher
    fetcher._records = _Fetched()
    # The same code over other classes: it names them as globals, and only this consumer is meant.
    code = driver.Fetcher._proc_fetch_request
    names = {**code.__globals__, "MemoryRecords": _Kept, "PartitionRecords": _Records}
    fetch = FunctionType(code.__code__, names).__get__(fetcher)

    async def fetch_until_called_off(*request: Any) -> Any:
        # aiokafka calls fetches off as it stops, and waits for them. One that pauses after an error would raise that
        # then, as if whoever stops it had been called off.
        try:
            return await fetch(*request)
        except asyncio.CancelledError:
            return False

    fetcher._proc_fetch_request = fetch_until_called_off


def held_error(consumer: AIOKafkaConsumer, source: TopicPartition) -> Exception | None:
    """The error that stands in the place of a partition's next records."""
    held = consumer._fetcher._records.get(source)
    return held._error if isinstance(held, driver.FetchError) else None


def fetch_again(consumer: AIOKafkaConsumer, source: TopicPartition) -> None:
    """Forget a partition's error, so that the broker is asked once more."""
    fetcher = consumer._fetcher
    fetcher._records.pop(source, None)
    fetcher._notify(fetcher._wait_consume_future)


class _Fetched(OrderedDict[TopicPartition, Any]):
    """What was fetched and is not given out yet; where nothing of it can be read, its error."""

    def __setitem__(self, source: TopicPartition, result: Any) -> None:
        records = getattr(result, "_partition_records", None)
        if records is not None and records.error is not None:
            result = driver.FetchError(error=records.error, backoff=_BACKOFF)
        super().__setitem__(source, result)


class _Kept:
    """aiokafka's reader of a fetched buffer, which also gives a batch's bytes."""

    def __init__(self, data: bytes) -> None:
        self._batches = MemoryRecords(data)
        self._data, self._end = memoryview(data), 0
        self.slice = self._data[:0]

    def size_in_bytes(self) -> int:
        return int(self._batches.size_in_bytes())

    def has_next(self) -> bool:
        return bool(self._batches.has_next())

    def next_batch(self) -> Any:
        begin = self._end
        self._end = begin + lenient.LOG_OVERHEAD + struct.unpack_from(">i", self._data, begin + 8)[0]
        self.slice = self._data[begin : self._end]
        return self._batches.next_batch()


class _Records(driver.PartitionRecords):  # type: ignore[misc]
    """The records of a partition's fetched batches; ends before a batch that cannot be read.

    The first batch is unpacked at once, so that `error` says whether it is that one. `next_fetch_offset` is where the
    reader stands after what was given out.
    """

    next_fetch_offset: int

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self._begun_at = self.next_fetch_offset
        self.error: UnreadableBatchError | None = None
        self._first = None
        try:
            self._first = next(self._records_iterator, None)
        except UnreadableBatchError as error:
            self.error = error
        self._held_back = True
        self._after_first, self.next_fetch_offset = self.next_fetch_offset, self._begun_at

    def __next__(self) -> Any:
        if self._held_back:
            self._held_back, self.next_fetch_offset = False, self._after_first
            if self._first is not None:
                first, self._first = self._first, None
                return first
        return super().__next__()

    def _unpack_records(self) -> Iterator[Any]:
        try:
            while self._records.has_next():
                batch = self._next_batch()
                if not self._passed_over(batch):
                    epoch = lenient.leader_epoch(self._records.slice)
                    for record in self._decoded(batch):
                        # A batch may begin before what was asked for.
                        if record.offset >= self.next_fetch_offset:
                            self.next_fetch_offset = record.offset + 1
                            found = self._consumer_record(self._tp, record)
                            found.leader_epoch = epoch
                            yield found
                # Compaction can have taken a batch's last records.
                self.next_fetch_offset = batch.next_offset
        except UnreadableBatchError:
            if self.next_fetch_offset == self._begun_at:
                raise

    def _next_batch(self) -> Any:
        try:
            batch = self._records.next_batch()
            intact = not self._check_crcs or batch.validate_crc()
        except Exception as error:
            raise self._unreadable(self.next_fetch_offset, self.next_fetch_offset + 1, error) from error
        if not intact:
            raise self._unreadable(batch.base_offset, batch.next_offset, "its checksum is wrong")
        return batch

    def _passed_over(self, batch: Any) -> bool:
        """Whether a batch holds no records for this reader: a transaction's marker, or aborted ones."""
        if self._isolation_level != driver.READ_COMMITTED or batch.producer_id is None:
            return bool(batch.is_control_batch)
        self._consume_aborted_up_to(batch.base_offset)
        if batch.is_control_batch and self._contains_abort_marker(batch):
            self._aborted_producers.discard(batch.producer_id)
        aborted = batch.is_transactional and batch.producer_id in self._aborted_producers
        return bool(aborted or batch.is_control_batch)

    def _decoded(self, batch: Any) -> Iterator[Any]:
        """The records, one by one: a small batch can hold millions."""
        raw = self._records.slice
        try:
            bounds.check(raw)
            try:
                yield from batch
            except UnicodeDecodeError:
                yield from lenient.records(raw)  # all of them; those given out already lie below the position
        except Exception as error:
            raise self._unreadable(batch.base_offset, batch.next_offset, error) from error

    def _unreadable(self, offset: int, next_offset: int, why: Exception | str) -> UnreadableBatchError:
        told = why if isinstance(why, str) else f"{type(why).__name__}: {why}"
        return UnreadableBatchError(self._tp, offset, max(next_offset, offset + 1), told)
