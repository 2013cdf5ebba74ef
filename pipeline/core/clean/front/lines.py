"""Kinds of short lines that stand above an article: furniture, sections, dates."""

import re

from pipeline.core.clean.front.dateline import DATE
from pipeline.core.clean.front.words import (
    DATE_OPENINGS,
    FURNITURE_LINES,
    FURNITURE_OPENINGS,
    LABELS,
    SECTIONS,
    WEEKDAYS,
    alternatives,
)

_EDGES = " \t.:|•·-–—»›>[](){}!*#…"
_OPENING = re.compile(rf"\W*(?:{alternatives(FURNITURE_OPENINGS)})(?!\w)", re.IGNORECASE)
_LONGEST_FURNITURE = 160
_TIME = r"(?:\d{1,2}[:.h]\d{2}(?:\s?[ap]\.?m\.?)?(?:\s?(?:uhr|h|[a-z]{2,4}t|gmt|utc))?)"
_EAST_DATE = r"(?:\d{4}[年.\-/]\s?)?\d{1,2}[月.\-/]\s?\d{1,2}日?"
_DATE_LINE = re.compile(
    rf"\W*(?:(?:{alternatives(DATE_OPENINGS)})\b\W*)*(?:(?:{alternatives(WEEKDAYS)})\b\W*)?"
    rf"(?:(?:{DATE}|{_EAST_DATE}|{_TIME}|\d{{4}}|(?:{alternatives(WEEKDAYS)})\b|(?:{alternatives(DATE_OPENINGS)})\b"
    r"|at|on|um|à|às|a las|alle|kl|o|at|\d+ min(?:ute)?s?(?: read| ago)?|\d+ hours? ago)\W*)+",
    re.IGNORECASE,
)
_LONGEST_DATE = 110
_CRUMBS = re.compile(r"\S\s*[>»›]\s*\S|\s/\s.*\s/\s")
_ADDRESS = re.compile(r"https?://|www\.|\S@\S|^@\w|^#\w", re.IGNORECASE)


def is_furniture(line: str) -> bool:
    """Whether a line is one that pages have around articles: "Advertisement", "Subscribe to …"."""
    words = " ".join(line.strip(_EDGES).lower().split())
    if not words or words in FURNITURE_LINES:
        return True
    return len(line) <= _LONGEST_FURNITURE and (_OPENING.match(line) is not None or _ADDRESS.search(line) is not None)


def is_section(line: str) -> bool:
    """Whether a line names a part of a site, or what kind of article follows: "Sport", "Home > World", "EXCLUSIVE"."""
    words = " ".join(line.strip(_EDGES).lower().split())
    if words in SECTIONS or words in LABELS:
        return True
    parts = [part.strip() for part in re.split(r"[>»›|/,&]", words) if part.strip()]
    return bool(parts) and (all(part in SECTIONS for part in parts) or (len(line) < 100 and bool(_CRUMBS.search(line))))


def is_date(line: str) -> bool:
    """Whether a line tells nothing but when the article appeared: "Published: 22 April 2026, 10:04"."""
    return len(line) <= _LONGEST_DATE and any(map(str.isdigit, line)) and _DATE_LINE.fullmatch(line.strip()) is not None
