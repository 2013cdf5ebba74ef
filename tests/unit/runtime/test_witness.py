"""What a broker tells of a group is held against what else is known of it."""

from collections.abc import Callable, Collection
from typing import Any

import pytest
from aiokafka import TopicPartition
from aiokafka.errors import TopicAuthorizationFailedError
from aiokafka.structs import OffsetAndMetadata

from pipeline.core.flow import Stage
from pipeline.runtime.config.settings import Settings
from pipeline.runtime.kafka import epochs, offsets_log, stretch
from pipeline.runtime.lanes import witness
from pipeline.runtime.lanes.halt import behind
from pipeline.runtime.lanes.lane import Begin
from pipeline.runtime.lanes.witness import Witness
from tests.unit.runtime.test_outputs import output

RAW = TopicPartition("articles.raw", 1)
NOTE = epochs.note(3)
Told = dict[TopicPartition, OffsetAndMetadata]


@pytest.fixture
def broker(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Witness]:
    """A witness, with what the log of offsets and the output's end say."""
    monkeypatch.setattr(witness, "_ASK_AGAIN", 0.001)
    monkeypatch.setattr(witness, "_FOR", 1.0)

    def make(logged: int | Exception | None, last_output: int | None) -> Witness:
        async def last_commits(_settings: Settings, sources: Collection[TopicPartition]) -> Told:
            if isinstance(logged, Exception):
                raise logged
            return {} if logged is None else {source: OffsetAndMetadata(logged, NOTE) for source in sources}

        async def tails(_settings: Settings, partitions: Collection[TopicPartition], most: int) -> dict[Any, Any]:
            assert most > 1
            return {one: [] if last_output is None else [output(last_output)] for one in partitions}

        monkeypatch.setattr(offsets_log, "last_commits", last_commits)
        monkeypatch.setattr(stretch, "tails", tails)
        return Witness(Settings())

    return make


class Again:
    """The broker, asked once more."""

    def __init__(self, *offsets: int) -> None:
        self.offsets = list(offsets)

    async def __call__(self) -> Begin:
        return Begin(self.offsets.pop(0) if len(self.offsets) > 1 else self.offsets[0], NOTE)


Witnesses = Callable[..., Witness]


async def test_the_log_of_offsets_has_the_last_word_over_an_earlier_offset(broker: Witnesses) -> None:
    found = await broker(9, 8).believe(Stage.CLEAN, RAW, Begin(4, NOTE), Again(4))
    assert found == (Begin(9, NOTE), None)


@pytest.mark.parametrize("stage", [Stage.CLEAN, Stage.LEARN])
async def test_an_offset_that_nothing_speaks_against_is_believed_at_once(broker: Witnesses, stage: Stage) -> None:
    again = Again(0)
    for logged, last in ((None, None), (9, 8), (4, 3), (None, 8)):
        assert await broker(logged, last).believe(stage, RAW, Begin(9, NOTE), again) == (Begin(9, NOTE), None)
    assert again.offsets == [0]


async def test_what_outputs_contradict_is_asked_for_again(broker: Witnesses) -> None:
    found = await broker(None, 8).believe(Stage.CLEAN, RAW, Begin(1, NOTE), Again(1, 5, 9))
    assert found == (Begin(9, NOTE), None)


@pytest.mark.parametrize("logged", [None, 1, TopicAuthorizationFailedError()])
async def test_what_outputs_contradict_in_the_end_halts(broker: Witnesses, logged: Any) -> None:
    found = await broker(logged, 8).believe(Stage.CLEAN, RAW, Begin(1, NOTE), Again(1))
    assert found == (Begin(1, NOTE), behind(1, 8))


async def test_what_this_worker_has_committed_is_asked_for_again(broker: Witnesses) -> None:
    asked = broker(None, None)
    asked.committed(RAW, 9)
    assert await asked.believe(Stage.LEARN, RAW, Begin(1, NOTE), Again(1, 5, 9)) == (Begin(9, NOTE), None)


async def test_another_worker_may_have_been_moved_back_meanwhile(broker: Witnesses) -> None:
    asked = broker(None, None)
    asked.committed(RAW, 9)
    assert await asked.believe(Stage.LEARN, RAW, Begin(4, NOTE), Again(4)) == (Begin(4, NOTE), None)
    asked = broker(4, None)  # the log says so at once
    asked.committed(RAW, 9)
    again = Again(0)
    assert await asked.believe(Stage.LEARN, RAW, Begin(4, NOTE), again) == (Begin(4, NOTE), None)
    assert again.offsets == [0]


async def test_a_person_is_believed_at_once(broker: Witnesses) -> None:
    asked = broker(2, 8)
    asked.committed(RAW, 9)
    assert await asked.believe(Stage.CLEAN, RAW, Begin(2, ""), Again(0)) == (Begin(2, ""), None)
