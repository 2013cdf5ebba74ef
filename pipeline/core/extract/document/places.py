"""Which names mean one place: countries by their names, states by their short forms, datelines in capitals."""

from collections.abc import Iterable

from pipeline.core.extract.document.unions import Unions
from pipeline.core.extract.gazetteer import Gazetteer

# As the papers of the United States write them behind a city.
_STATES = {
    **dict.fromkeys(("Ala.", "Ala"), "Alabama"),
    **dict.fromkeys(("Ariz.", "Ariz"), "Arizona"),
    **dict.fromkeys(("Ark.", "Ark"), "Arkansas"),
    **dict.fromkeys(("Calif.", "Calif"), "California"),
    **dict.fromkeys(("Colo.", "Colo"), "Colorado"),
    **dict.fromkeys(("Conn.", "Conn"), "Connecticut"),
    **dict.fromkeys(("Del.",), "Delaware"),
    **dict.fromkeys(("Fla.", "Fla"), "Florida"),
    **dict.fromkeys(("Ga.",), "Georgia"),
    **dict.fromkeys(("Ill.",), "Illinois"),
    **dict.fromkeys(("Ind.",), "Indiana"),
    **dict.fromkeys(("Kan.",), "Kansas"),
    **dict.fromkeys(("Ky.",), "Kentucky"),
    **dict.fromkeys(("La.",), "Louisiana"),
    **dict.fromkeys(("Md.",), "Maryland"),
    **dict.fromkeys(("Mass.", "Mass"), "Massachusetts"),
    **dict.fromkeys(("Mich.", "Mich"), "Michigan"),
    **dict.fromkeys(("Minn.", "Minn"), "Minnesota"),
    **dict.fromkeys(("Miss.",), "Mississippi"),
    **dict.fromkeys(("Mo.",), "Missouri"),
    **dict.fromkeys(("Mont.",), "Montana"),
    **dict.fromkeys(("Neb.", "Neb"), "Nebraska"),
    **dict.fromkeys(("Nev.", "Nev"), "Nevada"),
    "N.C.": "North Carolina",
    "N.D.": "North Dakota",
    "N.H.": "New Hampshire",
    "N.J.": "New Jersey",
    "N.M.": "New Mexico",
    "N.Y.": "New York",
    **dict.fromkeys(("Okla.", "Okla"), "Oklahoma"),
    **dict.fromkeys(("Ore.",), "Oregon"),
    **dict.fromkeys(("Pa.", "Penn."), "Pennsylvania"),
    "R.I.": "Rhode Island",
    "S.C.": "South Carolina",
    "S.D.": "South Dakota",
    **dict.fromkeys(("Tenn.", "Tenn"), "Tennessee"),
    **dict.fromkeys(("Tex.", "Tex"), "Texas"),
    **dict.fromkeys(("Va.",), "Virginia"),
    **dict.fromkeys(("Vt.",), "Vermont"),
    **dict.fromkeys(("Wash.",), "Washington"),
    "W.Va.": "West Virginia",
    **dict.fromkeys(("Wis.", "Wis"), "Wisconsin"),
    **dict.fromkeys(("Wyo.",), "Wyoming"),
    "Ont.": "Ontario",
    "Que.": "Quebec",
    "D.C.": "District of Columbia",
}
_SHORTEST = 3  # letters; shorter ones in capitals are abbreviations


def join_places(names: Iterable[str], known: Gazetteer, same: Unions[str]) -> None:
    """Join in `same` the names that mean one place."""
    by_sense: dict[str, str] = {}
    for name in names:
        sense = known.country_names.get(name) or _STATES.get(name) or name
        same.join(by_sense.setdefault(sense, name), name)


def spelled(name: str, known: Gazetteer) -> str:
    """A place of a dateline as the text would write it: "NEW YORK" is New York."""
    written = name.title()
    if name.isupper() and len(name) > _SHORTEST and name not in known.countries and known.is_place(written):
        return written
    return name
