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


def test_a_city_that_only_one_place_can_be(known: Gazetteer) -> None:
    city = known.city("Reykjavík")
    assert city is not None
    assert (city.country, city.geonames_id) == ("IS", 3413829)
    assert (round(city.latitude), round(city.longitude)) == (64, -22)


def test_the_capital_of_the_world_beats_its_namesakes(known: Gazetteer) -> None:
    city = known.city("London")
    assert city is not None
    assert city.country == "GB"


def test_the_articles_countries_decide_between_namesakes(known: Gazetteer) -> None:
    canadian = known.city("London", among={"CA"})
    assert canadian is not None
    assert canadian.country == "CA"


def test_ambiguous_stays_ambiguous(known: Gazetteer) -> None:
    assert len(known.cities["Springfield"]) > 1
    assert known.city("Springfield") is None


@pytest.mark.parametrize(("name", "country"), [("Zurich", "CH"), ("Frankfurt", "DE"), ("Malmo", "SE"), ("Lodz", "PL")])
def test_cities_as_english_papers_write_them(known: Gazetteer, name: str, country: str) -> None:
    city = known.city(name)
    assert city is not None
    assert city.country == country


def test_a_name_without_its_accent_is_its_owners_too(known: Gazetteer) -> None:
    chilean = known.city("Valparaiso", among={"CL"})
    assert chilean is not None
    assert chilean.country == "CL"
    assert known.city("Valparaiso") is None


def test_a_small_town_is_not_meant_for_sure_in_a_story_about_other_countries(known: Gazetteer) -> None:
    name = next(name for name, cities in known.cities.items() if len(cities) == 1 and cities[0].population < 20_000)
    (town,) = known.cities[name]
    other = {"CL", "NO"} - {town.country}
    assert known.city(name) == town
    assert known.city(name, among={town.country, *other}) == town
    assert known.city(name, among=other) is None


def test_what_is_no_place(known: Gazetteer) -> None:
    assert known.city("Nordwind Energy") is None
    assert not known.is_place("Nordwind Energy")
    assert not known.is_city("Nice"), "an everyday word is a city only where the model says so"
