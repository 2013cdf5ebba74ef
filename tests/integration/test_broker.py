"""The local broker, and the commands that run it."""

import asyncio
import functools
import json
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import psutil
import pytest
from aiokafka import AIOKafkaConsumer

from pipeline.runtime.config.sources import load_settings
from pipeline.runtime.kafka.connection import open_admin
from pipeline.runtime.kafka.topics import create, partition_counts
from pipeline.tools.broker import LocalBroker, jars
from pipeline.tools.broker.process import BrokerStartError
from pipeline.tools.home import home


async def _topics(broker: LocalBroker, *, make: bool = False) -> set[str]:
    settings = load_settings(environ={}, overrides={"broker": broker.bootstrap, "worker.request_timeout": 5})
    admin = await open_admin(settings, wait=10)
    try:
        if make:
            await create(admin, settings)
        return set(await partition_counts(admin))
    finally:
        await admin.close()


async def test_a_broker_comes_back_on_its_port_with_its_data_after_stop_and_kill(local_broker: LocalBroker) -> None:
    made = await _topics(local_broker, make=True)
    assert "articles.raw" in made
    address, pid = local_broker.bootstrap, local_broker.pid
    assert local_broker.start() is False
    assert local_broker.pid == pid
    local_broker.restart()
    assert (local_broker.bootstrap, await _topics(local_broker)) == (address, made)
    assert local_broker.kill()
    assert not local_broker.running
    assert local_broker.start() is True
    assert (local_broker.bootstrap, await _topics(local_broker)) == (address, made)
    assert local_broker.stop() is True
    assert local_broker.stop() is False
    assert local_broker.bootstrap == address


def test_a_pid_file_that_names_another_process_is_stale(tmp_path: Path) -> None:
    broker = LocalBroker(tmp_path)
    (tmp_path / "broker.pid").write_text(str(os.getpid()), encoding="ascii")
    assert not broker.running
    assert broker.stop() is False
    assert psutil.pid_exists(os.getpid())


def test_a_frozen_broker_runs_and_does_not_answer_until_it_thaws(local_broker: LocalBroker) -> None:
    local_broker.freeze()
    frozen = local_broker.status()
    assert (frozen.running, frozen.answers) == (True, False)
    local_broker.thaw()
    assert local_broker.start() is False  # waits until it answers
    assert local_broker.status().answers
    local_broker.freeze()
    assert local_broker.stop()


def test_a_port_in_use_is_named(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(BrokerStartError, match=f"port {port} is in use"):
            LocalBroker(tmp_path, port=port).start()


@pytest.fixture
def mirror(tmp_path: Path) -> Iterator[Path]:
    """A Maven repository on this machine with Kafka's jars, named in jgo's settings: no network is needed."""
    source = jars.ensure(home() / "kafka" / jars.KAFKA_VERSION)
    for jar in jars.pinned():
        group, artifact, version = jar.coordinate.split(":")
        folder = tmp_path / "repository" / Path(*group.split(".")) / artifact / version
        folder.mkdir(parents=True)
        (folder / jar.file_name).symlink_to(source / jar.file_name)

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(tmp_path / "repository")))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    settings = tmp_path / "jgo.conf"
    settings.write_text(f"[repositories]\nlocal = http://127.0.0.1:{server.server_port}\n", encoding="utf-8")
    yield settings
    server.shutdown()
    server.server_close()


def _dateline(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pipeline", *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=False)


def test_the_commands_run_a_broker_from_an_empty_home_without_java(mirror: Path, tmp_path: Path) -> None:
    environment = {"HOME": str(tmp_path / "höme"), "PATH": "/nowhere", "JGO_CONFIG_FILE": str(mirror), "LC_ALL": "C"}
    started = _dateline("broker", "start", **environment)
    assert started.returncode == 0, started.stderr
    try:
        status = _dateline("broker", "status", "--json", **environment)
        assert status.returncode == 0
        bootstrap = json.loads(status.stdout)["bootstrap"]
        assert bootstrap in started.stdout
        assert "dateline topics create" in started.stdout
        again = _dateline("broker", "start", **environment)
        assert (again.returncode, "already running" in again.stdout) == (0, True)
        created = _dateline("topics", "create", **environment)
        assert created.returncode == 0, created.stderr
        assert f"Using the local broker at {bootstrap}" in created.stderr
        elsewhere = _dateline("topics", "list", **environment, DATELINE_BROKER="127.0.0.1:1")
        assert elsewhere.returncode == 3
        assert "127.0.0.1:1" in elsewhere.stderr
    finally:
        stopped = _dateline("broker", "stop", **environment)
    assert (stopped.returncode, stopped.stdout) == (0, "The broker has stopped.\n")
    assert _dateline("broker", "status", **environment).returncode == 3
    assert (tmp_path / "höme" / ".local" / "share" / "dateline" / "broker" / "kafka").is_dir()


def test_a_jar_that_is_not_the_pinned_one_is_refused(
    mirror: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JGO_CONFIG_FILE", str(mirror))
    jar = jars.pinned()[0]
    monkeypatch.setattr(jars, "pinned", lambda: (jars.Jar(jar.coordinate, jar.size, "0" * 64),))
    with pytest.raises(jars.JarsError, match="is not the file that was pinned"):
        jars.ensure(tmp_path / "jars")
    assert list((tmp_path / "jars").iterdir()) == []


def test_a_damaged_jar_is_brought_again_and_what_is_there_is_not(
    mirror: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JGO_CONFIG_FILE", str(mirror))
    some = jars.pinned()[:3]
    monkeypatch.setattr(jars, "pinned", lambda: some)
    folder = jars.ensure(tmp_path / "jars")
    (folder / some[1].file_name).write_bytes(b"damaged")
    told: list[int] = []
    jars.ensure(folder, lambda _done, total: told.append(total))
    assert jars.sha256(folder / some[1].file_name) == some[1].sha256
    assert set(told) == {some[1].size}
    told.clear()
    jars.ensure(folder, lambda _done, total: told.append(total))
    assert told == []


def test_two_starts_at_once_give_one_broker(tmp_path: Path) -> None:
    brokers = [LocalBroker(tmp_path) for _ in range(2)]
    with ThreadPoolExecutor() as threads:
        started = list(threads.map(lambda broker: broker.start(), brokers))
    try:
        assert sorted(started) == [False, True]
        assert brokers[0].pid == brokers[1].pid
    finally:
        assert brokers[0].stop()


async def test_publishing_to_a_broker_that_dies_ends_in_time_with_what_was_published(
    local_broker: LocalBroker, tmp_path: Path
) -> None:
    await _topics(local_broker, make=True)
    lines = (json.dumps({"id": str(number), "text": "x" * 2000}) for number in range(200_000))
    (tmp_path / "many.jsonl").write_text("\n".join(lines), encoding="utf-8")
    environment = {
        **os.environ,
        "DATELINE_BROKER": local_broker.bootstrap or "",
        "DATELINE_WORKER_REQUEST_TIMEOUT": "3",
    }
    command = [sys.executable, "-m", "pipeline", "publish", str(tmp_path / "many.jsonl")]
    process = await asyncio.create_subprocess_exec(*command, env=environment, stderr=asyncio.subprocess.PIPE)
    await _something_published(local_broker)
    local_broker.kill()
    _, errors = await asyncio.wait_for(process.communicate(), 60)
    assert process.returncode == 3
    assert "stopped answering" in errors.decode()
    assert "Traceback" not in errors.decode()


async def _something_published(broker: LocalBroker) -> None:
    reader = AIOKafkaConsumer("articles.raw", bootstrap_servers=broker.bootstrap, auto_offset_reset="earliest")
    await reader.start()
    try:
        await asyncio.wait_for(reader.getone(), 30)
    finally:
        await reader.stop()
