"""An office between an organisation and a person: "Bank of Norway Governor Anna Lind" are two names."""

import re
from collections.abc import Iterator
from functools import lru_cache

from pipeline.core.extract.resolve.article import Article, Found, without_overlaps
from pipeline.core.extract.resolve.passes.vocabulary import (
    EVENT_END,
    FACILITY_END,
    LEGAL_FORMS,
    LOCATION_END,
    NUMBERS,
    ORGANISATION_KINDS,
    SURE_ORGANISATION_END,
)
from pipeline.core.extract.resolve.patterns import REMEMBERED
from pipeline.core.extract.resolve.seen import Plain, seen

# Only what is hardly ever a word of an organisation's or a person's own name.
_OFFICES = frozenset(
    "President Chancellor Premier Minister Secretary Senator Sen Sens Representative Rep Congressman Congresswoman "
    "Governor Gov Mayor Ambassador Chairman Chairwoman Chairperson Director Commissioner Speaker Chief CEO CFO "
    "Spokesman Spokeswoman Spokesperson Coach Manager Correspondent Reporter Editor Analyst Professor "
    "Leader"
    "Administrator Superintendent Sheriff".split()
)
_OFFICE_WORDS = _OFFICES | frozenset(
    "Prime Vice Deputy Foreign Finance Interior Defence Defense Attorney General Executive Managing Press Head "
    "Majority Minority Former Lt Gen Maj Acting State".split()
)
_THINGS = EVENT_END | FACILITY_END | LOCATION_END | SURE_ORGANISATION_END | LEGAL_FORMS | ORGANISATION_KINDS
# "Halden State Sen.", "Halden Borough President": the last word is the office's
_STATE_OFFICE = re.compile(r" (?:Sens?|Reps?|Senators?|Representatives?|Assembly\w+)\b")
_BOROUGH_OFFICE = re.compile(r" (?:President|Council\w*|Mayor)\b")
_OPEN = frozenset("of for the and de &".split())  # what comes before the office would go on
_LONGEST = 4  # words of a person


def apply(article: Article, spans: list[Found]) -> list[Found]:
    """Part such spans; where nothing but the person is a name, keep the person."""
    now = seen(article, spans)
    if now.apart and not any(map(str.isalnum, now.behind)) and not _PLAIN.others(now):
        return spans
    text, parts = article.text, list[Found]()
    for span in spans:
        start, end, _ = span
        if _may_have_office(text[start:end]) or text[end : end + 1].isalnum():
            parts += _parted(article, span)
        else:
            parts.append(span)
    return without_overlaps(parts)


@lru_cache(maxsize=REMEMBERED)
def _may_have_office(name: str) -> bool:
    """Whether to look closer at a name that ends where its last word does."""
    return name.endswith((" District", " State", " Borough")) or (
        not name.isalpha() and any(office in name for office in _OFFICES)
    )


_PLAIN = Plain(lambda name, _: not _may_have_office(name))


def _parted(article: Article, span: Found) -> Iterator[Found]:
    if article.text.startswith((" Attorney", " Judge"), span.end) and article.surface(span).endswith(" District"):
        span = Found(span.start, span.end - len(" District"), span.label)
    for word, behind in (" State", _STATE_OFFICE), (" Borough", _BOROUGH_OFFICE):
        if article.text.endswith(word, span.start, span.end) and behind.match(article.text, span.end):
            span = Found(span.start, span.end - len(word), "GPE")
    if span.label in NUMBERS or article.text[span.start : span.end].isalpha():
        yield span  # one word has nothing before or behind an office
        return
    words = article.words_of(span)
    texts = [word.text.rstrip(".") for word in words]
    office = next((number for number, text in enumerate(texts) if number and text in _OFFICES), None)
    if office is None or not _is_person(texts, office, span.label):
        yield span
        return
    first, after = office, office + 1
    while texts[after] in _OFFICE_WORDS:
        after += 1
    while first and texts[first - 1] in _OFFICE_WORDS:
        first -= 1
    if first:
        yield from _before(article, Found(span.start, words[first - 1].end, span.label))
    yield Found(words[after].start, span.end, "PERSON")


def _is_person(texts: list[str], office: int, label: str) -> bool:
    """Whether what stands behind the office may be a person: "Chief Police Officers" of an association are none."""
    rest = [text for text in texts[office + 1 :] if text not in _OFFICE_WORDS]
    enough = 1 if label == "PERSON" else 2
    plain = all(text[0].isupper() and not text.isdigit() for text in rest) and rest == texts[len(texts) - len(rest) :]
    return enough <= len(rest) <= _LONGEST and plain and rest[-1] not in _THINGS and texts[office - 1] not in _OPEN


def _before(article: Article, span: Found) -> Iterator[Found]:
    """What stands before the office, if that is a name."""
    known = article.gazetteer
    name = article.surface(span)
    if name in known.nationalities:
        yield Found(span.start, span.end, "NORP")
    elif known.is_place(name):
        yield Found(span.start, span.end, "GPE")
    elif " " in name or name.isupper() or span.label == "ORG":
        yield Found(span.start, span.end, "ORG")
