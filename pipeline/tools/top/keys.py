"""Keys as they are pressed, without Return; none where the input is no terminal."""

import asyncio
import os
import sys
import termios
import tty
from collections.abc import Iterator
from contextlib import contextmanager


class Keys:
    """What was pressed and not asked for yet."""

    def __init__(self) -> None:
        self._pressed: asyncio.Queue[str] = asyncio.Queue()

    def read(self) -> None:
        """Take in what the terminal holds; an input that has ended is left alone."""
        for key in os.read(sys.stdin.fileno(), 64).decode(
            "utf-8", "replace"
        ):  # Python's own buffer would keep some back
            self._pressed.put_nowait(key)

    async def next(self, wait: float) -> str | None:
        """The next key, None when none is pressed for `wait` seconds."""
        try:
            return await asyncio.wait_for(self._pressed.get(), wait)
        except TimeoutError:
            return None


@contextmanager
def pressed_keys() -> Iterator[Keys]:
    """Read keys one by one; the terminal is as it was afterwards."""
    keys = Keys()
    if not sys.stdin.isatty():
        yield keys
        return
    loop, terminal = asyncio.get_running_loop(), sys.stdin.fileno()
    before = termios.tcgetattr(terminal)
    tty.setcbreak(terminal)
    loop.add_reader(terminal, keys.read)
    try:
        yield keys
    finally:
        loop.remove_reader(terminal)
        termios.tcsetattr(terminal, termios.TCSADRAIN, before)
