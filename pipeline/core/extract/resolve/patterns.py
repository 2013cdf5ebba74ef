"""What a word of a name looks like, written down once for all passes."""

import re
from collections.abc import Iterator
from functools import lru_cache

# Upper-case letters of Latin, Greek, Cyrillic and Armenian; `re` has no class for them.
_CAPITALS = "".join(letter for letter in map(chr, range(0x590)) if letter.isupper())
CAPITAL = f"[{_CAPITALS}]"
APOSTROPHES = "'’‘ʼ´`"  # as papers, and what scrapes make of them
APOSTROPHE = f"[{APOSTROPHES}]"
# The ending of "Oslo's"; behind it the word ends.
POSSESSIVE = rf"{APOSTROPHE}[sS]\b"
# One capitalised word: "Lind", "O'Dahl", "Ben-Haim", never with a possessive.
NAME = rf"{CAPITAL}(?:[\w-]|{APOSTROPHE}(?![sS]\b)(?=\w))*"
# Names for which a pass remembers what it makes of them: the same ones come day by day.
REMEMBERED = 8192
_ENDING = 3  # characters; no word is looked for that has fewer
# Between the words of a person's name.
PARTICLE = r"(?:van|von|de|del|della|di|da|do|dos|das|du|der|den|ten|ter|la|le|bin|binti|ibn|ben|al|el)"


def behind(
    heads: frozenset[str], tail: re.Pattern[str], text: str, beginnings: tuple[str, ...] = ()
) -> Iterator[tuple[int, re.Match[str]]]:
    """Where a word of `heads` stands right before what `tail` matches, as (start of the word, match of the tail).

    As one pattern that begins with the words would have it, but looking only where the tail is: an alternation is tried
    at every word of a text. With `beginnings`, one of which every tail begins with and which no tail has further on, it
    is looked for only where one of these stands behind the end of such a word.
    """
    last = 0
    for at, match in _tails(heads, tail, text, beginnings):
        start = at
        while start and (text[start - 1].isalnum() or text[start - 1] == "_"):
            start -= 1
        if start >= last and text[start:at] in heads and (found := match or tail.match(text, at)) is not None:
            yield start, found
            last = found.end()


def _tails(
    heads: frozenset[str], tail: re.Pattern[str], text: str, beginnings: tuple[str, ...]
) -> Iterator[tuple[int, re.Match[str] | None]]:
    """Where a tail may stand, and the match where it is known."""
    if not beginnings:
        yield from ((match.start(), match) for match in tail.finditer(text))
        return
    endings = _endings(heads)
    places = sorted([at for beginning in beginnings for at in places_of(beginning, text)])
    yield from ((at, None) for at in places if text[max(0, at - _ENDING) : at] in endings)


@lru_cache
def _endings(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word[-_ENDING:] for word in words)


def places_of(part: str, text: str) -> Iterator[int]:
    """The offsets at which `part` stands in `text`."""
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + 1)
