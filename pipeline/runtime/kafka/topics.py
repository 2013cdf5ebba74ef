"""The topics: what they are called, whether they exist, and how they are made.

Nothing here asks for the metadata of a topic by name before it is known to exist: on a cluster that creates topics
by itself, asking would create it, with that cluster's defaults.
"""

import asyncio
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from aiokafka.admin import AIOKafkaAdminClient, NewPartitions, NewTopic
from aiokafka.admin.config_resource import ConfigResource, ConfigResourceType
from aiokafka.errors import KafkaError, TopicAlreadyExistsError, for_code

from pipeline.core.flow import Channel
from pipeline.runtime.config.settings import Settings, Topics

_MAX_MESSAGE_BYTES, COMPRESSION_TYPE = "max.message.bytes", "compression.type"
# What is learned once must stay, however old; and a tombstone must be seen by whoever starts within a day.
_COMPACTED = {"cleanup.policy": "compact"}
_LEADER_WAIT = 20.0
# A broker with ACLs does not tell the two apart.
_HIDDEN = " A topic that this user may not use looks missing too."


class MissingTopicError(Exception):
    """Topics that the settings name do not exist on the broker."""


class TopicError(Exception):
    """The broker refused to create a topic or to add partitions."""


class Made(StrEnum):
    """What `create` did for a topic."""

    CREATED = "created"
    GREW = "partitions added"
    EXISTED = "exists"


@dataclass(frozen=True, slots=True)
class TopicResult:
    """What `create` found or did, and what a person should know about it."""

    channel: Channel
    topic: str
    partitions: int
    made: Made
    warnings: tuple[str, ...] = ()


async def partition_counts(admin: AIOKafkaAdminClient) -> dict[str, int]:
    """Every topic of the cluster that we may see, with its number of partitions."""
    return {topic["topic"]: len(topic["partitions"]) for topic in await admin.describe_topics()}


async def require(
    admin: AIOKafkaAdminClient, settings: Settings, channels: Collection[Channel] = tuple(Channel)
) -> dict[Channel, int]:
    """The channels' numbers of partitions.

    Raises:
        MissingTopicError: one or more do not exist.
        TopicError: one cannot be used as it is.
    """
    names = settings.topics.names
    counts = await partition_counts(admin)
    missing = [names[channel] for channel in channels if names[channel] not in counts]
    if missing:
        noun = "topic" if len(missing) == 1 else "topics"
        raise MissingTopicError(
            f"no {noun} {', '.join(missing)} at {settings.broker}. Create the topics with `dateline topics create`, "
            "or name yours under `topics` in the settings." + _HIDDEN
        )
    for channel in channels:
        if channel.compacted and counts[names[channel]] != 1:
            raise TopicError(
                f"{names[channel]} has {counts[names[channel]]} partitions and must have one: it is read whole, in its "
                "order. Create it anew, with cleanup.policy=compact, or name another under `topics` in the settings."
            )
    return {channel: counts[names[channel]] for channel in channels}


async def create(admin: AIOKafkaAdminClient, settings: Settings, *, add_partitions: bool = False) -> list[TopicResult]:
    """Create what is missing, with the settings' partitions, replicas, retention, compression and largest message.

    Topics that exist stay as they are; with `add_partitions` they grow to the settings' number of partitions,
    which sends a key to another partition than before.

    Raises:
        TopicError: the broker refused.
    """
    wanted = settings.topics
    names = wanted.names
    before = await partition_counts(admin)
    for compacted in (False, True):
        await add(
            admin,
            [name for channel, name in names.items() if channel.compacted is compacted and name not in before],
            partitions=1 if compacted else wanted.partitions,
            replication_factor=wanted.replication_factor,
            configs={**configs(wanted), **(_COMPACTED if compacted else {})},
        )
    grown = {
        name: wanted.partitions
        for channel, name in names.items()
        if add_partitions and not channel.compacted and before.get(name, wanted.partitions) < wanted.partitions
    }
    await _grow(admin, grown)
    after = await await_leaders(admin, dict.fromkeys(names.values(), 1) | grown)
    found = await configs_of(admin, [name for name in names.values() if name in before], configs(wanted))
    return [
        TopicResult(
            channel,
            name,
            after[name],
            _made(before.get(name), after[name]),
            _warnings(name, after[name], 1 if channel.compacted else wanted.partitions, found.get(name, {}), wanted),
        )
        for channel, name in names.items()
    ]


def configs(wanted: Topics) -> dict[str, str]:
    """Kafka's names and values of what the settings say of a topic; what they leave to the broker is left out."""
    found = {_MAX_MESSAGE_BYTES: str(wanted.max_message_bytes), COMPRESSION_TYPE: wanted.compression_type}
    if wanted.min_insync_replicas is not None:
        found["min.insync.replicas"] = str(wanted.min_insync_replicas)
    if wanted.retention_hours is not None:
        found["retention.ms"] = str(wanted.retention_hours * 3_600_000)
    return found


async def add(
    admin: AIOKafkaAdminClient,
    names: Collection[str],
    *,
    partitions: int,
    replication_factor: int,
    configs: Mapping[str, str],
) -> None:
    """Create topics; one that exists stays as it is.

    Raises:
        TopicError: the broker refused.
    """
    # aiokafka takes -1, the broker's default, only beside an (empty) assignment of replicas.
    assignment: dict[int, list[int]] | None = {} if replication_factor == -1 else None
    new = [NewTopic(name, partitions, replication_factor, assignment, topic_configs=dict(configs)) for name in names]
    if not new:
        return
    response = await admin.create_topics(new)
    for name, code, message in response.topic_errors:
        # Somebody else may have been faster; that is as good.
        if code not in (0, TopicAlreadyExistsError.errno):
            raise TopicError(f"the broker did not create {name}: {message or for_code(code).__name__}")


async def _grow(admin: AIOKafkaAdminClient, wanted: Mapping[str, int]) -> None:
    if not wanted:
        return
    try:
        await admin.create_partitions({name: NewPartitions(total_count=count) for name, count in wanted.items()})
    except KafkaError as error:
        raise TopicError(f"the broker did not add partitions: {error}") from None


async def await_leaders(admin: AIOKafkaAdminClient, least: Mapping[str, int]) -> dict[str, int]:
    """The numbers of partitions, once there are at least so many and every one has a leader.

    A cluster learns of new topics and partitions by and by: right after they were made it may tell of fewer.

    Raises:
        TopicError: it still does after 20 s.
    """
    deadline = asyncio.get_running_loop().time() + _LEADER_WAIT
    while True:
        topics = {topic["topic"]: topic["partitions"] for topic in await admin.describe_topics()}
        waiting = [name for name, count in least.items() if not _led(topics.get(name, []), count)]
        if not waiting:
            return {name: len(topics[name]) for name in least}
        if asyncio.get_running_loop().time() > deadline:
            raise TopicError(
                f"no leader after {_LEADER_WAIT:.0f} s for {', '.join(waiting)}. Is a broker down?" + _HIDDEN
            )
        await asyncio.sleep(0.05)


def _led(partitions: list[dict[str, Any]], least: int) -> bool:
    return len(partitions) >= least and all(partition["leader"] >= 0 for partition in partitions)


async def configs_of(
    admin: AIOKafkaAdminClient, names: Collection[str], wanted: Collection[str]
) -> dict[str, dict[str, str]]:
    """What each topic has of the named configurations, where it may be asked for."""
    resources = [ConfigResource(ConfigResourceType.TOPIC, name, dict.fromkeys(wanted)) for name in names]
    found: dict[str, dict[str, str]] = {}
    for response in await admin.describe_configs(resources) if resources else ():
        for _code, _message, _type, name, entries in response.resources:
            found[name] = {entry[0]: entry[1] for entry in entries if entry[1] is not None}
    return found


def _made(before: int | None, after: int) -> Made:
    if before is None:
        return Made.CREATED
    return Made.GREW if after > before else Made.EXISTED


def _warnings(name: str, partitions: int, wish: int, found: Mapping[str, str], wanted: Topics) -> tuple[str, ...]:
    """How a topic that existed falls short of the settings."""
    warnings = []
    if partitions < wish:
        warnings.append(f"{name} has {partitions} partitions, the settings say {wish}; `--add-partitions` adds them")
    limit = found.get(_MAX_MESSAGE_BYTES)
    if limit is not None and int(limit) < wanted.max_message_bytes:
        warnings.append(
            f"{name} takes messages of {limit} bytes, the settings say {wanted.max_message_bytes}: larger records "
            f"stop a worker. Raise the topic's {_MAX_MESSAGE_BYTES}, or lower topics.max_message_bytes"
        )
    warnings += [
        f"{name} has {key}={found[key]}, the settings say {value}; set it with kafka-configs.sh"
        for key, value in configs(wanted).items()
        if key != _MAX_MESSAGE_BYTES and found.get(key, value) != value
    ]
    return tuple(warnings)
