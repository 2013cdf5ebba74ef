import pytest

from pipeline.core.languages import LANGUAGES, Language
from pipeline.core.languages.language import phrases


def test_phrases_are_parted_by_commas_and_keep_one_space() -> None:
    assert phrases(" by,\n written   by , ") == {"by", "written by"}


def test_a_language_is_found_by_its_code() -> None:
    assert LANGUAGES["de"].name == "German"
    assert all(code == language.code for code, language in LANGUAGES.items())


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=lambda language: language.code)
def test_words_are_in_small_letters_and_agencies_as_they_are_written(language: Language) -> None:
    for field in language.__dataclass_fields__:
        listed = getattr(language, field)
        if isinstance(listed, frozenset) and field != "agencies":
            assert [word for word in sorted(listed) if word != word.lower()] == []
    assert all(agency == agency.strip() for agency in language.agencies)
