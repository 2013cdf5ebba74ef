"""Datelines: where and when a story was filed, and by which agency, at the beginning of its first paragraph.

"PARIS, Feb. 3 (AFP) — ", "NEW DELHI: ", "México.- ", "Kyiv, Ukraine | AFP — ", "Des Moines, Iowa (CNN) ". What stands
before the dash must be a place, a date or an agency from end to end. How much of it has to be there depends on how sure
the rest makes it: a date or an agency allows any place, capitals any dash, and a place in small letters needs both a
dash and a paragraph behind it.
"""

import re
from dataclasses import dataclass
from itertools import islice

from pipeline.core.clean.front.agencies import KNOWN, is_known, is_known_in_brackets
from pipeline.core.clean.front.words import (
    AGENCIES,
    DATE_LEADS,
    FURNITURE_LINES,
    LABELS,
    MONTHS,
    PARTICLES,
    ROLES,
    SECTIONS,
    STOP_WORDS,
    WEEKDAYS,
    alternatives,
)
from pipeline.core.records import Dateline

_LOOKED_AT, _LONGEST = 260, 110
_MONTH = rf"(?:{alternatives(MONTHS)})\b\.?"
_YEAR = r"(?:,?\s+(?:de\s+|del\s+)?\d{4})?"
_DAY = r"\d{1,2}(?:\.|er|st|nd|rd|th|º|-го)?"
DATE = (
    rf"(?:{_DAY}\s+(?:de\s+|of\s+)?{_MONTH}{_YEAR}|{_MONTH}\s+{_DAY}{_YEAR}|\d{{4}}-\d{{2}}-\d{{2}}"
    r"|\d{1,2}\.\s?\d{1,2}\.(?:\s?\d{4})?|\d{1,2}/\d{1,2}/\d{4})"
)
_BEFORE_DATE = rf"(?:(?:{alternatives(DATE_LEADS)})\s+)?"
_WEEKDAY = rf"(?:{alternatives(WEEKDAYS)})\.?"
_WORD = r"[^\W\d_](?:[\w'’ʼ`]|[-.](?=\w))*\.?"
_PLACE = rf"{_WORD}(?:(?:\s|\s?/\s?){_WORD}){{0,4}}(?:[,،]\s+{_WORD}(?:\s{_WORD}){{0,2}}){{0,2}}?"
_AGENCY = (
    r"\s*(?:[(\[](?P<bracketed>[^()\[\]]{2,40})[)\]]|/\s?(?P<slashed>[^/]{2,30}?)\s?/"
    rf"|[|,.]\s*(?P<parted>{KNOWN})|\s(?P<plain>{KNOWN}))"
)
_HEAD = re.compile(
    rf"(?:[(\[](?P<before>[^()\[\]]{{2,40}})[)\]]\s*(?:[-–—]+\s*)?)?(?:{_WEEKDAY}[,.]?\s+)?(?P<place>{_PLACE})??"
    rf"(?:(?:^|[.,،]\s*|\s+\(?)(?:{_WEEKDAY},?\s+)?{_BEFORE_DATE}(?P<date>{DATE})\)?[.,]?)?(?:,?\s+{_WEEKDAY})?"
    rf"(?:{_AGENCY})?\s*\.?",
    re.IGNORECASE,
)
# A hyphen alone needs spaces, a stop before it ("México.-") or a bracket.
SEPARATOR = re.compile(r"--+|[–—―]|(?<=\s)[-_=](?=\s+\S)|(?<=[.)/\]])-|:(?=\s|[^\W\d_])")
_BRACKET_ENDS = re.compile(r"[)\]/]\s*\.?\s*(?=[^\W_])|[)\]]\s*\Z")
_AGENCY_BEHIND = re.compile(rf"\s*(?:\((?P<bracketed>[^()]{{2,30}})\)|(?P<plain>{KNOWN}))\s*(?:--+|[-–—―.])\s*")
_DASHES = ("-", "–", "—")
# Months in full take no stop; "3 Feb." does.
_WHOLE_MONTH = re.compile(r"[^\W\d_]{6,}\.\Z")
_ONE_WORD = re.compile(r"[^\W\d_]{4,}\.")
_EAST = re.compile(r"[（(【\[［]?[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]")
_EAST_AGENCIES = alternatives(agency for agency in AGENCIES if _EAST.match(agency))
_MOSTSEPARATORS, _MOST_SMALL = 4, 4
_BEHIND = re.compile(r"[\"'“”‘’«„»¿¡(\[]*[^\W_]")
_SHORTEST_PLACE, _PARAGRAPH = 3, 70
_AGENCY_WORDS = 4
# What cities of several words are called by their first or last one; two words alone may be a person.
FIRST_WORDS = frozenset(
    """new san santa santo saint st ste sankt são sao los las el la le les al port porto puerto rio buenos mexico méxico
    ciudad cape tel abu addis kuala ho hong sri dar den bad belo nova novo novi banja nizhny north south east west fort
    mount lake palm long salt grand great little baton des panama kuwait guatemala quezon kota phnom united the nay
    ras sharm""".split()
)
LAST_WORDS = frozenset(
    """city town island islands beach springs falls hills rapids rouge vegas angeles francisco york delhi paulo janeiro
    aires kong lumpur singh dhabi aviv nations county heights""".split()
)


@dataclass(frozen=True, slots=True)
class Filed:
    """A dateline as read: its place and date, either of which may be missing, its agency, and where it ends."""

    dateline: Dateline | None
    agency: str | None
    end: int
    sure: bool


# 新华社北京2月3日电; （中央社記者王小明台北3日電）; 【東京共同】; (서울=연합뉴스) 홍길동 기자 =
_FAR_EAST = (
    re.compile(
        rf"[（(【\[［]?(?P<agency>{_EAST_AGENCIES})(?:[记記]者\s?(?:[^\W\d_]{{3}}|[^\W\d_]{{2}}))?(?P<place>[^\W\d_]{{2,4}}?)\s?"
        r"(?P<date>(?:\d{1,2}月)?\d{1,2}日)\s?(?:综合|綜合)?[电電讯訊][）)】\]］]?\s*"
    ),
    re.compile(
        rf"[【［\[（(](?P<place>[^\W\d_]{{2,8}}?)\s?[=＝/／]?\s?(?P<date>)(?P<agency>{_EAST_AGENCIES})[】］\])）]\s*"
    ),
)


def _read_far_east(head: str, indent: int) -> Filed | None:
    for form in _FAR_EAST:
        match = form.match(head)
        if match:
            return _filed(match["place"], match["date"] or None, match["agency"], match.end() + indent, sure=True)
    return None


def read_dateline(text: str) -> Filed | None:
    """The dateline that `text` begins with; None without one. One that is not `sure` may be how a sentence begins."""
    start = len(text) - len(text.lstrip())
    found = _read_from(text, start)
    if found is None or (found.dateline and found.agency):
        return found
    # "(ANSA) - ROMA, 3 MAG - ", "DUBAI--(BUSINESS WIRE)--", "МОСКВА, 3 фев — РИА Новости."
    more = _read_from(text, found.end) if found.dateline is None else _agency_behind(text, found.end)
    if more is None or (found.dateline and more.dateline):
        return found
    return Filed(found.dateline or more.dateline, found.agency or more.agency, more.end, found.sure)


def _read_from(text: str, start: int) -> Filed | None:
    head = text[start : start + _LOOKED_AT]
    if not head or head[0].islower():
        return None
    if _EAST.match(head):
        return _read_far_east(head, start)
    reach = _reach(head)
    for match in islice(SEPARATOR.finditer(head, 0, reach), _MOSTSEPARATORS):
        stop = len(head[: match.start()].rstrip())
        end = len(head) - len(head[match.end() :].lstrip())
        found = _read(head, stop, end, start)
        if found is not None:
            return found
    for match in islice(_BRACKET_ENDS.finditer(head, 0, reach), _MOSTSEPARATORS):
        found = _read_without_dash(head, match.start() + 1, match.end(), start)
        if found is not None:
            return found
    return None


def _agency_behind(text: str, start: int) -> Filed | None:
    match = _AGENCY_BEHIND.match(text, start)
    name = (match["bracketed"] or match["plain"]) if match else None
    return Filed(None, name, match.end(), sure=True) if match and name and is_known(name) else None


def _read(head: str, stop: int, end: int, indent: int) -> Filed | None:
    """The dateline before the dash at `stop`."""
    match = _HEAD.fullmatch(head, 0, stop)
    if match is None or not (head[end:].strip() == "" or _BEHIND.match(head, end)):
        return None
    place, agency = _place(match), _agency(match)
    if (match["place"] and place is None) or not (place or agency or match["date"]):
        return None
    if match["date"] or agency:
        found = _filed(place, match["date"], agency, end + indent, sure=True)
        return found if _is_filed(match, place, head, end) else None
    assert place is not None, "one of the three is there"
    return _read_place(place, head, stop, end, indent)


def _is_filed(match: re.Match[str], place: str | None, head: str, end: int) -> bool:
    """Whether a date or an agency, with or without a place, is a dateline."""
    behind = len(head) - end
    if place is None and not _agency(match):  # a date alone tells when an article appeared
        return behind >= _PARAGRAPH
    city = place is None or in_capitals(place) or _may_be_city(place)
    if not city and 0 < behind < _PARAGRAPH:  # "Ada Byron (AP) - Harbour" is a picture's credit
        return False
    if match["date"] or _is_known(match):
        return True
    return place is not None and city and not _first_letter(head, end).islower()


def _read_place(place: str, head: str, stop: int, end: int, indent: int) -> Filed | None:
    """The dateline that is a place alone, before a dash or a colon."""
    if is_known(place):
        return _filed(None, None, place, end + indent, sure=True)
    sign = head[stop:end].strip()
    if head[stop - 1] == "." and sign[:1] in _DASHES and "," not in place and place.count(".") <= 1:  # "México.- "
        return _filed(place.strip("."), None, None, end + indent, sure=True)
    sure = _says_place(place, head, sign, end)
    return None if sure is None else _filed(place, None, None, end + indent, sure=sure)


def _reach(head: str) -> int:
    """How far a dateline may reach: sentences show by their words in small letters that they are none."""
    small = at = 0
    for word in head[:_LONGEST].split():
        small += word[0].islower()
        if small > _MOST_SMALL:
            return at
        at += len(word) + 1
    return _LONGEST


def _says_place(place: str, head: str, sign: str, end: int) -> bool | None:
    """Whether a place alone before a dash or a colon is a dateline for sure; None where it is none."""
    small = _first_letter(head, end).islower()
    if sign == ":":
        return False if in_capitals(place) and head[end - 1].isspace() and not small else None
    if in_capitals(place):
        return True
    return False if len(head) - end >= _PARAGRAPH and not small and _may_be_city(place) else None


def _first_letter(head: str, end: int) -> str:
    return head[end:].lstrip("\"'“”‘’«„»¿¡(")[:1]


def _read_without_dash(head: str, stop: int, end: int, indent: int) -> Filed | None:
    """The dateline before a bracket that no dash follows: "Des Moines, Iowa (CNN) The …"."""
    match = _HEAD.fullmatch(head, 0, stop)
    if match is None:
        return None
    place, agency = _place(match), _agency(match)
    if agency is None or (match["place"] and place is None) or not (_is_known(match) or match["date"]):
        return None
    return _filed(place, match["date"], agency, end + indent, sure=True)


def _filed(place: str | None, date: str | None, agency: str | None, end: int, *, sure: bool) -> Filed:
    date = date.strip(" ,") if date else None
    if date and _WHOLE_MONTH.search(date):
        date = date[:-1]
    if place and date and _ONE_WORD.fullmatch(place):
        place = place.strip(".")
    return Filed(Dateline(place, date) if place or date else None, agency, end, sure)


def _place(match: re.Match[str]) -> str | None:
    """The place of a dateline; None where it has none, or what stands there is none."""
    place = (match["place"] or "").strip(" ,")
    words = place.replace(",", " ").replace("/", " ").split()
    if not words or place.lower().strip(".") in _NO_PLACES or words[0].lower() in _NO_BEGINNING:
        return None
    named = [word for word in words if word.lower() not in PARTICLES]
    return place if named and not any(word[0].islower() for word in (words[0], *named)) else None


# Sections are called by places, too.
_SECTION_PLACES = frozenset("méxico españa argentina brasil italia france polska россия україна türkiye".split())
_NO_PLACES = LABELS | (SECTIONS - _SECTION_PLACES) | FURNITURE_LINES | WEEKDAYS | MONTHS | ROLES
_NO_BEGINNING = (LABELS | STOP_WORDS) - FIRST_WORDS


def _is_known(match: re.Match[str]) -> bool:
    bracketed = match["bracketed"] or match["slashed"] or match["before"]
    return is_known_in_brackets(bracketed) if bracketed else True


def _agency(match: re.Match[str]) -> str | None:
    found = match["bracketed"] or match["slashed"] or match["parted"] or match["plain"] or match["before"]
    if found is None:
        return None
    words = found.split()
    named = (
        len(words) <= _AGENCY_WORDS and words[0][0].isalpha() and not any(map(str.isdigit, found)) and len(found) > 1
    )
    plain = match["parted"] or match["plain"]
    known = is_known(found) if plain else is_known_in_brackets(found)
    return found.strip() if known or (named and not plain and not found.islower()) else None


def in_capitals(place: str) -> bool:
    """Whether a place is written in capitals, its region aside."""
    return place.partition(",")[0].isupper() and sum(map(str.isalpha, place)) >= _SHORTEST_PLACE


def _may_be_city(place: str) -> bool:
    """Whether a place in small letters may be one: a word, a word and its region, or a city of several words."""
    words = place.partition(",")[0].replace("/", " ").lower().split()
    return len(words) == 1 or words[0].strip(".") in FIRST_WORDS or words[-1] in LAST_WORDS
