"""When a broker's process has ended, whoever its parent is, and when it is frozen."""

import signal
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from pipeline.tools.broker.process import ended, wait_until_frozen


@pytest.mark.skipif(sys.platform == "win32", reason="needs fork")
def test_a_process_that_its_parent_does_not_clear_away_has_ended() -> None:
    careless = subprocess.Popen(["sh", "-c", "sleep 0.3 & exec sleep 60"])
    try:
        parent = psutil.Process(careless.pid)
        while not (children := parent.children()):
            pass
        assert ended(children[0], 30)
        assert children[0].status() == psutil.STATUS_ZOMBIE
        assert not ended(parent, 0)
    finally:
        careless.kill()
    assert ended(parent, 30)
    assert ended(parent, 0)


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_a_process_is_frozen_when_all_its_threads_stand_still() -> None:
    busy = "import threading\nfor _ in range(3): threading.Thread(target=lambda: [0 for _ in iter(int, 1)]).start()"
    running = subprocess.Popen([sys.executable, "-c", busy])
    try:
        while psutil.Process(running.pid).num_threads() < 4:
            pass
        running.send_signal(signal.SIGSTOP)
        wait_until_frozen(running.pid)
        threads = list(Path(f"/proc/{running.pid}/task").glob("*/stat"))
        assert len(threads) == 4
        assert {stat.read_text().rpartition(")")[2].split()[0] for stat in threads} == {"T"}
    finally:
        running.kill()
        running.wait(10)
