"""Persons by what stands before and after a name: a title, a role, an age, a verb of speech."""

import re
from collections.abc import Iterator
from functools import lru_cache

from pipeline.core.extract.resolve.article import Article, Found, Taken, without_overlaps
from pipeline.core.extract.resolve.passes.vocabulary import (
    EVENT_END,
    FACILITY_END,
    LOCATION_END,
    NUMBERS,
    ROLES,
    SURE_ORGANISATION_END,
    TITLES,
)
from pipeline.core.extract.resolve.patterns import NAME, PARTICLE, REMEMBERED, places_of
from pipeline.core.extract.resolve.seen import seen

_TITLES = ("Mr", "Mrs", "Ms", "Dr", "Sen", "Gov", "Prof")
_FULL = re.compile(rf"(?:{NAME}|[A-Z]\.)(?:\s(?:{PARTICLE}\s){{0,3}}(?:{NAME}|[A-Z]\.(?=\s))){{1,4}}")
_AFTER_TITLE = re.compile(rf"\b(?:{'|'.join(_TITLES)})\.?[ \t]((?:{NAME})(?:[ \t](?:{PARTICLE}[ \t])*{NAME})*)")
_RELABELLED = frozenset({"ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT", "WORK_OF_ART"})
# What nothing but a person's name is mistaken for before "said".
_ODD = frozenset({"NORP", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW", "FAC", "LOC"})
_CREDITED = frozenset({"PERSON", "ORG", "GPE", "WORK_OF_ART"})
_TITLED_LABELS = frozenset({"FAC", "LOC", "WORK_OF_ART", "PRODUCT", "EVENT"})
_MISTAKEN = _RELABELLED | _ODD
_SAYS = re.compile(r" (?:said|says|told|added|scored|hit|rushed|threw|won|wrote|recalled)\b")
_THINGS = EVENT_END | FACILITY_END | LOCATION_END | SURE_ORGANISATION_END
_LONGEST = 3  # words of a name that an age follows
_ROLE_ENDS = frozenset(role[-2:] for role in ROLES)
_AGE = re.compile(r", \d{1,2}(?:,|\.| and)")
# "Mo Lind/Getty Images", "J. Lind / AP": who took a photograph
_AGENCY = re.compile(r"/ ?(?:Getty|AP\b|AFP|Reuters|REUTERS|EPA|Bloomberg|Shutterstock|Alamy|Zuma|ZUMA|Pool\b)")
_PHOTOGRAPHER = re.compile(
    rf"(?:^|(?<=[.(\n|:] )|(?<=[(\n|:])|(?<=[Bb]y ))(?:{NAME}|[A-Z]\.?)(?: (?:{NAME}|[A-Z]\.?)){{1,2}}$"
)
_READ = 48  # characters before an agency
# Before a name whose last word is a thing's: "Mayor Jim Lane"
_TITLED = re.compile(
    r"\b(?:Mayor|Sens?\.|Senator|Rep\.|Gov\.|Governor|President|Secretary|Sheriff|Mr\.|Mrs\.|Ms\.|Dr\.) $"
)
# "Mr. President"
_ADDRESSED = frozenset("President Chairman Speaker Secretary Minister Ambassador Mayor Dr Vice Prime Attorney".split())
_TITLED_ENDS = frozenset({"or ", "r. ", "s. ", "n. ", "p. ", "v. ", "nt ", "ry ", "ff "})
# "Anna Lind and Jan Moe", "Anna Lind of Nordwind"
_TWO = re.compile(r"(\S+ [^&]+?) (?:&|and) (\S+ .+)")
_OF = re.compile(r"(\S+ \S.*?) of \S")


def apply(article: Article, spans: list[Found]) -> list[Found]:
    """Names after a title or a role are persons, also where the model saw something else or a part of it."""
    parted = _without_others(article, spans)
    changed = {span: own for span in parted if span[2] in _MISTAKEN and (own := _cued(article, span)) is not span}
    cued = [changed.get(span, span) for span in parted] if changed else parted
    credited = _with_photographers(article, cued)
    titled = _after_titles(article, cued)
    return credited if not titled and seen(article, credited).apart else without_overlaps([*credited, *titled])


def _without_others(article: Article, spans: list[Found]) -> list[Found]:
    """Without titles that stand alone, two persons apart, and none with where he or she is from."""
    text = article.text
    if not any(map(_may_be_more, seen(article, spans).of("PERSON"))):
        return spans
    parted: list[Found] = []
    for span in spans:
        start, end, label = span
        if label == "PERSON" and _may_be_more(name := text[start:end]):
            parted += [] if _is_title(name) else _parted(article, span)
        else:
            parted.append(span)
    return parted


@lru_cache(maxsize=REMEMBERED)
def _may_be_more(name: str) -> bool:
    return _is_title(name) or " and " in name or " & " in name or " of " in name


@lru_cache(maxsize=REMEMBERED)
def _is_title(name: str) -> bool:
    return all(word in TITLES for word in name.split())


def _parted(article: Article, span: Found) -> list[Found]:
    """Two persons that were taken for one, and a person without where he or she is from."""
    surface = article.surface(span)
    if (two := _TWO.fullmatch(surface)) is not None:
        return [Found(span.start + two.start(part), span.start + two.end(part), "PERSON") for part in (1, 2)]
    if (one := _OF.match(surface)) is not None:
        return [Found(span.start, span.start + one.end(1), "PERSON")]
    return [span]


def _cued(article: Article, span: Found) -> Found:
    start, end, label = span
    behind = article.text[end : end + 2]
    aged = behind == ", " and _is_aged(article, span)
    speaks = behind[:1] == " " and label in _ODD and _speaks(article, span)
    if aged or speaks or (label in _TITLED_LABELS and _is_titled(article, span)):
        return Found(start, end, "PERSON")
    if span.label not in _RELABELLED:
        return span
    if not _after_role(article, span) or not _may_be_person(article, span):
        return span
    return Found(span.start, span.end, "PERSON")


def _with_photographers(article: Article, spans: list[Found]) -> list[Found]:
    text = article.text
    found = [
        Found(name.start(), name.end(), "PERSON")
        for slash in places_of("/", text)
        if _AGENCY.match(text, slash) is not None
        and (name := _PHOTOGRAPHER.search(text, max(0, slash - _READ), slash - (text[slash - 1 : slash] == " ")))
    ]
    if not found:
        return spans
    taken = Taken(spans)
    named = Taken(one for one in found if (over := taken.overlapping(*one[:2])) and _is_within(over, one))
    whole = [one for one in found if not named.free(*one[:2])]
    return [*whole, *(span for span in spans if named.free(span.start, span.end))]


def _is_within(over: list[Found], whole: Found) -> bool:
    """Whether what a model saw of a photographer is a part of the name, and no place; a date before it may run on."""
    over = [span for span in over if span[2] not in NUMBERS]
    inside = all(whole.start <= span.start and span.end <= whole.end for span in over)
    return inside and len(over) == 1 and over[0].label in _CREDITED


def _is_titled(article: Article, span: Found) -> bool:
    """Whether a title stands before two plain words: "Mayor Jim Lane"."""
    before = article.text[max(0, span.start - 12) : span.start]
    if before[-3:] not in _TITLED_ENDS or _TITLED.search(before) is None:
        return False
    words = article.surface(span).split()
    return len(words) == 2 and all(word[0].isupper() and word[1:].islower() for word in words)


def _is_aged(article: Article, span: Found) -> bool:
    """Whether an age follows: "Lind, 54, said"."""
    if span.label not in _RELABELLED or _AGE.match(article.text, span.end) is None:
        return False
    name = article.surface(span)
    return name not in article.gazetteer.countries and len(name.split()) <= _LONGEST


def _speaks(article: Article, span: Found) -> bool:
    """Whether two plain words that are no kind of thing are said to have spoken or scored."""
    words = article.surface(span).split()
    return (
        len(words) == 2
        and all(word[0].isupper() and word[1:].islower() for word in words)
        and words[1] not in _THINGS
        and article.gazetteer.nationalities.keys().isdisjoint(words)
        and _SAYS.match(article.text, span.end) is not None
    )


def _after_role(article: Article, span: Found) -> bool:
    start = span.start
    if not start or article.text[start - 1] != " ":
        return False
    if article.text[max(0, start - 3) : start - 1] not in _ROLE_ENDS:
        return False
    before = article.first_word(start) - 1
    return before >= 0 and article.ends[before] == start - 1 and article.texts[before] in ROLES


def _may_be_person(article: Article, span: Found) -> bool:
    surface = article.surface(span)
    words = surface.split()
    if not 2 <= len(words) <= 4 or _FULL.fullmatch(surface) is None or words[-1] in SURE_ORGANISATION_END:
        return False
    known = article.gazetteer
    return not known.is_place(surface) and words[0] not in known.nationalities and not known.is_place(words[-1])


def _after_titles(article: Article, spans: list[Found]) -> list[Found]:
    taken = seen(article, spans).taken
    found = []
    for match in _titled(article.text):
        over = taken.overlapping(match.start(), match.end())
        if not over and match[1] not in _ADDRESSED:
            found.append(Found(match.start(1), match.end(1), "PERSON"))
    return found


def _titled(text: str) -> Iterator[re.Match[str]]:
    """Where a title stands before a name, in the order of the text.

    As the pattern finds it, but looking only where a title is: it is tried at every letter else.
    """
    reached = 0
    for start in sorted({start for title in _TITLES for start in places_of(title, text)}):
        if start >= reached and (match := _AFTER_TITLE.match(text, start)) is not None:
            reached = match.end()
            yield match
