"""Runs Kafka Connect on this machine, and ends it when its connector has failed."""

import json
import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pipeline.tools.broker import jars
from pipeline.tools.broker.ports import free_port
from pipeline.tools.broker.process import jvm
from pipeline.tools.connect.configuration import properties
from pipeline.tools.errors import CommandError
from pipeline.tools.home import home

_LOOK = 1.0  # seconds between two looks at the connector
_STOP = 30.0  # seconds that it may take to write what it has

# Becomes the JVM, after it has asked to be killed with this process.
_ENDING = (
    sys.executable,
    "-c",
    "import os, sys; from pipeline.runtime.system.parent_death import die_with_parent; "
    "die_with_parent(int(sys.argv[1])); os.execv(sys.argv[2], sys.argv[2:])",
)


class ConnectError(CommandError):
    """Connect cannot go on; the message has what it said."""


def bring(progress: jars.Downloaded | None = None) -> tuple[Path, Path, Path]:
    """Have the jars: the folders of Kafka's, of Connect's and of plugins. Raises JarsError."""
    package, base = "pipeline.tools.connect", home() / "kafka"
    kafka = jars.ensure(base / jars.KAFKA_VERSION, progress)
    connect = jars.ensure(base / f"connect-{jars.KAFKA_VERSION}", progress, jars.pinned(package, "connect.txt"))
    plugins = base / "connect-plugins"
    jars.ensure(plugins / "jdbc", progress, jars.pinned(package, "jdbc.txt"))
    return kafka, connect, plugins


class Connect:
    """A running Connect with one connector."""

    def __init__(self, process: "subprocess.Popen[bytes]", port: int, name: str, log: Path) -> None:
        self.process, self.port, self.name, self.log = process, port, name, log

    def wait(self, began: Callable[[], None] = lambda: None) -> None:
        """Return never while all is well; `began` is told when the connector runs.

        Raises:
            ConnectError: Connect ended, or its connector has failed, which Connect itself would not mind.
        """
        told = False
        while self.process.poll() is None:
            state = self._state()
            failed = [task for task in state if task["state"] == "FAILED"]
            if failed:
                why = _cause(failed[0].get("trace", ""))
                raise ConnectError(f"{self.name} has failed: {why} Its log is {self.log}.")
            if state and not told:
                told = True
                began()
            time.sleep(_LOOK)
        raise ConnectError(f"Connect has ended. Its log is {self.log}.")

    def _state(self) -> list[dict[str, Any]]:
        """Of the connector's tasks; none before it runs."""
        try:
            with urllib.request.urlopen(f"{self.rest}/connectors/{self.name}/status", timeout=5) as answer:
                tasks: list[dict[str, Any]] = json.load(answer)["tasks"]
        except (OSError, ValueError, KeyError):
            return []
        return tasks

    @property
    def rest(self) -> str:
        """Where Connect is asked how it is."""
        return f"http://127.0.0.1:{self.port}"

    def stop(self) -> None:
        """Have it write what it has read, and end."""
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(_STOP)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()


@contextmanager
def running(
    name: str,
    folder: Path,
    connector: Mapping[str, str],
    worker: Callable[[Path, Path, int], Mapping[str, str]],
    progress: jars.Downloaded | None = None,
) -> Iterator[Connect]:
    """Connect with a connector, its files in `folder`; it does not outlive this process.

    Raises:
        CommandError: jars or Java could not be had.
    """
    kafka, connect, plugins = bring(progress)
    folder.mkdir(parents=True, exist_ok=True)
    port, log = free_port(), folder / "connect.log"
    files = [folder / "worker.properties", folder / "connector.properties"]
    files[0].write_text(properties(worker(folder, plugins, port)), encoding="ascii")
    files[1].write_text(properties({"name": name, **connector}), encoding="ascii")
    command = [*_ENDING, str(os.getpid()), *jvm([connect, kafka], log)]
    command += ["org.apache.kafka.connect.cli.ConnectStandalone", *map(str, files)]
    with (folder / "console.log").open("wb") as console:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=console,
            stderr=subprocess.STDOUT,
            env={**os.environ, "LC_ALL": "C.UTF-8"},
            start_new_session=True,  # Ctrl-C is for this process, which tells it to end
        )
    made = Connect(process, port, name, log)
    try:
        yield made
    finally:
        made.stop()


def _cause(trace: str) -> str:
    """What a Java stack trace is really about: the last "Caused by", on one line."""
    lines = [found for line in trace.splitlines() if (found := line.strip()) and not found.startswith(("at ", "..."))]
    causes = [number for number, line in enumerate(lines) if line.startswith("Caused by: ")]
    said = " ".join(lines[causes[-1] if causes else 0 :]).removeprefix("Caused by: ")
    return f"{said[:500].rstrip('.')}."
