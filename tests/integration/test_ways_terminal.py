"""`publish`, `feed` and `sink` on poor terminals, with readers that go away, and at Ctrl-C."""

import asyncio
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import IO

import pytest

from pipeline.core.flow import Channel
from pipeline.runtime.config.settings import Settings
from tests.support.kafka import environment, make_topics, publish

NOBODY = "http://127.0.0.1:1/"


def _start(settings: Settings, *arguments: str, stdout: int | IO[bytes] = subprocess.PIPE) -> "subprocess.Popen[bytes]":
    clean = {name: value for name, value in os.environ.items() if not name.startswith("DATELINE_")}
    poor = {"LANG": "C", "LC_ALL": "C", "PYTHONIOENCODING": "latin-1", "NO_COLOR": "1", "COLUMNS": "60"}
    command = [sys.executable, "-m", "pipeline", *arguments]
    return subprocess.Popen(command, env=clean | environment(settings) | poor, stdout=stdout, stderr=subprocess.PIPE)


@pytest.mark.parametrize("way", ["publish", "feed", "sink"])
async def test_on_a_poor_terminal_whose_reader_goes_away(settings: Settings, tmp_path: Path, way: str) -> None:
    await make_topics(settings)
    file = tmp_path / "Łódź.txt"
    file.write_text("Łódź lies in Poland.", encoding="utf-8")
    commands = {
        "publish": ["publish", str(file)],
        "feed": ["feed", "rss", "--once", NOBODY],
        "sink": ["sink", "parquet", "--once", str(tmp_path / "Łódź")],
    }
    code = 1 if way == "feed" else 0  # there is no such feed
    run = _start(settings, *commands[way])
    out, err = run.communicate(timeout=60)
    assert (run.returncode, b"Traceback" in err, b"\x1b" in out + err) == (code, False, False), err
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "wb") as gone:
        run = _start(settings, *commands[way], stdout=gone)
        _, err = run.communicate(timeout=60)
    # What could not be had is no less missing because nobody listened; the rest ends like any command before `head`.
    assert (run.returncode in {0, code}, b"Traceback" in err) == (True, False), err


def _wait_for_a_file(folder: Path) -> None:
    deadline = time.monotonic() + 60
    while not list(folder.rglob("*.parquet")) and time.monotonic() < deadline:
        time.sleep(0.05)


async def test_ctrl_c_ends_the_services_and_what_came_is_kept(settings: Settings, tmp_path: Path) -> None:
    await make_topics(settings)
    await publish(settings, [b'{"id":"a","text":"x"}'], Channel.ENRICHED)
    feed = _start(settings, "feed", "rss", NOBODY, "--allow-private")
    sink = _start(settings, "sink", "parquet", str(tmp_path), "--every", "1s")
    assert feed.stderr is not None
    assert feed.stderr.readline() == b"Following 1 feed.\n"
    await asyncio.to_thread(_wait_for_a_file, tmp_path)
    for process in (feed, sink):
        process.send_signal(signal.SIGINT)
    out, err = sink.communicate(timeout=30)
    assert (sink.returncode, out.startswith(b"Wrote 1 record in 1 file to")) == (0, True), err
    assert re.fullmatch(rb"Metrics and health at \S+/metrics and /health/ready\.\n", err), err
    _, err = feed.communicate(timeout=30)
    assert (feed.returncode, b"Traceback" in err) == (0, False), err
