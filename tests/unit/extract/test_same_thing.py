"""Names that differ and mean one person, organisation or place; and names that are alike and do not."""

import pytest

from pipeline.core.extract.document.describing import describe
from pipeline.core.extract.document.folding import folded
from pipeline.core.extract.document.grouping import group
from pipeline.core.extract.document.nicknames import same_first_name
from pipeline.core.extract.document.unions import Unions
from tests.unit.extract.marked import read


def things(marked: str) -> dict[str, int]:
    """The names of the things, with how often each is named."""
    article, spans = read(marked)
    return {thing.name: len(thing.spans) for thing in group(article, spans)}


def of(label: str, *names: str) -> dict[str, int]:
    return things("; ".join(f"[{label}:{name}]" for name in names))


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("Michael Lind", "Mike Lind", "Mike"), {"Michael Lind": 3}),
        (("Mike Lind", "Mark Lind"), {"Mike Lind": 1, "Mark Lind": 1}),
        (("Bo de Vries", "De Vries", "Bo De Vries", "de Vries"), {"Bo de Vries": 4}),
        (("Sean O'Dahl", "O’Dahl", "Sean O‘Dahl"), {"Sean O'Dahl": 3}),
        (("J. Lind", "Jonas Lind", "Jonas P. Lind", "Lind"), {"Jonas P. Lind": 4}),
        (("J. Lind", "Jonas Lind", "Jan Lind"), {"J. Lind": 1, "Jonas Lind": 1, "Jan Lind": 1}),
        (("Jonas P. Lind", "Jonas K. Lind"), {"Jonas P. Lind": 1, "Jonas K. Lind": 1}),
        (("JONAS LIND", "Jonas Lind", "LIND"), {"Jonas Lind": 3}),
        (("Jon Lind Jr.", "Jon Lind", "Lind", "Lind"), {"Jon Lind Jr.": 1, "Jon Lind": 3}),
        (("Jon Lind Jr.", "Lind"), {"Jon Lind Jr.": 2}),
        (("Datuk Seri Azman Halim", "Azman"), {"Datuk Seri Azman Halim": 2}),
        (("Rachid al-Fasi", "Fasi", "al-Fasi"), {"Rachid al-Fasi": 3}),
        (("Anna Lind", "Anna Lind", "Bo Lind", "Lind"), {"Anna Lind": 3, "Bo Lind": 1}),
        (("Anna Lind", "Bo Lind", "Lind"), {"Anna Lind": 1, "Bo Lind": 2}),
        (("Anna Lind", "Lind", "Bo Lind", "Lind", "Lind"), {"Anna Lind": 2, "Bo Lind": 3}),
        (("Lind", "Anna Lind", "Bo Lind"), {"Lind": 1, "Anna Lind": 1, "Bo Lind": 1}),
        (("Jon Lind Jr.", "Jon Lind", "Lind Jr."), {"Jon Lind Jr.": 2, "Jon Lind": 1}),
        (("Barrack Lind", "Barack Lind", "Barack Lind"), {"Barack Lind": 3}),
        (("Robert Lind", "Rob"), {"Robert Lind": 1, "Rob": 1}),
        (("Anna Lind", "Anna Moe", "Anna"), {"Anna Lind": 1, "Anna Moe": 1, "Anna": 1}),
        (("José Núñez", "Jose Nunez"), {"José Núñez": 2}),
    ],
)
def test_persons(names: tuple[str, ...], expected: dict[str, int]) -> None:
    assert of("PERSON", *names) == expected


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("Nordwind Shipping Corp", "Nordwind Shipping", "Nordwind"), {"Nordwind Shipping Corp": 3}),
        (("Harbour Pilots Union", "HPU", "H.P.U."), {"Harbour Pilots Union": 3}),
        (("Harbour Pilots Union", "Hill People United", "HPU"), None),
        (("Nordwind Energy", "Nordwind"), {"Nordwind Energy": 2}),
        (("Nordwind Sciences", "Nordwind"), {"Nordwind Sciences": 2}),
        (
            ("Pilots Committee for the Safety of Tides", "Pilots Committee"),
            {"Pilots Committee for the Safety of Tides": 2},
        ),
        (("Center for Harbour Safety", "Harbour Safety"), {"Center for Harbour Safety": 2}),
        (("European Union", "EU", "EU Commission"), {"European Union": 2, "EU Commission": 1}),
        (("U.S. Harbour Pilots Union", "HPU"), {"U.S. Harbour Pilots Union": 2}),
        (("Tidal Department", "Tidal"), {"Tidal Department": 2}),
        (("Coastal Times", "Times"), {"Coastal Times": 2}),
        (("Department of Tides", "Tides Department"), {"Department of Tides": 2}),
        (("Norwegian Harbour Court", "Harbour Court", "Court"), {"Norwegian Harbour Court": 3}),
        (("Norwegian Harbour Court", "Swedish Harbour Court", "Harbour Court"), None),
        (("Tidal Commission", "Pilots Commission", "Commission"), None),
        (("The Coastal Courier", "Coastal Courier"), {"Coastal Courier": 2}),
        (("al-Nahda", "Al Nahda"), {"al-Nahda": 2}),
        (("Centers for Tide Control and Warning", "CTC"), {"Centers for Tide Control and Warning": 2}),
    ],
)
def test_organisations(names: tuple[str, ...], expected: dict[str, int] | None) -> None:
    assert of("ORG", *names) == (expected or dict.fromkeys(names, 1))


@pytest.mark.parametrize("name", ["Oslo", "Lima", "Kyiv", "Doha", "Rome", "New York", "Lisbon"])
def test_a_place_of_a_dateline_is_the_one_in_the_text(name: str) -> None:
    assert of("GPE", name.upper(), name) == {name: 2}


def test_a_place_in_capitals_alone_has_its_written_name_and_country() -> None:
    article, spans = read("[GPE:OSLO], Feb 3 (Agency) - It rained. [GPE:UAE]")
    oslo, emirates = describe(article, group(article, spans))
    assert (oslo.name, oslo.aliases, oslo.country) == ("Oslo", ("OSLO",), "NO")
    assert emirates.name == "UAE"


def test_a_state_by_its_short_form_is_the_state() -> None:
    assert of("GPE", "Calif.", "California", "Colo.") == {"California": 2, "Colo.": 1}
    assert of("GPE", "Washington", "D.C.", "China", "PRC") == {"Washington": 2, "China": 2}


def test_a_people_in_singular_and_plural_is_one() -> None:
    assert of("NORP", "Norwegians", "Norwegian", "Swedish") == {"Norwegian": 2, "Swedish": 1}


def test_an_acronym_is_not_a_word_in_small_letters() -> None:
    assert of("ORG", "WHO", "Who") == {"WHO": 1, "Who": 1}


def test_folding_leaves_plain_names() -> None:
    assert folded("St. Olav") == "St. Olav"
    assert folded("U.S.-Norwegian J. P. O’Dahl‐Łoś") == "US-Norwegian J P O'Dahl-Los"


def test_first_names() -> None:
    assert same_first_name("bill", "William")
    assert same_first_name("Ed", "Ted")
    assert not same_first_name("Bill", "Bob")


def test_unions() -> None:
    sets = Unions("abcd")
    sets.join("a", "c")
    sets.join("c", "d")
    assert sets.sets() == [["a", "c", "d"], ["b"]]


@pytest.mark.parametrize(
    ("label", "names", "expected"),
    [
        ("ORG", ("University of Halden", "UniHa"), {"University of Halden": 2}),
        ("ORG", ("University of Moss", "UniHa"), {"University of Moss": 1, "UniHa": 1}),
        ("ORG", ("BNR News", "BNR"), {"BNR News": 2}),
        ("ORG", ("Nordwind News", "Nordwind"), {"Nordwind News": 1, "Nordwind": 1}),
        ("ORG", ("NordenWind", "Norden"), {"NordenWind": 2}),
        ("ORG", ("Tidal Party", "Tidals"), {"Tidal Party": 2}),
        ("ORG", ("U.S. Tide Force", "US Tide Force", "United States Tide Force"), {"United States Tide Force": 3}),
        ("ORG", ("U.S. Office for Tides", "USOT"), {"U.S. Office for Tides": 2}),
        ("EVENT", ("Oslo Olympics", "Olympic", "Olympic Games"), {"Oslo Olympics": 3}),
        ("EVENT", ("Halden Tide Cup", "Tide Cup"), {"Halden Tide Cup": 2}),
        ("EVENT", ("Halden Tide Cup", "Moss Tide Cup", "Tide Cup", "Cup"),
         {"Halden Tide Cup": 1, "Moss Tide Cup": 1, "Tide Cup": 1, "Cup": 1}),
        ("LAW", ("Lind v. Halden County", "Lind"), {"Lind v. Halden County": 2}),
    ],
)  # fmt: skip
def test_short_forms_and_blends_are_one_thing(label: str, names: tuple[str, ...], expected: dict[str, int]) -> None:
    assert of(label, *names) == expected
