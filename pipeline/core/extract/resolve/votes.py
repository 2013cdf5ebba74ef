"""How often a name has which label, counted in plain dictionaries: an article has hundreds of such counts."""

from collections.abc import Mapping

Votes = dict[str, dict[str, int]]


def vote(found: Votes, name: str, label: str) -> None:
    """Count one more."""
    count = found.get(name)
    if count is None:
        found[name] = {label: 1}
    else:
        count[label] = count.get(label, 0) + 1


def winner(count: Mapping[str, float]) -> str:
    """The label with most votes, the first of equals."""
    return next(iter(count)) if len(count) == 1 else max(count, key=count.__getitem__)
