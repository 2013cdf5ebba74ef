"""What a worker asks of its machine: descriptors, a folder of its own, the signals that end it."""

import multiprocessing.process
import resource
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from pipeline.runtime.kafka.shared import CLIENTS
from pipeline.runtime.system import files, scratch
from pipeline.runtime.system.signals import drain_signals


def test_what_is_needed_covers_what_was_measured() -> None:
    assert files.needed(brokers=1, processes=2) >= 2 * 35
    assert files.needed(brokers=3, processes=2) >= 35 + 2 * (2 * CLIENTS + 4)


def test_the_limit_is_raised_where_the_system_lets_it(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[int, int]] = []
    monkeypatch.setattr(resource, "getrlimit", lambda _which: (240, 1000))
    monkeypatch.setattr(resource, "setrlimit", lambda _which, limits: asked.append(limits))
    files.make_room(200)
    assert asked == []
    files.make_room(700)
    assert asked == [(700, 1000)]
    with pytest.raises(files.TooFewFilesError, match=r"up to 1,001 files and .*1,000 are allowed.*-n 1001"):
        files.make_room(1001)


def test_a_folder_that_a_killed_process_left_behind_goes_at_the_next_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = (
        f"import os, tempfile; tempfile.tempdir = {str(tmp_path)!r};"
        "from pipeline.runtime.system.scratch import scratch_folder;"
        "held = scratch_folder(); folder = held.__enter__(); (folder / 'socket').touch(); os.kill(os.getpid(), 9)"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == -signal.SIGKILL
    (left,) = tmp_path.iterdir()
    foreign = tmp_path / "dateline-of-somebody-else"
    foreign.mkdir()
    (foreign / ".lock").touch()  # a broker's folder and a sink's have one, and nobody may hold it just now
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with scratch.scratch_folder() as folder:
        assert not left.exists()
        assert multiprocessing.process.current_process()._config["tempdir"] == str(folder)  # type: ignore[attr-defined]
        with scratch.scratch_folder() as another:
            assert folder.exists(), "it is in use"
        assert not another.exists()
    assert list(tmp_path.iterdir()) == [foreign]


@pytest.mark.parametrize("ignored", [False, True])
def test_a_terminal_that_closes_drains_a_worker_unless_nohup_says_otherwise(ignored: bool) -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN if ignored else signal.SIG_DFL)
    try:
        assert (signal.SIGHUP in drain_signals()) is not ignored
    finally:
        signal.signal(signal.SIGHUP, before)
