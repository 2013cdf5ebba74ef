"""Articles through the pool in batches, and what became of them in the order they came in."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field

from pipeline.core.flow import Stage
from pipeline.core.outcome import Dead, Done, Message, Outcome
from pipeline.runtime.pool.pool import Pool
from pipeline.tools.publish.ahead import ahead
from pipeline.tools.publish.sources import Article, Item, Unusable

BATCH = 32
_AHEAD = 3  # batches in the pool for each process: one in work, one waiting, one being written


@dataclass(slots=True)
class Processed:
    """How many articles became records, and what happened to the others."""

    done: int = 0
    dropped: int = 0
    dead: int = 0
    unusable: int = 0
    problems: list[str] = field(default_factory=list)


async def process(
    pool: Pool,
    items: Iterable[Item],
    stages: Sequence[Stage],
    *,
    write: Callable[[bytes], object],
    write_dead: Callable[[bytes], object],
    advance: Callable[[Item], None],
) -> Processed:
    """Take `items` through `stages`; `write` gets each record in input order, `write_dead` each dead letter."""
    report = Processed()
    async for batch, outcomes in _in_order(pool, items, stages):
        for item, outcome in zip(batch, outcomes, strict=True):
            _account(report, item, outcome, write, write_dead)
            advance(item)
    return report


async def _in_order(
    pool: Pool, items: Iterable[Item], stages: Sequence[Stage]
) -> AsyncIterator[tuple[list[Item], list[Outcome | Unusable]]]:
    """Batches with their outcomes, several in the pool at a time, given out in the order they were begun."""
    under_way: deque[tuple[list[Item], asyncio.Task[list[Outcome | Unusable]]]] = deque()
    async for batch in _batches(items):
        under_way.append((batch, asyncio.create_task(_through(pool, batch, stages))))
        if len(under_way) >= pool.state.processes * _AHEAD:
            begun, task = under_way.popleft()
            yield begun, await task
        await asyncio.sleep(0)  # lets the batch reach the pool before the next is read
    while under_way:
        begun, task = under_way.popleft()
        yield begun, await task


async def _batches(items: Iterable[Item]) -> AsyncIterator[list[Item]]:
    batch: list[Item] = []
    async with aclosing(ahead(items)) as incoming:
        async for item in incoming:
            batch.append(item)
            if len(batch) == BATCH:
                yield batch
                batch = []
    if batch:
        yield batch


async def _through(pool: Pool, batch: Sequence[Item], stages: Sequence[Stage]) -> list[Outcome | Unusable]:
    """Each item's last outcome: what one stage makes of it goes into the next."""
    results: list[Outcome | Unusable | Message] = [
        Message(item.key, item.value) if isinstance(item, Article) else item for item in batch
    ]
    for stage in stages:
        numbers = [number for number, result in enumerate(results) if isinstance(result, Message)]
        if not numbers:
            break
        finished = await pool.run(stage, [result for result in results if isinstance(result, Message)])
        for number, outcome in zip(numbers, finished.outcomes, strict=True):
            goes_on = isinstance(outcome, Done) and stage is not stages[-1]
            results[number] = Message(outcome.outputs[0].key, outcome.outputs[0].value) if goes_on else outcome  # type: ignore[union-attr]
    return [result for result in results if not isinstance(result, Message)]


def _account(
    report: Processed,
    item: Item,
    outcome: Outcome | Unusable,
    write: Callable[[bytes], object],
    write_dead: Callable[[bytes], object],
) -> None:
    match outcome:
        case Done(outputs=outputs):
            report.done += 1
            write(outputs[0].value)
        case Dead(reason=reason, message=message, outputs=outputs):
            report.dead += 1
            report.problems.append(f"{item.where}: {reason.value}: {message}")
            write_dead(outputs[0].value)
        case Unusable(why=why):
            report.unusable += 1
            report.problems.append(f"{item.where}: {why}")
        case _:
            report.dropped += 1
