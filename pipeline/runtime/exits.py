"""How a worker ends. Apart from the worker, so that whoever only starts one loads nothing of it."""

from enum import IntEnum


class Exit(IntEnum):
    """How a worker ends; the supervisor starts it again after FAILED."""

    DRAINED = 0
    FAILED = 1
    UNUSABLE = 2
    BROKER_UNREACHABLE = 3
    MISSING_TOPIC = 4
