"""A folder of Parquet files by day, that says itself how far the topic has been read.

A file holds a stretch of one partition: all records of one day from one offset to another. Offsets, partition and topic
stand in its metadata, so a record and the news that it has been read appear in one step, when the file gets its name.
"""

import fcntl
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, NamedTuple

from pipeline.tools.errors import CommandError
from pipeline.tools.parquet import pyarrow

_NAME = re.compile(r"part-(\d+)-(\d+)-(\d+)\.parquet")
_KEY = b"dateline."


class FolderError(CommandError):
    """The folder cannot be added to."""


class Stretch(NamedTuple):
    """Offsets of a partition from `first` to before `next`, all of one day (UTC)."""

    topic: str
    partition: int
    first: int
    next: int
    day: date

    @property
    def name(self) -> str:
        """The file's name; in the order of offsets within a partition."""
        return f"part-{self.partition}-{self.first:020}-{self.next:020}.parquet"


def day_of(timestamp: int) -> date:
    """The day of a time in Unix milliseconds, in UTC."""
    return datetime.fromtimestamp(timestamp / 1000, UTC).date()


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the folder, and take away what a former run has left unfinished.

    Raises:
        FolderError: somebody else holds it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / ".lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise FolderError(f"another `dateline sink` writes to {folder}; let it, or end it.") from None
        for left in folder.glob("day=*/.*.unfinished"):
            left.unlink()
        yield


def positions(folder: Path, topic: str) -> dict[int, int]:
    """The offset that each partition is to be read from, as its latest file says.

    Raises:
        FolderError: the file cannot be read, or is of another topic.
    """
    latest: dict[int, tuple[int, Path]] = {}
    for file in folder.glob("day=*/part-*.parquet"):
        found = _NAME.fullmatch(file.name)
        if found and int(found[3]) > latest.get(int(found[1]), (-1, file))[0]:
            latest[int(found[1])] = (int(found[3]), file)
    return {partition: _next(file, topic, partition) for partition, (_, file) in latest.items()}


def _next(file: Path, topic: str, partition: int) -> int:
    arrow = pyarrow()
    try:
        told: Mapping[bytes, bytes] = arrow.parquet.read_schema(file).metadata or {}
        found = told[_KEY + b"topic"].decode(), int(told[_KEY + b"partition"]), int(told[_KEY + b"next"])
    except (arrow.lib.ArrowException, OSError, KeyError, ValueError) as error:
        raise FolderError(f"{file} does not say how far it goes ({error}); move it out of the folder.") from None
    if found[:2] != (topic, partition):
        raise FolderError(f"{file} is of {found[0]}[{found[1]}], not of {topic}[{partition}]; name another folder.")
    return found[2]


def add(folder: Path, stretch: Stretch, schema: Any, tables: Iterable[Any]) -> int:
    """Write a file of tables; it appears whole, and stays if the machine goes down right after. How many rows it has.

    Raises:
        OSError: it cannot be written.
    """
    arrow = pyarrow()
    home = folder / f"day={stretch.day}"
    home.mkdir(exist_ok=True)
    unfinished = home / f".{stretch.name}.unfinished"
    told = {_KEY + name.encode(): str(value).encode() for name, value in stretch._asdict().items()}
    rows = 0
    with arrow.parquet.ParquetWriter(unfinished, schema.with_metadata(told), compression="zstd") as writer:
        for table in tables:
            writer.write_table(table.replace_schema_metadata(writer.schema.metadata))
            rows += table.num_rows
    _to_disk(unfinished)
    unfinished.replace(home / stretch.name)
    for changed in (home, folder):
        _to_disk(changed)
    return rows


def _to_disk(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
