"""What a record claims to follow on: no gap and no overlap, whatever the reader was given at a time."""

from itertools import pairwise
from types import SimpleNamespace
from typing import Any

from aiokafka import TopicPartition
from faust.types import TP
from hypothesis import given
from hypothesis import strategies as st

from pipeline.runtime.reading.transport import LaneConsumerThread, Positioned, _chain

RAW = TP("articles.raw", 0)


def records(*offsets: int) -> list[Any]:
    return [SimpleNamespace(offset=offset) for offset in offsets]


class Broker:
    """One partition as aiokafka's fetcher sees it: offsets that hold records, between them markers."""

    def __init__(self, *, position: int | None, end: int) -> None:
        self.state = SimpleNamespace(_position=position)
        self.end = end
        self.next: list[Any] = []
        assignment = SimpleNamespace(tps=[RAW], state_value=lambda _tp: self.state)
        self.subscriptions = SimpleNamespace(subscription=SimpleNamespace(assignment=assignment))

    async def fetched_records(self, wanted: set[TopicPartition], timeout: int, max_records: int | None) -> Any:
        assert (wanted, timeout) == ({RAW}, 0)
        given_out, self.next = self.next, []
        return {RAW: given_out} if given_out else {}


def reading() -> LaneConsumerThread:
    return LaneConsumerThread.__new__(LaneConsumerThread)  # what is tested needs no thread


async def drain(thread: LaneConsumerThread, broker: Broker, given_out: list[Any], position: int) -> list[Positioned]:
    """Let the fetcher give out `given_out`, which moves its position to `position`."""
    broker.next = given_out

    original = broker.fetched_records

    async def fetch(*args: Any, **kwargs: Any) -> Any:
        result = await original(*args, **kwargs)
        broker.state._position = position
        return result

    fetcher = SimpleNamespace(fetched_records=fetch)
    return (await thread._drain(fetcher, broker.subscriptions, {RAW}, None)).get(RAW, [])


def test_a_chain_begins_where_the_reader_stood_and_has_no_gaps() -> None:
    chained = _chain(records(3, 4, 9), 1)
    assert [(one.record.offset, one.read_from) for one in chained] == [(3, 1), (4, 4), (9, 5)]


def test_a_record_read_from_nowhere_known_claims_only_itself() -> None:
    assert [one.read_from for one in _chain(records(7, 8), None)] == [7, 8]


@given(
    st.lists(st.integers(1, 5), min_size=1, max_size=20),
    st.lists(st.tuples(st.integers(0, 4), st.booleans()), max_size=10),
)
async def test_however_records_are_given_out_each_follows_on_the_last(
    steps: list[int], looks: list[tuple[int, bool]]
) -> None:
    """Markers between the records, positions that run ahead of them, looks that give nothing: never a gap."""
    offsets = [sum(steps[: number + 1]) for number in range(len(steps))]
    thread, broker = reading(), Broker(position=0, end=offsets[-1] + 1)
    found: list[Positioned] = []
    at = 0
    for count, ahead in [*looks, (len(offsets), False)]:
        batch = offsets[at : at + count]
        at += len(batch)
        behind = offsets[at - 1] + 1 if at else 0
        position = offsets[at] if ahead and at < len(offsets) else behind
        found += await drain(thread, broker, records(*batch), max(position, broker.state._position))
    assert [one.record.offset for one in found] == offsets
    assert found[0].read_from == 0
    assert all(later.read_from == earlier.record.offset + 1 for earlier, later in pairwise(found))


async def test_who_seeks_elsewhere_begins_a_new_chain() -> None:
    thread, broker = reading(), Broker(position=0, end=100)
    await drain(thread, broker, records(0, 1), 2)
    broker.state._position = 40
    (moved,) = await drain(thread, broker, records(41), 42)
    assert moved.read_from == 40
    broker.state._position = 1  # and back, as a lane asks for what never arrived
    (again,) = await drain(thread, broker, records(1), 2)
    assert again.read_from == 1


async def test_no_partition_is_no_question() -> None:
    """aiokafka takes an empty set for all partitions."""
    assert await reading()._drain(None, None, set(), None) == {}
