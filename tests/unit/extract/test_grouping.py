"""From mentions to things: one entity for each, with all its mentions and its other names."""

import pytest

from pipeline.core.extract.document.describing import countries, describe
from pipeline.core.extract.document.grouping import group
from pipeline.core.extract.gazetteer import Gazetteer
from pipeline.core.extract.resolve.article import Article, Found
from pipeline.core.records import Entity
from tests.unit.extract.marked import read


def entities(marked: str, title: str | None = None) -> dict[str, Entity]:
    article, spans = read(marked, title)
    found = describe(article, group(article, spans))
    for entity in found:
        assert entity.count == len(entity.mentions) > 0
        assert all(article.text[m.start : m.end] == m.surface for m in entity.mentions)
        assert 0 <= entity.salience <= 1
    assert sum(entity.count for entity in found) == len(spans)
    return {entity.name: entity for entity in found}


def test_a_last_name_is_the_person_given_in_full() -> None:
    found = entities("[PERSON:Anna Lind] spoke. [PERSON:Lind] left. [PERSON:Anna] waved.")
    assert set(found) == {"Anna Lind"}
    assert found["Anna Lind"].count == 3
    assert found["Anna Lind"].aliases == ("Lind", "Anna")


def test_between_two_persons_of_one_last_name_it_is_the_one_named_in_full_last() -> None:
    found = entities("[PERSON:Anna Lind] met [PERSON:Jonas Lind]. [PERSON:Lind] smiled. [PERSON:Anna Lind] left.")
    assert {name: entity.count for name, entity in found.items()} == {"Anna Lind": 3, "Jonas Lind": 1}
    found = entities("[PERSON:Anna Lind] met [PERSON:Jonas Lind]. [PERSON:Lind] smiled.")
    assert {name: entity.count for name, entity in found.items()} == {"Anna Lind": 1, "Jonas Lind": 2}
    found = entities("[PERSON:Anna Lind] spoke. [PERSON:Lind] left. [PERSON:Jonas Lind] came. [PERSON:Lind] sang.")
    assert {name: entity.count for name, entity in found.items()} == {"Anna Lind": 2, "Jonas Lind": 2}
    found = entities("[PERSON:Anna Lind] has a father, her father [PERSON:Jonas Lind] sang. [PERSON:Lind] sang.")
    assert {name: entity.count for name, entity in found.items()} == {"Anna Lind": 2, "Jonas Lind": 1}


def test_a_middle_name_makes_no_second_person() -> None:
    found = entities("[PERSON:Anna Maria Lind] spoke. [PERSON:Anna Lind] left. [PERSON:Lind] too.")
    assert {name: entity.count for name, entity in found.items()} == {"Anna Maria Lind": 3}


def test_an_acronym_is_what_it_stands_for() -> None:
    found = entities("The [ORG:Harbour Pilots Union] ([ORG:HPU]) met. The [ORG:HPU] agreed.")
    assert set(found) == {"Harbour Pilots Union"}
    assert found["Harbour Pilots Union"].aliases == ("HPU",)


def test_names_of_one_country_are_one_and_a_nationality_is_its_own() -> None:
    found = entities("The [GPE:U.S.] and the [GPE:United States]: an [NORP:American] idea for [NORP:Americans].")
    assert found["United States"].count == 2
    assert found["United States"].country == "US"
    assert found["American"].type == "NORP"
    assert found["American"].country == "US"


def test_kinds_of_places_are_one_thing_with_the_commonest_type() -> None:
    found = entities("[GPE:Northmoor], [LOC:Northmoor], [GPE:Northmoor]")
    assert (found["Northmoor"].type, found["Northmoor"].count) == ("GPE", 3)


def test_a_name_of_two_types_is_two_things() -> None:
    article, spans = read("[GPE:Hafenstadt] is old. [ORG:Hafenstadt] won.")
    assert [(thing.name, thing.label) for thing in group(article, spans)] == [
        ("Hafenstadt", "GPE"),
        ("Hafenstadt", "ORG"),
    ]


def test_capitals_of_a_headline_are_the_name_written_out() -> None:
    found = entities("[ORG:NORDWIND ENERGY] GROWS\n\n[ORG:Nordwind Energy] grew.")
    assert set(found) == {"Nordwind Energy"}


def test_a_name_over_a_line_end_is_the_same_name() -> None:
    found = entities("[PERSON:Anna Lind] and [PERSON:Anna\nLind]")
    assert {name: entity.count for name, entity in found.items()} == {"Anna Lind": 2}


def test_a_city_has_its_country_coordinates_and_geonames_id() -> None:
    city = entities("In [GPE:Reykjavík].")["Reykjavík"]
    assert (city.country, city.geonames_id) == ("IS", 3413829)
    assert city.latitude == pytest.approx(64.1, abs=0.1)
    assert city.longitude == pytest.approx(-21.9, abs=0.1)


def test_an_ambiguous_city_has_its_country_and_no_coordinates() -> None:
    article, spans = read("In [GPE:Springfield].")
    (city,) = describe(article, group(article, spans), least=0.5)
    assert (city.country, city.latitude, city.longitude, city.geonames_id) == ("US", None, None, None)
    assert city.certainty is not None
    assert city.certainty < 0.5


def test_a_country_has_a_code_and_its_middle() -> None:
    country = entities("In [GPE:Norway].")["Norway"]
    assert (country.country, country.place_type, country.geonames_id) == ("NO", "country", 3144096)
    assert country.latitude == pytest.approx(62, abs=1)


def test_a_person_called_like_a_place_gets_no_country() -> None:
    person = entities("[PERSON:Paris] spoke.")["Paris"]
    assert (person.country, person.latitude, person.place_type) == (None, None, None)


def test_an_organisation_is_where_its_name_says_and_does_not_count_for_the_article() -> None:
    article, spans = read("[ORG:Seoul National University] of [GPE:Peru]")
    found = describe(article, group(article, spans))
    assert [(entity.country, entity.place_type) for entity in found] == [("KR", "site"), ("PE", "country")]
    assert countries(found) == ("PE",)


def test_the_headline_and_frequency_make_salient() -> None:
    found = entities(
        "[ORG:Nordwind] grows\n\n[ORG:Nordwind] grew, said [PERSON:Anna Lind]. [ORG:Nordwind] is in [GPE:Norway]."
    )
    assert found["Nordwind"].salience > found["Anna Lind"].salience > found["Norway"].salience


def test_the_title_counts_as_headline_where_the_text_begins_with_the_lead() -> None:
    text = "[PERSON:Anna Lind] met [PERSON:Bo Dahl]."
    assert entities(text, title="Bo Dahl wins")["Bo Dahl"].salience > entities(text)["Bo Dahl"].salience


def test_countries_of_an_article_are_the_most_named_first() -> None:
    article, spans = read(
        "[GPE:Norway], [NORP:Swedish] and [NORP:Swedes]; [GPE:Reykjavík], [PERSON:Paris], [NORP:Arab]"
    )
    assert countries(describe(article, group(article, spans))) == ("SE", "IS", "NO")


def test_nothing_gives_nothing() -> None:
    article = Article("It rained.", Gazetteer.load())
    no_spans: list[Found] = []
    assert describe(article, group(article, no_spans)) == ()
    assert countries(()) == ()
