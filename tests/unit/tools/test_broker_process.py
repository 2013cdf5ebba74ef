"""When a broker's process has ended, whoever its parent is."""

import subprocess
import sys

import psutil
import pytest

from pipeline.tools.broker.process import ended


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
