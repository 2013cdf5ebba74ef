"""What is said of a thing beside its name: how much the article is about it, and where on earth it is."""

from collections import Counter

from pipeline.core.extract.document.grouping import Thing
from pipeline.core.extract.resolve.article import Article
from pipeline.core.extract.resolve.passes.vocabulary import PLACES
from pipeline.core.records import Entity, Span


def describe(article: Article, things: list[Thing]) -> tuple[Entity, ...]:
    """The entities of an article, in the order of their first mention."""
    most = max((len(thing.spans) for thing in things), default=1)
    named = _countries_named(article, things)
    return tuple(_entity(article, thing, most, named) for thing in things)


def countries(entities: tuple[Entity, ...]) -> tuple[str, ...]:
    """Codes of the countries that the article is about, most named first, then by code.

    A nationality counts as its country does, and so does an unambiguous city.
    """
    counts: Counter[str] = Counter()
    for entity in entities:
        if entity.country:
            counts[entity.country] += entity.count
    return tuple(sorted(counts, key=lambda code: (-counts[code], code)))


def _entity(article: Article, thing: Thing, most: int, named: set[str]) -> Entity:
    mentions = tuple(Span(span.start, span.end, article.surface(span)) for span in thing.spans)
    surfaces = dict.fromkeys(" ".join(mention.surface.split()) for mention in mentions)
    country, city = _country(article, thing), None
    if country is None and thing.label in ("GPE", "LOC"):
        city = article.gazetteer.city(thing.name, named)
        country = city.country if city else None
    return Entity(
        name=thing.name,
        type=thing.label,
        count=len(mentions),
        mentions=mentions,
        salience=_salience(article, thing, most),
        aliases=tuple(surface for surface in surfaces if surface != thing.name),
        country=country,
        latitude=city.latitude if city else None,
        longitude=city.longitude if city else None,
        geonames_id=city.geonames_id if city else None,
    )


def _country(article: Article, thing: Thing) -> str | None:
    known = article.gazetteer
    if thing.label in PLACES:
        return known.countries.get(thing.name) or known.states.get(thing.name)
    if thing.label == "NORP":
        return known.nationalities.get(thing.name) or known.nationalities.get(thing.name.split("-")[0]) or None
    return None


def _countries_named(article: Article, things: list[Thing]) -> set[str]:
    return {code for thing in things if (code := _country(article, thing))}


def _salience(article: Article, thing: Thing, most: int) -> float:
    """From 0 to 1: half for how often it is named, three tenths for the headline, the rest for how early.

    The three features are the strongest of Dunietz and Gillick, "A new entity salience task with millions of training
    examples", EACL 2014; the weights are ours, round, and not fitted.
    """
    surfaces = {article.surface(span) for span in thing.spans}
    in_headline = thing.spans[0].start < article.headline_end or any(
        surface in (article.title or "") for surface in surfaces
    )
    early = 1 - thing.spans[0].start / max(1, len(article.text))
    return round(0.5 * len(thing.spans) / most + 0.3 * in_headline + 0.2 * early, 3)
