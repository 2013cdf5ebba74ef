"""How long the watchdog waits for something to move depends on how many brokers there are to move it."""

import asyncio
import socket
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import pytest

from pipeline.runtime.health.watchdog import Watchdog
from pipeline.tools.broker.ports import free_port


@contextmanager
def addresses(up: int, down: int) -> Iterator[str]:
    with ExitStack() as stack:
        listening = [stack.enter_context(socket.create_server(("127.0.0.1", 0))) for _ in range(up)]
        ports = [one.getsockname()[1] for one in listening]
        for _ in range(down):
            ports.append(free_port(taken=ports))
        yield ",".join(f"127.0.0.1:{port}" for port in ports)


@pytest.mark.parametrize(
    ("up", "down", "patience"), [(0, 1, None), (1, 0, 60), (0, 3, None), (1, 2, 600), (2, 1, 60), (3, 0, 60)]
)
async def test_a_worker_that_stands_still_gets_time_while_most_brokers_are_away(
    up: int, down: int, patience: float | None
) -> None:
    with addresses(up, down) as brokers:
        watchdog = Watchdog(
            progress=lambda: 0,
            at_rest=lambda: False,
            broker=brokers,
            limit=60.0,
            loop=asyncio.get_running_loop(),
            on_stall=lambda _why: None,
        )
        assert watchdog._patience() == patience
