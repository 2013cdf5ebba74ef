"""`dateline` with faults built in and remedies taken out, as the environment variable SABOTAGE says (comma separated).

Faults: `hold_seek` keeps the first seek after a rebalance waiting for 15 s; `fail_sync` fails the first SyncGroup;
`hang_fetch` hangs every fetch of the process whose id stands in the file that HANG_FETCH names; `withhold` never
answers a batch with the word "withheld" in it.
Without remedies: `impatient` (recovery gives up on a seek), `parked` (coordinator errors wait to be asked for),
`stale_metadata` (refreshed after 300 s), `unwatched` (no watchdog).
"""

import asyncio
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from aiokafka.consumer.group_coordinator import CoordinatorGroupRebalance
from aiokafka.errors import KafkaError
from faust.tables.recovery import Recovery
from faust.transport.drivers.aiokafka import AIOKafkaConsumerThread

from pipeline.__main__ import main  # first: it sees to it that no worker outlives its supervisor
from pipeline.runtime import supervisor
from pipeline.runtime.health.watchdog import Watchdog
from pipeline.runtime.pool.pool import Pool
from pipeline.runtime.reading import app, transport
from pipeline.tools import worker

HELD = 15.0  # seconds; longer than the time-outs of the scenarios that hold it


def hold_seek() -> None:
    """As a broker does that is slow to answer where the group stands."""
    seek = transport.LaneConsumer.perform_seek

    async def held(self: Any) -> None:
        if not getattr(self, "seek_was_held", False):
            self.seek_was_held = True
            print('{"event": "sabotage: the seek is held"}', flush=True)
            await asyncio.sleep(HELD)
        await seek(self)

    transport.LaneConsumer.perform_seek = held


def fail_sync() -> None:
    """As a broker does that loses its group state between join and sync."""
    sync = CoordinatorGroupRebalance._send_sync_group_request
    failed = []

    async def failing(self: Any, request: Any) -> Any:
        if not failed:
            failed.append(True)
            print('{"event": "sabotage: SyncGroup fails"}', flush=True)
            raise KafkaError("UnknownServerError, by sabotage")
        return await sync(self, request)

    CoordinatorGroupRebalance._send_sync_group_request = failing


def hang_fetch() -> None:
    """As no broker does: a defect of the reader that nobody knows yet."""
    read_anything, told = transport.read_anything, Path(os.environ["HANG_FETCH"])

    def meant() -> bool:
        return told.exists() and told.read_text() == str(os.getpid())

    def and_hang(consumer: Any) -> None:
        read_anything(consumer)
        fetch = consumer._fetcher._proc_fetch_request

        async def hanging(*request: Any) -> Any:
            if meant():
                await asyncio.sleep(3600)
            return await fetch(*request)

        consumer._fetcher._proc_fetch_request = hanging

    transport.read_anything = and_hang


def withhold() -> None:
    """As a pool does that works on these for very long."""
    run = Pool.run

    async def withholding(self: Any, stage: Any, messages: Any) -> Any:
        if any(b"withheld" in (message.value or b"") for message in messages):
            await asyncio.sleep(3600)
        return await run(self, stage, messages)

    Pool.run = withholding  # type: ignore[method-assign]


def impatient() -> None:
    """Faust's own recovery."""
    transport.PatientRecovery._wait = Recovery._wait  # type: ignore[method-assign]


def parked() -> None:
    """Faust's own start of the consumer thread."""
    transport.LaneConsumerThread.on_start = AIOKafkaConsumerThread.on_start  # type: ignore[method-assign]


def stale_metadata() -> None:
    """aiokafka's default."""
    app._METADATA_MAX_AGE_MS = 300_000


def unwatched() -> None:
    """Nobody looks."""
    Watchdog.run = lambda self: None  # type: ignore[method-assign]


def _stay(arguments: Any) -> list[str]:
    """The supervisor starts the sabotaged worker again, not the sound one."""
    command = supervisor.worker_command(arguments)
    command[command.index("pipeline")] = "tests.chaos.sabotaged"
    return command


FAULTS: dict[str, Callable[[], None]] = {
    one.__name__: one
    for one in (hold_seek, fail_sync, hang_fetch, withhold, impatient, parked, stale_metadata, unwatched)
}

if __name__ == "__main__":
    worker.worker_command = _stay  # type: ignore[attr-defined]
    for name in filter(None, os.environ.get("SABOTAGE", "").split(",")):
        FAULTS[name]()
    sys.exit(main())
