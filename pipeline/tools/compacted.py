"""Topics in which a command remembers something for good: one partition, compacted."""

from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.admin.config_resource import ConfigResource, ConfigResourceType

from pipeline.runtime.config.settings import Settings
from pipeline.runtime.kafka import topics
from pipeline.tools.errors import CommandError

_POLICY = "cleanup.policy"


class ForgetfulTopicError(CommandError):
    """A topic that is to remember would forget."""


async def require(admin: AIOKafkaAdminClient, settings: Settings, name: str) -> None:
    """Create the topic, or make sure that the one there forgets nothing.

    Raises:
        TopicError: the broker did not create it.
        ForgetfulTopicError: records in it are deleted after a time.
    """
    exists = name in await topics.partition_counts(admin)
    await topics.add(
        admin,
        [] if exists else [name],
        partitions=1,
        replication_factor=settings.topics.replication_factor,
        configs={_POLICY: "compact"},
    )
    await topics.await_leaders(admin, {name: 1})
    policy = await _policy(admin, name)
    if policy != "compact":
        raise ForgetfulTopicError(
            f"{name} remembers what was sent, and its {_POLICY} is {policy!r}: it would forget, and send twice. "
            "Set it to compact."
        )


async def _policy(admin: AIOKafkaAdminClient, name: str) -> str:
    responses = await admin.describe_configs([ConfigResource(ConfigResourceType.TOPIC, name, {_POLICY: None})])
    entries = [entry for response in responses for resource in response.resources for entry in resource[4]]
    return next((str(entry[1]) for entry in entries if entry[0] == _POLICY), "unknown")
