"""Which names mean one place: countries by their names, states by their short forms, datelines in capitals."""

from collections.abc import Iterable

from pipeline.core.extract.document.unions import Unions
from pipeline.core.extract.gazetteer import Gazetteer
from pipeline.core.extract.places.words import NOWHERE
from pipeline.core.extract.resolve.passes.states import STATES

_SHORT_COUNTRIES = {"PRC": "CN", "ROC": "TW", "ROK": "KR", "DPRK": "KP", "KSA": "SA"}
_SHORTEST = 3  # letters; shorter ones in capitals are abbreviations


def join_places(names: Iterable[str], known: Gazetteer, same: Unions[str]) -> None:
    """Join in `same` the names that mean one place."""
    by_sense: dict[str, str] = {}
    for name in names:
        sense = known.country_names.get(name) or _SHORT_COUNTRIES.get(name) or STATES.get(name) or name
        same.join(by_sense.setdefault(sense, name), name)


def spelled(name: str, known: Gazetteer) -> str:
    """A place of a dateline as the text would write it: "NEW YORK" is New York."""
    written = name.title()
    if name.lower() in NOWHERE:
        return name
    if name.isupper() and len(name) > _SHORTEST and name not in known.countries and known.is_place(written):
        return written
    return name
