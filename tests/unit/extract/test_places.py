"""Where on earth the places of an article are: a test for each rule."""

import math

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pipeline.core.extract.document.describing import describe
from pipeline.core.extract.document.grouping import group
from pipeline.core.extract.gazetteer import Gazetteer
from pipeline.core.extract.places.atlas import Atlas, Kind, contains
from pipeline.core.extract.places.candidates import inside, look_up, peoples
from pipeline.core.extract.places.folding import fold
from pipeline.core.extract.places.home import Home, find_home
from pipeline.core.extract.places.locate import Located, Named, locate
from pipeline.core.extract.places.telephones import called_at_home
from pipeline.core.records import CleanArticle, Entity
from pipeline.core.steps.extract import _document
from tests.unit.extract.marked import read

ATLAS, KNOWN = Atlas.load(), Gazetteer.load()


def on_map(marked: str, home: Home | None = None, least: float = 0.0) -> dict[str, Entity]:
    article, spans = read(marked)
    return {entity.name: entity for entity in describe(article, group(article, spans), least=least, home=home)}


def near(entity: Entity, latitude: float, longitude: float) -> bool:
    """Within 161 km, roughly."""
    if entity.latitude is None or entity.longitude is None:
        return False
    east = (entity.longitude - longitude) * math.cos(math.radians(latitude))
    return math.hypot(entity.latitude - latitude, east) * 111 < 161


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Kraków", "krakow"),
        ("St. Louis", "saint louis"),
        ("Mt. Vernon", "mount vernon"),
        ("Stratford-upon-Avon", "stratford upon avon"),
        ("U.S.", "us"),
        ("Łódź’s", "lodz"),
        ("OSLO", "oslo"),
    ],
)
def test_one_spelling_for_all_ways_to_write_a_name(written: str, folded: str) -> None:
    assert fold(written) == folded


@given(st.text(max_size=40))
@example("ẞ")
@example("Ǿ")
def test_folding_twice_is_folding_once(name: str) -> None:
    once = fold(name)
    assert fold(once) == once or once.endswith("'s") or once != once.strip()


@pytest.mark.parametrize(
    ("marked", "country"),
    [
        ("The [ORG:Georgetown] professors wrote to the court.", None),
        ("The [ORG:Georgetown] professors wrote from [GPE:Guyana].", "GY"),
        ("The [ORG:Chicago] striker scored twice.", "US"),
        ("The [ORG:Norway] striker scored twice.", "NO"),
    ],
    ids="nothing country large country-itself".split(),
)
def test_an_organisation_called_like_a_town_is_in_it_only_with_company(marked: str, country: str | None) -> None:
    (first, *_) = on_map(marked).values()
    assert first.country == country


def test_an_organisation_called_like_a_town_of_the_sources_country_is_in_it() -> None:
    assert on_map("The [ORG:Georgetown] professors wrote.", Home("GY"))["Georgetown"].country == "GY"


def test_a_part_of_the_world_by_its_letters_is_no_town() -> None:
    (apac,) = on_map("They sell it in [LOC:APAC].").values()
    assert (apac.name, apac.country, apac.latitude) == ("APAC", None, None)


def test_a_roman_quay_is_not_in_romania() -> None:
    assert on_map("They found a [NORP:Roman] quay.")["Roman"].country is None


def test_an_unknown_name_is_no_place() -> None:
    assert ATLAS.named("nordwind energy holdings") == []


def test_a_place_knows_what_it_lies_in() -> None:
    texas, france = ATLAS.region("US-TX"), ATLAS.country("FR")
    assert texas is not None
    assert france is not None
    texan, french = (
        next(
            p
            for p in ATLAS.named("paris")
            if p.kind is Kind.CITY and p.country == code and p.own and p.population > 20_000
        )
        for code in ("US", "FR")
    )
    assert contains(texas, texan)
    assert not contains(texas, french)
    assert contains(france, french)
    assert not contains(france, france)


@pytest.mark.parametrize(
    "name", ["the Netherlands", "Orange County", "northern Iraq", "City of London", "Greater Manchester area"]
)
def test_a_name_is_looked_up_without_what_is_around_it(name: str) -> None:
    assert look_up(name, ATLAS)


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("Seoul City Hall", "seoul"),
        ("Bank of New York", "new york"),
        ("Orange County Sanitation District", "orange county"),
        ("West Bank Health Ministry", "west bank"),
        ("Ministry of Health of the People's Republic of China", "china"),
        ("British Airways", "british"),
        ("Royal Mail", ""),
        ("Central Park Zoo", "central park"),
    ],
)
def test_the_place_inside_a_name(name: str, part: str) -> None:
    assert inside(name, ATLAS, KNOWN)[0] == part


def test_a_place_has_its_id_kind_and_certainty() -> None:
    city = on_map("In [GPE:Reykjavík].")["Reykjavík"]
    assert (city.country, city.geonames_id, city.place_type) == ("IS", 3413829, "city")
    assert city.certainty is not None
    assert 0.8 < city.certainty <= 1


@pytest.mark.parametrize(
    ("marked", "country"), [("[GPE:OSLO], Feb 3", "NO"), ("[GPE:ROME], March 19", "IT"), ("[GPE:SRI LANKA] WINS", "LK")]
)
def test_a_dateline_in_capitals_has_its_country(marked: str, country: str) -> None:
    (entity,) = on_map(marked).values()
    assert entity.country == country
    assert entity.latitude is not None


def test_a_metropolis_is_not_drawn_to_its_namesakes_by_a_country() -> None:
    found = on_map(
        "The FBI's director spoke in [GPE:Washington]. [GPE:Moscow]'s answer came late."
        " [GPE:Paris] and [GPE:Melbourne] waited."
    )
    assert [entity.country for entity in found.values()] == ["US", "RU", "FR", "AU"]


def test_the_articles_country_decides_between_namesakes() -> None:
    found = on_map("A fire in [GPE:Valparaiso]. [NORP:Chilean] firemen came from [GPE:Santiago].")
    assert found["Valparaiso"].country == "CL"
    assert found["Valparaiso"].place_type == "city"
    assert near(found["Santiago"], -33.4, -70.6)


def test_the_region_behind_a_name_says_where_it_is() -> None:
    found = on_map("The mayor of [GPE:Paris], [GPE:Texas], spoke.")
    assert near(found["Paris"], 33.66, -95.56)


def test_a_shortened_region_behind_a_name_says_where_it_is() -> None:
    assert near(on_map("A fair in [GPE:Springfield], Ill., was held.")["Springfield"], 39.8, -89.64)
    assert near(on_map("A fair in [GPE:Springfield], Mass., was held.")["Springfield"], 42.1, -72.59)


def test_what_others_lie_in_is_the_region() -> None:
    assert on_map("Snow fell in [GPE:Buffalo], [GPE:New York].")["New York"].place_type == "region"
    assert on_map("Snow fell in [GPE:New York].")["New York"].place_type == "city"


def test_a_country_named_in_the_sentence_says_where_a_town_is() -> None:
    assert near(on_map("He was born in [GPE:Tripoli] in [GPE:Lebanon].")["Tripoli"], 34.43, 35.84)
    assert near(on_map("He was born in [GPE:Tripoli].")["Tripoli"], 32.89, 13.19)


def test_an_owner_says_where_a_town_is() -> None:
    assert near(
        on_map("[GPE:Honduras]' [GPE:San Pedro] is small. [GPE:Belize]'s town of [GPE:San Pedro].")["San Pedro"],
        17.9,
        -88,
    )


def test_towns_around_say_where_a_town_is() -> None:
    found = on_map("From [GPE:Opelika] the road leads to [GPE:Auburn], then to [GPE:Tuskegee].")
    assert near(found["Auburn"], 32.61, -85.48)


def test_counties_and_towns_agree() -> None:
    found = on_map("Deputies of [GPE:Lee County] drove to [GPE:Opelika] and [GPE:Auburn].")
    assert near(found["Lee County"], 32.6, -85.35)


def test_the_country_or_the_state() -> None:
    assert on_map("[GPE:Georgia] and [GPE:Armenia], in [GPE:Tbilisi]")["Georgia"].place_type == "country"
    assert on_map("[GPE:Georgia], [GPE:Alabama] and [GPE:Florida]")["Georgia"].place_type == "region"


@pytest.mark.parametrize(
    ("marked", "country", "kind"),
    [
        ("[NORP:Norwegian]", "NO", "country"),
        ("[NORP:Texans]", "US", "region"),
        ("[NORP:Scottish]", "GB", "region"),
        ("[NORP:Londoners]", "GB", "city"),
        ("[NORP:European]", None, "natural"),
        ("[NORP:Turkish-Russian]", None, None),
        ("[NORP:Arab]", None, None),
        ("[GPE:Ohioans]", "US", "region"),
        ("[NORP:Turkish Protestant]", "TR", "country"),
    ],
)
def test_peoples_are_where_they_live(marked: str, country: str | None, kind: str | None) -> None:
    (entity,) = on_map(f"The {marked} answer came.").values()
    assert (entity.country, entity.place_type) == (country, kind)


def test_a_compound_has_the_countries_of_both() -> None:
    assert peoples("Turkish-Russian", KNOWN) == ["TR", "RU"]
    assert peoples("South Korean", KNOWN) == ["KR"]
    assert peoples("Anglican", KNOWN) == []


@pytest.mark.parametrize(
    ("name", "latitude", "longitude"), [("Black Sea", 43, 34), ("Middle East", 29, 41), ("Mount Everest", 28, 87)]
)
def test_seas_mountains_and_parts_of_the_world(name: str, latitude: float, longitude: float) -> None:
    place = on_map(f"Near the [LOC:{name}].")[name]
    assert near(place, latitude, longitude)
    assert place.place_type == "natural"


@pytest.mark.parametrize(
    ("name", "country"), [("Heathrow", "GB"), ("Heathrow Airport", "GB"), ("White House", "US"), ("Kremlin", "RU")]
)
def test_airports_and_buildings_that_all_know(name: str, country: str) -> None:
    site = on_map(f"She was seen at [FAC:{name}] on Monday.")[name]
    assert (site.country, site.place_type, site.geonames_id) == (country, "site", None)


def test_a_building_is_where_the_place_in_its_name_is() -> None:
    hall = on_map("They met at [FAC:Seoul City Hall].")["Seoul City Hall"]
    assert near(hall, 37.57, 126.98)
    assert (hall.country, hall.place_type, hall.geonames_id) == ("KR", "site", None)


def test_a_name_means_one_place_in_an_article() -> None:
    found = on_map("[GPE:Springfield], Ill., has [ORG:Springfield Science Museum].")
    assert found["Springfield Science Museum"].latitude == found["Springfield"].latitude


def test_an_unknown_building_is_near_what_is_named_beside_it() -> None:
    found = on_map("In [GPE:Oslo] he sang. In [GPE:Lima] he slept at the [FAC:Zzyxx Lodge].")
    assert near(found["Zzyxx Lodge"], -12, -77)
    assert found["Zzyxx Lodge"].country is None, "it was not said, only guessed"


def test_a_school_is_in_the_town_it_is_called_after_however_small() -> None:
    found = on_map(
        "In [GPE:Dallas] and [GPE:Powderly], Texas. The [ORG:North Powderly High School] won at [GPE:Dallas]."
    )
    assert near(found["North Powderly High School"], 33.8, -95.5)


def test_a_town_that_was_taken_for_a_person_is_one_where_the_text_says_so() -> None:
    assert near(on_map("Rain fell in [PERSON:Tyler] on [GPE:Texas].")["Tyler"], 32.35, -95.3)
    assert near(on_map("The shop is at [PERSON:Tyler], [GPE:Texas].")["Tyler"], 32.35, -95.3)
    assert on_map("Rain, said [PERSON:Tyler] of [GPE:Texas]. In [PERSON:Tyler]'s words.")["Tyler"].latitude is None


def test_below_the_margin_a_place_keeps_its_country_and_no_point() -> None:
    place = on_map("In [GPE:Springfield].", least=0.99)["Springfield"]
    assert (place.country, place.latitude, place.longitude, place.geonames_id) == ("US", None, None, None)
    assert place.certainty is not None


def test_a_source_at_home_means_the_places_around_it() -> None:
    assert near(on_map("A fire in [GPE:London].", home=find_home("CA-ON", None, ATLAS))["London"], 42.98, -81.2)
    assert near(on_map("A fire in [GPE:London].", home=find_home("CA", None, ATLAS))["London"], 51.5, -0.13)
    assert near(
        on_map("A fire in [GPE:Springfield].", home=find_home("US-MA", None, ATLAS))["Springfield"], 42.1, -72.6
    )
    assert near(on_map("A fire in [GPE:Newcastle].", home=Home("AU"))["Newcastle"], -32.9, 151.8)


@pytest.mark.parametrize(
    ("given", "url", "country"),
    [
        ("US-TX", "https://news.example.co.uk/a", "US"),
        (None, "https://news.example.co.uk/a", "GB"),
        (None, "https://example.co.nz", "NZ"),
        (None, "https://example.com/uk", None),
        (None, "https://news.example.io", None),
        ("nonsense", "https://example.ie", "IE"),
        ("ZZ", None, None),
        (None, "https://[broken", None),
    ],
)
def test_the_home_of_a_source(given: str | None, url: str | None, country: str | None) -> None:
    home = find_home(given, url, ATLAS)
    assert (home.country if home else None) == country


def test_a_thousand_places_are_bounded_work() -> None:
    """No name is weighed with more than the strongest others: the table of distances does not grow with the square."""
    names = ["San Antonio", "Springfield", "Santa Maria", "San Jose"]
    things = [Named([f"{names[n % 4]}"], "GPE", [(20 * n, 20 * n + 10)]) for n in range(1000)]
    found = locate(" " * 20_000, things, ATLAS, KNOWN)
    assert all(place is not None for place in found)


WORDS = st.sampled_from(
    [
        "Paris",
        "Texas",
        "Springfield",
        "Georgia",
        "Oslo",
        "Lee County",
        "Black Sea",
        "Zzyxx",
        "Ill.",
        "U.S.",
        "São Paulo",
        "",
    ]
)
LABELS = st.sampled_from(["GPE", "LOC", "FAC", "ORG", "NORP", "PERSON", "EVENT", "DATE"])


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(WORDS, LABELS, st.sampled_from([", ", " in ", ". ", "'s ", ""])), max_size=8))
def test_any_names_are_put_the_same_way_each_time(pieces: list[tuple[str, str, str]]) -> None:
    text, things = "", []
    for word, label, between in pieces:
        things.append(Named([word], label, [(len(text), len(text) + len(word))]))
        text += word + between
    first: list[Located | None] = locate(text, things, ATLAS, KNOWN)
    assert first == locate(text, things, ATLAS, KNOWN)
    assert len(first) == len(things)
    for place in first:
        assert place is None or 0 <= place.certainty <= 1
        assert place is None or (abs(place.place.latitude) <= 90 and abs(place.place.longitude) <= 180)


def test_an_article_says_in_its_metadata_where_its_source_is_at_home() -> None:
    article = CleanArticle(
        id="1", text="A fire.", source="Irish Post", url="https://example.ie/1", metadata={"home_region": "US-MA"}
    )
    document = _document(article)
    assert (document.home_region, document.url, document.source) == ("US-MA", "https://example.ie/1", "Irish Post")
    odd = CleanArticle(id="1", text="A fire.", metadata={"home_region": ["US"]})
    assert _document(odd).home_region is None


def test_telephone_numbers_say_where_an_article_is_read() -> None:
    alabama = ATLAS.region("US-AL")
    assert alabama is not None
    assert called_at_home("Call 334-555-0143 or (205) 555-0100, or 212-555-0199.", ATLAS) == Home("US", alabama.region)
    for text in ("Call 334-555-0143 or 212-555-0199.", "In 2012 334 came, 1-800-555-0100.", "ISBN 978-334-555-0143-1"):
        assert called_at_home(text, ATLAS) is None
    assert near(on_map("A fair in [GPE:Greenville]. Call 334-555-0143.")["Greenville"], 31.83, -86.63)


def test_a_sources_name_is_company_for_what_it_names() -> None:
    things = [Named(["Newport"], "GPE", [(0, 7)])]
    (welsh,) = locate("Newport is calm.", things, ATLAS, KNOWN, source="Cardiff Evening Post")
    (american,) = locate("Newport is calm.", things, ATLAS, KNOWN, source="The Providence Journal")
    assert welsh is not None
    assert american is not None
    assert (welsh.place.country, american.place.country) == ("GB", "US")


@pytest.mark.parametrize("name", ["AP", "SWAT", "State Department", "Capital Gazette", "Delta Air Lines", "Congress"])
def test_organisations_that_only_sound_like_places_are_nowhere(name: str) -> None:
    assert on_map(f"In [ORG:{name}] they met. [GPE:Norway] agreed.")[name].latitude is None


@pytest.mark.parametrize("name", ["Earth", "Mars", "South"])
def test_what_is_not_on_the_map_is_nowhere(name: str) -> None:
    assert on_map(f"On [LOC:{name}] all is calm, in [GPE:Oslo] too.")[name].latitude is None


def test_a_known_city_is_not_drawn_to_a_small_namesake_by_a_country_alone() -> None:
    found = on_map(
        "The [GPE:U.S.] secretary flew to [GPE:Vienna] and [GPE:Frankfurt], officials in [GPE:Washington] said."
    )
    assert (found["Vienna"].country, found["Frankfurt"].country) == ("AT", "DE")


def test_one_region_of_many_says_less() -> None:
    found = on_map("[GPE:Ohio], [GPE:Michigan], [GPE:Texas] and [GPE:Idaho] voted; the agency in [GPE:Atlanta] waited.")
    assert near(found["Atlanta"], 33.75, -84.39)


def test_the_texas_town() -> None:
    assert near(on_map("It snowed in [GPE:Paris], the [GPE:Texas] town.")["Paris"], 33.66, -95.56)


def test_a_town_that_was_taken_for_something_else_is_one_among_the_towns_around() -> None:
    around = "[GPE:Manchester], [GPE:Bedford] and [GPE:Nashua] in [GPE:New Hampshire]"
    assert near(on_map(f"{around}; [ORG:Goffstown] voted.")["Goffstown"], 43.0, -71.6)
    assert near(on_map(f"{around}; he drove to [PERSON:Goffstown].")["Goffstown"], 43.0, -71.6)
    assert on_map(f"{around}; [PERSON:Goffstown] laughed.")["Goffstown"].latitude is None
    assert on_map("[GPE:Oslo] and [GPE:Bergen]; [ORG:Goffstown] voted.")["Goffstown"].latitude is None
