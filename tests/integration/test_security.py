"""Strangers: every way to be let in works for every part, and whoever is not let in is told so, without a secret."""

import asyncio
import http.client
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import psutil
import pytest

from pipeline.core.flow import Channel, inputs
from pipeline.runtime.config.settings import Settings
from pipeline.tools.publish.send import publish
from pipeline.tools.publish.sources import Article
from pipeline.tools.tail.read import Start, follow
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
    records = [one async for one in follow(settings, Channel.RAW, Start(beginning=True), idle=5.0)]
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
        assert_nothing_can_be_written(worker.address)
        processes = [psutil.Process(worker.process.pid), *psutil.Process(worker.process.pid).children(recursive=True)]
        lists = [str(process.cmdline()) for process in processes]
        assert worker.stop() == 0, worker.tail()
    assert_no_secret(worker.log.read_text(), metrics, *lists)


@pytest.mark.parametrize(
    ("way", "changed", "expected"),
    [
        ("PLAIN", {"security.password": "wr0ng"}, (3, "does not let worker in (SASL_PLAINTEXT, PLAIN)")),
        ("SCRAM-SHA-512 over TLS", {"security.password": "wr0ng"}, (3, "does not let worker in (SASL_SSL")),
        ("TLS", {"security.ca_file": "STRANGER"}, (3, "unable to get local issuer certificate")),
        ("TLS", {"broker": "MUTUAL"}, (3, "CERTIFICATE_REQUIRED")),
        ("TLS", {"security.protocol": "PLAINTEXT"}, (3, "another security.protocol than PLAINTEXT")),
        (
            "TLS",
            {"security.ca_file": "/nowhere/ca.pem"},
            (2, "security.ca_file: cannot read /nowhere/ca.pem: No such file"),
        ),
        (
            "mutual TLS with a locked key",
            {"security.key_password_file": "/nowhere/password"},
            (2, "key_password_file: cannot"),
        ),
        ("mutual TLS with a locked key", {"security.key_password_file": "CA"}, (2, "locked key needs its password")),
        ("mutual TLS with a locked key", {"security.key_password_file": None}, (2, "locked key needs its password")),
    ],
)
def test_whoever_is_not_let_in_is_told_why(
    secure: SecureBroker, plain: dict[str, Any], way: str, changed: dict[str, Any], expected: tuple[int, str]
) -> None:
    places = {
        "STRANGER": secure.certificates.stranger_authority,
        "CA": secure.certificates.authority,
        "MUTUAL": secure.addresses["MUTUAL"],
    }
    overrides = plain | secure.security(way) | {name: places.get(value, value) for name, value in changed.items()}
    done = dateline({name: value for name, value in overrides.items() if value is not None}, "topics", "list")
    code, words = expected
    assert (done.returncode, done.stdout) == (code, "")
    assert words in done.stderr
    assert_told(done)


def test_a_worker_that_is_not_let_in_ends_at_once(secure: SecureBroker, plain: dict[str, Any]) -> None:
    wrong = plain | secure.security("SCRAM-SHA-256") | {"security.password": "wr0ng", "worker.broker_wait": 600}
    done = dateline(wrong, "worker", "--no-supervise")
    assert done.returncode == 3
    assert "does not let worker in" in done.stderr
    assert_told(done)


def test_secrets_stand_in_no_output(secure: SecureBroker, plain: dict[str, Any], tmp_path: Path) -> None:
    overrides = plain | secure.security("PLAIN")
    shown = dateline(overrides, "config")
    assert shown.returncode == 0
    assert "password: '**********'" in shown.stdout
    assert_told(shown)
    # A password in the wrong place or of the wrong kind is not repeated either.
    for wrong in ({"security.passwort": secret_of("worker")}, {"security.protocol": secret_of("worker")}):
        refused = dateline(overrides | wrong, "config")
        assert refused.returncode == 2
        assert_told(refused)
    file = tmp_path / "settings.yaml"
    file.write_text(f"security:\n  password: [{secret_of('worker')}]\n  protocol: {secret_of('reader')}\n")
    refused = dateline(plain | {"config": file}, "config")
    assert refused.returncode == 2
    assert_told(refused)


NAMES = {channel.value: name for channel, name in Settings().topics.names.items()}

# The rights that docs/security.md lists; {…} stand for the settings' names.
RIGHTS = {
    "operator": [
        *(
            f"{right} on topic {{{channel}}}"
            for channel in Channel
            for right in ("CREATE", "DESCRIBE", "DESCRIBE_CONFIGS")
        ),
        "READ on topic {raw}",
        "READ on topic {clean}",
        "READ on topic {sightings}",
        "READ on topic {recurring}",
        "WRITE on topic {recurring}",
        "READ on group {group}",
        "WRITE on transactional_id {group}-first-offsets",
    ],
    "publisher": ["WRITE on topic {raw}"],
    "worker": [
        "READ on topic {raw}",
        "READ on topic {clean}",
        "WRITE on topic {clean}",
        "WRITE on topic {enriched}",
        "WRITE on topic {mentions}",
        "WRITE on topic {dead}",
        *(f"{right} on topic {{{name}}}" for name in ("sightings", "recurring") for right in ("READ", "WRITE")),
        "READ on group {group}",
        "WRITE on transactional_id {group}-*",
    ],
    "reader": ["READ on topic {enriched}", "READ on topic {mentions}", "READ on topic {dead}"],
    "replayer": [
        "READ on topic {dead}",
        *(f"{right} on topic {{{channel}}}" for channel in inputs() for right in ("READ", "WRITE")),
        *(
            f"{right} on topic {{dead}}.replays"
            for right in ("CREATE", "DESCRIBE", "DESCRIBE_CONFIGS", "READ", "WRITE")
        ),
        "WRITE on transactional_id {group}-{dead}.replays",
    ],
}


def test_the_documented_rights_are_the_tested_ones() -> None:
    text = Path("docs/security.md").read_text(encoding="utf-8")
    for user, rights in RIGHTS.items():
        for right in rights:
            operation, resource = right.split(" on ")
            kind, name = resource.split(" ")
            name = name.format(group="dateline", **NAMES)
            assert f"| {user} | {kind} | `{name}` | " in text, right
            row = next(line for line in text.splitlines() if line.startswith(f"| {user} | {kind} | `{name}` | "))
            assert operation in row, right


def _rule(right: str, plain: Mapping[str, Any]) -> Rule:
    operation, resource = right.split(" on ")
    kind, name = resource.split(" ")
    name = name.format(group=plain["group"], **{channel.value: plain[f"topics.{channel}"] for channel in Channel})
    return Rule(Resource[kind.upper()], name.removesuffix("*"), Operation[operation], prefixed=name.endswith("*"))


async def test_the_least_rights_are_enough(secure: SecureBroker, plain: dict[str, Any], tmp_path: Path) -> None:
    articles = tmp_path / "articles.jsonl"
    articles.write_bytes(article_bytes(id="a") + b'\n{"id": "b", "text": " "}\n')
    for user, rights in RIGHTS.items():
        await allow(settings_of(plain), user, [_rule(right, plain) for right in rights])
    as_user = {user: plain | secure.security("PLAIN", user) for user in RIGHTS}
    for user, command in (("operator", ("topics", "create")), ("publisher", ("publish", str(articles)))):
        done = dateline(as_user[user], *command)
        assert done.returncode == 0, done.stderr
    with running_worker(settings_of(as_user["worker"]), tmp_path, variables=variables(as_user["worker"])) as worker:
        done = dateline(as_user["reader"], "tail", "enriched", "--from-beginning", "--count", "1", "--timeout", "60")
        assert done.returncode == 0, done.stderr
        done = dateline(as_user["reader"], "tail", "dead", "--from-beginning", "--count", "1", "--timeout", "60")
        assert done.returncode == 0, done.stderr
        done = dateline(as_user["operator"], "lag")
        assert done.returncode == 0, done.stderr
        done = dateline(as_user["replayer"], "dead", "replay")
        assert done.returncode == 0, done.stderr
        assert worker.stop() == 0
    # From now on it could compare the group's offsets with its outputs, and may not read those.
    articles.write_bytes(article_bytes(id="c"))
    assert dateline(as_user["publisher"], "publish", str(articles)).returncode == 0
    with running_worker(settings_of(as_user["worker"]), tmp_path, variables=variables(as_user["worker"])) as worker:
        command = ("tail", "enriched", "--from-beginning", "--count", "2", "--timeout", "60")
        done = dateline(as_user["reader"], *command)
        assert done.returncode == 0, done.stderr
        told = worker.wait_for("outputs cannot be looked at; the offset is taken as it is")
        assert "TopicAuthorizationFailed" in told["error"]
        done = dateline(as_user["operator"], "lines", "keep", "Courier", "What we know")
        assert done.returncode == 0, done.stderr
        assert worker.stop() == 0, worker.tail()


@pytest.mark.parametrize(
    ("right", "command", "expected"),
    [
        ("publisher: WRITE on topic {raw}", "publish -", (4, "may not use looks missing too")),
        ("reader: READ on topic {enriched}", "tail enriched --timeout 1", (4, "may not use looks missing too")),
        ("operator: READ on group {group}", "topics create", (1, "of the consumer group test-")),
        (
            "operator: WRITE on transactional_id {group}-first-offsets",
            "topics create",
            (1, "of the transactional id test-"),
        ),
        ("operator: CREATE on topic {dead}", "topics create", (1, "did not create")),
        ("worker: READ on topic {raw}", "worker --no-supervise", (4, "may not use looks missing too")),
        (
            "worker: READ on topic {clean}",
            "worker --no-supervise",
            (1, "does not allow this user what it asked of the topic"),
        ),
        (
            "worker: WRITE on topic {clean}",
            "worker --no-supervise",
            (1, "does not allow this user what it asked of the topic"),
        ),
        ("worker: READ on group {group}", "worker --no-supervise", (1, "of the consumer group test-")),
        ("worker: WRITE on transactional_id {group}-*", "worker --no-supervise", (1, "of the transactional id test-")),
    ],
)
async def test_a_missing_right_is_named(
    secure: SecureBroker, plain: dict[str, Any], right: str, command: str, expected: tuple[int, str]
) -> None:
    user, missing = right.split(": ")
    if missing != "CREATE on topic {dead}":
        await make_topics(settings_of(plain))
        await publish(settings_of(plain), [_article("a")], lambda _: None)
    await allow(settings_of(plain), user, [_rule(one, plain) for one in RIGHTS[user] if one != missing])
    await asyncio.sleep(0.5)  # rules reach the broker by and by
    done = dateline(plain | secure.security("PLAIN", user), *command.split())
    code, words = expected
    assert done.returncode == code, done.stderr
    assert words in done.stderr
    if user != "worker":
        assert len(done.stderr.splitlines()) == 1, done.stderr
    assert_told(done, logs=user == "worker")


def dateline(overrides: Mapping[str, Any], *arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "pipeline", *arguments],
        env={**os.environ, "DATELINE_LOGS_FORMAT": "json", **variables(overrides)},
        input="",
        capture_output=True,
        text=True,
        timeout=200,
        check=False,
    )


def assert_told(done: "subprocess.CompletedProcess[str]", *, logs: bool = False) -> None:
    """The output holds no secret, and outside of a worker's log no traceback."""
    assert_no_secret(done.stdout, done.stderr)
    assert logs or "Traceback" not in done.stderr


def _article(id: str) -> Article:
    value = article_bytes(id=id)
    return Article("here", id.encode(), value, len(value))


def assert_nothing_can_be_written(address: str) -> None:
    """Every page takes GET and HEAD only, and every answer has the strict headers."""
    assert address.startswith("http://127.0.0.1:")
    for path in ("/", "/live", "/live.js", "/metrics", "/health/live", "/health/ready", "/nowhere"):
        for method in ("POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND"):
            connection = http.client.HTTPConnection(address.removeprefix("http://"), timeout=10)
            connection.request(method, path, body=b"{}")
            answer = connection.getresponse()
            assert answer.status in (404, 405), (method, path, answer.status)
            policy = answer.headers["Content-Security-Policy"]
            assert policy.startswith("default-src 'none'"), (method, path)
            assert answer.headers["X-Content-Type-Options"] == "nosniff"
            connection.close()


def assert_no_secret(*texts: str) -> None:
    for text in texts:
        for secret in SECRETS:
            assert secret not in text
