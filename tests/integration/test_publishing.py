"""Publishing that is broken off and goes on, on a real broker."""

import asyncio
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from pipeline.core.flow import Channel
from pipeline.runtime.config.settings import Settings
from tests.support.kafka import environment, make_topics, read_committed

COUNT = 60_000


def _publish(settings: Settings, home: Path, *arguments: str) -> "subprocess.Popen[str]":
    clean = {name: value for name, value in os.environ.items() if not name.startswith("DATELINE_")}
    variables = clean | environment(settings) | {"DATELINE_HOME": str(home)}
    command = [sys.executable, "-m", "pipeline", "publish", *arguments]
    return subprocess.Popen(command, env=variables, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def _wait_for_place(home: Path) -> None:
    deadline = time.monotonic() + 60
    while not list((home / "publish").glob("*.json")) and time.monotonic() < deadline:
        time.sleep(0.01)


async def test_after_ctrl_c_publishing_goes_on_where_it_stopped(settings: Settings, tmp_path: Path) -> None:
    await make_topics(settings)
    home, file = tmp_path / "home", tmp_path / "a.jsonl"
    file.write_text(
        "\n".join(json.dumps({"id": f"a{number}", "text": "x"}) for number in range(COUNT)), encoding="utf-8"
    )
    first = _publish(settings, home, str(file))
    await asyncio.to_thread(_wait_for_place, home)
    first.send_signal(signal.SIGINT)
    _, said = first.communicate(timeout=60)
    assert (first.returncode, "--resume goes on" in said) == (130, True), said
    second = _publish(settings, home, "--resume", str(file))
    told, said = second.communicate(timeout=60)
    assert (second.returncode, f"Going on in {file}, behind " in said) == (0, True), said
    left = int(told.split()[1].replace(",", ""))
    found = await read_committed(settings, Channel.RAW)
    assert {record.key for record in found} == {b"a%d" % number for number in range(COUNT)}
    assert left < COUNT
    # Those on their way at Ctrl-C may come twice: no more than the producer had in flight.
    assert len(found) - COUNT <= 3000
    again = _publish(settings, home, "--resume", str(file))
    told, _ = again.communicate(timeout=60)
    assert told.startswith(f"Published {COUNT:,} articles")  # that one was finished; this is a new one
