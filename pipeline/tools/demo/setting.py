"""What the demo runs on: a broker and topics that are nobody else's, and a worker."""

import asyncio
import json
import os
import secrets
import shutil
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.core.flow import Channel
from pipeline.runtime.config.settings import Settings
from pipeline.runtime.config.sources import load_settings, variables
from pipeline.runtime.kafka import offsets, topics
from pipeline.tools.broker import LocalBroker
from pipeline.tools.broker.jars import Downloaded
from pipeline.tools.context import GlobalOptions
from pipeline.tools.errors import CommandError
from pipeline.tools.home import home
from pipeline.tools.kafka import admin_client

# Loading the models takes seconds; a cold disk and a busy machine take more.
_READY_WAIT = 180.0


class DemoError(CommandError):
    """The demo could not be shown; the message says which part failed."""


@dataclass(frozen=True, slots=True)
class DemoWorker:
    """The demo's worker: where it answers, and its process."""

    process: "subprocess.Popen[bytes]"
    address: str


def folder() -> Path:
    """Where the demo keeps its broker and its worker's log; made anew for every demo."""
    return home() / "demo"


def demo_broker() -> LocalBroker:
    """The demo's own broker, beside the user's."""
    return LocalBroker(folder() / "broker")


def start_broker(progress: Downloaded) -> LocalBroker:
    """A new broker without data; one left over from a demo that was kept is ended first."""
    broker = demo_broker()
    broker.stop()
    shutil.rmtree(folder(), ignore_errors=True)
    broker.start(progress=progress)
    return broker


def demo_settings(options: GlobalOptions, own_broker: str | None) -> Settings:
    """The user's settings on the demo's broker, or on the broker the user named with topics of the demo's own."""
    if own_broker is not None:
        return load_settings(options.config, overrides={"broker": own_broker, "security.protocol": "PLAINTEXT"})
    mark = f"dateline-demo-{secrets.token_hex(3)}"
    names = {f"topics.{channel}": f"{mark}.{channel}" for channel in Channel}
    return load_settings(options.config, overrides={**options.overrides(), "group": mark, **names})


@contextmanager
def created_topics(settings: Settings, *, delete: bool) -> Iterator[None]:
    """The topics and the group's first offsets; with `delete` the topics are deleted at the end."""
    asyncio.run(_create_topics(settings))
    try:
        yield
    finally:
        if delete:
            asyncio.run(_delete_topics(settings))


async def _create_topics(settings: Settings) -> None:
    async with admin_client(settings) as admin:
        await topics.create(admin, settings)
        counts = await topics.require(admin, settings)
    await offsets.commit_first_offsets(settings, counts, second_look=0)


async def _delete_topics(settings: Settings) -> None:
    async with admin_client(settings) as admin:
        await admin.delete_topics(list(settings.topics.names.values()))


@contextmanager
def running_worker(settings: Settings, options: GlobalOptions, *, keep: bool) -> Iterator[DemoWorker]:
    """A worker as a process of its own, ready; stopped at the end unless kept.

    Raises:
        DemoError: it ended, or was not ready in time.
    """
    from pipeline.runtime.supervisor import worker_command  # noqa: PLC0415 (brings Faust, seconds before the first line)

    log = folder() / "worker.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("wb") as stream:
        process = subprocess.Popen(
            worker_command(options.arguments()),
            env={**os.environ, **_environment(settings), "DATELINE_LOGS_FORMAT": "json"},
            stdin=subprocess.DEVNULL,
            stdout=stream,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    done = False
    try:
        yield DemoWorker(process, _await_ready(process, log))
        done = True
    finally:
        if not (keep and done):
            process.terminate()
            _await_end(process, settings.worker.drain_timeout)


def _environment(settings: Settings) -> dict[str, str]:
    """What makes the worker see the demo's broker, topics and group, whatever file and environment say."""
    paths = {("broker",), ("group",), ("security", "protocol"), *(("topics", channel.value) for channel in Channel)}
    return {name: str(_value(settings, path)) for name, path in variables().items() if path in paths}


def _value(settings: Settings, path: tuple[str, ...]) -> Any:
    found: Any = settings
    for part in path:
        found = getattr(found, part)
    return found


def _await_ready(process: "subprocess.Popen[bytes]", log: Path) -> str:
    """The address of the worker's web port, once it reports ready."""
    deadline = time.monotonic() + _READY_WAIT
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise DemoError(f"the worker ended with {process.returncode}. {_last_words(log)}")
        address = _address(log)
        if address and _ready(address):
            return address
        time.sleep(0.2)
    raise DemoError(f"the worker was not ready after {_READY_WAIT:.0f} s. {_last_words(log)}")


def _address(log: Path) -> str | None:
    """What the worker's log says of its web port: the next free one when the usual is taken."""
    for event in _events(log):
        if "metrics" in event:
            return str(event["metrics"]).removesuffix("/metrics")
    return None


def _ready(address: str) -> bool:
    try:
        with urllib.request.urlopen(f"{address}/health/ready", timeout=2) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def _events(log: Path) -> Iterator[Mapping[str, Any]]:
    for line in log.read_text(encoding="utf-8", errors="replace").splitlines():
        try:
            event = json.loads(line)
        except ValueError:
            continue
        if isinstance(event, dict):
            yield event


def _last_words(log: Path) -> str:
    return "\n".join([f"Its log is {log}", *log.read_text(encoding="utf-8", errors="replace").splitlines()[-5:]])


def _await_end(process: "subprocess.Popen[bytes]", wait: float) -> None:
    try:
        process.wait(wait + 10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
