"""A few connections that all transactional producers of a worker share.

Kafka knows a producer by its id and epoch, not by the connection a request comes by, so that any number of them can
use the same ones; aiokafka 0.14 gives each producer a client, and so connections, of its own. Here producers are
spread over a fixed number of clients: a broker takes the requests of a connection one after the other, and with a
single one every lane would wait for every other. docs/performance.md has the figures.
"""

import asyncio
from typing import Any

from aiokafka import AIOKafkaProducer, TopicPartition
from aiokafka.client import AIOKafkaClient, ConnectionGroup, CoordinationType
from aiokafka.conn import CloseReason
from aiokafka.errors import (
    GroupAuthorizationFailedError,
    KafkaConnectionError,
    KafkaError,
    NodeNotReadyError,
    RequestTimedOutError,
    for_code,
)
from aiokafka.protocol.commit import OffsetFetchRequest
from aiokafka.structs import OffsetAndMetadata

from pipeline.runtime.config.settings import Settings
from pipeline.runtime.kafka.connection import client_options, milliseconds
from pipeline.runtime.kafka.silence import mind_silence

#: Clients of a worker. Each has at most two connections to each broker: for data, and for coordination.
CLIENTS = 4
_CLOSE_WAIT = 3.0  # seconds for what is written to leave; with a broker that answers it takes milliseconds


class SharedClient(AIOKafkaClient):  # type: ignore[misc]
    """aiokafka's client for many users at once: they know of each other's lost connections.

    With aiokafka's own a second request that timed out would close the connection that was made after the first one.
    """

    def __init__(self, settings: Settings) -> None:
        """Prepare; nothing is connected before `bootstrap`."""
        super().__init__(**client_options(settings), retry_backoff_ms=milliseconds(settings.worker.retry_backoff))
        self.users = 0
        mind_silence(self)

    async def send(self, node_id: Any, request: Any, *, group: ConnectionGroup = ConnectionGroup.DEFAULT) -> Any:
        """The broker's answer.

        Raises:
            KafkaError: there is no connection, it was lost, or no answer came in time. It can be tried again.
        """
        connection = await self._get_conn(node_id, group=group)
        if connection is None:
            raise NodeNotReadyError(f"broker {node_id} cannot be reached")
        try:
            return await connection.send(request)
        except TimeoutError as error:
            connection.close(reason=CloseReason.CONNECTION_TIMEOUT)
            raise RequestTimedOutError from error

    async def coordinator_lookup(self, coordinator_type: int, coordinator_key: str) -> Any:
        """The broker that coordinates a group or a transactional id.

        Raises:
            KafkaError: nobody could say. A producer tries again where it could not reach a broker, and takes any
                other error, a connection that was lost meanwhile among them, for its end; so that is told as the first.
        """
        if self.get_random_node() is None:  # a broker that has just come back may name none; aiokafka asserts one
            raise NodeNotReadyError("no broker is known yet")
        try:
            return await super().coordinator_lookup(coordinator_type, coordinator_key)
        except KafkaConnectionError as error:
            raise NodeNotReadyError(str(error)) from error

    async def close(self) -> None:
        """Close all connections, within seconds also when no broker takes what was written."""
        transports = [one._writer.transport for one in self._conns.values() if one._writer is not None]
        closing = asyncio.create_task(super().close())
        if not (await asyncio.wait({closing}, timeout=_CLOSE_WAIT))[0]:
            for transport in transports:
                transport.abort()
        await closing


class Connections:
    """The clients of a worker, each made when it is first needed and closed when its last user has left."""

    def __init__(self, settings: Settings, clients: int = CLIENTS) -> None:
        """Prepare; `clients` is how many there are at most."""
        self._settings = settings
        self._most = clients
        self._clients: list[SharedClient] = []
        self._starting: dict[SharedClient, asyncio.Lock] = {}

    async def join(self) -> SharedClient:
        """A client that is connected, the one with the fewest users. Who joins must `leave`.

        Raises:
            aiokafka.errors.KafkaConnectionError: no broker could be reached.
        """
        if len(self._clients) < self._most:
            client = SharedClient(self._settings)
            self._clients.append(client)
            self._starting[client] = asyncio.Lock()
        else:
            client = min(self._clients, key=lambda one: one.users)
        client.users += 1
        try:
            async with self._starting[client]:
                if not client.cluster.brokers():
                    await client.bootstrap()
        except BaseException:
            await self.leave(client)
            raise
        return client

    async def leave(self, client: SharedClient) -> None:
        """Use it no more."""
        client.users -= 1
        if client.users == 0:
            self._clients.remove(client)
            del self._starting[client]
            await client.close()


class SharingProducer(AIOKafkaProducer):  # type: ignore[misc]
    """aiokafka's producer over a client that is others' too: stopping it leaves the client as it is."""

    def __init__(self, client: SharedClient, **options: Any) -> None:
        """`options` are aiokafka's, where to connect to among them; they must be the client's own."""
        super().__init__(**options)
        self.client = _View(client)
        self._metadata = self._message_accumulator._cluster = client.cluster
        self._sender.client = client


class _View:
    """A client as one of its users has it, who may neither start nor close it."""

    def __init__(self, client: SharedClient) -> None:
        self._client = client

    async def bootstrap(self) -> None:
        """Nothing: who joins gets a client that is connected."""

    async def close(self) -> None:
        """Nothing: others use it."""

    def __getattr__(self, name: str) -> Any:
        return getattr(self._client, name)


async def committed(client: SharedClient, group: str, source: TopicPartition) -> OffsetAndMetadata | None:
    """What a group has committed for a partition, -1 for nothing; None where the broker cannot tell just now.

    Raises:
        KafkaError: the broker refused.
    """
    try:
        coordinator = await client.coordinator_lookup(CoordinationType.GROUP, group)
        answer = await client.send(coordinator, OffsetFetchRequest(group, [(source.topic, [source.partition])]))
        [(_topic, [(_partition, offset, note, code)])] = answer.topics or [(None, [(None, -1, "", 0)])]
        if refused := code or getattr(answer, "error_code", 0):
            raise for_code(refused)(group)
    except GroupAuthorizationFailedError as error:
        raise GroupAuthorizationFailedError(group) from error
    except KafkaError as error:
        if not error.retriable:
            raise
        return None
    return OffsetAndMetadata(int(offset), note or "")
