"""Titles, bylines, datelines and agencies, in the styles and languages that are read."""

import pytest

from pipeline.core.clean import Cleaner
from pipeline.core.clean.front import find_front, read_dateline
from pipeline.core.clean.front.agencies import credited
from pipeline.core.clean.front.byline import read_byline, read_names, trailing_byline
from pipeline.core.clean.front.lines import is_date, is_furniture, is_section
from pipeline.core.clean.lines import split_lines
from pipeline.core.records import Dateline

CLEANER = Cleaner()
BODY = "The city opened a new bridge on Monday after nine years of work, and thousands of people came to walk over it."
KLEIN = (
    "le pont a ouvert lundi après neuf ans de travaux, et des milliers de personnes sont venues le traverser à pied."
)
MORE = "Traders on the quay said they had waited long enough.\n\nThe old ferry will run until June, they said."


@pytest.mark.parametrize(
    ("before", "place", "date", "agency"),
    [
        ("London, 16 Feb - ", "London", "16 Feb", None),
        ("WASHINGTON, Feb. 3 (Wire) — ", "WASHINGTON", "Feb. 3", "Wire"),
        ("PARIS (AFP) — ", "PARIS", None, "AFP"),
        ("ST. JOSEPH, Mich. (AP) — ", "ST. JOSEPH, Mich.", None, "AP"),
        ("MOSCOW — ", "MOSCOW", None, None),
        ("CAIRO—", "CAIRO", None, None),
        ("NEW YORK: ", "NEW YORK", None, None),
        ("KARACHI (PPI): ", "KARACHI", None, "PPI"),
        ("Salt Lake City, Utah (CNN) ", "Salt Lake City, Utah", None, "CNN"),
        ("BOISE, Idaho, May 4, 2026 /PRNewswire/ -- ", "BOISE, Idaho", "May 4, 2026", "PRNewswire"),
        ("AUSTIN, Texas, May 4, 2026 (GLOBE NEWSWIRE) -- ", "AUSTIN, Texas", "May 4, 2026", "GLOBE NEWSWIRE"),
        ("DUBAI--(BUSINESS WIRE)--", "DUBAI", None, "BUSINESS WIRE"),
        ("Odesa, Ukraine | AFP — ", "Odesa, Ukraine", None, "AFP"),
        ("BERLIN/ROME, June 5 (Reuters) ", "BERLIN/ROME", "June 5", "Reuters"),
        ("RIGA, May 9 (BNS): ", "RIGA", "May 9", "BNS"),
        ("MULTAN, April 8 (APP):", "MULTAN", "April 8", "APP"),
        ("KYIV, Ukraine (AP) _ ", "KYIV, Ukraine", None, "AP"),
        ("MONDAY, May 4, 2026 (HealthDay News) -- ", None, "May 4, 2026", "HealthDay News"),
        ("Oct. 3 (UPI) -- ", None, "Oct. 3", "UPI"),
        ("Recife - ", "Recife", None, None),
        ("São Luís – ", "São Luís", None, None),
        ("Accra, Ghana – ", "Accra, Ghana", None, None),
        ("Frankfurt am Main (dpa/tmn) – ", "Frankfurt am Main", None, "dpa/tmn"),
        ("Marburg, 3. Mai 2024 – ", "Marburg", "3. Mai 2024", None),
        ("Oslo (NTB): ", "Oslo", None, "NTB"),
        ("Helsinki, 3.2. (STT) - ", "Helsinki", "3.2.", "STT"),
        ("МИНСК, 3 фев — РИА Новости. ", "МИНСК", "3 фев", "РИА Новости"),
        ("Минск. 3 февраля. INTERFAX.RU - ", "Минск", "3 февраля", "INTERFAX.RU"),
        ("МИНСК, 3 февраля. /ТАСС/. ", "МИНСК", "3 февраля", "ТАСС"),
        ("新华社上海5月4日电 ", "上海", "5月4日", "新华社"),
        ("（中央社記者王小明高雄4日電）", "高雄", "4日", "中央社"),
        ("【パリ共同】", "パリ", None, "共同"),
        ("(부산=연합뉴스) ", "부산", None, "연합뉴스"),
        ("شیراز، ۱۲ اردیبهشت - ", "شیراز", "۱۲ اردیبهشت", None),
    ],
)
def test_datelines_are_read(before: str, place: str | None, date: str | None, agency: str | None) -> None:
    found = read_dateline(before + BODY)
    assert found is not None
    assert (found.dateline, found.agency) == (Dateline(place, date), agency)
    assert (before + BODY)[found.end :] == BODY


@pytest.mark.parametrize(
    ("before", "place", "date", "agency"),
    [
        ("Vannes, le 12 mars 2024 — ", "Vannes", "12 mars 2024", None),
        ("Cuenca, 8 de octubre de 2023 — ", "Cuenca", "8 de octubre de 2023", None),
        ("Puebla.- ", "Puebla", None, None),
        ("PUEBLA, Pue. (apro).– ", "PUEBLA, Pue.", None, "apro"),
        ("Sevilla, 3 may (EFE).- ", "Sevilla", "3 may", "EFE"),
        ("(ANSA) - TORINO, 03 MAG - ", "TORINO", "03 MAG", "ANSA"),
        ("Berne (ats) ", "Berne", None, "ats"),
        ("Faro, 03 fev 2026 (Lusa) – ", "Faro", "03 fev 2026", "Lusa"),
    ],
)
def test_datelines_before_small_letters(before: str, place: str, date: str | None, agency: str | None) -> None:
    found = read_dateline(before + KLEIN)
    assert found is not None
    assert (found.dateline, found.agency) == (Dateline(place, date), agency)


@pytest.mark.parametrize("before", ["(Reuters) - ", "(CNN) -- ", "(CNN)", "Reuters — "])
def test_an_agency_alone_is_no_place(before: str) -> None:
    found = read_dateline(before + BODY)
    assert found is not None
    assert found.dateline is None
    assert found.agency in {"Reuters", "CNN"}


@pytest.mark.parametrize(
    "line",
    [
        "The plan – if it is one – was dropped.",
        "On 16 Feb the talks began.",
        "In London, 16 Feb - the talks began, and nobody had come to see it but the man who sold the tickets.",
        "Talks began in London, 16 Feb being the day.",
        "A well-known story",
        "",
        "I - the undersigned - agree.",
        f"FILE - {BODY}",
        f"FILE – In this May 3 photo, {BODY}",
        f"UPDATE: {BODY}",
        f"BREAKING — {BODY}",
        f"Analysis - {BODY}",
        f"Photo: {BODY}",
        f"Rosa Parks — {BODY}",
        "Senator Ann Lowe (D-Ore.) - who voted against it, said the bridge was too expensive for the county.",
        "Ann Lowe (42) - a teacher from Leeds - came to see it and stayed for the whole of the day with her class.",
        "Yes - it was the first time that anyone had walked from one side of the river to the other in an hour.",
    ],
)
def test_sentences_and_labels_are_no_datelines(line: str) -> None:
    assert read_dateline(line) is None


@pytest.mark.parametrize(
    ("line", "authors", "agency"),
    [
        ("By Ada Byron", ["Ada Byron"], None),
        ("BY ADA BYRON AND TOM O'HARA", ["ADA BYRON", "TOM O'HARA"], None),
        (
            "By Ada M. Byron, Tom Poe-Lind and Kim van der Berg",
            ["Ada M. Byron", "Tom Poe-Lind", "Kim van der Berg"],
            None,
        ),
        ("By Ada Byron - Coast Press - Monday, May 4, 2026", ["Ada Byron"], "Coast Press"),
        ("By Ada Byron and Tom Poe: May 4, 2026", ["Ada Byron", "Tom Poe"], None),
        ("By Ada Byron | May 4, 2026 | 10:04 am", ["Ada Byron"], None),
        ("By Ada Byron, Science Correspondent", ["Ada Byron"], None),
        ("By Ada Byron For The Ledger", ["Ada Byron"], None),
        ("By Ada Byron in Rome and Tom Poe in Paris", ["Ada Byron", "Tom Poe"], None),
        ("By Ada Byron, AFP", ["Ada Byron"], "AFP"),
        ("Posted by Ada Byron on May 4, 2026", ["Ada Byron"], None),
        ("By Will Smith", ["Will Smith"], None),
        ("By Reuters", ["Reuters"], "Reuters"),
        ("Von Hans Meyer und Anna-Lena Groß, Berlin", ["Hans Meyer", "Anna-Lena Groß"], None),
        ("Par Camille Petit avec AFP", ["Camille Petit"], "AFP"),
        ("Por María José Ruiz", ["María José Ruiz"], None),
        ("di Giulia Rossi", ["Giulia Rossi"], None),
        ("Door Jan de Vries", ["Jan de Vries"], None),
        ("Av Lars Lindström", ["Lars Lindström"], None),
        ("Autor: Jan Kowalski", ["Jan Kowalski"], None),
        ("Автор: Иван Петров", ["Иван Петров"], None),
        ("نویسنده: مریم احمدی", ["مریم احمدی"], None),
        ("홍길동 기자", ["홍길동"], None),
        ("记者 王小明", ["王小明"], None),
    ],
)
def test_bylines_are_names(line: str, authors: list[str], agency: str | None) -> None:
    found = read_byline(line)
    assert found is not None
    assert (list(found.authors), found.agency) == (authors, agency)
    assert all(author in found.text for author in authors)


@pytest.mark.parametrize(
    "line",
    [
        "By Tuesday, the bridge was open", "By the way", "By 2030, all must go", "Di Maio attacca il governo",
        "Par ailleurs", "Por qué el pan cuesta más", "Von wegen", "By Staff Reporter", "By Our Correspondent",
        "di Redazione", "",
    ],
)  # fmt: skip
def test_what_only_begins_like_a_byline_is_none(line: str) -> None:
    assert read_byline(line) is None


@pytest.mark.parametrize(
    "line", ["Ada Byron", "Iran Focus", "Ada Byron and Tom Poe", "Ada Byron, Staff Writer", "Ada Byron | Reuters"]
)
def test_names_that_stand_alone(line: str) -> None:
    assert read_names(line) is not None


@pytest.mark.parametrize(
    "line",
    [
        "ALL RIGHTS RESERVED",
        "Read More",
        "Latest News",
        "Photo Gallery",
        "Share This Article",
        "RIVER RISES AGAIN",
        "4 May 2026",
    ],
)
def test_furniture_and_kickers_are_no_names(line: str) -> None:
    assert read_names(line) is None


def test_a_byline_at_the_end_of_a_teaser() -> None:
    found = trailing_byline("Die Stadt hat wieder eine Brücke. Von Hans Meyer")
    assert found is not None
    assert found.authors == ("Hans Meyer",)
    assert trailing_byline("It was read by Ada Byron.") is None


@pytest.mark.parametrize(
    ("line", "agency"), [("(Reuters)", "Reuters"), ("Source: AFP", "AFP"), ("© dpa", "dpa"), ("— ANSA", "ANSA")]
)
def test_credit_lines(line: str, agency: str) -> None:
    assert credited(line) == agency


def test_kinds_of_lines() -> None:
    assert all(
        map(is_furniture, ["ADVERTISEMENT", "Photo", "Subscribe to The Ledger for FREE", "FAQ", "Anzeige", "Publicité"])
    )
    assert all(map(is_section, ["Sport", "POLITICS", "Home > World", "Wirtschaft"]))
    assert all(
        map(is_date, ["Published: 10:04, 4 May 2026", "4. Mai 2026, 10:04 Uhr", "2026年5月4日", "Updated 4 May 2026"])
    )
    assert not any(map(is_furniture, ["Rain returns to the valley", "Photo of the year goes to Malta"]))
    assert not any(map(is_date, ["4 May 2026 was a good day", "Rain"]))


@pytest.mark.parametrize(
    "above",
    [
        ["ADVERTISEMENT"], ["Photo"], ["Subscribe to The Ledger for FREE"], ["Sport"], ["FAQ"], ["Home > World"],
        ["4 May 2026"],
        ["Sport", "Football", "FAMILY FEUD"], ["Werbung"], ["Publicité", "Politique"], [],
    ],
)  # fmt: skip
def test_the_title_is_the_headline_whatever_stands_above_it(above: list[str]) -> None:
    text = "\n\n".join([*above, "Who paid for the bridge that nobody wanted?", "Ada Byron", BODY, MORE])
    cleaned = CLEANER.clean(text)
    assert (cleaned.title, cleaned.byline, cleaned.authors) == (
        "Who paid for the bridge that nobody wanted?",
        "Ada Byron",
        ("Ada Byron",),
    )


@pytest.mark.parametrize("first", ["ADVERTISEMENT", "Photo", "FAQ", "Sport", "By Ada Byron"])
def test_without_a_headline_there_is_no_title(first: str) -> None:
    assert CLEANER.clean(f"{first}\n\n{BODY}\n\n{MORE}").title is None


def test_headline_byline_and_dateline_are_told_apart() -> None:
    lines = split_lines(
        "Rain at last\n\nBy Ada Byron\n\nROME, May 2 (ANSA) - It rained for the first time since winter.\n\nIt was wet."
    )
    front = find_front(lines)
    assert (front.headline, front.byline, front.dateline_at) == (0, 1, 2)
    assert (front.dateline, front.agency) == (Dateline("ROME", "May 2"), "ANSA")


def test_a_byline_below_a_teaser() -> None:
    text = f"Die Brücke ist offen\n\nNach neun Jahren ist sie fertig.\n\nVon Hans Meyer\n\n{BODY}\n\n{MORE}"
    assert CLEANER.clean(text).authors == ("Hans Meyer",)


def test_what_the_body_is_about_is_no_author() -> None:
    assert (
        CLEANER.clean(f"Rain returns to the valley\n\nFerry Traders\n\n{BODY}\n\n{MORE} The traders left.").byline
        is None
    )


def test_speakers_of_a_transcript_are_no_places() -> None:
    text = f"An hour on the bridge\n\nBYRON: {BODY}\n\nPOE: {BODY}\n\nBYRON: {BODY}"
    assert CLEANER.clean(text).dateline is None


def test_a_body_without_a_headline_has_none() -> None:
    lines = split_lines(
        "It rained for the first time since winter, and nobody minded getting wet at all.\n\nIt was wet."
    )
    assert find_front(lines).headline is None


def test_a_known_title_is_found_where_it_stands() -> None:
    lines = split_lines("Politics\n\nRain  at last\n\nIt rained.")
    assert find_front(lines, "Rain at Last").headline == 1


def test_a_front_moves_with_its_lines() -> None:
    lines = split_lines("Rain at last\n\nBy Ada Byron\n\n4 May 2026\n\nROME (ANSA) - It rained.\n\nIt was wet.")
    front = find_front(lines)
    moved = front.moved([2, 3, 5, 8, 9])
    assert (front.headline, front.byline, front.dates, front.dateline_at) == (0, 1, (2,), 3)
    assert (moved.headline, moved.byline, moved.dates, moved.dateline_at) == (2, 3, (5,), 8)
    assert moved.lines == {2, 3, 5, 8}


HEADLINE = "Bridge reopens after nine years of work"


@pytest.mark.parametrize(
    ("dateline", "place", "agency"),
    [
        ("OSLO (NTB) — ", "OSLO", "NTB"),
        ("NEW DELHI: ", "NEW DELHI", None),
        ("Salt Lake City, Utah (CNN) ", "Salt Lake City, Utah", "CNN"),
        ("Odesa, Ukraine | AFP — ", "Odesa, Ukraine", "AFP"),
        ("Berlin (dpa) - ", "Berlin", "dpa"),
        ("BOISE, Idaho, May 4, 2026 /PRNewswire/ -- ", "BOISE, Idaho", "PRNewswire"),
    ],
)
@pytest.mark.parametrize("byline", ["", "By Ada Byron and Tom Poe ", "By ADA BYRON "])
def test_the_front_of_a_text_in_one_line(dateline: str, place: str, agency: str | None, byline: str) -> None:
    body = f"{dateline}{BODY} {MORE}".replace("\n\n", " ")
    cleaned = CLEANER.clean(f"{HEADLINE} {byline}{body}")
    assert cleaned.title == HEADLINE
    assert cleaned.dateline is not None
    assert (cleaned.dateline.place, cleaned.agency) == (place, agency)
    assert cleaned.byline == (byline.removeprefix("By ").strip() or None)
    assert cleaned.text.split("\n\n")[0] == HEADLINE


def test_the_pages_title_is_parted_from_a_text_in_one_line() -> None:
    text = f"Ada Byron Opens Harbour Bridge Officials cut a ribbon. {BODY}"
    cleaned = CLEANER.clean(text, title="Ada Byron opens  harbour bridge")
    assert cleaned.text.split("\n\n")[0] == "Ada Byron Opens Harbour Bridge"


def test_a_headline_with_by_in_it_stays_whole() -> None:
    text = f"Rovers Beaten By City In Last Minute Of Cup Final {BODY} {MORE}".replace("\n\n", " ")
    assert CLEANER.clean(text).byline is None
