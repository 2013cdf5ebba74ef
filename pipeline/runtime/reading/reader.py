"""What reads, as the rest of the worker sees it: started, stopped, and asked where it stands."""

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pipeline.runtime.config.settings import Settings
from pipeline.runtime.kafka.connection import not_allowed
from pipeline.runtime.lanes.lanes import Lanes
from pipeline.runtime.reading.app import build_app
from pipeline.runtime.reading.transport import LaneConsumerThread, ReportFatal, Standing
from pipeline.runtime.telemetry.metrics import Metrics


class Reader:
    """Faust reading the input topics into the lanes."""

    def __init__(
        self, settings: Settings, lanes: Lanes, metrics: Metrics, *, state: Path, report_fatal: ReportFatal
    ) -> None:
        """`state` is a folder for Faust's own files; `report_fatal` is called, from any thread, to end the worker."""
        self._app = build_app(settings, lanes, metrics, state=state, report_fatal=report_fatal)

    async def start(self) -> None:
        """Join the group and read."""
        await self._app.start()

    async def stop(self, patience: float) -> bool:
        """Leave the group; whether that was done within `patience` seconds."""
        try:
            async with asyncio.timeout(patience):
                await self._app.stop()
        except TimeoutError:
            return False
        return True

    async def ended(self) -> str:
        """Wait until Faust ends by itself; why it did."""
        await self._app.wait_until_stopped()
        reason = getattr(self._app, "_crash_reason", None) or self._app.crashed or "no reason given"
        refused = not_allowed(reason) if isinstance(reason, BaseException) else None
        return f"Faust stopped: {refused or repr(reason)}"

    def attached(self) -> bool:
        """Whether it is a member of its consumer group."""
        thread = self._thread()
        return thread is not None and thread.attached()

    def standings(self) -> Sequence[Standing]:
        """Where it stands in every assigned partition. Any thread may ask."""
        thread = self._thread()
        return thread.standings() if thread is not None else []

    def _thread(self) -> LaneConsumerThread | None:
        consumer: Any = getattr(self._app, "_consumer", None)
        thread: LaneConsumerThread | None = getattr(consumer, "_thread", None)
        return thread
