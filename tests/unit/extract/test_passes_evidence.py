"""The passes that tell names from what only looks like one, and their types by what stands around them."""

from collections.abc import Callable

import pytest

from pipeline.core.extract.resolve.article import Article, Found
from pipeline.core.extract.resolve.passes import (
    acronyms,
    common,
    conduct,
    definitions,
    extents,
    headlines,
    laws,
    notation,
    offices,
    organisations,
    persons,
    places,
    works,
)
from pipeline.core.extract.resolve.passes.abbreviations import is_abbreviation
from tests.unit.extract.test_passes import after

Apply = Callable[[Article, list[Found]], list[Found]]


@pytest.mark.parametrize(
    ("name", "label", "expected"),
    [
        ("AI", "ORG", True),
        ("LLMs", "ORG", True),
        ("EVs", "GPE", True),
        ("kWh/kg", "FAC", True),
        ("FY25", "GPE", True),
        ("40°C", "LOC", True),
        ("ID", "GPE", False),
        ("ID", "ORG", True),
        ("PR", "GPE", False),
        ("NATO", "ORG", False),
        ("is", "ORG", False),
        ("Oslo", "GPE", False),
    ],
)
def test_abbreviations_and_units(name: str, label: str, expected: bool) -> None:
    assert is_abbreviation(name, label) is expected


@pytest.mark.parametrize(
    ("apply", "before", "expected"),
    [
        (notation.apply, "its [ORG:AI] and [GPE:EVs]", "its AI and EVs"),
        (notation.apply, "[PERSON:Anna Lind], [GPE:MD], of", "[PERSON:Anna Lind], MD, of"),
        (notation.apply, "in [GPE:Halden], [GPE:MD], on", "in [GPE:Halden], [GPE:MD], on"),
        (
            notation.apply,
            "Well. — [GPE:USA] For Lind (@usalind)",
            "Well. — USA For Lind (@usalind)",
        ),
        (notation.apply, "Well. — [PERSON:Anna Lind] ✓ (@lind)", "Well. — [PERSON:Anna Lind] ✓ (@lind)"),
        (notation.apply, "Well. — The [ORG:Halden Post] (@hp)", "Well. — The [ORG:Halden Post] (@hp)"),
        (notation.apply, "Sen. Lind, [GPE:R-Iowa], and [GPE:I-Vt].", "Sen. Lind, R-Iowa, and I-Vt."),
        (acronyms.apply, "the vote-by-mail ([ORG:VBM]) states", "the vote-by-mail (VBM) states"),
        (common.apply, "Nordwind [ORG:IPO] Filing", "Nordwind IPO Filing"),
        (acronyms.apply, "Cardiovascular disease ([ORG:CVD]) kills", "Cardiovascular disease (CVD) kills"),
        (acronyms.apply, "They test Cardiovascular care ([ORG:CVD])", "They test Cardiovascular care ([ORG:CVD])"),
        (organisations.apply, "all of [ORG:APAC]", "all of [LOC:APAC]"),
        (places.apply, "the [ORG:Greater Jakarta] plan", "the [LOC:Greater Jakarta] plan"),
        (places.apply, "the [ORG:Greater Nexpo] plan", "the [ORG:Greater Nexpo] plan"),
        (common.apply, "[PRODUCT:River] pilots warn of a bar.", "River pilots warn of a bar."),
        (common.apply, "A report. [GPE:States] reopen; the states do.", "A report. States reopen; the states do."),
        (common.apply, "[GPE:States] do, as [GPE:States] do: states.", "[GPE:States] do, as [GPE:States] do: states."),
        (common.apply, "[PRODUCT:River] Pilots warn of a bar.", "[PRODUCT:River] Pilots warn of a bar."),
        (common.apply, "[PRODUCT:River] is an album.", "[PRODUCT:River] is an album."),
        (common.apply, "[PERSON:Rose] won, like a rose.", "[PERSON:Rose] won, like a rose."),
        (definitions.apply, "On the lower [PRODUCT:Tide] it is", "On the lower [LOC:Tide] it is"),
        (definitions.apply, "In the upper [ORG:House] it is", "In the upper [ORG:House] it is"),
        (definitions.apply, "Ships in the [PERSON:Marle] estuary", "Ships in the [LOC:Marle] estuary"),
        (definitions.apply, "A quay at [ORG:Staithe]. [ORG:Staithe] is", "A quay at [GPE:Staithe]. [GPE:Staithe] is"),
        (definitions.apply, "the ferry to [ORG:Wick Hythe]", "the ferry to [GPE:Wick Hythe]"),
        (definitions.apply, "the mayor of [ORG:Reuters]", "the mayor of [ORG:Reuters]"),
        (
            definitions.apply,
            "[PERSON:Anna Lind] has farms. The farms of [PERSON:Lind]",
            "[PERSON:Anna Lind] has farms. The farms of [PERSON:Lind]",
        ),
        (common.apply, "Head of [ORG:Supplier Quality] at it", "Head of Supplier Quality at it"),
        (common.apply, "Head of [ORG:Halden Quality] at it", "Head of [ORG:Halden Quality] at it"),
        (acronyms.apply, "local and city tax relief ([ORG:LACT]) [ORG:LACT]", "local and city tax relief (LACT) LACT"),
        (acronyms.apply, "the Halden diet ([ORG:HalDiet])", "the Halden diet (HalDiet)"),
        (acronyms.apply, "Customs Office agency, or [ORG:CO], is", "Customs Office agency, or [ORG:CO], is"),
        (acronyms.apply, "by [ORG:EBT] (electronic benefit transfer)", "by EBT (electronic benefit transfer)"),
        (acronyms.apply, "[ORG:U.S. Harbour Office] ([GPE:USHO])", "[ORG:U.S. Harbour Office] ([ORG:USHO])"),
    ],
)  # fmt: skip
def test_what_only_looks_like_a_name(apply: Apply, before: str, expected: str) -> None:
    assert after(apply, before) == expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("signed [PRODUCT:S. 151], a bill", "signed [LAW:S. 151], a bill"),
        ("[PRODUCT:House File 2303] would", "[LAW:House File 2303] would"),
        ("the [EVENT:Title II] era", "the [LAW:Title II] era"),
        ("of [ORG:SBI] and [ORG:Title Insurance]", "of [ORG:SBI] and [ORG:Title Insurance]"),
        ("The Care of Ferries and [LAW:Tide Act] (CFTA)", "The [LAW:Care of Ferries and Tide Act] (CFTA)"),
        ("the house passed the [LAW:Tide Act]", "the house passed the [LAW:Tide Act]"),
        (
            "ruled in [GPE:Moeholt] v. [PERSON:Dahl]. [GPE:Moeholt] holds that",
            "ruled in [LAW:Moeholt v. Dahl]. [LAW:Moeholt] holds that",
        ),
        (
            "in Lind v. [GPE:Halden County]. [PERSON:Bo Lind] and [PERSON:Lind] won",
            "in [LAW:Lind v. Halden County]. [PERSON:Bo Lind] and [PERSON:Lind] won",
        ),
        ("read one v. [PERSON:Dahl]", "read one v. [PERSON:Dahl]"),
        ("it was Halden v. Moe", "it was Halden v. Moe"),
    ],
)
def test_laws_by_number_in_full_and_cases(before: str, expected: str) -> None:
    assert after(laws.apply, before) == expected


def test_teams_that_play_are_no_case() -> None:
    text = "[ORG:Halden] v. [ORG:Moss]. The goalkeeper saved a penalty in the league match and the coach won."
    assert "[ORG:Halden] v. [ORG:Moss]" in after(laws.apply, text)


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("two [WORK_OF_ART:Black] men", "two Black men"),
        ("the song “[WORK_OF_ART:Black]”", "the song “[WORK_OF_ART:Black]”"),
        ("the [WORK_OF_ART:Age of Tides] summit", "the [EVENT:Age of Tides] summit"),
        ("a [WORK_OF_ART:Morning Tide] poll", "a [ORG:Morning Tide] poll"),
        ("the [WORK_OF_ART:Blue New Deal] of", "the [LAW:Blue New Deal] of"),
        ("their “[WORK_OF_ART:Blue New Deal]”", "their “[LAW:Blue New Deal]”"),
        ("“[WORK_OF_ART:The Art of the Deal]”", "“[WORK_OF_ART:The Art of the Deal]”"),
        ("the [WORK_OF_ART:Holly League] of", "the [ORG:Holly League] of"),
        ("in her film [WORK_OF_ART:The Holly League]", "in her film [WORK_OF_ART:The Holly League]"),
        (
            "the [LOC:Grand Hilde] cruise ship left. [LOC:Grand Hilde] is",
            "the [PRODUCT:Grand Hilde] cruise ship left. [PRODUCT:Grand Hilde] is",
        ),
    ],
)
def test_works_of_art_by_what_stands_beside_them(before: str, expected: str) -> None:
    assert after(works.apply, before) == expected


@pytest.mark.parametrize(
    ("apply", "before", "expected"),
    [
        (conduct.apply, "chip manufacturer [ORG:Nexpo] and from [GPE:Nexpo] [PERSON:Nexpo]",
         "chip manufacturer [ORG:Nexpo] and from [ORG:Nexpo] [ORG:Nexpo]"),
        (conduct.apply, "Group Head of Procurement at [GPE:Forenum].", "Group Head of Procurement at [ORG:Forenum]."),
        (conduct.apply, "Head of Procurement at [GPE:Bergen].", "Head of Procurement at [GPE:Bergen]."),
        (conduct.apply, "a professor of law at [GPE:Bergen] who", "a professor of law at [ORG:Bergen] who"),
        (conduct.apply, "[GPE:Bergen] law professors say", "[ORG:Bergen] law professors say"),
        (conduct.apply, "in [GPE:PJX] and small letters", "in [ORG:PJX] and small letters"),
        (conduct.apply, "in [GPE:NYC] and small letters", "in [GPE:NYC] and small letters"),
        (conduct.apply, "the [WORK_OF_ART:Lind] administration", "the [PERSON:Lind] administration"),
        (headlines.apply, "Why Lind Wins the [ORG:Halden Post] Debate", "Why Lind Wins the [ORG:Halden Post] Debate"),
        (organisations.apply, "to ban [ORG:Islam] now", "to ban [NORP:Islam] now"),
        (conduct.apply, "the [GPE:Lindamo] administration", "the [PERSON:Lindamo] administration"),
        (conduct.apply, "the [GPE:Bergen] administration", "the [GPE:Bergen] administration"),
        (works.apply, "a carrier [PERSON:Eva Moe] [PERSON:Eva Moe]", "a carrier [PRODUCT:Eva Moe] [PRODUCT:Eva Moe]"),
        (works.apply, "[PERSON:Black] said, the ferry captain", "[PERSON:Black] said, the ferry captain"),
        (organisations.apply, "[PERSON:REBECCA Lind], [PERSON:BNR News]", "[PERSON:REBECCA Lind], [ORG:BNR News]"),
        (organisations.apply, "[PERSON:BNR News] and [PERSON:UC Halden]", "[ORG:BNR News] and [ORG:UC Halden]"),
        (organisations.apply, "[PERSON:JD Lind] and [GPE:Halden News]", "[PERSON:JD Lind] and [ORG:Halden News]"),
        (organisations.apply, "the [ORG:Tide Court Building]", "the [FAC:Tide Court Building]"),
        (organisations.apply, "the [LAW:Tide Rights Campaign]", "the [ORG:Tide Rights Campaign]"),
        (organisations.apply, "the [LAW:Liberal National Convention]", "the [EVENT:Liberal National Convention]"),
        (organisations.apply, "in [EVENT:BNJ Open], the [EVENT:US Open]", "in [ORG:BNJ Open], the [EVENT:US Open]"),
        (offices.apply, "[GPE:Ohio State] Sen. Lind", "[GPE:Ohio] State Sen. Lind"),
        (offices.apply, "[ORG:Brooklyn Borough] President Lind", "[GPE:Brooklyn] Borough President Lind"),
        (offices.apply, "at [ORG:Ohio State] today", "at [ORG:Ohio State] today"),
        (extents.apply, "of the [ORG:Center’s Halden Panel] it", "of the Center’s [ORG:Halden Panel] it"),
        (extents.apply, "on [PRODUCT:Lind billions] of", "on [PRODUCT:Lind] billions of"),
        (extents.apply, "on [WORK_OF_ART:Lind billions] of", "on [WORK_OF_ART:Lind billions] of"),
        (places.apply, "[NORP:Younger Norwegians] are", "Younger [NORP:Norwegians] are"),
        (places.apply, "[GPE:New York Democratic] Rep.", "[GPE:New York] [NORP:Democratic] Rep."),
        (places.apply, "hundreds of [GPE:Berliners] came", "hundreds of [NORP:Berliners] came"),
        (places.apply, "a [WORK_OF_ART:Moon] base", "a [LOC:Moon] base"),
        (persons.apply, "on July 9. Win [ORG:McMoe]/Getty Images", "on July 9. [PERSON:Win McMoe]/Getty Images"),
        (persons.apply, "here. J [PERSON:Pat Lind] / AP", "here. [PERSON:J Pat Lind] / AP"),
        (persons.apply, "Mayor [FAC:Jim Lane] said", "Mayor [PERSON:Jim Lane] said"),
        (persons.apply, "with host [WORK_OF_ART:Eva Lind].", "with host [PERSON:Eva Lind]."),
        (persons.apply, "See you, Mr. President.", "See you, Mr. President."),
    ],
)  # fmt: skip
def test_types_and_extents_by_what_stands_around(apply: Apply, before: str, expected: str) -> None:
    assert after(apply, before) == expected
