"""What the text itself says a name is: "Halden is a town", "Nordwind, a shipping company", "the village of Halden"."""

import re
from itertools import islice

from pipeline.core.extract.resolve.article import Article, Found, Taken, without_overlaps
from pipeline.core.extract.resolve.passes.known_organisations import KNOWN_ORGANISATIONS
from pipeline.core.extract.resolve.passes.vocabulary import (
    NUMBERS,
    ORGANISATION_KINDS,
    ORGANISATION_NOUNS,
    PERSON_NOUNS,
    PLACE_NOUNS,
    PLACES,
    WORK_NOUNS,
)
from pipeline.core.extract.resolve.patterns import NAME, behind
from pipeline.core.extract.resolve.seen import seen

_KINDS = {
    **dict.fromkeys(WORK_NOUNS, "WORK_OF_ART"),
    **dict.fromkeys(PERSON_NOUNS, "PERSON"),
    **dict.fromkeys(ORGANISATION_NOUNS, "ORG"),
    **dict.fromkeys(PLACE_NOUNS, "GPE"),
}
_SAID = re.compile(r"(?: \([^)\n]{1,80}\))?(?:,? (?:is|was|are|were) (?:one of the|an?|the) |, (?:an?|the) )")
_BEGINNINGS = frozenset({" (", " i", " w", " a", ", "})  # what such a definition can begin with
_PART = re.compile(r"[\w'’-]+|[^\w\s]|\n")
_LONGEST = 8  # words of a definition up to its noun
# Where the definition's noun lies behind.
_ENDS = frozenset(
    "in of for from at by that which who whose to on with where located situated based released published written "
    "and or famous known noted famed home".split()
)
_OF = re.compile(rf" of ({NAME}(?: {NAME}){{0,3}})")  # behind a noun for a place
_MISTAKEN = frozenset({"PERSON", "ORG", "FAC", "PRODUCT", "WORK_OF_ART", "NORP", "EVENT"})
# "on the lower Tide", "ferries to Wick", "voters in Halden": what lies somewhere, or is lived in.
_COURSE = re.compile(r"\b[Tt]he (?:lower|upper|middle) $")
_REACHED = re.compile(
    r"\b(?:quays?|ferry|ferries|bridge|harbour|harbor|beach|lighthouse|pier|jetty|road|lock|railway|voters|residents|"
    r"villagers|inhabitants|townspeople|mayor|townhouse|farms?) (?:at|in|of|to|from|near) $"
)
_BODIES = "estuary valley delta basin gorge peninsula foothills headwaters watershed catchment".split()
_WATERS = re.compile(rf" (?:{'|'.join(_BODIES)})\b")
_WATERS_BEGIN = frozenset(f" {word[:2]}" for word in _BODIES)
_NO_COURSE = ORGANISATION_KINDS | {"House", "Houses", "Class", "Egypt"}
_LIE_BEHIND = frozenset({"er ", "le ", "at ", "in ", "of ", "to ", "om ", "ar "})  # what these end with
_LIKE_PLACES = frozenset({"PERSON", "ORG", "PRODUCT", "WORK_OF_ART", "NORP"})
_READ = 32  # characters before a name
_WORKS = frozenset({"NORP", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE", "PRODUCT"})


def apply(article: Article, spans: list[Found]) -> list[Found]:
    """Give a name the type that a definition gives it, wherever it stands, and name what lies in "the town of …"."""
    said = _lying(article, spans) | _said(article, spans)
    if said:
        spans = [Found(span.start, span.end, said.get(article.surface(span), span.label)) for span in spans]
    found = _places(article, spans)
    if not found:
        return spans if seen(article, spans).apart else without_overlaps(spans)
    taken = Taken(found)
    return without_overlaps([*found, *(span for span in spans if taken.free(span.start, span.end))])


def _said(article: Article, spans: list[Found]) -> dict[str, str]:
    """The types that definitions give names other than the model did."""
    said, text = {}, article.text
    for span in spans:
        end = span[1]
        if text[end : end + 2] not in _BEGINNINGS or span[2] in NUMBERS:
            continue
        match = _SAID.match(text, end)
        if match is None or (name := article.surface(span)) in KNOWN_ORGANISATIONS or article.gazetteer.is_place(name):
            continue
        kind = _kind(article.text, match.end())
        if kind is not None and _family(kind) != _family(span.label):
            said[article.surface(span)] = kind
    return said


def _lying(article: Article, spans: list[Found]) -> dict[str, str]:
    """The names of one or two plain words that were taken for no place, and lie or are lived in all the same."""
    found: dict[str, str] = {}
    text = article.text
    for span in spans:
        start, end, label = span
        if label in _LIKE_PLACES and (
            text[end : end + 3] in _WATERS_BEGIN or text[max(0, start - 3) : start] in _LIE_BEHIND
        ):
            place = _place(article, span)
            if place is not None:
                found[text[start:end]] = place
    if found:
        for span in spans:
            if span[2] == "PERSON":
                for word in article.surface(span).split()[1:]:
                    found.pop(word, None)
    return found


def _place(article: Article, span: Found) -> str | None:
    text, (start, end, _) = article.text, span
    waters = text[end : end + 3] in _WATERS_BEGIN and _WATERS.match(text, end) is not None
    if not waters and text[max(0, start - 3) : start] not in _LIE_BEHIND:
        return None
    name = text[start:end]
    words = name.split(" ")
    if len(words) > 2 or not all(word.isalpha() and word[1:].islower() for word in words):
        return None
    if not _NO_COURSE.isdisjoint(words) or name in KNOWN_ORGANISATIONS or name in article.gazetteer.nationalities:
        return None
    before = text[max(0, start - _READ) : start]
    if _COURSE.search(before) or (waters and before.endswith(("the ", "The "))):
        return "LOC"
    return "GPE" if _REACHED.search(before) else None


def _kind(text: str, start: int) -> str | None:
    """What the last noun before "in", "of" and the like is a word for."""
    noun = ""
    for match in islice(_PART.finditer(text, start, start + 100), _LONGEST):
        word = match.group().lower()
        if word in _ENDS or not word[0].isalnum():
            break
        noun = word
    return _KINDS.get(noun) or _KINDS.get(noun.removesuffix("s"))


def _family(label: str) -> str:
    return "place" if label in PLACES else "work" if label in _WORKS else label


def _places(article: Article, spans: list[Found]) -> list[Found]:
    found = []
    for _, match in behind(PLACE_NOUNS, _OF, article.text, (" of ",)):
        taken = seen(article, spans).taken
        over = taken.overlapping(*match.span(1))
        exact = len(over) == 1 and (over[0].start, over[0].end) == match.span(1) and over[0].label in _MISTAKEN
        if not over or exact:
            found.append(Found(*match.span(1), "GPE"))
    return found
