"""Laws by their numbers, acts in full, and cases before a court: "House Bill 12", "Lind v. Halden County"."""

import re
from collections import Counter

from pipeline.core.extract.resolve.article import Article, Found, Taken, without_overlaps
from pipeline.core.extract.resolve.passes.repeats import last_name
from pipeline.core.extract.resolve.passes.sports import is_sport
from pipeline.core.extract.resolve.passes.vocabulary import NUMBERS
from pipeline.core.extract.resolve.patterns import NAME, places_of
from pipeline.core.extract.resolve.seen import Plain, seen

_NUMBERED = re.compile(
    r"(?:S\.|H\.R\.|(?:House|Senate|Assembly) (?:Bill|File|Resolution)|Executive Order|Proposition|Prop\.|[HSA]B) ?"
    r"\d[\d,.-]*|(?:Title|Article|Section|Chapter) (?:[IVXL]+|\d[\d,.-]*)"
)
_FIRST_LETTERS = frozenset("SHAEPTC")
# The part of an act's name that a model leaves out: "Violence Against Women Act"
_BEFORE_ACT = re.compile(
    rf"\b[Tt]he ((?:{NAME},? (?:(?:and|of|for|to|in|on|from|against|&) )*)+)$",
)
_READ = 80  # characters before an act that are looked at
_VERSUS = " v. "
_PARTY = rf"{NAME}(?: (?:(?:of|and|&) )?{NAME}){{0,4}}"
_PLAINTIFF = re.compile(rf"(?<![\w.]){NAME}$")
_DEFENDANT = re.compile(_PARTY)
_SHORTEST = 4  # letters of a party that a case goes by
_MISTAKEN = frozenset({"PERSON", "ORG", "GPE", "LOC", "NORP", "WORK_OF_ART", "PRODUCT", "EVENT"})


def apply(article: Article, spans: list[Found]) -> list[Found]:
    """Give what is numbered as laws are their type, name acts in full, and take cases as one name."""
    read = _read_all(article, spans)
    if _VERSUS in article.text and not is_sport(article):
        read = _with_cases(article, read)
    return spans if read == spans else without_overlaps(read)


def _read_all(article: Article, spans: list[Found]) -> list[Found]:
    now = seen(article, spans)
    laws = set(_PLAIN.others(now))
    if not laws:
        return spans
    return [
        _read(article, span) if (name, span[2]) in laws else span for name, span in zip(now.names, spans, strict=True)
    ]


def _may_be_law(name: str, label: str) -> bool:
    """Whether a name is numbered as laws are, or an act that may have more of a name before it."""
    if label == "LAW":
        return name.endswith(" Act")
    numbered = name[:1] in _FIRST_LETTERS and name[-1:] in "0123456789IVXL" and _NUMBERED.fullmatch(name) is not None
    return numbered and label not in NUMBERS


_PLAIN = Plain(lambda name, label: not _may_be_law(name, label))


def _read(article: Article, span: Found) -> Found:
    text, (start, end, label) = article.text, span
    if label != "LAW":
        return Found(start, end, "LAW")
    before = _BEFORE_ACT.search(text, max(0, start - _READ), start)
    return span if before is None else Found(before.start(1), end, "LAW")


def _with_cases(article: Article, spans: list[Found]) -> list[Found]:
    """Cases in full, and by their first party where that is nobody whom the article names otherwise."""
    cases = [case for at in places_of(_VERSUS, article.text) if (case := _case(article, spans, at)) is not None]
    if not cases:
        return spans
    taken = Taken(cases)
    spans = [*cases, *(span for span in spans if taken.free(span[0], span[1]))]
    persons = {last_name(article.surface(span)) or "" for span in spans if span[2] == "PERSON"}
    alone = Counter(article.surface(span) for span in spans if span[2] == "PERSON")
    persons |= {name for name, count in alone.items() if count > 1}
    short = {article.surface(case).partition(_VERSUS)[0] for case in cases} - persons
    short = {
        name for name in short if len(name) >= _SHORTEST and " " not in name and not article.gazetteer.is_place(name)
    }
    return [
        Found(span.start, span.end, "LAW") if span.label in _MISTAKEN and article.surface(span) in short else span
        for span in spans
    ]


def _case(article: Article, spans: list[Found], at: int) -> Found | None:
    """The case whose parties stand on both sides of the offset."""
    text, after = article.text, at + len(_VERSUS)
    left = next((span for span in spans if span.end == at and span.label not in NUMBERS), None)
    right = next((span for span in spans if span.start == after and span.label not in NUMBERS), None)
    if left is None and right is None:
        return None
    plaintiff = left or _PLAINTIFF.search(text, max(0, at - _READ), at)
    defendant = right or _DEFENDANT.match(text, after)
    if plaintiff is None or defendant is None:
        return None
    start = plaintiff.start if isinstance(plaintiff, Found) else plaintiff.start()
    return Found(start, defendant.end if isinstance(defendant, Found) else defendant.end(), "LAW")
