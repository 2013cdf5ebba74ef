"""Tells a broker that is slow from one that says nothing: frozen, or behind a network that swallows everything.

aiokafka 0.14 waits for every answer as long as a request may take, tries to connect for as long again, all other
connections of the client waiting meanwhile, and may then ask the same broker who leads now. With one of three brokers
frozen, its partitions stood still for 66 s, though the others had taken over after 10. So where an answer is long in
coming the broker is asked, on a new connection, whether it is there. One that is there may take its time; one that is
not loses its connections, and its requests fail and go to others. What one client of a process finds out, all of them
know: a request goes through several clients, one after the other.
"""

import asyncio
import contextlib
import random
from collections.abc import Awaitable, Callable, Collection, Mapping
from time import monotonic
from typing import Any

from aiokafka.client import AIOKafkaClient, ConnectionGroup
from aiokafka.conn import CloseReason
from aiokafka.errors import RequestTimedOutError

from pipeline.runtime.system.logs import get_logger

# Seconds. A broker holds an idle fetch for 1.5 s at most; what takes longer (joining a group, or records that wait for
# a replica) is worth the question. To answer that takes it milliseconds, unless its machine is out of breath.
_LONG_IN_COMING = 3.0
_ANSWERS_WITHIN = 3.0
_LOOK_EVERY = 1.0
_PAUSE = 0.5  # between a user's tries of a broker that cannot be reached
_REMEMBERED = 2.0  # a broker that said nothing is not asked again for so long, and then by one client
_QUESTION = "is it there"  # in the place of what aiokafka's connections are for

_Place = tuple[Any, Any]  # a broker's number, and what the connection is for
_Address = tuple[str, int]


class Silent:
    """The brokers that said nothing a moment ago, by host and port."""

    def __init__(self) -> None:
        """Nobody is silent until found to be."""
        self._until: dict[_Address, float] = {}

    def __contains__(self, address: _Address | None) -> bool:
        """Whether it is not to be asked just now."""
        return address is not None and monotonic() < self._until.get(address, 0.0)

    def may_be_asked(self, address: _Address) -> bool:
        """Whether the caller is to ask it now. For one that was silent this is said to one caller at a time."""
        if address in self:
            return False
        if address in self._until:
            self._until[address] = monotonic() + _ANSWERS_WITHIN
        return True

    def add(self, address: _Address) -> None:
        """It said nothing."""
        self._until[address] = monotonic() + _REMEMBERED

    def discard(self, address: _Address) -> None:
        """It spoke."""
        self._until.pop(address, None)


#: What the clients of this process know of each other's brokers.
SILENT = Silent()


def mind_silence(client: AIOKafkaClient, silent: Silent = SILENT) -> None:
    """Let a client, which has not been started, give up brokers that say nothing.

    A connection that is lost is made anew once for all who want it, and nobody who wants another waits for that. None
    is made to a broker that is known to be silent: who asks for one learns after a moment that there is none.
    """
    bootstrap, close, whole = client.bootstrap, client.close, client._request_timeout_ms
    synchronise: Callable[[], Awaitable[None]] = client._md_synchronizer
    making: dict[_Place, asyncio.Task[Any]] = {}

    async def connection_to(
        node_id: Any, *, group: ConnectionGroup = ConnectionGroup.DEFAULT, no_hint: bool = False
    ) -> Any:
        place = (node_id, group)
        connection = client._conns.get(place)
        if connection is not None and connection.connected():
            return connection
        task = making.get(place)
        if task is None:
            making[place] = task = asyncio.create_task(_connect(client, place, silent), name=f"connect {place}")
            task.add_done_callback(lambda _: making.pop(place, None))
        await asyncio.wait({task})  # who gives up waiting leaves it to the others
        return None if task.cancelled() else task.result()

    async def bootstrap_soon() -> None:
        client._request_timeout_ms = min(whole, round(_ANSWERS_WITHIN * 1000))
        try:
            await bootstrap()
        finally:
            client._request_timeout_ms = whole

    async def synchronise_watched() -> None:
        watching = asyncio.create_task(_watch(client, silent), name="watch for silent brokers")
        try:
            await synchronise()
        finally:
            watching.cancel()

    async def close_all() -> None:
        for task in list(making.values()):
            task.cancel()
        await close()

    client._get_conn = connection_to
    client._get_conn_lock_value = contextlib.nullcontext()  # each connection has one task that makes it
    client.get_random_node = lambda: _any_node(client, silent)
    client.bootstrap = bootstrap_soon
    client.close = close_all
    # The one task that lives as long as the client does.
    client._md_synchronizer = synchronise_watched


async def _connect(client: AIOKafkaClient, place: _Place, silent: Silent) -> Any:
    """A new connection; None, after a pause, where there is none: users ask again at once, and again and again."""
    connection = await _soon(client, place, silent)
    if connection is None:
        await asyncio.sleep(_PAUSE)
    return connection


async def _soon(client: AIOKafkaClient, place: _Place, silent: Silent) -> Any:
    """A new connection; None where there is none, or the broker takes too long over it or is known to."""
    address = _address(client, place[0])
    if address is not None and not silent.may_be_asked(address):
        client.force_metadata_update()  # as aiokafka does where it cannot connect: others may lead by now
        return None
    try:
        async with asyncio.timeout(_ANSWERS_WITHIN):
            connection = await AIOKafkaClient._get_conn(client, place[0], group=place[1])
    except TimeoutError:
        if address is not None:
            silent.add(address)
        client.force_metadata_update()
        return None
    if connection is not None and address is not None:
        silent.discard(address)
    return connection


async def _watch(client: AIOKafkaClient, silent: Silent) -> None:
    """Look every second for brokers that owe an answer for long, or are known to say nothing."""
    since: dict[tuple[_Place, Any, int], float] = {}
    while True:
        await asyncio.sleep(_LOOK_EVERY)
        connected = {node for (node, _), connection in client._conns.items() if connection.connected()}
        for node in [node for node in connected if _address(client, node) in silent]:
            _drop(client._conns, node)
        now, owed = monotonic(), _owed(client._conns)
        since = {one: since.get(one, now) for one in owed}
        late = {place[0] for (place, *_), asked in since.items() if now - asked >= _LONG_IN_COMING}
        answers = await asyncio.gather(*(_is_there(client, node, silent) for node in late))
        for node, is_there in zip(late, answers, strict=True):
            if not is_there:
                _drop(client._conns, node)
        heard = {node for node, is_there in zip(late, answers, strict=True) if is_there}
        since = {one: monotonic() if one[0][0] in heard else asked for one, asked in since.items()}


def _owed(connections: Mapping[_Place, Any]) -> Collection[tuple[_Place, Any, int]]:
    """The oldest request of each connection that waits for an answer."""
    return [
        (place, connection, connection._requests[0][0])
        for place, connection in connections.items()
        if connection._requests and place[0] != "bootstrap"  # the only way in as long as no broker is known
    ]


async def _is_there(client: AIOKafkaClient, node: Any, silent: Silent) -> bool:
    place = (node, _QUESTION)
    connection = await _soon(client, place, silent)
    client._conns.pop(place, None)
    if connection is not None:
        connection.close()
    return connection is not None


def _drop(connections: Mapping[_Place, Any], node: Any) -> None:
    get_logger("dateline.kafka").warning("a broker says nothing, asking others", broker=node)
    for connection in [one for place, one in connections.items() if place[0] == node]:
        for *_, answer in connection._requests:
            if not answer.done():
                answer.set_exception(RequestTimedOutError())
        connection.close(reason=CloseReason.CONNECTION_TIMEOUT)


def _any_node(client: AIOKafkaClient, silent: Silent) -> Any:
    """A broker to ask who does what, one that speaks if any does; None where no broker is known."""
    nodes = [broker.nodeId for broker in client.cluster.brokers()]
    speaking = [node for node in nodes if _address(client, node) not in silent]
    return random.choice(speaking or nodes) if nodes else None


def _address(client: AIOKafkaClient, node: Any) -> _Address | None:
    broker = client.cluster.broker_metadata(node)
    return None if broker is None else (broker.host, broker.port)
