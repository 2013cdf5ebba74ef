"""What a client learns of a broker that says nothing, and what the others of the process make of it."""

import asyncio
from typing import Any

import pytest
from aiokafka.client import AIOKafkaClient, ConnectionGroup
from aiokafka.conn import CloseReason
from aiokafka.errors import NodeNotReadyError, RequestTimedOutError
from aiokafka.structs import BrokerMetadata

from pipeline.runtime.kafka import silence
from pipeline.runtime.kafka.silence import Silent, mind_silence

FROZEN, THERE = 1, 2


class Brokers:
    """Two brokers as clients reach them: who is frozen accepts a connection and says nothing."""

    def __init__(self) -> None:
        self.awake, self.down = asyncio.Event(), set[int]()
        self.tries: list[int] = []

    async def connect(self, client: AIOKafkaClient, node: int, *, group: ConnectionGroup) -> Any:
        self.tries.append(node)
        if node == FROZEN:
            await self.awake.wait()
        if node in self.down:
            return None
        client._conns[node, group] = connection = Connection()
        return connection


class Connection:
    """What a client sees of a connection that owes no answer, or one."""

    def __init__(self, *requests: Any) -> None:
        self._requests = list(requests)
        self.closed: CloseReason | None = None

    def connected(self) -> bool:
        return self.closed is None

    def close(self, reason: CloseReason = CloseReason.SHUTDOWN) -> "asyncio.Future[None]":
        self.closed = reason
        done = asyncio.get_running_loop().create_future()
        done.set_result(None)
        return done


@pytest.fixture
def brokers(monkeypatch: pytest.MonkeyPatch) -> Brokers:
    found = Brokers()
    monkeypatch.setattr(AIOKafkaClient, "_get_conn", found.connect)
    monkeypatch.setattr(silence, "_ANSWERS_WITHIN", 0.2)
    monkeypatch.setattr(silence, "_PAUSE", 0.0)
    return found


def client(silent: Silent) -> AIOKafkaClient:
    made = AIOKafkaClient(bootstrap_servers="one:9092,two:9092")
    made.cluster._brokers = {
        FROZEN: BrokerMetadata(FROZEN, "one", 9092, None),
        THERE: BrokerMetadata(THERE, "two", 9092, None),
    }
    mind_silence(made, silent)
    return made


async def test_what_one_client_finds_out_the_others_need_not(brokers: Brokers) -> None:
    silent = Silent()
    first, second = client(silent), client(silent)
    assert not await first.ready(FROZEN)
    assert not await second.ready(FROZEN)
    assert not await first.ready(FROZEN)
    assert brokers.tries == [FROZEN]
    assert second._md_update_fut is not None, "it does not ask who leads now"
    assert await second.ready(THERE)
    assert {second.get_random_node() for _ in range(50)} == {THERE}


async def test_after_a_time_one_asks_again_for_all(brokers: Brokers, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(silence, "_REMEMBERED", 0.0)
    silent = Silent()
    clients = [client(silent) for _ in range(4)]
    assert not await clients[0].ready(FROZEN)
    answers = await asyncio.gather(*(one.ready(FROZEN) for one in clients))
    assert (answers, brokers.tries) == ([False] * 4, [FROZEN] * 2)
    brokers.awake.set()
    assert await clients[0].ready(FROZEN)
    assert all(await asyncio.gather(*(one.ready(FROZEN) for one in clients)))
    assert {clients[1].get_random_node() for _ in range(50)} == {FROZEN, THERE}


async def test_a_broker_that_is_down_is_not_silent(brokers: Brokers) -> None:
    brokers.awake.set()
    brokers.down.add(FROZEN)
    silent = Silent()
    assert not await client(silent).ready(FROZEN)
    brokers.down.clear()
    assert await client(silent).ready(FROZEN)


async def test_requests_to_a_broker_that_another_found_silent_fail_at_the_next_look(
    brokers: Brokers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(silence, "_LOOK_EVERY", 0.01)
    silent = Silent()
    waiting = client(silent)
    answer = asyncio.get_running_loop().create_future()
    place = (FROZEN, ConnectionGroup.DEFAULT)
    waiting._conns[place] = owing = Connection((7, None, answer))
    other = (THERE, ConnectionGroup.DEFAULT)
    waiting._conns[other] = kept = Connection()
    looking = asyncio.create_task(silence._watch(waiting, silent))
    assert not await client(silent).ready(FROZEN)
    with pytest.raises(RequestTimedOutError):
        await asyncio.wait_for(answer, 5)
    looking.cancel()
    assert owing.closed is CloseReason.CONNECTION_TIMEOUT
    assert kept.connected()


async def test_a_connection_in_the_making_holds_up_no_other_and_ends_with_its_client(brokers: Brokers) -> None:
    one = client(Silent())
    waiting = asyncio.create_task(one.send(FROZEN, "request"))
    await asyncio.sleep(0.01)
    assert await one.ready(THERE)
    await one.close()
    with pytest.raises(NodeNotReadyError):
        await waiting
