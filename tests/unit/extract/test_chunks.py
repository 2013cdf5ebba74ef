"""Long texts in parts."""

from hypothesis import given
from hypothesis import strategies as st

from pipeline.core.extract.model.chunks import LONGEST, chunks


@given(text=st.text(alphabet="ab .\n\U0001f680", max_size=400), longest=st.integers(10, 60))
def test_parts_are_the_text_and_none_is_too_long(text: str, longest: int) -> None:
    parts = list(chunks(text, longest))
    assert "".join(part for _, part in parts) == text
    assert all(text[start : start + len(part)] == part for start, part in parts)
    assert all(len(part) <= longest for _, part in parts)


def test_a_usual_article_is_one_part() -> None:
    text = "A line of news.\n" * 100
    assert list(chunks(text)) == [(0, text)]


def test_the_cut_is_after_a_line_else_a_sentence_else_a_word() -> None:
    assert next(part for _, part in chunks("One two. Three\nfour five six.", 18)) == "One two. Three\n"
    assert next(part for _, part in chunks("One two. Three. Four five six", 18)) == "One two. Three. "
    assert next(part for _, part in chunks("One two three four five six", 18)) == "One two three "
    assert next(part for _, part in chunks("x" * 40, 18)) == "x" * 18


def test_spacy_takes_a_part_of_any_text() -> None:
    assert LONGEST < 1_000_000, "spaCy refuses longer ones"
