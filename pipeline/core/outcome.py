"""What a step makes of a message: done, dropped or dead. A step does not raise for bad input."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from pipeline.core.flow import Channel, Stage, way
from pipeline.core.reasons import DeadReason, DropReason


# Named tuples, since they go from process to process by the dozen: a dataclass is pickled field by field in Python.
class Known(NamedTuple):
    """What goes from a source's articles, and the version of that: equal versions, equal lines.

    `packed` is made and read by `learn.known`; bytes, since a batch takes along what is known of all its sources.
    """

    source: str
    version: str
    packed: bytes


class Message(NamedTuple):
    """What a step takes in: a message's key and value as they came, and what is known of sources it may be of."""

    key: bytes | None
    value: bytes | None
    known: tuple[Known, ...] = ()


class Output(NamedTuple):
    """A record ready to send; without a value it takes back what stood under its key."""

    channel: Channel
    key: bytes
    value: bytes | None

    @property
    def size(self) -> int:
        """Bytes of key and value."""
        return len(self.key) + len(self.value or b"")


@dataclass(frozen=True, slots=True)
class Done:
    """Processed. `counts` is what the metrics want to know, by metric name and label value."""

    outputs: tuple[Output, ...]
    counts: Mapping[str, Mapping[str, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Dropped:
    """Leads to no record, on purpose."""

    reason: DropReason


@dataclass(frozen=True, slots=True)
class Dead:
    """Could not be processed; `outputs` holds the dead letter."""

    reason: DeadReason
    message: str
    outputs: tuple[Output, ...]


Outcome = Done | Dropped | Dead


def ends(stage: Stage, outcome: Outcome) -> bool:
    """Whether an article's way ends here with a record: dead in any stage on its way, done in the last."""
    stages = way()
    return (isinstance(outcome, Dead) and stage in stages) or (isinstance(outcome, Done) and stage is stages[-1])
