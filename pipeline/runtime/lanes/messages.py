"""What goes through a lane: messages as they were read, and batches that are committed."""

from collections.abc import Sequence
from dataclasses import dataclass

from aiokafka import TopicPartition

from pipeline.core.flow import Stage
from pipeline.core.outcome import Outcome
from pipeline.runtime.lanes.headers import Headers


@dataclass(frozen=True, slots=True)
class Incoming:
    """A message as it was read.

    `read_from` is where the reader stood before it: no committed record lies between the two. `timestamp` is the
    message's own, in Unix seconds. `headers` are those that Dateline reads and believes, `refused` names those
    that it does not believe. `leader_epoch` is that of the leader that took it, -1 where unknown.
    """

    offset: int
    read_from: int
    key: bytes | None
    value: bytes | None
    timestamp: float
    headers: Headers
    refused: tuple[str, ...] = ()
    leader_epoch: int = -1


@dataclass(frozen=True, slots=True)
class Committed:
    """A batch that is visible to readers: what came in, what became of it, and the seconds each part took."""

    stage: Stage
    source: TopicPartition
    batch: Sequence[Incoming]
    outcomes: Sequence[Outcome]
    waited: float
    worked: float
    committing: float
