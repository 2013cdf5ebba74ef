"""The demo, as a newcomer runs it."""

import asyncio
import os
import re
import subprocess
import sys
from pathlib import Path

import psutil

from pipeline.runtime.config.sources import load_settings
from pipeline.runtime.kafka.connection import open_admin
from pipeline.runtime.kafka.topics import partition_counts
from pipeline.tools.broker import LocalBroker
from pipeline.tools.home import home

SAMPLES = 7


def _demo(tmp_path: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    tmp_path.joinpath("kafka").symlink_to(home() / "kafka")
    environment = {name: value for name, value in os.environ.items() if not name.startswith("DATELINE_")}
    return subprocess.run(
        [sys.executable, "-m", "pipeline", "demo", *arguments],
        env={
            **environment,
            "DATELINE_HOME": str(tmp_path),
            "DATELINE_POOL_PROCESSES": "1",
            "COLUMNS": "120",
            **variables,
        },
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )


def _complete(output: str) -> None:
    assert len(re.findall(r"^\{$", output, re.MULTILINE)) == SAMPLES
    assert "Port of Piraeus reports record container traffic  ← related_headline" in output
    assert "invalid_json" in output
    before, after = output.split("What the stream teaches")[1].split("now that the line has earned it")
    assert "Morning Letter" in before
    assert "recurring" not in before
    assert re.search(r"Morning Letter.*← recurring, seen in \d of \d", after)
    assert "Athens GPE" in output
    answer = output.split("Who is quoted in the sample articles")[1]
    assert re.search(r"Andres Kuusk .*\b[1-9] *$", answer, re.MULTILINE)


def test_the_demo_shows_every_sample_and_stops_what_it_started(tmp_path: Path) -> None:
    done = _demo(tmp_path)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr
    _complete(done.stdout)
    assert not LocalBroker(tmp_path / "demo" / "broker").running
    assert not [process for process in psutil.process_iter(["environ"]) if _of_this_demo(process, tmp_path)]


def test_a_demo_that_is_kept_goes_on_until_it_is_stopped(tmp_path: Path) -> None:
    done = _demo(tmp_path, "--keep")
    broker = LocalBroker(tmp_path / "demo" / "broker")
    worker = re.search(r"The worker is process (\d+)", done.stdout)
    try:
        assert done.returncode == 0, done.stdout[-3000:] + done.stderr
        assert broker.running
        assert f"--broker {broker.bootstrap}" in done.stdout
        assert worker is not None
        assert psutil.pid_exists(int(worker.group(1)))
    finally:
        if worker is not None:
            process = psutil.Process(int(worker.group(1)))
            process.terminate()
            process.wait(60)
        broker.stop()


def test_on_a_broker_that_was_named_the_demo_leaves_nothing_behind(broker: str, tmp_path: Path) -> None:
    done = _demo(tmp_path, DATELINE_BROKER=broker)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr
    _complete(done.stdout)
    assert not (tmp_path / "demo" / "broker").exists()
    assert not [name for name in asyncio.run(_topics(broker)) if name.startswith("dateline-demo")]


def _of_this_demo(process: psutil.Process, folder: Path) -> bool:
    return (process.info["environ"] or {}).get("DATELINE_HOME") == str(folder)


async def _topics(broker: str) -> set[str]:
    admin = await open_admin(load_settings(environ={}, overrides={"broker": broker}))
    try:
        return set(await partition_counts(admin))
    finally:
        await admin.close()
