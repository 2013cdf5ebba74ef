"""Countries, nationalities and cities that the world's gazetteer knows better than the model."""

import re

from pipeline.core.extract.gazetteer import Gazetteer
from pipeline.core.extract.gazetteer.names import UNCERTAIN_COUNTRIES, UNCERTAIN_PEOPLES
from pipeline.core.extract.resolve.article import Article, Found, Taken, without_overlaps
from pipeline.core.extract.resolve.passes.repeats import inside_name
from pipeline.core.extract.resolve.passes.states import SHORT_FORMS
from pipeline.core.extract.resolve.passes.vocabulary import (
    ORGANISATION_KINDS,
    PLACES,
    SURE_ORGANISATION_END,
)
from pipeline.core.extract.resolve.patterns import POSSESSIVE

_METROPOLIS, _LARGE = 1_000_000, 500_000  # people
# "Norwegian Governmental" circles are no organisation.
_OF_STATES = frozenset(
    "Governmental Presidential Political Official Officials Diplomatic Economic Opposition Military Foreign Federal "
    "Interior Civil Media Border Government".split()
)
_PEOPLES = re.compile(rf"People{POSSESSIVE} $")
_PARTISANS = frozenset({"Republican", "Democrat"})
_POSSESSIVE = re.compile(rf"{POSSESSIVE}$")
_IN = frozenset({"in", "In", "from", "near"})
# The full stop belongs to the name.
_SHORTENED = frozenset(short.removesuffix(".") for short in SHORT_FORMS if "." not in short[:-1])
_RELABELLED = frozenset({"ORG", "PERSON", "NORP", "LOC", "FAC", "PRODUCT", "WORK_OF_ART", "LANGUAGE", "EVENT", "LAW"})


def apply(article: Article, spans: list[Found]) -> list[Found]:
    """Give a span that is a country or a nationality its type, and add those that the model has missed."""
    parts = [part for span in spans for part in _parts(article, span)]
    labelled = [_shortened(article, Found(span.start, span.end, _label(article, span))) for span in parts]
    return without_overlaps([*labelled, *_missed(article, labelled), *_missed_cities(article, labelled)])


def _parts(article: Article, span: Found) -> list[Found]:
    """A people before a place ("Republican Oslo"), before a word of no name, or somebody's place ("Lind's Oslo")."""
    if span.label in ("GPE", "ORG") and article.surface(span).startswith("Republic of "):
        before = _PEOPLES.search(article.text[max(0, span.start - 10) : span.start])
        return [Found(span.start - len(before[0]) if before else span.start, span.end, "GPE")]
    first, _, rest = article.surface(span).partition(" ")
    known = article.gazetteer
    peoples = span.label in ("ORG", "PERSON") and first in known.nationalities
    if not rest or not (peoples or span.label in PLACES) or known.is_place(article.surface(span)):
        return [span]
    behind = Found(span.end - len(rest), span.end, "GPE")
    if peoples:
        people = Found(span.start, span.start + len(first), "NORP")
        if rest in known.countries or rest in known.states or known.is_city(rest, _LARGE):
            return [people, behind]
        if first in _PARTISANS and _is_partisan(rest):
            return [people, Found(behind.start, behind.end, "PERSON")]
        return [people] if rest in _OF_STATES else [span]
    owned = span.label in PLACES and _POSSESSIVE.search(first) is not None and known.is_place(rest)
    return [behind] if owned else [span]


def _is_partisan(name: str) -> bool:
    """Whether two words are a person's name rather than what a party has."""
    words = name.split()
    plain = len(words) == 2 and all(word.isalpha() and word[0].isupper() and word[1:].islower() for word in words)
    return plain and ORGANISATION_KINDS.isdisjoint(words) and SURE_ORGANISATION_END.isdisjoint(words)


def _label(article: Article, span: Found) -> str:
    known = article.gazetteer
    name = article.surface(span)
    if span.label not in _RELABELLED and span.label != "GPE":
        return span.label
    plain = _cased(known, name)
    if plain in known.nationalities and plain not in UNCERTAIN_PEOPLES and plain not in known.countries:
        return "LANGUAGE" if span.label == "LANGUAGE" else "NORP"
    if plain in known.countries and (plain not in UNCERTAIN_COUNTRIES or span.label != "PERSON"):
        return "GPE"
    if plain in known.states and span.label != "PERSON":
        return "GPE"
    # A metropolis is hardly ever anybody's name; where it is, the full name will put it right.
    if span.label == "PERSON" and known.is_city(plain, _METROPOLIS):
        return "GPE"
    return span.label


def _shortened(article: Article, span: Found) -> Found:
    if span.label in PLACES and article.surface(span) in _SHORTENED and article.text.startswith(".", span.end):
        return Found(span.start, span.end + 1, span.label)
    return span


def _cased(known: Gazetteer, name: str) -> str:
    """A name in capitals as the gazetteer writes it: "SRI LANKA"; others as they are."""
    if not name.isupper() or name in known.countries:
        return name
    return name.title()


def _missed(article: Article, spans: list[Found]) -> list[Found]:
    taken, found, end = Taken(spans), [], 0
    phrases = article.gazetteer.phrases
    # By the words that the text has, not word by word: few of them begin a phrase.
    begun = {word: known for word in article.numbers if (known := phrases.get(word.rstrip(".").split("-")[0]))}
    for number in sorted(number for word in begun for number in article.numbers[word]):
        word = article.words[number]
        if word.start < end:
            continue
        for phrase in begun[word.text]:
            stop = word.start + len(phrase)
            if not article.text.startswith(phrase, word.start) or article.text[stop : stop + 1].isalnum():
                continue
            if stop < word.end and phrase in article.gazetteer.countries and article.text[stop] != "-":
                continue
            if taken.free(word.start, max(stop, word.end)) and (
                _alone_in_capitals(article, phrase, stop) or not inside_name(article, word.start, stop)
            ):
                label = "GPE" if _cased(article.gazetteer, phrase) in article.gazetteer.countries else "NORP"
                # "Iraqi-backed" is one word and one name; of "Iraq-based" only the country is.
                end = max(stop, word.end) if label == "NORP" else stop
                found.append(Found(word.start, end, label))
            break
    return found


def _alone_in_capitals(article: Article, phrase: str, stop: int) -> bool:
    """Whether a phrase in capitals stands for itself: "USA" of "USA NETWORK" does not, in a line of small letters."""
    number = article.first_word(stop)
    if not phrase.isupper() or number >= len(article.words):
        return phrase.isupper()
    following = article.words[number]
    if article.text[stop : following.start] != " " or not following.text.isupper() or len(following.text) < 3:
        return True
    end = article.text.find("\n", stop)
    return not any(map(str.islower, article.text[following.end : end if end >= 0 else None][:40]))


def _missed_cities(article: Article, spans: list[Found]) -> list[Found]:
    """Cities after "in" or "from"."""
    taken, found = Taken(spans), []
    for number in sorted(number for word in _IN for number in article.numbers.get(word, ())):
        if number + 1 == len(article.words):
            break
        before, word = article.words[number], article.words[number + 1]
        if article.text[before.end] != " ":
            continue
        alone = taken.free(word.start, word.end) and not inside_name(article, word.start, word.end)
        if alone and article.gazetteer.is_city(word.text, _LARGE):
            found.append(Found(word.start, word.end, "GPE"))
    return found
