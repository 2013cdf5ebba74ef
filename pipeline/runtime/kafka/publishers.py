"""Which publishers hold up a partition with a transaction that they have not ended.

Readers of committed records get no further than the first open transaction, and a group's lag does not show what lies
behind it. The broker tells who it is since Kafka 3.0 (KIP-664); aiokafka 0.14 does not know the questions yet.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from aiokafka import TopicPartition
from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.errors import IncompatibleBrokerVersion
from aiokafka.protocol.api import Request, RequestStruct, Response
from aiokafka.protocol.types import CompactArray, CompactString, Int16, Int32, Int64, Schema, TaggedFields

from pipeline.runtime.config.settings import Settings
from pipeline.runtime.kafka.offsets import PartitionState

_LATEST = 253_402_300_800.0  # the end of the year 9999, in Unix seconds


@dataclass(frozen=True, slots=True)
class OpenTransaction:
    """A transaction that has not ended; `transactional_id` is empty where the broker does not tell it to this user.

    `start` is its first offset in the partition; `last_written` the Unix time, in seconds, of its last record there.
    """

    source: TopicPartition
    start: int
    producer_id: int
    last_written: float
    transactional_id: str

    def __str__(self) -> str:
        who = self.transactional_id or f"a producer whose id this user may not see (number {self.producer_id})"
        where = f"{self.source.topic}[{self.source.partition}] from offset {self.start} by {who}"
        if not 0 < self.last_written < _LATEST:  # the records' own timestamps, which can be anything
            return where
        return f"{where}, last written {datetime.fromtimestamp(self.last_written, UTC).isoformat(timespec='seconds')}"


async def open_transactions(
    admin: AIOKafkaAdminClient, partitions: Collection[TopicPartition]
) -> list[OpenTransaction]:
    """Every transaction that is open in one of the partitions; none where the broker is too old to tell."""
    if not partitions:
        return []
    try:
        found = [
            one for leader, led in (await _leaders(admin, partitions)).items() for one in await _of(admin, leader, led)
        ]
        names = await _names(admin, {one.producer_id for one in found}) if found else {}
    except IncompatibleBrokerVersion:
        return []
    return [
        OpenTransaction(one.source, one.start, one.producer_id, one.last_written, names.get(one.producer_id, ""))
        for one in found
    ]


async def holding_up(
    admin: AIOKafkaAdminClient, settings: Settings, states: Collection[PartitionState]
) -> list[OpenTransaction]:
    """The open transactions of others in partitions that have any; workers' own last for milliseconds."""
    held = [TopicPartition(state.topic, state.partition) for state in states if state.uncommitted]
    ours = f"{settings.group}-"
    return [one for one in await open_transactions(admin, held) if not one.transactional_id.startswith(ours)]


async def _leaders(
    admin: AIOKafkaAdminClient, partitions: Collection[TopicPartition]
) -> Mapping[int, list[TopicPartition]]:
    led: defaultdict[int, list[TopicPartition]] = defaultdict(list)
    for topic in await admin.describe_topics(sorted({source.topic for source in partitions})):
        leaders = {one["partition"]: one["leader"] for one in topic["partitions"]}
        for source in partitions:
            if source.topic == topic["topic"] and leaders.get(source.partition, -1) >= 0:
                led[leaders[source.partition]].append(source)
    return led


async def _of(admin: AIOKafkaAdminClient, leader: int, partitions: list[TopicPartition]) -> list[OpenTransaction]:
    by_topic: defaultdict[str, list[int]] = defaultdict(list)
    for source in partitions:
        by_topic[source.topic].append(source.partition)
    answer = await admin._send_request(_Producers(by_topic), leader)
    return [
        OpenTransaction(
            TopicPartition(topic["name"], partition["partition"]),
            producer["start"],
            producer["producer_id"],
            producer["last_timestamp"] / 1000,
            "",
        )
        for topic in answer.to_object()["topics"]
        for partition in topic["partitions"]
        for producer in partition["producers"] or ()
        if producer["start"] >= 0
    ]


async def _names(admin: AIOKafkaAdminClient, producers: set[int]) -> dict[int, str]:
    """Transactional ids by producer id: each broker knows those that it coordinates."""
    names: dict[int, str] = {}
    for broker in admin._client.cluster.brokers():
        answer = await admin._send_request(_Transactions(sorted(producers)), broker.nodeId)
        names |= {one["producer_id"]: one["transactional_id"] for one in answer.to_object()["transactions"]}
    return names


_TEXT = CompactString("utf-8")
_TAGS = ("tags", TaggedFields)


class _ProducersAnswer(Response):  # type: ignore[misc]
    API_KEY, API_VERSION, FLEXIBLE_VERSION = 61, 0, True
    SCHEMA = Schema(
        ("throttle_time_ms", Int32),
        (
            "topics",
            CompactArray(
                ("name", _TEXT),
                (
                    "partitions",
                    CompactArray(
                        ("partition", Int32),
                        ("error_code", Int16),
                        ("error_message", _TEXT),
                        (
                            "producers",
                            CompactArray(
                                ("producer_id", Int64),
                                ("producer_epoch", Int32),
                                ("last_sequence", Int32),
                                ("last_timestamp", Int64),
                                ("coordinator_epoch", Int32),
                                ("start", Int64),
                                _TAGS,
                            ),
                        ),
                        _TAGS,
                    ),
                ),
                _TAGS,
            ),
        ),
        _TAGS,
    )


class _ProducersQuestion(RequestStruct):  # type: ignore[misc]
    API_KEY, API_VERSION, FLEXIBLE_VERSION = 61, 0, True
    RESPONSE_TYPE = _ProducersAnswer
    SCHEMA = Schema(("topics", CompactArray(("name", _TEXT), ("partitions", CompactArray(Int32)), _TAGS)), _TAGS)


class _Producers(Request[_ProducersQuestion]):  # type: ignore[misc]
    API_KEY = 61

    def __init__(self, partitions: Mapping[str, list[int]]) -> None:
        self._partitions = partitions

    def build(self, request_struct_class: Any) -> Any:
        return request_struct_class([(topic, numbers, {}) for topic, numbers in self._partitions.items()], {})


class _TransactionsAnswer(Response):  # type: ignore[misc]
    API_KEY, API_VERSION, FLEXIBLE_VERSION = 66, 0, True
    SCHEMA = Schema(
        ("throttle_time_ms", Int32),
        ("error_code", Int16),
        ("unknown_filters", CompactArray(_TEXT)),
        (
            "transactions",
            CompactArray(("transactional_id", _TEXT), ("producer_id", Int64), ("state", _TEXT), _TAGS),
        ),
        _TAGS,
    )


class _TransactionsQuestion(RequestStruct):  # type: ignore[misc]
    API_KEY, API_VERSION, FLEXIBLE_VERSION = 66, 0, True
    RESPONSE_TYPE = _TransactionsAnswer
    SCHEMA = Schema(("states", CompactArray(_TEXT)), ("producers", CompactArray(Int64)), _TAGS)


class _Transactions(Request[_TransactionsQuestion]):  # type: ignore[misc]
    API_KEY = 66

    def __init__(self, producers: list[int]) -> None:
        self._producers = producers

    def build(self, request_struct_class: Any) -> Any:
        return request_struct_class([], self._producers, {})
