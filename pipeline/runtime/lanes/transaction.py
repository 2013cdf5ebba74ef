"""The transactional producer of one lane: outputs and the next offset become visible together or not at all."""

import asyncio
from collections.abc import Callable, Sequence
from typing import Any

from aiokafka import AIOKafkaProducer, TopicPartition
from aiokafka.errors import InvalidProducerIdMapping, KafkaError, ProducerFenced
from aiokafka.structs import OffsetAndMetadata
from structlog.typing import FilteringBoundLogger

from pipeline.runtime.config.settings import Settings
from pipeline.runtime.kafka import packing
from pipeline.runtime.kafka.connection import client_options, compression_options, milliseconds, not_allowed
from pipeline.runtime.kafka.packing import Outgoing
from pipeline.runtime.kafka.shared import Connections, SharedClient, SharingProducer, committed
from pipeline.runtime.lanes.lane import Begin

_ABORTED_TRIES = (
    5  # an aborted transaction left nothing behind and can be tried again; trouble that lasts is for a restart
)
_CLOSE_WAIT = 3.0  # seconds; with a broker that answers it takes milliseconds


def transactional_id(settings: Settings, source: TopicPartition) -> str:
    """The transactional id of a partition's lane, the same whoever owns it."""
    return f"{settings.group}-{source.topic}-{source.partition}"


class LaneError(Exception):
    """A lane cannot go on and the worker must end; the message says why."""


class LaneProducer:
    """Owns the transactions of one input partition.

    Its transactional id is made of the group and the partition, so opening it shuts out whoever had the partition
    before, and ends what that one had begun.
    """

    def __init__(
        self,
        settings: Settings,
        source: TopicPartition,
        log: FilteringBoundLogger,
        on_abort: Callable[[], None] = lambda: None,
        connections: Connections | None = None,
    ) -> None:
        """Prepare; nothing is sent before `open`.

        `on_abort` hears of every transaction that was aborted; `connections` are the worker's, or its own without.
        """
        self._settings = settings
        self._source = source
        self._log = log
        self._on_abort = on_abort
        self._connections = connections or Connections(settings, clients=1)
        self._client: SharedClient | None = None
        self._opened: AIOKafkaProducer | None = None

    async def open(self) -> Begin:
        """Shut out the former owner, then read the group's committed offset: where this lane begins.

        Raises:
            LaneError: no first offset was ever committed, or the broker refuses.
        """
        try:
            self._client = client = await self._connections.join()
            self._opened = producer = SharingProducer(client, **_options(self._settings, self._source))
            await producer.start()
            await producer._txn_manager.wait_for_pid()  # before this the former owner may still commit
        except KafkaError as error:
            raise self._unopened(error) from error
        return await self.committed()

    async def committed(self) -> Begin:
        """The group's committed offset; to be asked for once the lane is open.

        Raises:
            LaneError: no first offset was ever committed, or the broker refuses.
        """
        assert self._client is not None, "the lane was not opened"
        try:
            return await self._committed_offset(self._client)
        except KafkaError as error:
            raise self._unopened(error) from error

    async def commit(self, records: Sequence[Outgoing], next_offset: int, note: str = "") -> None:
        """Send `records` and commit `next_offset`, with a note beside it, in one transaction.

        Raises:
            LaneError: another worker took the partition over, or the broker could not finish the transaction.
        """
        for attempt in range(1, _ABORTED_TRIES + 1):
            await self._producer.begin_transaction()
            try:
                await self._fill(records, OffsetAndMetadata(next_offset, note))
            except ProducerFenced as error:
                raise LaneError(f"another worker has taken over {self._where}") from error
            except KafkaError as error:
                if _is_forgotten(error):
                    raise LaneError(
                        f"the broker has forgotten the transactional id of {self._where}, idle for longer than its "
                        "transactional.id.expiration.ms; a new start gets it anew, and nothing is lost"
                    ) from error
                await self._abort(error)
                self._on_abort()
                if (refused := not_allowed(error)) is not None:
                    raise LaneError(f"the transaction of {self._where} failed: {refused}") from error
                if attempt == _ABORTED_TRIES:
                    raise LaneError(f"the transaction of {self._where} failed {attempt} times: {error!r}") from error
                self._log.warning("transaction aborted, trying again", error=repr(error), attempt=attempt)
                await asyncio.sleep(0.1 * 2**attempt)
                continue
            await self._end()
            return

    async def close(self) -> None:
        """Let go, within seconds also when no broker answers. Whoever opens the lane next ends an open transaction."""
        try:
            if self._opened is not None and not await let_go(self._opened):
                self._log.warning("no broker to end the lane's producer with; dropped", after=_CLOSE_WAIT)
        finally:
            client, self._client = self._client, None
            if client is not None:
                await self._connections.leave(client)

    @property
    def _producer(self) -> AIOKafkaProducer:
        assert self._opened is not None, "the lane was not opened"
        return self._opened

    async def _fill(self, records: Sequence[Outgoing], next_offset: OffsetAndMetadata) -> None:
        await packing.send(self._producer, records)
        await self._producer.send_offsets_to_transaction({self._source: next_offset}, self._settings.group)

    async def _end(self) -> None:
        try:
            await self._producer.commit_transaction()
        except KafkaError as error:
            # It may or may not have been committed; only opening the lane anew can tell.
            raise LaneError(f"the commit of {self._where} was not confirmed: {error!r}") from error

    async def _abort(self, cause: KafkaError) -> None:
        try:
            await self._producer.abort_transaction()
        except KafkaError as error:
            raise LaneError(
                f"the transaction of {self._where} failed ({cause!r}) and could not be aborted: {error!r}"
            ) from error

    async def _committed_offset(self, client: SharedClient) -> Begin:
        """The group's committed offset; asked again for a while, since a broker that just came back may not have it."""
        wait = self._settings.worker.broker_wait
        deadline = asyncio.get_running_loop().time() + wait
        while True:
            begin = await committed(client, self._settings.group, self._source)
            if begin is not None and begin.offset >= 0:
                return Begin(begin.offset, begin.metadata)
            if asyncio.get_running_loop().time() >= deadline:
                raise LaneError(
                    f"group {self._settings.group} has no committed offset for {self._where}, and a worker never "
                    "guesses where to begin. `dateline topics create` commits the first offsets"
                )
            self._log.warning("no committed offset yet, asking again", partition=self._where)
            await asyncio.sleep(min(2.0, wait / 10))

    def _unopened(self, error: KafkaError) -> LaneError:
        return LaneError(f"the lane of {self._where} could not be opened: {not_allowed(error) or repr(error)}")

    @property
    def _where(self) -> str:
        return f"{self._source.topic}[{self._source.partition}]"


def _is_forgotten(error: BaseException | None) -> bool:
    """Whether an error, or what caused it, says that the broker does not know the producer any more."""
    while error is not None and not isinstance(error, InvalidProducerIdMapping):
        error = error.__cause__
    return error is not None


def _options(settings: Settings, source: TopicPartition) -> dict[str, Any]:
    return {
        **client_options(settings),
        **packing.size_options(settings.topics),
        **compression_options(settings),
        "transactional_id": transactional_id(settings, source),
        "transaction_timeout_ms": milliseconds(settings.worker.transaction_timeout),
        "retry_backoff_ms": milliseconds(settings.worker.retry_backoff),
        "linger_ms": 0,
    }


async def let_go(producer: AIOKafkaProducer) -> bool:
    """Stop a producer, or drop it after some seconds without an answer; whether it could be stopped properly."""
    stopping = asyncio.create_task(producer.stop())
    if (await asyncio.wait({stopping}, timeout=_CLOSE_WAIT))[0]:
        stopping.result()
        return True
    # It waits for deliveries that nobody takes, and whoever closes it would wait with it.
    for task in (stopping, producer._sender.sender_task):
        await _cancel(task)
    await producer.client.close()
    return False


async def _cancel(task: "asyncio.Task[None] | None") -> None:
    """Cancel until it ends: aiokafka's sender, once cancelled, still waits for requests that it tries for ever."""
    for _ in range(100):
        if task is None or task.done():
            return
        task.cancel()
        await asyncio.wait({task}, timeout=0.1)
