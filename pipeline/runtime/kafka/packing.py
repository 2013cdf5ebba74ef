"""Packs records into Kafka's record batches: as a rule one for each partition that a transaction writes to.

An article leads to dozens of records, nearly all of them mentions. Given to aiokafka one by one, each costs a future, a
copy of its metadata and a hash that is computed anew; and aiokafka's own batches of 16 KiB go out one after the other,
so that a transaction took dozens of requests. docs/performance.md has the figures.
"""

import asyncio
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from aiokafka import AIOKafkaProducer
from aiokafka.partitioner import murmur2
from aiokafka.producer.message_accumulator import BatchBuilder

from pipeline.runtime.config.settings import Topics

# Most bytes of a record batch: a topic with Kafka's default `max.message.bytes` (1,048,588) still takes it. A record
# that is larger goes alone.
BATCH_BYTES = 1024 * 1024
_POSITIVE = 0x7FFFFFFF


class Outgoing(NamedTuple):
    """A record to be sent. `timestamp` is in Unix milliseconds; None: when it is packed."""

    topic: str
    key: bytes | None
    value: bytes | None
    headers: list[tuple[str, bytes]]
    timestamp: int | None = None


def size_options(topics: Topics) -> dict[str, int]:
    """Keyword arguments of the producer for `send`: a topic's limit holds for batches as for records."""
    largest = topics.max_message_bytes
    return {"max_request_size": largest, "max_batch_size": min(BATCH_BYTES, largest)}


@lru_cache(maxsize=16_384)  # names recur
def partition_of(key: bytes, partitions: int) -> int:
    """The partition of a key among `partitions`, the same that Kafka's own clients choose."""
    number: int = murmur2(key)
    return (number & _POSITIVE) % partitions


async def send(producer: AIOKafkaProducer, records: Sequence[Outgoing]) -> None:
    """Send all records and return when the broker has every one; those of a key stay in order.

    `producer` was made with `size_options`. A record without a key goes to any partition.

    Raises:
        KafkaError: at least one could not be delivered.
    """
    topics = {record.topic for record in records}
    partitions = {topic: len(await producer.partitions_for(topic)) for topic in topics}
    parts: defaultdict[tuple[str, int], list[Outgoing]] = defaultdict(list)
    for record in records:
        count = partitions[record.topic]
        partition = random.randrange(count) if record.key is None else partition_of(record.key, count)
        parts[record.topic, partition].append(record)
    # One after the other, in this task alone: nothing may be left that would add to a later transaction.
    deliveries = [
        await producer.send_batch(batch, topic, partition=partition)
        for (topic, partition), part in parts.items()
        for batch in _batches(producer, part)
    ]
    await asyncio.gather(*deliveries)


def _batches(producer: AIOKafkaProducer, records: Sequence[Outgoing]) -> Iterator[BatchBuilder]:
    batch: BatchBuilder = producer.create_batch()
    for record in records:
        given = {"timestamp": record.timestamp, "key": record.key, "value": record.value, "headers": record.headers}
        if batch.append(**given) is None:  # full
            yield batch
            batch = producer.create_batch()
            batch.append(**given)  # the first one fits, whatever its size
    yield batch
