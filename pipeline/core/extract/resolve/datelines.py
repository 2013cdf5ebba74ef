"""The line that says where a story was filed: its first words are a place, its agency an organisation."""

import re

from pipeline.core.extract.resolve.article import Article, Found, Taken, without_overlaps

_PLACE = r"(?P<place>[^\W\d_a-zß-ÿ][\w.'’-]*(?: [^\W\d_a-zß-ÿ][\w.'’-]*){0,3})"
_REST = r"(?:, (?P<rest>[^\W\d_a-zß-ÿ][\w.'’]*(?: [^\W\d_a-zß-ÿ][\w.'’]*){0,3}))?"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DATE = rf"(?:\d{{4}}-\d\d-\d\d|\d{{1,2}} {_MONTH}(?: \d{{4}})?|{_MONTH} \d{{1,2}}(?:, \d{{4}})?)"
_AGENCY = r"\((?P<agency>[A-Z][\w./ ]{1,30})\)"
_DASH = r"\s?(?:--?|[–—])\s"
_LINE = re.compile(rf"^{_PLACE}{_REST}(?P<date>,? {_DATE})?(?: {_AGENCY})?(?:{_DASH}|(?(date)$|(?!)))", re.MULTILINE)
_READ = 1500  # characters: a dateline stands in the head of a story


def apply(article: Article, spans: list[Found]) -> list[Found]:
    """Name the place, and what follows it, by the dateline's form; whatever the model saw there gives way."""
    for match in _LINE.finditer(article.text, 0, _READ):
        found = _named(article, match)
        if found:
            taken = Taken(found)
            return without_overlaps([*found, *(span for span in spans if taken.free(span.start, span.end))])
    return spans


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
