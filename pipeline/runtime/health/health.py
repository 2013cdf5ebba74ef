"""What a worker knows of its own state: how far it is behind, whether it is alive, whether it is ready, and why not."""

import time
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Protocol

from aiokafka import TopicPartition

from pipeline.runtime.health.watchdog import Watchdog
from pipeline.runtime.lanes.lanes import Lanes
from pipeline.runtime.pool.pool import Pool
from pipeline.runtime.reading.transport import Standing

_TOLD_LATELY = 10.0  # seconds; an idle reader asks every 1.5 s


class Reads(Protocol):
    """What reads: the worker's `Reader`."""

    def attached(self) -> bool:
        """Whether it is a member of its consumer group."""

    def standings(self) -> Sequence[Standing]:
        """Where it stands in every assigned partition."""


class Health:
    """The worker's state, put together from its parts as they come up."""

    def __init__(
        self, pool: Pool, lanes: Lanes, stall_timeout: float, identity: Mapping[str, str] = MappingProxyType({})
    ) -> None:
        """A worker that starts. It is stuck when nothing moves for `stall_timeout` seconds with work waiting.

        `identity` says who it is: its name, its group, its broker.
        """
        self.identity = identity
        self.pool = pool
        self.lanes = lanes
        self.stopping = False
        self.watchdog: Watchdog | None = None
        self._stall_timeout = stall_timeout
        self._reader: Reads | None = None
        self._starting = "the models are being loaded"
        self._fatal: str | None = None
        self._batches = 0
        self._strangers: Sequence[str] = ()

    def starts(self, step: str) -> None:
        """The start has come to this step; none is left when it is empty."""
        self._starting = step

    def reads(self, reader: Reads) -> None:
        """There is a reader now."""
        self._reader = reader

    def watched(self, watchdog: Watchdog) -> None:
        """A watchdog looks after the worker now."""
        self.watchdog = watchdog

    def failed(self, why: str) -> None:
        """The worker cannot go on; the first reason counts."""
        self._fatal = self._fatal or why

    def stops(self) -> None:
        """The worker drains, or ends."""
        self.stopping = True

    def shares_with(self, strangers: Sequence[str]) -> None:
        """Programs that are no workers are in the consumer group; nobody when empty."""
        self._strangers = strangers

    def committed(self) -> None:
        """A batch is visible to readers."""
        self._batches += 1

    def progress(self) -> object:
        """Changes when anything moves: a batch committed or worked on, a record read, a partition assigned."""
        positions = tuple((s.source, s.position) for s in self.standings())
        return self._batches, self.pool.state.finished, self.pool.state.crashes, self.pool.state.timeouts, positions

    def at_rest(self) -> bool:
        """Whether this worker is a member of its group and has nothing left to do, as far as the broker just said.

        An end that nobody has asked for lately proves nothing: the reader itself may hang.
        """
        if self._reader is None or not self._reader.attached():
            return False
        halted = self.lanes.halted().keys()  # no restart would help those
        if any(lag != 0 for source, lag in self.lags().items() if source not in halted):
            return False
        working = [standing for standing in self.standings() if standing.source not in halted]
        return all(time.time() - standing.told < _TOLD_LATELY for standing in working)

    def standings(self) -> Sequence[Standing]:
        """Where the reader stands in every assigned partition."""
        return self._reader.standings() if self._reader is not None else []

    def lags(self) -> dict[TopicPartition, int | None]:
        """Records of each assigned partition that are not committed yet; None where that is not known.

        Transaction markers take offsets too. They are left out where everything that was read is committed, so that
        the lag of a partition that is caught up is 0.
        """
        committed = self.lanes.committed()
        return {standing.source: _lag(standing, committed.get(standing.source)) for standing in self.standings()}

    def why_not_alive(self) -> str | None:
        """Why the process should be ended, or None."""
        if self._fatal is not None:
            return self._fatal
        if self.watchdog is not None and self.watchdog.stalled_for > self._stall_timeout:
            return f"no progress for {self.watchdog.stalled_for:.0f} s with work waiting"
        return None

    def why_not_ready(self) -> str | None:
        """Why no work should be expected of this worker now, or None."""
        if (dying := self.why_not_alive()) is not None:
            return dying
        if self.stopping:
            return "the worker is stopping"
        if self._starting:
            return self._starting
        if self._reader is None or not self._reader.attached():
            return "the worker has not joined its consumer group"
        if (why := self._why_not_whole()) is not None:
            return why
        if self.watchdog is not None and self.watchdog.stalled_for > self._stall_timeout / 2:
            return f"no progress for {self.watchdog.stalled_for:.0f} s with work waiting"
        return None

    def _why_not_whole(self) -> str | None:
        """Why not all of this worker's partitions are processed by it, or None."""
        assigned = {standing.source for standing in self.standings()}
        unopened = sorted(f"{tp.topic}[{tp.partition}]" for tp in assigned - self.lanes.committed().keys())
        if unopened:
            return f"lanes are not open yet: {', '.join(unopened)}"
        if self._strangers:
            return (
                f"other programs are in the consumer group and take partitions away: {', '.join(self._strangers)}; "
                "give them a group of their own"
            )
        if halted := self.lanes.halted():
            return "; ".join(f"{tp.topic}[{tp.partition}] is halted: {halt.message}" for tp, halt in halted.items())
        return None


def _lag(standing: Standing, committed: int | None) -> int | None:
    if standing.end is None or standing.position is None or committed is None:
        return None
    all_committed = standing.given_out is None or committed >= standing.given_out
    return max(0, standing.end - (max(standing.position, committed) if all_committed else committed))
