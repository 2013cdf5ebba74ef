"""A lane: one assigned partition, its order and its transactions.

It collects micro-batches, hands them to the pool, keeps a few in flight and commits them in order, several at once
where there is a backlog: a transaction costs much the same however little is in it. Exactly once rests
on three things: the lane begins at the committed offset, which it reads after shutting out the former owner; it
refuses every record that does not follow on the last one it took; and outputs and offset are committed together.
Where it cannot go on without losing articles, it halts until a person decides (`halt.py`).
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from time import monotonic, time
from typing import NamedTuple, Protocol

from aiokafka import TopicPartition
from structlog.typing import FilteringBoundLogger

from pipeline.core.flow import Stage
from pipeline.core.outcome import Message, Outcome
from pipeline.runtime.kafka import epochs
from pipeline.runtime.kafka.packing import Outgoing
from pipeline.runtime.lanes.halt import CutOffError, Halt, noted
from pipeline.runtime.lanes.messages import Committed, Incoming
from pipeline.runtime.pool.pool import Finished


class Works(Protocol):
    """What takes a batch through a step: the pool."""

    async def run(self, stage: Stage, messages: Sequence[Message]) -> Finished:
        """Outcomes in the messages' order."""


@dataclass(frozen=True, slots=True)
class Begin:
    """Where a lane begins: the committed offset, and the note that was committed with it."""

    offset: int
    note: str = ""


class Commits(Protocol):
    """What makes a batch's outputs visible together with the next offset: the lane's producer."""

    async def open(self) -> Begin:
        """Shut out the former owner; where to begin."""

    async def committed(self) -> Begin:
        """Where to begin, asked once more."""

    async def commit(self, records: Sequence[Outgoing], next_offset: int, note: str = "") -> None:
        """All or nothing."""

    async def close(self) -> None:
        """Let go."""


async def nothing(_offset: int) -> None:
    """What opening takes for a lane without a state."""


async def whole(_source: TopicPartition, _offset: int, _epoch: int) -> Halt | None:
    """What a log is taken for that nobody looks into."""
    return None


async def at_once(begin: Begin, _again: Callable[[], Awaitable[Begin]]) -> tuple[Begin, Halt | None]:
    """How an offset is taken that nobody doubts."""
    return begin, None


#: Told the offset to begin at, and how to ask for it again: where to begin, and why to halt there.
Believe = Callable[[Begin, Callable[[], Awaitable[Begin]]], Awaitable[tuple[Begin, Halt | None]]]


def plain(batch: Sequence[Incoming]) -> list[Message]:
    """A batch as a step takes it in."""
    return [Message(one.key, one.value) for one in batch]


@dataclass(frozen=True, slots=True)
class LaneLimits:
    """How much a lane takes on."""

    batch_size: int
    batch_wait: float
    batches_in_flight: int
    batch_bytes: int = 8 * 1024 * 1024  # a batch of the largest articles must not be 32 times as large
    ask_again_after: float = 1.0  # seconds for the reader to move back to a gap
    lost_after: float = 5.0  # seconds that an idle lane waits for what the reader says it has given out

    @property
    def waiting(self) -> int:
        """With so many waiting the reader is to stop: enough for the next batch while one is being collected."""
        return 2 * self.batch_size


class _Batch(NamedTuple):
    """Records that were handed to the pool, when, and what comes back."""

    records: list[Incoming]
    begun: float
    work: "asyncio.Task[Finished]"


class Lane:
    """Takes the records of one partition through one step, in order and exactly once."""

    def __init__(
        self,
        stage: Stage,
        source: TopicPartition,
        *,
        pool: Works,
        producer: Commits,
        limits: LaneLimits,
        records: Callable[["Lane", Sequence[Incoming], Sequence[Outcome]], list[Outgoing]],
        on_commit: Callable[[Committed], None],
        on_gap: Callable[["Lane", int], None],
        log: FilteringBoundLogger,
        messages: Callable[[Sequence[Incoming]], list[Message]] = plain,
        restore: Callable[[int], Awaitable[None]] = nothing,
        verify: Callable[[TopicPartition, int, int], Awaitable[Halt | None]] = whole,
        believe: Believe = at_once,
        turns: asyncio.Semaphore | None = None,
    ) -> None:
        """Prepare a lane.

        `records` turns outcomes into what is sent; `on_gap` is told the offset to read again from when records are
        missing, and calls `pass_over` where the broker has them no longer; `on_commit` hears of every batch that
        became visible. `messages` gives the step what it needs of a batch; `restore` gets back, before a lane
        that was opened at an offset begins, what its stage had counted by then. `verify` says why to halt where the
        log was cut off below an offset; it is told the leader's epoch of the record before that. `believe` says where
        the lane begins, and why to halt, when the broker has told an offset. `turns` are those that the lanes of a pool
        share: one for each batch that it takes at a time.
        """
        self.stage = stage
        self.source = source
        self._pool = pool
        self._producer = producer
        self._limits = limits
        self._records = records
        self._on_commit = on_commit
        self._on_gap = on_gap
        self._log = log
        self._messages = messages
        self._restore = restore
        self._verify = verify
        self._believe = believe
        self._waiting: deque[Incoming] = deque()
        self._arrived = asyncio.Event()
        self._in_flight: asyncio.Queue[_Batch] = asyncio.Queue()
        self._slots = asyncio.Semaphore(limits.batches_in_flight)
        self._idle = asyncio.Event()
        self._idle.set()
        self._begun = 0
        self._turns = turns or asyncio.Semaphore(limits.batches_in_flight)
        self._uncommitted = 0
        self._expected: int | None = None
        self.committed: int | None = None  # the offset this lane would begin at, were it opened anew
        self._epoch = -1  # the leader's, of the last record that was committed
        self._gap_told = 0.0
        self._lost_since: float | None = None
        self._task: asyncio.Task[None] | None = None
        self._noting: asyncio.Task[None] | None = None
        self.halted: Halt | None = None
        self.closed = False

    def start(self, on_failure: Callable[[BaseException], None]) -> None:
        """Open the lane and let it run; `on_failure` hears of the error that ends it."""

        def ended(task: asyncio.Task[None]) -> None:
            if not task.cancelled() and (error := task.exception()) is not None:
                on_failure(_first(error))

        self._task = asyncio.create_task(self._run(), name=f"lane {self.source.topic}[{self.source.partition}]")
        self._task.add_done_callback(ended)

    @property
    def in_flight(self) -> int:
        """Articles that were handed in and are not committed yet."""
        return len(self._waiting) + self._uncommitted

    @property
    def full(self) -> bool:
        """Whether no more should be read for this lane now. What was read before is still taken; any thread may ask."""
        return (len(self._waiting) >= self._limits.waiting or self._halted_for_good) and not self.closed

    @property
    def idle(self) -> bool:
        """Whether the lane is open, and all that it took is committed."""
        return self.committed is not None and self._expected == self.committed and not self._waiting and not self._begun

    @property
    def _halted_for_good(self) -> bool:
        return self.halted is not None and self.halted.final

    def put(self, incoming: Incoming) -> bool:
        """Hand a record in. False when the lane is closed or halted for good: the record belongs to nobody here."""
        if self.closed or self._halted_for_good:
            return False
        self._waiting.append(incoming)
        self._arrived.set()
        return True

    def halt(self, halt: Halt) -> None:
        """Stand still, and say so once. What was begun is still committed."""
        if halt == self.halted or self._halted_for_good or self.closed:
            return
        if halt.final and not (self.idle and halt.offset == self.committed):
            return  # it was found for a lane that has moved on; whoever still finds it says so again
        self.halted = halt
        self._log.error("the partition is halted", why=halt.why.value, offset=halt.offset, message=halt.message)
        if halt.note:
            self._noting = asyncio.create_task(self._note(halt), name=f"note {self.source}")

    def release(self) -> None:
        """Go on: what could not be read can be read now."""
        if self.halted is not None and not self._halted_for_good:
            self._log.info("the partition goes on", offset=self.halted.offset)
            self.halted = None

    async def _note(self, halt: Halt) -> None:
        """Write the halt beside the committed offset: a later owner could not see it, once the log has grown."""
        try:
            await self._producer.commit((), halt.offset, halt.note)
        except Exception as error:  # noqa: BLE001 - whatever it is, this lane stands still, and the next will look too
            self._log.warning("the halt could not be noted at the broker", error=repr(error))

    def look_for_lost(self, given_out: int) -> None:
        """Ask for records that were given out up to `given_out` and never arrived; to be called now and then.

        A gap shows when a later record arrives. This is for the last ones, which no record follows.
        """
        idle = self._expected is not None and not self._waiting and not self._begun
        if not idle or self._expected is None or given_out <= self._expected:
            self._lost_since = None
        elif self._lost_since is None:
            self._lost_since = monotonic()
        elif monotonic() - self._lost_since >= self._limits.lost_after:
            self._lost_since = None
            self._log.warning("records never arrived, reading again", expected=self._expected, given_out=given_out)
            self._on_gap(self, self._expected)

    def pass_over(self, first: int) -> int:
        """Go on at `first`, since the broker has deleted all that lay before it; how many offsets that leaves out.

        A stand-in takes the place of what is gone: a tombstone, which is dropped, and committed in its turn.
        """
        if self._expected is None or first <= self._expected:
            return 0
        gone = first - self._expected
        self._log.error("records were deleted before they were read, going on", expected=self._expected, first=first)
        return gone if self.put(Incoming(first - 1, 0, None, None, time(), ())) else 0

    async def close(self, grace: float) -> None:
        """Take nothing more, let what is in flight be committed for up to `grace` seconds, then let go."""
        self.closed = True
        try:
            if self._task is not None and grace > 0 and not await self._settles(self._task, grace):
                self._log.warning("lane closed before its batches were committed; they will be read again", after=grace)
        finally:
            await self._end()

    async def _settles(self, task: "asyncio.Task[None]", grace: float) -> bool:
        """Whether all that was begun is committed, or the lane has failed, within `grace` seconds."""
        idle = asyncio.create_task(self._idle.wait())
        try:
            done, _ = await asyncio.wait({idle, task}, timeout=grace, return_when=asyncio.FIRST_COMPLETED)
        finally:
            idle.cancel()
        return bool(done)

    async def _end(self) -> None:
        tasks = [task for task in (self._task, self._noting) if task is not None]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await self._producer.close()

    async def _run(self) -> None:
        begin, gone_back = await self._believe(await self._producer.open(), self._producer.committed)
        await self._restore(begin.offset)
        self._epoch = epochs.noted(begin.note)
        halt = (
            noted(begin.offset, begin.note) or await self._verify(self.source, begin.offset, self._epoch) or gone_back
        )
        self._expected = self.committed = begin.offset
        self._log.info("lane open", offset=begin.offset)
        if halt is not None:
            self._waiting.clear()  # read before anybody knew
            self.halt(halt)
        async with asyncio.TaskGroup() as both:
            both.create_task(self._collect())
            both.create_task(self._finish())

    async def _collect(self) -> None:
        while True:
            await self._slots.acquire()
            batch = await self._next_batch()
            self._uncommitted += len(batch)
            # What comes while others have their turns goes along: fewer batches, and none is worked on any later.
            await self._turns.acquire()
            self._uncommitted += self._top_up(batch)
            work = asyncio.create_task(self._pool.run(self.stage, self._messages(batch)))
            work.add_done_callback(self._worked)
            self._begun += 1
            self._idle.clear()
            self._in_flight.put_nowait(_Batch(batch, monotonic(), work))

    def _worked(self, _work: "asyncio.Task[Finished]") -> None:
        self._turns.release()

    async def _next_batch(self) -> list[Incoming]:
        """At least one record, at most a batch, waiting a little for it to fill."""
        batch = [await self._next()]
        size = len(batch[0].value or b"")
        deadline = monotonic() + self._limits.batch_wait
        while len(batch) < self._limits.batch_size and size < self._limits.batch_bytes:
            try:
                async with asyncio.timeout(max(0.0, deadline - monotonic())):
                    batch.append(await self._next())
            except TimeoutError:
                break
            size += len(batch[-1].value or b"")
        return batch

    def _top_up(self, batch: list[Incoming]) -> int:
        """Add to a batch what has come since; how much that is."""
        before = len(batch)
        size = sum(len(one.value or b"") for one in batch)
        while len(batch) < self._limits.batch_size and size < self._limits.batch_bytes:
            if (incoming := self._next_now()) is None:
                break
            batch.append(incoming)
            size += len(incoming.value or b"")
        return len(batch) - before

    async def _next(self) -> Incoming:
        """The next record that follows on the last one."""
        while True:
            if (incoming := self._next_now()) is not None:
                return incoming
            self._arrived.clear()
            await self._arrived.wait()

    def _next_now(self) -> Incoming | None:
        """The same, if it is there already."""
        while self._waiting and not self.closed:
            incoming = self._waiting.popleft()
            if self._follows(incoming):
                self._expected = incoming.offset + 1
                return incoming
        return None

    def _follows(self, incoming: Incoming) -> bool:
        assert self._expected is not None
        if incoming.offset < self._expected:
            return False  # committed already, by this lane or a former owner
        if incoming.read_from <= self._expected:
            return True
        # Records read before the reader has moved back still arrive; they are no reason to ask again at once.
        if monotonic() - self._gap_told >= self._limits.ask_again_after:
            self._gap_told = monotonic()
            self._log.warning("records are missing, reading again", expected=self._expected, got=incoming.offset)
            self._on_gap(self, self._expected)
        return False

    async def _finish(self) -> None:
        while True:
            parts = await self._worked_together()
            records = [one for batch, finished in parts for one in batch.records]
            outcomes = [one for _, finished in parts for one in finished.outcomes]
            begun, worked = parts[0][0].begun, monotonic()
            seconds = sum(finished.seconds for _, finished in parts)
            next_offset = records[-1].offset + 1
            await self._follows_on(records)
            note = epochs.note(records[-1].leader_epoch)
            await self._producer.commit(self._records(self, records, outcomes), next_offset, note)
            self.committed = next_offset
            self._begun -= len(parts)
            self._uncommitted -= len(records)
            if not self._begun:
                self._idle.set()
            self._on_commit(
                Committed(
                    self.stage,
                    self.source,
                    records,
                    outcomes,
                    waited=worked - begun - seconds,
                    worked=seconds,
                    committing=monotonic() - worked,
                )
            )

    async def _follows_on(self, batch: Sequence[Incoming]) -> None:
        """Let nothing be committed that was read where the log had been cut off and had grown again.

        What is read under another leader must follow on all that was read under the one before.
        """
        reached = self.committed
        for incoming in batch:
            if incoming.leader_epoch != self._epoch and reached is not None:
                halt = await self._verify(self.source, reached, self._epoch)
                if halt is not None:
                    raise CutOffError(f"the log was cut off below offset {reached}, up to which it had been read")
            self._epoch, reached = incoming.leader_epoch, incoming.offset + 1

    async def _worked_together(self) -> list[tuple[_Batch, Finished]]:
        """What the next transaction holds: a batch, and those that follow on full ones, as many as the pool takes."""
        parts = [await self._next_worked()]
        while len(parts) < self._limits.batches_in_flight and self._is_full(parts[-1][0]) and self._in_flight.qsize():
            parts.append(await self._next_worked())
        return parts

    async def _next_worked(self) -> tuple[_Batch, Finished]:
        batch = await self._in_flight.get()
        finished = await batch.work
        self._slots.release()
        return batch, finished

    def _is_full(self, batch: _Batch) -> bool:
        """Whether more was waiting: only then is there a backlog, in which nobody minds that it is committed later."""
        return len(batch.records) >= self._limits.batch_size


def _first(error: BaseException) -> BaseException:
    """The error itself, out of the groups that task groups wrap it in."""
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    return error
