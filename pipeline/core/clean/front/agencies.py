"""News agencies: which words name one."""

import re

from pipeline.core.clean.front.words import AGENCIES, CREDIT_OPENINGS, NAME_JOINS, alternatives

# Short names are words or initials of other things, and are agencies only as they are written.
_SHORT, _SHORTEST = 4, 3
_NAMED = frozenset(agency for agency in AGENCIES if len(agency) <= _SHORT)
_INITIALS = frozenset(agency.casefold() for agency in _NAMED if len(agency) >= _SHORTEST)
_FOLDED = frozenset(agency.casefold() for agency in AGENCIES if len(agency) > _SHORT)
_CALLED_ONE = re.compile(
    r"(?:[\w.'’&-]+ ){1,4}(?:News Agency|News Service|Newswire|Newswires|Press|Presse|Press Agency|Presseagentur)"
    r"|(?:Agence|Agencia|Agência|Agenzia|Nachrichtenagentur|Presseagentur|Agentur|Agenția)(?: [\w.'’&-]+){1,4}"
)
_PARTED = re.compile(r"\s*[/,+]\s*|\s+(?:and|und|et|y|e)\s+")
_CREDIT = re.compile(
    rf"(?:{alternatives(CREDIT_OPENINGS)})\s*[:：]\s*|(?:{alternatives(NAME_JOINS)})\s+", re.IGNORECASE
)
_EDGES = " \t()[]{}|/-–—―•·*©.,:;"
_LONGEST_CREDIT = 60
KNOWN = alternatives(AGENCIES)


def is_known(name: str) -> bool:
    """Whether `name` is an agency that some language knows, or several of them ("dpa/AFP")."""
    name = name.strip()
    if not name or name in _NAMED or name.casefold() in _FOLDED:
        return bool(name)
    parts = _PARTED.split(name)
    return len(parts) > 1 and all(part in _NAMED or part.casefold() in _FOLDED for part in parts)


def is_known_in_brackets(name: str) -> bool:
    """The same between brackets, where initials in small letters ("ats") are an agency too."""
    return is_known(name) or all(part.casefold() in _INITIALS for part in _PARTED.split(name.strip()))


def is_called_one(name: str) -> bool:
    """Whether `name` is an agency by what it is called, known or not."""
    return is_known(name) or _CALLED_ONE.fullmatch(name.strip()) is not None


def credited(line: str) -> str | None:
    """The agency that a line of its own credits: "(Reuters)", "Source: AFP", "© dpa"; None if it does not."""
    if len(line) > _LONGEST_CREDIT:
        return None
    who = line.strip(_EDGES)
    match = _CREDIT.match(who)
    if match:
        who = who[match.end() :].strip(_EDGES)
    return who if is_known(who) else None
