"""A PostgreSQL server for tests."""

import asyncio
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import asyncpg
import pytest

from pipeline.tools.broker.ports import free_port

USER = "postgres"  # Debian's; the server refuses to run as root


@contextmanager
def running_postgres(folder: Path) -> Iterator[str]:
    """The address of a server on loopback that keeps its data below `folder`; skips where none is installed."""
    programs = {name: shutil.which(name) for name in ("initdb", "postgres")}
    if None in programs.values():
        pytest.skip("no initdb and postgres on PATH; Debian has them in the package postgresql")
    root = os.geteuid() == 0
    data = (Path("/tmp") if root else folder) / f"dateline-pg-{os.getpid()}"
    data.mkdir()
    who: dict[str, Any] = {"user": USER} if root else {}
    if root:
        shutil.chown(data, USER)
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": data, **who}
    subprocess.run(
        [str(programs["initdb"]), "-D", str(data / "data"), "-U", "test", "-A", "trust", "-N"], check=True, **quiet
    )
    port = free_port()
    settings = ("listen_addresses=127.0.0.1", f"port={port}", "fsync=off")
    options = ["-D", str(data / "data"), "-k", str(data), *(part for one in settings for part in ("-c", one))]
    with subprocess.Popen([str(programs["postgres"]), *options], cwd=data, stderr=subprocess.DEVNULL, **who) as server:
        try:
            address = f"postgresql://test@127.0.0.1:{port}/postgres"
            _wait_for(address)
            yield address
        finally:
            server.send_signal(signal.SIGINT)
            server.wait(20)
            shutil.rmtree(data)


async def ask(address: str, query: str) -> list[Any]:
    """The rows that a query finds."""
    database = await asyncpg.connect(address)
    try:
        return list(await database.fetch(query))
    finally:
        await database.close()


def _wait_for(address: str) -> None:
    """Until it answers: its port is there before it takes anybody."""
    deadline = time.monotonic() + 60
    while True:
        try:
            asyncio.run(ask(address, "SELECT 1"))
        except (OSError, asyncpg.PostgresError):
            if time.monotonic() > deadline:
                raise
            time.sleep(0.05)
        else:
            return
