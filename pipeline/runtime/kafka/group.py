"""Who else is in the consumer group: another program in it takes partitions away, and reads them for itself.

A classic group has one protocol of assignment, and workers offer their own, so that a foreign consumer cannot join
them, nor they it. A consumer of the newer protocol (KIP-848) can join all the same: the broker then assigns the
partitions, and nobody is told.
"""

import asyncio
from collections.abc import Callable
from typing import Any

from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.errors import IncompatibleBrokerVersion, KafkaError
from aiokafka.protocol.api import Request, RequestStruct, Response
from aiokafka.protocol.types import (
    AbstractType,
    Boolean,
    CompactArray,
    CompactString,
    Int8,
    Int16,
    Int32,
    Schema,
    TaggedFields,
)

from pipeline.runtime.config.settings import Settings
from pipeline.runtime.kafka.connection import BrokerUnreachableError, open_admin

#: The protocols by which workers share partitions: this release's, and that of older ones.
OURS = ("dateline", "faust")
_EVERY = 20.0  # seconds between looks
_OF_THE_NEWER_PROTOCOL = 1


async def strangers(admin: AIOKafkaAdminClient, group: str) -> list[str]:
    """Members of the group that are no workers: client id, host, and how they share partitions."""
    coordinator = await admin.find_coordinator(group)
    return await _newer(admin, group, coordinator) or await _classic(admin, group)


async def follow_strangers(settings: Settings, tell: Callable[[list[str]], None]) -> None:
    """Look for them now and then, and tell who is there; runs until cancelled."""
    while True:
        try:
            admin = await open_admin(settings)
            try:
                tell(await strangers(admin, settings.group))
            finally:
                await admin.close()
        except (KafkaError, BrokerUnreachableError, OSError):
            pass  # the broker is away, or does not tell this user; other parts of the worker say so
        await asyncio.sleep(_EVERY)


async def _classic(admin: AIOKafkaAdminClient, group: str) -> list[str]:
    (answer,) = await admin.describe_consumer_groups([group])
    found = answer.to_object()["groups"][0]
    if not found["protocol"] or found["protocol"] in OURS:
        return []
    how = f"protocol {found['protocol']}"
    return [_told(member["client_id"], member["client_host"], how) for member in found["members"]]


async def _newer(admin: AIOKafkaAdminClient, group: str, coordinator: int) -> list[str]:
    try:
        answer = await admin._send_request(_Describe(group), coordinator)
    except IncompatibleBrokerVersion:
        return []
    return [
        _told(member["client_id"], member["client_host"], "group.protocol=consumer")
        for found in answer.to_object()["groups"]
        for member in found["members"]
        if member["member_type"] == _OF_THE_NEWER_PROTOCOL
    ]


def _told(client: str, host: str, how: str) -> str:
    return f"{client} at {host.removeprefix('/')} ({how})"


class _Uuid(AbstractType[bytes]):  # type: ignore[misc]
    @classmethod
    def decode(cls, data: Any) -> bytes:
        return bytes(data.read(16))

    @classmethod
    def encode(cls, value: bytes) -> bytes:
        return value


_TEXT = CompactString("utf-8")
_TAGS = ("tags", TaggedFields)
_PARTITIONS = CompactArray(("topic_id", _Uuid), ("topic", _TEXT), ("partitions", CompactArray(Int32)), _TAGS)
_MEMBER = CompactArray(
    ("member_id", _TEXT),
    ("instance_id", _TEXT),
    ("rack_id", _TEXT),
    ("member_epoch", Int32),
    ("client_id", _TEXT),
    ("client_host", _TEXT),
    ("topics", CompactArray(_TEXT)),
    ("topic_expression", _TEXT),
    ("assignment", Schema(("partitions", _PARTITIONS), _TAGS)),
    ("target", Schema(("partitions", _PARTITIONS), _TAGS)),
    ("member_type", Int8),
    _TAGS,
)


class _DescribeAnswer(Response):  # type: ignore[misc]
    API_KEY, API_VERSION, FLEXIBLE_VERSION = 69, 1, True
    SCHEMA = Schema(
        ("throttle_time_ms", Int32),
        (
            "groups",
            CompactArray(
                ("error_code", Int16),
                ("error_message", _TEXT),
                ("group", _TEXT),
                ("state", _TEXT),
                ("epoch", Int32),
                ("assignment_epoch", Int32),
                ("assignor", _TEXT),
                ("members", _MEMBER),
                ("authorized_operations", Int32),
                _TAGS,
            ),
        ),
        _TAGS,
    )


class _DescribeQuestion(RequestStruct):  # type: ignore[misc]
    API_KEY, API_VERSION, FLEXIBLE_VERSION = 69, 1, True
    RESPONSE_TYPE = _DescribeAnswer
    SCHEMA = Schema(("groups", CompactArray(_TEXT)), ("include_authorized_operations", Boolean), _TAGS)


class _Describe(Request[_DescribeQuestion]):  # type: ignore[misc]
    API_KEY = 69

    def __init__(self, group: str) -> None:
        self._group = group

    def build(self, request_struct_class: Any) -> Any:
        return request_struct_class([self._group], False, {})
