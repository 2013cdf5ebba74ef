"""Which headers Dateline reads, and what of them it believes: anybody who may publish may write any bytes there.

Names and values have no bound but the message's size, values can be null, a name can come thousands of times, and the
record's own timestamp can be any 64-bit number. What cannot be meant is left out here, before anything reads it.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

Headers = Sequence[tuple[str, bytes | None]]

PUBLISHED = "dateline-published"
PROCESSED = "dateline-processed"
SOURCE_TOPIC = "dateline-source-topic"
SOURCE_PARTITION = "dateline-source-partition"
SOURCE_OFFSET = "dateline-source-offset"
WORKER = "dateline-worker"
REASON = "dateline-reason"
STAGE = "dateline-stage"
REPLAYS = "dateline-replays"
TRACE_PARENT, TRACE_STATE = "traceparent", "tracestate"

# Passed from stage to stage: trace context, and how often an article was replayed from the dead letters.
CARRIED = (TRACE_PARENT, TRACE_STATE, REPLAYS)
TIMESTAMP = "timestamp"
#: The fields that can be refused, as the metric names them.
REFUSABLE = (PUBLISHED, PROCESSED, *CARRIED, TIMESTAMP)

_LATEST = 253_402_300_799.0  # the end of the year 9999, in Unix seconds
_DIGITS = 18  # of a number that fits 64 bits
# https://www.w3.org/TR/trace-context/: later versions may be longer than the 55 characters of the first.
_TRACE_PARENT = re.compile(rb"[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}(-[ -~]{0,128})?")
_TRACE_STATE = re.compile(rb"[\t -~]{0,512}")


class Admitted(NamedTuple):
    """What is believed of a message's headers, each name once, and the names of what was refused."""

    headers: Headers
    refused: tuple[str, ...]


def admit(headers: Headers) -> Admitted:
    """Keep the headers that Dateline reads and that can be meant; of a name that comes twice, the last."""
    found = {name: value for name, value in headers if name in _MEANT}
    kept = tuple((name, value) for name, value in found.items() if value is not None and _MEANT[name](value))
    return Admitted(kept, tuple(found.keys() - {name for name, _ in kept}) if len(kept) < len(found) else ())


def header(headers: Headers, name: str) -> bytes | None:
    """The value of a header, the last one of its name."""
    return next((value for key, value in reversed(headers) if key == name), None)


def number(headers: Headers, name: str) -> int | None:
    """The value of a header that is a whole number of at most 18 digits; None where it is anything else."""
    value = header(headers, name)
    return int(value) if value is not None and _is_number(value) else None


def plausible(seconds: float | None) -> bool:
    """Whether a time in Unix seconds can be one at which something was published."""
    return seconds is not None and 0 < seconds <= _LATEST


def _is_number(value: bytes) -> bool:
    return len(value) <= _DIGITS and value.isdigit()


def _is_time(value: bytes) -> bool:
    return _is_number(value) and plausible(int(value) / 1000)


_MEANT: Mapping[str, Callable[[bytes], bool]] = MappingProxyType(
    {
        PUBLISHED: _is_time,
        PROCESSED: _is_time,
        TRACE_PARENT: lambda value: _TRACE_PARENT.fullmatch(value) is not None,
        TRACE_STATE: lambda value: _TRACE_STATE.fullmatch(value) is not None,
        REPLAYS: _is_number,
    }
)
