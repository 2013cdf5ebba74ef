"""Whose article it is: the source it names, or the registered domain of its URL."""

import re
from collections.abc import Iterator

import orjson
from tld import get_fld

LONGEST_SOURCE = 200  # characters; what is longer is no name, and it is a message's key
_LONGEST_URL = 2000
_MOST_CANDIDATES = 8  # of a message; articles have one, and some nest others in their metadata
_CANDIDATE = re.compile(rb'"(source|url)"\s*:\s*("(?:[^"\\]|\\.){1,2000}")')


def source_of(source: str | None, url: str | None) -> str | None:
    """The name under which lines are counted; None when nothing tells whose article it is.

    The list of public suffixes comes with the package `tld`; nothing is fetched.
    """
    name = " ".join((source or "").split())
    if name:
        return name if len(name) <= LONGEST_SOURCE else None
    return None if url is None else _domain(url)


def candidates(message: bytes) -> tuple[str, ...]:
    """The sources that a raw message could be of, told from its bytes without reading its JSON.

    The article's own is among them, unless its JSON is far from what any writer makes: then nothing learned is used.
    """
    return tuple(dict.fromkeys(_candidates(message)))


def _candidates(message: bytes) -> Iterator[str]:
    for number, match in enumerate(_CANDIDATE.finditer(message)):
        if number == _MOST_CANDIDATES:
            return
        try:
            value = orjson.loads(match[2])
        except orjson.JSONDecodeError:
            continue
        found = source_of(value, None) if match[1] == b"source" else source_of(None, value)
        if found is not None:
            yield found


def _domain(url: str) -> str | None:
    if len(url) > _LONGEST_URL:
        return None
    try:
        domain = get_fld(url, fail_silently=True, fix_protocol=True)
    except ValueError:  # an address that is none
        return None
    return domain if isinstance(domain, str) and len(domain) <= LONGEST_SOURCE else None
