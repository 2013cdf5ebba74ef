"""Function words and page words of all languages together: a line is measured before its language is known."""

from pipeline.core.languages import LANGUAGES

STOP_WORDS = frozenset().union(*(language.stop_words for language in LANGUAGES.values()))
PAGE_WORDS = frozenset().union(*(language.page_words for language in LANGUAGES.values()))
