"""What the broker lets this user do. Asked for, not tried: nothing is written.

Kafka tells when it is asked about topics and groups (KIP-430). aiokafka 0.14 does not know that version of the
question about topics, and reads the answer about groups as an older one; both are put right here.
"""

from collections.abc import Collection
from enum import IntEnum
from typing import Any

from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.errors import for_code
from aiokafka.protocol.admin import DescribeGroupsRequest_v3, DescribeGroupsResponse_v3
from aiokafka.protocol.api import Request, RequestStruct, Response
from aiokafka.protocol.types import Array, Boolean, Int16, Int32, Schema, String

_TOPIC_AUTHORIZATION_FAILED = 29


class Operation(IntEnum):
    """What may be allowed; the numbers are the bits of Kafka's answer (org.apache.kafka.common.acl.AclOperation)."""

    READ = 3
    WRITE = 4
    DESCRIBE = 8


async def of_topics(admin: AIOKafkaAdminClient, topics: Collection[str]) -> dict[str, set[Operation]]:
    """What may be done with each topic; nothing with one that may not even be described."""
    answer = await admin._send_request(_Metadata(list(topics)))
    return {
        topic["name"]: set() if topic["error_code"] == _TOPIC_AUTHORIZATION_FAILED else _allowed(topic["operations"])
        for topic in answer.to_object()["topics"]
    }


async def of_group(admin: AIOKafkaAdminClient, group: str) -> tuple[str, int, set[Operation]]:
    """The group's state, how many members it has, and what may be done with it.

    Raises:
        aiokafka.errors.KafkaError: not even its state may be asked for.
    """
    coordinator = await admin.find_coordinator(group)
    answer = await admin._send_request(_Group(group), coordinator)
    found = answer.to_object()["groups"][0]
    if found["error_code"]:
        raise for_code(found["error_code"])(group)
    return found["state"], len(found["members"]), _allowed(found["authorized_operations"])


def _allowed(bits: int) -> set[Operation]:
    return {operation for operation in Operation if bits & (1 << operation)}


class _MetadataAnswer(Response):  # type: ignore[misc]
    API_KEY = 3
    API_VERSION = 8
    SCHEMA = Schema(
        ("throttle_time_ms", Int32),
        ("brokers", Array(("node_id", Int32), ("host", String()), ("port", Int32), ("rack", String()))),
        ("cluster_id", String()),
        ("controller_id", Int32),
        (
            "topics",
            Array(
                ("error_code", Int16),
                ("name", String()),
                ("is_internal", Boolean),
                (
                    "partitions",
                    Array(
                        ("error_code", Int16),
                        ("partition", Int32),
                        ("leader", Int32),
                        ("leader_epoch", Int32),
                        ("replicas", Array(Int32)),
                        ("isr", Array(Int32)),
                        ("offline", Array(Int32)),
                    ),
                ),
                ("operations", Int32),
            ),
        ),
        ("cluster_operations", Int32),
    )


class _MetadataQuestion(RequestStruct):  # type: ignore[misc]
    API_KEY = 3
    API_VERSION = 8
    RESPONSE_TYPE = _MetadataAnswer
    SCHEMA = Schema(
        ("topics", Array(String())),
        ("create_topics", Boolean),
        ("cluster_operations", Boolean),
        ("topic_operations", Boolean),
    )


class _Metadata(Request[_MetadataQuestion]):  # type: ignore[misc]
    API_KEY = 3

    def __init__(self, topics: list[str]) -> None:
        self._topics = topics

    def build(self, request_struct_class: Any) -> Any:
        return request_struct_class(self._topics, False, False, True)


class _GroupQuestion(DescribeGroupsRequest_v3):  # type: ignore[misc]
    RESPONSE_TYPE = DescribeGroupsResponse_v3


class _Group(Request[_GroupQuestion]):  # type: ignore[misc]
    API_KEY = 15

    def __init__(self, group: str) -> None:
        self._group = group

    def build(self, request_struct_class: Any) -> Any:
        return request_struct_class([self._group], True)
