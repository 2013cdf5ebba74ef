"""What a model found in an article, put right: ordered passes over the spans, each a pure function.

To add a pass, write a module with `apply(article, spans)` and name it in `PASSES`. It never changes the list that it is
given; where it has nothing to do it hands that list on, so that what `seen` makes of it serves the next pass too.
"""

from collections.abc import Callable
from dataclasses import dataclass

from pipeline.core.extract.resolve.article import Article, Found
from pipeline.core.extract.resolve.passes import (
    acronyms,
    agreement,
    capitals,
    common,
    conduct,
    datelines,
    definitions,
    extents,
    headlines,
    laws,
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
    works,
)
from pipeline.core.extract.resolve.passes.vocabulary import NUMBERS


@dataclass(frozen=True, slots=True)
class Pass:
    """A step of the resolution: its name in the docs' tables, and what it does.

    `english` passes know how English writes names and run on nothing else. The others go by forms that hold anywhere.
    Three of them have words of English in them, which only keep them from naming more: words that begin sentences
    (repeats), everyday words in capitals (capitals), and months (datelines, which go by their dash as well).
    """

    name: str
    apply: Callable[[Article, list[Found]], list[Found]]
    english: bool = False


PASSES = (
    Pass("trimming", trimming.apply),
    Pass("notation", notation.apply),
    Pass("offices", offices.apply, english=True),
    Pass("extents", extents.apply, english=True),
    Pass("places", places.apply, english=True),
    Pass("persons", persons.apply, english=True),
    Pass("organisations", organisations.apply, english=True),
    Pass("laws", laws.apply, english=True),
    Pass("definitions", definitions.apply, english=True),
    Pass("works", works.apply, english=True),
    Pass("conduct", conduct.apply, english=True),
    Pass("acronyms", acronyms.apply),
    Pass("short forms", shortened.apply, english=True),
    Pass("headlines", headlines.apply, english=True),
    Pass("overlong", overlong.apply, english=True),
    Pass("last names", repeats.link_last_names),
    Pass("agreement", agreement.apply),
    Pass("common words", common.apply, english=True),
    Pass("repeats", repeats.add_missed),
    Pass("sports", sports.apply, english=True),
    Pass("capitals", capitals.apply),
    Pass("datelines", datelines.apply),
)


def resolve(article: Article, spans: list[Found], *, numbers: bool = False) -> list[Found]:
    """All passes over what a model found, sorted, without overlaps; `numbers` keeps dates, amounts and the like."""
    for step in PASSES:
        if article.language == "en" or not step.english:
            read = step.apply(article, spans)
            if read != spans:  # else the same list goes on, of which is remembered what there is to see
                spans = read
    return [span for span in spans if numbers or span.label not in NUMBERS]
