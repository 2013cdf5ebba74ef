"""The places of the world by name: one compiled file, read once and shared by forked processes.

The file (`atlas.npz`, made by `training/places`) holds columns of numbers. A place is a row; a name is a 48-bit hash of
its folded form, and says of each place that has it whether the name is the place's own.
"""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import cache, lru_cache
from importlib.resources import files
from typing import IO, NamedTuple

import numpy as np
import numpy.typing as npt

from pipeline.core.extract.places.folding import KEPT, key

_FILE = "atlas.npz"
_MANKIND = 8_000_000_000
UNIT = 100_000  # parts of a degree in which coordinates are kept
OWN = 1 << 31  # the bit of a name's entry that says the name is the place's own


class Kind(IntEnum):
    """What sort of place: DISTRICT is a region of the second level, SITE an airport or a building."""

    COUNTRY = 0
    REGION = 1
    DISTRICT = 2
    CITY = 3
    NATURAL = 4
    SITE = 5


_KINDS = tuple(Kind)


class Place(NamedTuple):
    """A place of the atlas.

    `row` is its number there, `own` whether the name that led to it is its own. `country` is an ISO 3166-1 alpha-2
    code, "" for a sea or a continent. `region` and `district` are numbers that regions and what lies in them share, 0
    for none. `latitude` and `longitude` are WGS 84 degrees; `geonames_id` is 0 where GeoNames' number is not known.
    """

    row: int
    own: bool
    kind: Kind
    country: str
    region: int
    district: int
    latitude: float
    longitude: float
    population: int
    capital: bool
    geonames_id: int


@dataclass(frozen=True, slots=True, eq=False)
class Atlas:
    """Look-ups by folded name. Memoryviews of the columns: reading one number of them costs a tenth of numpy's.

    `rarity` says of each country how much less often than others it is named in the world's news, going by its people:
    1 for eighty million, .7 for the United States, 2 for a Caribbean island.
    """

    keys: memoryview
    entries: memoryview
    columns: Mapping[str, memoryview]
    codes: tuple[str, ...]
    rarity: Mapping[str, float]

    @staticmethod
    @cache
    def load() -> "Atlas":
        """Read the packaged file, a tenth of a second the first time."""
        with (files(__package__) / _FILE).open("rb") as file:
            return Atlas.read(file)

    @staticmethod
    def read(file: IO[bytes]) -> "Atlas":
        """Read an atlas. Raises ValueError or KeyError when the file is not one."""
        with np.load(file, allow_pickle=False) as stored:
            columns = {name: _view(stored[name]) for name in stored.files if name not in ("keys", "entries", "codes")}
            keys = np.cumsum(stored["keys"], dtype=np.uint64)
            letters = stored["codes"].tobytes().decode()
            codes = tuple(letters[i : i + 2].strip() for i in range(0, len(letters), 2))
            whole = np.flatnonzero(stored["kind"] == Kind.COUNTRY).tolist()
            rarity = {codes[columns["country"][row]]: _rarity(columns["population"][row]) for row in whole}
            return Atlas(_view(keys), _view(stored["entries"]), columns, codes, rarity)

    def named(self, folded: str) -> list[Place]:
        """The places that go by a folded name, in the order of the file; none for an unknown name."""
        return list(_named(self, folded))

    def country(self, code: str) -> Place | None:
        """The country with an ISO 3166-1 alpha-2 code."""
        return next((place for place in self.named(f"={code}=") if place.kind is Kind.COUNTRY), None)

    def region(self, code: str) -> Place | None:
        """The region of the first level with an ISO 3166-2 code, such as US-TX."""
        return next((place for place in self.named(f"={code}=") if place.kind is Kind.REGION), None)

    def place(self, entry: int) -> Place:
        """The place of a name's entry."""
        row, column = entry & (OWN - 1), self.columns
        return Place(
            row,
            bool(entry & OWN),
            _KINDS[column["kind"][row]],
            self.codes[column["country"][row]],
            column["region"][row],
            column["district"][row],
            column["latitude"][row] / UNIT,
            column["longitude"][row] / UNIT,
            column["population"][row],
            bool(column["capital"][row]),
            column["geonames_id"][row],
        )


def _rarity(people: int) -> float:
    return min(2.0, math.log10(_MANKIND / people) / 2)


@lru_cache(maxsize=KEPT)
def _named(atlas: Atlas, folded: str) -> tuple[Place, ...]:
    number = key(folded)
    first = bisect_left(atlas.keys, number)
    if first == len(atlas.keys) or atlas.keys[first] != number:
        return ()
    last = bisect_right(atlas.keys, number, first)
    return tuple(atlas.place(entry) for entry in atlas.entries[first:last].tolist())


def contains(whole: Place, part: Place) -> bool:
    """Whether `part` lies in the country, region or district `whole`."""
    if whole.kind is Kind.COUNTRY:
        return part.country == whole.country and part.kind is not Kind.COUNTRY
    if whole.kind is Kind.REGION:
        return part.region == whole.region and part.kind in (Kind.CITY, Kind.DISTRICT, Kind.SITE)
    return whole.kind is Kind.DISTRICT and part.district == whole.district and part.kind in (Kind.CITY, Kind.SITE)


def _view(column: npt.NDArray[np.generic]) -> memoryview:
    return np.ascontiguousarray(column).data
