"""Which names mean one organisation: legal forms, acronyms, a country before the name, "the Court"."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from pipeline.core.extract.document.folding import folded
from pipeline.core.extract.document.unions import Unions
from pipeline.core.extract.gazetteer import Gazetteer
from pipeline.core.extract.resolve.passes.acronyms import by_acronym, is_acronym, is_made_of
from pipeline.core.extract.resolve.passes.vocabulary import COMPANY_END, LEGAL_FORMS, ORGANISATION_KINDS
from pipeline.core.extract.resolve.patterns import REMEMBERED

_SHORTEST = 4  # letters of a company's short form
# What newspapers are called by for short
_PAPERS = frozenset(
    "Times Post Journal Tribune Herald Star Chronicle Globe Gazette Register Telegraph "
    "Inquirer Examiner Observer Courier Sentinel Dispatch Ledger Mail".split()
)
_OF = re.compile(r" (?:of|for) (?:the )?")
_TRADES = frozenset(
    "Energy Lithium Mining Capital Entertainment Records Pictures Studios Motor Bank Oil Gas Power Electric Solar "
    "Software Labs Robotics Analytics Research Insurance Financial Logistics Hospital Sciences Therapeutics Health "
    "Media Networks Brands Aerospace Chemicals Petroleum Resources Ventures".split()
)
_OFFICES = frozenset({"Department", "Ministry"})
# What "BNR News" may be called for short; the news of a portal are a thing of their own.
_BROADCASTERS = re.compile(r"[A-Z]{3,4}|Fox|Sky|Breitbart|Buzz[Ff]eed|Bloomberg|Vice|Global|Channel \d")
_PORTALS = frozenset({"MSN", "AOL"})
_AMERICAN = re.compile(r"(?:U\.S\.|US|United States) (?=[A-Z])")  # of which all three are one
_TWO_PIECES = re.compile(r"([A-Z][a-z]{3,})[A-Z][a-z]{3,}")
_BLENDED = re.compile(r"[A-Z]+[a-z]+[A-Z][A-Za-z]*")  # "UniHa"


def join_organisations(names: Iterable[str], known: Gazetteer, same: Unions[str]) -> None:
    """Join in `same` the names that mean one organisation. A short name that may be of two stays alone."""
    names = list(names)
    american: dict[str, str] = {}
    for name in names:
        if (state := _AMERICAN.match(name)) is not None:
            same.join(american.setdefault(name[state.end() :], name), name)
    _join_shorter(names, [_shorter(name, known) for name in names], same)
    join_acronyms(names, same)
    for short in filter(_BLENDED.fullmatch, names):
        _join_only([name for name in names if " " in name and is_made_of(short, name)], short, same)
    bare = {rest: name for name in names if (rest := _without_country(name, known)) is not None}
    _join_acronyms(names, {short: [bare[rest] for rest in fulls] for short, fulls in by_acronym(bare).items()}, same)


@lru_cache(maxsize=REMEMBERED)
def _shorter(name: str, known: Gazetteer) -> tuple[tuple[int, str], ...]:
    """What a name may be called for short, with the number of the try, in the order in which they are made."""
    forms = (
        _without_form(name),
        _turned(name),
        _without_country(name, known),
        _first_word(name),
        _without_trade(name),
        _without_kind(name),
        _before_of(name),
        _behind_of(name),
        _kind(name),
        _broadcaster(name),
        _first_piece(name),
        _partisans(name),
    )
    return tuple((number, short) for number, short in enumerate(forms) if short is not None and short != name)


def join_acronyms(names: Iterable[str], same: Unions[str]) -> None:
    """Join in `same` each acronym with the one name in full that it may stand for."""
    names = list(names)
    _join_acronyms(names, by_acronym(names), same)


def _join_acronyms(names: list[str], fulls: Mapping[str, list[str]], same: Unions[str]) -> None:
    for name in filter(is_acronym, names):
        _join_only(fulls.get(folded(name), []), name, same)


def _join_shorter(names: list[str], forms: list[tuple[tuple[int, str], ...]], same: Unions[str]) -> None:
    there = set(names)
    longer: dict[tuple[int, str], list[str]] = {}
    for name, own in zip(names, forms, strict=True):
        for form in own:
            if form[1] in there:
                longer.setdefault(form, []).append(name)
    for form, fulls in sorted(longer.items(), key=lambda item: item[0][0]):
        _join_only(fulls, form[1], same)


def _join_only(fulls: list[str], short: str, same: Unions[str]) -> None:
    if len({same.root(full) for full in fulls}) == 1:
        same.join(fulls[0], short)


def _without_form(name: str) -> str | None:
    """Without "Corp" and the like."""
    words = name.split()
    while len(words) > 1 and words[-1].strip(".,") in LEGAL_FORMS:
        words.pop()
    return " ".join(words).rstrip(",")


def _first_word(name: str) -> str | None:
    """A company's first word, where a legal form says that it is one."""
    whole, first = _without_form(name), name.split(maxsplit=1)[0].rstrip(",")
    return first if whole != name and len(first) >= _SHORTEST else None


def _without_trade(name: str) -> str | None:
    """Without what a company deals in: "Nordwind Energy"."""
    rest, _, last = name.rpartition(" ")
    return rest if len(rest) >= _SHORTEST and (last in COMPANY_END or last in _TRADES) else None


def _turned(name: str) -> str | None:
    """ "Justice Department" for "Department of Justice"."""
    kind, of, rest = name.partition(" of ")
    return f"{rest.removeprefix('the ')} {kind}" if of and kind in _OFFICES else None


@lru_cache(maxsize=REMEMBERED)
def _without_country(name: str, known: Gazetteer) -> str | None:
    """Without the country or the people before it: "U.S. Supreme Court"."""
    words = name.split()
    for size in (1, 2):
        before = " ".join(words[:size])
        rest = " ".join(words[size:])
        if rest and (before in known.country_names or known.nationalities.get(before)) and not is_acronym(rest):
            return rest
    return None


def _kind(name: str) -> str | None:
    """What kind of organisation it is, as which the text may speak of it from then on."""
    words = [word for word in name.partition(" of ")[0].split() if word in ORGANISATION_KINDS or word in _PAPERS]
    return words[-1] if words else None


def _broadcaster(name: str) -> str | None:
    """ "BNR" for "BNR News"."""
    rest, _, last = name.rpartition(" ")
    return rest if last == "News" and rest not in _PORTALS and _BROADCASTERS.fullmatch(rest) else None


def _first_piece(name: str) -> str | None:
    """ "Nord" for a company that is written as "NordWind"."""
    pieces = _TWO_PIECES.fullmatch(name)
    return pieces[1] if pieces is not None else None


def _partisans(name: str) -> str | None:
    """ "Conservatives" for "Conservative Party"."""
    rest, _, last = name.rpartition(" ")
    return f"{rest}s" if last == "Party" else None


def _without_kind(name: str) -> str | None:
    """Without the last word that says what it is: "Treasury Department"."""
    rest, _, last = name.rpartition(" ")
    return rest if last in ORGANISATION_KINDS and not is_acronym(rest) else None


def _before_of(name: str) -> str | None:
    """What stands before "for" or "of", of two words at least: "Harbour Committee for the Safety of Ferries"."""
    before = _OF.split(name, maxsplit=1)[0]
    return before if " " in before and before != name else None


def _behind_of(name: str) -> str | None:
    """What stands behind "for" or "of", of two words at least: "Center for Harbour Safety"."""
    behind = _OF.split(name, maxsplit=1)[-1]
    return behind if " " in behind and behind != name else None
