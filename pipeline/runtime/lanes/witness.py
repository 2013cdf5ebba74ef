"""Whether the offset that a broker tells a lane to begin at can be believed, and which one it is where it cannot.

A broker that has just come back can tell a group's earlier offsets, for a moment or until its next start
(docs/decisions/0014-offsets-gone-back.md). What it tells is held against its own log of offsets, against the outputs,
and against what this worker has committed itself.
"""

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial
from time import monotonic

from aiokafka import TopicPartition
from aiokafka.errors import KafkaError

from pipeline.core.flow import Stage
from pipeline.runtime.config.settings import Settings
from pipeline.runtime.kafka import epochs, offsets_log
from pipeline.runtime.kafka.together import Together
from pipeline.runtime.lanes.halt import Halt
from pipeline.runtime.lanes.lane import Begin
from pipeline.runtime.lanes.outputs import Outputs
from pipeline.runtime.system.logs import get_logger

_PATIENCE = 3.0  # seconds for the log of offsets: whoever has a transaction open there holds up its readers
_ASK_AGAIN, _FOR = 1.0, 10.0  # seconds


class Witness:
    """Asked by every lane that opens; lanes that open at the same time share a look."""

    def __init__(self, settings: Settings) -> None:
        """Prepare; nothing is connected before somebody asks."""
        self._outputs = Outputs(settings)
        self._logged = Together(partial(offsets_log.last_commits, settings))
        self._known: dict[TopicPartition, int] = {}
        self._log = get_logger("dateline.lanes")

    def committed(self, source: TopicPartition, offset: int) -> None:
        """Remember what a lane of this worker has committed."""
        self._known[source] = offset

    async def believe(
        self, stage: Stage, source: TopicPartition, begin: Begin, again: Callable[[], Awaitable[Begin]]
    ) -> tuple[Begin, Halt | None]:
        """Where a lane begins that was told `begin`; and why to halt, where that would repeat articles.

        To be asked once the former owner is shut out, so that only a person commits in between. `again` asks the
        broker once more.
        """
        where, deadline = f"{source.topic}[{source.partition}]", monotonic() + _FOR
        while True:
            logged = await self._by_log(source)
            if logged is not None and logged.offset > begin.offset:
                self._log.error(
                    "the broker tells an earlier offset of the group than its log has; beginning at that",
                    partition=where,
                    told=begin.offset,
                    offset=logged.offset,
                )
                begin = logged
            gone_back = await self._by_outputs(stage, source, begin)
            # What a person has set has no lane's note. Where another worker had the partition meanwhile, a person can
            # have moved it there, so that in the end less than was known is believed.
            below_known = logged is None and epochs.noted(begin.note) >= 0 and begin.offset < self._known.get(source, 0)
            if (gone_back is None and not below_known) or monotonic() >= deadline:
                return begin, gone_back
            self._log.warning("the group's offset went back, asking again", partition=where, offset=begin.offset)
            await asyncio.sleep(_ASK_AGAIN)
            begin = await again()

    async def _by_outputs(self, stage: Stage, source: TopicPartition, begin: Begin) -> Halt | None:
        try:
            return await self._outputs.look(stage, source, begin)
        except (KafkaError, TimeoutError) as error:
            where = f"{source.topic}[{source.partition}]"
            self._log.warning("outputs cannot be looked at; the offset is taken as it is", of=where, error=repr(error))
            return None

    async def _by_log(self, source: TopicPartition) -> Begin | None:
        try:
            async with asyncio.timeout(_PATIENCE):
                found = await self._logged.ask(source)
        except (KafkaError, TimeoutError) as error:
            self._log.debug("the log of offsets cannot be looked at", error=repr(error))
            return None
        return None if found is None else Begin(int(found.offset), found.metadata)
