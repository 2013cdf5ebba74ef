"""Leader epochs: whether a log still has what the group has committed (KIP-320).

Every record batch bears the epoch of the leader that took it, and a log that is cut off goes on under a later one. So
whoever remembers the epoch of the last record it committed can ask where that epoch ends: before the committed offset
means that records were lost there, however far the log has grown since. aiokafka 0.14 does not know this request, and
commits no epoch; it is written into the note beside the committed offset.
"""

import asyncio
from typing import Any

from aiokafka import TopicPartition
from aiokafka.client import AIOKafkaClient
from aiokafka.errors import (
    ClusterAuthorizationFailedError,
    IncompatibleBrokerVersion,
    KafkaError,
    LeaderNotAvailableError,
    NoError,
    TopicAuthorizationFailedError,
    for_code,
)
from aiokafka.protocol.api import Request, RequestStruct, Response
from aiokafka.protocol.metadata import MetadataRequest
from aiokafka.protocol.types import Array, Int16, Int32, Int64, Schema, String

_NOTE = "dateline leader epoch "
_CONSUMER = -1  # no replica
_UNKNOWN = -1
_PAUSE = 0.2  # seconds between tries
#: A broker older than 2.3, or one that is no Kafka, does not answer; or this user may not describe the topic.
NOT_TOLD = (
    IncompatibleBrokerVersion,
    NotImplementedError,
    TopicAuthorizationFailedError,
    ClusterAuthorizationFailedError,
)


def note(epoch: int) -> str:
    """What is written beside a committed offset: the leader's epoch of the record before it. Empty where unknown."""
    return f"{_NOTE}{epoch}" if epoch >= 0 else ""


def noted(written: str) -> int:
    """The epoch in such a note; -1 without one."""
    epoch = written.removeprefix(_NOTE)
    return int(epoch) if epoch != written and epoch.isdecimal() and len(epoch) < 11 else _UNKNOWN


async def end_of(client: AIOKafkaClient, source: TopicPartition, epoch: int, *, wait: float) -> int | None:
    """Where a leader's epoch ends in a partition: the first offset that is not its, or an earlier leader's.

    None where the log knows no such epoch, which it does only if it was cut off or replaced. Tries for `wait` seconds.

    Raises:
        KafkaError: no leader answered, or one of `NOT_TOLD`.
    """
    deadline = asyncio.get_running_loop().time() + wait
    while True:
        try:
            return await _ask(client, source, epoch)
        except NOT_TOLD:
            raise
        except KafkaError:
            if asyncio.get_running_loop().time() >= deadline:
                raise
        await asyncio.sleep(_PAUSE)


async def _ask(client: AIOKafkaClient, source: TopicPartition, epoch: int) -> int | None:
    answer = await client.send(client.get_random_node(), MetadataRequest([source.topic]))
    (topic,) = answer.to_object()["topics"]
    leaders = {one["partition"]: one["leader"] for one in topic["partitions"]}
    leader = leaders.get(source.partition, _UNKNOWN)
    if leader == _UNKNOWN:
        raise LeaderNotAvailableError(source)
    told = await client.send(leader, _EndOfEpoch(source, epoch))
    found = told.to_object()["topics"][0]["partitions"][0]
    if (error := for_code(found["error_code"])) is not NoError:
        raise error(source)
    return None if found["end_offset"] == _UNKNOWN else int(found["end_offset"])


_TEXT = String("utf-8")


class _Answer(Response):  # type: ignore[misc]
    API_KEY, API_VERSION = 23, 3
    SCHEMA = Schema(
        ("throttle_time_ms", Int32),
        (
            "topics",
            Array(
                ("topic", _TEXT),
                (
                    "partitions",
                    Array(("error_code", Int16), ("partition", Int32), ("leader_epoch", Int32), ("end_offset", Int64)),
                ),
            ),
        ),
    )


class _Question(RequestStruct):  # type: ignore[misc]
    API_KEY, API_VERSION = 23, 3  # the first that a user who may describe the topic may ask
    RESPONSE_TYPE = _Answer
    SCHEMA = Schema(
        ("replica_id", Int32),
        (
            "topics",
            Array(
                ("topic", _TEXT),
                ("partitions", Array(("partition", Int32), ("current_leader_epoch", Int32), ("leader_epoch", Int32))),
            ),
        ),
    )


class _EndOfEpoch(Request[_Question]):  # type: ignore[misc]
    API_KEY = 23

    def __init__(self, source: TopicPartition, epoch: int) -> None:
        self._source, self._epoch = source, epoch

    def build(self, request_struct_class: Any) -> Any:
        partitions = [(self._source.partition, _UNKNOWN, self._epoch)]
        return request_struct_class(_CONSUMER, [(self._source.topic, partitions)])
