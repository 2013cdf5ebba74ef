"""Output that cannot be written, or that nobody reads any more, whatever Python's buffering."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

COMMANDS = (["--help"], ["--version"], ["metrics"], ["config", "--default"])
pytestmark = pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")


def _run(command: list[str], stdout: int, unbuffered: str) -> "subprocess.Popen[bytes]":
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    if unbuffered:
        environment["PYTHONUNBUFFERED"] = unbuffered
    started = [sys.executable, "-m", "pipeline", *command]
    return subprocess.Popen(started, stdout=stdout, stderr=subprocess.PIPE, env=environment)


@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_output_that_cannot_be_written_is_told_in_one_line(command: list[str], unbuffered: str) -> None:
    with Path("/dev/full").open("wb") as full, _run(command, full.fileno(), unbuffered) as process:
        _, errors = process.communicate(timeout=60)
    assert (process.returncode, errors.count(b"\n"), b"No space left on device" in errors) == (1, 1, True), errors


@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_reader_that_goes_away_is_no_error(command: list[str], unbuffered: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with _run(command, writing, unbuffered) as process:
        os.close(writing)
        _, errors = process.communicate(timeout=60)
    assert (process.returncode, errors) in ((0, b""), (-13, b"")), errors
