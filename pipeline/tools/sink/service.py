"""A sink that goes on: it tells of itself on a web port, and tries again when the broker or its target is away."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Protocol

from aiokafka.errors import KafkaError

from pipeline.runtime.config.settings import Settings
from pipeline.runtime.kafka.connection import BrokerUnreachableError, not_allowed
from pipeline.runtime.system import logs
from pipeline.runtime.web.server import WebServer
from pipeline.tools.errors import CommandError
from pipeline.tools.sink.monitor import Monitor

_FIRST_PAUSE, _LONGEST_PAUSE = 1.0, 30.0  # seconds


class TargetError(CommandError):
    """What is written to is away or refuses, which may pass."""


class Writes(Protocol):
    """A sink: from a channel to its target."""

    monitor: Monitor

    async def run(self, *, once: bool) -> None:
        """Write what is there (`once`) or what comes, from where the target says that it ends."""


async def serve(settings: Settings, sink: Writes, port: int | None, say: Callable[[str], None]) -> None:
    """Run a sink until this is cancelled, with metrics and health on a port; `say` hears which.

    Raises:
        CommandError, OSError, KafkaError, BrokerUnreachableError: it could not even begin; later ones are tried again.
    """
    logs.configure(settings.logs)
    async with _web(settings, sink.monitor, port, say):
        await _again_and_again(sink)


async def _again_and_again(sink: Writes) -> None:
    pause = _FIRST_PAUSE
    while True:
        before = sink.monitor.records
        try:
            await sink.run(once=False)
        except (TargetError, OSError, KafkaError, BrokerUnreachableError) as error:
            if not sink.monitor.reads:  # somebody has just typed this, or a restart will do
                raise
            pause = _FIRST_PAUSE if sink.monitor.records > before else min(_LONGEST_PAUSE, 2 * pause)
            reason = "broker" if isinstance(error, KafkaError | BrokerUnreachableError) else "target"
            why = not_allowed(error) or str(error) or repr(error)
            sink.monitor.failed(reason, f"{why.removesuffix('.')}. Trying again in {pause:g} s")
            await asyncio.sleep(pause)


@asynccontextmanager
async def _web(
    settings: Settings, monitor: Monitor, port: int | None, say: Callable[[str], None]
) -> AsyncIterator[None]:
    if not settings.web.enabled:
        yield
        return
    monitor.identity["broker"] = settings.broker
    wanted = settings.web.model_copy(update={"port": settings.web.sink_port if port is None else port})
    server = WebServer(wanted, monitor.metrics, monitor)
    try:
        say(f"Metrics and health at {await server.start()}/metrics and /health/ready.")
        yield
    finally:
        await server.stop()
