"""Organisations and events by their words: what a name ends with, and names that run on past what the model saw."""

import re
from functools import lru_cache

from pipeline.core.extract.gazetteer import Gazetteer
from pipeline.core.extract.resolve.article import Article, Found, without_overlaps
from pipeline.core.extract.resolve.passes.known_organisations import KNOWN_ORGANISATIONS
from pipeline.core.extract.resolve.passes.vocabulary import (
    COMPANY_END,
    EVENT_END,
    FACILITY_END,
    LEGAL_FORMS,
    LOCATION_END,
    ORGANISATION_KINDS,
    SURE_ORGANISATION_END,
)
from pipeline.core.extract.resolve.patterns import NAME, REMEMBERED, behind
from pipeline.core.extract.resolve.seen import Plain, seen

_RELABELLED = frozenset({"PERSON", "GPE", "LOC", "FAC", "NORP", "PRODUCT", "WORK_OF_ART", "LAW", "EVENT"})
# "University of Southern Indiana", "Ministry of Foreign Affairs", "Bank of Japan".
_BODIES = frozenset(
    "University Bank Ministry Institute College Academy Federation Association Department Council Museum Chamber "
    "Confederation Union League Organisation Organization".split()
)
_OF = re.compile(rf" (?:of|for) (?:the )?{NAME}(?: {NAME}){{0,2}}")
# "Southern District of Halden", a court's
_DISTRICT = re.compile(rf"\b(?:Northern|Southern|Eastern|Western|Middle|Central) District of {NAME}(?: {NAME})?")
# "Tour of Andalusia", "Battle of Narvik"
_EVENTS = frozenset("Tour TOUR Giro Battle Siege Treaty Feast".split())
_EVENT_OF = re.compile(rf" (?:of|OF|de|di) (?:the )?{NAME}(?: {NAME})?")
_LAW_END = frozenset({"Act", "Constitution", "Amendment"})
# "Freeman Hall, head of": a person, whatever the last word says
_POST = re.compile(
    r",? (?:who|\d\d)\b|, (?:the |an? )?(?:CEO|head|director|founder|president|professor|chief|manager)\b",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r", (?:the |an? )?(?:[a-z-]+ ){0,2}(?:CEO|director|founder|president|professor|chief executive|editor|spokes\w+)"
    r"(?: and [\w-]+)? (?:of|at|for) "
)
# What everybody calls so is no place and no person.
_KNOWN_BY_ALL = dict.fromkeys(("Brexit", "Grexit"), "EVENT") | dict.fromkeys(("Obamacare", "ObamaCare"), "LAW")
_KNOWN_BY_ALL |= dict.fromkeys("Islam Christianity Judaism Buddhism Hinduism Sikhism".split(), "NORP")
_KNOWN_BY_ALL |= dict.fromkeys("APAC EMEA MENA LATAM".split(), "LOC")
_NO_PLACES = frozenset({"PERSON", "PRODUCT", "NORP", "LAW"})
_PARTNERS = frozenset({"Son", "Sons", "Brothers", "Bros", "Co", "Co.", "Partners", "Associates", "Company"})
_ENDS = {
    **dict.fromkeys("Area Country Peninsula Valley Islands Basin Strait Desert Province".split(), "LOC"),
    **dict.fromkeys("Building Capitol Memorial Monument Courthouse".split(), "FAC"),
    "Index": "PRODUCT",
}
# "BNR News": what a model takes for a person's name, and only its first word is in capitals
_CALLED_BY_LETTERS = re.compile(r"(?:[A-Z]{3,5}|UC) [A-Z][a-z]+")
_JOURNAL = re.compile(r"[A-Z]{3,} Open")
_OF_MEDIA = dict.fromkeys("News Times Magazine Radio TV Media".split(), "ORG")
# What the last word makes of a name that a model took for something else.
_BY_LABEL = {
    "ORG": _ENDS,
    "LAW": {"Campaign": "ORG", "Coalition": "ORG", "Convention": "EVENT"},
    **dict.fromkeys(("PERSON", "GPE", "PRODUCT", "NORP"), _OF_MEDIA),
}
_KINDS = SURE_ORGANISATION_END | ORGANISATION_KINDS | COMPANY_END | LEGAL_FORMS
# "F-16": machines are numbered so, organisations hardly ever.
_MODEL_NUMBER = re.compile(r"[A-Z]{1,3}-\d+")


def apply(article: Article, spans: list[Found]) -> list[Found]:
    """Put the label right by the last word, and take names by their form where the model saw none or a part."""
    labelled = _all_labelled(article, spans)
    taken, found = seen(article, labelled).taken, []
    for start, match in behind(_BODIES, _OF, article.text, (" of ", " for ")):
        over = taken.overlapping(start, match.end())
        body = Found(start, match.end(), "ORG")
        if len(over) == 1 and over[0] != body and start <= over[0].start and over[0].end <= match.end():
            found.append(body)
    for start, match in behind(_EVENTS, _EVENT_OF, article.text) if _has(article.text, _EVENTS) else ():
        over = taken.overlapping(start, match.end())
        if all(start <= span.start and span.end <= match.end() for span in over):
            found.append(Found(start, match.end(), "EVENT"))
    for match in _DISTRICT.finditer(article.text) if " District of " in article.text else ():
        over = taken.overlapping(match.start(), match.end())
        if all(match.start() <= span.start and span.end <= match.end() for span in over):
            found.append(Found(match.start(), match.end(), "LOC"))
    return labelled if not found and seen(article, labelled).apart else without_overlaps([*labelled, *found])


def _all_labelled(article: Article, spans: list[Found]) -> list[Found]:
    known, now = article.gazetteer, seen(article, spans)
    doubted = set(_PLAIN.others(now, known))
    if not doubted:
        return spans
    labelled = [
        _labelled(article, span) if (name, span[2]) in doubted else span
        for name, span in zip(now.names, spans, strict=True)
    ]
    return spans if labelled == spans else labelled


def _has(text: str, words: frozenset[str]) -> bool:
    return any(word in text for word in words)


@lru_cache(maxsize=REMEMBERED)
def _keeps(known: Gazetteer, name: str, label: str) -> bool:
    """Whether a name keeps its label wherever it stands."""
    if known.is_place(name):
        return True
    sure = label in _RELABELLED and name in KNOWN_ORGANISATIONS
    sure = sure or (label in ("GPE", "PERSON") and name.partition(" ")[0] in KNOWN_ORGANISATIONS)
    return not sure and not _is_plain(name, label) and _label(name, label) == label


_PLAIN = Plain(lambda name, label, known: _keeps(known, name, label))


def _labelled(article: Article, span: Found) -> Found:
    surface = article.surface(span)
    if article.gazetteer.is_place(surface):
        return span
    if span.label in _RELABELLED and surface in KNOWN_ORGANISATIONS:
        return Found(span.start, span.end, "ORG")
    if span.label in ("GPE", "PERSON") and surface.partition(" ")[0] in KNOWN_ORGANISATIONS:
        return Found(span.start, span.end, "ORG")
    if span.label == "PERSON" and _POST.match(article.text, span.end):
        return span
    after = article.text[span.end : span.end + 2]
    if after == ", " and _is_plain(surface, span.label) and _OFFICE.match(article.text, span.end):
        return Found(span.start, span.end, "PERSON")
    if span.label == "WORK_OF_ART" and article.text[span.start - 1 : span.start] in tuple("“\"‘'"):
        return span
    label = _label(surface, span.label)
    return span if label == span.label else Found(span.start, span.end, label)


def _is_plain(name: str, label: str) -> bool:
    """Whether a name is two or three words of a person's, none of which says that it is something else."""
    if label not in ("FAC", "ORG", "GPE", "WORK_OF_ART", "PRODUCT") or name.count(" ") not in (1, 2):
        return False
    words = name.split()
    return all(word[0].isupper() and word[1:].islower() for word in words) and _KINDS.isdisjoint(words)


@lru_cache(maxsize=REMEMBERED)
def _label(name: str, label: str) -> str:
    """What the last word says of a name of several words, and the first one of a machine."""
    words = name.split()
    last, several = words[-1], len(words) > 1
    if label in ("ORG", "EVENT", "PRODUCT", "NORP") and last in _LAW_END:
        return "LAW"
    if not several and name in _KNOWN_BY_ALL:
        return _KNOWN_BY_ALL[name]
    if label == "ORG" and _MODEL_NUMBER.match(words[0]):
        return "PRODUCT"
    return _label_of_several(words, label) if several else label


def _label_of_several(words: list[str], label: str) -> str:
    last = words[-1]
    name = " ".join(words)
    if label == "PERSON" and (("&" in words and last in _PARTNERS) or _CALLED_BY_LETTERS.fullmatch(name)):
        return "ORG"
    if label == "EVENT" and _JOURNAL.fullmatch(name):
        return "ORG"
    if last in _BY_LABEL.get(label, ()):
        return _BY_LABEL[label][last]
    if label in ("ORG", "PERSON") and last in EVENT_END and (last != "Open" or not words[0].isupper()):
        return "EVENT"
    if label in _NO_PLACES and last in FACILITY_END:
        return "FAC"
    if label in _NO_PLACES - {"PERSON"} and last in LOCATION_END:
        return "LOC"
    return "ORG" if label in _RELABELLED and last.rstrip(".") in SURE_ORGANISATION_END else label
