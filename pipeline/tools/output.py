"""What becomes of output that cannot be written: one line and exit code 1, or 0 where a reader has had enough.

Python keeps output back and writes the rest when it ends; an error then is a message of its own and exit code 120.
So the rest is written here, before that, and what cannot be written is given up.
"""

import os
import sys
from io import TextIOWrapper
from typing import NoReturn

from rich.console import Console

from pipeline.tools.errors import ExitCode


def install() -> None:
    """Let rich end like the rest where a reader has had enough (`dateline lag | head -1`); by itself it ends with 1.

    And let a terminal of a small character set show "?" for what it has not: an article can hold anything.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
    Console.on_broken_pipe = _enough  # type: ignore[method-assign, assignment]


def flushed(code: str | int | None) -> str | int | None:
    """Write what was kept back; the exit code, `code` unless that failed."""
    # How click says that a reader has had enough, before it ends with 1.
    if type(sys.stdout).__name__ == "PacifyFlushWrapper":
        give_up()
        return ExitCode.OK
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        give_up()
    except OSError as error:
        give_up()
        if not code:  # else the command has said so itself
            print(f"cannot write the output: {error.strerror}.", file=sys.stderr)
        return code or ExitCode.FAILED
    return code


def give_up() -> None:
    """Let go of what nobody takes, so that it cannot fail again when Python ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _enough(_console: Console) -> NoReturn:
    give_up()
    raise SystemExit(ExitCode.OK)
