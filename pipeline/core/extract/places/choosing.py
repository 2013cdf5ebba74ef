"""Which of the places that a name may be is meant: every name is weighed with all others of the article at once.

A candidate has a score of its own (its size, what the text says of it) and gains from company: its country and region
are named, towns near it are. What the other names stand for is uncertain too, so each counts by how probable each of
its candidates is now; a few rounds settle it.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

import numpy as np
import numpy.typing as npt

from pipeline.core.extract.places.atlas import Atlas, Kind, Place, contains
from pipeline.core.extract.places.candidates import Toponym
from pipeline.core.extract.places.home import Home
from pipeline.core.extract.places.words import UNCERTAIN

Floats = npt.NDArray[np.float64]
Booleans = npt.NDArray[np.bool_]
Integers = npt.NDArray[np.int64]

EARTH = 6371.0  # km
NEAR = 161.0  # km, a hundred miles: what the field calls the same place
_METROPOLIS, _TOWN = 1_000_000, 100_000  # people
_STEEPEST = 30.0  # no difference of scores counts for more
_SEAT = 0.1  # of a region's people that the city has at least which it is called after
_FAINT = 0.05  # a place less probable than this is no company


@dataclass(frozen=True, slots=True)
class Weights:
    """What each piece of evidence is worth; docs/places.md says how they were found."""

    population: float = 1.1  # for each factor of ten
    country: float = 6.0
    region: float = 1.2
    district: float = -1.5
    natural: float = 2.5
    site: float = 2.0
    capital: float = 1.0
    city_over_region: float = 3.5  # "New York": the metropolis rather than its region
    uncertain_country: float = 2.5  # "Georgia", in place of `country`
    alias: float = -1.5  # the name is not the place's own
    named_country: float = 3.0
    rarity: float = 1.0  # how far it goes by how rarely the country is named
    town: float = 0.7  # what that counts for a town: a country has many, and few of them are meant
    main_country: float = 1.0  # times the country's share of what the article names
    named_region: float = 2.5
    one_of_many: float = 0.5  # how much less that is where the region is one of many that are named
    listed: float = 0.8  # for each other region of its country, up to three
    near: float = 2.5
    within: float = 5.0  # the text says that it lies there
    qualifies: float = 5.0  # the text says that another lies in it
    home_country: float = 1.0
    home_region: float = 2.0
    reach: float = 120.0  # km at which company counts 1/e
    unsure: float = 0.4  # what a town counts for its country, unless it is known to all
    heat: float = 0.5  # of the probabilities between rounds
    rounds: int = 3
    anchors: int = 64  # the places whose company is looked at
    final_heat: float = 1.0
    nowhere: float = 5.0  # the score of a place that the atlas does not have
    far_fetched: float = 0.3  # a place less certain than this is taken for one that the atlas does not have


@dataclass(frozen=True, slots=True)
class Choice:
    """What a name stands for, and how probable it is that it lies within 161 km (0 to 1)."""

    place: Place
    certainty: float


class _Group:
    """Candidates by something they share, such as their country: what other names say for each group."""

    def __init__(self, names: list[int], shared: Sequence[Any]) -> None:
        self._group = _numbers(shared)
        self._groups = int(self._group.max()) + 1
        self._own = _numbers(list(zip(names, shared, strict=True)))

    def of_others(self, amount: Floats) -> Floats:
        """For each candidate the amount that its group gets from other names."""
        everyone = np.bincount(self._group, amount, self._groups)[self._group]
        return np.asarray(np.maximum(0.0, everyone - np.bincount(self._own, amount)[self._own]))


class _Table:
    """The candidates of all names as columns, one row each."""

    def __init__(self, names: list[Toponym]) -> None:
        places = [place for name in names for place in name.candidates]
        counts = [len(name.candidates) for name in names]
        self.first = np.array([0, *accumulate(counts[:-1])])
        self.name = np.repeat(np.arange(len(names)), counts)
        _, _, kinds, self.countries, regions, _, latitudes, longitudes, people, _, _ = zip(*places, strict=True)
        self.kind, self.people = np.array(kinds), np.array(people)
        self.abroad = np.array([not country for country in self.countries])
        self.no_region = np.array([not region for region in regions])
        numbers = self.name.tolist()
        self.country = _Group(numbers, self.countries)
        self.region = _Group(numbers, regions)
        self.weight = self.spread([name.weight for name in names])
        self.point = points(latitudes, longitudes)

    def spread(self, of_names: list[Any]) -> npt.NDArray[Any]:
        """A value of each name for each of its candidates."""
        return np.array(of_names)[self.name]

    def apart(self, others: Integers) -> Floats:
        """Kilometres between each candidate and another one, by its row."""
        cosine = (self.point * self.point[others]).sum(axis=1)
        return np.asarray(EARTH * np.arccos(np.clip(cosine, -1.0, 1.0)))

    def probabilities(self, scores: Floats, heat: float) -> Floats:
        """Of each candidate among those of its name."""
        top = np.maximum.reduceat(scores, self.first)[self.name]
        raised = np.exp((scores - top) / heat)
        of_name = np.add.reduceat(raised, self.first)[self.name]
        return np.asarray(np.divide(raised, of_name))


def _numbers(values: Sequence[Any]) -> Integers:
    """The same number for the same value, from 0."""
    known: dict[Any, int] = {}
    return np.array([known.setdefault(value, len(known)) for value in values])


def choose(
    names: list[Toponym], atlas: Atlas, home: Home | None = None, weights: Weights | None = None
) -> list[Choice]:
    """What each of `names` stands for; each has at least one candidate."""
    if not names:
        return []
    weights = weights or Weights()
    table = _Table(names)
    alone = np.array([_alone(name, place, home, weights) for name in names for place in name.candidates])
    company = _Company(table, names, atlas, weights)
    scores = alone
    for _ in range(weights.rounds):
        scores = alone + company.scores(table.probabilities(scores, weights.heat))
    return _chosen(names, table, scores, weights)


def _chosen(names: list[Toponym], table: _Table, scores: Floats, weights: Weights) -> list[Choice]:
    """The best candidate of each name, and what those within 161 km of it have of the probability.

    Beside all candidates there is the place that the atlas does not have.
    """
    top = np.maximum.reduceat(scores, table.first)
    # The first candidate of each name that has its highest score.
    highest = np.flatnonzero(scores == top[table.name])
    best = highest[np.flatnonzero(np.diff(table.name[highest], prepend=-1))]
    near = table.apart(best[table.name]) <= NEAR
    raised = np.exp((scores - top[table.name]) / weights.final_heat)
    every = np.add.reduceat(raised, table.first).tolist()
    close = np.add.reduceat(np.where(near, raised, 0.0), table.first).tolist()
    found = []
    for number, (name, first) in enumerate(zip(names, table.first.tolist(), strict=True)):
        nowhere = math.exp(min(_STEEPEST, weights.nowhere - float(top[number])) / weights.final_heat)
        around = near[first : first + len(name.candidates)]
        place = name.candidates[_seat(name, around, int(best[number]) - first)]
        found.append(Choice(place, round(close[number] / (every[number] + nowhere), 3)))
    return found


# Which kinds, by their number, take part in which evidence.
_LOCAL = np.isin(np.arange(len(Kind)), (Kind.CITY, Kind.DISTRICT, Kind.SITE))
_REGIONAL = np.isin(np.arange(len(Kind)), (Kind.REGION, Kind.DISTRICT))
_ON_LAND = _LOCAL | _REGIONAL


class _Company:
    """What candidates gain from what the other names stand for."""

    def __init__(self, table: _Table, names: list[Toponym], atlas: Atlas, weights: Weights) -> None:
        self.table, self.weights = table, weights
        many = table.spread([len(name.candidates) > 1 and not name.within for name in names])
        small = table.people <= _METROPOLIS
        self.sure = np.where((table.kind == Kind.CITY) & many & small, weights.unsure, 1.0) * table.weight
        self.sure[table.abroad] = 0.0
        uncertain = table.spread([name.folded in UNCERTAIN for name in names])
        town = (table.kind == Kind.CITY) & (table.people < _TOWN)
        self.by_country = np.where(~table.abroad & ((table.kind != Kind.COUNTRY) | uncertain), 1.0, 0.0)
        self.by_country[town] *= weights.town
        self.by_country *= np.array([atlas.rarity.get(code, 1.0) for code in table.countries]) ** weights.rarity
        within = table.spread([bool(name.within) for name in names])
        self.tells_region = np.where((_REGIONAL[table.kind] | within) & ~table.no_region, table.weight, 0.0)
        self.region = np.where(table.kind == Kind.REGION, 1.0, 0.0)
        self.by_region = np.where(_LOCAL[table.kind] & ~table.no_region, weights.named_region, 0.0)
        self.by_nearness = np.where(_ON_LAND[table.kind], weights.near, 0.0)
        inside = table.spread([0.5 if name.inside else 1.0 for name in names])
        self.company = np.where(_LOCAL[table.kind], inside, 0.0)
        self.folded = table.spread(_numbers([name.folded for name in names]).tolist())

    def scores(self, probable: Floats) -> Floats:
        """What each candidate gains when the others are as `probable`."""
        table, weights = self.table, self.weights
        told = probable * self.sure
        shared = table.country.of_others(told)
        share = weights.main_country / max(1.0, float(told.sum()))
        gained = self.by_country * (weights.named_country * np.minimum(1, shared / 1.5) + share * shared)
        if self.region.any():
            listed = table.country.of_others(probable * self.region)
            gained += weights.listed * self.region * np.minimum(3, listed)
        regional = probable * self.tells_region
        named = table.region.of_others(regional)
        # Of many regions that are named, as in a list of results, each tells less.
        rest = 1 - named / max(1.0, float(regional.sum()))
        gained += self.by_region * np.minimum(1, named) * (1 - weights.one_of_many * rest)
        return np.asarray(gained + self.by_nearness * np.minimum(1.5, self._near(probable)))

    def _near(self, probable: Floats) -> Floats:
        """How much company each candidate has near it; only the most probable places count, so the work is bounded."""
        table, weights = self.table, self.weights
        strength = probable * self.company
        anchors = np.flatnonzero(strength > _FAINT)
        if len(anchors) > weights.anchors:
            order = np.argsort(-strength[anchors] * table.weight[anchors], kind="stable")
            anchors = anchors[order[: weights.anchors]]
        if not len(anchors):
            return np.zeros(len(probable))
        closeness = np.exp(distances(table.point, table.point[anchors]) / -weights.reach) * strength[anchors]
        closeness[self.folded[:, None] == self.folded[anchors]] = 0.0
        return np.asarray(closeness.sum(axis=1))


def _alone(name: Toponym, place: Place, home: Home | None, weights: Weights) -> float:
    """The score of a candidate without the other names."""
    score = weights.population * math.log10(place.population)
    score += _of_kind(name, place, weights)
    if not place.own:
        score += weights.alias
    if place.capital:
        score += weights.capital
    if name.qualifies and place.kind <= Kind.DISTRICT:
        score += weights.qualifies * min(1.0, 2 * name.qualifies / len(name.starts))
    if name.within:
        said = sum(amount for whole, amount in name.within.items() if whole.row != place.row and contains(whole, place))
        score += weights.within * min(1.5, said)
    if home is not None and place.kind != Kind.COUNTRY and place.country == home.country:
        score += weights.home_country
        score += weights.home_region * (bool(home.region) and place.region == home.region)
    return score


def _of_kind(name: Toponym, place: Place, weights: Weights) -> float:
    if place.kind is Kind.COUNTRY:
        return weights.uncertain_country if name.folded in UNCERTAIN else weights.country
    if place.kind is Kind.CITY:
        known = place.own and (place.population > _METROPOLIS or place.capital)
        shared = known and any(p.kind is Kind.REGION and p.country == place.country for p in name.candidates)
        return weights.city_over_region if shared else 0.0
    if place.kind is Kind.REGION:
        return weights.region
    if place.kind is Kind.DISTRICT:
        return weights.district
    return weights.natural if place.kind is Kind.NATURAL else weights.site


def _seat(name: Toponym, near: Booleans, best: int) -> int:
    """The city in place of the region that is called after it and around it: "Valparaiso" is the city, first of all."""
    region = name.candidates[best]
    if region.kind not in (Kind.REGION, Kind.DISTRICT) or name.qualifies:
        return best
    for number, city in enumerate(name.candidates):
        large = city.population >= _SEAT * region.population
        if city.kind is Kind.CITY and city.own and large and near[number] and contains(region, city):
            return number
    return best


def points(latitudes: Sequence[float], longitudes: Sequence[float]) -> Floats:
    """Degrees as points of a sphere of radius 1."""
    latitude, longitude = np.radians(latitudes), np.radians(longitudes)
    plane = np.cos(latitude)
    return np.stack([plane * np.cos(longitude), plane * np.sin(longitude), np.sin(latitude)], axis=1)


def distances(some: Floats, others: Floats) -> Floats:
    """Kilometres between each of `some` and each of `others`."""
    cosine = np.multiply.outer(some[:, 0], others[:, 0])
    cosine += np.multiply.outer(some[:, 1], others[:, 1])
    cosine += np.multiply.outer(some[:, 2], others[:, 2])
    return np.asarray(EARTH * np.arccos(np.clip(cosine, -1.0, 1.0)))
