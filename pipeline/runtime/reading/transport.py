"""Everything that touches the insides of Faust and aiokafka; written for faust-streaming 0.15.3 and aiokafka 0.14.0.

What is changed and why:

- The consumer reads committed records only. Faust offers no setting for it.
- A partition that cannot be read on (a batch that cannot be read, a position that the log does not have) is told of
  and left alone. In aiokafka it would end the reading of all, or move by itself to the log's beginning.
- A partition whose lane is full is left alone until there is space. Faust would read on until its stream is full, and
  then hold up every partition of the topic.
- Lanes are spread over workers by their number, not topic by topic (`assignor.py`).
- Every record carries the position the reader stood at before it, so that a lane can tell a gap from a run.
- Errors of the group coordinator are not parked until somebody asks (Faust never does): the group is joined again,
  or, where no retry can help, the worker ends.
- A dead coordination or fetch task ends the worker; otherwise it would be alive and silent.
- Recovery after a rebalance waits for its seek as long as it takes; Faust gives up silently after a time-out and
  then never resumes reading.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple

from aiokafka import TopicPartition
from aiokafka.errors import (
    ConsumerStoppedError,
    GroupAuthorizationFailedError,
    InconsistentGroupProtocolError,
    InvalidGroupIdError,
    InvalidSessionTimeoutError,
    NoOffsetForPartitionError,
    OffsetOutOfRangeError,
    TopicAuthorizationFailedError,
)
from faust import App
from faust.tables.manager import TableManager
from faust.tables.recovery import Recovery
from faust.transport.drivers import aiokafka as driver
from faust.types import TP, ConsumerMessage

from pipeline.runtime.kafka.batches import UnreadableBatchError, fetch_again, held_error, read_anything
from pipeline.runtime.kafka.connection import not_allowed
from pipeline.runtime.kafka.silence import mind_silence
from pipeline.runtime.reading.assignor import LaneAssignor

ReportFatal = Callable[[str], None]
Full = Callable[[TP], bool]
# A partition, the reader's position in it, and why it cannot read on; None once it can again.
Trouble = Callable[[TopicPartition, int, Exception | None], None]

# A retry cannot help: rights or configuration must change first.
_HOPELESS = (
    GroupAuthorizationFailedError,
    TopicAuthorizationFailedError,
    InvalidGroupIdError,
    InconsistentGroupProtocolError,
    InvalidSessionTimeoutError,
)


# One only: aiokafka asks to join once for each it has, every time with one more. The group takes the second question
# for a change and begins anew; with several members that answer slowly it may never come to an end.
STRATEGY = (LaneAssignor,)

# Seconds after which a full lane is asked again; a full one has work for longer, unless its articles are tiny.
_ASK_FULL = 0.02


# Seconds after which a partition that could not be read on is tried again, and its trouble told again: a batch is read
# from the disk anew, a position only asked about.
_TRY_AGAIN, _ASK_AGAIN = 5.0, 1.0


class Positioned(NamedTuple):
    """A record, and the end of the one before it; all that lies between is markers and aborted records."""

    record: Any
    read_from: int


class Standing(NamedTuple):
    """Where a partition's reader stands: its position, the end of what it gave out, and the last stable offset.

    None where it is not known yet. `told` is when the broker last told the end, in Unix seconds; `uncommitted` counts
    the offsets behind it, from the first transaction on that its publisher has not ended.
    """

    source: TopicPartition
    position: int | None
    given_out: int | None
    end: int | None
    told: float = 0.0
    uncommitted: int = 0


class _Chain(NamedTuple):
    """Where the reader of a partition stood after the last look, and the end of the last record it gave out.

    The two differ by transaction markers and aborted records, which take offsets but are never given out. As long as
    the position is still the same at the next look, nobody has sought elsewhere in between.
    """

    position: int | None
    read_from: int | None


class LaneConsumerThread(driver.AIOKafkaConsumerThread):  # type: ignore[misc]
    """The thread that reads from Kafka."""

    _chains: Mapping[TopicPartition, _Chain] = MappingProxyType({})

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        # Where a reader could not read on, and when that was last told.
        self._stuck: dict[TopicPartition, tuple[int, float]] = {}

    def _create_worker_consumer(self, transport: Any) -> Any:
        consumer = super()._create_worker_consumer(transport)
        consumer._isolation_level = "read_committed"
        mind_silence(consumer._client)
        consumer._partition_assignment_strategy = STRATEGY
        return consumer

    async def on_start(self) -> None:
        """Start reading, and see to it that trouble is acted upon."""
        await super().on_start()
        consumer = self._ensure_consumer()
        read_anything(consumer)
        coordinator = consumer._coordinator
        coordinator._push_error_to_user = self._rejoin_after
        self._end_with(coordinator._coordination_task, "the group coordination task")
        self._end_with(consumer._fetcher._fetch_task, "the fetch task")

    async def _rejoin_after(self, error: Exception) -> None:
        if isinstance(error, _HOPELESS):
            self.consumer.report_fatal(f"the consumer group cannot be joined: {_why_not(error)}")
            await asyncio.sleep(3600)  # the worker is ending; do not spin meanwhile
        coordinator = self._ensure_consumer()._coordinator
        self.log.warning("group coordinator: %r; joining the group again", error)
        coordinator.request_rejoin()
        await asyncio.sleep(coordinator._retry_backoff_ms / 1000)

    def _end_with(self, task: "asyncio.Future[Any]", name: str) -> None:
        def done(finished: "asyncio.Future[Any]") -> None:
            if not finished.cancelled() and finished.exception() is not None:
                self.consumer.report_fatal(f"{name} died: {finished.exception()!r}")

        task.add_done_callback(done)

    async def _fetch_records(
        self, consumer: Any, active_partitions: set[TP], timeout: float | None = None, max_records: int | None = None
    ) -> dict[TP, list[Positioned]]:
        """Records by partition, each with the position before it; {} when none came within `timeout` seconds."""
        if not self.consumer.flow_active:
            return {}
        fetcher, subscriptions = consumer._fetcher, consumer._subscription
        if consumer._closed or fetcher._closed:
            raise ConsumerStoppedError
        with subscriptions.fetch_context():
            if subscriptions.reassignment_in_progress:
                await subscriptions.wait_for_assignment()
            wanted = {tp for tp in active_partitions if not self.consumer.is_full(tp)}
            if len(wanted) < len(active_partitions):
                timeout = min(timeout or 0.0, _ASK_FULL)
            drained = await self._drain(fetcher, subscriptions, self._unstuck(consumer, wanted), max_records)
            if not drained and timeout and await _records_came(fetcher, timeout):
                drained = await self._drain(fetcher, subscriptions, self._unstuck(consumer, wanted), max_records)
            return drained

    async def _drain(
        self, fetcher: Any, subscriptions: Any, wanted: set[TP], max_records: int | None
    ) -> dict[TP, list[Positioned]]:
        if not wanted:  # aiokafka would take that for all of them
            return {}
        # With a time-out of 0 nothing is awaited in there, so that nobody else moves a position in between.
        before = _positions(subscriptions)
        drained = await fetcher.fetched_records(wanted, timeout=0, max_records=max_records)
        after = _positions(subscriptions)
        chains: dict[TopicPartition, _Chain] = {}
        chained: dict[TP, list[Positioned]] = {}
        for tp, position in before.items():
            last = self._chains.get(tp)
            unbroken = last is not None and last.position == position
            read_from = last.read_from if last is not None and unbroken else position
            records = drained.get(tp, ())
            if records:
                chained[tp] = _chain(records, read_from)
                read_from = records[-1].offset + 1
            chains[tp] = _Chain(after.get(tp), read_from)
        self._chains = chains
        return chained

    def _unstuck(self, consumer: Any, wanted: set[TP]) -> set[TP]:
        """The partitions that can be read on; the rest is told of."""
        positions = _positions(consumer._subscription)
        return {tp for tp in wanted if not self._is_stuck(consumer, tp, positions.get(tp))}

    def _is_stuck(self, consumer: Any, tp: TP, position: int | None) -> bool:
        """Whether an error stands in the place of a partition's records that concerns this partition alone."""
        error, told = held_error(consumer, tp), self._stuck.get(tp)
        if told is not None and (position or 0) != told[0]:  # read on, or sought elsewhere
            del self._stuck[tp]
            self.consumer.report_trouble(tp, told[0], None)
            told = None
        if not isinstance(error, UnreadableBatchError | OffsetOutOfRangeError | NoOffsetForPartitionError):
            return False
        now = time.monotonic()
        pause = _TRY_AGAIN if isinstance(error, UnreadableBatchError) else _ASK_AGAIN
        if told is None or now - told[1] >= pause:
            self._stuck[tp] = (position or 0, now)
            self.consumer.report_trouble(tp, position or 0, error)
            if told is not None:
                fetch_again(consumer, tp)
        return True

    def standings(self) -> list[Standing]:
        """Where the reader stands in each assigned partition. Safe to call from any thread."""
        consumer = self._consumer
        subscription = consumer._subscription.subscription if consumer is not None else None
        assignment = subscription.assignment if subscription is not None else None
        if assignment is None:
            return []
        return [self._standing(tp, assignment.state_value(tp)) for tp in assignment.tps]

    def _standing(self, tp: TopicPartition, state: Any) -> Standing:
        chain = self._chains.get(tp)
        ends = [end for end in (state.lso, state.highwater) if end is not None and end >= 0]
        given_out, end = chain.read_from if chain else None, min(ends) if ends else None
        open_ = max(0, state.highwater - end) if end is not None and state.highwater is not None else 0
        return Standing(tp, state._position, given_out, end, (state.timestamp or 0) / 1000, open_)

    def attached(self) -> bool:
        """Whether this member is in the group, with a running heartbeat and an assignment.

        An empty assignment counts when the topics are known: a leader that knows none assigns nothing to anyone.
        """
        consumer = self._consumer
        if consumer is None or consumer._coordinator is None:
            return False
        coordinator = consumer._coordinator
        heartbeat = coordinator._heartbeat_task
        subscription = consumer._subscription.subscription
        return (
            coordinator.generation > 0
            and heartbeat is not None
            and not heartbeat.done()
            and subscription is not None
            and subscription.assignment is not None
            and subscription.assignment.active
            and (bool(subscription.assignment.tps) or _known(consumer, subscription.topics))
        )


class LaneConsumer(driver.Consumer):  # type: ignore[misc]
    """Faust's consumer over that thread."""

    #: Set by the app: called, from any thread, when the worker must end.
    report_fatal: ReportFatal = staticmethod(lambda why: None)
    #: Set by the app: hears, from the reading thread, of a partition that cannot be read on.
    report_trouble: Trouble = staticmethod(lambda source, position, error: None)
    #: Set by the app: whether a partition should be left alone for now; called from the reading thread.
    is_full: Full = staticmethod(lambda tp: False)

    def _new_consumer_thread(self) -> LaneConsumerThread:
        return LaneConsumerThread(self, loop=self.loop, beacon=self.beacon)

    def _to_message(self, tp: TP, record: Positioned) -> ConsumerMessage:
        message = super()._to_message(tp, record.record)
        message.read_from = record.read_from
        message.leader_epoch = record.record.leader_epoch
        return message


class LaneTransport(driver.Transport):  # type: ignore[misc]
    """Faust's aiokafka transport with that consumer."""

    Consumer = LaneConsumer


class PatientRecovery(Recovery):  # type: ignore[misc]
    """Recovery that waits for the seek after a rebalance without a time-out."""

    async def _wait(self, coro: Awaitable[Any], timeout: float | None = None) -> None:
        await super()._wait(coro, timeout=None)


class PatientTableManager(TableManager):  # type: ignore[misc]
    """Faust's table manager (which also resumes streams after a rebalance) with that recovery."""

    @property
    def recovery(self) -> Recovery:
        """The recovery service, made when first asked for."""
        if self._recovery is None:  # type: ignore[has-type]
            self._recovery = PatientRecovery(self.app, self, beacon=self.beacon, loop=self.loop)
        return self._recovery


def install(app: App, report_fatal: ReportFatal, is_full: Full, report_trouble: Trouble) -> None:
    """Give `app` this transport.

    `report_fatal` is called when the worker must end, `is_full` tells which partitions to leave alone for now, and
    `report_trouble` hears of one that cannot be read on; all from any thread.
    """
    members = {
        "report_fatal": staticmethod(report_fatal),
        "is_full": staticmethod(is_full),
        "report_trouble": staticmethod(report_trouble),
    }
    consumer_class = type("Consumer", (LaneConsumer,), members)
    transport_class = type("Transport", (LaneTransport,), {"Consumer": consumer_class})
    app.transport = transport_class(app.conf.broker_consumer, app, app.loop)


def _why_not(error: Exception) -> str:
    if isinstance(error, InconsistentGroupProtocolError):
        return (
            "another program than Dateline's workers is in it and shares partitions in another way. `dateline doctor` "
            "names it; give it, or the workers, a group of their own (setting `group`)"
        )
    return not_allowed(error) or repr(error)


def _known(consumer: Any, topics: Iterable[str]) -> bool:
    return all(consumer._client.cluster.partitions_for_topic(topic) for topic in topics)


async def _records_came(fetcher: Any, timeout: float) -> bool:
    waiter = fetcher._create_fetch_waiter()
    done, _ = await asyncio.wait([waiter], timeout=timeout)
    if not done:
        waiter.cancel()
        return False
    if fetcher._closed:
        return False
    waiter.result()  # raises authorisation errors
    return True


def _positions(subscriptions: Any) -> dict[TopicPartition, int | None]:
    assignment = subscriptions.subscription.assignment if subscriptions.subscription is not None else None
    if assignment is None:
        return {}
    return {tp: assignment.state_value(tp)._position for tp in assignment.tps}


def _chain(records: Sequence[Any], read_from: int | None) -> list[Positioned]:
    chained = []
    for record in records:
        # Where no position is known, the record claims only itself.
        chained.append(Positioned(record, record.offset if read_from is None else read_from))
        read_from = record.offset + 1
    return chained
