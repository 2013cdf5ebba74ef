"""What a model found in an article, put right: ordered passes over the spans, each a pure function.

To add a pass, write a module with `apply(article, spans)` and name it in `PASSES`.
"""

from collections.abc import Callable
from dataclasses import dataclass

from pipeline.core.extract.resolve.article import Article, Found
from pipeline.core.extract.resolve.passes import (
    acronyms,
    agreement,
    capitals,
    conduct,
    datelines,
    definitions,
    extents,
    headlines,
    notation,
    offices,
    organisations,
    overlong,
    persons,
    places,
    repeats,
    shortened,
    sports,
    trimming,
)
from pipeline.core.extract.resolve.passes.vocabulary import NUMBERS


@dataclass(frozen=True, slots=True)
class Pass:
    """A step of the resolution: its name in the docs' tables, and what it does."""

    name: str
    apply: Callable[[Article, list[Found]], list[Found]]


PASSES = (
    Pass("trimming", trimming.apply),
    Pass("notation", notation.apply),
    Pass("offices", offices.apply),
    Pass("extents", extents.apply),
    Pass("places", places.apply),
    Pass("persons", persons.apply),
    Pass("organisations", organisations.apply),
    Pass("definitions", definitions.apply),
    Pass("conduct", conduct.apply),
    Pass("acronyms", acronyms.apply),
    Pass("short forms", shortened.apply),
    Pass("headlines", headlines.apply),
    Pass("overlong", overlong.apply),
    Pass("last names", repeats.link_last_names),
    Pass("agreement", agreement.apply),
    Pass("repeats", repeats.add_missed),
    Pass("sports", sports.apply),
    Pass("capitals", capitals.apply),
    Pass("datelines", datelines.apply),
)

# What these passes know is how English writes names; the others hold for any language.
_ENGLISH_ONLY = frozenset(
    {"offices", "headlines", "extents", "places", "persons", "organisations", "definitions", "short forms", "sports"}
)


def resolve(article: Article, spans: list[Found], *, numbers: bool = False) -> list[Found]:
    """All passes over what a model found, sorted, without overlaps; `numbers` keeps dates, amounts and the like."""
    for step in PASSES:
        if article.language == "en" or step.name not in _ENGLISH_ONLY:
            spans = step.apply(article, spans)
    return [span for span in spans if numbers or span.label not in NUMBERS]
