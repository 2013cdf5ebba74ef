"""Strangers: every way to be let in works for every part, and whoever is not let in is told so, without a secret."""

import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from pipeline.core.outcome import Channel
from pipeline.tools.publish.send import publish
from pipeline.tools.publish.sources import Article
from pipeline.tools.tail.read import follow
from tests.support.articles import article_bytes
from tests.support.kafka import make_topics, read_committed, unique_overrides
from tests.support.secure import (
    KEY_PASSWORD,
    USERS,
    Operation,
    Resource,
    Rule,
    SecureBroker,
    allow,
    secret_of,
    settings_of,
    variables,
)
from tests.support.worker import running_worker

pytestmark = [
    pytest.mark.broker,
    pytest.mark.skipif(shutil.which("openssl") is None, reason="needs openssl to make certificates"),
]

WAYS = (
    "PLAIN",
    "SCRAM-SHA-256",
    "SCRAM-SHA-512",
    "TLS",
    "mutual TLS",
    "mutual TLS with a locked key",
    "PLAIN over TLS",
    "SCRAM-SHA-256 over TLS",
    "SCRAM-SHA-512 over TLS",
)
SECRETS = (*(secret_of(user) for user in USERS), KEY_PASSWORD)


@pytest.fixture(scope="module")
def secure(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SecureBroker]:
    broker = SecureBroker(tmp_path_factory.mktemp("secure"))
    try:
        broker.start()
        yield broker
    finally:
        broker.stop()


@pytest.fixture
def plain(secure: SecureBroker) -> dict[str, Any]:
    """The suite's own way in, which may do everything, and topics that no other test uses."""
    return unique_overrides(secure.addresses["PLAIN"]) | {"extract.model": "sm", "pool.processes": 1}


EVERYTHING = (Operation.READ, Operation.WRITE, Operation.CREATE, Operation.DESCRIBE, Operation.DESCRIBE_CONFIGS)


async def allow_everything(plain: Mapping[str, Any], users: tuple[str, ...]) -> None:
    group, prefix = plain["group"], plain["topics.raw"].split(".")[0]
    rules = [Rule(Resource.TOPIC, prefix, operation, prefixed=True) for operation in EVERYTHING]
    for kind in (Resource.GROUP, Resource.TRANSACTIONAL_ID):
        rules += [Rule(kind, group, Operation.READ if kind is Resource.GROUP else Operation.WRITE, prefixed=True)]
    for user in users:
        await allow(settings_of(plain), user, rules)


@pytest.mark.parametrize("way", WAYS)
async def test_topics_publish_and_tail_by_every_way_in(secure: SecureBroker, plain: dict[str, Any], way: str) -> None:
    await allow_everything(plain, ("worker", "CN=worker"))
    settings = settings_of(plain | secure.security(way))
    await make_topics(settings)
    report = await publish(settings, [_article("k")], lambda _: None)
    assert (report.published, report.problems) == (1, [])
    records = [one async for one in follow(settings, Channel.RAW, from_beginning=True, idle=5.0)]
    assert [record.key for record in records] == [b"k"]


@pytest.mark.parametrize(
    "way", ["SCRAM-SHA-256", "mutual TLS with a locked key", "PLAIN over TLS", "SCRAM-SHA-512 over TLS"]
)
async def test_a_worker_by_every_way_in(secure: SecureBroker, plain: dict[str, Any], way: str, tmp_path: Path) -> None:
    await allow_everything(plain, ("worker", "CN=worker"))
    overrides = plain | secure.security(way)
    settings = settings_of(overrides)
    await make_topics(settings)
    await publish(settings, [_article("a")], lambda _: None)
    with running_worker(
        settings, tmp_path, variables=variables(overrides) | {"DATELINE_LOGS_LEVEL": "debug"}
    ) as worker:
        (record,) = await read_committed(settings, Channel.ENRICHED, 1)
        assert record.key == b"a"
        metrics = worker.get("/metrics")[1]
        assert worker.stop() == 0, worker.tail()
    assert_no_secret(worker.log.read_text(), metrics)


def _article(id: str) -> Article:
    value = article_bytes(id=id)
    return Article("here", id.encode(), value, len(value))


def assert_no_secret(*texts: str) -> None:
    for text in texts:
        for secret in SECRETS:
            assert secret not in text
