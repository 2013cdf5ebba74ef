"""Going on where an interrupted run stopped: what is in its output already is not made again."""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import orjson

from pipeline.tools.errors import UsageError
from pipeline.tools.publish.sources import Article, Item


def finished(files: Iterable[Path]) -> Counter[bytes]:
    """How many records of each id the files hold; an unfinished last line is cut off, to be written anew.

    Raises:
        UsageError: a line is no record of Dateline; nothing has been changed then.
    """
    ids: Counter[bytes] = Counter()
    for file in files:
        if not file.exists():
            continue
        whole = 0
        with file.open("rb") as lines:
            for number, line in enumerate(lines, start=1):
                if not line.endswith(b"\n"):
                    break
                ids[_id(file, number, line)] += 1
                whole += len(line)
        if whole < file.stat().st_size:
            with file.open("r+b") as cut:
                cut.truncate(whole)
    return ids


def without(items: Iterable[Item], done: Counter[bytes]) -> Iterator[Item]:
    """The articles that are not among the `done`; of an id that comes several times, as many as are missing."""
    left = done.copy()
    for item in items:
        if isinstance(item, Article) and left[item.key] > 0:
            left[item.key] -= 1
        else:
            yield item


def _id(file: Path, number: int, line: bytes) -> bytes:
    try:
        found = orjson.loads(line)["id"]
    except (orjson.JSONDecodeError, KeyError, TypeError):
        found = None
    if not isinstance(found, str):
        raise UsageError(f"{file}:{number} is no record of Dateline, so --resume cannot go on behind it.")
    return found.encode()
