"""Checks of the broker: reachable, topics, partitions, message sizes, permissions, first offsets, group."""

from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from typing import Any

from aiokafka import AIOKafkaProducer, codec
from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.errors import KafkaError

from pipeline.core.flow import Channel, inputs
from pipeline.runtime.config.settings import Settings
from pipeline.runtime.kafka import topics
from pipeline.runtime.kafka.connection import BrokerUnreachableError, advertised, client_options, silent_brokers
from pipeline.runtime.kafka.group import strangers
from pipeline.runtime.kafka.offsets import PartitionState
from pipeline.runtime.kafka.publishers import holding_up
from pipeline.runtime.lanes.provenance import BEARING_TIME_OF_PUBLISHING
from pipeline.runtime.system import files
from pipeline.tools.doctor import permissions
from pipeline.tools.doctor.finding import Finding, failed, ok, warning
from pipeline.tools.doctor.permissions import Operation
from pipeline.tools.kafka import admin_client
from pipeline.tools.standing import standings

_MESSAGE_BYTES, _IN_SYNC = "max.message.bytes", "min.insync.replicas"
_INTERNAL = ("__consumer_offsets", "__transaction_state")
_TIMESTAMP_TYPE, _RETENTION, _OLDEST = "message.timestamp.type", "retention.ms", "message.timestamp.before.max.ms"
_NO_LIMIT = 2**63 - 1
# A topic's compression.type, and whether it can be read; `producer` keeps whatever a client sends.
_READABLE: Mapping[str, Callable[[], bool]] = {
    "producer": lambda: codec.has_snappy() and codec.has_lz4() and codec.has_zstd(),
    "uncompressed": lambda: True,
    "gzip": codec.has_gzip,
    "snappy": codec.has_snappy,
    "lz4": codec.has_lz4,
    "zstd": codec.has_zstd,
}
_NEEDED: Mapping[Channel, set[Operation]] = {
    channel: ({Operation.READ} if channel.read or channel.compacted else set())
    | ({Operation.WRITE} if channel.written else set())
    for channel in Channel
}


async def checks(settings: Settings) -> AsyncIterator[Finding]:
    """Everything about the broker, as far as one answers."""
    try:
        async with admin_client(settings) as admin:
            async for finding in _with(admin, settings):
                yield finding
    except BrokerUnreachableError as error:
        yield failed("broker", str(error), "Start it, or mend address, network, TLS or password (docs/security.md).")
    except KafkaError as error:
        yield failed("broker", f"it answers, and refuses: {error!r}", "Look at its log, and at this user's ACLs.")


async def _with(admin: AIOKafkaAdminClient, settings: Settings) -> AsyncIterator[Finding]:
    cluster = await admin.describe_cluster()
    brokers = len(cluster["brokers"])
    if silent := await silent_brokers(admin):
        yield failed("broker", advertised(settings, silent), "See advertised.listeners in Kafka's server.properties.")
    else:
        yield ok("broker", f"{settings.broker}: {brokers} {'broker' if brokers == 1 else 'brokers'}")
    described = {topic["topic"]: topic["partitions"] for topic in await admin.describe_topics()}
    names = settings.topics.names
    missing = [name for name in names.values() if name not in described]
    if missing:
        advice = (
            "`dateline topics create` creates them; a topic that exists may also be hidden from this user by an ACL."
        )
        yield failed("topics", f"missing: {', '.join(missing)}", advice)
    else:
        yield ok("topics", ", ".join(names.values()))
        for finding in _partitions({name: described[name] for name in names.values()}):
            yield finding
        if brokers > 1:
            yield await _replicas(
                admin, {name: described[name] for name in (*names.values(), *_INTERNAL) if name in described}
            )
        counts = {channel: len(described[names[channel]]) for channel in inputs()}
        yield _open_files(files.needed(brokers=brokers, processes=settings.processes))
        async for finding in _topic_configs(admin, settings, list(names.values())):
            yield finding
        async for finding in _offsets(admin, settings, counts):
            yield finding
    yield await _topic_permissions(admin, settings, described)
    yield await _group(admin, settings)
    yield await _transactions(settings)


def _partitions(described: Mapping[str, list[dict[str, Any]]]) -> Iterator[Finding]:
    numbers = {name: len(partitions) for name, partitions in described.items()}
    every = [(f"{name}[{one['partition']}]", one) for name, partitions in described.items() for one in partitions]
    headless = [name for name, one in every if one["leader"] < 0]
    behind = [name for name, one in every if len(one["isr"]) < len(one["replicas"])]
    if headless:
        yield failed("partitions", f"no leader: {', '.join(headless)}", "A broker is down: start it again.")
    elif behind:
        yield warning("partitions", f"replicas missing: {', '.join(behind)}", "A broker is down or slow: look at it.")
    else:
        yield ok("partitions", ", ".join(f"{name} {number}" for name, number in numbers.items()))


async def _replicas(admin: AIOKafkaAdminClient, described: Mapping[str, list[dict[str, Any]]]) -> Finding:
    """Whether any one broker can be spared without a loss; Kafka's own topics hold offsets and transactions."""
    replicas = {name: min(len(one["replicas"]) for one in partitions) for name, partitions in described.items()}
    found = await topics.configs_of(admin, list(described), [_IN_SYNC])
    wanted = {name: int(values[_IN_SYNC]) for name, values in found.items() if _IN_SYNC in values}
    if single := [name for name, number in replicas.items() if number == 1]:
        advice = "Give them replicas (kafka-reassign-partitions.sh); new topics by topics.replication_factor."
        return warning("replicas", f"only one of {', '.join(single)}: a broker that is lost takes them along", advice)
    if stopping := [name for name, number in wanted.items() if number >= replicas[name]]:
        advice = f"Set their {_IN_SYNC} to one less than they have replicas (kafka-configs.sh)."
        return warning("replicas", f"{', '.join(stopping)} take nothing while any broker is away", advice)
    if trusting := [name for name, number in wanted.items() if number == 1]:
        advice = f"Set their {_IN_SYNC} to 2 (kafka-configs.sh); new topics by topics.min_insync_replicas."
        return warning("replicas", f"{', '.join(trusting)} take what one broker has: it can be lost with it", advice)
    return ok("replicas", f"at least {min(replicas.values())} of every partition")


def _open_files(needed: int) -> Finding:
    allowed = files.allowed()
    limit = "no limit" if allowed is None else f"{allowed:,} allowed"
    found = f"{limit}; a worker needs {needed:,}"
    if allowed is not None and allowed < needed:
        return failed("open files", found, f"Raise the limit (`ulimit -n {needed}`); a worker refuses to start.")
    return ok("open files", found)


async def _topic_configs(admin: AIOKafkaAdminClient, settings: Settings, names: list[str]) -> AsyncIterator[Finding]:
    wanted_of_each = [_MESSAGE_BYTES, topics.COMPRESSION_TYPE, _TIMESTAMP_TYPE, _RETENTION, _OLDEST]
    found = await topics.configs_of(admin, names, wanted_of_each)
    if unknown := [name for name in names if _MESSAGE_BYTES not in found.get(name, {})]:
        wanted = settings.topics.max_message_bytes
        advice = f"Allow DESCRIBE_CONFIGS, or see that {_MESSAGE_BYTES} is {wanted} there."
        yield warning("message size", f"may not be asked for: {', '.join(unknown)}", advice)
        return
    yield _message_size(settings, {name: int(values[_MESSAGE_BYTES]) for name, values in found.items()})
    yield _compression({name: values.get(topics.COMPRESSION_TYPE, "producer") for name, values in found.items()})
    if settings.topics.record_timestamp == "published":
        yield _timestamps(settings, found)


def _message_size(settings: Settings, limits: Mapping[str, int]) -> Finding:
    wanted = settings.topics.max_message_bytes
    small = [f"{name} takes {limit:,}" for name, limit in limits.items() if limit < wanted]
    if small:
        advice = (
            "Raise the topic's max.message.bytes, or lower topics.max_message_bytes; else large records stop a worker."
        )
        return failed("message size", f"{'; '.join(small)}; the settings say {wanted:,} bytes", advice)
    return ok("message size", f"{wanted:,} bytes fit everywhere")


def _timestamps(settings: Settings, found: Mapping[str, Mapping[str, str]]) -> Finding:
    """Whether the topics take the raw records' timestamps, and keep their records as long as those are kept."""
    raw = _kept(found[settings.topics[Channel.RAW]])
    wrong = []
    for name in (settings.topics[channel] for channel in BEARING_TIME_OF_PUBLISHING):
        values = found[name]
        if (kind := values.get(_TIMESTAMP_TYPE, "CreateTime")) != "CreateTime":
            wrong.append(f"{name} has {_TIMESTAMP_TYPE}={kind}")
        if int(values.get(_OLDEST, _NO_LIMIT)) < min(raw, _NO_LIMIT):
            wrong.append(f"{name} refuses old records ({_OLDEST})")
        if _kept(values) < raw:
            wrong.append(f"{name} is kept for a shorter time than the raw topic")
    if wrong:
        advice = "Mend the topics, or set topics.record_timestamp to processed (docs/consumers.md)."
        return warning("timestamps", "; ".join(wrong), advice)
    return ok("timestamps", "articles and mentions bear the raw records'")


def _kept(values: Mapping[str, str]) -> int:
    """For how many milliseconds a topic keeps records."""
    kept = int(values.get(_RETENTION, -1))
    return _NO_LIMIT if kept < 0 else kept


def _compression(types: Mapping[str, str]) -> Finding:
    """Whether what the topics' `compression.type` makes of records can be read here."""
    unreadable = [f"{name} {kind}" for name, kind in types.items() if not _READABLE.get(kind, lambda: False)()]
    if unreadable:
        advice = "Install again (`pip install dateline` brings cramjam), or set the topic's compression.type."
        return failed("compression", f"cannot be read here: {', '.join(unreadable)}", advice)
    kinds = ", ".join(sorted(set(types.values())))
    return ok("compression", f"{kinds}; gzip, snappy, lz4 and zstd can be read")


async def _offsets(
    admin: AIOKafkaAdminClient, settings: Settings, counts: Mapping[Channel, int]
) -> AsyncIterator[Finding]:
    try:
        states = await standings(admin, settings, counts)
    except KafkaError as error:
        advice = "See what is said of group and permissions."
        yield failed("first offsets", f"cannot be asked for: {error!r}", advice)
        return
    yield _first_offsets(settings, states)
    try:
        held = await holding_up(admin, settings, states)
    except KafkaError as error:
        held = []
        yield warning(
            "publishers", f"open transactions cannot be asked for: {error!r}", "Allow DESCRIBE on the topics."
        )
    if held:
        advice = (
            "Nobody can read what lies there: see to that publisher (docs/runbook.md#datelineuncommittedpublisher)."
        )
        yield warning("publishers", "not committed: " + "; ".join(map(str, held)), advice)
    else:
        yield ok("publishers", "no transaction of a publisher is open")


def _first_offsets(settings: Settings, states: Sequence[PartitionState]) -> Finding:
    without = [f"{one.topic}[{one.partition}]" for one in states if one.committed is None]
    if without:
        advice = "`dateline topics create` commits them. If this group had some, they expired: choose --from with care."
        return failed("first offsets", f"group {settings.group} has none in {', '.join(without)}", advice)
    if halted := [f"{one.topic}[{one.partition}]: {one.trouble}" for one in states if one.trouble]:
        advice = "`dateline offsets show` and docs/runbook.md say how to go on."
        return failed("first offsets", "; ".join(halted), advice)
    lost = [
        f"{one.topic}[{one.partition}]" for one in states if one.committed is not None and one.committed < one.beginning
    ]
    if lost:
        found = f"records were deleted before they were read: {', '.join(lost)}"
        advice = "They are lost, and a worker goes on behind them. Raise the topics' retention, or add workers."
        return warning("first offsets", found, advice)
    waiting = sum(one.lag or 0 for one in states)
    return ok(
        "first offsets", f"group {settings.group} stands in all {len(states)} partitions; {waiting:,} records wait"
    )


async def _topic_permissions(admin: AIOKafkaAdminClient, settings: Settings, described: Mapping[str, Any]) -> Finding:
    names = {channel: name for channel, name in settings.topics.names.items() if name in described}
    try:
        allowed = await permissions.of_topics(admin, list(names.values()))
    except KafkaError as error:
        return warning("permissions", f"the broker does not tell: {error!r}", "Kafka 2.3 and later do.")
    lacking = [
        f"{operation.name} on {name}"
        for channel, name in names.items()
        for operation in sorted(_NEEDED[channel] - allowed.get(name, set()))
    ]
    if lacking:
        return failed("permissions", f"not allowed: {', '.join(lacking)}", "Add ACLs for this user (kafka-acls.sh).")
    return ok("permissions", f"{len(names)} topics may be read and written as needed")


async def _group(admin: AIOKafkaAdminClient, settings: Settings) -> Finding:
    try:
        state, members, allowed = await permissions.of_group(admin, settings.group)
    except KafkaError as error:
        return failed(
            "group", f"{settings.group}: {error!r}", f"Allow READ on the group {settings.group} (kafka-acls.sh)."
        )
    if Operation.READ not in allowed:
        found = f"not allowed: READ on the group {settings.group}"
        return failed("group", found, f"Allow READ on the group {settings.group} (kafka-acls.sh).")
    if foreign := await strangers(admin, settings.group):
        found = f"other programs are in the group {settings.group} and take partitions away: {', '.join(foreign)}"
        return failed("group", found, "Give them, or the workers, a group of their own (setting `group`).")
    return ok("group", f"{settings.group}: {state.lower()}, {members} {'worker' if members == 1 else 'workers'}")


async def _transactions(settings: Settings) -> Finding:
    """Whether a transactional producer gets its id. The id is one that no lane has; nothing is sent."""
    options = client_options(settings)
    producer = AIOKafkaProducer(transactional_id=f"{settings.group}-doctor", **options)
    try:
        await producer.start()
        await producer._txn_manager.wait_for_pid()
    except KafkaError as error:
        advice = f"Allow WRITE on transactional ids that begin with {settings.group}- (kafka-acls.sh)."
        return failed("transactions", f"no transactional producer: {error!r}", advice)
    finally:
        await producer.stop()
    return ok("transactions", f"ids that begin with {settings.group}- may be used")
