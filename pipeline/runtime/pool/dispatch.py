"""Hands batches to pebble's processes and makes up for what pebble 5 does not do.

- A process that dies while no other is at work breaks pebble's whole pool. Here it is replaced like any other.
- A batch is lost when its process dies between taking it and saying so, for instance because it runs out of memory
  while it unpacks the batch. Pebble never answers for it, and its lane would wait for ever.
"""

import asyncio
import itertools
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, TypeVar

from pebble import ProcessExpired, ProcessPool

T = TypeVar("T")
_LOOK_EVERY = 1.0  # seconds between looks for a lost batch


class Dispatcher:
    """Runs functions in a pool's processes, each answered for certain."""

    def __init__(self, pool: ProcessPool) -> None:
        """`pool` has its processes running: from now on one that dies idle is replaced without a word."""
        self._pool = pool
        self._numbers = itertools.count()
        self._waiting: dict[int, Future[Any]] = {}
        self._last_begun = -1
        _survive_idle_deaths(pool)

    async def run(self, function: Callable[..., T], *arguments: Any, timeout: float) -> T:
        """What `function` returns. Cancelling the call leaves the process alone.

        Raises:
            ProcessExpired: the process died.
            TimeoutError: it took longer than `timeout` seconds and was killed.
        """
        number = next(self._numbers)
        future: Future[T] = self._pool.schedule(function, args=arguments, timeout=timeout)
        self._waiting[number] = future
        answer = asyncio.wrap_future(future)
        answer.add_done_callback(lambda done: done.cancelled() or done.exception())  # nobody may be left to ask
        try:
            while not (await asyncio.wait({answer}, timeout=_LOOK_EVERY))[0]:
                if self._is_lost(number):
                    raise ProcessExpired("a process died while it took its work", code=None)  # type: ignore[no-untyped-call]
            return answer.result()
        finally:
            self._note_begun()
            del self._waiting[number]

    def _is_lost(self, number: int) -> bool:
        """Whether a later one was begun before it: pebble hands them out in order."""
        self._note_begun()
        future = self._waiting[number]
        return number < self._last_begun and not future.running() and not future.done()

    def _note_begun(self) -> None:
        begun = (number for number, future in self._waiting.items() if future.running() or future.done())
        self._last_begun = max(self._last_begun, *begun, -1)


def _survive_idle_deaths(pool: ProcessPool) -> None:
    manager = pool._pool_manager
    find = manager.find_expired_task

    def find_or_not(process: int) -> Any:
        if not any(task.worker_id for task in tuple(manager.task_manager.tasks.values())):
            raise LookupError("it died idle")
        return find(process)

    manager.find_expired_task = find_or_not  # type: ignore[method-assign,assignment]
