"""A folder for a process's temporary files, gone with it; what killed ones left behind is removed by the next."""

import fcntl
import multiprocessing.process
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_PREFIX = "dateline-"
# Held as long as the folder's process lives, whatever namespace its number is of. Nobody else's folder has one.
_LOCK = ".dateline-scratch"


@contextmanager
def scratch_folder() -> Iterator[Path]:
    """A new folder under the system's temporary one, which multiprocessing uses too; removed at the end."""
    _remove_left()
    with tempfile.TemporaryDirectory(prefix=_PREFIX, ignore_cleanup_errors=True) as name:
        folder = Path(name)
        with (folder / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            (folder / "lock").rename(folder / _LOCK)  # nobody sees it before it is held
            # Else its sockets go to a folder of their own, which stays behind when the process is killed.
            multiprocessing.process.current_process()._config["tempdir"] = name  # type: ignore[attr-defined]
            yield folder


def _remove_left() -> None:
    """Remove the folders whose locks nobody holds."""
    for lock in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*/{_LOCK}"):
        try:
            with lock.open("w") as held:
                fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
                shutil.rmtree(lock.parent, ignore_errors=True)
        except OSError:
            continue  # in use, or another user's
