"""Where names begin and end: what the model took along, parted two of, or left out, by the words at the edges."""

import re
from collections.abc import Iterator
from functools import lru_cache

from pipeline.core.extract.gazetteer import Gazetteer
from pipeline.core.extract.resolve.article import Article, Found, without_overlaps
from pipeline.core.extract.resolve.passes.known_organisations import KNOWN_ORGANISATIONS
from pipeline.core.extract.resolve.passes.vocabulary import (
    COMPANY_END,
    LABELS_KEPT_WHOLE,
    LEGAL_FORMS,
    MAKERS,
    ORGANISATION_KINDS,
    PLACES,
    ROLES,
    SURE_ORGANISATION_END,
)
from pipeline.core.extract.resolve.patterns import NAME, PARTICLE, REMEMBERED
from pipeline.core.extract.resolve.seen import Plain, seen

# Before a person's name: initials, particles, and the first name before these.
_BEFORE = re.compile(rf"(?:(?<![\w.])(?:{NAME} )?(?:{PARTICLE} ){{1,3}}|(?<![\w.])(?:[A-Z]\. ?){{1,3}})$")
_BEHIND = re.compile(rf"(?: {PARTICLE}){{1,3}} {NAME}")
# What particles and initials right before a name end with, and what particles right behind one begin with.
_PARTICLES = PARTICLE[3:-1].split("|")
_LEFT = frozenset(f"{particle} "[-3:] for particle in _PARTICLES)
_RIGHT = frozenset(f" {particle}"[:3] for particle in _PARTICLES)
_SIGNS = frozenset("'’")
_READ = 40  # characters before a name that are looked at
_DASH = re.compile(r"\s(?:-{1,2}|[–—])\s")
# "Center’s Halden Panel": whose center is said elsewhere
_OWNER = re.compile(rf"(?:{'|'.join(sorted(ORGANISATION_KINDS))})['’]s (?=[A-Z])")
_TAIL = re.compile(r"(?<=\w)(?: [a-z]+)+$")
_CUT = frozenset({"PERSON", "ORG", "GPE", "PRODUCT"})
_DIRECTIONS = frozenset("North South East West Northern Southern Eastern Western".split())  # "North and South Korea"
_AND = re.compile(r"(.+) and (.+)")
_OF = re.compile(r"(.+\S) of (?:the )?(.+)")
# "Hilde's said", "Hilde's,": nothing is possessed, so that the ending is the name's own.
_OWN = re.compile(r"['’]s(?=[,.;:)\n]|$| (?:said|says|has|had|is|was|will|would|rose|fell|gained|lost|added|also)\b)")
_ENDING = re.compile(r"['’]s\b")
# What ends with these is an organisation's whole name.
_WHOLE = SURE_ORGANISATION_END | LEGAL_FORMS | {"Laboratory", "Lab", "Laboratories", "Bank"}
_KINDS = (ROLES | MAKERS) - {"general", "president"}
# "Halden & Moe", "Lind, Moe & Vos": firms are written so, people seldom.
_PARTNERS = re.compile(rf"(?<![\w&])(?:{NAME}, ){{0,2}}{NAME} & {NAME}(?! [A-Z&])")


# "Brigham and Women's Hospital", "Tides and Harbours Commission": what stands behind "and" is a common word.
_BODY_END = frozenset("Hospital Commission Committee Administration Institute Agency Department Authority".split())
_COORDINATED = re.compile(rf"\b{NAME} and (?P<common>{NAME}(?:['’]s)?(?: {NAME})?) $")


def apply(article: Article, spans: list[Found]) -> list[Found]:
    """Part, cut and lengthen the names."""
    spans = _partners(article, _bodies(article, _with_ending(article, _in_parts(article, spans))))
    return _persons(article, spans if seen(article, spans).apart else without_overlaps(spans))


def _in_parts(article: Article, spans: list[Found]) -> list[Found]:
    text, known = article.text, article.gazetteer
    if not _PLAIN.others(seen(article, spans), known):
        return spans
    parts: list[Found] = []
    for span in spans:
        start, end, label = span
        told = _told(known, text[start:end], label)
        if told is None:
            parts.append(span)
        else:
            parts += [_without_kind(article, Found(start + first, start + last, own)) for first, last, own in told]
    return spans if parts == spans else parts


def _may_be_more(name: str) -> bool:
    """Whether to look closer at what a span says: for a dash, an "and", an "of", a kind before the name."""
    first, space, _ = name.partition(" ")
    kind = space and (first.lower() in _KINDS or first[:-2] in ORGANISATION_KINDS)
    return bool(
        kind
        or (name[-1].islower() and name.rpartition(" ")[2].islower())
        or " and " in name
        or " of " in name
        or _DASH.search(name)
    )


@lru_cache(maxsize=REMEMBERED)
def _told(known: Gazetteer, name: str, label: str) -> tuple[Found, ...] | None:
    """What a span is parted into, which what it says tells wherever it stands; None where it stays as it is."""
    if not _may_be_more(name):
        return None
    whole = Found(0, len(name), label)
    parts = tuple(_parted(Article(name, known), whole))
    return None if parts == (whole,) and name.partition(" ")[0].lower() not in _KINDS else parts


_PLAIN = Plain(lambda name, label, known: _told(known, name, label) is None)


def _parted(article: Article, span: Found) -> list[Found]:
    """At a dash; two places; a company and where it is."""
    surface = article.surface(span)
    if span.label in LABELS_KEPT_WHOLE:
        return [span]
    if span.label == "ORG" and (owner := _OWNER.match(surface)) is not None:
        return [Found(span.start + owner.end(), span.end, "ORG")]
    if (
        span.label in _CUT
        and (tail := _TAIL.search(surface)) is not None
        and tail.start()
        and _is_tail(article, tail[0])
    ):
        return _parted(article, Found(span.start, span.start + tail.start(), span.label))
    if (dash := _DASH.search(surface)) is not None and dash.start() > 0 and dash.end() < len(surface):
        return _beside_dash(article, span, dash)
    if span.label in PLACES and (two := _AND.fullmatch(surface)) is not None and _are_places(article, two):
        return [Found(span.start + two.start(part), span.start + two.end(part), span.label) for part in (1, 2)]
    if span.label == "ORG" and (two := _AND.fullmatch(surface)) is not None and _are_organisations(two):
        return [Found(span.start + two.start(part), span.start + two.end(part), "ORG") for part in (1, 2)]
    if span.label == "ORG" and (two := _OF.fullmatch(surface)) is not None and _is_company_of(article, two):
        company = Found(span.start, span.start + two.end(1), "ORG")
        return [company, Found(span.start + two.start(2), span.end, "GPE")]
    return [span]


def _is_tail(article: Article, words: str) -> bool:
    """Whether small words at the end of a name are none of it: "LIND news"."""
    return article.gazetteer.is_common(words.strip())


def _are_places(article: Article, two: re.Match[str]) -> bool:
    known = article.gazetteer
    apart = not known.is_place(two.string) and two[1] not in _DIRECTIONS
    return apart and (known.is_place(two[1]) or known.is_place(two[2]))


def _are_organisations(two: re.Match[str]) -> bool:
    left, right = two[1].rsplit(maxsplit=1)[-1], two[2].rsplit(maxsplit=1)[-1]
    return " " in two[1] and (left in _WHOLE or left in ORGANISATION_KINDS) and right in _WHOLE


def _is_company_of(article: Article, two: re.Match[str]) -> bool:
    last = two[1].rsplit(maxsplit=1)[-1].rstrip(".")
    return (last in LEGAL_FORMS or last in COMPANY_END) and article.gazetteer.is_place(two[2])


def _beside_dash(article: Article, span: Found, dash: re.Match[str]) -> list[Found]:
    """The sides of a dash: a headline's first word in capitals is no name, and a dateline ends there."""
    before, behind = dash.string[: dash.start()], dash.string[dash.end() :]
    known = article.gazetteer
    dated = known.is_place(before) or known.is_place(before.title())
    parts = []
    if dated or (before[0].isupper() and (not before.isupper() or " " in before)):
        parts.append(Found(span.start, span.start + dash.start(), "GPE" if dated else span.label))
    if behind[0].isupper() and (not dated or span.label not in PLACES or known.is_place(behind)):
        parts += _parted(article, Found(span.start + dash.end(), span.end, span.label))
    return parts


def _without_kind(article: Article, span: Found) -> Found:
    """Without the word that begins a sentence and says what the name is: "Brewer Halden", "Striker Jan Moe"."""
    first, space, rest = article.surface(span).partition(" ")
    if space and first.lower() in _KINDS and first[1:].islower() and rest[0].isupper():
        before = article.text[max(0, span.start - 2) : span.start].rstrip(" ")
        if not before or before[-1] in '.!?:\n"“-':
            return Found(span.start + len(first) + 1, span.end, span.label)
    return span


def _with_ending(article: Article, spans: list[Found]) -> list[Found]:
    """Names that end in "'s" wherever they stand, when one place shows that they do."""
    if _SIGNS.isdisjoint(seen(article, spans).behind):
        return spans
    text = article.text
    own = {
        name
        for start, end, label in spans
        if text[end : end + 1] in _SIGNS
        and label in ("ORG", "FAC")
        and _OWN.match(text, end) is not None
        and not (name := text[start:end]).isupper()
    }
    if own:
        # "Lind's" is the person's, and what stands as often without the ending does not have it.
        persons = [article.surface(span).split() for span in spans if span.label == "PERSON"]
        own -= {words[-1] for words in persons if len(words) > 1}
        own &= _mostly_ending(article, spans)
    if not own:
        return spans
    return [
        Found(span.start, match.end(), "ORG" if span.label == "PERSON" else span.label)
        if article.surface(span) in own and (match := _ENDING.match(article.text, span.end)) is not None
        else span
        for span in spans
    ]


def _mostly_ending(article: Article, spans: list[Found]) -> set[str]:
    """The names that stand with the ending oftener than without it."""
    balance: dict[str, int] = {}
    for span in spans:
        name = article.surface(span)
        balance[name] = balance.get(name, 0) + (1 if _ENDING.match(article.text, span.end) is not None else -1)
    return {name for name, more in balance.items() if more > 0}


def _partners(article: Article, spans: list[Found]) -> list[Found]:
    """Firms called after their partners, where the model saw one of them or a part."""
    if " & " not in article.text:
        return spans
    taken = seen(article, spans).taken
    found = []
    for match in _in_lines(_PARTNERS, " & ", article.text):
        over = taken.overlapping(*match.span())
        inside = all(match.start() <= span.start and span.end <= match.end() for span in over)
        alone = sum(span.label == "ORG" for span in over) <= 1
        if over and inside and alone and any(span.label in ("ORG", "PERSON") for span in over):
            found.append(Found(*match.span(), "ORG"))
    return without_overlaps([*found, *spans]) if found else spans


def _bodies(article: Article, spans: list[Found]) -> list[Found]:
    """Bodies with "and" in their names, where the model saw a part: "Tide and Women's Hospital"."""
    found, text = [], article.text
    behind_and = [span for span in spans if span[2] == "ORG" and text[span[0] - 5 : span[0]] == " and "]
    for span in behind_and:
        start = article.text.rfind(" ", 0, span[1]) + 1
        if article.text[start : span[1]] not in _BODY_END:
            continue
        before = _COORDINATED.search(article.text, max(0, start - _READ), start)
        if before is not None and article.gazetteer.is_common(before["common"].replace("’s", "").replace("'s", "")):
            found.append(Found(before.start(), span.end, "ORG"))
    if not found:
        return spans
    taken = seen(article, spans).taken
    whole = [body for body in found if _is_one(article, taken.overlapping(body.start, body.end), body)]
    return without_overlaps([*whole, *spans]) if whole else spans


def _is_one(article: Article, over: list[Found], body: Found) -> bool:
    """Whether what the model saw there is a part of one body, and no place or person beside it."""
    inside = all(body.start <= span.start and span.end <= body.end for span in over)
    names = {article.surface(span) for span in over}
    apart = any(name in KNOWN_ORGANISATIONS or article.gazetteer.is_place(name) for name in names)
    return inside and not apart and any(span.label == "ORG" for span in over)


def _in_lines(pattern: re.Pattern[str], needed: str, text: str) -> Iterator[re.Match[str]]:
    """The matches of a pattern that never goes over a line end, in the lines that have what it needs."""
    at = text.find(needed)
    while at >= 0:
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        yield from pattern.finditer(text, text.rfind("\n", 0, at) + 1, end)
        at = text.find(needed, end)


def _persons(article: Article, spans: list[Found]) -> list[Found]:
    text, changed = article.text, dict[Found, Found]()
    for span in spans:
        start, end, label = span
        if label == "PERSON":
            if _may_begin_before(text[max(0, start - 3) : start]):
                match = _BEFORE.search(text[max(0, start - _READ) : start])
                if match is not None and seen(article, spans).taken.free(start - len(match[0]), start - 1):
                    start -= len(match[0])
            if text[end : end + 3] in _RIGHT:
                behind = _BEHIND.match(text, end)
                if behind is not None and seen(article, spans).taken.free(end + 1, behind.end()):
                    end = behind.end()
            if (start, end) != span[:2]:
                changed[span] = Found(start, end, label)
    return without_overlaps([changed.get(span, span) for span in spans]) if changed else spans


@lru_cache(maxsize=REMEMBERED)
def _may_begin_before(left: str) -> bool:
    """Whether these characters before a name may be the end of a particle or of an initial."""
    initial = left.rstrip(" ").removesuffix(".")
    return left in _LEFT or (initial[-1:].isupper() and len(initial) < len(left))
