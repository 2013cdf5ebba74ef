"""Putting the things of an article on the map."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

from pipeline.core.extract.gazetteer import Gazetteer
from pipeline.core.extract.places import evidence
from pipeline.core.extract.places.adopting import adopt
from pipeline.core.extract.places.atlas import Atlas, Kind, Place
from pipeline.core.extract.places.candidates import Toponym, toponym
from pipeline.core.extract.places.choosing import USUAL, Weights, choose
from pipeline.core.extract.places.home import Home
from pipeline.core.extract.places.telephones import called_at_home

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_SAID = 0.7  # how strongly the text has to say where something lies that was not taken for a place
_NEIGHBOURS = 6  # mentions before and after a place that is not in the atlas
_SURE = 0.7  # how certain a town is that tells of others
_ADOPTED = 0.7  # how certain it is that what was taken for something else is a town among those around
_GUESSED = 0.6  # how often such a place lies within 161 km of the nearest one, on GeoVirus and TR-News
_LARGE = 300_000  # people; a smaller town's name is an organisation's for more reasons than that it is there
_OF_COUNTRIES = _PLACES | {"NORP"}
_LONGEST = 8  # words of a name that are looked at


class Named(NamedTuple):
    """A thing as it is looked up: its surfaces, the main one first, its label, and its mentions."""

    surfaces: Sequence[str]
    label: str
    spans: Sequence[tuple[int, int] | tuple[int, int, str]]


class Located(NamedTuple):
    """Where a thing is.

    `whole` is false when the place is only named in it or near it ("Seoul City Hall"), `guessed` true when the thing
    was put where its neighbour in the text lies.
    """

    place: Place
    certainty: float
    whole: bool = True
    guessed: bool = False


def locate(
    text: str,
    things: Sequence[Named],
    atlas: Atlas,
    known: Gazetteer,
    *,
    home: Home | None = None,
    source: str | None = None,
    weights: Weights | None = None,
) -> list[Located | None]:
    """Where each of `things` is, None for those that are nowhere. The work grows with their number, not its square.

    `home` is where the article's source is at home, else its telephone numbers say so. `source` is what it is called:
    a place in that name is company for the others.
    """
    names = [toponym(surfaces, label, [span[0] for span in spans], atlas, known) for surfaces, label, spans in things]
    mentions = [
        (span[0], span[1], name) for thing, name in zip(things, names, strict=True) if name for span in thing.spans
    ]
    mentions.sort(key=itemgetter(0, 1))
    evidence.read(text, mentions, atlas)
    chosen = [number for number, name in enumerate(names) if name and name.candidates and _counts(name)]
    asked = [_of(names, number) for number in chosen] + _called_after(source, atlas, known)
    choices = choose(asked, atlas, home or called_at_home(text, atlas), weights)[: len(chosen)]
    found: list[Located | None] = [None] * len(things)
    for number, choice in zip(chosen, choices, strict=True):
        found[number] = Located(choice.place, choice.certainty, not _of(names, number).inside)
    _disown(names, found, home)
    _adopt(names, found)
    _share(names, found)
    _guess(names, found, (weights or USUAL).far_fetched)
    return found


def _called_after(source: str | None, atlas: Atlas, known: Gazetteer) -> list[Toponym]:
    name = toponym([source], "ORG", [0], atlas, known) if source else None
    return [name] if name is not None and name.inside else []


def _counts(name: Toponym) -> bool:
    return not name.doubtful or sum(name.within.values()) >= _SAID or bool(name.placed)


def _disown(names: list[Toponym | None], found: list[Located | None], home: Home | None) -> None:
    """An organisation called like a town is not in it, unless it is a large one or the article is about the country.

    The Georgetown that has law professors is none of the towns of that name.
    """
    around = {
        place.place.country
        for name, place in zip(names, found, strict=True)
        if name is not None and place is not None and name.label in _OF_COUNTRIES and not name.doubtful
    }
    if home is not None:
        around.add(home.country)
    for number, name in enumerate(names):
        place = found[number]
        if name is None or place is None or name.label != "ORG" or name.inside or name.doubtful:
            continue
        said = sum(name.within.values()) >= _SAID or name.placed
        small = place.place.kind is Kind.CITY and place.place.population < _LARGE
        if small and not said and place.place.country not in around:
            found[number] = None


def _adopt(names: list[Toponym | None], found: list[Located | None]) -> None:
    sure = (
        place.place
        for name, place in zip(names, found, strict=True)
        if name and place and not name.inside and name.label in _PLACES and place.certainty >= _SURE
    )
    around = list({place.row: place for place in sure}.values())
    for number, name in enumerate(names):
        if name is not None and name.doubtful and found[number] is None and (town := adopt(name, around)):
            found[number] = Located(town, _ADOPTED)


def _is_place(name: Toponym) -> bool:
    return name.label in _PLACES and not name.doubtful


def _of(names: list[Toponym | None], number: int) -> Toponym:
    name = names[number]
    assert name is not None
    return name


def _share(names: list[Toponym | None], found: list[Located | None]) -> None:
    """A place inside a name is the one of that name: "Springfield" and "Springfield High School"."""
    whole = {
        name.folded: place
        for name, place in zip(names, found, strict=True)
        if name is not None and place is not None and not name.inside and name.label in _PLACES
    }
    for number, name in enumerate(names):
        if name is not None and name.inside and found[number] is not None and name.folded in whole:
            same = whole[name.folded]
            found[number] = Located(same.place, same.certainty, False)


def _guess(names: list[Toponym | None], found: list[Located | None], least: float) -> None:
    """Put what the atlas does not have where a place inside its name is, else where the one named nearest to it is.

    The first is "Powderly High School" in an article that names Powderly, the second a building or a hamlet. So is a
    place whose only namesakes, less certain than `least`, are where nothing else in the article is.
    """
    known = [place if place is None or place.certainty >= least else None for place in found]
    spots = _spots(names, known, (Kind.CITY, Kind.DISTRICT)) or _spots(names, known, (Kind.REGION,))
    if not spots:
        return
    starts = [start for start, _, _ in spots]
    by_name = {name.folded: place for _, name, place in spots}
    for number, name in enumerate(names):
        if name is None or known[number] is not None or (name.candidates and not _is_place(name)):
            continue
        named = next((by_name[part] for part in _parts(name.folded) if part in by_name), None)
        if named is not None:
            found[number] = Located(named.place, named.certainty, False)
            continue
        middle = bisect_left(starts, name.starts[0])
        around = spots[max(0, middle - _NEIGHBOURS) : middle + _NEIGHBOURS]
        nearest = min(around, key=lambda spot: abs(spot[0] - name.starts[0]))[2]
        found[number] = Located(nearest.place, min(_GUESSED, nearest.certainty), False, True)


def _parts(folded: str) -> Iterator[str]:
    """What a name is made of, the longest first."""
    words = folded.split()[:_LONGEST]
    for length in range(len(words) - 1, 0, -1):
        for start in range(len(words) - length + 1):
            yield " ".join(words[start : start + length])


def _spots(
    names: list[Toponym | None], found: list[Located | None], kinds: tuple[Kind, ...]
) -> list[tuple[int, Toponym, Located]]:
    """The places of these kinds by where the text names them."""
    spots = [
        (start, name, place)
        for name, place in zip(names, found, strict=True)
        if name is not None and place is not None and place.whole and name.label in ("GPE", "LOC")
        if place.place.kind in kinds
        for start in name.starts
    ]
    return sorted(spots, key=lambda spot: spot[0])
