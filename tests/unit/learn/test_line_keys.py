import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.core.learn.lines import key_of, letters, normal


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("12 comments", "7 comments"),
        ("Updated 3 March 2026", "Updated 14 July 2025"),
        ("Stand: 3. März 2026", "Stand: 14. Juli 2025"),
        ("SIGN UP  for our letter", "Sign up for our letter"),
        ("\tSign up\u00a0for our letter ", "Sign up for our letter"),
        ("٣ تعليقات", "١٢ تعليقات"),
    ],
)
def test_a_number_a_date_a_space_or_a_capital_makes_no_other_line(one: str, other: str) -> None:
    assert key_of(one) == key_of(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Theresa May speaks", "Theresa June speaks"),
        ("Read more", "Read on"),
        ("Photo: Anna Berg", "Photo: Jan Holm"),
    ],
)
def test_words_do(one: str, other: str) -> None:
    assert key_of(one) != key_of(other)


@given(st.text())
def test_any_text_has_a_key_and_the_key_is_that_of_its_normal_form(line: str) -> None:
    assert len(key_of(line)) == 16
    again = normal(line).decode("utf-8", "surrogatepass")
    assert normal(again) == normal(line)


def test_a_line_of_ideographs_is_as_long_as_it_reads() -> None:
    assert letters("more") == 4
    assert letters("相关阅读") == 12
