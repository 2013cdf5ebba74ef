"""Sends dead letters back to the topics they came from, each once, however often and wherever this is stopped.

A transaction holds a batch of messages together with the ledger's entries for them. The transactional id is fixed:
whoever opens it shuts out a former run and ends what that one had begun, and only then reads the ledger.
"""

import asyncio
from collections import Counter
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import aclosing, asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from aiokafka import AIOKafkaProducer
from aiokafka.errors import KafkaError, ProducerFenced

from pipeline.core.flow import Channel, inputs
from pipeline.core.steps.deadletters import LONGEST_KEY
from pipeline.runtime.config.settings import Settings
from pipeline.runtime.kafka import packing, topics
from pipeline.runtime.kafka.connection import client_options, milliseconds
from pipeline.runtime.kafka.packing import Outgoing
from pipeline.runtime.kafka.silence import mind_silence
from pipeline.runtime.lanes.headers import CARRIED, REPLAYS
from pipeline.runtime.lanes.transaction import let_go
from pipeline.tools.dead import ledger
from pipeline.tools.dead.letters import Letter, Place, Selection, Unreadable, letters
from pipeline.tools.dead.originals import Originals
from pipeline.tools.errors import CommandError
from pipeline.tools.kafka import admin_client, reader

# A transaction of so many letters and bytes; readers of the input topics wait for its end.
_BATCH = 200
_BATCH_BYTES = 4 * 1024 * 1024
# A run that was killed holds readers up for so long, unless the command is given again: that ends it at once.
_TRANSACTION_TIMEOUT = 15.0
# What Kafka adds to a record that is sent alone, and our headers, with room to spare.
_OVERHEAD = 16 * 1024


class ReplayError(CommandError):
    """The replay stopped; what was committed stays, and giving the command again goes on from there."""


class Skip(StrEnum):
    """Why a letter that was meant is not sent."""

    DONE = "replayed before"
    EXHAUSTED = "replayed as often as allowed"
    NO_SOURCE = "the headers do not say where it came from"
    FOREIGN = "it came from a topic that these settings do not read"
    GONE = "the original was too large for the dead letter, and is no longer where it came from"
    TOO_LARGE = "the original is larger than topics.max_message_bytes"


# A person should hear of these: the letter cannot be sent by trying again.
TROUBLE = frozenset({Skip.NO_SOURCE, Skip.FOREIGN, Skip.GONE, Skip.TOO_LARGE})


@dataclass(slots=True)
class Replayed:
    """What became of the letters that were meant: sent by topic, stage and reason, and the rest by why not."""

    sent: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    skipped: Counter[Skip] = field(default_factory=Counter)
    trouble: list[str] = field(default_factory=list)
    unreadable: Unreadable = field(default_factory=Unreadable)


@dataclass(frozen=True, slots=True)
class Terms:
    """How to replay: at most so often each, at most so many, and whether only to say what would be sent."""

    most_replays: int
    limit: int | None = None
    dry_run: bool = False


async def replay(settings: Settings, selection: Selection, terms: Terms, advance: Callable[[int], None]) -> Replayed:
    """Send what is meant back to where it came from; `advance` is told of each committed batch's size.

    Raises:
        ReplayError: another run took over, or the broker could not finish a transaction.
        BrokerUnreachableError: nobody answers.
        MissingTopicError: a topic is missing.
    """
    async with admin_client(settings) as admin:
        await topics.require(admin, settings, [Channel.DEAD, *inputs()])
        if not terms.dry_run:
            await ledger.require(admin, settings)
        partitions = await topics.partition_counts(admin)
    report = Replayed()
    async with _sender(settings, dry=terms.dry_run) as send, reader(settings) as consumer:
        # Read only now: until the sender is open a former run may still add to it.
        known = await ledger.read(settings) if ledger.ledger_topic(settings) in partitions else set[Place]()
        judge = _Judge(settings, known, terms.most_replays, Originals(consumer, partitions))
        async for batch in _batches(settings, selection, terms.limit, judge, report):
            await send([record for letter, value in batch for record in _records(settings, letter, *value)])
            for letter, _ in batch:
                assert letter.source is not None
                report.sent[letter.source.topic, letter.content.stage, letter.content.reason] += 1
            advance(len(batch))
    return report


_Message = tuple[bytes | None, bytes]
_Batch = list[tuple[Letter, _Message]]


class _Judge:
    """Says of a letter what to send, or why not."""

    def __init__(self, settings: Settings, known: set[Place], most_replays: int, originals: Originals) -> None:
        self._inputs = {settings.topics.names[channel] for channel in inputs()}
        self._largest = settings.topics.max_message_bytes - _OVERHEAD
        self._known = known
        self._most = most_replays
        self._originals = originals

    async def message(self, letter: Letter) -> _Message | Skip:
        if letter.place in self._known:
            return Skip.DONE
        if letter.replays >= self._most:
            return Skip.EXHAUSTED
        if letter.source is None:
            return Skip.NO_SOURCE
        if letter.source.topic not in self._inputs:
            return Skip.FOREIGN
        key, value = letter.key, letter.original
        if value is None or len(key or b"") >= LONGEST_KEY:
            found = await self._originals.fetch(letter.source, letter.content.original_size)
            if found is None or found.value is None:
                return Skip.GONE
            key, value = found.key, found.value
        return Skip.TOO_LARGE if len(key or b"") + len(value) > self._largest else (key, value)


async def _batches(
    settings: Settings, selection: Selection, limit: int | None, judge: _Judge, report: Replayed
) -> AsyncGenerator[_Batch, None]:
    batch: _Batch = []
    size = count = 0
    async with aclosing(letters(settings, selection, report.unreadable)) as meant:
        async for letter in meant:
            if count == limit:
                break
            message = await judge.message(letter)
            if isinstance(message, Skip):
                report.skipped[message] += 1
                if message in TROUBLE:
                    report.trouble.append(f"{letter.place} {letter.content.id}: {message}")
                continue
            batch.append((letter, message))
            size, count = size + len(message[1]), count + 1
            if len(batch) == _BATCH or size >= _BATCH_BYTES:
                yield batch
                batch, size = [], 0
    if batch:
        yield batch


def _records(settings: Settings, letter: Letter, key: bytes | None, value: bytes) -> Sequence[Outgoing]:
    """The message as it was, with its trace context and one replay more, and the ledger's entry for it."""
    assert letter.source is not None
    headers: Mapping[str, bytes] = {name: letter.headers[name] for name in CARRIED if name in letter.headers}
    again = {**headers, REPLAYS: b"%d" % (letter.replays + 1)}
    return [Outgoing(letter.source.topic, key, value, list(again.items())), ledger.entry(settings, letter)]


_Send = Callable[[Sequence[Outgoing]], Awaitable[None]]


@asynccontextmanager
async def _sender(settings: Settings, *, dry: bool) -> AsyncIterator[_Send]:
    """What commits a batch, once no former run can add to the topics any more; in a dry run it does nothing."""
    if dry:
        yield _send_nothing
        return
    producer = AIOKafkaProducer(
        transactional_id=f"{settings.group}-{ledger.ledger_topic(settings)}",
        transaction_timeout_ms=milliseconds(_TRANSACTION_TIMEOUT),
        retry_backoff_ms=milliseconds(settings.worker.retry_backoff),
        **packing.size_options(settings.topics),
        **client_options(settings),
    )
    mind_silence(producer.client)
    asyncio.get_running_loop().set_exception_handler(_unless_kafka)
    await producer.start()
    try:
        with _explained():
            await producer._txn_manager.wait_for_pid()

        async def send(records: Sequence[Outgoing]) -> None:
            await _commit(producer, records)

        yield send
    finally:
        await let_go(producer)


async def _send_nothing(_records: Sequence[Outgoing]) -> None:
    pass


async def _commit(producer: AIOKafkaProducer, records: Sequence[Outgoing]) -> None:
    with _explained():
        async with producer.transaction():
            await packing.send(producer, records)


@contextmanager
def _explained() -> Iterator[None]:
    again = "What was sent before stays sent; give the command again, and it goes on from there."
    try:
        yield
    except ProducerFenced:
        raise ReplayError(f"another `dateline dead replay` took over. {again}") from None
    except KafkaError as error:
        raise ReplayError(f"a transaction could not be finished ({error}). {again}") from None


def _unless_kafka(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """Leave out what asyncio says of aiokafka's own futures: one that fails is told to us by the call that waits."""
    if not isinstance(context.get("exception"), KafkaError):
        loop.default_exception_handler(context)
