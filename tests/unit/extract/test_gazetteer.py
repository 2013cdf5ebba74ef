"""What is known of the world's names."""

import pycountry
import pytest

from pipeline.core.extract.gazetteer import Gazetteer, names


@pytest.fixture(scope="module")
def known() -> Gazetteer:
    return Gazetteer.load()


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Norway", "NO"),
        ("U.S.", "US"),
        ("United States", "US"),
        ("Britain", "GB"),
        ("South Korea", "KR"),
        ("Russia", "RU"),
        ("Czech Republic", "CZ"),
        ("Vietnam", "VN"),
        ("Moldova", "MD"),
    ],
)
def test_countries_by_their_everyday_names(known: Gazetteer, name: str, code: str) -> None:
    assert known.countries[name] == code


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Norwegian", "NO"),
        ("Norwegians", "NO"),
        ("French", "FR"),
        ("Dutch", "NL"),
        ("Sri Lankan", "LK"),
        ("South Koreans", "KR"),
        ("Arab", ""),
    ],
)
def test_nationalities(known: Gazetteer, word: str, code: str) -> None:
    assert known.nationalities[word] == code


def test_every_code_is_a_country_of_iso_3166(known: Gazetteer) -> None:
    # XK is what GeoNames and others use for Kosovo; ISO 3166 leaves it to users.
    codes = {*known.countries.values(), *known.nationalities.values(), *known.states.values(), *names.DEMONYMS}
    codes |= {city.country for cities in known.cities.values() for city in cities}
    assert {code for code in codes if code and pycountry.countries.get(alpha_2=code) is None} <= {"XK"}


@pytest.mark.parametrize(("name", "country"), [("Zurich", "CH"), ("Frankfurt", "DE"), ("Malmo", "SE"), ("Lodz", "PL")])
def test_cities_as_english_papers_write_them(known: Gazetteer, name: str, country: str) -> None:
    assert country in {city.country for city in known.cities[name]}


def test_what_is_no_place(known: Gazetteer) -> None:
    assert not known.is_place("Nordwind Energy")
    assert not known.is_city("Nice"), "an everyday word is a city only where the model says so"
