"""Why a partition stands still until a person decides: going on by itself would lose articles without a word."""

from dataclasses import dataclass
from enum import StrEnum

_BEYOND_END = "dateline halted beyond the end "
_UNKNOWN = "unknown"
_RUNBOOK = "`dateline offsets show` and docs/runbook.md say how to go on"


class Why(StrEnum):
    """What a partition halts for; the label of a metric."""

    UNREADABLE = "unreadable"
    BEYOND_END = "beyond_end"
    BEHIND = "behind"


class CutOffError(Exception):
    """The log was cut off while it was read; opened anew, the lane sees what of that it had committed."""


@dataclass(frozen=True, slots=True)
class Halt:
    """A partition stands at `offset`; `message` says why, and what to do."""

    why: Why
    offset: int
    message: str
    note: str = ""
    resume: int | None = None  # where a group had been whose offset went back

    @property
    def final(self) -> bool:
        """Whether only a person ends it. What could not be read is tried again and again."""
        return self.why is not Why.UNREADABLE


def unreadable(offset: int, message: str) -> Halt:
    """Nothing can be read at `offset`."""
    return Halt(Why.UNREADABLE, offset, f"{message}; {_RUNBOOK}")


def beyond_end(committed: int, end: int | None) -> Halt:
    """The group has committed more than the log held: records were lost, and new ones bear their offsets.

    `end` is where the log ended; None where it had grown past the committed offset before that could be asked.
    """
    where = "before it, and has grown since" if end is None else f"at {end}"
    since = "the lost end" if end is None else f"{end}"
    message = (
        f"the group has committed offset {committed} and the log ended {where}: it was cut off or replaced, or the "
        f"offset set by mistake. New articles from {since} on would count as committed; {_RUNBOOK}"
    )
    return Halt(Why.BEYOND_END, committed, message, f"{_BEYOND_END}{_UNKNOWN if end is None else end}")


def behind(committed: int, processed: int) -> Halt:
    """The group's offset went back: what came of the article at `processed` was committed with a later one."""
    message = (
        f"the group's offset went back to {committed}, and articles up to offset {processed} are processed: what came "
        "of them was committed together with a later offset, which the broker has lost. To begin there would repeat "
        f"them; {processed + 1} is where it had been. {_RUNBOOK}"
    )
    return Halt(Why.BEHIND, committed, message, resume=processed + 1)


def noted(committed: int, note: str) -> Halt | None:
    """The halt that was written beside a committed offset, so that it outlives the worker and the log's growth."""
    end = note.removeprefix(_BEYOND_END)
    if end == note:
        return None
    if end == _UNKNOWN:
        return beyond_end(committed, None)
    return beyond_end(committed, int(end)) if end.isdecimal() else None
