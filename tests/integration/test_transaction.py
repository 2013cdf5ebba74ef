"""A lane's producer on a real broker that goes away."""

import asyncio

from aiokafka import TopicPartition

from pipeline.core.flow import Channel
from pipeline.runtime.kafka.packing import BATCH_BYTES, Outgoing
from pipeline.runtime.lanes.transaction import LaneProducer
from pipeline.runtime.system.logs import get_logger
from pipeline.tools.broker import LocalBroker
from tests.support.kafka import make_topics, read_committed, unique_settings


async def test_a_producer_lets_go_of_an_open_transaction_when_no_broker_answers(local_broker: LocalBroker) -> None:
    settings = unique_settings(local_broker.bootstrap or "")
    await make_topics(settings)
    for outage in (local_broker.kill, local_broker.freeze):
        producer = LaneProducer(settings, TopicPartition(settings.topics.raw, 0), get_logger("test"))
        offset = (await producer.open()).offset
        await producer.commit([Outgoing(settings.topics.clean, b"k", b"v", [])], offset)
        outage()
        committing = asyncio.create_task(producer.commit([Outgoing(settings.topics.clean, b"k", b"v", [])], offset))
        await asyncio.sleep(0.5)
        committing.cancel()
        await asyncio.gather(committing, return_exceptions=True)
        async with asyncio.timeout(20):
            await producer.close()
        local_broker.start() if outage == local_broker.kill else local_broker.thaw()


async def test_a_transaction_of_several_batches_keeps_the_order_of_a_key(broker: str) -> None:
    """More than a record batch for a partition, and a record that is larger than any."""
    settings = unique_settings(broker)
    await make_topics(settings)
    producer = LaneProducer(settings, TopicPartition(settings.topics.raw, 0), get_logger("test"))
    offset = (await producer.open()).offset
    topic = settings.topics.clean
    sizes = [BATCH_BYTES // 3] * 7 + [2 * BATCH_BYTES, 10]
    records = [
        Outgoing(topic, key, b"%d " % number + b"x" * size, [("number", b"%d" % number)])
        for number, size in enumerate(sizes)
        for key in (b"one", b"another", b"third")
    ]
    try:
        await producer.commit([*records, Outgoing(topic, None, b"keyless", [])], offset)
        await producer.commit([], offset)
        await producer.commit([Outgoing(topic, b"one", b"last", [])], offset)
    finally:
        await producer.close()
    found = await read_committed(settings, Channel.CLEAN)
    assert len(found) == len(records) + 2
    for key in (b"one", b"another", b"third"):
        mine = [record for record in found if record.key == key]
        assert len({record.partition for record in mine}) == 1
        assert [dict(r.headers).get("number", b"9") for r in mine] == [b"%d" % n for n in range(9)] + [b"9"] * (
            key == b"one"
        )
        assert [len(record.value) for record in mine][:9] == [size + 2 for size in sizes]


async def test_no_batch_is_larger_than_its_topic_takes(broker: str) -> None:
    """Records that fit one by one, and together do not."""
    settings = unique_settings(broker, **{"topics.max_message_bytes": 65_536})
    await make_topics(settings)
    producer = LaneProducer(settings, TopicPartition(settings.topics.raw, 0), get_logger("test"))
    offset = (await producer.open()).offset
    try:
        await producer.commit([Outgoing(settings.topics.clean, b"one", b"x" * 5000, []) for _ in range(60)], offset)
    finally:
        await producer.close()
    assert len(await read_committed(settings, Channel.CLEAN)) == 60
