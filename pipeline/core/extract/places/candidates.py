"""What a name may be on the map."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from pipeline.core.extract.gazetteer import Gazetteer
from pipeline.core.extract.places.atlas import Atlas, Kind, Place
from pipeline.core.extract.places.columns import Columns, columns
from pipeline.core.extract.places.folding import KEPT, fold, people, short_form
from pipeline.core.extract.places.words import (
    DIRECTIONS,
    GENERIC,
    NOWHERE,
    PREFIX,
    REGION_WORDS,
    SITES,
    SUFFIX,
    UNCERTAIN,
)
from pipeline.core.extract.resolve.passes.known_organisations import KNOWN_ORGANISATIONS

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_UNMISTAKABLE = frozenset({Kind.COUNTRY, Kind.REGION, Kind.NATURAL, Kind.SITE})
# What a model may take a town for.
_DOUBTFUL = frozenset({"PERSON", "WORK_OF_ART", "PRODUCT"})
_MOST = 48  # candidates of one name: "San Antonio" has hundreds, and the smallest of them are never meant
_PARTS = 12  # words of a long name that are looked at
_LONGEST_PART = 4  # words
_KNOWN_WORD, _KNOWN_WORDS = 20_000, 2_000  # inhabitants of what one word, or several, inside a name may be
_ACRONYM = 5  # letters in capitals that are hardly a place's name: "AP", "SWAT"
_KNOWN_TO_ALL = 20_000  # inhabitants of what an organisation may be called after


@dataclass(slots=True)
class Toponym:
    """A name of an article that may be a place.

    `folded` is the name, or the part of it that names a place (then `inside` is true). `weight` says how much it counts
    as evidence for others, `starts` where the text has it. `columns` are the candidates in numbers, None without any.

    `doubtful`: it is a place only if the text says so ("in Tyler", where Tyler was taken for a person).
    `within`: how strongly the text says that it lies in what a candidate of another name is.
    `qualifies`, `placed`, `hinted`: how often the text says that others lie in it, that somebody is in it, and that
    somebody goes to it or comes from it.
    """

    folded: str
    label: str
    candidates: Sequence[Place]
    columns: Columns | None
    weight: float
    starts: list[int]
    inside: bool = False
    doubtful: bool = False
    within: dict[Place, float] = field(default_factory=dict)
    qualifies: float = 0.0
    placed: int = 0
    hinted: int = 0


class _Sought(NamedTuple):
    """What a name may be wherever it stands: a Toponym's fields, and the weight of one mention."""

    folded: str
    candidates: tuple[Place, ...]
    weight: float
    inside: bool = False
    doubtful: bool = False


def toponym(surfaces: Sequence[str], label: str, starts: list[int], atlas: Atlas, known: Gazetteer) -> Toponym | None:
    """What a thing may be on the map; None for what is nowhere.

    `surfaces` are its names, the main one first. A place that is not in the atlas has no candidates.
    """
    names = tuple(surfaces) if label in _PLACES else (surfaces[0],)
    sought = _remembered(names, label, atlas, known)
    if sought is None:
        return None
    (folded, candidates, weight, inside, doubtful), numbers = sought
    return Toponym(folded, label, candidates, numbers, weight * len(starts), starts, inside, doubtful)


@lru_cache(maxsize=KEPT)
def _remembered(
    surfaces: tuple[str, ...], label: str, atlas: Atlas, known: Gazetteer
) -> tuple[_Sought, Columns | None] | None:
    sought = _sought(surfaces, label, atlas, known)
    if sought is None or not sought.candidates:
        return sought and (sought, None)
    uncertain = sought.folded in UNCERTAIN
    return sought, columns(sought.candidates, atlas, uncertain=uncertain, inside=sought.inside)


def _sought(surfaces: tuple[str, ...], label: str, atlas: Atlas, known: Gazetteer) -> _Sought | None:
    names = list(dict.fromkeys(" ".join(surface.split()) for surface in surfaces))
    if label == "NORP":
        found = _people(names[0], atlas, known)
        return _Sought(fold(names[0]), tuple(found), 0.5) if found else None
    if label in _DOUBTFUL:
        return _doubtful(names[0], atlas)
    if label == "ORG":
        namesakes = _called_after(names[0], atlas)
        if namesakes:
            return _Sought(fold(names[0]), namesakes, 0.5)
    for name in names if label in _PLACES else ():
        found = [] if fold(name) in NOWHERE else look_up(name, atlas) or atlas.named(people(name))
        if found:
            return _Sought(fold(name), _largest(found), 1.0)
    return _inside(names[0], label, atlas, known)


def _inside(name: str, label: str, atlas: Atlas, known: Gazetteer) -> _Sought | None:
    if label not in _PLACES | {"ORG", "EVENT"} or fold(name) in NOWHERE:
        return None
    part, found = inside(name, atlas, known)
    if found:
        return _Sought(part, _largest(found), 0.5, inside=True)
    if label == "ORG" and name not in KNOWN_ORGANISATIONS and (doubtful := _doubtful(name, atlas)):
        return doubtful
    is_place = label in _PLACES or (label == "ORG" and not SITES.isdisjoint(fold(name).split()))
    return _Sought(fold(name), (), 0.0) if is_place else None


def _doubtful(name: str, atlas: Atlas) -> _Sought | None:
    found = [place for place in atlas.named(fold(name)) if place.own and place.kind in (Kind.CITY, Kind.DISTRICT)]
    if fold(name) in GENERIC:
        return None
    return _Sought(fold(name), _largest(found), 0.5, doubtful=True) if found else None


def look_up(name: str, atlas: Atlas) -> list[Place]:
    """Places of a name: as it stands, else without "County", "Northern", "City of" and the like."""
    folded = fold(name)
    found = atlas.named(short_form(name)) if name.isupper() or "." in name else []
    found += atlas.named(folded)
    if not found and folded.startswith("the "):
        found = atlas.named(folded[4:])
    return found or _stripped(folded, atlas)


def _stripped(folded: str, atlas: Atlas) -> list[Place]:
    match = SUFFIX.match(folded)
    if match:
        found = atlas.named(match[1])
        if match[2] in REGION_WORDS:
            found = [place for place in found if place.kind in (Kind.REGION, Kind.DISTRICT)] or found
        if found:
            return found
    match = PREFIX.match(folded)
    return look_up(match[1], atlas) if match else []


def inside(name: str, atlas: Atlas, known: Gazetteer) -> tuple[str, list[Place]]:
    """The best place that is named in a longer name ("Seoul City Hall"), and its folded name; else "" and nothing."""
    words = [word.strip(',()"“”') for word in name.replace("’", "'").replace("'s ", " ").replace("-", " ").split()]
    words = words[:_PARTS]
    best, best_part, best_found = 0.0, "", list[Place]()
    for length in range(min(len(words), _LONGEST_PART), 0, -1):
        for start in range(len(words) - length + 1):
            part = words[start : start + length]
            if length == len(words) or not (part[0][:1].isupper() and part[-1][:1].isupper()):
                continue
            folded = fold(" ".join(part))
            found = _part(folded, atlas)
            if not found and start + length == 1:
                found = _of_people(part[0], atlas, known)
            value = _value(found, length, start) if found else 0.0
            if value > best:
                best, best_part, best_found = value, folded, found
    return best_part, best_found


def _part(folded: str, atlas: Atlas) -> list[Place]:
    parts = folded.split()
    if not parts or (len(parts) == 1 and folded in GENERIC):
        return []
    if all(part in GENERIC for part in parts) or (parts[0] in DIRECTIONS and parts[-1] in GENERIC):
        # "Orange County" and "West Bank", in difference to "Central High" and "West Park"
        kinds = _UNMISTAKABLE | ({Kind.DISTRICT} if parts[-1] == "county" else set())
        return [place for place in atlas.named(folded) if place.own and place.kind in kinds]
    least = _KNOWN_WORD if len(parts) == 1 else _KNOWN_WORDS
    return [p for p in atlas.named(folded) if p.own and (p.population >= least or p.kind is Kind.COUNTRY)]


def _of_people(word: str, atlas: Atlas, known: Gazetteer) -> list[Place]:
    code = known.nationalities.get(word)
    country = atlas.country(code) if code else None
    return [country] if country else []


def _value(found: list[Place], length: int, start: int) -> float:
    """Countries and regions first, then the largest; of longer names and of what a name begins with more."""
    size = max(1.5 if p.kind in (Kind.COUNTRY, Kind.REGION) else math.log10(p.population) / 6 for p in found)
    return length + size + (0.3 if start == 0 else 0.0)


def _people(name: str, atlas: Atlas, known: Gazetteer) -> list[Place]:
    """The region, city or part of the world of a people, or its country; none for "Turkish-Russian".

    A word that is no people's may be a place's.
    """
    if found := atlas.named(people(name)):
        return found
    codes = peoples(name, known)
    if codes or name in known.nationalities:  # "Arab": of no one country
        country = atlas.country(codes[0]) if len(codes) == 1 else None
        return [country] if country else []
    if fold(name) in GENERIC:  # "Western" countries
        return []
    return list(_largest(look_up(name, atlas))) or (inside(name, atlas, known)[1] if " " in name else [])


def peoples(name: str, known: Gazetteer) -> list[str]:
    """The codes of the countries that a nationality names, without repetition; of a compound there may be two."""
    if code := known.nationalities.get(name):
        return [code]
    codes = (known.nationalities.get(part) or known.countries.get(part) for part in name.split("-"))
    return list(dict.fromkeys(code for code in codes if code))


def _called_after(name: str, atlas: Atlas) -> tuple[Place, ...]:
    """What an organisation called like a place may be the government or the team of: "Norway", "Manchester"."""
    folded = fold(name)
    if folded in GENERIC or folded in NOWHERE or (name.isupper() and len(name) <= _ACRONYM):
        return ()
    if name in KNOWN_ORGANISATIONS:  # Honda is no town in Colombia
        return ()
    known = [place for place in atlas.named(folded) if place.own]
    return _largest([place for place in known if place.population > _KNOWN_TO_ALL or place.kind is not Kind.CITY])


def _largest(found: Iterable[Place]) -> tuple[Place, ...]:
    """Each place once; of very many the largest."""
    unique: dict[int, Place] = {}
    for place in found:
        if place.row not in unique or place.own:
            unique[place.row] = place
    if len(unique) <= _MOST:
        return tuple(unique.values())
    ranked = sorted(unique.values(), key=lambda place: (place.kind > Kind.DISTRICT, -place.population, place.row))
    return tuple(ranked[:_MOST])
