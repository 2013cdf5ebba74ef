"""Reading ahead: in order, held back by whoever is slow, and no obstacle to anything else."""

import asyncio
import threading
from collections.abc import Iterator

import pytest

from pipeline.tools.publish.ahead import ahead
from pipeline.tools.publish.sources import Item, Unusable


def _items(count: int) -> Iterator[Item]:
    for number in range(count):
        yield Unusable(str(number), "", 0)


async def test_items_come_in_order() -> None:
    assert [item.where async for item in ahead(_items(1000))] == [str(number) for number in range(1000)]


async def test_a_silent_source_holds_up_nothing_and_can_be_left() -> None:
    silence = threading.Event()

    def source() -> Iterator[Item]:
        yield from _items(1)
        silence.wait(60)

    items = ahead(source())
    async with asyncio.timeout(10):
        assert (await anext(items)).where == "0"
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.05):
                await anext(items)
    silence.set()


async def test_what_reading_raises_is_raised_after_what_came_before() -> None:
    def source() -> Iterator[Item]:
        yield from _items(3)
        raise FileNotFoundError(2, "no such file", "x")

    items = ahead(source())
    assert [(await anext(items)).where for _ in range(3)] == ["0", "1", "2"]
    with pytest.raises(FileNotFoundError):
        await anext(items)


async def test_no_more_is_read_than_is_taken_but_for_a_little() -> None:
    given = []

    def source() -> Iterator[Item]:
        for item in _items(10_000):
            given.append(item)
            yield item

    items = ahead(source())
    await anext(items)
    await asyncio.sleep(0.1)
    await items.aclose()
    assert len(given) < 100
