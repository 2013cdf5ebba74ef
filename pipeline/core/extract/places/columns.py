"""What choosing asks of a name's candidates, as columns of numbers: they are made once a name, not once an article."""

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from pipeline.core.extract.places.atlas import Atlas, Kind, Place

Floats = npt.NDArray[np.float64]
Booleans = npt.NDArray[np.bool_]
Integers = npt.NDArray[np.int64]

EARTH = 6371.0  # km
METROPOLIS, _TOWN = 1_000_000, 100_000  # people
# As what a candidate is scored: one of these, or its kind, which comes behind them.
UNCERTAIN_COUNTRY, SHARED_CITY = 0, 1
_KINDS_FROM = 2
# Which kinds take part in which evidence.
_LOCAL = frozenset({Kind.CITY, Kind.DISTRICT, Kind.SITE})
_REGIONAL = frozenset({Kind.REGION, Kind.DISTRICT})


# A row for each candidate: the numbers, measures and flags below side by side, which floats hold exactly.
Columns = npt.NDArray[np.float64]


class Numbers(NamedTuple):
    """`scored`: as what; `own_country` and `own_region`: the same number for the same one among a name's candidates."""

    scored: Integers
    country: Integers
    region: Integers
    own_country: Integers
    own_region: Integers


class Measures(NamedTuple):
    """`people`: the logarithm of their number; `company`: what it counts for those near it; where it is."""

    people: Floats
    rarity: Floats
    company: Floats
    east: Floats
    north: Floats
    up: Floats


class Flags(NamedTuple):
    """`told`: its country being named speaks for it; `doubted`: a city that is not known to all."""

    alias: Booleans
    capital: Booleans
    country: Booleans
    abroad: Booleans
    told: Booleans
    doubted: Booleans
    town: Booleans
    region: Booleans
    regional: Booleans
    local: Booleans
    in_region: Booleans


def columns(places: Sequence[Place], atlas: Atlas, *, uncertain: bool, inside: bool) -> Columns:
    """Of a name's candidates. `uncertain`: it may be a country and something else; `inside`: it is within another."""
    weight = 0.5 if inside else 1.0
    rows = zip(
        [_scored(place, places, uncertain) for place in places],
        [atlas.codes.index(place.country) for place in places],
        [place.region for place in places],
        _alike([place.country for place in places]),
        _alike([place.region for place in places]),
        [math.log10(place.population) for place in places],
        [atlas.rarity.get(place.country, 1.0) for place in places],
        [weight if place.kind in _LOCAL else 0.0 for place in places],
        *points([place.latitude for place in places], [place.longitude for place in places]).tolist(),
        *zip(*(_flags(place, uncertain) for place in places), strict=True),
        strict=True,
    )
    return np.array(list(rows), np.float64)


def together(some: Sequence[Columns]) -> tuple[Numbers, Measures, Flags, Floats]:
    """The columns of several names side by side, and once more where each is, (3, rows)."""
    every = np.ascontiguousarray(np.concatenate(some).T)
    first, last = len(Numbers._fields), len(Numbers._fields) + len(Measures._fields)
    numbers, flags = every[:first].astype(np.int64), every[last:] > 0
    return Numbers(*numbers), Measures(*every[first:last]), Flags(*flags), every[last - 3 : last]


def as_kind(kind: Kind) -> int:
    """As what a place of a kind is scored."""
    return _KINDS_FROM + kind


def _scored(place: Place, others: Sequence[Place], uncertain: bool) -> int:
    if place.kind is Kind.COUNTRY and uncertain:
        return UNCERTAIN_COUNTRY
    known = place.kind is Kind.CITY and place.own and (place.population > METROPOLIS or place.capital)
    if known and any(other.kind is Kind.REGION and other.country == place.country for other in others):
        return SHARED_CITY
    return as_kind(place.kind)


def _flags(place: Place, uncertain: bool) -> tuple[bool, ...]:
    """In the order of `Flags`."""
    kind, city = place.kind, place.kind is Kind.CITY
    return (
        not place.own,
        place.capital,
        kind is Kind.COUNTRY,
        not place.country,
        bool(place.country) and (kind is not Kind.COUNTRY or uncertain),
        city and place.population <= METROPOLIS,
        city and place.population < _TOWN,
        kind is Kind.REGION,
        kind in _REGIONAL,
        kind in _LOCAL,
        bool(place.region),
    )


def _alike(values: Sequence[object]) -> list[int]:
    """The same number for the same value, from 0."""
    known: dict[object, int] = {}
    return [known.setdefault(value, len(known)) for value in values]


def points(latitudes: Sequence[float], longitudes: Sequence[float]) -> Floats:
    """Degrees as points of a sphere of radius 1, (3, points)."""
    latitude, longitude = np.radians(latitudes), np.radians(longitudes)
    plane = np.cos(latitude)
    return np.stack([plane * np.cos(longitude), plane * np.sin(longitude), np.sin(latitude)])


def distances(some: Floats, others: Floats) -> Floats:
    """Kilometres between each of `some` and each of `others`, points as above."""
    cosine = np.multiply.outer(some[0], others[0])
    cosine += np.multiply.outer(some[1], others[1])
    cosine += np.multiply.outer(some[2], others[2])
    return _kilometres(cosine)


def apart(some: Floats, others: Floats) -> Floats:
    """Kilometres between each of `some` and the one of `others` at its place."""
    return _kilometres(np.add.reduce(some * others, axis=0))


def _kilometres(cosine: Floats) -> Floats:
    np.maximum(cosine, -1.0, out=cosine)
    np.minimum(cosine, 1.0, out=cosine)
    np.arccos(cosine, out=cosine)
    cosine *= EARTH
    return cosine
