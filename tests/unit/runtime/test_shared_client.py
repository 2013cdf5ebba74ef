"""Who gets which client, how a lost connection is made anew, and what a request that times out closes."""

import asyncio
from typing import Any

import pytest
from aiokafka.client import AIOKafkaClient, ConnectionGroup, CoordinationType
from aiokafka.conn import CloseReason
from aiokafka.errors import KafkaConnectionError, NodeNotReadyError, RequestTimedOutError
from aiokafka.structs import BrokerMetadata

from pipeline.runtime.config.sources import load_settings
from pipeline.runtime.kafka import shared, silence
from pipeline.runtime.kafka.shared import Connections, SharedClient, SharingProducer

SETTINGS = load_settings(environ={}, overrides={"broker": "nowhere:9092"})
PLACE = (1, ConnectionGroup.DEFAULT)


class Connection:
    """What a client sees of a connection."""

    def __init__(self, answer: Any = "answer") -> None:
        self.answer = answer
        self.closed: CloseReason | None = None
        self._writer = None

    def connected(self) -> bool:
        return self.closed is None

    async def send(self, _request: object) -> Any:
        await asyncio.sleep(0)
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer

    def close(self, reason: CloseReason | None = None) -> "asyncio.Future[None]":
        self.closed = reason
        done = asyncio.get_running_loop().create_future()
        done.set_result(None)
        return done


@pytest.fixture
def bootstraps(monkeypatch: pytest.MonkeyPatch) -> list[SharedClient]:
    """The clients that were connected, in their order; each knows a broker then."""
    done: list[SharedClient] = []

    async def bootstrap(self: SharedClient) -> None:
        await asyncio.sleep(0)
        self.cluster._brokers = {1: BrokerMetadata(1, "nowhere", 9092, None)}
        done.append(self)

    monkeypatch.setattr(AIOKafkaClient, "bootstrap", bootstrap)
    return done


async def test_users_are_spread_and_the_last_one_closes(bootstraps: list[SharedClient]) -> None:
    connections = Connections(SETTINGS, clients=3)
    joined = await asyncio.gather(*(connections.join() for _ in range(10)))
    assert sorted(one.users for one in bootstraps) == [3, 3, 4]
    for client in joined:
        await connections.leave(client)
    assert connections._clients == []
    assert await connections.join() not in joined


async def test_who_cannot_connect_takes_no_place(monkeypatch: pytest.MonkeyPatch) -> None:
    async def bootstrap(_self: SharedClient) -> None:
        await asyncio.sleep(0)
        raise KafkaConnectionError("nobody there")

    monkeypatch.setattr(AIOKafkaClient, "bootstrap", bootstrap)
    connections = Connections(SETTINGS, clients=1)
    found = await asyncio.gather(connections.join(), connections.join(), return_exceptions=True)
    assert [type(one) for one in found] == [KafkaConnectionError] * 2
    assert connections._clients == []


async def test_a_lost_connection_is_made_once_for_all_and_a_broker_that_is_gone_holds_up_no_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tries: list[int] = []
    silent = asyncio.Event()

    async def connect(_self: object, node: int, *, group: ConnectionGroup) -> Connection | None:
        tries.append(node)
        if node == 1:
            await silent.wait()
            return None
        return Connection()

    monkeypatch.setattr(AIOKafkaClient, "_get_conn", connect)
    monkeypatch.setattr(silence, "_PAUSE", 0.0)
    client = SharedClient(SETTINGS)
    waiting = [asyncio.create_task(client.send(1, "request")) for _ in range(5)]
    await asyncio.sleep(0)
    assert await client.send(2, "request") == "answer"
    waiting.pop().cancel()  # who gives up leaves it to the others
    silent.set()
    failed = await asyncio.gather(*waiting, return_exceptions=True)
    assert [type(one) for one in failed] == [NodeNotReadyError] * 4
    assert tries == [1, 2]


async def test_a_request_that_times_out_closes_the_connection_it_went_by() -> None:
    client = SharedClient(SETTINGS)
    client._conns[PLACE] = old = Connection(TimeoutError())
    sending = asyncio.create_task(client.send(1, "request"))
    await asyncio.sleep(0)
    client._conns[PLACE] = new = Connection()
    with pytest.raises(RequestTimedOutError):
        await sending
    assert old.closed is CloseReason.CONNECTION_TIMEOUT
    assert new.connected()


async def test_a_producer_that_stops_leaves_the_client_open() -> None:
    client = SharedClient(SETTINGS)
    client._conns[PLACE] = connection = Connection()
    producer = SharingProducer(client, **shared.client_options(SETTINGS))
    await producer.stop()
    assert connection.connected()
    await client.close()
    assert connection.closed is CloseReason.SHUTDOWN


async def test_a_connection_lost_while_it_asks_for_a_coordinator_is_no_end_for_a_producer(
    bootstraps: list[SharedClient],
) -> None:
    """aiokafka's producer asks again after this error, and gives up its transaction and itself after others."""
    client = await Connections(SETTINGS).join()
    client._conns[PLACE] = Connection(KafkaConnectionError("closed"))
    with pytest.raises(NodeNotReadyError):
        await client.coordinator_lookup(CoordinationType.TRANSACTION, "some lane")


async def test_a_client_that_knows_no_broker_yet_can_be_asked_again() -> None:
    client = SharedClient(SETTINGS)
    for kind in (CoordinationType.GROUP, CoordinationType.TRANSACTION):
        with pytest.raises(NodeNotReadyError) as raised:
            await client.coordinator_lookup(kind, "somebody")
        assert raised.value.retriable
