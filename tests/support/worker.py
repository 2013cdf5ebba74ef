"""Workers as subprocesses: started, watched, stopped and killed as a user or a cluster would."""

import json
import os
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import Any
from urllib.error import HTTPError, URLError

from pipeline.runtime.config.settings import Settings
from tests.support.kafka import environment


class WorkerProcess:
    """One `dateline worker`, its log and its web port."""

    def __init__(
        self,
        settings: Settings,
        folder: Path,
        name: str = "worker",
        *,
        supervised: bool = False,
        module: str = "pipeline",
        variables: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        """`module` stands in for `dateline`; `variables` join the environment."""
        self.log = folder / f"{name}.log"
        command = [sys.executable, "-m", module, "worker", *([] if supervised else ["--no-supervise"])]
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                command,
                env={**os.environ, **environment(settings), "DATELINE_LOGS_FORMAT": "json", **variables},
                stdout=log,
                stderr=log,
                stdin=subprocess.DEVNULL,
            )

    def events(self) -> list[dict[str, Any]]:
        """The log's lines so far; what is not JSON comes as {"event": line}."""
        found = []
        for line in self.log.read_text(errors="replace").splitlines():
            try:
                found.append(json.loads(line))
            except ValueError:
                found.append({"event": line})
        return found

    def wait_for(self, event: str, timeout: float = 60.0) -> dict[str, Any]:
        """The first log line with that event. Raises AssertionError when it does not come."""
        found: dict[str, Any] = self._poll(
            lambda: next((one for one in self.events() if one["event"] == event), None), event, timeout
        )
        return found

    def wait_ready(self, timeout: float = 90.0) -> None:
        """Wait until the worker says it is ready."""
        self._poll(lambda: self.get("/health/ready")[0] == 200 or None, "readiness", timeout)

    @property
    def address(self) -> str:
        """Where its web port is."""
        return str(self.wait_for("web port open")["metrics"]).removesuffix("/metrics")

    def get(self, path: str) -> tuple[int, str]:
        """Status and body of a page of its web port; 0 while nobody answers."""
        try:
            with urllib.request.urlopen(self.address + path, timeout=5) as answer:
                return answer.status, answer.read().decode()
        except HTTPError as error:
            return error.code, error.read().decode()
        except (URLError, OSError):
            return 0, ""

    def kill(self) -> None:
        """SIGKILL, as the kernel's out-of-memory killer would."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(10)

    def stop(self, timeout: float = 60.0) -> int:
        """SIGTERM, and wait; the exit code."""
        if self.process.poll() is None:
            self.process.terminate()
        try:
            return self.process.wait(timeout)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise AssertionError(f"the worker did not stop within {timeout} s:\n{self.tail()}") from None

    def tail(self, lines: int = 40) -> str:
        """The end of its log."""
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-lines:])

    def _poll(self, look: Callable[[], Any], what: str, timeout: float) -> Any:
        deadline = time.monotonic() + timeout
        while time.monotonic() < deadline:
            if (found := look()) is not None:
                return found
            if self.process.poll() is not None and look() is None:
                raise AssertionError(f"the worker ended ({self.process.returncode}) before {what}:\n{self.tail()}")
            time.sleep(0.1)
        raise AssertionError(f"no {what} within {timeout} s:\n{self.tail()}")


@contextmanager
def running_worker(settings: Settings, folder: Path, name: str = "worker", **options: Any) -> Iterator[WorkerProcess]:
    """A worker that is ready; it is stopped afterwards if the test has not done so."""
    worker = WorkerProcess(settings, folder, name, **options)
    try:
        worker.wait_ready()
        yield worker
    finally:
        if worker.process.poll() is None:
            worker.process.terminate()
            try:
                worker.process.wait(30)
            except subprocess.TimeoutExpired:
                worker.process.kill()
