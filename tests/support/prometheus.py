"""A real Prometheus for tests, and the queries that dashboards and rules ask it."""

import json
import re
import shutil
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import yaml

from dashboards import check
from dashboards.check import Query

ROOT = Path(__file__).parents[2]
RULES = sorted((ROOT / "docker" / "prometheus" / "rules").glob("*.yml"))
RULE_TESTS = ROOT / "docker" / "prometheus" / "tests" / "alerts.yml"
DASHBOARDS = sorted(check.FOLDER.glob("*.json"))

# A metric's name followed by neither "(" (a function) nor "=" (a label); label lists are cut out first.
_NAME = re.compile(r"(?<![\w:.])(?:ALERTS|up|(?:dateline|process|python)_\w+|\w+:\w+:\w+)(?![\w:(])")
_SELECTOR = re.compile(r"(?<![\w:.])(?:up|(?:dateline|process|python)_\w+|\w+:\w+:\w+)(?:\{[^}]*\})?")


def require(program: str) -> str:
    """The path of `prometheus` or `promtool`; skips the test where it is not installed."""
    found = shutil.which(program)
    if found is None:
        pytest.skip(f"no {program} on PATH; Debian and Ubuntu have it in the package prometheus")
    return found


def panels() -> list[tuple[str, dict[str, Any]]]:
    """Every panel of the committed dashboards but the rows, with its dashboard's name."""
    found = []
    for file in DASHBOARDS:
        for panel in json.loads(file.read_text(encoding="utf-8"))["panels"]:
            found += [(file.stem, one) for one in (panel, *panel.get("panels", ())) if one["type"] != "row"]
    return found


def rules() -> list[dict[str, Any]]:
    """Every recording and alerting rule."""
    groups = [group for file in RULES for group in yaml.safe_load(file.read_text(encoding="utf-8"))["groups"]]
    return [rule for group in groups for rule in group["rules"]]


def alerts() -> list[dict[str, Any]]:
    """The alerting rules."""
    return [rule for rule in rules() if "alert" in rule]


def rule_queries() -> list[Query]:
    """Every rule's expression."""
    return [Query(rule.get("alert") or rule["record"], rule["expr"]) for rule in rules()]


def metrics_in(expression: str) -> set[str]:
    """The metrics that an expression asks for."""
    return set(_NAME.findall(re.sub(r"\{[^}]*\}|(?:by|without|on|ignoring) *\([^)]*\)", "", expression)))


def selectors_in(expression: str) -> set[str]:
    """The selections of series in an expression, each of which can be asked for by itself."""
    without_groupings = re.sub(r"(?:by|without|on|ignoring) *\([^)]*\)", "", expression)
    return set(_SELECTOR.findall(without_groupings))


class Prometheus:
    """A Prometheus server that scrapes workers (`targets`) and sinks every second, with this repository's rules."""

    def __init__(self, folder: Path, targets: Sequence[str], sinks: Sequence[str] = ()) -> None:
        program = require("prometheus")
        self.address = f"127.0.0.1:{_free_port()}"
        self.log = folder / "prometheus.log"
        config = folder / "prometheus.yml"
        config.write_text(yaml.safe_dump(_config(targets, sinks)), encoding="utf-8")
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [
                    program,
                    f"--config.file={config}",
                    f"--storage.tsdb.path={folder / 'tsdb'}",
                    f"--web.listen-address={self.address}",
                ],
                stdout=log,
                stderr=log,
                stdin=subprocess.DEVNULL,
            )

    def query(self, expression: str) -> list[float]:
        """The values that an instant query finds. Raises ValueError when it is refused."""
        return check.ask(f"http://{self.address}", expression)

    def rules(self) -> list[dict[str, Any]]:
        """The rules as the server sees them, with their health and last error."""
        with urllib.request.urlopen(f"http://{self.address}/api/v1/rules", timeout=10) as answer:
            return [rule for group in json.load(answer)["data"]["groups"] for rule in group["rules"]]

    def wait_ready(self, timeout: float = 30.0) -> None:
        """Wait until it answers queries."""
        deadline = time.monotonic() + timeout
        while time.monotonic() < deadline:
            assert self.process.poll() is None, f"prometheus ended:\n{self.log.read_text(errors='replace')[-2000:]}"
            try:
                urllib.request.urlopen(f"http://{self.address}/-/ready", timeout=2).close()
            except OSError:
                time.sleep(0.2)
            else:
                return
        raise AssertionError(f"prometheus not ready within {timeout} s")


@contextmanager
def running_prometheus(folder: Path, targets: Sequence[str], sinks: Sequence[str] = ()) -> Iterator[Prometheus]:
    """A Prometheus that is ready, stopped afterwards."""
    server = Prometheus(folder, targets, sinks)
    try:
        server.wait_ready()
        yield server
    finally:
        server.process.terminate()
        try:
            server.process.wait(20)
        except subprocess.TimeoutExpired:
            server.process.kill()


def _config(targets: Sequence[str], sinks: Sequence[str]) -> dict[str, Any]:
    jobs = {"dateline": targets, "dateline-sinks": sinks}
    return {
        "global": {"scrape_interval": "1s", "evaluation_interval": "1s"},
        "rule_files": [str(file) for file in RULES],
        "scrape_configs": [
            {"job_name": job, "static_configs": [{"targets": list(found)}]} for job, found in jobs.items()
        ],
    }


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])
