"""Where a record came from and when: in Kafka headers, so that the record is the same however often it is made."""

import time
from collections.abc import Sequence

from aiokafka import TopicPartition

from pipeline.core.flow import Channel
from pipeline.core.outcome import Dead, Dropped, Outcome
from pipeline.runtime.config.settings import Topics
from pipeline.runtime.kafka.packing import Outgoing
from pipeline.runtime.lanes.headers import (
    CARRIED,
    PROCESSED,
    PUBLISHED,
    REASON,
    SOURCE_OFFSET,
    SOURCE_PARTITION,
    SOURCE_TOPIC,
    STAGE,
    WORKER,
    number,
)
from pipeline.runtime.lanes.lane import Lane
from pipeline.runtime.lanes.messages import Incoming

# What one reads by the time of publishing. Dead letters and what is learned are kept by when they were written.
BEARING_TIME_OF_PUBLISHING = (Channel.CLEAN, Channel.ENRICHED, Channel.MENTIONS)


class Provenance:
    """Turns outcomes into records with headers."""

    def __init__(self, topics: Topics, worker: str) -> None:
        """`worker` names this worker, such as host and process id."""
        self._topics = topics.names
        self._timed = frozenset(BEARING_TIME_OF_PUBLISHING if topics.record_timestamp == "published" else ())
        self._worker = worker.encode()

    def records(self, lane: Lane, batch: Sequence[Incoming], outcomes: Sequence[Outcome]) -> list[Outgoing]:
        """What is sent for a batch, in its order."""
        now = int(time.time() * 1000)
        records = []
        for incoming, outcome in zip(batch, outcomes, strict=True):
            if isinstance(outcome, Dropped):
                continue
            headers = self._headers(lane.source, incoming, b"%d" % now)
            if isinstance(outcome, Dead):
                headers += [(REASON, outcome.reason.value.encode()), (STAGE, lane.stage.value.encode())]
            written = min(now, round(incoming.timestamp * 1000))  # brokers refuse a time that lies ahead
            records += [
                Outgoing(
                    self._topics[out.channel],
                    out.key,
                    out.value,
                    headers,
                    written if out.channel in self._timed else None,
                )
                for out in outcome.outputs
            ]
        return records

    def _headers(self, source: TopicPartition, incoming: Incoming, processed: bytes) -> list[tuple[str, bytes]]:
        return [
            (PUBLISHED, b"%d" % round(published_at(incoming) * 1000)),
            (PROCESSED, processed),
            (SOURCE_TOPIC, source.topic.encode()),
            (SOURCE_PARTITION, b"%d" % source.partition),
            (SOURCE_OFFSET, b"%d" % incoming.offset),
            (WORKER, self._worker),
            *((name, value) for name, value in incoming.headers if name in CARRIED and value is not None),
        ]


def arrived_at(incoming: Incoming) -> float:
    """When a message came to the topic it was read from, in Unix seconds; its timestamp can be an earlier one."""
    return max(incoming.timestamp, (number(incoming.headers, PROCESSED) or 0) / 1000)


def published_at(incoming: Incoming) -> float:
    """When the article was published on the raw topic, in Unix seconds: handed on by a header after the first stage."""
    published = number(incoming.headers, PUBLISHED)
    return incoming.timestamp if published is None else published / 1000
