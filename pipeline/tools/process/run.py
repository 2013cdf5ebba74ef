"""Articles through the pool in batches, and what became of them in the order they came in."""

import asyncio
from collections import deque
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterable, Sequence
from contextlib import AsyncExitStack, aclosing
from dataclasses import dataclass, field

from pipeline.core.flow import Stage
from pipeline.core.outcome import Dead, Done, Message, Outcome
from pipeline.core.steps.teacher import Teacher
from pipeline.runtime.pool.pool import Pool
from pipeline.tools.publish.ahead import ahead
from pipeline.tools.publish.sources import Article, Item, Unusable

BATCH = 32
_AHEAD = 3  # batches in the pool for each process: one in work, one waiting, one being written

# Where an article stands: before a stage, or at the end of its way.
_State = Message | Outcome | Unusable
_Work = list[tuple[Item, _State]]


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
    teacher: Teacher | None = None,
    taught: bool = False,
    report: Processed,
) -> None:
    """Take `items` through `stages`; `write` gets each record in input order, `write_dead` each dead letter.

    With a `teacher` each article is cleaned by what those before it taught; one that is `taught` learns no more. What
    was done is added to `report` as it is written, so that it holds when this is interrupted.
    """
    async with AsyncExitStack() as closing:

        async def closed(generator: AsyncGenerator[_Work, None]) -> AsyncGenerator[_Work, None]:
            return await closing.enter_async_context(aclosing(generator))

        work = await closed(_begun(items))
        if teacher is not None and Stage.CLEAN in stages:
            cleaned = await closed(_in_order(pool, work, [Stage.CLEAN]))
            work = await closed(_by(teacher, cleaned, taught=taught, last=stages[-1] is Stage.CLEAN))
            stages = [stage for stage in stages if stage is not Stage.CLEAN]
        async for batch in await closed(_in_order(pool, work, stages)):
            for item, state in batch:
                _account(report, item, state, write, write_dead)
                advance(item)


async def teach(pool: Pool, items: Iterable[Item], teacher: Teacher) -> None:
    """Let a teacher count all of `items` before any of them is written."""
    async for batch in _in_order(pool, _begun(items), [Stage.CLEAN]):
        for _, state in batch:
            if isinstance(state, Done):
                teacher.count(state)


async def _by(
    teacher: Teacher, batches: AsyncIterator[_Work], *, taught: bool, last: bool
) -> AsyncGenerator[_Work, None]:
    async for batch in batches:
        yield [(item, _taught(teacher, state, taught=taught, last=last)) for item, state in batch]


def _taught(teacher: Teacher, state: _State, *, taught: bool, last: bool) -> _State:
    if not isinstance(state, Done):
        return state
    cleaned = teacher.clean(state)
    if not taught:
        teacher.count(state)
    return cleaned if last else _on(cleaned)


async def _in_order(pool: Pool, work: AsyncIterator[_Work], stages: Sequence[Stage]) -> AsyncGenerator[_Work, None]:
    """Batches through some stages, several in the pool at a time, given out in the order they were begun."""
    under_way: deque[asyncio.Task[_Work]] = deque()
    try:
        async for batch in work:
            under_way.append(asyncio.create_task(_through(pool, batch, stages)))
            if len(under_way) >= pool.state.processes * _AHEAD:
                yield await under_way.popleft()
            await asyncio.sleep(0)  # lets the batch reach the pool before the next is read
        while under_way:
            yield await under_way.popleft()
    finally:
        # Interrupted, they must end before their pool does: it would fail each of them.
        for task in under_way:
            task.cancel()
        await asyncio.gather(*under_way, return_exceptions=True)


async def _begun(items: Iterable[Item]) -> AsyncGenerator[_Work, None]:
    batch: _Work = []
    async with aclosing(ahead(items)) as incoming:
        async for item in incoming:
            batch.append((item, Message(item.key, item.value) if isinstance(item, Article) else item))
            if len(batch) == BATCH:
                yield batch
                batch = []
    if batch:
        yield batch


async def _through(pool: Pool, work: _Work, stages: Sequence[Stage]) -> _Work:
    """Each item's last outcome: what one stage makes of it goes into the next."""
    states = [state for _, state in work]
    for stage in stages:
        numbers = [number for number, state in enumerate(states) if isinstance(state, Message)]
        if not numbers:
            break
        finished = await pool.run(stage, [state for state in states if isinstance(state, Message)])
        for number, outcome in zip(numbers, finished.outcomes, strict=True):
            states[number] = outcome if stage is stages[-1] else _on(outcome)
    return [(item, state) for (item, _), state in zip(work, states, strict=True)]


def _on(outcome: Outcome) -> _State:
    """What goes into the next stage, if it goes on."""
    if isinstance(outcome, Done):
        return Message(outcome.outputs[0].key, outcome.outputs[0].value)
    return outcome


def _account(
    report: Processed,
    item: Item,
    state: _State,
    write: Callable[[bytes], object],
    write_dead: Callable[[bytes], object],
) -> None:
    match state:
        case Done(outputs=outputs):
            report.done += 1
            write(outputs[0].value or b"")
        case Dead(reason=reason, message=message, outputs=outputs):
            report.dead += 1
            report.problems.append(f"{item.where}: {reason.value}: {message}")
            write_dead(outputs[0].value or b"")
        case Unusable(why=why):
            report.unusable += 1
            report.problems.append(f"{item.where}: {why}")
        case _:
            report.dropped += 1
