"""From a topic to a folder of Parquet files: every committed record once."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from aiokafka import ConsumerRecord

from pipeline.core.flow import Channel
from pipeline.runtime.config.settings import Settings
from pipeline.tools.parquet import pyarrow
from pipeline.tools.sink.columns import row, schema_of
from pipeline.tools.sink.folder import Stretch, add, day_of, locked, positions
from pipeline.tools.sink.monitor import Monitor
from pipeline.tools.sink.reading import committed, partitions

_CHUNK = 500  # rows that are held unpacked at a time


@dataclass(frozen=True, slots=True)
class Terms:
    """When a file is full: records, bytes as they lie on the topic, seconds since its first record came."""

    records: int = 20_000
    most_bytes: int = 64 * 1024 * 1024
    seconds: float = 300.0


class _Part:
    """Records of one partition and day that are not in a file yet."""

    def __init__(self, day: date, opened: float) -> None:
        self.day, self.opened, self.size = day, opened, 0
        self.records: list[ConsumerRecord] = []

    def take(self, record: ConsumerRecord) -> None:
        self.records.append(record)
        self.size += len(record.value or b"")

    def full(self, terms: Terms, now: float) -> bool:
        return len(self.records) >= terms.records or self.size >= terms.most_bytes or now - self.opened >= terms.seconds


class Sink:
    """Writes a channel's records to a folder, beginning where the folder ends."""

    def __init__(self, settings: Settings, channel: Channel, folder: Path, terms: Terms, monitor: Monitor) -> None:
        """`monitor` hears of what is written and what could not be. Raises UsageError without pyarrow."""
        self._settings, self._channel, self._folder, self._terms = settings, channel, folder / channel, terms
        self._topic, self.monitor, self.files = settings.topics[channel], monitor, 0
        self._schema = schema_of(channel.record)
        self._parts: dict[int, _Part] = {}

    async def run(self, *, once: bool) -> None:
        """Write what is committed now (`once`), or what comes until this is cancelled; what was begun is finished.

        Raises:
            FolderError, PlaceError: the folder is somebody else's, or of another topic.
            MissingTopicError: there is no such topic.
            BrokerUnreachableError: nobody answers.
        """
        numbers, clock = await partitions(self._settings, self._channel), asyncio.get_running_loop().time
        with locked(self._folder):
            self._parts.clear()  # what a try before has read and not written is read again
            known = positions(self._folder, self._topic)
            reading = committed(
                self._settings, self._topic, numbers, known, self.monitor, once=once, held=self._first_held
            )
            async with reading as batches:
                try:
                    async for records in batches:
                        for record in records:
                            self._take(record, clock())
                        self._close_full(clock())
                finally:
                    for partition in list(self._parts):
                        self._close(partition)

    def _close_full(self, now: float) -> None:
        for partition in [number for number, part in self._parts.items() if part.full(self._terms, now)]:
            self._close(partition)

    def _first_held(self, partition: int, position: int) -> int:
        part = self._parts.get(partition)
        return part.records[0].offset if part is not None else position

    def _take(self, record: ConsumerRecord, now: float) -> None:
        day = day_of(record.timestamp)
        part = self._parts.get(record.partition)
        if part is not None and part.day != day:
            self._close(record.partition)
            part = None
        if part is None:
            part = self._parts[record.partition] = _Part(day, now)
        part.take(record)

    def _close(self, partition: int) -> None:
        part = self._parts.pop(partition)
        first, last = part.records[0].offset, part.records[-1].offset
        stretch = Stretch(self._topic, partition, first, last + 1, part.day)
        self.monitor.wrote(add(self._folder, stretch, self._schema, self._chunks(part.records)))
        self.files += 1

    def _chunks(self, records: list[ConsumerRecord]) -> Iterator[Any]:
        for start in range(0, len(records), _CHUNK):
            yield self._table(records[start : start + _CHUNK])

    def _table(self, records: list[ConsumerRecord]) -> Any:
        """The records as a table; of those that do not fit each is named and left out."""
        arrow = pyarrow()
        try:
            return arrow.Table.from_pylist([row(self._schema, one) for one in records], schema=self._schema)
        except (ValueError, TypeError, arrow.lib.ArrowException) as error:
            if len(records) > 1:
                half = len(records) // 2
                return arrow.concat_tables([self._table(records[:half]), self._table(records[half:])])
            place = f"{records[0].topic}[{records[0].partition}] offset {records[0].offset}"
            self.monitor.left_out(f"{place} was left out: no {self._channel} record ({str(error)[:200]})")
            return self._schema.empty_table()
