import pytest

from pipeline.core.clean.front import byline_name, find_front, parse_dateline
from pipeline.core.clean.lines import split_lines
from pipeline.core.records import Dateline


@pytest.mark.parametrize(
    ("line", "place", "date"),
    [
        ("London, 16 Feb - The war goes on.", "London", "16 Feb"),
        ("WASHINGTON, Feb. 3 (Wire) — The Senate met.", "WASHINGTON", "Feb. 3"),
        ("PARIS (AFP) — The minister resigned.", "PARIS", None),
        ("ST. JOSEPH, Mich. (AP) — Officials said so.", "ST. JOSEPH, Mich.", None),
        ("MOSCOW — Snow fell.", "MOSCOW", None),
        ("Vannes, le 12 mars 2024 — Les pêcheurs sont venus.", "Vannes", "12 mars 2024"),
        ("Marburg, 3. Mai 2024 – Die Mühle läuft.", "Marburg", "3. Mai 2024"),
        ("Cuenca, 8 de octubre de 2023 — El mercado abrió.", "Cuenca", "8 de octubre de 2023"),
        ("شیراز، ۱۲ اردیبهشت - پل بازسازی شد.", "شیراز", "۱۲ اردیبهشت"),
    ],
)
def test_datelines_are_read(line: str, place: str, date: str | None) -> None:
    assert parse_dateline(line) == Dateline(place, date)


@pytest.mark.parametrize(
    "line",
    [
        "The plan – if it is one – was dropped.",
        "On 16 Feb the talks began.",
        "Talks began in London, 16 Feb being the day.",
        "A well-known story",
        "",
        "I - the undersigned - agree.",
    ],
)
def test_sentences_are_no_datelines(line: str) -> None:
    assert parse_dateline(line) is None


def test_headline_byline_and_dateline_are_told_apart() -> None:
    lines = split_lines(
        "Rain at last\n\nBy Ada Byron\n\nROME, May 2 - It rained for the first time since winter.\n\nIt was wet."
    )
    front = find_front(lines)
    assert (front.headline, front.byline, front.dateline_at) == (0, 1, 2)
    assert front.dateline == Dateline("ROME", "May 2")


def test_a_body_without_a_headline_has_none() -> None:
    lines = split_lines(
        "It rained for the first time since winter, and nobody minded getting wet at all.\n\nIt was wet."
    )
    assert find_front(lines).headline is None


def test_a_known_title_is_found_where_it_stands() -> None:
    lines = split_lines("Politics\n\nRain  at last\n\nIt rained.")
    assert find_front(lines, "Rain at Last").headline == 1


def test_byline_names() -> None:
    assert byline_name("By Ada Byron") == "Ada Byron"
    assert byline_name("Iran Focus") == "Iran Focus"
