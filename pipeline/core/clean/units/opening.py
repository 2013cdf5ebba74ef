"""The opening of a text in one line: where its headline, its byline and its dateline ended before the breaks were lost.

"Bridge reopens after nine years By Ada Byron OSLO (NTB) — The city …": no stop tells them apart. What does is what
parts them in any text: the page's title, a dateline, and names behind "By" that a dateline or a sentence follows.
"""

import re
from itertools import islice

from pipeline.core.clean.front.byline import WORD_OPENINGS, read_byline
from pipeline.core.clean.front.dateline import FIRST_WORDS, LAST_WORDS, SEPARATOR, Filed, in_capitals, read_dateline
from pipeline.core.clean.units.openers import opens

_LOOKED_AT, _MOST_STOPS = 600, 8
# A dateline's words before its dash, and a byline's.
_FILED_WORDS, _FILED_CHARS, _CAPITALS = 9, 110, 3
_BYLINE_WORDS, _BYLINE_CHARS = 14, 120
_WORD = re.compile(r"\S+")
_BRACKET = re.compile(r"\)(?=\s)")
# With a capital, as it stands at the beginning of a line.
_BY = re.compile(rf"(?<=\s)(?=[^\W\d_a-z])(?i:{WORD_OPENINGS})\s+(?=[^\W\d_])")
_HOURS = frozenset("AM PM A.M. P.M. ET EST EDT GMT UTC CET READ".split())


def opening_cuts(text: str, known: frozenset[str], title: str | None) -> list[int]:
    """Where in `text` another part of its opening begins. `known` are the commonest words of its language."""
    head = text[:_LOOKED_AT]
    cuts = {_title_end(head, title)}
    byline = next((found for match in _BY.finditer(head) if (found := _byline(head, match, known))), None)
    if byline is None:
        cuts.add(_filed_at(head, 0, known))
    else:
        cuts.update(byline)
        cuts.add(_filed_at(head, byline[1], known))
    return sorted(cut for cut in cuts if cut)


def _title_end(head: str, title: str | None) -> int | None:
    """Where what follows the page's title begins, if `head` begins with it."""
    words = title.casefold().split() if title else []
    found = list(_WORD.finditer(head))
    if not 0 < len(words) < len(found) or [match[0].casefold() for match in found[: len(words)]] != words:
        return None
    return found[len(words)].start()


def _byline(head: str, match: re.Match[str], known: frozenset[str]) -> tuple[int, int] | None:
    """Where the byline that begins with `match` stands, if a dateline or a sentence follows its names."""
    start = match.start()
    if match[0].isupper() and head[:start].rsplit(maxsplit=1)[-1].isupper():  # within a headline in capitals
        return None
    filed = _filed_at(head, start, known, capitals=0)
    if filed is not None and filed - start <= _BYLINE_CHARS and read_byline(head[start:filed]):
        return start, filed
    words = islice(_WORD.finditer(head, start), 2, _BYLINE_WORDS)
    ends = (word.start() for word in words if opens(word[0], known))
    return next(((start, end) for end in ends if read_byline(head[start:end])), None)


def _filed_at(head: str, begin: int, known: frozenset[str], *, capitals: int = _CAPITALS) -> int | None:
    """Where a dateline begins, at `begin` or below other parts of the opening.

    So many words in `capitals` may stand before the nearest one and belong to it.
    """
    stops = sorted(match.start() for form in (SEPARATOR, _BRACKET) for match in form.finditer(head, begin))
    for stop in stops[:_MOST_STOPS]:
        words = list(_WORD.finditer(head, max(begin, stop - _FILED_CHARS), stop + 1))[-_FILED_WORDS:]
        read = [_read(head, word.start(), stop, known, names=not capitals) for word in words]
        placed = [number for number, found in enumerate(read) if found and found.dateline and found.dateline.place]
        if placed:
            return words[_extended(words, read, placed[-1], capitals)].start()
        if any(read):  # an agency or a date without a place
            return words[next(number for number, found in enumerate(read) if found)].start()
    return None


def _read(head: str, start: int, stop: int, known: frozenset[str], *, names: bool) -> Filed | None:
    """The dateline that begins at `start` and whose dash or bracket stands at `stop`."""
    if head[start].islower() or (start and not head[start - 1].isspace()):
        return None
    found = read_dateline(head[start:])
    return found if found and start + found.end > stop and _is_filed(found, head, start, known, names=names) else None


def _is_filed(found: Filed, head: str, start: int, known: frozenset[str], *, names: bool) -> bool:
    """Whether what could be a dateline in mid-text is one: with a sentence behind it, and a headline or names above."""
    behind = head[start + found.end :].lstrip("\"'“”‘’«„»¿¡(").partition(" ")[0]
    place = found.dateline.place if found.dateline else None
    if place is None:
        return found.agency is not None
    if found.agency is not None:
        return True
    if found.dateline and found.dateline.date:
        return behind[:1].isalpha()
    if in_capitals(place) and (found.sure or names):
        return not behind[:1].islower()
    before = head[:start].split()[-1:]
    return opens(behind, known) and (not before or before[0][0].islower())


def _extended(words: list[re.Match[str]], read: list[Filed | None], number: int, capitals: int) -> int:
    """The first word of a dateline of which one word is found: more of a city's name, and the city before a region."""
    while number and read[number - 1]:
        before, here = words[number - 1][0], words[number][0]
        shouted = before.isupper() and len(before) > 1 and before not in _HOURS and capitals > 0
        named = before.lower().strip(".") in FIRST_WORDS or here.lower().strip(",.") in LAST_WORDS
        if not (before.endswith((",", "/")) or shouted or named):
            break
        capitals -= shouted
        number -= 1
    return number
