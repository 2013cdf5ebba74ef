"""Publishes items, and remembers them on a compacted topic in the same transaction: a restart repeats nothing.

There is one record for each feed, keyed by its URL: the keys of its latest items, and what to tell the server of what
was had (ETag, Last-Modified). It is as small as the feed, and stays so.
"""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import orjson
from aiokafka import AIOKafkaProducer
from aiokafka.errors import KafkaError, ProducerFenced

from pipeline.core.flow import Channel
from pipeline.runtime.config.settings import Settings
from pipeline.runtime.kafka import packing, topics
from pipeline.runtime.kafka.connection import client_options, compression_options, milliseconds
from pipeline.runtime.kafka.packing import Outgoing
from pipeline.runtime.kafka.silence import mind_silence
from pipeline.runtime.lanes.transaction import let_go
from pipeline.tools import compacted
from pipeline.tools.errors import CommandError
from pipeline.tools.kafka import admin_client
from pipeline.tools.snapshot import snapshot

_REMEMBERED = 2000  # items of a feed: more than any has at a time, of 35 bytes each
_TRANSACTION_TIMEOUT = 15.0  # seconds that a feeder which was killed holds readers up


class FeedError(CommandError):
    """Feeding stopped; what was committed stays, and giving the command again goes on from there."""


@dataclass(slots=True)
class Feed:
    """What is known of a feed: items by their keys, the oldest first, and the server's words on what was had."""

    url: str
    items: dict[str, None] = field(default_factory=dict)
    etag: str | None = None
    modified: str | None = None

    def record(self, topic: str) -> Outgoing:
        """The feed as a record."""
        latest = list(self.items)[-_REMEMBERED:]
        value = {"items": latest, "etag": self.etag, "modified": self.modified}
        return Outgoing(topic, self.url.encode(), orjson.dumps(value), [])


def seen_topic(settings: Settings) -> str:
    """What the topic is called."""
    return f"{settings.topics[Channel.RAW]}.feeds"


class Publisher:
    """Sends articles together with their feed's record."""

    def __init__(self, producer: AIOKafkaProducer, settings: Settings) -> None:
        self._producer, self._settings = producer, settings
        self._one = asyncio.Lock()  # a producer has one transaction at a time
        self.largest = settings.topics.max_message_bytes - 16 * 1024

    async def publish(self, feed: Feed, articles: Sequence[tuple[str, bytes]]) -> None:
        """Commit articles, by id, and what is known of the feed from now on. Raises FeedError."""
        raw, seen = self._settings.topics[Channel.RAW], seen_topic(self._settings)
        records = [Outgoing(raw, id.encode(), value, []) for id, value in articles]
        async with self._one:
            try:
                async with self._producer.transaction():
                    await packing.send(self._producer, [*records, feed.record(seen)])
            except ProducerFenced:
                raise FeedError("another `dateline feed` of the same --name took over.") from None
            except KafkaError as error:
                raise FeedError(
                    f"a transaction could not be finished ({error}). What was published before stays published; give "
                    "the command again, and it goes on from there."
                ) from None


@asynccontextmanager
async def open_publisher(settings: Settings, name: str) -> AsyncIterator[tuple[Publisher, dict[str, Feed]]]:
    """A publisher, and what is known of every feed, read once nobody else of this name can add to it.

    Raises:
        BrokerUnreachableError: nobody answers.
        MissingTopicError: there is no raw topic.
    """
    async with admin_client(settings) as admin:
        await topics.require(admin, settings, [Channel.RAW])
        await compacted.require(admin, settings, seen_topic(settings))
    producer = AIOKafkaProducer(
        transactional_id=f"{settings.group}-{seen_topic(settings)}-{name}",
        transaction_timeout_ms=milliseconds(_TRANSACTION_TIMEOUT),
        retry_backoff_ms=milliseconds(settings.worker.retry_backoff),
        **packing.size_options(settings.topics),
        **compression_options(settings),
        **client_options(settings),
    )
    mind_silence(producer.client)
    await producer.start()
    try:
        await producer._txn_manager.wait_for_pid()
        yield Publisher(producer, settings), await _read(settings)
    finally:
        await let_go(producer)


async def _read(settings: Settings) -> dict[str, Feed]:
    found: dict[str, Feed] = {}
    async for record in snapshot(settings, seen_topic(settings), [0]):
        url = (record.key or b"").decode("utf-8", "replace")
        try:
            value = orjson.loads(record.value or b"")
            items = dict.fromkeys(map(str, value["items"]))
            found[url] = Feed(url, items, value.get("etag"), value.get("modified"))
        except (orjson.JSONDecodeError, LookupError, TypeError, AttributeError):
            found.pop(url, None)  # a tombstone, or nothing of ours: the feed is begun anew
    return found
