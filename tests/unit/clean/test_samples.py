"""The demo's own articles come out right: every sample whole, what stays and what goes."""

import json
from dataclasses import dataclass
from importlib.resources import files

import pytest

from pipeline.core.clean import Cleaned, Cleaner
from pipeline.core.records import Dateline

SAMPLES = files("pipeline.tools").joinpath("samples")
CLEANER = Cleaner()


@dataclass(frozen=True)
class Right:
    """What is right for a sample: its front, the lines that stay by their beginnings, the lines that go."""

    title: str
    byline: str | None
    dateline: Dateline
    agency: str | None
    stay: tuple[str, ...]
    go: tuple[str, ...]


FERRY = Right(
    "Ferry operator suspends Aegean routes after engine fire",
    "Marta Lindqvist",
    Dateline("Piraeus", "4 March"),
    None,
    (
        "Ferry operator suspends", "Marta Lindqvist", "Piraeus, 4 March - A fire", "Nobody was seriously hurt.",
        '"The sprinklers did', "Aegean Bluewater Lines, which", "The fire is the third",
    ),
    (
        "Coast guard rescues 48 migrants off Crete",
        "Port of Piraeus reports record container traffic",
        "Storm Daphne: what travellers to the Greek islands should know",
        "Mykonos hoteliers protest against cruise ship levy",
        "Follow us on Facebook and X for the latest from the Aegean",
    ),
)  # fmt: skip
OBSERVATORY = Right(
    "Telescope in the Atacama sees water around a young star",
    "Daniel Okoro",
    Dateline("SANTIAGO", "17 June"),
    None,
    (
        "Telescope in the Atacama", "By Daniel Okoro", "SANTIAGO, 17 June - Astronomers", "The measurement, published",
        '"I had hoped', "The team used", "Researchers in Japan", '"If it is common',
    ),
    (
        "Share this article",
        "Subscribe to our newsletter: the week in science, every Friday in your inbox.",
        "Advertisement",
        "Daniel Okoro writes about space and physics. He is the author of two books on the history of radio astronomy.",
        "Leave a comment",
        "Copyright 2026 The Harbour Courier. All rights reserved.",
    ),
)  # fmt: skip
LOIRE = Right(
    "La Loire au plus bas, les maraîchers s'inquiètent",
    "Camille Berthelot",
    Dateline("NANTES", "12 août"),
    None,
    (
        "La Loire au plus bas",
        "Par Camille",
        "NANTES, 12 août",
        "« Nous perdons",
        "À Paris, la ministre",
        "Selon Météo-France",
    ),
    (
        "À lire aussi : Canicule, les vendanges avancées de trois semaines",
        "Abonnez-vous à notre newsletter",
        "Partager sur Facebook",
    ),
)
RATES = Right(
    "Norges Bank holds rates and hints at a cut in autumn",
    "Sofie Aaberg",
    Dateline("OSLO", "March 19"),
    None,
    (
        "Norges Bank holds", "By Sofie Aaberg", "OSLO, March 19", "Governor Henrik Falk", '"We are not there',
        "Markets moved", "The decision came",
    ),
    (
        "Related: Swedish home prices rise for a fifth month",
        "Related: What a weak yen means for Norwegian salmon",
        "Sign up for Morning Money, our daily briefing",
        "Tags: Norges Bank, interest rates, inflation",
    ),
)  # fmt: skip
DAM = Right(
    "Kenya and Ethiopia agree to share data from Omo river dams",
    None,
    Dateline("NAIROBI", "2 April"),
    "Harbour Courier",
    (
        "Kenya and Ethiopia agree",
        "NAIROBI, 2 April",
        "The agreement was",
        "Fishing communities",
        "The World Bank will pay",
    ),
    (
        "More from Africa",
        "Ghana's cocoa harvest doubles after late rains",
        "Lagos opens second metro line",
        "How Rwanda became a hub for drone deliveries",
        "Print this page",
        "Email a friend",
    ),
)


def text_of(name: str) -> str:
    return SAMPLES.joinpath(name).read_text(encoding="utf-8")


def hold(cleaned: Cleaned, right: Right) -> None:
    assert [removed.text for removed in cleaned.removed] == list(right.go)
    kept = cleaned.text.split("\n\n")
    assert len(kept) == len(right.stay)
    assert all(line.startswith(beginning) for line, beginning in zip(kept, right.stay, strict=True))
    assert (cleaned.title, cleaned.byline, cleaned.agency) == (right.title, right.byline, right.agency)
    assert (cleaned.dateline, cleaned.marks) == (right.dateline, ())


@pytest.mark.parametrize(
    ("name", "right"),
    [("1-ferry.txt", FERRY), ("2-observatory.txt", OBSERVATORY), ("3-loire.txt", LOIRE)],
)
def test_plain_text(name: str, right: Right) -> None:
    hold(CLEANER.clean(text_of(name)), right)


@pytest.mark.parametrize(("line", "right"), [(0, RATES), (1, DAM)], ids=["rates", "dam"])
def test_records(line: int, right: Right) -> None:
    record = json.loads(text_of("5-wire.jsonl").splitlines()[line])
    hold(CLEANER.clean(record["text"], title=record.get("title")), right)


def test_a_page() -> None:
    cleaned = CLEANER.clean_html(text_of("4-rail.html"))
    assert cleaned is not None
    assert (cleaned.title, cleaned.byline) == ("Baltic night train to return after 15 years", "Liisa Tamm")
    assert cleaned.dateline == Dateline("TALLINN", "May 21")
    body = [line for line in cleaned.text.split("\n\n") if line != "By Liisa Tamm"]
    stay = (
        "TALLINN, May 21 - A night",
        "The train leaves",
        '"Half of the seats',
        "The European Union",
        "Passengers will",
    )
    assert len(body) == len(stay)
    assert all(line.startswith(beginning) for line, beginning in zip(body, stay, strict=True))
