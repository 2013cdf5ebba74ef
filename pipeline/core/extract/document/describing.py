"""What is said of a thing beside its name: how much the article is about it, and where on earth it is."""

from collections import Counter
from collections.abc import Mapping

from pipeline.core.extract.document.doubts import is_doubtful, trust
from pipeline.core.extract.document.grouping import Thing
from pipeline.core.extract.gazetteer import Gazetteer
from pipeline.core.extract.model.fast import Lead
from pipeline.core.extract.places.atlas import Atlas, Kind
from pipeline.core.extract.places.home import Home
from pipeline.core.extract.places.locate import Located, Named, locate
from pipeline.core.extract.resolve.article import Article, Found
from pipeline.core.extract.resolve.passes.vocabulary import PLACES
from pipeline.core.records import Entity, PlaceType, Span

_TYPES: dict[Kind, PlaceType] = {
    Kind.COUNTRY: "country",
    Kind.REGION: "region",
    Kind.DISTRICT: "region",
    Kind.CITY: "city",
    Kind.NATURAL: "natural",
    Kind.SITE: "site",
}


def describe(
    article: Article,
    things: list[Thing],
    *,
    least: float = 0.0,
    home: Home | None = None,
    source: str | None = None,
    leads: Mapping[Found, Lead] | None = None,
) -> tuple[Entity, ...]:
    """The entities of an article, in the order of their first mention, without what is hardly one.

    A place that is less certain than `least` gets no coordinates; `home` is where the article's source is at home,
    `source` its name. `leads` say how sure the model was of a name.
    """
    leads = leads or {}
    most = max((len(thing.spans) for thing in things), default=1)
    text = article.text
    every = [[text[start:end] for start, end, _ in thing.spans] for thing in things]
    others = [_others(thing.name, said) for thing, said in zip(things, every, strict=True)]
    named = [Named((thing.name, *own), thing.label, thing.spans) for thing, own in zip(things, others, strict=True)]
    places = locate(text, named, Atlas.load(), article.gazetteer, home=home, source=source)
    return tuple(
        Entity(
            thing.name,
            thing.label,
            len(said),
            tuple([Span(start, end, own) for (start, end, _), own in zip(thing.spans, said, strict=True)]),
            round(_salience(article, thing, said, most) * trust(article, thing, leads), 3),
            aliases,
            _country(article.gazetteer, thing, place),
            *(_point(place, least) if place is not None else ()),
        )
        for thing, said, aliases, place in zip(things, every, others, places, strict=True)
        if place is not None or not is_doubtful(article, thing, leads)
    )


def _point(located: Located, least: float) -> tuple[float | None, float | None, int | None, PlaceType, float]:
    """The fields that say where a thing is, and how certain that is."""
    place, certainty, whole, _ = located
    kind = _TYPES[place.kind] if whole else "site"
    if certainty < least:
        return None, None, None, kind, certainty
    number = place.geonames_id if whole and place.kind is not Kind.SITE else 0
    return place.latitude, place.longitude, number or None, kind, certainty


def _country(known: Gazetteer, thing: Thing, located: Located | None) -> str | None:
    # What is not in the atlas and was put beside its neighbour may lie over the border.
    if located is not None and located.place.country and not located.guessed:
        return located.place.country
    if thing.label in PLACES:
        return known.countries.get(thing.name) or known.states.get(thing.name) or None
    return None


def countries(entities: tuple[Entity, ...]) -> tuple[str, ...]:
    """Codes of the countries that the article is about, most named first, then by code.

    A nationality counts as its country does, and so does a city; what is only named after a place does not.
    """
    counts: Counter[str] = Counter()
    for entity in entities:
        if entity.country and (entity.type in PLACES or entity.type == "NORP"):
            counts[entity.country] += entity.count
    return tuple(sorted(counts, key=lambda code: (-counts[code], code)))


def _others(name: str, said: list[str]) -> tuple[str, ...]:
    """What the text calls a thing besides its name, in the order of the text."""
    surfaces = dict.fromkeys(said)
    if len(surfaces) == 1 and name in surfaces:
        return ()
    surfaces = dict.fromkeys(" ".join(surface.split()) for surface in surfaces)
    return tuple(surface for surface in surfaces if surface != name)


def _salience(article: Article, thing: Thing, said: list[str], most: int) -> float:
    """From 0 to 1: half for how often it is named, three tenths for the headline, the rest for how early.

    The three features are the strongest of Dunietz and Gillick, "A new entity salience task with millions of training
    examples", EACL 2014; the weights are ours, round, and not fitted.
    """
    title = article.title
    first = thing.spans[0][0]
    in_headline = first < article.headline_end or (title is not None and any(surface in title for surface in said))
    early = 1 - first / max(1, len(article.text))
    return 0.5 * len(thing.spans) / most + 0.3 * in_headline + 0.2 * early
