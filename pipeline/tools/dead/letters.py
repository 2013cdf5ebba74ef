"""A dead letter as it lies on its topic, and which ones a person means."""

import base64
from collections.abc import AsyncGenerator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from aiokafka import ConsumerRecord
from pydantic import ValidationError

from pipeline.core.flow import Channel, Stage
from pipeline.core.reasons import DeadReason
from pipeline.core.records import DeadLetter
from pipeline.runtime.config.settings import Settings
from pipeline.runtime.kafka import topics
from pipeline.runtime.lanes.headers import (
    REPLAYS,
    SOURCE_OFFSET,
    SOURCE_PARTITION,
    SOURCE_TOPIC,
    admit,
    header,
    number,
)
from pipeline.tools.kafka import admin_client
from pipeline.tools.snapshot import snapshot


class Place(NamedTuple):
    """Where a dead letter lies. The time tells it from one of a topic that was deleted and made anew."""

    partition: int
    offset: int
    timestamp: int

    def __str__(self) -> str:
        return f"{self.partition}:{self.offset}"


class Source(NamedTuple):
    """Where the message lay that died."""

    topic: str
    partition: int
    offset: int

    def __str__(self) -> str:
        return f"{self.topic}[{self.partition}] at offset {self.offset}"


@dataclass(frozen=True, slots=True)
class Letter:
    """A dead letter with its place, and with what the headers say of it."""

    place: Place
    content: DeadLetter
    headers: Mapping[str, bytes]
    source: Source | None
    replays: int

    @property
    def key(self) -> bytes | None:
        """The key of the message that died; cut when it was very long."""
        return None if self.content.key is None else base64.b64decode(self.content.key)

    @property
    def original(self) -> bytes | None:
        """The message that died; None when it was too large to be carried along."""
        return None if self.content.original is None else base64.b64decode(self.content.original)


@dataclass(frozen=True, slots=True)
class Selection:
    """Which dead letters are meant; what is left empty does not matter. Times are Unix milliseconds."""

    reasons: frozenset[DeadReason] = frozenset()
    stages: frozenset[Stage] = frozenset()
    ids: frozenset[str] = frozenset()
    since: int | None = None
    until: int | None = None

    def __contains__(self, letter: Letter) -> bool:
        content, time = letter.content, letter.place.timestamp
        return (
            (not self.reasons or content.reason in self.reasons)
            and (not self.stages or content.stage in self.stages)
            and (not self.ids or content.id in self.ids)
            and (self.since is None or time >= self.since)
            and (self.until is None or time < self.until)
        )


@dataclass(slots=True)
class Unreadable:
    """Records on the topic of dead letters that are none, by place."""

    places: list[str] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.places)


async def letters(settings: Settings, selection: Selection, unreadable: Unreadable) -> AsyncGenerator[Letter, None]:
    """Every dead letter that is there now and meant, partition by partition in its order.

    Raises:
        BrokerUnreachableError: nobody answers.
        MissingTopicError: there is no topic of dead letters.
    """
    async with admin_client(settings) as admin:
        count = (await topics.require(admin, settings, [Channel.DEAD]))[Channel.DEAD]
    async for record in snapshot(settings, settings.topics[Channel.DEAD], range(count), since=selection.since):
        letter = parse(record)
        if letter is None:
            unreadable.places.append(f"{record.partition}:{record.offset}")
        elif letter in selection:
            yield letter


def parse(record: ConsumerRecord) -> Letter | None:
    """The record as a dead letter; None when it is something else."""
    try:
        content = DeadLetter.model_validate_json(record.value or b"")
        for encoded in (content.key, content.original):
            base64.b64decode(encoded or "", validate=True)
    except (ValidationError, ValueError):
        return None
    place = Place(record.partition, record.offset, record.timestamp)
    believed = {name: value for name, value in admit(record.headers).headers if value is not None}
    return Letter(place, content, believed, source_of(record), number(record.headers, REPLAYS) or 0)


def source_of(record: ConsumerRecord) -> Source | None:
    """Where the message lay that a record was made of, as its headers say; None without them."""
    topic = header(record.headers, SOURCE_TOPIC)
    partition, offset = (number(record.headers, name) for name in (SOURCE_PARTITION, SOURCE_OFFSET))
    if topic is None or partition is None or offset is None:
        return None
    return Source(topic.decode("utf-8", "replace"), partition, offset)
