"""Notices a group whose offset went back behind what its own outputs show.

A lane commits what came of its articles together with the next offset, and each output bears the offset that it came
of. So the last of them always lies before the group's offset. Where it does not, the broker has forgotten commits, or
tells old ones, and a lane that began there would repeat all that came since.
"""

import asyncio
from collections.abc import Iterable
from functools import partial

from aiokafka import ConsumerRecord, TopicPartition

from pipeline.core.flow import Stage
from pipeline.runtime.config.settings import Settings
from pipeline.runtime.kafka import epochs, stretch
from pipeline.runtime.kafka.together import Together
from pipeline.runtime.lanes.halt import Halt, behind
from pipeline.runtime.lanes.headers import SOURCE_OFFSET, SOURCE_PARTITION, SOURCE_TOPIC, header, number
from pipeline.runtime.lanes.lane import Begin

# Offsets at the end of an output partition; the marker of a transaction takes one too. Articles can be large.
_TAIL = 20
_PATIENCE = 10.0  # seconds; an output's leader may be away, and this is a second look only


class Outputs:
    """Looks at the ends of output partitions; lanes that ask at the same time share a connection."""

    def __init__(self, settings: Settings) -> None:
        """Prepare; nothing is connected before somebody asks."""
        self._settings = settings
        self._tails = Together(partial(stretch.tails, settings, most=_TAIL))

    async def look(self, stage: Stage, source: TopicPartition, begin: Begin) -> Halt | None:
        """Why to halt, where outputs of `source` came of articles at or behind the offset that a lane begins at.

        An offset without a lane's note was set by a person, who means it. Nothing is known where outputs of other
        partitions stand between them, as with publishers whose keys are not the ids.

        Raises:
            aiokafka.errors.KafkaError, TimeoutError: the outputs cannot be read.
        """
        if stage.stateful or epochs.noted(begin.note) < 0:  # what is learned tells of no article
            return None
        output = TopicPartition(self._settings.topics[stage.writes[0]], source.partition)
        async with asyncio.timeout(_PATIENCE):
            last = last_of(source, await self._tails.ask(output) or ())
        return behind(begin.offset, last) if last is not None and last >= begin.offset else None


def last_of(source: TopicPartition, tail: Iterable[ConsumerRecord]) -> int | None:
    """The offset that the last output of `source` came of; None without one, or with another partition's among them.

    Only where each partition has its outputs in one of their own is the last one there the last of all.
    """
    last = None
    for record in tail:
        if header(record.headers, SOURCE_TOPIC) != source.topic.encode():
            continue  # put there by a person or another program
        if number(record.headers, SOURCE_PARTITION) != source.partition:
            return None
        last = number(record.headers, SOURCE_OFFSET)
    return last
