"""What closes an article and is none of it: lines about its author, what is left of a list of headlines."""

import pytest

from pipeline.core.clean import Cleaner
from pipeline.core.clean.front import is_biography
from pipeline.core.reasons import RemovedReason

CLEANER = Cleaner()
BODY = (
    "The city opened a new bridge on Monday after nine years of work, and thousands of people came to walk over it.",
    "Traders on the quay said they had waited long enough, and some of them closed their stalls for the day to see it.",
    "The old ferry will run until June, and its crew of nine will keep their jobs, the harbour office said on Tuesday.",
)


@pytest.mark.parametrize(
    "line",
    [
        "Ada Byron writes about rivers and rain.",
        "Ada Byron is a reporter for The Ledger. She lives in Leeds.",
        "• Ada Byron (@ada) covers the coast",
        "Ada Byron, a former sailor, has written two books.",
    ],
)
def test_lines_about_the_author(line: str) -> None:
    assert is_biography(line, ("Ada Byron",))
    assert not is_biography(line, ("Tom Poe",))


@pytest.mark.parametrize(
    "line", ["Ada Byron said it was late.", "Ada Byrons is a ship.", "For Ada Byron it is a day of rest."]
)
def test_other_lines_with_the_authors_name(line: str) -> None:
    assert not is_biography(line, ("Ada Byron",))


def test_a_biography_goes_with_its_reason() -> None:
    text = "\n\n".join(["Bridge reopens in the rain", "By Ada Byron", *BODY, "Ada Byron writes about rivers and rain."])
    (removed,) = CLEANER.clean(text).removed
    assert (removed.text, removed.reason) == ("Ada Byron writes about rivers and rain.", RemovedReason.AUTHOR_BIO)


def test_an_article_of_someone_else_keeps_what_it_says_of_the_same_person() -> None:
    text = "\n\n".join(["Bridge reopens in the rain", "By Tom Poe", *BODY, "Ada Byron writes about rivers and rain."])
    assert "Ada Byron writes about rivers and rain." in CLEANER.clean(text).text


@pytest.mark.parametrize("line", ["The ferries left at noon, as ever.", "• Two boats", "It will be late:"])
def test_what_is_no_headline_is_no_list_of_them(line: str) -> None:
    text = "\n\n".join(["Bridge reopens in the rain", *BODY, *[line] * 4])
    assert CLEANER.clean(text).removed == ()


LISTED = ("Storm Ada Spares the Coast", "2 hours ago Tom Poe", "Ledger Wins a Prize", "Council Sells Its Ferry")


def test_short_lines_below_the_header_of_a_list_go_to_the_last() -> None:
    cleaned = CLEANER.clean("\n\n".join(["A new bridge", *BODY, "Related articles", *LISTED]))
    assert [removed.text for removed in cleaned.removed] == ["Related articles", *LISTED]


def test_a_single_headline_goes_between_a_header_and_more_furniture_only() -> None:
    alone = ["A new bridge", *BODY, "Latest News", LISTED[0]]
    assert [removed.text for removed in CLEANER.clean("\n\n".join(alone)).removed] == ["Latest News"]
    cleaned = CLEANER.clean("\n\n".join([*alone, "Share on Facebook"]))
    assert [removed.text for removed in cleaned.removed] == ["Latest News", LISTED[0], "Share on Facebook"]


@pytest.mark.parametrize(
    "tail",
    [
        ("Læs også", "Minister går af", "Derfor bliver brødet dyrere", "Del på Facebook"),
        ("Czytaj także", "Minister podał się do dymisji", "Dlaczego chleb drożeje", "Udostępnij na Facebooku"),
        ("Читайте также", "Министр ушёл в отставку", "Почему дорожает хлеб", "Поделиться"),
    ],
)
def test_so_do_two_of_any_look(tail: tuple[str, ...]) -> None:
    front = {
        "L": ["Færgen sejler igen", "Færgen til Lillø sejler igen, efter at en dykker mandag fik et tov ud af skruen."],
        "C": ["Most otwarty", "Most w Zawadach otwarto w poniedziałek po dziewięciu miesiącach remontu."],
        "Ч": [
            "Мост снова открыт",
            "Мост в Заречном открыли в понедельник после девяти месяцев ремонта, сообщила мэрия.",
        ],
    }[tail[0][0]]
    cleaned = CLEANER.clean("\n\n".join([*front, *tail]))
    assert tuple(removed.text for removed in cleaned.removed) == tail


@pytest.mark.parametrize(
    "own",
    [
        ("When it is open:", "Mondays and Tuesdays", "Saturdays before noon"),
        ("Opening hours", "Mondays, from 10.00 to 18.00", "Saturdays, from 10.00 to 14.00"),
    ],
)
def test_a_header_in_front_of_a_list_of_the_articles_own_takes_nothing_along(own: tuple[str, ...]) -> None:
    alone = CLEANER.clean("\n\n".join(["A new bridge", *BODY, *own]))
    for at in range(len(own)):
        together = CLEANER.clean("\n\n".join(["A new bridge", *BODY, *own[:at], "Related articles", *own[at:]]))
        assert together.text == alone.text


def test_a_list_of_dates_below_an_article_is_its_own() -> None:
    dates = [f"June {day} – Harbour Hall, Leeds" for day in range(9, 25, 2)]
    text = "\n\n".join(["Bridge reopens in the rain", "By Ada Byron", *BODY, *BODY, *dates, "Related articles"])
    kept = CLEANER.clean(text).text.split("\n\n")
    assert [line for line in dates if line not in kept] == []
