"""The passes for what readers take for mistakes: works that are none, common words, two persons in one."""

import pytest

from pipeline.core.extract.gazetteer import Gazetteer
from pipeline.core.extract.places.atlas import Atlas
from pipeline.core.extract.places.candidates import toponym
from pipeline.core.extract.resolve.passes import (
    common,
    conduct,
    definitions,
    extents,
    notation,
    organisations,
    overlong,
    places,
    works,
)
from tests.unit.extract.test_passes import after


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("the [WORK_OF_ART:Harbour Safety Act] passed", "the [LAW:Harbour Safety Act] passed"),
        ("at the [WORK_OF_ART:Lind Clam Fry] in", "at the [EVENT:Lind Clam Fry] in"),
        ("“[WORK_OF_ART:Clean Coast Summit],” a", "“[EVENT:Clean Coast Summit],” a"),
        ("since [WORK_OF_ART:Sailors’ Day] we", "since [EVENT:Sailors’ Day] we"),
        ("the plumber [WORK_OF_ART:Moe Day] came", "the plumber [WORK_OF_ART:Moe Day] came"),
        ("saw “[WORK_OF_ART:Tide Wars]” twice", "saw “[WORK_OF_ART:Tide Wars]” twice"),
        ("her film [WORK_OF_ART:Silver River] won", "her film [WORK_OF_ART:Silver River] won"),
        ("along the [WORK_OF_ART:Glomma River] they", "along the [LOC:Glomma River] they"),
        ("near [WORK_OF_ART:Tollbod Bridge] they", "near [FAC:Tollbod Bridge] they"),
        ("at [WORK_OF_ART:Christmas] they", "at [EVENT:Christmas] they"),
        ("the destroyer [WORK_OF_ART:Hilde] left", "the destroyer [PRODUCT:Hilde] left"),
        ("the ferry [GPE:Hilde], the", "the ferry [PRODUCT:Hilde], the"),
        ("the [WORK_OF_ART:Hilde] container ship", "the [PRODUCT:Hilde] container ship"),
        ("On “[WORK_OF_ART:The Ferry” Lind] sings", "On “[WORK_OF_ART:The Ferry]” Lind sings"),
        ("a chat titled ‘[WORK_OF_ART:Weekly Tide’—that] has", "a chat titled ‘[WORK_OF_ART:Weekly Tide]’—that has"),
        ("titled “The End of ‘She Said, He [WORK_OF_ART:Said’ Talk]”", "titled “The End of ‘She Said, He Said’ Talk”"),
        ("was “[WORK_OF_ART:never]” there, “[WORK_OF_ART:NEVER]”", "was “never” there, “NEVER”"),
        ("Calling Him ‘[WORK_OF_ART:Very Weak]’ As", "Calling Him ‘Very Weak’ As"),
        ("the song “[WORK_OF_ART:Always]”", "the song “[WORK_OF_ART:Always]”"),
    ],
)
def test_works_of_art_by_what_speaks_for_them(before: str, expected: str) -> None:
    assert after(works.apply, before) == expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("[PERSON:Campaigners] met. [PERSON:Campaigners] ate", "Campaigners met. Campaigners ate"),
        ("by Platform, [ORG:Vertical], Region", "by Platform, Vertical, Region"),
        ("the [ORG:Vertical] said that", "the [ORG:Vertical] said that"),
        ("[PERSON:Anna Best] and [PERSON:Best]", "[PERSON:Anna Best] and [PERSON:Best]"),
        ("in [GPE:Reading] the", "in [GPE:Reading] the"),
        ("the [ORG:Commission] met [NORP:Poles]", "the [ORG:Commission] met [NORP:Poles]"),
        ("[ORG:Halden Consumer] is", "[ORG:Halden Consumer] is"),
        (
            "a [WORK_OF_ART:Reinvent] and “[WORK_OF_ART:Reinvent]”",
            "a [WORK_OF_ART:Reinvent] and “[WORK_OF_ART:Reinvent]”",
        ),
        ("[DATE:today] and [ORG:NATO] [ORG:USB]", "[DATE:today] and [ORG:NATO] USB"),
    ],
)
def test_common_words_name_nothing_by_their_capital(before: str, expected: str) -> None:
    assert after(common.apply, before) == expected


def test_clubs_of_sport_keep_names_that_are_common_words() -> None:
    text = "The [ORG:Bulls] beat [ORG:Halden] 3-1. The goalkeeper saved a penalty in the league match."
    assert "[ORG:Bulls]" in after(common.apply, text)


@pytest.mark.parametrize(
    ("apply", "before", "expected"),
    [
        (overlong.apply, "[PERSON:Lind Outruns Moe] [PERSON:Eva Lind] [PERSON:Moe] [PERSON:Moe]",
         "[PERSON:Lind] Outruns [PERSON:Moe] [PERSON:Eva Lind] [PERSON:Moe] [PERSON:Moe]"),
        (overlong.apply, "[PERSON:Moe van Lind] [PERSON:Eva Lind] [PERSON:Bo Moe]",
         "[PERSON:Moe van Lind] [PERSON:Eva Lind] [PERSON:Bo Moe]"),
        (overlong.apply, "the [WORK_OF_ART:Lind-Moe] talks [PERSON:Eva Lind] [PERSON:Bo Moe]",
         "the [PERSON:Lind]-[PERSON:Moe] talks [PERSON:Eva Lind] [PERSON:Bo Moe]"),
        (notation.apply, "on [WORK_OF_ART:Twitter Sunday] that", "on [WORK_OF_ART:Twitter] Sunday that"),
        (notation.apply, "the [WORK_OF_ART:Bloody Sunday] of", "the [WORK_OF_ART:Bloody Sunday] of"),
        (definitions.apply, "[ORG:BBC] is in Halden county. The [ORG:BBC], a county", "[ORG:BBC] is in Halden county. "
         "The [ORG:BBC], a county"),
        (organisations.apply, "by [ORG:Eva Lind], director of the", "by [PERSON:Eva Lind], director of the"),
        (organisations.apply, "[FAC:Moe Hall], founder and CEO of it", "[PERSON:Moe Hall], founder and CEO of it"),
        (organisations.apply, "at [ORG:Tide Hospital], who is", "at [ORG:Tide Hospital], who is"),
        (organisations.apply, "the [PRODUCT:Glomma River]", "the [LOC:Glomma River]"),
        (organisations.apply, "the [PRODUCT:Safe Ferries Act]", "the [LAW:Safe Ferries Act]"),
        (organisations.apply, "[PERSON:Brexit] [GPE:Obamacare]", "[EVENT:Brexit] [LAW:Obamacare]"),
        (places.apply, "lives in [LOC:Bergen] now", "lives in [GPE:Bergen] now"),
        (extents.apply, "at [ORG:Tide] and [ORG:Women’s Hospital] in", "at [ORG:Tide and Women’s Hospital] in"),
        (extents.apply, "of [ORG:Halden] and [ORG:Moe Hospital] in", "of [ORG:Halden] and [ORG:Moe Hospital] in"),
        (extents.apply, "[ORG:Senate] and [ORG:Tide Committee]", "[ORG:Senate] and [ORG:Tide Committee]"),
        (conduct.apply, "[ORG:Lind] aide. President [PERSON:Lind]’s aide. [ORG:Lind]",
         "[PERSON:Lind] aide. President [PERSON:Lind]’s aide. [PERSON:Lind]"),
        (conduct.apply, "Bo and [WORK_OF_ART:Viya], who sang", "Bo and [PERSON:Viya], who sang"),
        (conduct.apply, "a [WORK_OF_ART:UniHa] study", "a [ORG:UniHa] study"),
        (conduct.apply, "an officer at [WORK_OF_ART:Red Tide]", "an officer at [ORG:Red Tide]"),
        (conduct.apply, "the band [WORK_OF_ART:Tides], whose", "the band [ORG:Tides], whose"),
    ],
)  # fmt: skip
def test_names_by_the_words_around_them(apply: object, before: str, expected: str) -> None:
    assert after(apply, before) == expected  # type: ignore[arg-type]


def test_known_organisations_are_not_put_where_a_town_has_their_name() -> None:
    known, atlas = Gazetteer.load(), Atlas.load()
    assert toponym(["Honda"], "ORG", [0], atlas, known) is None
    assert toponym(["Chicago"], "ORG", [0], atlas, known)


def test_short_names_of_countries_have_their_codes() -> None:
    assert [Gazetteer.load().countries[name] for name in ("PRC", "DPRK", "ROK")] == ["CN", "KP", "KR"]
