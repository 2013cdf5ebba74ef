"""The front of an article: which of the first lines are headline, byline and dateline."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.core.clean.lines import Line
from pipeline.core.records import Dateline

# How far down the front of an article reaches, in lines that are not blank.
_FRONT_LINES = 8
_HEADLINE_CHARACTERS = 220
_BYLINE_CHARACTERS = 120
# A paragraph of the body, for the purpose of finding where the front ends.
_PARAGRAPH_CHARACTERS = 140
_STOPS = (".", "!", "?", "…", ".”", '."', ".’", "؟", "。", ".»")

_MONTH = (
    r"(?:jan|feb|fév|fev|mar|mär|apr|avr|abr|may|mai|jun|jui|jul|aug|aoû|ago|sep|oct|okt|nov|dec|déc|dez|dic|ene)\w{0,8}\.?"
    r"|(?:ژانویه|فوریه|مارس|آوریل|مه|ژوئن|ژوئیه|اوت|سپتامبر|اکتبر|نوامبر|دسامبر"
    r"|فروردین|اردیبهشت|خرداد|تیر|مرداد|شهریور|مهر|آبان|آذر|دی|بهمن|اسفند)"
)
_YEAR = r"(?:,?\s+(?:de\s+)?\d{4})?"
_DATE = rf"\d{{1,2}}(?:\.|er|st|nd|rd|th|º)?\s+(?:de\s+)?(?:{_MONTH}){_YEAR}|(?:{_MONTH})\s+\d{{1,2}}{_YEAR}"
_DATE += r"|\d{4}-\d{2}-\d{2}"
_WORD = r"[^\W\d_][\w.'’\-]*"
_PLACE = rf"{_WORD}(?:[ /]{_WORD}){{0,4}}(?:,\s+{_WORD}(?:\s{_WORD}){{0,2}})?"
_AGENCY = r"(?:\s*[(\[][^()\[\]]{1,40}[)\]])?"
_DASH = r"\s*(?:--|[-–—―]|:(?=\s))\s*"
_WITH_DATE = re.compile(
    rf"\s*(?P<place>{_PLACE}?)\s*{_AGENCY}\s*[,،(]\s*(?:(?:le|am|den|el|il|on)\s+)?(?P<date>{_DATE})\)?{_AGENCY}{_DASH}(?=\S|$)",
    re.IGNORECASE,
)
_AGENCY_ONLY = re.compile(rf"\s*(?P<place>{_PLACE})\s*\([^()]{{1,40}}\)\s*(?:--|[-–—―:])\s*(?=\S)")
_CAPITALS = re.compile(rf"\s*(?P<place>{_PLACE})\s*(?:--|[–—―]|\s-)\s+(?=\S)")
_BYLINE = re.compile(r"\s*(?:by|von|par|por|da|door|av|written by|نویسنده|نوشته)\b[\s:]+(?P<who>\S.*)", re.IGNORECASE)
_LOOKED_AT = 200
_SHORTEST_PLACE = 3


@dataclass(frozen=True, slots=True)
class Front:
    """Indices into the lines, and what stands there; None where the article has no such line."""

    headline: int | None = None
    byline: int | None = None
    dateline_at: int | None = None
    dateline: Dateline | None = None

    @property
    def lines(self) -> frozenset[int]:
        """Indices of the lines that belong to the front."""
        return frozenset(i for i in (self.headline, self.byline, self.dateline_at) if i is not None)


def find_front(lines: Sequence[Line], title: str | None = None) -> Front:
    """Recognise headline, byline and dateline among the first lines; `title` is the page's, where known."""
    head = lines[:_FRONT_LINES]
    dateline_at, dateline = _find_dateline(head)
    end = dateline_at if dateline_at is not None else _first_paragraph(head)
    headline = _find_headline(head, end, title)
    byline = _find_byline(head, end, headline)
    return Front(headline, byline, dateline_at, dateline)


def parse_dateline(line: str) -> Dateline | None:
    """Read the dateline at the start of `line`: "London, 16 Feb -", "PARIS (AFP) —", "MOSCOW —"; None without one."""
    head = line[:_LOOKED_AT]
    match = _WITH_DATE.match(head)
    if match and _is_place(match["place"]):
        return Dateline(match["place"].strip(" ,"), match["date"].strip(" ,"))
    match = _AGENCY_ONLY.match(head)
    if match and _is_place(match["place"]):
        return Dateline(match["place"].strip(), None)
    match = _CAPITALS.match(head)
    # Without a date or an agency only capitals tell a place from a sentence with a dash in it.
    if match and match["place"].split(",")[0].isupper() and len(match["place"]) >= _SHORTEST_PLACE:
        return Dateline(match["place"].strip(), None)
    return None


def _is_place(text: str) -> bool:
    words = text.replace(",", " ").split()
    return bool(words) and words[0][0].isalpha() and not words[0][0].islower() and not words[-1][0].islower()


def _find_dateline(head: Sequence[Line]) -> tuple[int | None, Dateline | None]:
    for index, line in enumerate(head):
        # A dateline opens a paragraph or stands alone; a headline with a dash in it is followed by others.
        if index == 0 and len(line.text) < _PARAGRAPH_CHARACTERS and not line.text.rstrip().endswith(_STOPS):
            continue
        found = parse_dateline(line.text)
        if found:
            return index, found
    return None, None


def _first_paragraph(head: Sequence[Line]) -> int:
    for index, line in enumerate(head):
        text = line.text.strip()
        if len(text) >= _PARAGRAPH_CHARACTERS or (index and text.endswith(_STOPS) and " " in text):
            return index
    return 0


def _same(one: str, other: str) -> bool:
    return one.casefold().split() == other.casefold().split()


def _find_headline(head: Sequence[Line], end: int, title: str | None) -> int | None:
    if title:
        for index, line in enumerate(head):
            if _same(line.text, title):
                return index
    if not end or not head or len(head[0].text) > _HEADLINE_CHARACTERS:
        return None
    first = head[0].text[:_LOOKED_AT].rstrip()
    return None if _BYLINE.match(first) or (first.endswith(".") and not first.endswith("..")) else 0


def _find_byline(head: Sequence[Line], end: int, headline: int | None) -> int | None:
    first = 0 if headline is None else headline + 1
    for index in range(first, end):
        if len(head[index].text) <= _BYLINE_CHARACTERS and _BYLINE.match(head[index].text):
            return index
    if headline is not None:
        for index in range(first, end):
            if _is_name(head[index].text):
                return index
    return None


def _is_name(text: str) -> bool:
    """A name standing alone ("Iran Focus", "Maria Lopez"): two to five capitalised words and nothing else."""
    words = text.split()
    return 2 <= len(words) <= 5 and all(w[0].isupper() and w.replace("-", "").replace("’", "").isalpha() for w in words)


def byline_name(line: str) -> str:
    """The byline without its "By"."""
    match = _BYLINE.match(line[:_LOOKED_AT])
    return (match["who"] if match else line).strip()
