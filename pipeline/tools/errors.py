"""What a command can end with, and how a person is told. `docs/commands.md` lists the exit codes."""

from enum import IntEnum


class ExitCode(IntEnum):
    """Exit codes a shell script can rely on."""

    OK = 0
    FAILED = 1
    USAGE = 2
    BROKER_UNREACHABLE = 3
    MISSING_TOPIC = 4
    TIMED_OUT = 5
    INTERRUPTED = 130


class CommandError(Exception):
    """A command cannot do what was asked; the message says what happened and what to do."""

    exit_code = ExitCode.FAILED


class UsageError(CommandError):
    """What was asked for cannot be meant."""

    exit_code = ExitCode.USAGE


class TimedOutError(CommandError):
    """What was waited for did not come in time."""

    exit_code = ExitCode.TIMED_OUT
