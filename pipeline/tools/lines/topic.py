"""The topic of learned lines, as a person reads it and writes to it."""

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass

from aiokafka import AIOKafkaProducer, ConsumerRecord

from pipeline.core.flow import Channel
from pipeline.core.learn.known import NotALearnedLineError, decode, encoded, key_bytes
from pipeline.core.records import LearnedLine
from pipeline.runtime.config.settings import Settings
from pipeline.runtime.kafka import topics
from pipeline.runtime.kafka.connection import client_options
from pipeline.runtime.kafka.view import TopicView
from pipeline.tools.kafka import admin_client


@dataclass(frozen=True, slots=True)
class Listed:
    """A line as the topic has it: `since` is when its record was written first as far as the topic remembers."""

    line: LearnedLine
    since: int


class _Latest:
    """The latest record of each key."""

    def __init__(self) -> None:
        self.lines: dict[tuple[str, str, str], Listed] = {}

    def take(self, record: ConsumerRecord) -> None:
        """Take one record in; what is no learned line is the worker's log's affair."""
        try:
            key, line = decode(record.key, record.value)
        except NotALearnedLineError:
            return
        if line is None:
            self.lines.pop(key, None)
            return
        before = self.lines.get(key)
        same = before is not None and before.line.verdict == line.verdict
        self.lines[key] = Listed(line, before.since if before is not None and same else record.timestamp)


async def listed(settings: Settings, source: str | None = None) -> list[Listed]:
    """What is known, of one source or of all, the most seen first.

    Raises:
        BrokerUnreachableError: nobody answers.
        MissingTopicError: the topic does not exist.
    """
    await _require(settings)
    latest = _Latest()
    view = TopicView(settings, settings.topics[Channel.RECURRING], latest.take)
    try:
        await view.read()
    finally:
        await view.close()
    found = [one for one in latest.lines.values() if source is None or one.line.source == source]
    return sorted(found, key=lambda one: (one.line.source, -one.line.seen, one.line.text, one.line.kind))


async def rule(settings: Settings, line: LearnedLine) -> None:
    """Write a person's word on a line.

    Raises:
        BrokerUnreachableError: nobody answers.
        MissingTopicError: the topic does not exist.
    """
    await _write(settings, [encoded(line)])


async def forget(settings: Settings, lines: Iterable[LearnedLine]) -> None:
    """Take lines back, and what was said of them; raises as `rule` does."""
    await _write(settings, [(key_bytes(line.source, line.line, line.kind), None) for line in lines])


async def _write(settings: Settings, records: list[tuple[bytes, bytes | None]]) -> None:
    await _require(settings)
    async with _producer(settings) as producer:
        for key, value in records:
            await producer.send_and_wait(settings.topics[Channel.RECURRING], key=key, value=value, partition=0)


async def _require(settings: Settings) -> None:
    async with admin_client(settings) as admin:
        await topics.require(admin, settings, [Channel.RECURRING])


@asynccontextmanager
async def _producer(settings: Settings) -> AsyncIterator[AIOKafkaProducer]:
    producer = AIOKafkaProducer(acks="all", enable_idempotence=True, **client_options(settings))
    await producer.start()
    try:
        yield producer
    finally:
        await producer.stop()
