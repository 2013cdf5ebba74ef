"""What runs inside the pool's processes.

The pool starts a fork server that imports this module and loads the models once; every process is forked from it and
shares the models' memory. What to load is handed over in an environment variable, since a fork server's preloaded
modules take no arguments. The module imports nothing heavy by itself, so the worker may import it too.
"""

import gc
import os
import resource
import signal
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pydantic import TypeAdapter

from pipeline.core.flow import Stage
from pipeline.core.outcome import Message, Outcome
from pipeline.core.steps.settings import Loaded, StepSettings
from pipeline.runtime.system.parent_death import die_with_parent

if TYPE_CHECKING:
    from pipeline.core.steps.run import Steps

PLAN_VARIABLE = "_DATELINE_POOL_PLAN"
# One thread each: the processes themselves use the cores.
SINGLE_THREADED = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}


@dataclass(frozen=True, slots=True)
class Plan:
    """What a pool's processes load, and how much memory each may take."""

    settings: StepSettings
    stages: tuple[Stage, ...]
    memory_mib: int

    def pack(self) -> str:
        """As text for the environment."""
        return TypeAdapter(Plan).dump_json(self).decode()

    @staticmethod
    def unpack(text: str) -> "Plan":
        """From the environment's text, which only the pool itself writes."""
        return TypeAdapter(Plan).validate_json(text)


@dataclass(frozen=True, slots=True)
class BatchResult:
    """The outcomes of a batch, in order, with the seconds they took and the process's memory in bytes."""

    outcomes: list[Outcome]
    seconds: float
    pid: int
    resident_bytes: int


class _Process:
    """The state of this process: the steps it loaded, or why it could not."""

    steps: "Steps | None" = None
    failure: str | None = None


def load_in_fork_server() -> None:
    """Load the models, once, before any process is forked. A failure is kept for the first who asks."""
    die_with_parent()
    try:
        from pipeline.core.steps.run import Steps  # noqa: PLC0415 - only here is the weight of the models wanted

        plan = Plan.unpack(os.environ[PLAN_VARIABLE])
        _Process.steps = Steps(plan.settings, plan.stages)
        _warm(_Process.steps, plan.stages)
    except Exception as error:  # noqa: BLE001 - told to the worker by `hello`
        _Process.failure = f"{type(error).__name__}: {error}" if not str(error) else str(error)
    collect_rarely()


def collect_rarely() -> None:
    """Let Python's garbage collector leave alone what is loaded now, and run less often than it would."""
    gc.collect()
    # Its work grows with what lives through a batch, and an article has some thousand small objects.
    gc.set_threshold(50_000, 20, 20)
    gc.freeze()  # the models' pages stay shared: the collector does not touch them any more


def start_process(memory_mib: int) -> None:
    """Set up a forked process: leave signals to the worker, die with it, stay within the memory limit."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    die_with_parent()
    if memory_mib:
        limit = memory_mib * 1024 * 1024
        resource.setrlimit(resource.RLIMIT_DATA, (limit, limit))


def hello(pause: float) -> Loaded:
    """Tell what is loaded; `pause` keeps this process busy so that its siblings are asked too.

    Raises:
        RuntimeError: the models could not be loaded; the message is for the user.
    """
    if _Process.failure is not None or _Process.steps is None:
        raise RuntimeError(_Process.failure or "the pool's fork server loaded nothing")
    time.sleep(pause)
    return _Process.steps.loaded()


def run_batch(stage: Stage, messages: Sequence[Message]) -> BatchResult:
    """Take a batch through one step."""
    assert _Process.steps is not None
    began = time.perf_counter()
    outcomes = _Process.steps.run(stage, messages)
    return BatchResult(outcomes, time.perf_counter() - began, os.getpid(), _resident_bytes())


def _warm(steps: "Steps", stages: Sequence[Stage]) -> None:
    """Run one article through, so that whatever is built lazily is built before the fork."""
    article = Message(None, b'{"id": "warm", "text": "A first line\\n\\nGeneva - The talks begin, Maria Keller said."}')
    for stage in stages:
        steps.run(stage, [article])


def _resident_bytes() -> int:
    try:
        with open("/proc/self/statm") as statm:  # noqa: PTH123 - read for every batch, and nothing is simpler
            return int(statm.read().split()[1]) * resource.getpagesize()
    except OSError:
        return 0
