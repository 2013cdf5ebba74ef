"""The names of authors, out of what a page's data put in their place."""

import re
from collections.abc import Iterable
from typing import Any

_MOST, _LONGEST = 20, 80
_PARTED = re.compile(r"\s*(?:;|\||•|,?\s+(?:and|und|et|y|og|och|und|&)\s+)\s*", re.IGNORECASE)
_BY = re.compile(r"(?:by|von|par|por|da|di|door|av|af)\s+(?=\S)|(?:author|autor|写真|文)\s*:\s*", re.IGNORECASE)
# "Corina Gall (cga)": initials of the house.
_INITIALS = re.compile(r"\s*\([^()]{1,12}\)\s*$")
_NO_NAME = re.compile(r"https?:|www\.|@|/|\d{3}|^[\w.-]+\.(?:com|org|net|[a-z]{2})$", re.IGNORECASE)
_KEYS = ("name", "givenName", "familyName")
_DEEPEST = 6


def names_of(value: Any) -> list[str]:
    """The names in a value of JSON-LD: a string, an object with a name, or a list of them."""
    found: list[str] = []
    left = [(value, 0)]
    while left and len(found) < _MOST:
        one, depth = left.pop(0)
        if isinstance(one, str):
            found.append(" ".join(one[: 4 * _LONGEST].split()))
        elif isinstance(one, list) and depth < _DEEPEST:
            left = [(each, depth + 1) for each in one[: _MOST - len(found)]] + left
        elif isinstance(one, dict) and depth < _DEEPEST:
            name = one.get("name") or " ".join(str(one[key]) for key in _KEYS[1:] if isinstance(one.get(key), str))
            left.insert(0, (name, depth + 1))
    return [name for name in found if name]


def people(told: Iterable[str], source: str | None) -> tuple[str, ...]:
    """Those of the names that may be somebody's, each once; the site itself is nobody."""
    found: dict[str, str] = {}
    site = _key(source or "")
    for name in (part for one in told for part in _parts(one)):
        plain = _INITIALS.sub("", _without_by(name.strip(" ,.-–—"))).strip(" ,-–—")
        if 2 <= len(plain) <= _LONGEST and not _NO_NAME.search(plain) and _key(plain) not in ("", site):
            found.setdefault(_key(plain), plain)
    return tuple(found.values())[:_MOST]


def as_shown(names: Iterable[str], text: str) -> tuple[str, ...]:
    """The names as a text writes them ("Ada Lind" for "ada lind"); those it does not have as they are."""
    lower = text.lower()
    found = ((name, lower.find(name.lower()) if len(lower) == len(text) else -1) for name in names)
    return tuple(name if at < 0 else text[at : at + len(name)] for name, at in found)


def _without_by(name: str) -> str:
    match = _BY.match(name)
    return name[match.end() :] if match else name


def _parts(told: str) -> list[str]:
    return [name for part in _PARTED.split(told) for name in _by_commas(part)]


def _by_commas(part: str) -> list[str]:
    """ "Felix Berg, Anna Lind" are two names, "Lind, Anna" is one; at length a name and what somebody is."""
    names = part.split(",")
    if len(part) > _LONGEST:
        return names[:1]
    return names if all(len(each.split()) >= 2 for each in names) else [part]


def _key(name: str) -> str:
    return "".join(filter(str.isalnum, name)).casefold()
