"""Each pass of the resolution, alone: names in brackets go in, names in brackets come out."""

import pytest

from pipeline.core.extract.resolve.article import Article, Found
from pipeline.core.extract.resolve.passes import (
    acronyms,
    agreement,
    capitals,
    datelines,
    definitions,
    extents,
    organisations,
    persons,
    places,
    repeats,
    shortened,
    sports,
    trimming,
)
from tests.unit.extract.marked import read


def shown(article: Article, spans: list[Found]) -> str:
    text, position = "", 0
    for span in spans:
        text += article.text[position : span.start] + f"[{span.label}:{article.surface(span)}]"
        position = span.end
    return text + article.text[position:]


def after(apply, marked: str) -> str:
    article, spans = read(marked)
    return shown(article, apply(article, spans))


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("[ORG:the Harbour Council] met", "the [ORG:Harbour Council] met"),
        ("[ORG:Nordwind's] ships", "[ORG:Nordwind]'s ships"),
        ("[PERSON:President Anna Lind] said", "President [PERSON:Anna Lind] said"),
        ("[PERSON:Prime Minister Anna Lind] said", "Prime Minister [PERSON:Anna Lind] said"),
        ("[PERSON:Anna Lind\n\nOslo] is", "[PERSON:Anna Lind]\n\n[PERSON:Oslo] is"),
        ("[ORG:Nordwind (] shares", "[ORG:Nordwind] ( shares"),
        ("[WORK_OF_ART:The Long Tide] opens", "[WORK_OF_ART:The Long Tide] opens"),
        ("[DATE:the last week] was", "[DATE:the last week] was"),
        ("“[ORG:“Nordwind”] said", "““[ORG:Nordwind]” said"),
        ("[ORG:'s] gone", "'s gone"),
        ("in [GPE:the U.S.] now", "in the [GPE:U.S.] now"),
        ("[ORG:Nordwind Q3] net rises", "[ORG:Nordwind] Q3 net rises"),
        ("in [GPE:The Hague] now", "in [GPE:The Hague] now"),
        ("The [GPE:Oslo] office", "The [GPE:Oslo] office"),
    ],
)
def test_trimming(before, expected):
    assert after(trimming.apply, before) == expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("said [PERSON:Vos] of", "said [PERSON:Vos] of"),
        ("said Joost van der [PERSON:Vos] of", "said [PERSON:Joost van der Vos] of"),
        ("and van [PERSON:Vos] won", "and [PERSON:van Vos] won"),
        ("said [PERSON:Marijke] ten Berge, 61", "said [PERSON:Marijke ten Berge], 61"),
        ("by A. J. [PERSON:Lind] in", "by [PERSON:A. J. Lind] in"),
        ("in [GPE:Lisbon and Oslo] now", "in [GPE:Lisbon] and [GPE:Oslo] now"),
        ("in [GPE:Trinidad and Tobago] now", "in [GPE:Trinidad and Tobago] now"),
        ("from [GPE:North and South Korea] now", "from [GPE:North and South Korea] now"),
        ("by [ORG:Halvik Stores of Oslo] in", "by [ORG:Halvik Stores] of [GPE:Oslo] in"),
        ("the [ORG:Bank of Japan] said", "the [ORG:Bank of Japan] said"),
        ("[LOC:LUANDA - Halvik] met", "[GPE:LUANDA] - Halvik met"),
        ("[ORG:WEATHER - Halvik] snowed in", "WEATHER - [ORG:Halvik] snowed in"),
        ("[ORG:Brewer Halvik & Moe Inc] said", "Brewer [ORG:Halvik & Moe Inc] said"),
        ("the [ORG:Brewer Halvik Inc] said", "the [ORG:Brewer Halvik Inc] said"),
        ("of [PERSON:Lind], Moe & [ORG:Vos] said", "of [ORG:Lind, Moe & Vos] said"),
        ("[ORG:Hilde]'s said. [ORG:Hilde]'s rating", "[ORG:Hilde's] said. [ORG:Hilde's] rating"),
        ("[ORG:Nordwind]'s rating", "[ORG:Nordwind]'s rating"),
    ],
)
def test_extents(before, expected):
    assert after(extents.apply, before) == expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("[ORG:Halvik Shipping Corp] said [PERSON:Halvik] won", "[ORG:Halvik Shipping Corp] said [ORG:Halvik] won"),
        (
            "Halvik Shipping grew. [ORG:Halvik Shipping Inc.] is",
            "[ORG:Halvik Shipping] grew. [ORG:Halvik Shipping Inc.] is",
        ),
        (
            "[ORG:Halvik Corp] of [PERSON:Per Halvik], [PERSON:Halvik]",
            "[ORG:Halvik Corp] of [PERSON:Per Halvik], [PERSON:Halvik]",
        ),
        ("[ORG:Boston Yards Inc] in [GPE:Boston]", "[ORG:Boston Yards Inc] in [GPE:Boston]"),
        ("[ORG:Halvik Choir] and [PERSON:Halvik]", "[ORG:Halvik Choir] and [PERSON:Halvik]"),
    ],
)
def test_short_forms_of_companies(before, expected):
    assert after(shortened.apply, before) == expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("[ORG:Mozambique] agreed", "[GPE:Mozambique] agreed"),
        ("[ORG:Norwegian] ships", "[NORP:Norwegian] ships"),
        ("SRI LANKA WIN", "[GPE:SRI LANKA] WIN"),
        ("Norwegian-backed talks with Peru", "[NORP:Norwegian-backed] talks with [GPE:Peru]"),
        ("a Peru-based firm", "a [GPE:Peru]-based firm"),
        ("[PERSON:Jordan] smiled", "[PERSON:Jordan] smiled"),
        ("on Air Canada now", "on Air Canada now"),
        ("the Polish of the table", "the Polish of the table"),
        ("in [GPE:Fresno], [GPE:Calif]. on Monday", "in [GPE:Fresno], [GPE:Calif.] on Monday"),
        ("in [GPE:Peru]. Later", "in [GPE:Peru]. Later"),
    ],
)
def test_places(before, expected):
    assert after(places.apply, before) == expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("envoy [ORG:Marta de Souza] said", "envoy [PERSON:Marta de Souza] said"),
        ("lawyer [GPE:Amin Haddad] left", "lawyer [PERSON:Amin Haddad] left"),
        ("chairman [ORG:Nordwind Holdings] said", "chairman [ORG:Nordwind Holdings] said"),
        ("Mrs Lind arrived", "Mrs [PERSON:Lind] arrived"),
        ("[PERSON:Prime] Minister", "Prime Minister"),
        ("[PERSON:Anna Lind & Jan Moe] sang", "[PERSON:Anna Lind] & [PERSON:Jan Moe] sang"),
        ("[PERSON:Anna Lind of Nordwind] sang", "[PERSON:Anna Lind] of Nordwind sang"),
        ("[PERSON:Joan of Arc] sang", "[PERSON:Joan of Arc] sang"),
        ("[GPE:Dragan], 54, a former electrician", "[PERSON:Dragan], 54, a former electrician"),
        ("[GPE:Peru], 54, and", "[GPE:Peru], 54, and"),
        ("[NORP:Ion Dragan] said", "[PERSON:Ion Dragan] said"),
        ("[EVENT:Lisbon Marathon] said", "[EVENT:Lisbon Marathon] said"),
        ("[NORP:Norwegian Labour] said", "[NORP:Norwegian Labour] said"),
    ],
)
def test_persons(before, expected):
    assert after(persons.apply, before) == expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("[PERSON:Nordwind Holdings] rose", "[ORG:Nordwind Holdings] rose"),
        ("the Ministry of [ORG:Fisheries] said", "the [ORG:Ministry of Fisheries] said"),
        ("[GPE:West Bank] towns", "[GPE:West Bank] towns"),
        ("the Tour of [GPE:Andalusia] began", "the [EVENT:Tour of Andalusia] began"),
        ("a tour of [GPE:Andalusia] began", "a tour of [GPE:Andalusia] began"),
    ],
)
def test_organisations(before, expected):
    assert after(organisations.apply, before) == expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("[PERSON:Halvik] is a small town in the north.", "[GPE:Halvik] is a small town in the north."),
        (
            "[GPE:Halvik Sound] (formed 1994) are an English punk rock band. [GPE:Halvik Sound] sang.",
            "[ORG:Halvik Sound] (formed 1994) are an English punk rock band. [ORG:Halvik Sound] sang.",
        ),
        ("[ORG:Long Tides] was the second album by them.", "[WORK_OF_ART:Long Tides] was the second album by them."),
        ("[PERSON:Nordwind], a shipping company, rose.", "[ORG:Nordwind], a shipping company, rose."),
        ("[PERSON:Anna Lind], the head of a company, left.", "[PERSON:Anna Lind], the head of a company, left."),
        ("[GPE:Peru] is the best team.", "[GPE:Peru] is the best team."),
        ("the western city of Halvik was quiet", "the western city of [GPE:Halvik] was quiet"),
        ("in the village of [PERSON:Halvik]", "in the village of [GPE:Halvik]"),
        ("the City of Halvik Orchestra", "the City of Halvik Orchestra"),
        ("the capital of the arts", "the capital of the arts"),
    ],
)
def test_definitions(before, expected):
    assert after(definitions.apply, before) == expected


def test_acronyms_are_named_as_what_they_stand_for_everywhere():
    before = "The [ORG:World Fishing Organization] ([PERSON:WFO]) met. WFO members left."
    expected = "The [ORG:World Fishing Organization] ([ORG:WFO]) met. [ORG:WFO] members left."
    assert after(acronyms.apply, before) == expected


@pytest.mark.parametrize(
    ("short", "name", "expected"),
    [
        ("WFO", "World Fishing Organization", True),
        ("IOTA", "Institute of the Arts", True),
        ("MoF", "Ministry of Finance", True),
        ("WFO", "World Bank", False),
        ("A", "Anna", False),
        ("", "Anna Lind", False),
    ],
)
def test_what_an_acronym_stands_for(short, name, expected):
    assert acronyms.stands_for(short, name) is expected


def test_last_names_are_persons_once_the_full_name_was_given():
    before = "[PERSON:Anna Lind] spoke. [ORG:Lind] left for [GPE:Peru]."
    assert after(repeats.link_last_names, before) == "[PERSON:Anna Lind] spoke. [PERSON:Lind] left for [GPE:Peru]."


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("[PERSON:Anna Lind] spoke. Later Lind left.", "[PERSON:Anna Lind] spoke. Later [PERSON:Lind] left."),
        ("[PERSON:Anna Lind] spoke to Maria Lind.", "[PERSON:Anna Lind] spoke to Maria Lind."),
        ("[PERSON:Anna Lind] spoke, then Lind left.", "[PERSON:Anna Lind] spoke, then [PERSON:Lind] left."),
        ("[ORG:Nordwind] rose as Nordwind sold.", "[ORG:Nordwind] rose as [ORG:Nordwind] sold."),
        ("[ORG:Nordwind] rose as Nordwind Gas sold.", "[ORG:Nordwind] rose as Nordwind Gas sold."),
        ("[PERSON:Will May] won in May.", "[PERSON:Will May] won in May."),
    ],
)
def test_missed_repeats(before, expected):
    assert after(repeats.add_missed, before) == expected


def test_a_name_takes_the_type_of_most_of_its_mentions():
    before = "[ORG:Halden] a. [PERSON:Halden] b. [PERSON:Halden] c."
    assert after(agreement.apply, before) == "[PERSON:Halden] a. [PERSON:Halden] b. [PERSON:Halden] c."
    undecided = "[ORG:Halden] a. [PERSON:Halden] b."
    assert after(agreement.apply, undecided) == "[ORG:Halden] a. [ORG:Halden] b."
    within = "[PERSON:Halden] votes\n\nVoters in [GPE:Halden] have decided."
    assert after(agreement.apply, within) == "[GPE:Halden] votes\n\nVoters in [GPE:Halden] have decided."
    begins = "It rains. [PERSON:Halden] is wet, and so is the whole of [GPE:Halden]."
    assert after(agreement.apply, begins).startswith("It rains. [GPE:Halden]")


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("LISBON 1997-05-06\nIt rained.", "[GPE:LISBON] 1997-05-06\nIt rained."),
        ("[PERSON:Lisbon], 6 May - It rained.", "[GPE:Lisbon], 6 May - It rained."),
        (
            "LISBON, Portugal (Agence Nord) — It rained.",
            "[GPE:LISBON], [GPE:Portugal] ([ORG:Agence Nord]) — It rained.",
        ),
        ("Nothing - it rained.", "Nothing - it rained."),
        ("Plans\nLISBON - It rains.\nOSLO - Snow.", "Plans\n[GPE:LISBON] - It rains.\n[GPE:OSLO] - Snow."),
        ("LISBON FLOODED\nLISBON 1997-05-06\nRain.", "[GPE:LISBON] FLOODED\n[GPE:LISBON] 1997-05-06\nRain."),
        ("Lisbon was wet.", "Lisbon was wet."),
        ("It rained.\n-- [GPE:Lisbon] newsroom +351", "It rained.\n-- [ORG:Lisbon newsroom] +351"),
        (
            "PRESS DIGEST - Utopia - May 6\nHALVIK 1997-05-06\nO DIARIO\n- It rained.\n",
            "PRESS DIGEST - Utopia - May 6\nHALVIK 1997-05-06\n[ORG:O DIARIO]\n- It rained.\n",
        ),
        ("Prices - May 6\nHALVIK 1997-05-06\nO DIARIO\n", "Prices - May 6\nHALVIK 1997-05-06\nO DIARIO\n"),
    ],
)
def test_datelines(before, expected):
    assert after(datelines.apply, before) == expected


def test_headlines_in_capitals_name_what_the_article_spells_out():
    before = "[ORG:HERONS WIN] AS LIND SCORES TWICE\n[PERSON:Anna Lind] scored for the [ORG:Bergen Herons]."
    expected = "[ORG:HERONS] WIN AS [PERSON:LIND] SCORES TWICE\n[PERSON:Anna Lind] scored for the [ORG:Bergen Herons]."
    assert after(capitals.apply, before) == expected


_MATCH = "The league match was won in the second half, the coach said of his team and its goals. "


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("[GPE:Bergen] beat [GPE:Oslo] in [GPE:Trondheim].", "[ORG:Bergen] beat [ORG:Oslo] in [GPE:Trondheim]."),
        ("[GPE:Norway] beat [GPE:Peru].", "[GPE:Norway] beat [GPE:Peru]."),
        ("\nBergen 2 Molde 1\n", "\n[ORG:Bergen] 2 [ORG:Molde] 1\n"),
        ("\nNorway 2 Peru 1\n", "\n[GPE:Norway] 2 [GPE:Peru] 1\n"),
        ("\nBergen 12 8 2 2 20 9 26\n", "\n[ORG:Bergen] 12 8 2 2 20 9 26\n"),
        ("Anna Lind (Norway) was first", "[PERSON:Anna Lind] ([GPE:Norway]) was first"),
        ("\nA. Lind c Moe b Dahl 12\n", "\n[PERSON:A. Lind] c [PERSON:Moe] b [PERSON:Dahl] 12\n"),
        ("goals (Moe 12, [PRODUCT:de Wit 67th]) in May", "goals ([PERSON:Moe] 12, [PERSON:de Wit] 67th) in May"),
        ("149 (A. Lind 62, [PERSON:K. Moe 51])", "149 ([PERSON:A. Lind] 62, [PERSON:K. Moe] 51)"),
        ("played (March 12, 1994)", "played (March 12, 1994)"),
        ("\nHalvik beat Norvik 3-1 (halftime 1-0)", "\n[ORG:Halvik] beat [ORG:Norvik] 3-1 (halftime 1-0)"),
        ("\n[PERSON:Lind] beat [PERSON:Moe] 6-1 6-2", "\n[PERSON:Lind] beat [PERSON:Moe] 6-1 6-2"),
        (
            "\n1. Anna Lind (Norway) Nordwind 4 hours 2 minutes",
            "\n1. [PERSON:Anna Lind] ([GPE:Norway]) [ORG:Nordwind] 4 hours 2 minutes",
        ),
        ("\nNORTHERN DIVISION\n", "\n[EVENT:NORTHERN DIVISION]\n"),
        ("8 - [PERSON:Anna Lind] ([GPE:Bergen])", "8 - [PERSON:Anna Lind] ([ORG:Bergen])"),
        ("8 - [PERSON:Anna Lind] (Norway)", "8 - [PERSON:Anna Lind] ([GPE:Norway])"),
        ("\n(3) Bergen 35 MOLDE 0\n", "\n(3) [ORG:Bergen] 35 [ORG:MOLDE] 0\n"),
        ("\n2. Bergen (13-0)\n", "\n2. [ORG:Bergen] (13-0)\n"),
        ("\nBergen 59 57 .509 14 1/2\n", "\n[ORG:Bergen] 59 57 .509 14 1/2\n"),
        ("against [GPE:Bergen] and [GPE:Molde] today", "against [ORG:Bergen] and [ORG:Molde] today"),
        ("the hall of [ORG:Herons], [GPE:Bergen].", "the hall of [ORG:Herons], [GPE:Bergen]."),
    ],
)
def test_sports(before, expected):
    assert after(sports.apply, _MATCH + before) == _MATCH + expected


def test_a_headline_names_the_sport():
    before = "ICE HOCKEY - HALVIK WIN\n\nHalvik beat Norvik 3-1"
    assert after(sports.apply, before) == "ICE HOCKEY - HALVIK WIN\n\n[ORG:Halvik] beat [ORG:Norvik] 3-1"


def test_outside_sport_a_city_stays_a_city():
    before = (
        "[GPE:Bergen] beat [GPE:Oslo] to the contract for the tunnel, the ministry said on Tuesday after long talks."
    )
    assert after(sports.apply, before) == before


def test_in_sport_a_division_is_what_is_played_in_and_a_last_name_no_club():
    head = "SOCCER - Halvik win again\n\n"
    text = "[ORG:Pacific Division] lead. [PERSON:Anna Moss] of [ORG:Halvik]. [ORG:Oslo] and Lyon, [PERSON:Moss] came"
    assert after(sports.apply, head + text) == head + text.replace("[ORG:Pacific", "[EVENT:Pacific")
