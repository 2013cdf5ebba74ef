"""Where a publishing stands that was broken off, so that `--resume` goes on from there.

The place is a file and how many of its items are settled, in their order: acknowledged by the broker, or named as no
article. It is written once a second and at the end, so what is sent twice after a kill is about a second's articles.
"""

import hashlib
import os
import time
from collections import deque
from collections.abc import Iterator, Mapping
from pathlib import Path

import orjson
import typer

from pipeline.core.flow import Channel
from pipeline.runtime.config.settings import Settings
from pipeline.tools.errors import UsageError
from pipeline.tools.home import home
from pipeline.tools.publish.items import Item
from pipeline.tools.publish.sources import STDIN, files, read

_SAVE_EVERY = 1.0  # seconds


class Publishing:
    """The items of some paths, each of which is settled in its turn, and where that has come to."""

    def __init__(
        self, settings: Settings, paths: list[str], *, raw: bool = False, columns: Mapping[str, str] | None = None
    ) -> None:
        """Raises as `articles` does for paths that cannot be meant."""
        self._raw, self._columns = raw, columns or {}
        self._files = [file for path in paths if path != STDIN for file in files(Path(path))]
        asked = [settings.broker, settings.topics[Channel.RAW], *map(os.path.abspath, paths)]
        self._state = home() / "publish" / f"{_hash([*asked, str(raw), *sorted(map(str, self._columns.items()))])}.json"
        self._input = _hash([_fingerprint(file) for file in self._files])
        self._file = self._settled = 0
        self._under_way: deque[int] = deque()
        self._saved = time.monotonic()
        self._told = False

    def go_on(self) -> bool:
        """Begin where a former run was broken off; whether there was one.

        Raises:
            UsageError: the files are not those of that run any more.
        """
        if not self._state.exists():
            return False
        state = orjson.loads(self._state.read_bytes())
        if state["input"] != self._input:
            raise UsageError(
                "the files have changed since publishing was broken off; publish them without --resume. An article "
                "that arrives twice gives two records with the same id."
            )
        self._file, self._settled = state["file"], state["items"]
        return True

    @property
    def place(self) -> str:
        """The file it begins in, and how many of its items are settled."""
        return f"{self._files[self._file]}, behind {self._settled:,} articles"

    def items(self) -> Iterator[Item]:
        """What is left to publish, in order."""
        start, skip = self._file, self._settled
        for index, file in enumerate(self._files[start:], start=start):
            for number, item in enumerate(read(file, raw=self._raw, columns=self._columns)):
                if index > start or number >= skip:
                    self._under_way.append(index)
                    yield item

    def settle(self) -> None:
        """The next item in order will not have to be published again."""
        index = self._under_way.popleft()
        self._settled = self._settled + 1 if index == self._file else 1
        self._file = index
        if time.monotonic() - self._saved > _SAVE_EVERY:
            self.save()

    def save(self) -> None:
        """Write down the place."""
        self._saved = time.monotonic()
        try:
            self._write()
        except OSError as error:
            if not self._told:
                typer.echo(f"--resume will not work: {error.filename or self._state}: {error.strerror}.", err=True)
            self._told = True

    def _write(self) -> None:
        self._state.parent.mkdir(parents=True, exist_ok=True)
        state = {"input": self._input, "file": self._file, "items": self._settled, "at": str(self._files[self._file])}
        new = self._state.with_suffix(f".{os.getpid()}")
        new.write_bytes(orjson.dumps(state))
        new.replace(self._state)

    def done(self) -> None:
        """Everything is published; there is nothing to go on with."""
        self._state.unlink(missing_ok=True)

    @property
    def skipped_bytes(self) -> int:
        """Size of the files that are skipped whole."""
        return sum(file.stat().st_size for file in self._files[: self._file])


def _fingerprint(file: Path) -> str:
    found = file.stat()
    return f"{file.absolute()} {found.st_size} {found.st_mtime_ns}"


def _hash(parts: list[str]) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogateescape")).hexdigest()[:32]
