"""Keeps readers where their lanes need them: moves one back to a gap, and finds out why one cannot read on."""

import asyncio
from collections.abc import Coroutine
from typing import Any

import faust
from aiokafka import TopicPartition
from aiokafka.errors import OffsetOutOfRangeError
from faust.types import TP

from pipeline.runtime.kafka.batches import UnreadableBatchError
from pipeline.runtime.lanes.halt import beyond_end, unreadable
from pipeline.runtime.lanes.lanes import Lanes
from pipeline.runtime.system.logs import get_logger
from pipeline.runtime.telemetry.metrics import Metrics


class Positions:
    """Works in the worker's event loop."""

    def __init__(self, app: faust.App, lanes: Lanes, metrics: Metrics) -> None:
        """Prepare; made in the event loop."""
        self._app = app
        self._lanes = lanes
        self._metrics = metrics
        self._loop = asyncio.get_running_loop()
        self._tasks: dict[TopicPartition, asyncio.Task[None]] = {}
        self._log = get_logger("dateline.app")

    def seek(self, source: TopicPartition, offset: int) -> None:
        """Move the reader of a partition; what the broker has deleted there is passed over."""
        self._metrics.rereads.inc()
        self._begin(source, offset)

    def trouble(self, source: TopicPartition, position: int, error: Exception | None) -> None:
        """Hear, from any thread and again and again, of a reader that cannot read on, or (None) can again."""
        self._loop.call_soon_threadsafe(self._act, source, position, error)

    def _act(self, source: TopicPartition, position: int, error: Exception | None) -> None:
        if error is None:
            self._lanes.release(source)
        elif isinstance(error, UnreadableBatchError):
            self._lanes.halt(source, unreadable(error.offset, str(error)))
        elif isinstance(error, OffsetOutOfRangeError):
            self._begin(source, position, out_of_range=True)

    def _begin(self, source: TopicPartition, offset: int, *, out_of_range: bool = False) -> None:
        if source in self._tasks:
            return  # under way; whoever still needs it afterwards asks again
        work = self._out_of_range(source, offset) if out_of_range else self._read_from(source, offset)
        self._tasks[source] = task = asyncio.create_task(self._guarded(source, work), name=f"move {source}")
        task.add_done_callback(lambda _task: self._tasks.pop(source, None))

    async def _guarded(self, source: TopicPartition, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        except Exception as error:  # noqa: BLE001 - the broker is away or the partition gone; else it is asked for again
            where = f"{source.topic}[{source.partition}]"
            self._log.warning("could not move the reader", partition=where, error=repr(error))

    async def _read_from(self, source: TopicPartition, offset: int) -> None:
        partition = TP(source.topic, source.partition)
        first = (await self._app.consumer.earliest_offsets(partition))[partition]
        if first > offset:
            deleted = self._metrics.deleted.labels(self._lanes.input_topics[source.topic].value)
            deleted.inc(self._lanes.pass_over(source, first))
        await self._app.consumer.seek(partition, max(first, offset))

    async def _out_of_range(self, source: TopicPartition, position: int) -> None:
        """The broker has nothing at `position`: what was there is deleted, or the log ends before it.

        Only where the lane has nothing in flight is it known what the group has committed.
        """
        committed = self._lanes.idle().get(source)
        if committed is None:
            return
        partition = TP(source.topic, source.partition)
        first = (await self._app.consumer.earliest_offsets(partition))[partition]
        end = (await self._app.consumer.highwaters(partition))[partition]
        # The markers of transactions let a reader stand behind what is committed; to lose only those does no harm.
        if position < first or (committed < position and committed <= end):
            await self._read_from(source, committed)
        else:
            # Also where the log has grown past it by now: a position once out of range held other articles.
            self._lanes.halt(source, beyond_end(committed, end if end < committed else None))
