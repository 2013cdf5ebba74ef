"""Where a lane had been, as its outputs tell."""

from dataclasses import dataclass

import pytest
from aiokafka import TopicPartition
from hypothesis import given
from hypothesis import strategies as st

from pipeline.core.flow import Stage
from pipeline.runtime.config.settings import Settings
from pipeline.runtime.kafka import epochs, stretch
from pipeline.runtime.lanes.halt import behind
from pipeline.runtime.lanes.headers import SOURCE_OFFSET, SOURCE_PARTITION, SOURCE_TOPIC, Headers
from pipeline.runtime.lanes.lane import Begin
from pipeline.runtime.lanes.outputs import Outputs, last_of

RAW = TopicPartition("articles.raw", 1)


@dataclass
class Record:
    headers: Headers


def output(offset: int, partition: int = 1, topic: str = "articles.raw") -> Record:
    return Record(
        (
            (SOURCE_TOPIC, topic.encode()),
            (SOURCE_PARTITION, b"%d" % partition),
            (SOURCE_OFFSET, b"%d" % offset),
        )
    )


@given(st.lists(st.integers(0, 10**6), max_size=20))
def test_the_last_output_counts_not_the_farthest(offsets: list[int]) -> None:
    """After a person has moved the group back, what was there before lies farther."""
    assert last_of(RAW, map(output, offsets)) == (offsets[-1] if offsets else None)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("tail", "last"),
    [
        ([output(7), Record(())], 7),
        ([output(7), output(9, topic="elsewhere")], 7),
        ([output(7, partition=0), output(9)], None),
        ([output(9), output(7, partition=0)], None),
        ([Record(((SOURCE_TOPIC, b"articles.raw"), (SOURCE_PARTITION, b"1"), (SOURCE_OFFSET, b"x")))], None),
        ([Record(((SOURCE_TOPIC, None),))], None),
    ],
)
def test_only_outputs_that_tell_of_the_partition_alone_count(tail: list[Record], last: int | None) -> None:
    assert last_of(RAW, tail) == last  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("stage", "begin", "halts"),
    [
        (Stage.CLEAN, Begin(8, epochs.note(3)), False),
        (Stage.CLEAN, Begin(7, epochs.note(3)), True),
        (Stage.CLEAN, Begin(2, epochs.note(3)), True),
        (Stage.CLEAN, Begin(2, ""), False),  # a person set it
        (Stage.LEARN, Begin(2, epochs.note(3)), False),  # what is learned tells of no article
    ],
)
async def test_an_offset_behind_the_outputs_halts_unless_a_person_set_it(
    monkeypatch: pytest.MonkeyPatch, stage: Stage, begin: Begin, halts: bool
) -> None:
    asked: list[TopicPartition] = []

    async def tails(_settings: Settings, partitions: set[TopicPartition], most: int) -> dict[TopicPartition, object]:
        assert most > 1
        asked.extend(partitions)
        return {partition: [output(7)] for partition in partitions}

    monkeypatch.setattr(stretch, "tails", tails)
    halt = await Outputs(Settings()).look(stage, RAW, begin)
    assert halt == (behind(begin.offset, 7) if halts else None)
    assert set(asked) <= {TopicPartition("articles.clean", 1)}
    if halt is not None:
        assert (halt.final, halt.resume, halt.offset) == (True, 8, begin.offset)
