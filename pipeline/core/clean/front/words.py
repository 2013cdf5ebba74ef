"""The words that an article's front is read by, of all languages together: its language is not known before."""

import re
from collections.abc import Callable, Iterable

from pipeline.core.languages import LANGUAGES, Language


def _all(field: Callable[[Language], frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*(field(language) for language in LANGUAGES.values()))


def alternatives(phrases: Iterable[str]) -> str:
    """A pattern of any of these phrases, the longest first."""
    return "|".join(map(re.escape, sorted(phrases, key=lambda phrase: (-len(phrase), phrase))))


MONTHS = _all(lambda language: language.months)
WEEKDAYS = _all(lambda language: language.weekdays)
BYLINE_OPENINGS = _all(lambda language: language.byline_openings)
NAME_JOINS = _all(lambda language: language.name_joins)
ROLES = _all(lambda language: language.roles)
BIOGRAPHY_WORDS = _all(lambda language: language.biography_words)
DATE_LEADS = _all(lambda language: language.date_leads)
PLACE_LEADS = _all(lambda language: language.place_leads)
CREDIT_OPENINGS = _all(lambda language: language.credit_openings)
DATE_OPENINGS = _all(lambda language: language.date_openings)
SECTIONS = _all(lambda language: language.sections)
LABELS = _all(lambda language: language.labels)
FURNITURE_LINES = _all(lambda language: language.furniture_lines)
FURNITURE_OPENINGS = _all(lambda language: language.furniture_openings)
AGENCIES = _all(lambda language: language.agencies)
# What is no name and no place: words that most readers know. In all languages together most names are words of one.
_WIDELY_READ = ("de", "en", "es", "fr", "it", "pt")
STOP_WORDS: frozenset[str] = frozenset().union(*(LANGUAGES[code].stop_words for code in _WIDELY_READ))
PAGE_WORDS: frozenset[str] = frozenset().union(*(LANGUAGES[code].page_words for code in _WIDELY_READ))
# Small words inside the names of people and places.
PARTICLES = frozenset(
    """
    von van der den de del della delle di da dal do dos das du des la le les el al bin ibn ben zu zum zur ter ten te
    y e af of the am an sur sous upon
    """.split()
)
