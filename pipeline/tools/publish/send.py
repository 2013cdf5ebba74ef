"""Delivers articles: every one acknowledged by all replicas, none twice by a retry."""

import asyncio
from collections import deque
from collections.abc import Callable, Iterable
from contextlib import aclosing, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from aiokafka import AIOKafkaProducer
from aiokafka.errors import KafkaConnectionError, KafkaError, KafkaTimeoutError, MessageSizeTooLargeError

from pipeline.core.flow import Channel
from pipeline.runtime.config.settings import Settings
from pipeline.runtime.kafka import topics
from pipeline.runtime.kafka.connection import BrokerUnreachableError, client_options, compression_options
from pipeline.runtime.kafka.silence import mind_silence
from pipeline.runtime.telemetry.tracing import open_tracing
from pipeline.tools.kafka import admin_client
from pipeline.tools.publish.ahead import ahead
from pipeline.tools.publish.items import Article, Item, Unusable

if TYPE_CHECKING:
    from pipeline.runtime.telemetry.spans import StageSpans

# Sent and not yet acknowledged; enough to keep batches full, little enough to hold in memory.
_IN_FLIGHT = 2000
_STOP_WAIT = 2.0


@dataclass(slots=True)
class Published:
    """What became of the articles."""

    published: int = 0
    problems: list[str] = field(default_factory=list)


async def publish(settings: Settings, items: Iterable[Item], advance: Callable[[Item], None]) -> Published:
    """Send every article to the raw topic and wait until each is acknowledged; `advance` is told of each.

    Raises:
        BrokerUnreachableError: no broker, or it went away for longer than `worker.request_timeout`.
        MissingTopicError: there is no raw topic.
    """
    async with admin_client(settings) as admin:
        await topics.require(admin, settings, [Channel.RAW])
    # Idempotent: the broker drops what a retry sends again.
    producer = AIOKafkaProducer(
        acks="all",
        enable_idempotence=True,
        linger_ms=5,
        max_batch_size=256 * 1024,
        max_request_size=settings.topics.max_message_bytes,
        **compression_options(settings),
        **client_options(settings),
    )
    mind_silence(producer.client)
    spans = open_tracing(settings, "dateline-publish")
    await producer.start()
    try:
        return await _send_all(_Sender(producer, settings.topics[Channel.RAW], spans), settings, items, advance)
    finally:
        # Stopping waits for what is not delivered, for ever if need be. After an error there is no use in that.
        with suppress(TimeoutError):
            await asyncio.wait_for(producer.stop(), _STOP_WAIT)
        if spans is not None:
            await spans.close()


class _Sender:
    """Hands articles to the producer, each with a trace of its own where tracing is on."""

    def __init__(self, producer: AIOKafkaProducer, topic: str, spans: "StageSpans | None") -> None:
        self._producer = producer
        self._topic = topic
        self._spans = spans

    async def send(self, article: Article) -> asyncio.Future[object]:
        if self._spans is None:
            return await self._deliver(article, None)
        headers, delivered = self._spans.publishing(self._topic)
        delivery = await self._deliver(article, headers)
        delivery.add_done_callback(lambda _delivery: delivered())
        return delivery

    async def _deliver(self, article: Article, headers: list[tuple[str, bytes]] | None) -> asyncio.Future[object]:
        delivery: asyncio.Future[object] = await self._producer.send(
            self._topic, value=article.value, key=article.key, headers=headers
        )
        return delivery


async def _send_all(
    sender: _Sender, settings: Settings, items: Iterable[Item], advance: Callable[[Item], None]
) -> Published:
    report, in_flight = Published(), deque[tuple[Item, asyncio.Future[object] | None]]()

    async def settle_first() -> None:
        item, delivery = in_flight.popleft()
        if isinstance(item, Article) and delivery is not None:
            await _acknowledged(item, delivery, settings, report)
        advance(item)

    async with aclosing(ahead(items)) as incoming:
        async for item in incoming:
            in_flight.append((item, await _sent(sender, item, settings, report)))
            # In their order, so that what is told of is all that lies before: `--resume` relies on it.
            while in_flight and (len(in_flight) > _IN_FLIGHT or in_flight[0][1] is None or in_flight[0][1].done()):
                await settle_first()
    while in_flight:
        await settle_first()
    return report


async def _sent(sender: _Sender, item: Item, settings: Settings, report: Published) -> asyncio.Future[object] | None:
    """The delivery of an article; None of what cannot be sent, which is reported."""
    if isinstance(item, Unusable):
        report.problems.append(f"{item.where}: {item.why}; not published")
        return None
    try:
        return await sender.send(item)
    except MessageSizeTooLargeError:
        report.problems.append(
            f"{item.where}: {len(item.value):,} bytes, more than topics.max_message_bytes "
            f"({settings.topics.max_message_bytes:,}); not published"
        )
        return None
    except KafkaTimeoutError:
        raise _gone(settings, report) from None


async def _acknowledged(
    article: Article, delivery: asyncio.Future[object], settings: Settings, report: Published
) -> None:
    # An idempotent producer tries for ever, so the end of its patience is ours.
    if not delivery.done():
        await asyncio.wait([delivery], timeout=settings.worker.request_timeout)
    if not delivery.done():
        raise _gone(settings, report)
    error = delivery.exception()
    if isinstance(error, KafkaConnectionError):
        raise _gone(settings, report)
    if error is None:
        report.published += 1
    elif isinstance(error, KafkaError):
        report.problems.append(f"{article.where}: the broker refused it ({error}); not published")
    else:
        raise error


def _gone(settings: Settings, report: Published) -> BrokerUnreachableError:
    return BrokerUnreachableError(
        f"the broker at {settings.broker} stopped answering. {report.published:,} articles were published before. "
        "Publish the rest with --resume, or all again: an article that arrives twice gives two records with one id."
    )
