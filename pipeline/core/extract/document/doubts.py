"""What a model took for a name by a hair, and nothing else speaks for.

How much the label of a name leads the next best one tells right from wrong better than anything else that is known of
it: of the names that an article has once, two in five are wrong where the lead is below 2.5, one in forty where it is
more (the half `tune` of benchmarks/read_entities.py).
"""

from collections.abc import Mapping

from pipeline.core.extract.document.grouping import Thing
from pipeline.core.extract.model.fast import Lead
from pipeline.core.extract.resolve.article import Article, Found
from pipeline.core.extract.resolve.passes.conduct import acts
from pipeline.core.extract.resolve.passes.known_organisations import KNOWN_ORGANISATIONS

_HAIR = 0.5  # a lead below it over no name at all, of an organisation over another type too, is none
_CLEAR = 2.5  # from here on hardly a name is wrong
_TRUST = 0.3  # of one below it


def is_doubtful(article: Article, thing: Thing, leads: Mapping[Found, Lead]) -> bool:
    """Whether a thing is hardly one: named once, by a hair, and neither known nor doing what names do."""
    lead = _lead(article, thing, leads)
    return lead is not None and lead.score < _HAIR and (lead.over_none or thing.label == "ORG")


def trust(article: Article, thing: Thing, leads: Mapping[Found, Lead]) -> float:
    """How far a thing is to be believed, from 0 to 1, as the model's doubts have it."""
    return 1.0 if _lead(article, thing, leads) is None else _TRUST


def _lead(article: Article, thing: Thing, leads: Mapping[Found, Lead]) -> Lead | None:
    """The lead of a name that stands once, if it is no clear one; None for what passes read otherwise or is known."""
    if len(thing.spans) > 1 or (lead := leads.get(thing.spans[0])) is None or lead.score >= _CLEAR:
        return None
    known = article.gazetteer
    if known.is_place(thing.name) or thing.name in known.nationalities or thing.name in KNOWN_ORGANISATIONS:
        return None
    return None if acts(article, thing.spans[0]) else lead
