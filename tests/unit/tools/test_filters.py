"""Which records `tail` shows."""

import re

import pytest

from pipeline.tools.tail.filters import Wanted

ARTICLE = {
    "id": "a",
    "source": "Coastal Courier",
    "language": "es",
    "text": "Dock workers return",
    "entities": [
        {"name": "Lucia Ferrante", "type": "PERSON", "aliases": ["Ferrante"], "country": None},
        {"name": "Valparaiso", "type": "GPE", "aliases": [], "country": "CL"},
    ],
    "removed": [{"text": "Read more: Peru signs accord"}],
}
MENTION = {"article_id": "a", "name": "Valparaiso", "type": "GPE", "aliases": [], "country": "CL", "source": None}


@pytest.mark.parametrize(
    ("wanted", "shown"),
    [
        (Wanted(), True),
        (Wanted(source="coastal courier"), True),
        (Wanted(source="Courier"), False),
        (Wanted(language="ES"), True),
        (Wanted(language="en"), False),
        (Wanted(entity="ferr"), True),
        (Wanted(entity="Lima"), False),
        (Wanted(type="PERSON"), True),
        (Wanted(country="CL"), True),
        (Wanted(type="PERSON", country="CL"), False),  # not one and the same entity
        (Wanted(entity="valpa", type="GPE", country="cl"), True),
        (Wanted(grep=re.compile("peru", re.IGNORECASE)), True),
        (Wanted(grep=re.compile("bolivia")), False),
    ],
)
def test_an_article_is_shown_when_all_fits(wanted: Wanted, shown: bool) -> None:
    assert (ARTICLE in wanted) is shown


def test_a_mention_is_an_entity_itself() -> None:
    assert MENTION in Wanted(entity="valparaiso", type="GPE", country="CL")
    assert MENTION not in Wanted(type="PERSON")
    assert MENTION not in Wanted(source="Coastal Courier")
