"""The passes for what news pages are made of: headlines, credits, offices, and names by what they do."""

import pytest

from pipeline.core.extract.resolve.passes import (
    acronyms,
    conduct,
    extents,
    headlines,
    notation,
    offices,
    organisations,
    overlong,
    places,
    repeats,
    trimming,
)
from tests.unit.extract.test_passes import after


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("write to [PERSON:anna.lind@harbour.example] now", "write to anna.lind@harbour.example now"),
        ("said @[ORG:CoastalCourier] on", "said @CoastalCourier on"),
        ("[PERSON:Anna Lind (@annalind] said", "[PERSON:Anna Lind] (@annalind said"),
        ("under #[EVENT:SaveTheFerry] now", "under #SaveTheFerry now"),
        ("[ORG:Nordwind] ([ORG:NYSE]: [ORG:NWD]) rose", "[ORG:Nordwind] (NYSE: NWD) rose"),
        ("shares of [ORG:Nordwind] <[ORG:NWD.OL]> rose", "shares of [ORG:Nordwind] <NWD.OL> rose"),
        ("Senator [PERSON:Anna Lind] ([ORG:R-Tenn.]) said", "Senator [PERSON:Anna Lind] (R-Tenn.) said"),
        ("[ORG:D-Wave] of [GPE:Oslo]", "[ORG:D-Wave] of [GPE:Oslo]"),
        ("([ORG:AP Photo]/[PERSON:Bo Dahl])", "([ORG:AP] Photo/[PERSON:Bo Dahl])"),
        ("[ORG:FILE PHOTO]: A ferry", "FILE PHOTO: A ferry"),
        ("[ORG:CEO & Co-Founder] [PERSON:Anna Lind]", "CEO & Co-Founder [PERSON:Anna Lind]"),
        (
            "[PERSON:CommitteeChairman Anna Lind], [PERSON:isAnna Lind]",
            "CommitteeChairman [PERSON:Anna Lind], is[PERSON:Anna Lind]",
        ),
        ("night of [ORG:RIOTS], and riots", "night of RIOTS, and riots"),
        (
            "“[WORK_OF_ART:Every day I see people who work on the ferry together]”",
            "“Every day I see people who work on the ferry together”",
        ),
        ("[ORG:Nordwind] ([ORG:NWD.OL]) rose", "[ORG:Nordwind] (NWD.OL) rose"),
        ("[NORP:poster=]http", "poster=http"),
        ("[ORG:Democratic Sens]. [PERSON:Anna Lind]", "[ORG:Democratic] Sens. [PERSON:Anna Lind]"),
        ("[PERSON:Anna Lind], [ORG:Partner of Supply]", "[PERSON:Anna Lind], Partner of Supply"),
        ("has [PERSON:Lind-Moe Syndrome] and [ORG:Dahl]’s disease", "has Lind-Moe Syndrome and Dahl’s disease"),
        ("to [ORG:aReuters] report", "to a[ORG:Reuters] report"),
        ("at [LOC:30] and the [PRODUCT:747] of [ORG:Sens]. Lind", "at 30 and the [PRODUCT:747] of Sens. Lind"),
        ("[PERSON:Getty Lind] said", "[ORG:Getty] [PERSON:Lind] said"),
        ("[ORG:Getty Images Fourth Tide In The ‘Bay] rose", "[ORG:Getty Images] Fourth Tide In The ‘Bay rose"),
        ("via [ORG:Getty Images] today", "via [ORG:Getty Images] today"),
        ("[ORG:Reuters Institute] said", "[ORG:Reuters Institute] said"),
        ("told [ORG:Congress Sunday] that", "told [ORG:Congress] Sunday that"),
        ("[PERSON:Anna Lind], [PERSON:PhD], of [PERSON:Lindism]", "[PERSON:Anna Lind], PhD, of Lindism"),
        ("cases of [ORG:COVID-19] in", "cases of COVID-19 in"),
        ("Prime [PERSON:MinisterAnna Lind] said", "Prime Minister[PERSON:Anna Lind] said"),
        ("at the [EVENT:Harbour CupCredit]: Bo", "at the [EVENT:Harbour Cup]Credit: Bo"),
        ("[MONEY:$4] at 3:15", "[MONEY:$4] at 3:15"),
    ],
)
def test_notation(before, expected):
    assert after(notation.apply, before) == expected


@pytest.mark.parametrize("apostrophe", ["'", "’", "‘", "ʼ", "´", "`"])
def test_a_possessive_is_cut_whatever_its_apostrophe(apostrophe):
    assert after(trimming.apply, f"[PERSON:Anna Lind{apostrophe}s] ferry") == f"[PERSON:Anna Lind]{apostrophe}s ferry"
    assert after(trimming.apply, f"[ORG:Moe & Sons{apostrophe}] ferry") == f"[ORG:Moe & Sons]{apostrophe} ferry"


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("[ORG:Bank of Norway Governor Anna Lind] said", "[ORG:Bank of Norway] Governor [PERSON:Anna Lind] said"),
        ("[PERSON:Nordwind CEO Anna Lind] said", "Nordwind CEO [PERSON:Anna Lind] said"),
        ("[PERSON:NATO Secretary General Anna Lind] said", "[ORG:NATO] Secretary General [PERSON:Anna Lind] said"),
        ("[PERSON:Japanese Prime Minister Bo Dahl] said", "[NORP:Japanese] Prime Minister [PERSON:Bo Dahl] said"),
        ("[ORG:Norway Foreign Minister Anna Lind] said", "[GPE:Norway] Foreign Minister [PERSON:Anna Lind] said"),
        ("the [ORG:Association of Chief Police Officers] met", "the [ORG:Association of Chief Police Officers] met"),
        ("the [ORG:Norwegian Director Award] goes", "the [ORG:Norwegian Director Award] goes"),
        ("[GPE:Harbour County District] Attorney", "[GPE:Harbour County] District Attorney"),
        ("[PERSON:Anna Lind] said", "[PERSON:Anna Lind] said"),
        ("[DATE:the Governor Lind years] were", "[DATE:the Governor Lind years] were"),
    ],
)
def test_offices(before, expected):
    assert after(offices.apply, before) == expected


BODY = "\n\n[PERSON:Anna Lind] of [ORG:Nordwind] spoke in [GPE:Oslo] on a ferry. The report, she said, was wrong."


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("[WORK_OF_ART:Woman Who Mocked Lind Loses Her Job]", "Woman Who Mocked [PERSON:Lind] Loses Her Job"),
        (
            "[PERSON:Anna Lind Obliterates Nordwind] On The Ferry",
            "[PERSON:Anna Lind] Obliterates [ORG:Nordwind] On The Ferry",
        ),
        ("[WORK_OF_ART:Report Finds Ferry Wrong] And [GPE:Oslo] Late", "Report Finds Ferry Wrong And [GPE:Oslo] Late"),
        (
            "[ORG:Reveals Ferry Report] To The [PERSON:Bo Dahl] Club",
            "Reveals Ferry Report To The [PERSON:Bo Dahl] Club",
        ),
        ("[PERSON:Anna Lind Mulls Second Ferry]", "[PERSON:Anna Lind] Mulls Second Ferry"),
        ("[PERSON:Drew Dahl] Wins The Harbour Race", "[PERSON:Drew Dahl] Wins The Harbour Race"),
        ("[GPE:Norway Bans] New Ferries In The Harbour", "[GPE:Norway] Bans New Ferries In The Harbour"),
        ("A line [ORG:Bans Ferry] that is no headline at all", "A line [ORG:Bans Ferry] that is no headline at all"),
    ],
)
def test_headlines(before, expected):
    assert after(headlines.apply, before + BODY) == expected + BODY


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("[PERSON:Firing Lind] was", "Firing [PERSON:Lind] was"),
        ("[PERSON:Meeting Anna Lind] was", "Meeting [PERSON:Anna Lind] was"),
        ("[PERSON:Ferry Lind] was", "Ferry [PERSON:Lind] was"),
        ("[PERSON:Will Lind] was", "[PERSON:Will Lind] was"),
        ("[PERSON:van Lind] was", "[PERSON:van Lind] was"),
        ("[PERSON:Karin Lind] was", "[PERSON:Karin Lind] was"),
        ("the [PERSON:Anna Lind Case] was", "the [PERSON:Anna Lind] Case was"),
        ("[PERSON:Bo Moe Bo Moe] is", "[PERSON:Bo Moe] Bo Moe is"),
        ("[PERSON:Bo Moe Norway] is", "[PERSON:Bo Moe] Norway is"),
        ("[PERSON:Moe, 54] was", "[PERSON:Moe], 54 was"),
        (
            "the [PERSON:Lind-Moe] meeting, said [PERSON:Bo Moe]",
            "the [PERSON:Lind]-[PERSON:Moe] meeting, said [PERSON:Bo Moe]",
        ),
    ],
)
def test_overlong(before, expected):
    behind = ". [PERSON:Anna Lind] took the ferry in a van."
    assert after(overlong.apply, before + behind) == expected + behind


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("[WORK_OF_ART:Tide] filed a suit. [WORK_OF_ART:Tide] is", "[ORG:Tide] filed a suit. [ORG:Tide] is"),
        ("“[WORK_OF_ART:Harbour Watch]” said", "“[WORK_OF_ART:Harbour Watch]” said"),
        ("[GPE:Flyfjord] said it would", "[ORG:Flyfjord] said it would"),
        ("[GPE:Flyfjord] said it would, in [GPE:Flyfjord]", "[GPE:Flyfjord] said it would, in [GPE:Flyfjord]"),
        ("[GPE:Norway] said it would", "[GPE:Norway] said it would"),
        ("[GPE:Lake Moen] announced it", "[GPE:Lake Moen] announced it"),
        ("Image: [WORK_OF_ART:TideCo]", "Image: [ORG:TideCo]"),
        ("the finance blog [WORK_OF_ART:Tidebook], two", "the finance blog [ORG:Tidebook], two"),
        ("telecom group [LOC:Bezal]. In", "telecom group [ORG:Bezal]. In"),
        ("[PERSON:Colvik] shares fell. Then [PERSON:Colvik] rose", "[ORG:Colvik] shares fell. Then [ORG:Colvik] rose"),
        ("a professor at [PERSON:Colvik] says", "a professor at [ORG:Colvik] says"),
        (
            "[PERSON:Colvik] shares, and [PERSON:Colvik], who left",
            "[PERSON:Colvik] shares, and [PERSON:Colvik], who left",
        ),
        ("[PERSON:Colvik] shares of [PERSON:Anna Colvik]", "[PERSON:Colvik] shares of [PERSON:Anna Colvik]"),
        ("rapper [WORK_OF_ART:Tidemann] sang", "rapper [PERSON:Tidemann] sang"),
        ("commander of [GPE:TRAVEC] said so", "commander of [ORG:TRAVEC] said so"),
        (
            "HELD IN [GPE:MOENSTAD] TODAY FOR ALL OF US, AND AGAIN",
            "HELD IN [GPE:MOENSTAD] TODAY FOR ALL OF US, AND AGAIN",
        ),
        (
            "the [ORG:Senate] impeachment, the [ORG:Senate] presidency",
            "the [ORG:Senate] impeachment, the [ORG:Senate] presidency",
        ),
        ("group [ORG:Tide of All]. [WORK_OF_ART:Tide of All]", "group [ORG:Tide of All]. [ORG:Tide of All]"),
        ("firm [PERSON:Anna Lind] left", "firm [PERSON:Anna Lind] left"),
        ("the riverside town [PERSON:Van Moen].", "the riverside town [GPE:Van Moen]."),
        ("a contractor, [GPE:Akvena], for", "a contractor, [ORG:Akvena], for"),
        ("the [ORG:Lind] administration’s", "the [PERSON:Lind] administration’s"),
        ("the [ORG:FDA] administration", "the [ORG:FDA] administration"),
    ],
)
def test_conduct(before, expected):
    assert after(conduct.apply, before) == expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("the [ORG:Tidal Waters Act] of", "the [LAW:Tidal Waters Act] of"),
        ("under this [EVENT:Act] it", "under this [LAW:Act] it"),
        ("the [ORG:Greater Oslo Area] is", "the [LOC:Greater Oslo Area] is"),
        ("the [PERSON:Anna Lind Dinner] in", "the [EVENT:Anna Lind Dinner] in"),
        ("[PERSON:Anna Hall], head of", "[PERSON:Anna Hall], head of"),
        ("in [PERSON:Anna Hall] today", "in [FAC:Anna Hall] today"),
        ("the [LOC:Southern District] of [GPE:New York] is", "the [LOC:Southern District of New York] is"),
        ("[PERSON:Alf L. Moe & Son] of", "[ORG:Alf L. Moe & Son] of"),
        ("follow [GPE:BBC West Coast] on", "follow [ORG:BBC West Coast] on"),
        ("the [EVENT:Tidal Alliance] met", "the [ORG:Tidal Alliance] met"),
        ("“[WORK_OF_ART:The Tidal Department]” is", "“[WORK_OF_ART:The Tidal Department]” is"),
        ("the [ORG:Oslo Bourse Index] fell", "the [PRODUCT:Oslo Bourse Index] fell"),
    ],
)
def test_organisations_by_their_last_word(before, expected):
    assert after(organisations.apply, before) == expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("a nicotine therapy ([ORG:NT]). [ORG:NT] is", "a nicotine therapy (NT). NT is"),
        ("a nicotine therapy, or [ORG:NT], is", "a nicotine therapy, or NT, is"),
        ("the Tidal [ORG:Data Act] ([ORG:TDA]) of", "the [ORG:Tidal Data Act] ([ORG:TDA]) of"),
        ("the Tidal Data Union ([ORG:TDU]) of", "the [ORG:Tidal Data Union] ([ORG:TDU]) of"),
        ("the [ORG:Hill Trust] ([GPE:HiTr]). [GPE:HiTr] is", "the [ORG:Hill Trust] ([ORG:HiTr]). [ORG:HiTr] is"),
        (
            "the [ORG:Tidal State of Utah] and [GPE:Syria] ([ORG:TSUS])",
            "the [ORG:Tidal State of Utah and Syria] ([ORG:TSUS])",
        ),
        ("C-reactive protein ([ORG:CRP]) is", "C-reactive protein (CRP) is"),
        ("the Tidal Data Union (TDU) of", "the Tidal Data Union (TDU) of"),
        ("[LAW:Tidal Data Act]. The [ORG:TDA] is", "[LAW:Tidal Data Act]. The [LAW:TDA] is"),
        (
            "[LAW:Tidal Data Act], [ORG:Tidal Data Agency]. [ORG:TDA]",
            "[LAW:Tidal Data Act], [ORG:Tidal Data Agency]. [ORG:TDA]",
        ),
        ("[ORG:Utah Society] in the [GPE:U.S.] now", "[ORG:Utah Society] in the [GPE:U.S.] now"),
    ],
)
def test_acronyms(before, expected):
    assert after(acronyms.apply, before) == expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("for [ORG:Republican New Jersey] Gov.", "for [NORP:Republican] [GPE:New Jersey] Gov."),
        ("in [ORG:Syrian Governmental] circles", "in [NORP:Syrian] Governmental circles"),
        ("the [ORG:Syrian Airlines] fly", "the [ORG:Syrian Airlines] fly"),
        ("the People’s [ORG:Republic of China] is", "the [GPE:People’s Republic of China] is"),
        ("of [ORG:Republican Bo Moe], the", "of [NORP:Republican] [PERSON:Bo Moe], the"),
        ("the [ORG:Republican Governors Association] is", "the [ORG:Republican Governors Association] is"),
        ("of [GPE:French Sudan] in", "of [GPE:French Sudan] in"),
        ("in [GPE:Lind's Palo Alto] home", "in Lind's [GPE:Palo Alto] home"),
        ("in [GPE:St. John's] now", "in [GPE:St. John's] now"),
        ("It may be obvious, but USA NETWORK has it that", "It may be obvious, but USA NETWORK has it that"),
        ("It may be obvious, but USA is", "It may be obvious, but [GPE:USA] is"),
    ],
)
def test_places(before, expected):
    assert after(places.apply, before) == expected


def test_a_last_name_with_a_word_of_the_headline_behind_it():
    body = ". [PERSON:Anna Lind] spoke. [PERSON:Lind] left. [PERSON:Lind] came back."
    assert after(overlong.apply, "[PERSON:Lind Zingers]" + body) == "[PERSON:Lind] Zingers" + body
    assert after(overlong.apply, "[PERSON:Lind Jr.]" + body) == "[PERSON:Lind Jr.]" + body
    once = ". [PERSON:Anna Lind] spoke of Dahl. [PERSON:Lind] left."
    assert after(overlong.apply, "[PERSON:Lind Dahl]" + once) == "[PERSON:Lind Dahl]" + once


@pytest.mark.parametrize("label", ["PERSON", "GPE", "WORK_OF_ART"])
def test_what_everybody_knows_is_an_organisation(label):
    assert after(organisations.apply, f"on [{label}:YouTube] now") == "on [ORG:YouTube] now"


def test_an_ending_that_is_a_names_own():
    spans = "[ORG:Moe]’s, said [PERSON:Anna Moe]. [ORG:FBI]’s, it"
    assert after(extents.apply, spans) == spans
    assert after(extents.apply, "at [ORG:Hilde]’s, and [ORG:Hilde]’s bar") == "at [ORG:Hilde’s], and [ORG:Hilde’s] bar"
    mixed = "the [ORG:Tide Bureau]’s, and a [ORG:Tide Bureau] and the [ORG:Tide Bureau]"
    assert after(extents.apply, mixed) == mixed


def test_a_last_name_is_no_kind_of_thing_and_no_acronym():
    text = "[PERSON:Lind House] met [PERSON:Fake CNN]. [ORG:House] and [ORG:CNN]"
    assert after(repeats.link_last_names, text) == text


def test_two_organisations_are_parted():
    both = "[ORG:Tidal National Laboratory and Halvik Corporation] agreed"
    assert after(extents.apply, both) == "[ORG:Tidal National Laboratory] and [ORG:Halvik Corporation] agreed"
    one = "the [ORG:Ministry of Tides and Harbour Agency] agreed"
    assert after(extents.apply, one) == one


def test_a_strange_name_that_ends_in_somebodys_last_name_is_a_person():
    text = "[PERSON:Anna Lind], [FAC:Karin Lind], [GPE:South Beach], [PERSON:Bo Beach]"
    assert after(repeats.link_last_names, text) == text.replace("[FAC:Karin", "[PERSON:Karin")
