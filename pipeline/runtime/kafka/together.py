"""Questions that come at the same time, answered by one look: the lanes of an assignment all ask when they open."""

import asyncio
from collections.abc import Awaitable, Callable, Hashable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

_K = TypeVar("_K", bound=Hashable)
_V = TypeVar("_V")

_WAIT = 0.05  # seconds in which others come by


@dataclass(eq=False, slots=True)
class _Question(Generic[_K]):
    key: _K
    answers: Mapping[_K, object] | None = None


class Together(Generic[_K, _V]):
    """Asks for many keys at once."""

    def __init__(self, look: Callable[[set[_K]], Awaitable[Mapping[_K, _V]]]) -> None:
        """`look` answers for as many of the keys as it can."""
        self._look = look
        self._asked: list[_Question[_K]] = []
        self._turn = asyncio.Lock()

    async def ask(self, key: _K) -> _V | None:
        """The answer, found after the question came; None where there is none. Raises what the look raised."""
        mine = _Question(key)
        self._asked.append(mine)
        try:
            async with self._turn:
                if mine.answers is None:
                    await asyncio.sleep(_WAIT)
                    asked = list(self._asked)
                    answers = await self._look({one.key for one in asked})
                    for one in asked:
                        one.answers = answers
        finally:
            self._asked.remove(mine)
        found: Mapping[_K, _V] = mine.answers  # type: ignore[assignment]
        return found.get(key)
