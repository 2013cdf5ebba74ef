"""Persons' names with a word too many: "Firing Lind", "Lind, 54", "Lind-Moe" of two who are both in the article."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from pipeline.core.extract.resolve.article import Article, Found, without_overlaps
from pipeline.core.extract.resolve.passes.headline_words import FIRST_NAMES, HEADLINE_WORDS
from pipeline.core.extract.resolve.passes.repeats import SUFFIXES, last_name
from pipeline.core.extract.resolve.patterns import PARTICLE
from pipeline.core.extract.resolve.seen import seen

_TWICE = 2
# What a model may take two names that a hyphen joins for.
_PAIRS = frozenset({"PERSON", "ORG", "WORK_OF_ART", "EVENT", "NORP", "PRODUCT"})
_SHORTEST = 3  # letters; shorter ones are initials
_PARTICLE = re.compile(PARTICLE)
# "Anna Lind Case": of three words, the last is none of a name.
_THING = re.compile(r"(\w+\s\w+)\s(?:Case|Trial|Scandal|Universe|Books?|Show|Interview|Emails?|Campaign)")
_TWICE_OVER = re.compile(r"(\w+ \w+) \1")  # "Anna Lind Anna Lind"
_AGE = re.compile(r",?\s\(?\d{1,3}\)?$")


@dataclass(slots=True)
class _Persons:
    """The last names of those given in full with their first names, and how often each name stands alone."""

    first_names: dict[str, set[str]] = field(default_factory=dict)
    alone: Counter[str] = field(default_factory=Counter)


def apply(article: Article, spans: list[Found]) -> list[Found]:
    """Cut ages and what a sentence begins or goes on with off, and part two last names that a hyphen joins."""
    persons, now = _Persons(), seen(article, spans)
    for name in now.of("PERSON"):
        last = last_name(name)
        if last is not None:
            persons.first_names.setdefault(last, set()).add(name.split(maxsplit=1)[0])
        else:
            persons.alone[name] = now.votes[name]["PERSON"]
    longer = {told for told in now.told if not _is_plain(article, *told, persons)}
    if not longer and now.apart:
        return spans
    parts: list[Found] = []
    for name, span in zip(now.names, spans, strict=True):
        if (name, span[2]) in longer:
            parts += _parts(article, span, persons)
        else:
            parts.append(span)
    return without_overlaps(parts)


def _is_plain(article: Article, name: str, label: str, persons: _Persons) -> bool:
    """Whether a name is nothing to look closer at: one word, or a first and a last one."""
    if label != "PERSON":
        return label not in _PAIRS or "-" not in name
    first, space, last = name.partition(" ")
    if not first.isalpha() or (space and not last.isalpha()):
        return False
    return not space or (first not in persons.first_names and not _leads(article, first))


def _parts(article: Article, span: Found, persons: _Persons) -> Iterator[Found]:
    surface = article.surface(span)
    left, hyphen, right = surface.partition("-")
    if not hyphen and span.label == "PERSON" and surface.count(" ") > 1 and _is_sentence(article, surface, persons):
        (left, *_), right = surface.split(" ", 1), surface.rpartition(" ")[2]
        hyphen = " "
    if hyphen and _is_named(left, persons) and _is_named(right, persons) and span.label in _PAIRS:
        yield Found(span.start, span.start + len(left), "PERSON")
        yield Found(span.end - len(right), span.end, "PERSON")
    elif span.label == "PERSON":
        surface = _AGE.sub("", surface)
        thing = _THING.fullmatch(surface) or _TWICE_OVER.fullmatch(surface)
        end = span.start + (thing.end(1) if thing is not None else len(surface))
        bare = _without_country(article, Found(span.start, end, "PERSON"))
        yield _without_tail(article, _without_lead(article, bare, persons), persons)
    else:
        yield span


def _is_named(name: str, persons: _Persons) -> bool:
    """Whether a bare name is somebody's who is given in full, or stands alone elsewhere too."""
    return name in persons.first_names or persons.alone[name] >= _TWICE


def _is_sentence(article: Article, surface: str, persons: _Persons) -> bool:
    """Whether a headline of two persons was taken for one, with what one does between: "Lind Outruns Moe"."""
    left, *between, right = surface.split()
    first = any(left in names for last, names in persons.first_names.items() if last != right)
    if first or left == right or left not in persons.first_names or not _is_named(right, persons):
        return False
    plain = all(word.endswith("s") or article.gazetteer.is_common(word) for word in between)
    return plain and not any(map(_PARTICLE.fullmatch, between))


def _without_lead(article: Article, span: Found, persons: _Persons) -> Found:
    """Without a first word that is none of a name, where the rest is the name of somebody in the article."""
    words = article.words_of(span)
    if len(words) < 2 or not _leads(article, words[0].text):
        return span
    rest = article.text[words[1].start : span.end]
    if len(words) == 2:
        others = persons.first_names.get(words[1].text, set()) - {words[0].text, words[1].text}
        return Found(words[1].start, span.end, "PERSON") if others else span
    known = words[0].text != words[1].text and words[1].text in persons.first_names.get(last_name(rest) or "", ())
    return Found(words[1].start, span.end, "PERSON") if known else span


def _without_tail(article: Article, span: Found, persons: _Persons) -> Found:
    """Without a second word that the article has only here, where the first is a last name that it has alone too."""
    words = article.words_of(span)
    if len(words) != 2 or words[1].text.strip(".") in SUFFIXES:
        return span
    first, second = words[0].text, words[1].text
    others = persons.first_names.get(first)
    used = others and first not in others and persons.alone[first] >= _TWICE
    once = article.texts.count(second) == 1 if used else False
    return Found(span.start, words[0].end, "PERSON") if once else span


def _without_country(article: Article, span: Found) -> Found:
    """Without the country that begins the next line or sentence: "Anna Lind Norway"."""
    words = article.words_of(span)
    if len(words) < _TWICE + 1 or words[-1].text not in article.gazetteer.country_names:
        return span
    return Found(span.start, words[-2].end, "PERSON")


def _leads(article: Article, word: str) -> bool:
    lower = word.lower()
    if lower not in HEADLINE_WORDS and lower not in article.lowered:
        return False
    return len(lower) >= _SHORTEST and lower not in FIRST_NAMES and _PARTICLE.fullmatch(lower) is None
