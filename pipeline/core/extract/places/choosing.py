"""Which of the places that a name may be is meant: every name is weighed with all others of the article at once.

A candidate has a score of its own (its size, what the text says of it) and gains from company: its country and region
are named, towns near it are. What the other names stand for is uncertain too, so each counts by how probable each of
its candidates is now; a few rounds settle it.
"""

import math
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from pipeline.core.extract.places.atlas import Atlas, Kind, Place, contains
from pipeline.core.extract.places.candidates import Toponym
from pipeline.core.extract.places.columns import (
    SHARED_CITY,
    UNCERTAIN_COUNTRY,
    Floats,
    Integers,
    apart,
    as_kind,
    distances,
    together,
)
from pipeline.core.extract.places.home import Home

NEAR = 161.0  # km, a hundred miles: what the field calls the same place
_STEEPEST = 30.0  # no difference of scores counts for more
_SEAT = 0.1  # of a region's people that the city has at least which it is called after
_AROUND = (Kind.REGION, Kind.DISTRICT)  # what may be called after a city
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


USUAL = Weights()


class Choice(NamedTuple):
    """What a name stands for, and how probable it is that it lies within 161 km (0 to 1)."""

    place: Place
    certainty: float


class _Group:
    """Candidates by something they share, such as their country: what other names say for each group."""

    def __init__(self, group: Integers, own: Integers) -> None:
        """`own` are numbers that candidates share only with those of their name and group."""
        self._group, self._own = group, own

    def of_others(self, amount: Floats) -> Floats:
        """For each candidate the amount that its group gets from other names."""
        everyone: npt.NDArray[Any] = np.bincount(self._group, amount).take(self._group)
        everyone -= np.bincount(self._own, amount).take(self._own)
        np.maximum(0.0, everyone, out=everyone)
        return everyone


class _Table:
    """The candidates of all names as columns, one row each.

    They are few, so that calls are what costs: numpy's functions go a longer way than methods of arrays and operations.
    """

    def __init__(self, names: list[Toponym]) -> None:
        counts = [len(name.candidates) for name in names]
        self.first = np.array([0, *accumulate(counts[:-1])])
        self.name = np.arange(len(names)).repeat(counts)
        self.numbers, self.measures, self.flags, self.point = together(
            [name.columns for name in names if name.columns is not None]
        )
        begin = self.first.take(self.name)  # the numbers of a name's own groups are smaller than that of its candidates
        self.country = _Group(self.numbers.country, self.numbers.own_country + begin)
        self.region = _Group(self.numbers.region, self.numbers.own_region + begin)

    def spread(self, *of_names: list[Any]) -> npt.NDArray[Any]:
        """Values of each name for each of its candidates."""
        return np.array(of_names).take(self.name, axis=1)

    def apart(self, others: Integers) -> Floats:
        """Kilometres between each candidate and another one, by its row."""
        return apart(self.point, self.point.take(others, axis=1))

    def probabilities(self, scores: Floats, heat: float) -> Floats:
        """Of each candidate among those of its name."""
        raised: Floats = scores - np.maximum.reduceat(scores, self.first).take(self.name)
        raised /= heat
        np.exp(raised, out=raised)
        raised /= np.add.reduceat(raised, self.first).take(self.name)
        return raised


def choose(
    names: list[Toponym], atlas: Atlas, home: Home | None = None, weights: Weights | None = None
) -> list[Choice]:
    """What each of `names` stands for; each has at least one candidate."""
    if not names:
        return []
    weights = weights or USUAL
    table = _Table(names)
    alone = _alone(table, names, atlas, home, weights)
    company = _Company(table, names, weights)
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
    highest_of_name = top.take(table.name)
    highest = (scores == highest_of_name).nonzero()[0]
    best = highest.take(table.name.take(highest).searchsorted(np.arange(len(names))))
    near = table.apart(best.take(table.name)) <= NEAR
    raised = np.exp((scores - highest_of_name) / weights.final_heat)
    every = np.add.reduceat(raised, table.first).tolist()
    close = np.add.reduceat(raised * near, table.first).tolist()
    found = []
    of_names = zip(names, table.first.tolist(), best.tolist(), top.tolist(), close, every, strict=True)
    for name, first, row, score, here, everywhere in of_names:
        nowhere = math.exp(min(_STEEPEST, weights.nowhere - score) / weights.final_heat)
        place = name.candidates[row - first]
        if place.kind in _AROUND and not name.qualifies:
            place = _seat(name, place, near[first : first + len(name.candidates)].tolist())
        found.append(Choice(place, round(here / (everywhere + nowhere), 3)))
    return found


class _Company:
    """What candidates gain from what the other names stand for."""

    def __init__(self, table: _Table, names: list[Toponym], weights: Weights) -> None:
        self.table, self.weights = table, weights
        flags, measures = table.flags, table.measures
        folded: dict[str, int] = {}
        weight, many, within, self.folded = table.spread(
            [name.weight for name in names],
            [len(name.candidates) > 1 and not name.within for name in names],
            [bool(name.within) for name in names],
            [folded.setdefault(name.folded, len(folded)) for name in names],
        )
        self.weight = weight
        self.sure = np.where(flags.doubted & (many > 0), weights.unsure, 1.0) * weight
        self.sure[flags.abroad] = 0.0
        self.by_country = flags.told.astype(np.float64)
        self.by_country[flags.town] *= weights.town
        self.by_country *= measures.rarity**weights.rarity
        self.tells_region = np.where((flags.regional | (within > 0)) & flags.in_region, weight, 0.0)
        self.region = flags.region.astype(np.float64) if flags.region.any() else None
        self.by_region = np.where(flags.local & flags.in_region, weights.named_region, 0.0)
        self._land = (flags.local | flags.regional).nonzero()[0]
        self._on_land = table.point.take(self._land, axis=1)
        self._folded_on_land = self.folded.take(self._land)[:, None]
        self._column = np.full(len(weight), -1)
        self._closeness: Floats = np.empty((len(self._land), 0))

    def scores(self, probable: Floats) -> Floats:
        """What each candidate gains when the others are as `probable`."""
        table, weights = self.table, self.weights
        told = probable * self.sure
        shared = table.country.of_others(told)
        share = weights.main_country / max(1.0, float(np.add.reduce(told)))
        gained: Floats = self.by_country * (weights.named_country * np.minimum(1, shared / 1.5) + share * shared)
        if self.region is not None:
            listed = table.country.of_others(probable * self.region)
            gained += weights.listed * self.region * np.minimum(3, listed)
        regional = probable * self.tells_region
        named = table.region.of_others(regional)
        # Of many regions that are named, as in a list of results, each tells less.
        rest = 1 - named / max(1.0, float(np.add.reduce(regional)))
        gained += self.by_region * np.minimum(1, named) * (1 - weights.one_of_many * rest)
        gained[self._land] += weights.near * np.minimum(1.5, self._near(probable))
        return gained

    def _near(self, probable: Floats) -> Floats:
        """How much company each candidate on land has near it. Only the most probable places count: that is bounded."""
        table, weights = self.table, self.weights
        strength = probable * table.measures.company
        anchors = (strength > _FAINT).nonzero()[0]
        if len(anchors) > weights.anchors:
            order = np.argsort(-strength[anchors] * self.weight[anchors], kind="stable")
            anchors = anchors[order[: weights.anchors]]
        if not len(anchors):
            return np.zeros(len(self._land))
        closeness = self._closeness_to(anchors).take(self._column.take(anchors), axis=1)
        closeness *= strength.take(anchors)
        return np.asarray(np.add.reduce(closeness, axis=1))

    def _closeness_to(self, anchors: Integers) -> Floats:
        """How close each candidate on land is to each anchor so far, in the column that `_column` gives the anchor.

        Names that are spelled alike are no company. Rounds share most of their anchors, so each is looked at once.
        """
        new = anchors[self._column.take(anchors) < 0]
        if len(new):
            table, reached = self.table, self._closeness.shape[1]
            closeness = distances(self._on_land, table.point.take(new, axis=1))
            closeness /= -self.weights.reach
            np.exp(closeness, out=closeness)
            closeness *= self._folded_on_land != self.folded.take(new)
            self._closeness = np.concatenate([self._closeness, closeness], axis=1) if reached else closeness
            self._column[new] = np.arange(reached, reached + len(new))
        return self._closeness


def _alone(table: _Table, names: list[Toponym], atlas: Atlas, home: Home | None, weights: Weights) -> Floats:
    """The scores of the candidates without the other names."""
    flags = table.flags
    scores = weights.population * table.measures.people
    scores += _of_kind(weights).take(table.numbers.scored)
    scores += weights.alias * flags.alias
    scores += weights.capital * flags.capital
    for first, name in zip(table.first.tolist(), names, strict=True):
        if name.qualifies or name.within:
            for number, place in enumerate(name.candidates, first):
                scores[number] += _said_to_contain(name, place, weights)
                scores[number] += _said_to_lie(name, place, weights)
    if home is not None:
        there = ~flags.country & (table.numbers.country == atlas.codes.index(home.country))
        scores[there] += weights.home_country
        if home.region:
            scores[there & (table.numbers.region == home.region)] += weights.home_region
    return scores


def _said_to_contain(name: Toponym, place: Place, weights: Weights) -> float:
    if not name.qualifies or place.kind > Kind.DISTRICT:
        return 0.0
    return weights.qualifies * min(1.0, 2 * name.qualifies / len(name.starts))


def _said_to_lie(name: Toponym, place: Place, weights: Weights) -> float:
    said = sum(amount for whole, amount in name.within.items() if whole.row != place.row and contains(whole, place))
    return weights.within * min(1.5, said)


@lru_cache
def _of_kind(weights: Weights) -> Floats:
    """The score of a candidate by as what it is scored."""
    scores = np.zeros(len(Kind) + as_kind(Kind(0)))
    scores[UNCERTAIN_COUNTRY], scores[SHARED_CITY] = weights.uncertain_country, weights.city_over_region
    for kind, score in (
        (Kind.COUNTRY, weights.country),
        (Kind.REGION, weights.region),
        (Kind.DISTRICT, weights.district),
        (Kind.NATURAL, weights.natural),
        (Kind.SITE, weights.site),
    ):
        scores[as_kind(kind)] = score
    return scores


def _seat(name: Toponym, region: Place, near: list[bool]) -> Place:
    """The city in place of the region that is called after it and around it: "Valparaiso" is the city, first of all."""
    for city, close in zip(name.candidates, near, strict=True):
        large = city.population >= _SEAT * region.population
        if city.kind is Kind.CITY and city.own and large and close and contains(region, city):
            return city
    return region
