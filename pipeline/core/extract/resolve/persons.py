"""Persons by what stands before and after a name: a title, a role, a verb of speech."""

import re

from pipeline.core.extract.resolve.article import Article, Found, Taken, without_overlaps
from pipeline.core.extract.resolve.vocabulary import ROLES, SURE_ORGANISATION_END, TITLES

_PARTICLE = r"(?:de|da|di|du|van|von|der|den|del|della|la|le|al|el|bin|ibn|ben|ter|ten|dos|das)"
_NAME = r"[^\W\d_a-zß-öø-ÿ][\w'’-]*"
_FULL = re.compile(rf"(?:{_NAME}|[A-Z]\.)(?:\s(?:{_PARTICLE}\s){{0,3}}(?:{_NAME}|[A-Z]\.(?=\s))){{1,4}}")
_AFTER_TITLE = re.compile(
    rf"\b(?:Mr|Mrs|Ms|Dr|Sen|Gov|Prof)\.?[ \t]((?:{_NAME})(?:[ \t](?:{_PARTICLE}[ \t])*{_NAME})*)"
)
_RELABELLED = frozenset({"ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT", "WORK_OF_ART"})


def apply(article: Article, spans: list[Found]) -> list[Found]:
    """Names after a title or a role are persons, also where the model saw something else or a part of it."""
    cued = [_cued(article, span) for span in spans if not _is_title(article, span)]
    return without_overlaps([*cued, *_after_titles(article, cued)])


def _is_title(article: Article, span: Found) -> bool:
    return span.label == "PERSON" and all(word in TITLES for word in article.surface(span).split())


def _cued(article: Article, span: Found) -> Found:
    if span.label not in _RELABELLED:
        return span
    if not _after_role(article, span) or not _may_be_person(article, span):
        return span
    return Found(span.start, span.end, "PERSON")


def _after_role(article: Article, span: Found) -> bool:
    before = article.first_word(span.start) - 1
    if before < 0:
        return False
    word = article.words[before]
    return word.text in ROLES and article.text[word.end : span.start] == " "


def _may_be_person(article: Article, span: Found) -> bool:
    surface = article.surface(span)
    words = surface.split()
    if not 2 <= len(words) <= 4 or _FULL.fullmatch(surface) is None or words[-1] in SURE_ORGANISATION_END:
        return False
    known = article.gazetteer
    return not known.is_place(surface) and words[0] not in known.nationalities and not known.is_place(words[-1])


def _after_titles(article: Article, spans: list[Found]) -> list[Found]:
    taken = Taken(spans)
    found = []
    for match in _AFTER_TITLE.finditer(article.text):
        over = taken.overlapping(match.start(), match.end())
        if not over:
            found.append(Found(match.start(1), match.end(1), "PERSON"))
    return found
