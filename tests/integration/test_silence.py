"""A broker that says nothing is given up long before a request's time-out, one that is slow is not."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition
from aiokafka.client import AIOKafkaClient
from aiokafka.errors import KafkaConnectionError, KafkaError, NodeNotReadyError, RequestTimedOutError
from aiokafka.protocol.metadata import MetadataRequest

from pipeline.core.flow import Channel
from pipeline.runtime.config.settings import Settings
from pipeline.runtime.kafka.silence import mind_silence
from pipeline.tools.broker import LocalBroker
from tests.support.kafka import make_topics

_REQUEST_TIMEOUT = 280  # seconds, close to the time a test may take
_SOON = 100  # seconds; a busy machine needs a multiple of the 7 that it takes


@asynccontextmanager
async def connected(broker: LocalBroker) -> AsyncIterator[AIOKafkaClient]:
    client = AIOKafkaClient(bootstrap_servers=broker.bootstrap, request_timeout_ms=_REQUEST_TIMEOUT * 1000)
    mind_silence(client)
    await client.bootstrap()
    try:
        yield client
    finally:
        await client.close()


async def test_a_frozen_broker_is_given_up_and_taken_back(local_broker: LocalBroker) -> None:
    async with connected(local_broker) as client:
        (node,) = [one.nodeId for one in client.cluster.brokers()]
        await client.send(node, MetadataRequest([]))
        local_broker.freeze()
        async with asyncio.timeout(_SOON):
            with pytest.raises(RequestTimedOutError):
                await client.send(node, MetadataRequest([]))
            with pytest.raises(NodeNotReadyError):  # nor is a new connection waited for
                await client.send(node, MetadataRequest([]))
        assert client._md_update_fut is not None, "it does not ask who leads now"
        stranger = AIOKafkaClient(bootstrap_servers=local_broker.bootstrap, request_timeout_ms=_REQUEST_TIMEOUT * 1000)
        mind_silence(stranger)
        async with asyncio.timeout(_SOON):
            with pytest.raises(KafkaConnectionError):
                await stranger.bootstrap()
        local_broker.thaw()
        async with asyncio.timeout(_SOON):
            while True:
                try:
                    answer = await client.send(node, MetadataRequest([]))
                except KafkaError:
                    await asyncio.sleep(0.1)
                else:
                    break
        assert [broker[0] for broker in answer.brokers] == [node]


async def test_a_broker_that_takes_its_time_keeps_its_connection(settings: Settings) -> None:
    await make_topics(settings)
    source = TopicPartition(settings.topics.names[Channel.RAW], 0)
    consumer = AIOKafkaConsumer(bootstrap_servers=settings.broker, fetch_max_wait_ms=9000, auto_offset_reset="earliest")
    mind_silence(consumer._client)
    await consumer.start()
    producer = AIOKafkaProducer(bootstrap_servers=settings.broker)
    await producer.start()
    try:
        consumer.assign([source])
        await consumer.seek_to_beginning(source)
        assert await consumer.getmany(source, timeout_ms=500) == {}
        held = dict(consumer._client._conns)  # by now the broker holds a fetch, for nine seconds
        assert await consumer.getmany(source, timeout_ms=7000) == {}
        await producer.send_and_wait(source.topic, b"at last", partition=0)
        records = await consumer.getmany(source, timeout_ms=20_000)
        assert [record.value for record in records[source]] == [b"at last"]
        assert consumer._client._conns == held
    finally:
        await producer.stop()
        await consumer.stop()
