"""What a step makes of a message: done, dropped or dead. A step does not raise for bad input."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from pipeline.core.flow import Channel, Stage, way
from pipeline.core.reasons import DeadReason, DropReason


# Named tuples, since they go from process to process by the dozen: a dataclass is pickled field by field in Python.
class Message(NamedTuple):
    """What a step takes in: a message's key and value as they came."""

    key: bytes | None
    value: bytes | None


class Output(NamedTuple):
    """A record ready to send."""

    channel: Channel
    key: bytes
    value: bytes


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
