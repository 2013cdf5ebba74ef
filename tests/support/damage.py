"""Damages a partition's log as disks, restored backups and unclean elections do."""

from collections.abc import Callable
from pathlib import Path

from aiokafka import TopicPartition

from pipeline.tools.broker import LocalBroker


def damage(broker: LocalBroker, source: TopicPartition, change: Callable[[bytes], bytes]) -> None:
    """Change the only segment of a partition's log while its broker is down."""
    broker.stop()  # in order: after a crash it would look for damage itself
    log = segment(broker, source)
    before = log.read_bytes()
    log.write_bytes(after := change(before))
    for made in log.parent.iterdir() if len(after) < len(before) else ():
        if made.suffix in (".index", ".timeindex", ".snapshot"):
            made.unlink()  # they tell of what is gone; making them anew it would look for damage, too
    broker.start()


def segment(broker: LocalBroker, source: TopicPartition) -> Path:
    """The file that holds the partition's log from offset 0 on."""
    return broker.data / "kafka" / f"{source.topic}-{source.partition}" / f"{0:020}.log"


def first_batches(log: bytes, count: int) -> bytes:
    """A log without what follows its first batches; with a negative count, without its last ones."""
    ends = [0]
    while ends[-1] < len(log):
        at = ends[-1]
        size = int.from_bytes(log[at + 8 : at + 12], "big")
        if size <= 0:
            break  # the file is longer than the log
        ends.append(at + 12 + size)
    return log[: ends[count] if count >= 0 else ends[max(0, len(ends) - 1 + count)]]


def next_offset(log: bytes) -> int:
    """The offset behind the last record of a log."""
    at, end = 0, 0
    while at + 27 <= len(log) and (size := int.from_bytes(log[at + 8 : at + 12], "big")) > 0:
        end = int.from_bytes(log[at : at + 8], "big") + int.from_bytes(log[at + 23 : at + 27], "big") + 1
        at += 12 + size
    return end
