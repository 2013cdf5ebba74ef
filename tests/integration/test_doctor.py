"""`dateline doctor` on real brokers: all well, topics missing, and a user who may not do everything."""

import asyncio
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import structlog
from aiokafka import TopicPartition
from aiokafka.admin.config_resource import ConfigResource, ConfigResourceType
from aiokafka.protocol.admin import CreateAclsRequest

from pipeline.runtime.config.settings import Settings
from pipeline.runtime.kafka.connection import open_admin
from pipeline.runtime.kafka.packing import Outgoing
from pipeline.runtime.lanes.transaction import LaneError, LaneProducer
from pipeline.tools.broker import LocalBroker
from pipeline.tools.broker.ports import free_port
from pipeline.tools.doctor import broker as checks
from pipeline.tools.doctor.finding import Finding, Verdict
from pipeline.tools.kafka import admin_client
from tests.support.kafka import environment, make_topics, publish, unique_settings

OUTSIDE = free_port()


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A broker that looks at ACLs, and allows whatever none forbids.

    It forgets transactional ids after seconds, and has a second listener whose advertised address nobody can reach.
    """
    own = "BROKER://127.0.0.1:$port"
    broker = LocalBroker(
        tmp_path_factory.mktemp("guarded"),
        properties={
            "authorizer.class.name": "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
            "allow.everyone.if.no.acl.found": "true",
            "transactional.id.expiration.ms": "2000",
            "transaction.remove.expired.transaction.cleanup.interval.ms": "500",
            "listeners": f"{own},CONTROLLER://127.0.0.1:$controller_port,OUTSIDE://127.0.0.1:{OUTSIDE}",
            "advertised.listeners": f"{own},OUTSIDE://nowhere.invalid:9092",
            "listener.security.protocol.map": "BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT,OUTSIDE:PLAINTEXT",
        },
    )
    broker.start()
    yield broker.bootstrap or ""
    broker.stop()


async def test_all_is_well_after_topics_create(settings: Settings) -> None:
    await make_topics(settings)
    found = await _findings(settings)
    assert {one.verdict for one in found.values()} == {Verdict.OK}
    assert "0 workers" in found["group"].found


async def test_missing_topics_are_named_with_the_command_that_makes_them(settings: Settings) -> None:
    missing = (await _findings(settings))["topics"]
    assert missing.verdict is Verdict.FAILED
    assert settings.topics.raw in missing.found
    assert "dateline topics create" in missing.advice


async def test_a_group_without_first_offsets_is_found(settings: Settings) -> None:
    await make_topics(settings)
    other = settings.model_copy(update={"group": settings.group + "-new"})
    found = (await _findings(other))["first offsets"]
    assert found.verdict is Verdict.FAILED
    assert f"{settings.topics.raw}[0]" in found.found


async def test_what_waits_is_counted(settings: Settings) -> None:
    await make_topics(settings)
    await publish(settings, [b"one", b"two"])
    assert "2 records wait" in (await _findings(settings))["first offsets"].found


async def test_a_topic_that_takes_too_small_messages_is_found(settings: Settings) -> None:
    await make_topics(settings)
    larger = settings.model_copy(
        update={"topics": settings.topics.model_copy(update={"max_message_bytes": 20 * 2**20})}
    )
    found = (await _findings(larger))["message size"]
    assert found.verdict is Verdict.FAILED
    assert f"{settings.topics.raw} takes 16,777,216" in found.found


async def test_topics_that_do_not_suit_the_time_of_publishing_are_found(broker: str) -> None:
    settings = unique_settings(broker, **{"topics.record_timestamp": "published"})
    await make_topics(settings)
    assert (await _findings(settings))["timestamps"].verdict is Verdict.OK
    async with admin_client(settings) as admin:
        for name, values in (
            (settings.topics.clean, {"message.timestamp.type": "LogAppendTime"}),
            (settings.topics.enriched, {"retention.ms": "3600000", "message.timestamp.before.max.ms": "60000"}),
        ):
            await admin.alter_configs([ConfigResource(ConfigResourceType.TOPIC, name, values)])
    found = (await _findings(settings))["timestamps"]
    assert found.verdict is Verdict.WARNING
    assert f"{settings.topics.clean} has message.timestamp.type=LogAppendTime" in found.found
    assert f"{settings.topics.enriched} refuses old records" in found.found
    assert f"{settings.topics.enriched} is kept for a shorter time" in found.found
    assert settings.topics.mentions not in found.found


async def test_nobody_there_is_said_with_the_address() -> None:
    (found,) = (await _findings(unique_settings("127.0.0.1:1"))).values()
    assert found.verdict is Verdict.FAILED
    assert "127.0.0.1:1" in found.found


async def test_what_this_user_may_not_do_is_named(guarded: str) -> None:
    settings = unique_settings(guarded)
    await make_topics(settings)
    allowed = await _findings(settings)
    assert {one.verdict for one in allowed.values()} == {Verdict.OK}
    # Reading implies describing; a topic that may not even be described looks as if it were missing.
    await _rule(settings, _TOPIC, settings.topics.dead, _READ, _ALLOW)
    await _rule(settings, _GROUP, settings.group, _READ, _DENY)
    await _rule(settings, _TRANSACTIONAL_ID, f"{settings.group}-doctor", _WRITE, _DENY)
    found = await _findings(settings)
    deadline = time.monotonic() + 20  # rules reach the broker by and by
    while found["permissions"].verdict is Verdict.OK and time.monotonic() < deadline:
        await asyncio.sleep(0.5)
        found = await _findings(settings)
    assert found["permissions"].found == f"not allowed: WRITE on {settings.topics.dead}"
    assert settings.topics.dead in found["message size"].found
    assert found["group"].verdict is found["transactions"].verdict is Verdict.FAILED


async def test_the_command_says_it_all(settings: Settings, tmp_path: Path) -> None:
    await make_topics(settings)
    done = _doctor(settings, tmp_path)
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0, done.stdout
    subjects = {line["subject"] for line in lines}
    assert {"python", "packages", "data folder", "memory", "models", "permissions", "workers here"} <= subjects
    assert not done.stderr


def test_the_command_ends_with_1_when_something_has_failed(tmp_path: Path) -> None:
    done = _doctor(unique_settings("127.0.0.1:1"), tmp_path)
    assert done.returncode == 1
    failed = [json.loads(line) for line in done.stdout.splitlines() if '"failed"' in line]
    assert [one["subject"] for one in failed] == ["broker"]
    assert all(one["advice"] for one in failed)


# Numbers of org.apache.kafka.common.resource.ResourceType and of org.apache.kafka.common.acl.
_TOPIC, _GROUP, _TRANSACTIONAL_ID = 2, 3, 5
_READ, _WRITE = 3, 4
_LITERAL, _DENY, _ALLOW = 3, 2, 3


async def _rule(settings: Settings, kind: int, name: str, operation: int, verdict: int) -> None:
    admin = await open_admin(settings)
    try:
        answer = await admin._send_request(
            CreateAclsRequest(kind, name, _LITERAL, "User:ANONYMOUS", "*", operation, verdict)
        )
        assert not answer.to_object()["creation_responses"][0]["error_code"]
    finally:
        await admin.close()


async def _findings(settings: Settings) -> dict[str, Finding]:
    return {one.subject: one async for one in checks.checks(settings)}


def _doctor(settings: Settings, home: Path) -> subprocess.CompletedProcess[str]:
    variables: dict[str, Any] = {**environment(settings), "DATELINE_HOME": str(home), "DATELINE_WEB_PORT": "1"}
    return subprocess.run(
        [sys.executable, "-m", "pipeline", "doctor", "--json"],
        env={**os.environ, **variables},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


@pytest.mark.usefixtures("guarded")
async def test_an_advertised_address_that_nobody_can_reach_is_named(tmp_path: Path) -> None:
    settings = unique_settings(f"127.0.0.1:{OUTSIDE}", **{"worker.broker_wait": 1})
    told = f"the broker at 127.0.0.1:{OUTSIDE} answers and names nowhere.invalid:9092, where nobody is reached"
    found = (await _findings(settings))["broker"]
    assert (found.verdict, told in found.found) == (Verdict.FAILED, True)
    for command in (["lag"], ["topics", "create"], ["publish", "-"]):
        done = await asyncio.to_thread(
            subprocess.run,
            [sys.executable, "-m", "pipeline", *command],
            env={**os.environ, **environment(settings)},
            capture_output=True,
            input=b"",
            check=False,
        )
        assert (done.returncode, told in done.stderr.decode()) == (3, True), done.stderr
        assert b"Traceback" not in done.stderr


async def test_a_lane_that_the_broker_has_forgotten_says_so_in_a_line(guarded: str) -> None:
    settings = unique_settings(guarded)
    await make_topics(settings)
    lane = LaneProducer(settings, TopicPartition(settings.topics.raw, 0), structlog.get_logger())
    try:
        await lane.open()
        await lane.commit([Outgoing(settings.topics.clean, b"k", b"v", [])], 0)
        await asyncio.sleep(12)
        with pytest.raises(LaneError, match=r"has forgotten the transactional id of test-.*\.raw\[0\]"):
            await lane.commit([Outgoing(settings.topics.clean, b"k", b"v", [])], 0)
    finally:
        await lane.close()
