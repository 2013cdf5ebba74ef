"""Which names mean one person: titles, initials, middle names, nicknames, particles and bare names."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from pipeline.core.extract.document.folding import folded
from pipeline.core.extract.document.nicknames import same_first_name
from pipeline.core.extract.document.unions import Unions
from pipeline.core.extract.resolve.passes.vocabulary import TITLES
from pipeline.core.extract.resolve.patterns import REMEMBERED

_SUFFIXES = frozenset("jr sr ii iii iv".split())
_TITLES = frozenset(title.lower() for title in TITLES)
_ARTICLE = re.compile(r"\b[ae]l-(?=\w{3})")  # "al-Assad" and "Assad"
_LONG = 5  # letters
_MOST = 30  # names of one last name that are compared with each other


@dataclass(frozen=True, slots=True, eq=False)
class _Person:
    """A name taken apart, in small letters: `words` without titles and suffix."""

    name: str
    words: tuple[str, ...]
    suffix: str


def join_persons(counts: Mapping[str, int], same: Unions[str]) -> dict[str, str]:
    """Join in `same` the names that mean one person; `counts` says how often the text has each.

    Two names of two words or more are one person's when first and last names agree, unless one is short for two that
    differ. A bare name is the person's who was given in full under it. Of several it is the one's who is named in full
    most often, and the father's rather than the "Jr."; else it stays alone.

    Returns the bare last names of several who are named as often, by the names in full that they may stand for.
    """
    persons = [_parted(name) for name in counts]
    full = [person for person in persons if len(person.words) > 1]
    _join_full(full, same)
    last: dict[str, list[_Person]] = {}
    first: dict[str, list[_Person]] = {}
    for person in full:
        last.setdefault(person.words[-1], []).append(person)
        first.setdefault(person.words[0], []).append(person)
    unclear: dict[str, str] = {}
    for person in persons:
        if len(person.words) == 1:
            word = person.words[0]
            named = last.get(word, first.get(word, []))
            if person.suffix:
                named = [other for other in named if other.suffix == person.suffix]
            meant = _meant(named, same, counts) if word in last and named else _only(named, same)
            if meant is not None:
                same.join(meant, person.name)
            elif word in last:
                unclear |= {other.name: person.name for other in named}
    return unclear


@lru_cache(maxsize=REMEMBERED)
def _parted(name: str) -> _Person:
    words = _ARTICLE.sub("", folded(name).replace(",", " ").lower()).split()
    suffix = words.pop() if len(words) > 1 and words[-1].rstrip(".") in _SUFFIXES else ""
    while len(words) > 1 and words[0].rstrip(".") in _TITLES:
        words = words[1:]
    return _Person(name, tuple(words), suffix.rstrip("."))


def _join_full(full: list[_Person], same: Unions[str]) -> None:
    beside: dict[str, list[_Person]] = {}
    for person in full:
        for word in {person.words[0], person.words[-1]}:
            beside.setdefault(word, []).append(person)
    forms = {person: _forms(person, beside) for person in full}
    clear = {
        person
        for person in full
        if all(one is two or _same(one, two) for one in forms[person] for two in forms[person])
    }
    for person in full:
        for other in forms[person]:
            if person in clear and other in clear:
                same.join(other.name, person.name)


def _forms(person: _Person, beside: Mapping[str, list[_Person]]) -> list[_Person]:
    """The other names that may be the person's."""
    near = {other: None for word in (person.words[-1], person.words[0]) for other in beside[word][:_MOST]}
    return [other for other in near if other is not person and _same(person, other)]


def _same(one: _Person, other: _Person) -> bool:
    if one.suffix != other.suffix:
        return False
    short, long = one.words, other.words
    if len(short) > len(long):
        short, long = long, short
    if short in (long[: len(short)], long[-len(short) :]):
        return True
    first = same_first_name(short[0], long[0]) or _initial(short[0], long[0]) or _misspelt(short[0], long[0])
    return first and short[-1] == long[-1] and _same_middle(short[1:-1], long[1:-1])


def _same_middle(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether one lacks the middle names of the other, or has them as initials."""
    if not one or not other:
        return True
    return len(one) == len(other) and all(a == b or _initial(a, b) for a, b in zip(one, other, strict=True))


def _misspelt(one: str, other: str) -> bool:
    """Whether one of two long first names has one letter more: "Barrack" and "Barack"."""
    short, long = sorted((one, other), key=len)
    if len(short) < _LONG or len(long) != len(short) + 1:
        return False
    return any(long[:number] + long[number + 1 :] == short for number in range(len(long)))


def _initial(one: str, other: str) -> bool:
    return 1 in (len(one), len(other)) and one[0] == other[0]


def _meant(persons: list[_Person], same: Unions[str], counts: Mapping[str, int]) -> str | None:
    """The one of a last name who is meant by it alone."""
    elder = [person for person in persons if not person.suffix]
    for group in (persons, elder):
        if (only := _only(group, same)) is not None:
            return only
    named: dict[str, int] = {}
    for person in persons:
        root = same.root(person.name)
        named[root] = named.get(root, 0) + counts[person.name]
    most = max(named.values())
    roots = [root for root, count in named.items() if count == most]
    return roots[0] if len(roots) == 1 else None


def _only(persons: list[_Person], same: Unions[str]) -> str | None:
    roots = {same.root(person.name) for person in persons}
    return roots.pop() if len(roots) == 1 else None
