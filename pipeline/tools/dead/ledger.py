"""Which dead letters were sent again: a compacted topic, written in the transaction that sends them.

A group's offset cannot say it: letters that a filter skips lie between those that were sent, and offsets expire.
Each letter sent again is one small record, keyed by its place; see docs/dead-letters.md.
"""

import time

import orjson
from aiokafka.admin import AIOKafkaAdminClient

from pipeline.core.flow import Channel
from pipeline.runtime.config.settings import Settings
from pipeline.runtime.kafka import topics
from pipeline.runtime.kafka.packing import Outgoing
from pipeline.tools import compacted
from pipeline.tools.dead.letters import Letter, Place
from pipeline.tools.snapshot import snapshot


def ledger_topic(settings: Settings) -> str:
    """What the topic is called."""
    return f"{settings.topics[Channel.DEAD]}.replays"


async def exists(admin: AIOKafkaAdminClient, settings: Settings) -> bool:
    """Whether anything was ever replayed."""
    return ledger_topic(settings) in await topics.partition_counts(admin)


async def require(admin: AIOKafkaAdminClient, settings: Settings) -> None:
    """Create the topic, or make sure that the one there forgets nothing.

    Raises:
        TopicError: the broker did not create it.
        ForgetfulTopicError: records in it are deleted after a time.
    """
    await compacted.require(admin, settings, ledger_topic(settings))


async def read(settings: Settings) -> set[Place]:
    """Every letter that was sent again. Must not be called before a former writer is shut out."""
    found: set[Place] = set()
    async for record in snapshot(settings, ledger_topic(settings), [0]):
        place = _place(record.key or b"")
        if place is not None:
            (found.add if record.value is not None else found.discard)(place)
    return found


def entry(settings: Settings, letter: Letter) -> Outgoing:
    """The record that says a letter was sent again, and for a person what, where to and when."""
    assert letter.source is not None
    told = {
        "id": letter.content.id,
        "reason": letter.content.reason,
        "to": letter.source.topic,
        "replay": letter.replays + 1,
        "at": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
    }
    return Outgoing(ledger_topic(settings), _key(letter.place), orjson.dumps(told), [])


def _key(place: Place) -> bytes:
    return b"%d/%d/%d" % place


def _place(key: bytes) -> Place | None:
    parts = key.split(b"/")
    return Place(*map(int, parts)) if len(parts) == 3 and all(part.isdigit() for part in parts) else None
