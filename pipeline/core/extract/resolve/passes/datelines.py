"""The forms of agencies: where a story was filed and by whom, the desk that sent it, digests of the press."""

import re

from pipeline.core.extract.resolve.article import Article, Found, Taken, without_overlaps
from pipeline.core.extract.resolve.passes.sports import is_sport
from pipeline.core.extract.resolve.patterns import CAPITAL, places_of

_PLACE = rf"(?P<place>{CAPITAL}[\w.'’-]*(?: {CAPITAL}[\w.'’-]*){{0,3}})"
_REST = rf"(?:, (?P<rest>{CAPITAL}[\w.'’]*(?: {CAPITAL}[\w.'’]*){{0,3}}))?"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DATE = rf"(?:\d{{4}}-\d\d-\d\d|\d{{1,2}} {_MONTH}(?: \d{{4}})?|{_MONTH} \d{{1,2}}(?:, \d{{4}})?)"
_AGENCY = r"\((?P<agency>[A-Z][\w./ ]{1,30})\)"
_DASH = r"\s?(?:--?|[–—])\s"
_LINE = re.compile(rf"^{_PLACE}{_REST}(?P<date>,? {_DATE})?(?: {_AGENCY})?(?:{_DASH}|(?(date)$|(?!)))", re.MULTILINE)
# "LISBON - ", one of many in a diary or a digest
_ITEM = re.compile(r"^(?P<place>[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,2})(?= (?:--?|[–—]) )", re.MULTILINE)
_DASHES = (" - ", " -- ", " – ", " — ")
# "-- Lisbon newsroom"
_DESK = re.compile(
    r"^-- ?(?P<desk>[A-Z][\w.]*(?: [A-Z][\w.]*){0,3} (?:[Nn]ewsroom|[Nn]ewsdesk|[Bb]ureau|[Dd]esk))\b", re.MULTILINE
)
# A digest's newspapers stand alone on their lines, in capitals.
_DIGEST = re.compile(r"[^\n]*PRESS DIGEST[^\n]*\n[^\n]*\n")
_TITLE = re.compile(r"^[A-Z][A-Z'’&.-]*(?: [A-Z&][A-Z'’&.-]*){0,4}(?=[ \t]*$)", re.MULTILINE)
_READ = 1500  # characters: a dateline stands in the head of a story


def apply(article: Article, spans: list[Found]) -> list[Found]:
    """Name what these forms name; whatever the model saw there gives way."""
    dateline = _dateline(article)
    found = without_overlaps([*dateline, *_items(article), *_agency(article.text)])
    if not found:
        return spans
    taken = Taken(found)
    spans = [*found, *(span for span in spans if taken.free(span.start, span.end))]
    return without_overlaps([*spans, *_in_headline(article, dateline, spans)])


def _items(article: Article) -> list[Found]:
    """The places that a diary's lines begin with."""
    text = article.text
    begun = {text.rfind("\n", 0, at) + 1 for dash in _DASHES for at in places_of(dash, text)}
    return [
        Found(*match.span("place"), "GPE")
        for match in filter(None, (_ITEM.match(text, start) for start in sorted(begun)))
        if _is_place(article, match["place"])
    ]


def _in_headline(article: Article, dateline: list[Found], spans: list[Found]) -> list[Found]:
    """The dateline's place in a headline in capitals, where nothing is named there."""
    places = {article.surface(span): "GPE" for span in dateline if span.label == "GPE"}
    taken = Taken(spans)
    named = article.occurrences(places, 0, article.headline_end) if places and not is_sport(article) else ()
    return [span for span in named if taken.free(span.start, span.end)]


def _dateline(article: Article) -> list[Found]:
    """The place, and what follows it."""
    for match in _LINE.finditer(article.text, 0, _READ):
        if found := _named(article, match):
            return found
    return []


def _agency(text: str) -> list[Found]:
    """Desks, and the newspapers of a digest."""
    found = [Found(*match.span("desk"), "ORG") for match in _DESK.finditer(text)] if "--" in text else []
    digest = _DIGEST.match(text)
    if digest is not None:
        found += [Found(*match.span(), "ORG") for match in _TITLE.finditer(text, digest.end())]
    return found


def _named(article: Article, match: re.Match[str]) -> list[Found]:
    if not _is_place(article, match["place"]) and not (match["rest"] and _is_place(article, match["rest"])):
        return []
    found = [Found(*match.span("place"), "GPE")]
    if match["rest"]:
        found.append(Found(*match.span("rest"), "GPE"))
    if match["agency"]:
        found.append(Found(*match.span("agency"), "ORG"))
    return found


def _is_place(article: Article, name: str) -> bool:
    known = article.gazetteer
    return any(
        form in table for form in (name, name.title()) for table in (known.cities, known.countries, known.states)
    )
