"""Where the group stands, with what its offsets alone do not show.

That is a halt that was noted, a log that was cut off, and an offset that went back.
"""

import asyncio
from collections.abc import Mapping
from dataclasses import replace

from aiokafka import TopicPartition
from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.errors import KafkaError

from pipeline.core.flow import Channel, Stage
from pipeline.runtime.config.settings import Settings
from pipeline.runtime.kafka import epochs, offsets
from pipeline.runtime.kafka.offsets import PartitionState
from pipeline.runtime.lanes.cut import halted_by
from pipeline.runtime.lanes.halt import Halt, noted
from pipeline.runtime.lanes.lane import Begin
from pipeline.runtime.lanes.outputs import Outputs

_PATIENCE = 2.0  # seconds for a leader to answer


async def standings(
    admin: AIOKafkaAdminClient, settings: Settings, counts: Mapping[Channel, int], *, ask_leaders: bool = True
) -> list[PartitionState]:
    """`offsets.partition_states`, with `trouble` also where a log has grown past the offset it was cut off below.

    With `ask_leaders` it is also found where no worker has noticed it yet, a request for each partition, and where the
    group's offset went back behind its outputs.

    Raises:
        aiokafka.errors.KafkaError: the broker refused.
    """
    states = await offsets.partition_states(settings, counts)
    sources = [TopicPartition(state.topic, state.partition) for state in states if state.committed is not None]
    found = await admin.list_consumer_group_offsets(settings.group, partitions=sources) if sources else {}
    notes = {(source.topic, source.partition): told.metadata or "" for source, told in found.items()}
    stages = {settings.topics[stage.reads]: stage for stage in settings.stages}
    outputs = Outputs(settings)

    async def with_halt(state: PartitionState) -> PartitionState:
        note = notes.get((state.topic, state.partition), "")
        if state.committed is None or state.trouble or not note:
            return state
        halt = noted(state.committed, note)
        if halt is None and ask_leaders:
            halt = await _cut(admin, state, epochs.noted(note))
        if halt is not None:
            return replace(state, lag=None, trouble=halt.message.partition(":")[0])
        if ask_leaders and state.topic in stages:
            halt = await _gone_back(outputs, stages[state.topic], state, note)
        return state if halt is None else replace(state, trouble=halt.message.partition(":")[0], resume=halt.resume)

    return list(await asyncio.gather(*map(with_halt, states)))


async def _gone_back(outputs: Outputs, stage: Stage, state: PartitionState, note: str) -> Halt | None:
    """The same; None too where this user may not read the outputs."""
    try:
        source = TopicPartition(state.topic, state.partition)
        return await outputs.look(stage, source, Begin(state.committed or 0, note))
    except (KafkaError, TimeoutError):
        return None


async def _cut(admin: AIOKafkaAdminClient, state: PartitionState, epoch: int) -> Halt | None:
    """What a lane would halt for; None too where no leader tells."""
    if epoch < 0 or state.committed is None:
        return None
    try:
        source = TopicPartition(state.topic, state.partition)
        end = await epochs.end_of(admin._client, source, epoch, wait=_PATIENCE)
    except (KafkaError, NotImplementedError):
        return None
    return halted_by(end, state.committed)
