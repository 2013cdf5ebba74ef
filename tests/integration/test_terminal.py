"""Commands in a real terminal: keys, small character sets."""

import os
import pty
import subprocess
import sys
import time
from pathlib import Path

import pytest

SAMPLES = Path(__file__).parents[2] / "pipeline" / "tools" / "samples"


def _output_until(terminal: int, wanted: bytes, seconds: float = 60.0) -> bytes:
    shown, deadline = b"", time.monotonic() + seconds
    while wanted not in shown and time.monotonic() < deadline:
        shown += os.read(terminal, 65536)
    return shown


def test_top_ends_with_q() -> None:
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "pipeline", "--broker", "127.0.0.1:1", "top", "--interval", "30"]
    with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs) as process:
        os.close(theirs)
        assert b"No worker answers" in _output_until(ours, b"No worker answers")
        os.write(ours, b"sq")
        assert process.wait(timeout=20) == 0
    os.close(ours)


@pytest.mark.parametrize("encoding", ["latin-1", "ascii"])
def test_what_a_small_character_set_has_not_is_a_question_mark(encoding: str) -> None:
    variables = {**os.environ, "PYTHONIOENCODING": encoding}
    command = [sys.executable, "-m", "pipeline", "explain", str(SAMPLES / "3-loire.txt")]
    run = subprocess.run(command, env=variables, capture_output=True, check=False, timeout=120)
    assert (run.returncode, run.stderr) == (0, b"")
    assert "headline" in run.stdout.decode(encoding)
