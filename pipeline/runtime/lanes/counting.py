"""What a lane of the learn stage has counted: its state, kept in memory and counted again when the lane opens.

What matters is on the topic of learned lines, committed with the offset. The counts on the way there are soft: after a
restart they are those of the latest stretch of the lane's own input.
"""

import asyncio
from collections.abc import Sequence
from time import monotonic, perf_counter

from aiokafka import TopicPartition
from structlog.typing import FilteringBoundLogger

from pipeline.core.flow import Channel, Stage
from pipeline.core.learn.learner import Bounds
from pipeline.core.outcome import Message, Outcome
from pipeline.core.steps.learn import LearnStep
from pipeline.core.steps.run import outcomes
from pipeline.runtime.config.settings import Settings, step_settings
from pipeline.runtime.kafka import stretch
from pipeline.runtime.kafka.connection import open_admin
from pipeline.runtime.kafka.packing import partition_of
from pipeline.runtime.kafka.topics import partition_counts
from pipeline.runtime.lanes.learned import LearnedLines
from pipeline.runtime.pool.pool import Finished

_TURN = 0.005  # seconds of counting before others have their turn on the event loop


class Counting:
    """The learn step of one partition. Its batches are counted one after the other, in the order they were begun."""

    def __init__(
        self, settings: Settings, partition: TopicPartition, learned: LearnedLines, log: FilteringBoundLogger
    ) -> None:
        """Prepare; `restore` makes the step."""
        self._settings = settings
        self._partition = partition
        self._learned = learned
        self._log = log
        self._step: LearnStep | None = None
        self._in_order = asyncio.Lock()
        self._stop_listening = learned.on_forgotten(self._forget)

    @property
    def sources(self) -> int:
        """How many sources are counted."""
        return len(self._step.learner) if self._step is not None else 0

    async def restore(self, offset: int) -> None:
        """Count again the stretch of input below `offset`, where the lane begins."""
        began = monotonic()
        partitions = await self._partitions()
        own = [name for name in self._learned.known.names() if self._is_own(name.encode(), partitions)]
        bounds = Bounds(self._settings.learn.sources, self._settings.learn.lines)
        step = LearnStep(step_settings(self._settings), self._learned.known, bounds, sources=own)
        counted = left_out = 0
        async for record in stretch.before(self._settings, self._partition, offset, self._settings.learn.recount):
            if record.key is not None and record.value is not None and self._is_own(record.key, partitions):
                if step.recall(record.value):
                    counted += 1
                else:
                    left_out += 1
        self._step = step
        self._log.info(
            "counted again",
            articles=counted,
            dead_letters=left_out,
            sources=len(step.learner),
            seconds=round(monotonic() - began, 2),
        )

    async def run(self, stage: Stage, messages: Sequence[Message]) -> Finished:
        """Count a batch."""
        assert stage is Stage.LEARN
        assert self._step is not None, "the lane was not opened"
        found: list[Outcome] = []
        seconds = 0.0
        async with self._in_order:
            turn = began = perf_counter()
            for message in messages:
                found += outcomes(self._step, [message])
                if perf_counter() - turn > _TURN:
                    seconds += perf_counter() - began
                    await asyncio.sleep(0)
                    turn = began = perf_counter()
            seconds += perf_counter() - began
        return Finished(found, seconds)

    def close(self) -> None:
        """Hear no more of what is forgotten."""
        self._stop_listening()

    def _forget(self, source: str, line: str) -> None:
        if self._step is not None:
            self._step.learner.forget(source, line)

    def _is_own(self, key: bytes, partitions: int) -> bool:
        """Whether a source is counted here: partitions that were added have taken some over."""
        return bool(partition_of(key, partitions) == self._partition.partition)

    async def _partitions(self) -> int:
        admin = await open_admin(self._settings, wait=self._settings.worker.broker_wait)
        try:
            return (await partition_counts(admin))[self._settings.topics[Channel.SIGHTINGS]]
        finally:
            await admin.close()
