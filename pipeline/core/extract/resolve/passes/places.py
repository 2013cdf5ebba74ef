"""Countries, nationalities and cities that the world's gazetteer knows better than the model."""

import re
from functools import lru_cache
from itertools import filterfalse

from pipeline.core.extract.gazetteer import Gazetteer
from pipeline.core.extract.gazetteer.names import UNCERTAIN_COUNTRIES, UNCERTAIN_PEOPLES
from pipeline.core.extract.resolve.article import Article, Found, without_overlaps
from pipeline.core.extract.resolve.passes.repeats import inside_name
from pipeline.core.extract.resolve.passes.states import SHORT_FORMS
from pipeline.core.extract.resolve.passes.vocabulary import (
    ORGANISATION_KINDS,
    PLACES,
    SURE_ORGANISATION_END,
)
from pipeline.core.extract.resolve.patterns import POSSESSIVE, REMEMBERED
from pipeline.core.extract.resolve.seen import Plain, seen

_METROPOLIS, _LARGE, _CITY = 1_000_000, 500_000, 200_000  # people
# "Norwegian Governmental" circles are no organisation.
_OF_STATES = frozenset(
    "Governmental Presidential Political Official Officials Diplomatic Economic Opposition Military Foreign Federal "
    "Interior Civil Media Border Government".split()
)
_PEOPLES = re.compile(rf"People{POSSESSIVE} $")
_PARTISANS = frozenset({"Republican", "Democrat"})
_OF_PARTIES = _PARTISANS | {"Democratic"}
# "Younger Norwegians"
_SOME = frozenset(
    "Younger Older Young Old Many Most Some Few Poor Rich Ordinary Fellow Average Working Everyday".split()
)
# Endings of the words for who lives somewhere
_DWELLERS = ("ers", "rs", "ns", "ans", "ians")
_IN_SPACE = frozenset({"Earth", "Moon", "Mars"})
_ON_EARTH = frozenset({"WORK_OF_ART", "NORP", "PRODUCT", "GPE"})
# "Greater Jakarta", taken for something else than a place
_PARTS_OF = frozenset({"Greater", "Downtown", "Suburban", "Rural", "Mainland"})
_ON_MAP = frozenset({"ORG", "PERSON", "PRODUCT", "WORK_OF_ART", "NORP"})
_POSSESSIVE = re.compile(rf"{POSSESSIVE}$")
_IN = frozenset({"in", "In", "from", "near"})
# The full stop belongs to the name.
_SHORTENED = frozenset(short.removesuffix(".") for short in SHORT_FORMS if "." not in short[:-1])
_RELABELLED = frozenset({"ORG", "PERSON", "NORP", "LOC", "FAC", "PRODUCT", "WORK_OF_ART", "LANGUAGE", "EVENT", "LAW"})


def apply(article: Article, spans: list[Found]) -> list[Found]:
    """Give a span that is a country or a nationality its type, and add those that the model has missed."""
    labelled = _known(article, spans)
    found = [*_missed(article, labelled), *_missed_cities(article, labelled)]
    return labelled if not found and seen(article, labelled).apart else without_overlaps([*labelled, *found])


def _known(article: Article, spans: list[Found]) -> list[Found]:
    """The spans with the types that the gazetteer has for them."""
    text, known, now = article.text, article.gazetteer, seen(article, spans)
    stops = "." in now.behind and not all(_SHORTENED.isdisjoint(now.of(label)) for label in PLACES)
    if not stops and not _PLAIN.others(now, known):
        return spans
    labelled: list[Found] = []
    for span in spans:
        start, end, label = span
        parted, own = _told(known, text[start:end], label)
        if parted:
            labelled += [_labelled(article, part) for part in _parts(article, span)]
        elif own == label and text[end : end + 1] != ".":
            labelled.append(span)
        else:
            labelled.append(_shortened(article, Found(start, end, own)))
    return spans if labelled == spans else labelled


def _labelled(article: Article, span: Found) -> Found:
    start, end, own = span
    return _shortened(article, Found(start, end, _label(article.gazetteer, article.text[start:end], own)))


@lru_cache(maxsize=REMEMBERED)
def _told(known: Gazetteer, name: str, label: str) -> tuple[bool, str]:
    """What a name tells wherever it stands: whether it may be of two parts, and the label of it as it is."""
    return _may_be_parted(known, name, label), _label(known, name, label)


_PLAIN = Plain(lambda name, label, known: _told(known, name, label) == (False, label))


def _may_be_parted(known: Gazetteer, name: str, label: str) -> bool:
    first, _, rest = name.partition(" ")
    if label == "NORP":
        return first in _SOME and rest in known.nationalities
    if not rest or (label not in PLACES and not (label in ("ORG", "PERSON") and first in known.nationalities)):
        return name.startswith("Republic of ")
    return not known.is_place(name) or name.startswith("Republic of ")


def _parts(article: Article, span: Found) -> list[Found]:
    """A people before a place ("Republican Oslo"), before a word of no name, or somebody's place ("Lind's Oslo")."""
    if span.label in ("GPE", "ORG") and article.surface(span).startswith("Republic of "):
        before = _PEOPLES.search(article.text[max(0, span.start - 10) : span.start])
        return [Found(span.start - len(before[0]) if before else span.start, span.end, "GPE")]
    first, _, rest = article.surface(span).partition(" ")
    known = article.gazetteer
    if span.label == "NORP":
        return [Found(span.end - len(rest), span.end, "NORP")]
    place, _, last = article.surface(span).rpartition(" ")
    if span.label in PLACES and known.is_place(place) and (last in known.nationalities or last in _OF_PARTIES):
        return [Found(span.start, span.start + len(place), "GPE"), Found(span.end - len(last), span.end, "NORP")]
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


@lru_cache(maxsize=REMEMBERED)
def _label(known: Gazetteer, name: str, label: str) -> str:
    if label not in _RELABELLED and label != "GPE":
        return label
    plain = _cased(known, name)
    if (other := _mistaken(known, plain, label)) is not None:
        return other
    if plain in known.nationalities and plain not in UNCERTAIN_PEOPLES and plain not in known.countries:
        return "LANGUAGE" if label == "LANGUAGE" else "NORP"
    if plain in known.countries and (plain not in UNCERTAIN_COUNTRIES or label != "PERSON"):
        return "GPE"
    if plain in known.states and label != "PERSON":
        return "GPE"
    if label == "LOC" and " " not in plain and known.is_city(plain, _CITY):
        return "GPE"
    # A metropolis is hardly ever anybody's name; where it is, the full name will put it right.
    if label == "PERSON" and known.is_city(plain, _METROPOLIS):
        return "GPE"
    return label


def _mistaken(known: Gazetteer, name: str, label: str) -> str | None:
    """What is not on earth, what lies around a place or in it, and who lives in a place and was taken for it."""
    if name in _IN_SPACE and label in _ON_EARTH:
        return "LOC"
    part, _, whole = name.partition(" ")
    if part in _PARTS_OF and label in _ON_MAP and known.is_place(whole):
        return "LOC"
    dwellers = label == "GPE" and name.endswith("s") and not known.is_place(name) and _are_dwellers(known, name)
    return "NORP" if dwellers else None


def _are_dwellers(known: Gazetteer, name: str) -> bool:
    """Whether a word names those who live in a place: "Minnesotans", "Londoners"."""
    return any(name.endswith(ending) and known.is_place(name.removesuffix(ending)) for ending in _DWELLERS)


def _shortened(article: Article, span: Found) -> Found:
    end = span[1]
    if article.text[end : end + 1] == "." and span.label in PLACES and article.surface(span) in _SHORTENED:
        return Found(span.start, span.end + 1, span.label)
    return span


def _cased(known: Gazetteer, name: str) -> str:
    """A name in capitals as the gazetteer writes it: "SRI LANKA"; others as they are."""
    if not name.isupper() or name in known.countries:
        return name
    return name.title()


def _missed(article: Article, spans: list[Found]) -> list[Found]:
    text, starts, ends = article.text, article.starts, article.ends
    now, found, reached = seen(article, spans), [], 0
    taken, named = now.taken, now.starts
    begun = _begun(article)
    for number in article.numbers_of(begun):
        start, end = starts[number], ends[number]
        if start < reached or start in named:
            continue
        for phrase in begun[article.texts[number]]:
            stop = start + len(phrase)
            if not text.startswith(phrase, start) or text[stop : stop + 1].isalnum():
                continue
            if stop < end and phrase in article.gazetteer.countries and text[stop] != "-":
                continue
            if taken.free(start, max(stop, end)) and (
                _alone_in_capitals(article, phrase, stop) or not inside_name(article, start, stop)
            ):
                label = "GPE" if _cased(article.gazetteer, phrase) in article.gazetteer.countries else "NORP"
                # "Iraqi-backed" is one word and one name; of "Iraq-based" only the country is.
                reached = max(stop, end) if label == "NORP" else stop
                found.append(Found(start, reached, label))
            break
    return found


def _begun(article: Article) -> dict[str, tuple[str, ...]]:
    """The words of the text that known phrases begin with, by themselves or up to a hyphen or a full stop.

    By the words that the text has, not word by word: few of them begin a phrase.
    """
    phrases, words = article.gazetteer.phrases, article.vocabulary
    begun = {word: phrases[word] for word in phrases.keys() & words if "-" not in word}
    for word in filterfalse(str.isalnum, words):
        if ("-" in word or "." in word) and (known := phrases.get(word.rstrip(".").split("-")[0])):
            begun[word] = known
    return begun


def _alone_in_capitals(article: Article, phrase: str, stop: int) -> bool:
    """Whether a phrase in capitals stands for itself: "USA" of "USA NETWORK" does not, in a line of small letters."""
    number = article.first_word(stop)
    if not phrase.isupper() or number >= len(article.texts):
        return phrase.isupper()
    following = article.texts[number]
    if article.text[stop : article.starts[number]] != " " or not following.isupper() or len(following) < 3:
        return True
    end = article.text.find("\n", stop)
    return not any(map(str.islower, article.text[article.ends[number] : end if end >= 0 else None][:40]))


def _missed_cities(article: Article, spans: list[Found]) -> list[Found]:
    """Cities after "in" or "from"."""
    texts, known = article.texts, article.gazetteer
    taken, found = seen(article, spans).taken, []
    for number in article.numbers_of(known.cities.keys() & article.vocabulary):
        before, city = number - 1, texts[number]
        if before < 0 or texts[before] not in _IN or article.text[article.ends[before]] != " ":
            continue
        start, end = article.starts[number], article.ends[number]
        alone = taken.free(start, end) and not inside_name(article, start, end)
        if alone and known.is_city(city, _LARGE):
            found.append(Found(start, end, "GPE"))
    return found
