"""Bylines: who wrote an article, without agency, trade and date.

"By Ada Byron and Tom Poe", "Von Hans Meyer", "By ADA BYRON - Coast Press - Friday, April 24", "Ada Byron | Reporter",
"홍길동 기자". What follows "by" must be names: "By Tuesday", "Di Maio" and "Par ailleurs" are no bylines.
"""

import re
from dataclasses import dataclass

from pipeline.core.clean.front.agencies import is_called_one, is_known
from pipeline.core.clean.front.lines import is_date, is_furniture, is_section
from pipeline.core.clean.front.words import (
    BYLINE_OPENINGS,
    DATE_LEADS,
    DATE_OPENINGS,
    FURNITURE_LINES,
    LABELS,
    MONTHS,
    NAME_JOINS,
    PAGE_WORDS,
    PARTICLES,
    PLACE_LEADS,
    ROLES,
    SECTIONS,
    STOP_WORDS,
    WEEKDAYS,
    alternatives,
)

_LONGEST, _LONGEST_NAME, _SHORT_WORD = 160, 5, 4
# Openings in one's own writing system need a name of two words behind them, for they are words of sentences too.
_OPENING = re.compile(
    rf"[\W_]*(?P<opening>{alternatives(BYLINE_OPENINGS)})(?:\b\s*[:：]?\s+|\s*[:：/／]\s*)(?=\S)", re.IGNORECASE
)
# Most lines need no closer look than at their first word.
_FIRST_WORD = re.compile(r"[^\W_]+")
_FIRST_WORDS = frozenset(match[0] for opening in BYLINE_OPENINGS if (match := _FIRST_WORD.search(opening)))
WORD_OPENINGS = alternatives(opening for opening in BYLINE_OPENINGS if opening.isalpha())
_TRAILING = re.compile(rf"[.!?…”\"»]\s+(?P<byline>(?:{WORD_OPENINGS})\s+[^.!?]{{5,60}})\Z", re.IGNORECASE)
_JOIN = re.compile(
    rf"\s*[,、;&]\s*(?:(?:{alternatives(NAME_JOINS)})\s+)?|\s+(?:{alternatives(NAME_JOINS)})\s+", re.IGNORECASE
)
# What parts names from the rest: a dash, a bar, a bracket, a colon, a date, words that lead to a place or a paper.
_LEADS, _ON = alternatives(PLACE_LEADS), alternatives(DATE_LEADS)
_REST = re.compile(
    rf"\s+[-–—|•·/]+\s*|\s*[|•·(\[:：]\s*|\s+(?i:{_LEADS})\s+(?=[^\W\d_a-z])|\s*/\s*|,?\s+(?=[\d@])"
    rf"|,?\s+(?:(?:{_ON})\s+)?(?=(?i:(?:{alternatives(MONTHS)})\.?\s+\d))"
    rf"|\s+(?=(?i:{alternatives(opening for opening in DATE_OPENINGS if len(opening) > _SHORT_WORD)})\b)"
    rf"|\s+(?:{_ON})\s+(?=\d)"
    rf"|,?\s+(?=(?i:{alternatives(day for day in WEEKDAYS if len(day) > _SHORT_WORD)})\b)"
)
_LEAD = re.compile(rf"\s+(?i:{_LEADS})\s+")
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’ʼ.\-])*")
_EAST = re.compile(
    r"(?P<name>[\uac00-\ud7af]{2,4})\s?(?:기자|특파원|선임기자|인턴기자)|(?P<before>记者|記者|作者|撰文|文)[\s:：/／]*(?P<named>[\u4e00-\u9fff]{2,4})(?![\u4e00-\u9fff])"
)
_LONGEST_EAST = 40
_COMMON = STOP_WORDS | PAGE_WORDS
_NO_NAMES = LABELS | SECTIONS | FURNITURE_LINES
# So many words in capitals may be a name that stands alone; more are a kicker.
_CAPITALS = 2


@dataclass(frozen=True, slots=True)
class Byline:
    """The authors as they are named, the same as one piece of the line, and the agency beside them."""

    authors: tuple[str, ...]
    text: str
    agency: str | None


def read_byline(line: str) -> Byline | None:
    """The byline that a line is; None where it is none. It begins with "by", in any language."""
    text = line.strip()
    if len(text) > _LONGEST:
        return None
    east = _EAST.search(text) if len(text) <= _LONGEST_EAST else None
    if east:
        name = east["name"] or east["named"]
        return Byline((name,), name, None)
    first = _FIRST_WORD.search(text)
    if first is None or first[0].lower() not in _FIRST_WORDS:
        return None
    match = _OPENING.match(text)
    return None if match is None else _read(text[match.end() :], alone=False)


def read_names(line: str) -> Byline | None:
    """Names that stand alone in a line, perhaps with trade, paper or date: "Maria Lopez", "Iran Focus"."""
    text = line.strip()
    if len(text) > _LONGEST or is_furniture(text) or is_section(text) or is_date(text):
        return None
    return _read(text, alone=True)


def trailing_byline(line: str) -> Byline | None:
    """The byline at the end of a teaser: "… for the summer. Von Hans Meyer"."""
    match = _TRAILING.search(line.rstrip(), max(0, len(line) - 90))
    return read_byline(match["byline"]) if match else None


def _read(text: str, *, alone: bool) -> Byline | None:
    parted = _REST.search(text)
    named, rest = (text[: parted.start()], text[parted.start() :]) if parted else (text, "")
    agency = _agency_in(rest)
    if is_known(named) or (not alone and is_called_one(named)):
        return Byline((named.strip(),), named.strip(), named.strip())
    authors: list[str] = []
    end = 0
    for start, stop in _pieces(named):
        piece = named[start:stop].strip(" ,")
        if is_name(piece, alone=alone or bool(authors)):
            authors.append(piece)
            end = stop
        elif not authors or not _is_aside(piece):
            return None
        elif agency is None and is_called_one(piece):
            agency = piece
    asides = [part for part in _REST.split(rest) if part and part.strip()]
    if not authors or (alone and not all(map(_is_aside, asides))):
        return None
    others = _others(rest)
    authors += others
    return Byline(tuple(authors), named[:end].strip(" ,") if not others else ", ".join(authors), agency)


def _others(rest: str) -> list[str]:
    """Names behind a place: "Ada Byron in Rome and Tom Poe in Paris"."""
    found = []
    for part in _JOIN.split(rest)[1:]:
        lead = _LEAD.search(part)
        if lead and is_name(part[: lead.start()], alone=True):
            found.append(part[: lead.start()].strip())
    return found


def _pieces(named: str) -> list[tuple[int, int]]:
    joins = [(match.start(), match.end()) for match in _JOIN.finditer(named)]
    starts = [0, *(end for _, end in joins)]
    return [
        (start, stop)
        for start, stop in zip(starts, [*(begin for begin, _ in joins), len(named)], strict=True)
        if start < stop
    ]


def _agency_in(rest: str) -> str | None:
    for part in _REST.split(rest):
        name = (part or "").strip(" ,.()[]")
        if name and is_called_one(name) and not is_date(name):
            return name
    return None


def _is_aside(piece: str) -> bool:
    """Whether a piece beside names may be a trade, an agency, a paper, a place or a date, rather than a sentence."""
    words = piece.strip(" ,.()[]").split()
    if not words or is_date(piece) or is_called_one(piece) or "@" in piece:
        return True
    if len(words) <= _LONGEST_NAME and any(map(str.isdigit, piece)):
        return True
    folded = [word.lower().strip(".,") for word in words]
    if any(role in " ".join(folded) for role in ROLES if len(role) > 4):
        return True
    return len(words) <= 4 and all(word[0].isupper() or word.lower() in PARTICLES for word in words)


def is_name(text: str, *, alone: bool = False) -> bool:
    """Whether `text` is a person's name: capitalised words with initials and particles. Two at least where `alone`."""
    words = text.split()
    if not 1 <= len(words) <= _LONGEST_NAME or not all(_WORD.fullmatch(word) for word in words):
        return False
    folded = [word.lower().strip(".") for word in words]
    if is_furniture(text) or is_section(text) or not ROLES.isdisjoint(folded):
        return False
    proper = [word for word in words if word.lower() not in PARTICLES]
    if not proper or any(word[0].islower() for word in proper) or len(words) < (2 if alone or text[0].isupper() else 1):
        return False
    if folded[-1] in PARTICLES and len(words) > 1:
        return False
    if all(word.lower() in MONTHS or word.lower() in WEEKDAYS for word in proper):
        return False
    common = sum(word in _COMMON and word not in PARTICLES for word in folded)
    if not alone:
        return 2 * common <= len(words)
    return common == 0 and not (text.isupper() and len(words) > _CAPITALS) and _NO_NAMES.isdisjoint(folded)
