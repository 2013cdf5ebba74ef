"""Finds what became of one article: where it lay raw, clean, and where it ended.

Every record a worker writes says in its headers which message it was made of. So an article is looked for by its key
where it may have ended, in one partition of a topic, and followed back from there without reading what lies between.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from aiokafka import AIOKafkaConsumer, ConsumerRecord

from pipeline.core.flow import Channel, way
from pipeline.runtime.config.settings import Settings
from pipeline.runtime.kafka import topics
from pipeline.runtime.kafka.packing import partition_of
from pipeline.tools.dead.letters import source_of
from pipeline.tools.dead.originals import Originals
from pipeline.tools.kafka import admin_client, reader
from pipeline.tools.snapshot import snapshot


@dataclass(frozen=True, slots=True)
class Traced:
    """The latest record of an article in each channel, and of which way: one that was published again has several."""

    records: Mapping[Channel, ConsumerRecord]

    @property
    def end(self) -> Channel | None:
        """Where it ended, the later one if it did so twice; None while it is on its way."""
        ends = [channel for channel in _ends() if channel in self.records]
        return max(ends, key=lambda channel: self.records[channel].timestamp, default=None)


async def trace(settings: Settings, id: str, since: int | None = None) -> Traced:
    """Follow the article with this id; nothing before `since` (Unix milliseconds) is looked at.

    Raises:
        BrokerUnreachableError: nobody answers.
        MissingTopicError: there are no topics.
    """
    async with admin_client(settings) as admin:
        counts = await topics.require(admin, settings, [Channel.RAW, *_found_by_key()])
        partitions = await topics.partition_counts(admin)
    found: dict[Channel, ConsumerRecord] = {}
    for channel in _found_by_key():
        number = partition_of(id.encode(), counts[channel])
        async for record in snapshot(settings, settings.topics[channel], [number], since=since):
            if record.key == id.encode():
                found[channel] = record
    if found:
        async with reader(settings) as consumer:
            await _follow_back(settings, consumer, partitions, found)
    if Channel.RAW not in found:
        await _look_at_raw(settings, id, counts[Channel.RAW], since, found)
    return Traced(found)


def _ends() -> Sequence[Channel]:
    return (way()[-1].writes[0], Channel.DEAD)


def _found_by_key() -> Sequence[Channel]:
    """What has an article's id as its key, the way it goes."""
    return (*(stage.writes[0] for stage in way()), Channel.DEAD)


async def _follow_back(
    settings: Settings, consumer: AIOKafkaConsumer, partitions: dict[str, int], found: dict[Channel, ConsumerRecord]
) -> None:
    """Fetch what each record was made of, from the end of the way to its beginning."""
    channels = {name: channel for channel, name in settings.topics.names.items()}
    originals = Originals(consumer, partitions)
    for channel in (Channel.DEAD, *(stage.writes[0] for stage in reversed(way()))):
        source = source_of(found[channel]) if channel in found else None
        before = channels.get(source.topic) if source is not None else None
        if source is None or before is None or before in found:
            continue
        original = await originals.fetch(source)
        if original is not None:
            found[before] = original


async def _look_at_raw(
    settings: Settings, id: str, count: int, since: int | None, found: dict[Channel, ConsumerRecord]
) -> None:
    """An article that nothing was made of yet: publishers that key by id put it into one partition."""
    number = partition_of(id.encode(), count)
    async for record in snapshot(settings, settings.topics[Channel.RAW], [number], since=since):
        if record.key == id.encode():
            found[Channel.RAW] = record
