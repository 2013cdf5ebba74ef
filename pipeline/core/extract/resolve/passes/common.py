"""Common words that a capital makes look like names: at the beginning of a sentence, in a title, for weight."""

import re
from functools import lru_cache

from pipeline.core.extract.gazetteer import Gazetteer
from pipeline.core.extract.resolve.article import Article, Found
from pipeline.core.extract.resolve.passes.abbreviations import is_abbreviation
from pipeline.core.extract.resolve.passes.conduct import acts
from pipeline.core.extract.resolve.passes.headline_words import FIRST_NAMES
from pipeline.core.extract.resolve.passes.known_organisations import KNOWN_ORGANISATIONS
from pipeline.core.extract.resolve.passes.repeats import begins_sentence
from pipeline.core.extract.resolve.passes.sports import is_sport
from pipeline.core.extract.resolve.passes.vocabulary import (
    FACILITY_END,
    LOCATION_END,
    NUMBERS,
    ORGANISATION_KINDS,
    PERSON_NOUNS,
    PLACE_NOUNS,
    PLACES,
    ROLES,
    WORK_NOUNS,
)
from pipeline.core.extract.resolve.passes.works import is_quoted
from pipeline.core.extract.resolve.patterns import REMEMBERED
from pipeline.core.extract.resolve.seen import Plain, seen

_SHORTEST = 3  # letters
_READ = 20  # characters before a name that are looked at
# "Director of Supplier Quality": a post, and no organisation
_POST = re.compile(r"\b(?:Head|Director|Manager|Lead|Chief|Partner|Officer|[SE]?VP|President)(?: of|,) $")
_IS = re.compile(r" (?:is|was|are|were) (?:an?|the|one) ")
_POST_ENDS = frozenset({"f ", ", "})
_JOINTS = frozenset("and of for & the".split())
# Words for kinds of things, in small letters
_KINDS = PLACE_NOUNS | PERSON_NOUNS | WORK_NOUNS | ROLES | {word.lower() for word in LOCATION_END | FACILITY_END}
_JUDGED = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "PRODUCT", "WORK_OF_ART", "NORP", "LAW", "EVENT"})


def apply(article: Article, spans: list[Found]) -> list[Found]:
    """Drop names of one word that news writes small, where nothing that they do or that is said of them is a name's."""
    now, known = seen(article, spans), article.gazetteer
    names = {name for name, label in now.told if label in _JUDGED}
    common = {name for name in names if _is_common(name, known)}
    common |= _openings(article, spans, names - common)
    if _NAMES.others(now, known):
        spans = [span for span in spans if span[2] not in _JUDGED or not _is_no_name(article, span)]
    if not common or is_sport(article):  # where clubs are called Bulls and Magic
        return spans
    named = {name for span in spans if (name := article.surface(span)) in common and _is_named(article, span)}
    for span in spans:
        if span.label == "PERSON" and " " in (name := article.surface(span)):
            named.update(name.split())
    dropped = common - named
    return [span for span in spans if span.label in NUMBERS or article.surface(span) not in dropped]


def _openings(article: Article, spans: list[Found], names: set[str]) -> set[str]:
    """Those of `names` that stand only where a line or a sentence begins, which asks for the capital, and go on small.

    They are words for a kind of thing ("River pilots warn"), or the text has them in small letters elsewhere.
    """
    known = article.gazetteer
    small = {name for name in names if _may_be_small(name, known) and _is_small(article, name)}
    for start, end, label in spans if small else ():
        if (name := article.text[start:end]) in small:
            behind = article.text[end : end + 2]
            begins = begins_sentence(article, article.first_word(start))
            small_behind = behind[:1] == " " and behind[1:].islower() and _IS.match(article.text, end) is None
            if label not in _JUDGED or not begins or not small_behind:
                small.discard(name)
    return small


@lru_cache(maxsize=REMEMBERED)
def _may_be_small(name: str, known: Gazetteer) -> bool:
    return name.isalpha() and _is_plain(name, known) and name.lower() not in FIRST_NAMES


def _is_small(article: Article, name: str) -> bool:
    small = name.lower()
    return small in _KINDS or small in article.lowered


def _may_be_none(name: str, label: str, known: Gazetteer) -> bool:
    """Whether to look closer, at where it stands, if a span is no name."""
    return is_abbreviation(name, label) if " " not in name else label == "ORG" and _are_common(name, known)


def _are_common(name: str, known: Gazetteer) -> bool:
    return all(word in _JOINTS or known.is_common(word) for word in name.replace(",", "").split())


_NAMES = Plain(lambda name, label, known: label not in _JUDGED or not _may_be_none(name, label, known))


def _is_no_name(article: Article, span: Found) -> bool:
    """Whether a span is an abbreviation of common words, or what somebody is the head of."""
    start, end, label = span
    name = article.text[start:end]
    if " " not in name:
        return is_abbreviation(name, label)
    before = article.text[max(0, start - _READ) : start]
    if label != "ORG" or before[-2:] not in _POST_ENDS or _POST.search(before) is None:
        return False
    return _are_common(name, article.gazetteer)


@lru_cache(maxsize=REMEMBERED)
def _is_common(name: str, known: Gazetteer) -> bool:
    return " " not in name and known.is_common(name) and _is_plain(name, known)


def _is_plain(name: str, known: Gazetteer) -> bool:
    """Whether a common word is none that names something all the same."""
    if name in KNOWN_ORGANISATIONS or name in ORGANISATION_KINDS or name in known.nationalities:
        return False
    return len(name) >= _SHORTEST and (name[1:].islower() or "-" in name) and not known.is_place(name)


def _is_named(article: Article, span: Found) -> bool:
    if span.label in PLACES and article.surface(span) in article.gazetteer.cities:
        return True
    return acts(article, span) or (span.label == "WORK_OF_ART" and is_quoted(article.text, span.start, span.end))
