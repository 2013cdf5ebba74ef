"""Reads articles ahead in a thread, so that a source that is silent for a while holds up nothing else."""

import asyncio
import queue
import threading
from collections.abc import AsyncGenerator, Iterable
from contextlib import suppress

from pipeline.tools.publish.items import Item

_MOST = 64  # items read and not yet taken
_LOOK_EVERY = 0.5  # seconds between looks of the thread whether anybody still wants what it reads


async def ahead(items: Iterable[Item]) -> AsyncGenerator[Item, None]:
    """The items as they come; meanwhile the event loop delivers what came before, and hears Ctrl-C.

    Raises what reading them raises.
    """
    loop, came = asyncio.get_running_loop(), asyncio.Event()
    read: queue.Queue[Item | Exception | None] = queue.Queue(_MOST)
    left = threading.Event()

    def hand_over(one: Item | Exception | None) -> None:
        while not left.is_set():
            with suppress(queue.Full):
                read.put(one, timeout=_LOOK_EVERY)
                break
        with suppress(RuntimeError):  # the loop is closed: nobody waits any more
            loop.call_soon_threadsafe(came.set)

    def reading() -> None:
        try:
            for item in items:
                hand_over(item)
                if left.is_set():
                    return
            hand_over(None)
        except Exception as error:  # noqa: BLE001 - raised where the items are wanted
            hand_over(error)

    # A daemon: it may wait for a terminal on which nothing will be typed any more.
    threading.Thread(target=reading, name="reading articles", daemon=True).start()
    try:
        while True:
            came.clear()
            while not read.empty():
                one = read.get_nowait()
                if one is None:
                    return
                if isinstance(one, Exception):
                    raise one
                yield one
            await came.wait()
    finally:
        left.set()
