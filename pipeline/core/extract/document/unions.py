"""Sets that grow together: who is the same as whom."""

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

T = TypeVar("T", bound=Hashable)


class Unions(Generic[T]):
    """Disjoint sets of items, each at first alone."""

    def __init__(self, items: Iterable[T] = ()) -> None:
        self._parent = {item: item for item in items}
        self._apart = True  # nothing has been joined

    def root(self, item: T) -> T:
        """The same item for all of one set."""
        parent = self._parent
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    def join(self, one: T, other: T) -> None:
        """Make the sets of both one."""
        self._parent[self.root(other)] = self.root(one)
        self._apart = False

    def sets(self) -> list[list[T]]:
        """All sets, by their first items."""
        if self._apart:
            return [[item] for item in self._parent]
        found: dict[T, list[T]] = {}
        for item in self._parent:
            found.setdefault(self.root(item), []).append(item)
        return list(found.values())
