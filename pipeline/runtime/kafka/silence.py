"""Tells a broker that is slow from one that says nothing: frozen, or behind a network that swallows everything.

aiokafka 0.14 waits for every answer as long as a request may take, tries to connect for as long again, and may then
ask the same broker who leads now. With one of three brokers frozen, its partitions stood still for 66 s, though
the others had taken over after 10. So where an answer is long in coming the broker is asked, on a new connection,
whether it is there. One that is there may take its time; one that is not loses its connections, and its requests fail
and go to others.
"""

import asyncio
from collections.abc import Awaitable, Callable, Collection, Mapping
from time import monotonic
from typing import Any

from aiokafka.client import AIOKafkaClient
from aiokafka.conn import CloseReason
from aiokafka.errors import RequestTimedOutError

from pipeline.runtime.system.logs import get_logger

# Seconds. A broker holds an idle fetch for 1.5 s at most; what takes longer (joining a group, or records that wait for
# a replica) is worth the question. To answer that takes it milliseconds, unless its machine is out of breath.
_LONG_IN_COMING = 3.0
_ANSWERS_WITHIN = 3.0
_LOOK_EVERY = 1.0
_PAUSE = 0.5
_QUESTION = "is it there"  # in the place of what aiokafka's connections are for

_Place = tuple[Any, Any]  # a broker's number, and what the connection is for


def mind_silence(client: AIOKafkaClient) -> None:
    """Let a client, which has not been started, give up brokers that say nothing."""
    connect = client._get_conn

    async def connect_soon(node_id: Any, **options: Any) -> Any:
        connection = await soon(client, connect(node_id, **options))
        if connection is None:  # whoever wanted it asks again at once, and from then on again and again
            await asyncio.sleep(_PAUSE)
        return connection

    client._get_conn = connect_soon
    watch_over(client)


def watch_over(client: AIOKafkaClient) -> None:
    """Let a client, which has not been started, drop the connections of brokers that say nothing.

    It also starts with another broker. How long it connects later is left to it.
    """
    bootstrap, whole = client.bootstrap, client._request_timeout_ms
    synchronise: Callable[[], Awaitable[None]] = client._md_synchronizer

    async def bootstrap_soon() -> None:
        client._request_timeout_ms = min(whole, round(_ANSWERS_WITHIN * 1000))
        try:
            await bootstrap()
        finally:
            client._request_timeout_ms = whole

    async def synchronise_watched() -> None:
        watching = asyncio.create_task(_watch(client), name="watch for silent brokers")
        try:
            await synchronise()
        finally:
            watching.cancel()

    client.bootstrap = bootstrap_soon
    # The one task that lives as long as the client does.
    client._md_synchronizer = synchronise_watched


async def soon(client: AIOKafkaClient, connecting: Awaitable[Any]) -> Any:
    """A client's new connection; None where there is none, or the broker takes too long over it."""
    try:
        async with asyncio.timeout(_ANSWERS_WITHIN):
            return await connecting
    except TimeoutError:
        client.force_metadata_update()  # as aiokafka does where it cannot connect: others may lead by now
        return None


async def _watch(client: AIOKafkaClient) -> None:
    """Look every second for brokers that owe an answer for long."""
    since: dict[tuple[_Place, Any, int], float] = {}
    while True:
        await asyncio.sleep(_LOOK_EVERY)
        now, owed = monotonic(), _owed(client._conns)
        since = {one: since.get(one, now) for one in owed}
        late = {place[0] for (place, *_), asked in since.items() if now - asked >= _LONG_IN_COMING}
        answers = await asyncio.gather(*(_is_there(client, node) for node in late))
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


async def _is_there(client: AIOKafkaClient, node: Any) -> bool:
    place = (node, _QUESTION)
    # aiokafka's own: a client that shares its connections would keep this one.
    connection = await soon(client, AIOKafkaClient._get_conn(client, node, group=_QUESTION))
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
