"""The ledger: what was published against what a `read_committed` reader finds, article by article.

It holds the delivery promise to the letter. Every published id is on `articles.enriched` or `articles.dead` exactly
once, and nothing else is there; every output stands in the order of its source partition; every offset is committed.
"""

import asyncio
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from aiokafka import ConsumerRecord
from aiokafka.errors import KafkaError

from pipeline.core.flow import Channel, Stage, inputs
from pipeline.runtime.config.settings import Settings
from pipeline.runtime.kafka import offsets, topics
from pipeline.runtime.kafka.connection import BrokerUnreachableError, open_admin
from pipeline.runtime.lanes.headers import SOURCE_OFFSET, SOURCE_PARTITION, SOURCE_TOPIC, STAGE, Headers, header
from tests.support.kafka import read_committed

Records = Mapping[Channel, list[ConsumerRecord]]
OUTPUTS = (Channel.CLEAN, Channel.ENRICHED, Channel.DEAD, Channel.MENTIONS)


@dataclass(frozen=True, slots=True)
class Audit:
    """What is wrong; all empty when the promise was kept. Ids, or sentences that name the partition and offset."""

    published: int
    enriched: int
    dead: int
    lost: list[str] = field(default_factory=list)
    duplicated: list[str] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)
    disordered: list[str] = field(default_factory=list)
    uncommitted: list[str] = field(default_factory=list)

    def complaints(self) -> str:
        """Everything that is wrong, one line a kind; empty when nothing is."""
        kinds = ("lost", "duplicated", "strangers", "disordered", "uncommitted")
        found = {kind: getattr(self, kind) for kind in kinds}
        return "\n".join(f"{kind}: {len(what)}, such as {what[:5]}" for kind, what in found.items() if what)


def audit(published: Iterable[str], records: Records, states: Iterable[offsets.PartitionState]) -> Audit:
    """Hold what was found against what was published."""
    wanted = set(published)
    final = _ids(records[Channel.ENRICHED]) + _ids(records[Channel.DEAD])
    # What the first step made, dead letters of the second step left out: those are clean articles too.
    first = _ids(records[Channel.CLEAN]) + _ids(one for one in records[Channel.DEAD] if _stage(one) == Stage.CLEAN)
    doubled = [f"{id} ({count} times)" for id, count in (final + (first - final)).items() if count > 1]
    doubled += [f"{id} ({count} times after the clean step)" for id, count in first.items() if count > 1]
    return Audit(
        published=len(wanted),
        enriched=len(records[Channel.ENRICHED]),
        dead=len(records[Channel.DEAD]),
        lost=sorted(wanted - final.keys()),
        duplicated=sorted({*doubled, *_doubled_mentions(records[Channel.MENTIONS])}),
        strangers=sorted((final.keys() | first.keys()) - wanted),
        disordered=[line for channel, found in records.items() for line in _disorder(channel, found)],
        uncommitted=[
            f"{state.topic}[{state.partition}] {state.committed} of {state.end}" for state in states if state.lag != 0
        ],
    )


async def read_everything(settings: Settings) -> dict[Channel, list[ConsumerRecord]]:
    """All that a `read_committed` reader finds now, by channel."""
    return {channel: await read_committed(settings, channel) for channel in OUTPUTS}


async def settled_states(settings: Settings, within: float = 30.0) -> list[offsets.PartitionState]:
    """Where the group stands, once it has caught up or `within` seconds have passed."""
    deadline = asyncio.get_running_loop().time() + within
    while True:
        try:
            states = await _states(settings)
        except (KafkaError, BrokerUnreachableError):
            states = []
        late = asyncio.get_running_loop().time() > deadline
        if late or (states and all(state.lag == 0 for state in states)):
            assert states, f"the group's offsets could not be read in {within:.0f} s"
            return states
        await asyncio.sleep(0.5)


async def _states(settings: Settings) -> list[offsets.PartitionState]:
    admin = await open_admin(settings, wait=5.0)
    try:
        counts = await topics.require(admin, settings)
    finally:
        await admin.close()
    return await offsets.partition_states(settings, {channel: counts[channel] for channel in inputs()})


def _ids(records: Iterable[ConsumerRecord]) -> Counter[str]:
    return Counter(record.key.decode() for record in records)


def _stage(record: ConsumerRecord) -> str:
    return (header(record.headers, STAGE) or b"").decode()


def source(headers: Headers) -> tuple[str, int, int]:
    """Topic, partition and offset that a record was made of."""
    values = [header(headers, name) for name in (SOURCE_TOPIC, SOURCE_PARTITION, SOURCE_OFFSET)]
    assert None not in values, "an output without provenance"
    topic, partition, offset = [(value or b"").decode() for value in values]
    return topic, int(partition), int(offset)


def _doubled_mentions(mentions: Iterable[ConsumerRecord]) -> list[str]:
    seen = Counter((source(record.headers), record.key, record.value) for record in mentions)
    return [f"mention {key!r} of {where}" for (where, key, _), count in seen.items() if count > 1]


def _disorder(channel: Channel, records: Iterable[ConsumerRecord]) -> list[str]:
    """Outputs that stand before one that came of an earlier record of the same source partition."""
    last: dict[tuple[int, str, int], int] = defaultdict(lambda: -1)
    found = []
    for record in sorted(records, key=lambda one: (one.partition, one.offset)):
        topic, partition, offset = source(record.headers)
        lane = (record.partition, topic, partition)
        # Several mentions come of one article; of the others each comes of its own.
        if offset < last[lane] or (offset == last[lane] and channel is not Channel.MENTIONS):
            found.append(f"{record.topic}[{record.partition}] {record.offset}: {topic}[{partition}] {offset} again")
        last[lane] = max(last[lane], offset)
    return found
