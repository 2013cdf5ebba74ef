import asyncio

import pytest
from aiokafka import AIOKafkaConsumer, TopicPartition

from pipeline.core.flow import Channel
from pipeline.runtime.config.settings import Settings
from pipeline.runtime.config.sources import load_settings
from pipeline.runtime.kafka import offsets, topics
from pipeline.runtime.kafka.connection import client_options, open_admin
from tests.support.kafka import make_topics, producer, publish, read_committed, unique_overrides, unique_settings


async def _create(settings: Settings, **options: bool) -> list[topics.TopicResult]:
    admin = await open_admin(settings)
    try:
        return await topics.create(admin, settings, **options)
    finally:
        await admin.close()


async def _require(settings: Settings) -> dict[Channel, int]:
    admin = await open_admin(settings)
    try:
        return await topics.require(admin, settings)
    finally:
        await admin.close()


async def test_topics_are_created_once_with_the_settings_values(settings: Settings) -> None:
    first = await _create(settings)
    assert {(result.channel, result.partitions, result.made) for result in first} == {
        (channel, 1 if channel.compacted else 2, topics.Made.CREATED) for channel in Channel
    }
    second = await _create(settings)
    assert {result.made for result in second} == {topics.Made.EXISTED}
    assert not any(result.warnings for result in second)
    large = b"x" * (settings.topics.max_message_bytes - 1000)
    await publish(settings, [large])
    assert [len(record.value) for record in await read_committed(settings, Channel.RAW, 1)] == [len(large)]


async def test_a_missing_topic_is_named_with_the_command_that_creates_it(settings: Settings) -> None:
    with pytest.raises(topics.MissingTopicError, match="dateline topics create") as caught:
        await _require(settings)
    assert all(name in str(caught.value) for name in settings.topics.names.values())
    with pytest.raises(topics.MissingTopicError):
        await _require(settings)  # asking did not create them


async def test_topics_that_fall_short_of_the_settings_are_reported_and_grow_when_asked(broker: str) -> None:
    overrides = unique_overrides(broker)
    small = load_settings(environ={}, overrides=overrides | {"topics.partitions": 1, "topics.max_message_bytes": 1000})
    await make_topics(small)
    large = load_settings(environ={}, overrides=overrides | {"topics.partitions": 3})
    warnings = (await _create(large))[0].warnings
    assert "has 1 partitions, the settings say 3" in warnings[0]
    assert "takes messages of 1000 bytes" in warnings[1]
    grown = await _create(large, add_partitions=True)
    assert {(result.channel.compacted, result.partitions, result.made) for result in grown} == {
        (False, 3, topics.Made.GREW),
        (True, 1, topics.Made.EXISTED),
    }
    added = await offsets.commit_first_offsets(large, await _require(large), second_look=0)
    assert sorted(partition.partition for partition in added) == [1, 1, 1, 2, 2, 2]


@pytest.mark.parametrize(("start", "expected"), [("earliest", 0), ("latest", 5)])
async def test_first_offsets_say_where_the_group_begins_and_never_move(
    broker: str, start: offsets.Start, expected: int
) -> None:
    settings = unique_settings(broker, **{"topics.partitions": 1})
    await _create(settings)
    await publish(settings, [b"x"] * 5)
    counts = await _require(settings)
    raw = TopicPartition(settings.topics.raw, 0)
    assert (await offsets.commit_first_offsets(settings, counts, start, second_look=0))[raw] == expected
    for again in ("earliest", "latest"):
        assert await offsets.commit_first_offsets(settings, counts, again, second_look=0) == {}
    states = {state.topic: state for state in await offsets.partition_states(settings, {Channel.RAW: 1})}
    assert (states[raw.topic].committed, states[raw.topic].lag) == (expected, 5 - expected)


async def test_offsets_a_group_has_are_kept_where_partitions_without_one_get_theirs(settings: Settings) -> None:
    counts = await make_topics(settings)
    await publish(settings, [(b"k", b"x")] * 10)
    consumer = AIOKafkaConsumer(group_id=settings.group, enable_auto_commit=False, **client_options(settings))
    await consumer.start()
    consumer.assign([TopicPartition(settings.topics.raw, number) for number in range(2)])
    await consumer.commit({TopicPartition(settings.topics.raw, 0): 3})
    await consumer.stop()
    assert await offsets.commit_first_offsets(settings, counts, second_look=0) == {}
    states = await offsets.partition_states(settings, {Channel.RAW: 2})
    assert [state.committed for state in states] == [3, 0]


async def test_partitions_get_their_first_offsets_while_the_group_is_running(settings: Settings) -> None:
    await _create(settings)
    member = AIOKafkaConsumer(
        settings.topics.raw, group_id=settings.group, enable_auto_commit=False, **client_options(settings)
    )
    await member.start()
    try:
        committed = await offsets.commit_first_offsets(settings, await _require(settings), second_look=0)
        assert len(committed) == 6
    finally:
        await member.stop()


async def test_two_commands_at_once_leave_one_first_offset(broker: str) -> None:
    settings = unique_settings(broker, **{"topics.partitions": 1})
    await _create(settings)
    await publish(settings, [b"x"] * 5)
    counts = await _require(settings)
    results = await asyncio.gather(
        *(offsets.commit_first_offsets(settings, counts, start, second_look=0) for start in ("earliest", "latest")),
        return_exceptions=True,
    )
    raw = TopicPartition(settings.topics.raw, 0)
    winners = [result[raw] for result in results if isinstance(result, dict) and raw in result]
    states = {state.topic: state for state in await offsets.partition_states(settings, {Channel.RAW: 1})}
    assert winners == [states[raw.topic].committed]


async def test_lag_is_zero_when_only_transaction_markers_are_left(broker: str) -> None:
    settings = unique_settings(broker, **{"topics.partitions": 1})
    await make_topics(settings)
    clean = TopicPartition(settings.topics.clean, 0)
    async with producer(settings, transactional_id=f"{settings.group}-writer") as writer:
        async with writer.transaction():
            await writer.send_and_wait(clean.topic, b"one")
        await writer.begin_transaction()
        await writer.send_and_wait(clean.topic, b"aborted")
        await writer.abort_transaction()
    (before,) = await offsets.partition_states(settings, {Channel.CLEAN: 1})
    assert (before.committed, before.end, before.lag) == (0, 4, 4)
    consumer = AIOKafkaConsumer(group_id=settings.group, enable_auto_commit=False, **client_options(settings))
    await consumer.start()
    consumer.assign([clean])
    await consumer.commit({clean: 1})
    await consumer.stop()
    (after,) = await offsets.partition_states(settings, {Channel.CLEAN: 1})
    assert (after.committed, after.end, after.lag) == (1, 4, 0)
