"""A name that was given once is the same name wherever it stands again, in full or by its last word."""

from collections.abc import Mapping
from functools import lru_cache

from pipeline.core.extract.resolve.article import Article, Found, without_overlaps
from pipeline.core.extract.resolve.passes.known_organisations import KNOWN_ORGANISATIONS
from pipeline.core.extract.resolve.passes.vocabulary import (
    FACILITY_END,
    LOCATION_END,
    NUMBERS,
    ORGANISATION_KINDS,
    TITLES,
)
from pipeline.core.extract.resolve.patterns import REMEMBERED
from pipeline.core.extract.resolve.seen import seen

SUFFIXES = frozenset("Jr Jr. Sr Sr. II III IV".split())
# Words that begin sentences, months and days: alone they name nothing.
_COMMON = frozenset(
    "The A An And But For In On At It He She They We You I This That These Those There Here January February March "
    "April May June July August September October November December Monday Tuesday Wednesday Thursday Friday "
    "Saturday Sunday News State National International General World First New Last Day Will Mark Bill "
    "Art Grant".split()
)

# Of two words that end in somebody's last name, none of these is named.
_ODD = frozenset({"FAC", "GPE", "LOC", "WORK_OF_ART", "PRODUCT"})
_NOT_NAMES = _COMMON.union(TITLES, ORGANISATION_KINDS, ("House", "Senate", "Party"))


def link_last_names(article: Article, spans: list[Found]) -> list[Found]:
    """A last name alone is the person's, whatever the model took it for."""
    last_names = _last_names(article, spans)
    if not last_names:
        return spans
    now = seen(article, spans)
    may_be = {
        name
        for name, label in now.told
        if label != "PERSON" and (name in last_names or (label in _ODD and name.partition(" ")[2] in last_names))
    }
    if not may_be:
        return spans
    return [
        span if span[2] == "PERSON" or span[2] in NUMBERS or name not in may_be else _linked(article, span, last_names)
        for name, span in zip(now.names, spans, strict=True)
    ]


def add_missed(article: Article, spans: list[Found]) -> list[Found]:
    """Add the mentions, in full or by last name, that the model has missed."""
    missed = unnamed(article, spans, _repeatable(article, spans, _last_names(article, spans)))
    return spans if not missed and seen(article, spans).apart else without_overlaps([*spans, *missed])


def unnamed(article: Article, spans: list[Found], labels: Mapping[str, str]) -> list[Found]:
    """Where the names that `labels` gives a label stand alone and nothing is named yet."""
    taken, named = seen(article, spans).taken, seen(article, spans).starts
    return [
        found
        for found in article.occurrences(labels)
        if (start := found[0]) not in named
        and taken.free(start, end := found[1])
        and not inside_name(article, start, end)
    ]


def _last_names(article: Article, spans: list[Found]) -> dict[str, int]:
    """Last names of persons given in full, by how often."""
    found: dict[str, int] = {}
    now = seen(article, spans)
    for name in now.of("PERSON"):
        if (last := last_name(name)) is not None:
            found[last] = found.get(last, 0) + now.votes[name]["PERSON"]
    return found


@lru_cache(maxsize=REMEMBERED)
def last_name(name: str) -> str | None:
    """The last name of a person given in full, suffixes aside; None for a single word."""
    words = name.split()
    while words and words[-1].strip(",") in SUFFIXES:
        words.pop()
    if len(words) < 2 or len(words[-1]) < 3 or not words[-1][0].isupper() or words[-1] in _NOT_NAMES:
        return None
    if words[-1] in KNOWN_ORGANISATIONS or (words[-1].isupper() and not words[0].isupper()):
        return None
    return words[-1]


def _linked(article: Article, span: Found, last_names: dict[str, int]) -> Found:
    name = article.surface(span)
    first, _, last = name.partition(" ")
    odd = last in last_names and span.label in _ODD and last not in LOCATION_END and last not in FACILITY_END
    if odd and first.isalpha() and not article.gazetteer.is_place(name):
        return Found(span.start, span.end, "PERSON")
    if name not in last_names or name in article.gazetteer.countries or name in article.gazetteer.nationalities:
        return span
    return Found(span.start, span.end, "PERSON")


def _repeatable(article: Article, spans: list[Found], last_names: dict[str, int]) -> dict[str, str]:
    labels = {
        name: next(iter(count)) if len(count) == 1 else min(count, key=lambda label: (-count[label], label))
        for name, count in seen(article, spans).votes.items()
    }
    labels |= {name: "PERSON" for name in last_names if name not in labels}
    return {name: label for name, label in labels.items() if _distinct(name)}


@lru_cache(maxsize=REMEMBERED)
def _distinct(name: str) -> bool:
    return len(name) > 1 and name not in _NOT_NAMES and any(character.isupper() for character in name)


def inside_name(article: Article, start: int, end: int) -> bool:
    """Whether a capitalised word stands right beside it, so that it is part of a longer name."""
    text, texts = article.text, article.texts
    # What is no space beside it tells at once.
    if start and text[start - 1] == " ":
        before = article.first_word(start) - 1
        beside = before >= 0 and article.ends[before] == start - 1 and texts[before][0].isupper()
        if beside and not begins_sentence(article, before):
            return True
    if text[end : end + 1] != " ":
        return False
    after = article.first_word(end)
    return after < len(texts) and article.starts[after] == end + 1 and texts[after][0].isupper()


def begins_sentence(article: Article, number: int) -> bool:
    """Whether the word of that number is the first of a sentence, a line or a quotation."""
    if number == 0:
        return True
    gap = article.text[article.ends[number - 1] : article.starts[number]]
    return any(mark in gap for mark in '.!?:;\n"“”')
