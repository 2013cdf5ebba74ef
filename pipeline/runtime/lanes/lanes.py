"""The lanes of a worker: one for each assigned input partition, opened on assignment and closed on revocation."""

import asyncio
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from time import time
from typing import Any

from aiokafka import TopicPartition

from pipeline.core.flow import Stage
from pipeline.runtime.config.settings import Settings
from pipeline.runtime.kafka.shared import Connections
from pipeline.runtime.lanes.counting import Counting
from pipeline.runtime.lanes.cut import Cuts
from pipeline.runtime.lanes.halt import Halt
from pipeline.runtime.lanes.headers import TIMESTAMP, admit, plausible
from pipeline.runtime.lanes.lane import Lane, LaneLimits, nothing, plain
from pipeline.runtime.lanes.learned import LearnedLines
from pipeline.runtime.lanes.messages import Committed, Incoming
from pipeline.runtime.lanes.provenance import Provenance
from pipeline.runtime.lanes.transaction import LaneProducer
from pipeline.runtime.lanes.witness import Witness
from pipeline.runtime.pool.pool import Pool
from pipeline.runtime.system.logs import get_logger

# Nobody waits for what is counted: few, large transactions, and one batch at a time. A transaction costs the same
# however little is in it: with one each half second, learning took 4.6 % of CPU time, with one in two seconds 1.9 %.
_UNHURRIED = LaneLimits(batch_size=512, batch_wait=2.0, batches_in_flight=1)

_TURNS = 2  # batches for each process of the pool: one that it works on, and one that it finds when that is done
_COUNTING_AGAIN = 4  # lanes at a time, each with connections of its own until it has read what it counts

Seek = Callable[[TopicPartition, int], None]


class Lanes:
    """Owns every lane of the worker."""

    def __init__(
        self,
        settings: Settings,
        pool: Pool,
        *,
        worker: str,
        on_commit: Callable[[Committed], None],
        on_failure: Callable[[BaseException], None],
        on_abort: Callable[[Stage], None] = lambda _stage: None,
        learned: LearnedLines | None = None,
    ) -> None:
        """`worker` names this worker in the records' headers.

        `on_failure` hears of a lane that cannot go on, `on_abort` of every transaction that is aborted and tried again.
        `learned` is what is known of the sources' lines; without it no stage counts.
        """
        self._settings = settings
        self._pool = pool
        self._connections = Connections(settings)
        self._turns = asyncio.Semaphore(_TURNS * settings.processes)
        self._provenance = Provenance(settings.topics, worker)
        self._on_commit = on_commit
        self._on_failure = on_failure
        self._on_abort = on_abort
        self._limits = LaneLimits(
            settings.worker.batch_size, settings.worker.batch_wait, settings.worker.batches_in_flight
        )
        self._stages: Mapping[str, Stage] = {settings.topics[stage.reads]: stage for stage in settings.stages}
        self.learned = learned
        self._counting: dict[TopicPartition, Counting] = {}
        self._cuts = Cuts(settings)
        self._witness = Witness(settings)
        self._counting_again = asyncio.Semaphore(_COUNTING_AGAIN)
        self._lanes: dict[tuple[str, int], Lane] = {}
        self._seek: Seek = lambda source, offset: None
        self._log = get_logger("dateline.lanes")

    @property
    def input_topics(self) -> Mapping[str, Stage]:
        """The topics read, with the stage each goes through."""
        return self._stages

    def __len__(self) -> int:
        return len(self._lanes)

    def committed(self) -> dict[TopicPartition, int]:
        """The committed offset of every lane that has been opened."""
        return {lane.source: lane.committed for lane in self._lanes.values() if lane.committed is not None}

    def idle(self) -> dict[TopicPartition, int]:
        """The committed offset of every lane that has nothing to do."""
        found = {lane.source: lane.committed for lane in self._lanes.values() if lane.idle}
        return {source: committed for source, committed in found.items() if committed is not None}

    def halted(self) -> dict[TopicPartition, Halt]:
        """Which partitions stand still until a person decides, and why."""
        return {lane.source: lane.halted for lane in self._lanes.values() if lane.halted is not None}

    def halt(self, source: TopicPartition, halt: Halt) -> None:
        """Let a partition stand still."""
        if (lane := self._lanes.get((source.topic, source.partition))) is not None:
            lane.halt(halt)

    def release(self, source: TopicPartition) -> None:
        """Let a partition go on, since what could not be read can be."""
        if (lane := self._lanes.get((source.topic, source.partition))) is not None:
            lane.release()

    async def reopen(self, source: TopicPartition, offset: int) -> None:
        """Begin anew where somebody has moved the group's offset to."""
        lane = self._lanes.get((source.topic, source.partition))
        if lane is None or lane.closed:
            return
        self._log.warning("the group's offset was moved, beginning there", partition=str(source), offset=offset)
        await lane.close(grace=0.0)
        if self._lanes.get((source.topic, source.partition)) is lane:  # no rebalance came in between
            self._lanes[source.topic, source.partition] = new = self._new_lane(source, self._seek)
            new.start(self._on_failure)
            self._seek(source, offset)

    @property
    def counted_sources(self) -> int:
        """How many sources the lanes of this worker count."""
        return sum(counting.sources for counting in self._counting.values())

    def in_flight(self) -> dict[Stage, int]:
        """Articles that were read and are not committed yet, by stage."""
        counts = dict.fromkeys(self._stages.values(), 0)
        for lane in self._lanes.values():
            counts[lane.stage] += lane.in_flight
        return counts

    def look_for_lost(self, given_out: Mapping[TopicPartition, int]) -> None:
        """Tell every lane how far its reader has given out records; each asks again for what never arrived."""
        for lane in self._lanes.values():
            lane.look_for_lost(given_out.get(lane.source, 0))

    def open(self, partitions: Iterable[tuple[str, int]], seek: Seek) -> None:
        """Open a lane for each partition that has been assigned; `seek` moves the reader of one to an offset."""
        self._seek = seek
        for topic, partition in sorted(partitions):
            if topic in self._stages and (topic, partition) not in self._lanes:
                self._lanes[topic, partition] = lane = self._new_lane(TopicPartition(topic, partition), seek)
                lane.start(self._on_failure)

    def full(self, topic: str, partition: int) -> bool:
        """Whether nothing more should be read from a partition now. Any thread may ask."""
        lane = self._lanes.get((topic, partition))
        return lane is not None and lane.full

    def route(self, message: Any) -> None:
        """Put a message that Faust read into the lane of its partition; without one it belongs to nobody here."""
        lane = self._lanes.get((message.topic, message.partition))
        if lane is not None:
            lane.put(_incoming(message))

    def pass_over(self, source: TopicPartition, first: int) -> int:
        """Tell a lane that the broker has deleted all before `first`; how many offsets it leaves out for that."""
        lane = self._lanes.get((source.topic, source.partition))
        return lane.pass_over(first) if lane is not None else 0

    async def close(self, grace: float) -> None:
        """Close every lane, letting what is in flight be committed for up to `grace` seconds."""
        lanes, self._lanes = list(self._lanes.values()), {}
        counting, self._counting = list(self._counting.values()), {}
        await asyncio.gather(*(lane.close(grace) for lane in lanes))
        for one in counting:
            one.close()

    def _committed(self, committed: Committed) -> None:
        self._witness.committed(committed.source, committed.batch[-1].offset + 1)
        self._on_commit(committed)

    async def _restore(self, counting: Counting, offset: int) -> None:
        async with self._counting_again:
            await counting.restore(offset)

    def _new_lane(self, source: TopicPartition, seek: Seek) -> Lane:
        log = self._log.bind(topic=source.topic, partition=source.partition)
        stage = self._stages[source.topic]
        learned = self.learned
        counting = None
        if stage.stateful and learned is not None:
            if (former := self._counting.pop(source, None)) is not None:  # the lane is opened anew
                former.close()
            counting = self._counting[source] = Counting(self._settings, source, learned, log)
        return Lane(
            stage,
            source,
            pool=counting or self._pool,
            producer=LaneProducer(
                self._settings, source, log, on_abort=lambda: self._on_abort(stage), connections=self._connections
            ),
            limits=_UNHURRIED if stage.stateful else self._limits,
            records=self._provenance.records,
            on_commit=self._committed,
            on_gap=lambda lane, offset: seek(lane.source, offset),
            log=log,
            messages=learned.messages if learned is not None and stage is Stage.CLEAN else plain,
            restore=partial(self._restore, counting) if counting is not None else nothing,
            verify=self._cuts.look,
            believe=partial(self._witness.believe, stage, source),
            turns=self._turns if counting is None else None,
        )


def _incoming(message: Any) -> Incoming:
    """The message with what is believed of its headers; a time that cannot be meant becomes now."""
    headers, refused = admit(message.headers or ())
    timestamp = message.timestamp
    if not plausible(timestamp):
        timestamp, refused = time(), (*refused, TIMESTAMP)
    place = (message.offset, message.read_from)
    return Incoming(*place, message.key, message.value, timestamp, headers, refused, message.leader_epoch)
