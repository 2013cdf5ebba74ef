"""The tables of sport: results, standings and scorecards, each line by its form."""

import re
from collections.abc import Iterator

from pipeline.core.extract.resolve.article import Article, Found, Taken
from pipeline.core.extract.resolve.patterns import CAPITAL, PARTICLE

# A side and a player, in full; their words have full stops: "St. Gallen", "A. Lind".
_WORD = rf"{CAPITAL}[\w.'’&-]*"
_SIDE = rf"{_WORD}(?: (?:(?:de|da|la|el|of) )?{_WORD}){{0,5}}"
_PERSON = rf"{_WORD}(?: (?:{PARTICLE} )*{_WORD}){{1,4}}"
_LONGEST = 4  # words; longer ones are prose
# "Bergen 2 Molde 1"
_SCORE = re.compile(
    rf"^(?:\(\d+\) |[Ii]n {_SIDE}: |[Aa]t {_SIDE}: )?"
    rf"(?P<a>{_SIDE}) \d{{1,3}}(?:,? | - |-)(?P<b>{_SIDE}) \d{{1,3}}(?=\s*(?:\(|$))",
    re.MULTILINE,
)
# "Bergen 2-1 Molde", "Bergen at Molde"
_PAIR = re.compile(
    rf"^(?P<a>{_SIDE}) (?:\d{{1,3}}-\d{{1,3}}|v|vs|at|AT) (?P<b>{_SIDE})(?=\s*(?:\(|$|\d|ppd\b|postponed\b|\.$))",
    re.MULTILINE,
)
# "Bergen 12 8 2 2 20 9 26"
_STANDING = re.compile(rf"^(?:\d{{1,2}}\.? )?(?P<a>{_SIDE})(?: +[\d.½/-]+){{4,}}\s*$", re.MULTILINE)
# "1. Bergen (17-0)"
_RANKED = re.compile(rf"^(?:\d{{1,2}}\.|\(\d{{1,2}}\)) (?P<a>{_SIDE}) \(\d{{1,2}}-\d{{1,2}}", re.MULTILINE)
# "Lind (Bergen)", behind a person
_CLUB = re.compile(rf" \((?P<a>{_SIDE})(?=\)|, [A-Z])")
# "Anna Lind (Norway)"
_PLAYER = re.compile(rf"(?P<a>{_PERSON}) \((?P<where>[A-Z][\w. ]{{1,30}})\)")
# "A. Lind c Moe b Dahl 12", "Dahl run out 4"
_BATSMAN = re.compile(
    rf"^(?P<a>{_SIDE}) (?:c (?P<b>{_SIDE}) )?"
    rf"(?:(?:lbw b|hit wicket b|lbw|st|b) (?P<c>{_SIDE})|run out|not out|retired)",
    re.MULTILINE,
)
# "Dahl 18-4-51-2"
_BOWLER = re.compile(rf"(?P<a>{_SIDE}) (?=\d+(?:\.\d)?-\d+-\d+-\d+)")
# "(Moe 12, Dahl 44 penalty)", "(A. Lind 62, K. Moe 4-38)"
_BRACKETS = re.compile(r"\([^()\n]{3,200}\)")
_SCORER = re.compile(
    r"(?:\(|, |; )(?P<a>(?:[A-ZÀ-Þ]\. ?)?(?:(?:de|da|van|von|der|di|la|Van|De) )*[A-ZÀ-Þ][\w'’-]+"
    r"(?: [A-ZÀ-Þ][\w'’-]+)?) \d{1,3}(?:th|st|nd|rd|-\d+)?(?= minute|,|\)|;| pen|\s+not out)"
)
_MONTHS = frozenset(
    "January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug "
    "Sept Sep Oct Nov Dec".split()
)
# "Bergen beat Molde 2-1"
_BEAT = re.compile(
    rf"^(?P<a>{_SIDE}) (?:beat|defeated|drew with|lost to|edged|routed|crushed) (?P<b>{_SIDE})(?= \d+ ?-)", re.MULTILINE
)
# "Anna Lind (Norway) Nordwind 4 hours"
_TEAM = re.compile(rf"\((?P<where>[A-Z][\w. ]{{1,30}})\),? (?P<team>{_SIDE})(?= \d|,? (?:at )?same)")
# "NORTHERN DIVISION"
_DIVISION = re.compile(r"^[A-Z]+(?: [A-Z]+){0,2} (?:DIVISION|CONFERENCE|LEAGUE)(?=[ \t]*$)", re.MULTILINE)


def clubs(article: Article) -> Iterator[Found]:
    """The sides in results and standings: clubs, or countries."""
    for pattern in (_SCORE, _PAIR, _STANDING, _RANKED):
        for match in pattern.finditer(article.text):
            for side in match.re.groupindex:
                if len(match[side].split()) <= _LONGEST:
                    yield Found(*match.span(side), "GPE" if is_country(article, match[side]) else "ORG")


def winners(article: Article, named: Taken) -> Iterator[Found]:
    """The sides of a result in words, where none is a person; `named` are the persons."""
    for match in _BEAT.finditer(article.text):
        if all(named.free(*match.span(side)) for side in "ab"):
            for side in "ab":
                yield Found(*match.span(side), "GPE" if is_country(article, match[side]) else "ORG")


def teams(article: Article) -> Iterator[Found]:
    """What riders and drivers ride and drive for, behind their country."""
    for match in _TEAM.finditer(article.text):
        if is_country(article, match["where"]):
            yield Found(*match.span("team"), "ORG")


def employers(article: Article, persons: list[Found]) -> Iterator[Found]:
    """The clubs in brackets behind players."""
    for person in persons:
        match = _CLUB.match(article.text, person.end)
        if match is not None and not is_country(article, match["a"]) and len(match["a"].split()) <= _LONGEST:
            yield Found(*match.span("a"), "ORG")


def divisions(article: Article) -> Iterator[Found]:
    """Headings of standings."""
    for match in _DIVISION.finditer(article.text):
        yield Found(*match.span(), "EVENT")


def scorers(article: Article) -> Iterator[Found]:
    """Those in scorecards, and in brackets behind a side."""
    for brackets in _BRACKETS.finditer(article.text):
        for match in _SCORER.finditer(article.text, *brackets.span()):
            if match["a"].split()[0] not in _MONTHS:
                yield Found(*match.span("a"), "PERSON")
    for pattern in (_BATSMAN, _BOWLER):
        for match in pattern.finditer(article.text):
            for part in match.re.groupindex:
                if match[part]:
                    yield Found(*match.span(part), "PERSON")


def players(article: Article) -> Iterator[Found]:
    """Those with their country in brackets, which is named too."""
    for match in _PLAYER.finditer(article.text):
        if is_country(article, match["where"]):
            yield Found(*match.span("a"), "PERSON")
            yield Found(*match.span("where"), "GPE")


def is_country(article: Article, name: str) -> bool:
    """Whether a side is a country's."""
    known = article.gazetteer.countries
    return name in known or (name.isupper() and name.title() in known)
