"""A lane takes every record once and in order, whatever the reader and the group do to it."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import pytest
import structlog
from aiokafka import TopicPartition
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.core.flow import Channel, Stage
from pipeline.core.outcome import Done, Message, Outcome, Output
from pipeline.runtime.kafka import epochs
from pipeline.runtime.kafka.packing import Outgoing
from pipeline.runtime.lanes.halt import CutOffError, Halt, Why, behind, beyond_end, noted, unreadable
from pipeline.runtime.lanes.lane import Begin, Lane, LaneLimits
from pipeline.runtime.lanes.messages import Incoming
from pipeline.runtime.pool.pool import Finished

SOURCE = TopicPartition("articles.raw", 0)


@dataclass
class Log:
    """The broker's side: what is visible to readers, and the group's committed offset."""

    committed: int = 0
    visible: list[bytes] = field(default_factory=list)
    owner: object = None
    note: str = ""


class Producer:
    """Commits to a Log like a transactional producer: the last one opened is the only one that can."""

    def __init__(self, log: Log, failing: int = 0) -> None:
        self.log = log

    async def open(self) -> Begin:
        await asyncio.sleep(0)
        self.log.owner = self
        return await self.committed()

    async def committed(self) -> Begin:
        return Begin(self.log.committed, self.log.note)

    async def commit(self, records: Sequence[Outgoing], next_offset: int, note: str = "") -> None:
        await asyncio.sleep(0)
        if self.log.owner is not self:
            raise RuntimeError("fenced")
        self.log.visible += [record.value for record in records]
        self.log.committed, self.log.note = next_offset, note

    async def close(self) -> None:
        pass


class Pool:
    """Answers each message with itself, later batches sometimes sooner."""

    def __init__(self) -> None:
        self.batches = 0

    async def run(self, stage: Stage, messages: Sequence[Message]) -> Finished:
        self.batches += 1
        for _ in range(self.batches * 7 % 5):
            await asyncio.sleep(0)
        return Finished([Done((Output(Channel.CLEAN, b"k", message.value or b""),)) for message in messages], 0.0)


def to_records(_lane: Lane, _batch: Sequence[Incoming], outcomes: Sequence[Outcome]) -> list[Outgoing]:
    return [Outgoing("t", out.key, out.value, ()) for outcome in outcomes for out in outcome.outputs]  # type: ignore[union-attr]


def make_lane(
    log: Log, gaps: list[int], limits: LaneLimits | None = None, pool: Pool | None = None, **options: Any
) -> Lane:
    return Lane(
        Stage.CLEAN,
        SOURCE,
        pool=pool or Pool(),
        producer=Producer(log),
        limits=limits
        or LaneLimits(batch_size=3, batch_wait=0.001, batches_in_flight=2, ask_again_after=0.01, lost_after=0.01),
        records=to_records,
        on_commit=lambda committed: None,
        on_gap=lambda lane, offset: gaps.append(offset),
        log=structlog.get_logger(),
        **options,
    )


def incoming(offset: int, read_from: int) -> Incoming:
    return Incoming(offset, read_from, b"k", b"%d" % offset, 0.0, ())


async def until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(5):
        while True:
            if condition():
                return
            await asyncio.sleep(0.001)


class Reader:
    """Gives out the records of a partition with holes (markers, aborted records), as Faust and aiokafka do."""

    def __init__(self, offsets: Sequence[int]) -> None:
        self.offsets = offsets
        self.position = 0
        self.given_out = 0

    def take(self) -> Incoming | None:
        rest = [offset for offset in self.offsets if offset >= self.position]
        if not rest:
            return None
        message = incoming(rest[0], self.position)
        self.given_out = self.position = rest[0] + 1
        return message


EVENTS = st.lists(
    st.sampled_from(["read", "read", "read", "read", "lose", "rebalance", "stale", "pause"]), min_size=1, max_size=60
)


@settings(max_examples=150, deadline=None)
@given(st.sets(st.integers(0, 60), min_size=1, max_size=30), EVENTS)
def test_every_record_becomes_visible_once_and_in_order(offsets: set[int], events: list[str]) -> None:
    assert asyncio.run(drive(sorted(offsets), events)) == [b"%d" % offset for offset in sorted(offsets)]


async def drive(offsets: list[int], events: list[str]) -> list[bytes]:
    """Play `events`, then read on until all is committed; what became visible."""
    log, reader, gaps, failures = Log(), Reader(offsets), list[int](), list[BaseException]()
    kept: list[Incoming] = []

    def opened() -> Lane:
        lane = make_lane(log, gaps)
        lane.start(failures.append)
        return lane

    lane = opened()
    for event in events:
        if event in ("read", "lose") and (message := reader.take()) is not None:
            kept.append(message)
            if event == "read":  # else Faust drops what it has read, and reads on
                lane.put(message)
        elif event == "rebalance":
            await lane.close(grace=0.0)
            lane = opened()
            reader.position = log.committed
        elif event == "stale" and kept:  # a record from before a rebalance arrives late
            lane.put(kept[len(kept) // 2])
        elif event == "pause":
            await asyncio.sleep(0.003)
        if gaps:
            reader.position = gaps.pop()
    async with asyncio.timeout(10):
        while log.committed <= offsets[-1]:
            if (message := reader.take()) is not None:
                lane.put(message)
            else:
                lane.look_for_lost(reader.given_out)
                await asyncio.sleep(0.001)
            if gaps:
                reader.position = gaps.pop()
    await lane.close(grace=1.0)
    assert not failures
    return log.visible


async def test_a_full_lane_says_so_and_still_takes_what_was_read() -> None:
    lane = make_lane(Log(), [])  # never started, so nothing is taken out of it
    for offset in range(5):
        assert lane.put(incoming(offset, offset))
        assert not lane.full
    for offset in (5, 6):
        assert lane.put(incoming(offset, offset))
        assert lane.full
    await lane.close(grace=0.0)
    assert not lane.full
    assert not lane.put(incoming(7, 7)), "a closed lane refuses"


async def test_closing_with_grace_commits_what_is_in_flight() -> None:
    log = Log()
    lane = make_lane(log, [])
    lane.start(lambda error: pytest.fail(repr(error)))
    for offset in range(5):
        lane.put(incoming(offset, offset))
    await asyncio.sleep(0.05)
    await lane.close(grace=5.0)
    assert log.visible == [b"0", b"1", b"2", b"3", b"4"]


async def test_a_fenced_lane_reports_its_error() -> None:
    log, failures = Log(), list[BaseException]()
    lane = make_lane(log, [])
    lane.start(failures.append)
    await asyncio.sleep(0.01)
    log.owner = object()
    lane.put(incoming(0, 0))
    await asyncio.sleep(0.05)
    assert [str(error) for error in failures] == ["fenced"]
    assert log.visible == []


async def test_a_lane_that_fails_while_it_is_closed_is_not_waited_for() -> None:
    log, failures, works, answer = Log(), list[BaseException](), asyncio.Event(), asyncio.Event()

    class Gated(Pool):
        async def run(self, stage: Stage, messages: Sequence[Message]) -> Finished:
            works.set()
            await answer.wait()
            return await super().run(stage, messages)

    lane = make_lane(log, [], pool=Gated())
    lane.start(failures.append)
    lane.put(incoming(0, 0))
    await works.wait()
    closing = asyncio.create_task(lane.close(grace=3600.0))
    await asyncio.sleep(0)
    log.owner = object()
    answer.set()
    async with asyncio.timeout(5):
        await closing
    assert [str(error) for error in failures] == ["fenced"]


async def test_what_never_arrives_is_asked_for_again_after_a_while() -> None:
    gaps = list[int]()
    lane = make_lane(Log(), gaps)
    lane.start(lambda error: pytest.fail(repr(error)))
    await asyncio.sleep(0.01)
    lane.look_for_lost(9)
    assert not gaps  # it may come now
    await asyncio.sleep(0.02)
    lane.look_for_lost(9)
    assert gaps == [0]
    await lane.close(grace=0.0)


async def test_what_the_broker_has_deleted_is_passed_over_and_that_is_committed() -> None:
    log, gaps = Log(), list[int]()
    lane = make_lane(log, gaps)
    lane.start(lambda error: pytest.fail(repr(error)))
    for offset in (0, 1):
        lane.put(incoming(offset, offset))
    lane.put(incoming(7, 7))  # the reader was moved to where the log begins now
    await until(lambda: gaps == [2])
    assert lane.pass_over(7) == 5
    assert lane.pass_over(2) == 0
    await until(lambda: log.committed == 7)
    lane.put(incoming(7, 7))
    await until(lambda: log.committed == 8)
    await lane.close(grace=1.0)
    assert log.visible == [b"0", b"1", b"", b"7"]  # this pool answers the stand-in like any message; a step drops it


async def test_what_came_before_the_deleted_is_never_committed_after_it() -> None:
    """A batch that is being collected when records are passed over holds what comes before them."""
    log = Log()
    lane = make_lane(log, [], LaneLimits(batch_size=8, batch_wait=0.05, batches_in_flight=2))
    committed: list[int] = []
    lane._on_commit = lambda batch: committed.extend(one.offset for one in batch.batch)
    lane.start(lambda error: pytest.fail(repr(error)))
    lane.put(incoming(0, 0))
    await asyncio.sleep(0.01)
    assert lane.pass_over(5) == 4
    lane.put(incoming(5, 5))
    await until(lambda: log.committed == 6)
    await lane.close(grace=1.0)
    assert committed == [0, 4, 5]


async def test_a_lane_that_is_beyond_the_end_takes_nothing_and_the_next_one_knows() -> None:
    log = Log(committed=4)
    lane = make_lane(log, [])
    lane.start(lambda error: pytest.fail(repr(error)))
    await until(lambda: lane.idle)
    lane.halt(beyond_end(5, 2))  # found for a lane that was moved since
    assert lane.halted is None
    lane.halt(beyond_end(4, 2))
    lane.release()  # only a person ends it
    assert lane.full
    assert not lane.put(incoming(5, 5))
    await asyncio.sleep(0.01)
    await lane.close(grace=0.1)
    assert (log.committed, log.visible) == (4, [])
    log.note = beyond_end(4, 2).note
    later = make_lane(log, [])
    later.put(incoming(4, 4))  # the log has grown past the offset by now
    later.start(lambda error: pytest.fail(repr(error)))
    await until(lambda: later.halted is not None)
    await asyncio.sleep(0.01)
    await later.close(grace=0.1)
    assert (later.halted, log.committed, log.visible) == (beyond_end(4, 2), 4, [])


class Leaders:
    """Tells what a lane has to halt for, and keeps what it was asked."""

    def __init__(self, ends: dict[int, int]) -> None:
        self.ends, self.asked = ends, list[tuple[int, int]]()

    async def look(self, _source: TopicPartition, offset: int, epoch: int) -> Halt | None:
        self.asked.append((offset, epoch))
        end = self.ends.get(epoch, offset)
        return beyond_end(offset, end) if end < offset else None


async def test_the_leaders_epoch_is_committed_and_asked_about_where_another_follows() -> None:
    log, leaders, failures = Log(committed=4, note=epochs.note(2)), Leaders({}), list[BaseException]()
    lane = make_lane(log, [], verify=leaders.look)
    lane.start(failures.append)
    for offset, epoch in ((4, 2), (5, 2), (6, 3), (7, 5), (8, 5)):
        lane.put(replace(incoming(offset, offset), leader_epoch=epoch))
    await until(lambda: log.committed == 9)
    assert (leaders.asked, log.note, failures) == ([(4, 2), (6, 2), (7, 3)], epochs.note(5), [])
    await lane.close(grace=1.0)


async def test_what_was_read_past_a_cut_is_not_committed() -> None:
    log, leaders, failures = Log(committed=4, note=epochs.note(2)), Leaders({2: 5}), list[BaseException]()
    lane = make_lane(log, [], verify=leaders.look)
    lane.start(failures.append)
    for offset, epoch in ((4, 2), (5, 2), (6, 3)):  # epoch 2 ended at 5: another record is there by now
        lane.put(replace(incoming(offset, offset), leader_epoch=epoch))
    await until(lambda: bool(failures))
    assert (log.committed, log.visible, type(failures[0])) == (4, [], CutOffError)
    await lane.close(grace=0.1)


async def test_a_lane_halts_where_its_log_was_cut_off_and_has_grown_again() -> None:
    log = Log(committed=4, note=epochs.note(2))
    lane = make_lane(log, [], verify=Leaders({2: 3}).look)
    lane.put(incoming(4, 4))
    lane.start(lambda error: pytest.fail(repr(error)))
    await until(lambda: noted(4, log.note) == beyond_end(4, 3))
    assert (lane.halted, log.committed, log.visible) == (beyond_end(4, 3), 4, [])
    await lane.close(grace=0.1)


async def test_a_lane_halts_where_the_group_went_back_behind_its_outputs() -> None:
    log = Log(committed=4, note=epochs.note(2))

    async def believe(begin: Begin, _again: Callable[[], Awaitable[Begin]]) -> tuple[Begin, Halt | None]:
        return begin, behind(begin.offset, 8)

    lane = make_lane(log, [], believe=believe)
    lane.put(incoming(4, 4))
    lane.start(lambda error: pytest.fail(repr(error)))
    await until(lambda: lane.halted is not None)
    assert not lane.put(incoming(5, 5))
    await asyncio.sleep(0.01)
    assert (lane.halted, log.committed, log.visible, log.note) == (behind(4, 8), 4, [], epochs.note(2))
    assert lane.idle, "so that a person can move it"
    await lane.close(grace=0.1)


async def test_a_lane_begins_where_its_witness_says() -> None:
    log, restored = Log(committed=4, note=epochs.note(2)), list[int]()

    async def believe(_begin: Begin, again: Callable[[], Awaitable[Begin]]) -> tuple[Begin, Halt | None]:
        log.committed = 9
        return await again(), None

    async def restore(offset: int) -> None:
        restored.append(offset)

    lane = make_lane(log, [], believe=believe, restore=restore)
    lane.start(lambda error: pytest.fail(repr(error)))
    for offset in (4, 8, 9):
        lane.put(incoming(offset, offset))
    await until(lambda: log.committed == 10)
    assert (log.visible, restored) == ([b"9"], [9])
    await lane.close(grace=1.0)


async def test_what_cannot_be_read_halts_a_lane_until_it_can() -> None:
    log = Log()
    lane = make_lane(log, [])
    lane.start(lambda error: pytest.fail(repr(error)))
    lane.put(incoming(0, 0))
    lane.halt(unreadable(1, "the batch cannot be read"))
    await until(lambda: log.committed == 1)
    assert lane.halted is not None
    assert (lane.halted.why, lane.full) == (Why.UNREADABLE, False)
    lane.release()
    lane.put(incoming(1, 1))
    await until(lambda: log.committed == 2)
    await lane.close(grace=1.0)
    assert (lane.halted, log.note) == (None, "")


@given(st.integers(0, 2**62), st.integers(0, 2**62), st.text(max_size=40))
def test_a_halt_is_read_from_its_note_and_from_no_other(committed: int, end: int, other: str) -> None:
    assert noted(committed, beyond_end(committed, end).note) == beyond_end(committed, end)
    assert noted(committed, beyond_end(committed, None).note) == beyond_end(committed, None)
    assert noted(committed, other) is None
    assert noted(committed, beyond_end(committed, end).note + "x") is None


class Gate(Pool):
    """A pool that lets batches through one by one."""

    def __init__(self) -> None:
        super().__init__()
        self.sizes: list[int] = []
        self.through = asyncio.Semaphore(0)

    async def run(self, stage: Stage, messages: Sequence[Message]) -> Finished:
        self.sizes.append(len(messages))
        await self.through.acquire()
        return await super().run(stage, messages)


async def test_full_batches_are_committed_together_and_what_came_alone_at_once() -> None:
    log, pool, commits = Log(), Gate(), list[int]()
    lane = make_lane(log, [], pool=pool)
    lane._on_commit = lambda committed: commits.append(len(committed.batch))
    lane.start(lambda error: None)
    for offset in range(7):
        lane.put(incoming(offset, offset))
    await until(lambda: pool.sizes == [3, 3])
    pool.through.release()
    await asyncio.sleep(0.02)
    assert log.visible == []  # the second is on its way, and a transaction costs the same for both
    pool.through.release()
    await until(lambda: commits == [6])
    pool.through.release()
    await until(lambda: commits == [6, 1])
    await lane.close(grace=1.0)
    assert log.visible == [b"%d" % offset for offset in range(7)]


async def test_what_comes_while_other_lanes_have_their_turns_goes_along() -> None:
    log, pool, turns = Log(), Pool(), asyncio.Semaphore(1)
    lane = make_lane(log, [], pool=pool, turns=turns)
    commits: list[int] = []
    lane._on_commit = lambda committed: commits.append(len(committed.batch))
    lane.start(lambda error: None)
    await turns.acquire()  # another lane's
    lane.put(incoming(0, 0))
    await asyncio.sleep(0.02)  # many times batch_wait
    for offset in range(1, 5):
        lane.put(incoming(offset, offset))
    await asyncio.sleep(0.02)
    assert pool.batches == 0
    turns.release()
    await until(lambda: len(log.visible) == 5)
    assert commits in ([3, 2], [5])
    await lane.close(grace=1.0)
    assert not turns.locked()


async def test_a_lane_that_closes_while_it_waits_for_its_turn_leaves_it_to_others() -> None:
    turns = asyncio.Semaphore(1)
    lane = make_lane(Log(), [], turns=turns)
    lane.start(lambda error: None)
    await turns.acquire()
    lane.put(incoming(0, 0))
    await asyncio.sleep(0.02)
    await lane.close(grace=0.0)
    turns.release()
    async with asyncio.timeout(1):
        await turns.acquire()
