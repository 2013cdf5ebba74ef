"""Places and their names out of the packages, before they are written into one file."""

import math
import re
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pipeline.core.extract.gazetteer import Gazetteer
from pipeline.core.extract.gazetteer.names import PARTS_OF_COUNTRIES
from pipeline.core.extract.places.atlas import Kind
from pipeline.core.extract.places.folding import fold, people, short_form
from training.places.shortened import SHORTENED
from training.places.wheels import Wheels

_HERE = Path(__file__).parent
_FEWEST = 100  # inhabitants that a place has at least: GeoNames has 0 where it does not know
_SHORTEST_ALIAS = 4  # letters
_ALIAS_POPULATION = 5_000  # in the US, where small towns' other names are old post offices
_CITY_SUFFIX_POPULATION = 15_000
_HAMLET_POPULATION = 300  # what has a post code and is in no list of places of 500 people
_SAME_KM = 20  # a post office this near to a town of its name is the town's
_CAPITAL_POPULATION = 50_000
_PART_POPULATION = {"continent": 100_000_000, "part": 3_000_000, "region": 2_000}
_SITE_POPULATION = 3_000_000
_SAME_PART_KM = 300  # a region this near to the middle of a part of the world of its name is the same: "Sicily"
_PART_KM = 700  # a hand-written middle and GeoNames' own differ by as much
_POSTAL = frozenset({"US", "CA", "GB", "IE", "AU", "NZ", "ZA"})  # where English papers write about their hamlets
_REGION = re.compile(
    r"^(.*?)[ -](county|province|state|region|district|prefecture|governorate|oblast|parish|department|territory)$"
)
# Names of countries that the everyday table leaves open, since they may be either of two.
_COUNTRY_FORMS = {
    "CD": "congo|drc|dr congo|democratic republic of congo|democratic republic of the congo|congo kinshasa|zaire",
    "CG": "congo|republic of congo|republic of the congo|congo brazzaville",
    "MM": "burma",
    "GB": "uk|britain|great britain",
    "KR": "rok",
    "KP": "dprk",
}


@dataclass(slots=True)
class Row:
    """A place as it goes into the atlas, with the folded names that are its own and those it goes by besides."""

    geonames_id: int
    kind: Kind
    country: str
    latitude: float
    longitude: float
    population: int
    region1: str = ""
    region2: str = ""
    capital: bool = False
    own: set[str] = field(default_factory=set)
    others: set[str] = field(default_factory=set)


def gather(wheels: Wheels) -> list[Row]:
    """All places, in an order that depends on the packages alone."""
    points = wheels.points()
    cities = _cities(wheels)
    hamlets = _hamlets(wheels, cities, wheels.regions())
    regions = _regions(wheels, points, [*cities, *hamlets])
    countries = _countries(wheels, points, cities)
    regional: dict[str, list[Row]] = defaultdict(list)
    for region in regions:
        for name in region.own if region.kind is Kind.REGION else ():
            regional[name].append(region)
    parts = _parts(wheels, points, regional, {name for row in [*cities, *regions, *countries] for name in row.own})
    _name_peoples(wheels, regions, cities, parts)
    return [*countries, *regions, *cities, *hamlets, *parts, *_sites(), *_airports(wheels, cities)]


def _cities(wheels: Wheels) -> list[Row]:
    regions, of_city = wheels.regions(), wheels.regions_of_cities()
    found = []
    for city in wheels.cities():
        codes = [regions[number - 1][2] for number in of_city.get(int(city["geonameid"]), [])]
        row = Row(
            int(city["geonameid"]),
            Kind.CITY,
            city["countrycode"],
            city["latitude"],
            city["longitude"],
            max(city["population"], _FEWEST),
            f"{city['countrycode']}.{city['admin1code']}",
            next((code for code in codes if code.count(".") == 2), ""),
        )
        row.own = _city_names(fold(city["name"]))
        if row.population >= _CITY_SUFFIX_POPULATION:
            row.others |= {name.removesuffix(" city") for name in row.own}
        if row.population >= _ALIAS_POPULATION or row.country != "US":
            row.others |= _aliases(city["alternatenames"])
        found.append(row)
    return found


def _city_names(name: str) -> set[str]:
    names = {name, name.partition(" am ")[0]}
    if name == "new york city":
        names.add("new york")
    return names | {name.removeprefix("city of ")}


def _aliases(names: list[str]) -> set[str]:
    capitalised = (fold(name) for name in names if len(name) >= _SHORTEST_ALIAS and name[:1].isupper())
    return {name for name in capitalised if name.isascii()}


def _hamlets(wheels: Wheels, cities: list[Row], regions: list[list[str]]) -> list[Row]:
    """Places with a post code that are in no list of places of 500 people."""
    towns: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for city in cities:
        for name in city.own | city.others:
            towns[city.country, name].append(city)
    spots: dict[tuple[str, str, str], list[tuple[float, float]]] = defaultdict(list)
    for row in wheels.postal_places(_POSTAL):
        if len(name := row["city"].partition(",")[0].strip()) >= _SHORTEST_ALIAS and not re.search(r"[\d(/]", name):
            spots[row["country_code"], row["state"] or "", fold(name)].append((row["latitude"], row["longitude"]))
    codes = {(row[2][:2], fold(row[0])): row[2] for row in regions if row[6] == "1" and row[2]}
    grid = _grid(cities)
    found = []
    for (country, state, name), all_spots in sorted(spots.items()):
        latitude, longitude = (sum(axis) / len(axis) for axis in zip(*all_spots, strict=True))
        if any(_km(latitude, longitude, town.latitude, town.longitude) < _SAME_KM for town in towns[country, name]):
            continue
        hamlet = Row(0, Kind.CITY, country, latitude, longitude, _HAMLET_POPULATION, own={name})
        near = _nearest(grid, hamlet)
        hamlet.region1 = codes.get((country, fold(state)), near.region1 if near else "")
        if near is not None and near.region1 == hamlet.region1:
            hamlet.region2 = near.region2
        found.append(hamlet)
    return found


def _grid(cities: list[Row]) -> dict[tuple[str, int, int], list[Row]]:
    grid: dict[tuple[str, int, int], list[Row]] = defaultdict(list)
    for city in cities:
        grid[city.country, round(city.latitude * 2), round(city.longitude * 2)].append(city)
    return grid


def _nearest(grid: dict[tuple[str, int, int], list[Row]], place: Row) -> Row | None:
    x, y = round(place.latitude * 2), round(place.longitude * 2)
    near = [row for i in (-1, 0, 1) for j in (-1, 0, 1) for row in grid.get((place.country, x + i, y + j), ())]
    return min(near, key=lambda row: _km(place.latitude, place.longitude, row.latitude, row.longitude), default=None)


def _regions(wheels: Wheels, points: dict[int, tuple[str, str, float, float, str]], cities: list[Row]) -> list[Row]:
    iso = wheels.iso_regions()
    inside: dict[str, list[Row]] = defaultdict(list)
    for city in cities:
        for code in {city.region1, city.region2} - {""}:
            inside[code].append(city)
    found, by_code = [], {}
    for name, iso_code, code, number, _kind, aliases, level, *_rest in wheels.regions():
        spot = _middle(int(number or 0), iso.get(iso_code), inside.get(code, []), points)
        if level not in ("1", "2") or not code or spot is None:
            continue
        population = sum(city.population for city in inside.get(code, []))
        kind = Kind.REGION if level == "1" else Kind.DISTRICT
        row = Row(int(number or 0), kind, code[:2], *spot, max(population, _FEWEST), ".".join(code.split(".")[:2]))
        row.region2 = code if kind is Kind.DISTRICT else ""
        row.own = {fold(name)} | _iso_names(iso.get(iso_code))
        row.others = _region_aliases(row, aliases)
        by_code[code] = row
        found.append(row)
    for country, table in SHORTENED.items():
        for entry in table.split():
            code, forms = entry.split("=")
            more = [code] if country == "US" else []
            by_code[f"{country}.{code}"].own |= {short_form(form) for form in [*forms.split("|"), *more]}
    return found


def _middle(
    number: int, iso: dict[str, Any] | None, cities: list[Row], points: dict[int, tuple[str, str, float, float, str]]
) -> tuple[float, float] | None:
    if number in points:
        return points[number][2:4]
    if iso is not None and iso.get("latLng"):
        return float(iso["latLng"][0]), float(iso["latLng"][1])
    if cities:
        return sum(c.latitude for c in cities) / len(cities), sum(c.longitude for c in cities) / len(cities)
    return None


def _iso_names(iso: dict[str, Any] | None) -> set[str]:
    if iso is None:
        return set()
    others = (iso.get("localOtherName") or "").split(",")
    return {fold(iso["name"])} | {fold(name.replace("(eng)", "")) for name in others if "(eng)" in name}


def _region_aliases(row: Row, aliases: str) -> set[str]:
    others = {name for name in map(fold, aliases.split("|")) if len(name) >= _SHORTEST_ALIAS and name.isascii()}
    if row.kind is Kind.DISTRICT:
        return {name for name in others if " " in name}
    return others | {match[1] for name in row.own if (match := _REGION.match(name))}


def _countries(wheels: Wheels, points: dict[int, tuple[str, str, float, float, str]], cities: list[Row]) -> list[Row]:
    forms: dict[str, set[str]] = defaultdict(set)
    for name, code in Gazetteer.load().countries.items():
        if code and name not in PARTS_OF_COUNTRIES:
            forms[code].add(fold(name))
    by_name: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for city in cities:
        for name in city.own:
            by_name[city.country, name].append(city)
    found = []
    for country in wheels.countries():
        code, number = country["iso"], int(country["geonameid"])
        capital = max(by_name[code, fold(country["capital"])], key=_capital_first, default=None)
        if capital is not None and (capital.population > _CAPITAL_POPULATION or capital.region1 == "US.DC"):
            capital.capital = True
        spot = points[number][2:4] if number in points else (capital.latitude, capital.longitude) if capital else None
        if spot is None or code in ("CS", "AN"):  # withdrawn codes
            continue
        row = Row(number, Kind.COUNTRY, code, *spot, max(1000, country["population"]))
        more = _COUNTRY_FORMS.get(code, "").split("|")
        row.own = forms[code] | {fold(country["name"]), *more} - {""}
        found.append(row)
    return found


def _capital_first(city: Row) -> tuple[bool, int]:
    return city.region1 == "US.DC", city.population


def _parts(
    wheels: Wheels,
    points: dict[int, tuple[str, str, float, float, str]],
    regional: dict[str, list[Row]],
    taken: set[str],
) -> list[Row]:
    """Continents, parts of the world, seas, mountains, rivers."""
    found = [
        Row(int(row["geonameId"]), Kind.NATURAL, "", float(row["lat"]), float(row["lng"]), 0, own={fold(row["name"])})
        for row in wheels.continents()
    ]
    for row in found:
        row.population = _PART_POPULATION["continent"]
    large = {
        fold(name): (number, latitude, longitude)
        for number, (name, _, latitude, longitude, kind) in points.items()
        if kind == "region"
    }
    named = {name for row in found for name in row.own}
    for line in _lines("natural.txt"):
        name, *degrees = line.split("\t")
        latitude, longitude = map(float, degrees)
        if (plain := fold(name)) in named or any(
            _km(latitude, longitude, region.latitude, region.longitude) < _SAME_PART_KM for region in regional[plain]
        ):
            continue
        number, *spot = large.get(plain, (0, 0.0, 0.0))
        same = number and _km(latitude, longitude, spot[0], spot[1]) < _PART_KM
        named.add(plain)
        part = Row(number if same else 0, Kind.NATURAL, "", latitude, longitude, 0, own={plain})
        part.population = _PART_POPULATION["part"]
        found.append(part)
    for number, (name, country, north, east, kind) in sorted(points.items()):
        if kind == "region" and (plain := fold(name)) not in taken | named:
            population = _PART_POPULATION["region"]
            found.append(Row(number, Kind.NATURAL, country, north, east, population, own={plain}))
    return found


def _name_peoples(wheels: Wheels, regions: list[Row], cities: list[Row], parts: list[Row]) -> None:
    """Give places the words for their people, both with a hyphen and without, and the plural."""
    by_region = {row.region1: row for row in regions if row.kind is Kind.REGION}
    by_code = {row[1]: by_region[row[2]] for row in wheels.regions() if row[6] == "1" and row[2] in by_region}
    by_name = {name: row for row in sorted(cities, key=lambda row: row.population) for name in row.own}
    by_name |= {name: row for row in regions if row.kind is Kind.REGION for name in row.own | row.others}
    by_name |= {name: row for row in parts for name in row.own}
    for line in _lines("peoples.txt"):
        owner, words = line.split("\t")
        row = by_code.get(owner) or by_name[owner]
        for word in words.split():
            plain = word.replace("-", " ")
            row.own |= {people(plain)} | (set() if plain.endswith(("sh", "s", "men")) else {people(plain + "s")})


def _sites() -> list[Row]:
    """Buildings, streets and bases that are known all over the world."""
    found = []
    for line in _lines("sites.txt"):
        name, country, latitude, longitude = line.split("\t")
        own = {fold(name)}
        found.append(Row(0, Kind.SITE, country, float(latitude), float(longitude), _SITE_POPULATION, own=own))
    return found


def _lines(name: str) -> list[str]:
    lines = (_HERE / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]


def _airports(wheels: Wheels, cities: list[Row]) -> list[Row]:
    """Airports by their names, and "Heathrow" for what is "London Heathrow Airport" in full."""
    largest: dict[tuple[str, str], Row] = {}
    for row in sorted(cities, key=lambda row: row.population):
        largest |= {(row.country, name): row for name in row.own | row.others}
    found = []
    for airport in wheels.airports():
        city = largest.get((airport["country"], fold(airport["city"])))
        name = re.sub(r" (?:international|intl|regional|municipal)\b", "", fold(airport["name"]))
        if city is None or not name.endswith(" airport"):
            continue
        # How well an airport is known goes with its city: a tenth of its people.
        site = Row(
            0, Kind.SITE, airport["country"], float(airport["lat"]), float(airport["lon"]),
            max(1000, city.population // 10), city.region1, city.region2,
        )  # fmt: skip
        bare = name.removesuffix(" airport")
        own = bare.removeprefix(fold(airport["city"])).strip()
        site.own = {name, fold(airport["name"])}
        if own and own != bare:
            site.own |= {f"{own} airport"} | ({own, bare} if " " not in own and len(own) >= _SHORTEST_ALIAS else set())
        found.append(site)
    return found


def _km(a: float, b: float, c: float, d: float) -> float:
    a, b, c, d = map(math.radians, (a, b, c, d))
    chord = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 12742 * math.asin(min(1, math.sqrt(chord)))
