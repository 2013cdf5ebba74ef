"""The supervisor and the watchdog, each as a process of its own."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

DRAINS = "import signal, sys, time; signal.signal(15, lambda *_: sys.exit(0)); print('up', flush=True); time.sleep(60)"
DEAF = "import time; print('up', flush=True); time.sleep(60)"  # SIGTERM comes before it listens


@contextmanager
def _python(script: str) -> Iterator["subprocess.Popen[bytes]"]:
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        try:
            yield process
        finally:
            process.kill()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("worker", [DRAINS, DEAF])
def test_a_supervisor_that_alone_is_told_ends_its_worker(number: int, worker: str) -> None:
    script = (
        "import sys; from pipeline.runtime.supervisor import Supervisor;"
        f"sys.exit(Supervisor([sys.executable, '-c', {worker!r}], longest_pause=1).run())"
    )
    with _python(script) as supervisor:
        assert supervisor.stdout is not None
        assert supervisor.stdout.readline() == b"up\n"
        supervisor.send_signal(number)
        assert supervisor.wait(30) == 0


def test_ctrl_c_does_not_tear_a_supervised_worker_out_of_its_imports() -> None:
    command = [sys.executable, "-X", "importtime", "-m", "pipeline", "--version"]
    environ = os.environ | {"_DATELINE_SUPERVISOR": str(os.getpid())}
    with subprocess.Popen(command, env=environ, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stderr is not None
        while b"pipeline.runtime.system.parent_death" not in process.stderr.readline():
            pass
        process.stderr.readline()
        process.send_signal(signal.SIGINT)
        out, _ = process.communicate(timeout=60)
    assert (process.returncode, out.startswith(b"dateline ")) == (0, True)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux's kernel can be asked to end orphans")
def test_a_worker_does_not_outlive_a_supervisor_that_is_killed_while_it_still_imports() -> None:
    child = [sys.executable, "-X", "importtime", "-m", "pipeline", "--version"]
    script = (
        f"import os, subprocess; subprocess.run({child!r}, env=os.environ | "
        "{'_DATELINE_SUPERVISOR': str(os.getpid())})"
    )
    with _python(script) as supervisor:
        assert supervisor.stderr is not None
        while b"pipeline.runtime.system.parent_death" not in supervisor.stderr.readline():
            pass
        supervisor.stderr.readline()
        supervisor.kill()
        out, _ = supervisor.communicate(timeout=60)  # until the worker has closed its end, too
    assert out == b""


@pytest.mark.parametrize(
    ("progress", "on_stall"),
    [
        ("None", "print"),
        ("[][1]", "print"),  # what it looks at changes under it
        ("None", "lambda why: [][1]"),  # nobody takes the log any more
    ],
)
def test_the_watchdog_ends_a_stuck_process_whatever_fails_meanwhile(progress: str, on_stall: str) -> None:
    script = (
        "import asyncio, socket, time; from pipeline.runtime.health.watchdog import Watchdog;"
        "broker = socket.create_server(('127.0.0.1', 0)); loop = asyncio.new_event_loop();"
        f"Watchdog(progress=lambda: {progress}, at_rest=lambda: False, loop=loop, limit=0.1, on_stall={on_stall},"
        "broker=f'127.0.0.1:{broker.getsockname()[1]}').start(); time.sleep(60)"
    )
    with _python(script) as process:
        assert process.wait(30) == 70
