"""A lane's producer on a real broker that goes away."""

import asyncio

from aiokafka import TopicPartition

from pipeline.runtime.logs import get_logger
from pipeline.runtime.transaction import LaneProducer, Record
from pipeline.tools.broker import LocalBroker
from tests.support.kafka import make_topics, unique_settings


async def test_a_producer_lets_go_of_an_open_transaction_when_no_broker_answers(local_broker: LocalBroker) -> None:
    settings = unique_settings(local_broker.bootstrap or "")
    await make_topics(settings)
    for outage in (local_broker.kill, local_broker.freeze):
        producer = LaneProducer(settings, TopicPartition(settings.topics.raw, 0), get_logger("test"))
        offset = await producer.open()
        await producer.commit([Record(settings.topics.clean, b"k", b"v", [])], offset)
        outage()
        committing = asyncio.create_task(producer.commit([Record(settings.topics.clean, b"k", b"v", [])], offset))
        await asyncio.sleep(0.5)
        committing.cancel()
        await asyncio.gather(committing, return_exceptions=True)
        async with asyncio.timeout(20):
            await producer.close()
        local_broker.start() if outage == local_broker.kill else local_broker.thaw()
