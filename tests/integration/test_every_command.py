"""Every command on a poor terminal (60 columns, Latin-1, LANG=C, NO_COLOR), without a reader, and at Ctrl-C."""

import asyncio
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from pipeline.core.flow import Channel
from pipeline.runtime.config.settings import Settings
from pipeline.tools.cli import COMMANDS, load
from tests.integration.test_commands import ENRICHED
from tests.integration.test_dead import bury
from tests.support.kafka import environment, make_topics, publish, unique_settings

TITLE = "Łódź: ferry burns, “nobody” hurt, says Παπαδόπουλος"


class Case(NamedTuple):
    """What is called, and how it ends by itself; None: only when it is told to."""

    arguments: list[str]
    code: int | None = 0


CASES = {
    "demo": Case(["--broker", "127.0.0.1:1", "demo"], 3),
    "broker start": Case(["broker", "start", "--data", "/dev/null/no-folder"], 1),
    "broker stop": Case(["broker", "stop", "--data", "{folder}/none"]),
    "broker status": Case(["broker", "status", "--data", "{folder}/none"], 3),
    "topics create": Case(["topics", "create"]),
    "topics list": Case(["topics", "list"]),
    "worker": Case(["worker"], None),
    "publish": Case(["publish", "{article}"]),
    "feed rss": Case(["feed", "rss", "--once", "http://127.0.0.1:1/"], 1),
    "tail": Case(["tail", "enriched", "--from-beginning", "--timeout", "1"]),
    "sink parquet": Case(["sink", "parquet", "--once", "{folder}/Łódź"]),
    "sink postgres": Case(["sink", "postgres", "--once", "postgresql://nobody@127.0.0.1:1/none"], 1),
    "connect postgres": Case(["connect", "postgres", "--print", "postgresql://nobody@127.0.0.1/none"]),
    "show": Case(["show", "a1"]),
    "dead list": Case(["dead", "list"]),
    "dead show": Case(["dead", "show", "d1"]),
    "dead replay": Case(["dead", "replay", "--dry-run"]),
    "process": Case(["process", "--stage", "clean", "{article}", "-"]),
    "top": Case(["top", "--once", "127.0.0.1:1"], 1),
    "doctor": Case(["doctor", "--json"]),
    "lag": Case(["lag", "--over", "0"]),
    "offsets show": Case(["offsets", "show"]),
    "offsets reset": Case(["offsets", "reset", "raw", "--to", "latest", "--dry-run"]),
    "explain": Case(["explain", "{article}"]),
    "lines show": Case(["lines", "show"]),
    "lines keep": Case(["lines", "keep", "Łódź", "Read more"]),
    "lines drop": Case(["lines", "drop", "Łódź", "Read more"]),
    "lines forget": Case(["lines", "forget", "Łódź", "Read more"]),
    "config": Case(["config"]),
    "metrics": Case(["metrics"]),
    "rules": Case(["rules"]),
    "dashboards": Case(["dashboards", "{folder}/dashboards"]),
    "schemas": Case(["schemas", "{folder}/schemas"]),
}


class World(NamedTuple):
    """A broker with topics that hold something of each kind, and a file."""

    settings: Settings
    folder: Path
    article: Path

    def start(self, case: Case, stdout: int = subprocess.PIPE) -> "subprocess.Popen[bytes]":
        clean = {name: value for name, value in os.environ.items() if not name.startswith("DATELINE_")}
        poor = {"LANG": "C", "LC_ALL": "C", "PYTHONIOENCODING": "latin-1", "NO_COLOR": "1", "COLUMNS": "60"}
        own = {"DATELINE_HOME": str(self.folder / "home"), "DATELINE_WEB_PORT": "0"}
        filled = [one.format(folder=self.folder, article=self.article) for one in case.arguments]
        command = [sys.executable, "-m", "pipeline", *filled]
        variables = clean | environment(self.settings) | own | poor
        return subprocess.Popen(command, env=variables, stdin=subprocess.DEVNULL, stdout=stdout, stderr=subprocess.PIPE)


@pytest.fixture(scope="module")
def world(broker: str, tmp_path_factory: pytest.TempPathFactory) -> World:
    folder = tmp_path_factory.mktemp("every")
    article = folder / "Łódź.txt"
    article.write_text(f"{TITLE}\n\nThe ferry left Łódź on Monday.\n", encoding="utf-8")
    settings = unique_settings(broker)
    asyncio.run(_fill(settings))
    return World(settings, folder, article)


async def _fill(settings: Settings) -> None:
    await make_topics(settings)
    await publish(settings, [(b"a1", json.dumps({"id": "a1", "text": TITLE}).encode())])
    await publish(settings, [(b"a1", json.dumps(ENRICHED | {"title": TITLE}).encode())], Channel.ENRICHED)
    await bury(settings, {"d1": b"{}"})


def _leaves(command: Any, name: str) -> Iterator[str]:
    inner = getattr(command, "commands", None)
    if inner is None:
        yield name
    for key, one in (inner or {}).items():
        yield from _leaves(one, f"{name} {key}")


def test_no_command_is_left_out() -> None:
    assert sorted(CASES) == sorted(leaf for name in COMMANDS for leaf in _leaves(load(name), name))


ENDING = [name for name, case in CASES.items() if case.code is not None]


@pytest.mark.parametrize("name", ENDING)
def test_on_a_poor_terminal(world: World, name: str) -> None:
    with world.start(CASES[name]) as run:
        out, err = run.communicate(timeout=90)
    assert (run.returncode, b"Traceback" in err, b"\x1b" in out + err) == (CASES[name].code, False, False), err
    framed = [line for line in out.decode("latin-1").splitlines() if line.startswith(("+-", "|"))]
    # What `metrics` prints is Markdown, for a file.
    assert name == "metrics" or max((len(line) for line in framed), default=0) <= 60, framed


@pytest.mark.parametrize("name", ENDING)
def test_whose_reader_goes_away(world: World, name: str) -> None:
    read, write = os.pipe()
    os.close(read)
    with world.start(CASES[name], write) as run:
        os.close(write)
        _, err = run.communicate(timeout=90)
    # What could not be had is no less missing because nobody listened; the rest ends like any command before `head`.
    assert (run.returncode in {0, CASES[name].code, -signal.SIGPIPE}, b"Traceback" in err) == (True, False), err


@pytest.mark.parametrize("name", CASES)
def test_at_ctrl_c(world: World, name: str) -> None:
    case = CASES[name]
    with world.start(case) as run:
        # At any moment: while Python starts, while modules load, at work, at the end.
        time.sleep(random.Random(name).uniform(0.05, 2.0))
        run.send_signal(signal.SIGINT)
        _, err = run.communicate(timeout=90)
    ends = {0, 130, -signal.SIGINT, case.code}
    assert (run.returncode in ends, b"Traceback" in err) == (True, False), (run.returncode, err)
