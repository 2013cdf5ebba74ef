"""A parent that starts the worker again when it had to end: after a stall, a crash, a lost broker, a fenced lane."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence

from pipeline.runtime.exits import Exit
from pipeline.runtime.system.logs import get_logger
from pipeline.runtime.system.parent_death import PARENT_VARIABLE
from pipeline.runtime.system.signals import drain_signals

# What a restart cannot mend, as long as no worker has come past it yet.
_FINAL_AT_FIRST = frozenset({Exit.UNUSABLE, Exit.BROKER_UNREACHABLE, Exit.MISSING_TOPIC})
_HEALTHY_AFTER = 60.0  # seconds after which a crash counts as the first again
_FIRST_PAUSE = 0.5


class Supervisor:
    """Runs a command again and again until it ends by itself with success or for good reason."""

    def __init__(self, command: Sequence[str], *, longest_pause: float) -> None:
        """`command` is a worker's command line; pauses between starts double up to `longest_pause` seconds."""
        self._command = list(command)
        self._longest_pause = longest_pause
        self._log = get_logger("dateline.supervisor")
        self._child: subprocess.Popen[bytes] | None = None
        self._stopping = False

    def run(self) -> int:
        """Supervise until the worker drains or cannot be helped; its exit code."""
        for number in drain_signals():
            signal.signal(number, self._pass_on)
        pause, came_up = _FIRST_PAUSE, False
        while True:
            began = time.monotonic()
            code = self._run_once()
            if self._stopping:
                # Killed by what it was told before it could listen, it had taken nothing on yet.
                return Exit.DRAINED if code == -signal.SIGTERM else code
            if code == Exit.DRAINED:
                return code
            if not came_up and code in _FINAL_AT_FIRST:
                return code
            came_up = True
            pause = _FIRST_PAUSE if time.monotonic() - began > _HEALTHY_AFTER else pause
            self._log.warning("the worker ended, starting it again", exit_code=code, pause=pause)
            self._sleep(pause)
            if self._stopping:
                return Exit.DRAINED
            pause = min(2 * pause, self._longest_pause)

    def _run_once(self) -> int:
        self._child = subprocess.Popen(self._command, env={**os.environ, PARENT_VARIABLE: str(os.getpid())})
        if self._stopping:  # the signal came while the child was being started
            self._child.terminate()
        return self._child.wait()

    def _sleep(self, seconds: float) -> None:
        deadline = time.monotonic() + seconds
        while not self._stopping and time.monotonic() < deadline:
            time.sleep(0.1)

    def _pass_on(self, _number: int, _frame: object) -> None:
        self._stopping = True
        child = self._child
        # Ctrl-C in a terminal reaches the child too; SIGINT from elsewhere does not, and being told twice does no harm.
        if child is not None and child.poll() is None:
            child.terminate()


def worker_command(arguments: Sequence[str]) -> list[str]:
    """The command line of an unsupervised worker under this interpreter."""
    return [sys.executable, "-m", "pipeline", *arguments, "worker", "--no-supervise"]
