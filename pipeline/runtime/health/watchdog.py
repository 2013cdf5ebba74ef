"""The last line of defence: a worker that is alive but gets nowhere is ended, from a thread of its own."""

import asyncio
import os
import socket
import sys
import threading
import time
import traceback
from collections.abc import Callable

EXIT_STALLED = 70
_FEW_BROKERS = 10  # times as much patience while most brokers are away: a new start cannot help then
_LAST_WORDS = 5.0  # seconds to say why; a log that nobody takes must not keep the process alive


class Watchdog(threading.Thread):
    """Ends the process when there is work, the broker is there, and nothing has moved for `limit` seconds.

    A thread, since a blocked event loop is one of the things it watches for. `progress` gives anything that changes
    when something moves; `at_rest` says that there is nothing to do and the worker is a member of its group.
    """

    def __init__(
        self,
        *,
        progress: Callable[[], object],
        at_rest: Callable[[], bool],
        broker: str,
        limit: float,
        loop: asyncio.AbstractEventLoop,
        on_stall: Callable[[str], None],
    ) -> None:
        """`broker` is the bootstrap setting; `on_stall` is told what every task waits for, before the process ends."""
        super().__init__(name="watchdog", daemon=True)
        self._progress = progress
        self._at_rest = at_rest
        self._addresses = [_address(one) for one in broker.split(",")]
        self._limit = limit
        self._loop = loop
        self._on_stall = on_stall
        self._since = time.monotonic()
        self._stopped = threading.Event()

    @property
    def stalled_for(self) -> float:
        """Seconds without progress while there was work to do; 0 while all is well."""
        seconds = time.monotonic() - self._since
        return seconds if seconds > 2.0 else 0.0  # two looks apart: nothing unusual

    def stop(self) -> None:
        """Watch no longer."""
        self._stopped.set()

    def run(self) -> None:
        """Look once a second."""
        seen: object = None
        while not self._stopped.wait(1.0):
            now = self._look(seen)
            if now != seen or self._rests() or (patience := self._patience()) is None:
                seen, self._since = now, time.monotonic()
            elif time.monotonic() - self._since > patience:
                self._end()

    def _look(self, seen: object) -> object:
        try:
            return self._progress()
        except Exception:  # noqa: BLE001 - as below; then nothing is known to have moved
            return seen

    def _rests(self) -> bool:
        try:
            return self._at_rest()
        except Exception:  # noqa: BLE001 - it reads another thread's state, which may change under it; then it is not at rest
            return False

    def _patience(self) -> float | None:
        """Seconds without progress that are one too many with the brokers that are there now; None without any."""
        there = sum(map(_takes_connections, self._addresses))
        if not there:
            return None
        # Fewer than most elect no leader and take no record, and nothing can move.
        return self._limit if 2 * there > len(self._addresses) else self._limit * _FEW_BROKERS

    def _end(self) -> None:
        in_any_case = threading.Timer(_LAST_WORDS, os._exit, [EXIT_STALLED])
        in_any_case.daemon = True
        in_any_case.start()
        try:
            self._on_stall(f"no progress for {self._limit:.0f} s with work waiting and the broker up\n{self._waits()}")
            sys.stderr.flush()
        finally:
            os._exit(EXIT_STALLED)

    def _waits(self) -> str:
        """What every task of the event loop waits for."""
        lines = []
        for task in asyncio.all_tasks(self._loop):
            stack = task.get_stack(limit=1)
            where = traceback.format_list(traceback.extract_stack(stack[-1], limit=1))[0].strip() if stack else "-"
            lines.append(f"{task.get_name()}: {task.get_coro()!r} {where}")
        return "\n".join(sorted(lines))


def _takes_connections(address: tuple[str, int]) -> bool:
    try:
        socket.create_connection(address, timeout=1.0).close()
    except OSError:
        return False
    return True


def _address(text: str) -> tuple[str, int]:
    host, _, port = text.strip().rpartition(":")
    return ((host or text.strip()).strip("[]"), int(port) if port.isdigit() else 9092)
