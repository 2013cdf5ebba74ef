"""Ctrl-C: a command hears it as KeyboardInterrupt; before and after, it ends the process without a word."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager


def quiet() -> None:
    """Let Ctrl-C end the process as it ends any program, not with the traceback of a half-done import.

    A process that ignores it, as one in the background of a script does, goes on ignoring it.
    """
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)


@contextmanager
def heard() -> Iterator[None]:
    """Within, Ctrl-C raises KeyboardInterrupt, if `quiet` had been called before."""
    if signal.getsignal(signal.SIGINT) is not signal.SIG_DFL:
        yield
        return
    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        quiet()
