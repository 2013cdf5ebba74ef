"""What a name does tells what it is: works do not file suits, towns make no statements, and a president has an
administration.
"""

import re
from collections.abc import Collection
from functools import lru_cache

from pipeline.core.extract.resolve.article import Article, Found
from pipeline.core.extract.resolve.passes.known_organisations import KNOWN_ORGANISATIONS
from pipeline.core.extract.resolve.passes.vocabulary import (
    FACILITY_END,
    LOCATION_END,
    MAKERS,
    ORGANISATION_KINDS,
    ORGANISATION_NOUNS,
)
from pipeline.core.extract.resolve.patterns import REMEMBERED
from pipeline.core.extract.resolve.seen import seen

_SPEAKS = re.compile(
    r"(?: \([A-Z]{2,8}\))? (?:said|says|told|announced|confirmed|declined|filed|sued|reported|obtained|published|"
    r"launched|employs|acquired|unveiled|apologi[sz]ed|tweeted|refused|plans to|agreed)\b"
)
_ASKED = re.compile(
    r"\b(?:told|[Aa]ccording to|interview with|reported by|statement (?:by|from)|published (?:by|in)|CEO of|"
    r"[Ii]mage:|[Pp]hoto(?:graph)?:|Credit:|"
    r"employees of|founder of|spokes(?:man|woman|person) for|works for|worked for|shares of|owned by|acquired by) "
    r"(?:the |The )?$"
)
_SHORTEST_ACRONYM = 3  # letters
_PLACES_FOR_SHORT = frozenset("NYC LAX JFK SFO DFW PRC ROC ROK KSA DRC CAR NSW NYS NWT USSR DPRK BVI USVI".split())
_LARGE = 300_000  # people; smaller cities have namesakes who govern
_READ = 32  # characters before a name that are looked at
_LOCATIVE = re.compile(r"\b(?:in|In|at|near|from|outside|around|to|into|across|throughout|of|visit|visited) (?:the )?$")
_POWER = re.compile(r"(?:['’]s)? (?:administration|presidency|transition team)\b")
_QUOTES = "“\"‘'«"
# "a federal contractor, Halden,"
_NOUNS = (
    ORGANISATION_NOUNS
    | (MAKERS - {"owner", "rival"})
    | set(
        "contractor startup start-up blog website site outlet portal station platform producer developer supplier "
        "provider operator subsidiary vendor lender nonprofit watchdog regulator".split()
    )
)
_BEFORE_NAME = re.compile(r"([\w-]+),? (?:called )?$")
_GEOGRAPHY_END = LOCATION_END | FACILITY_END
# "the riverside town Halden"
_TOWN = re.compile(r"\b(?:town|city|village|suburb|hamlet|port|island|province) $")
# The last characters of what a pattern finds before a name, and the first of what it finds behind one: they tell of
# nearly all names that there is nothing to find.
_TOWN_ENDS = frozenset({"wn ", "ty ", "ge ", "rb ", "et ", "rt ", "nd ", "ce "})
_WORKED_ENDS = frozenset({"at ", "or ", "of ", "in ", "by ", "he "})
_ASKED_ENDS = frozenset("ld |to |th |by |om |in |of |or |he |e: |o: |h: |t: ".split("|"))
_KIND_ENDS = frozenset(noun[-2:] for noun in (*_NOUNS, "called"))
_POWER_BEGINS = frozenset({"'s", "’s", " a", " p", " t"})
_TRADED = re.compile(
    r"['’]s? (?:shares|stock|apps?|website|platform|customers|users|employees|board|CEO|chief executive|products?|"
    r"headquarters|owner|subsidiary|revenues?|sales|profits?|factory|plant|technology|software|investors|shareholders)\b"
    r"| (?:has |have )?(?:launched|unveiled|acquired|employs|operates|manufactures|supplies|sells|shipped|rolled out)\b"
    r"| (?:shares|stock|customers|users|employees|executives|spokes(?:man|woman|person)|CEO|engineers)\b"
)
_WORKED = re.compile(
    r"\b(?:(?:professors?|researche?r?s?|scientists?|engineers?|analysts?|executives?|employees|works?|worked|"
    r"jobs?) (?:at|for)|(?:shares|stake|stock|investors) (?:of|in)|"
    r"(?:made|developed|manufactured|supplied|operated|owned|acquired) by|"
    r"(?:CEO|chief executive|subsidiary|unit) of) (?:the )?$"
)
_WHO = re.compile(
    r",? whos?e?\b|, \d{1,3}\b|"
    r"['’]s (?:wife|husband|mother|father|parents|son|daughter|lawyer|family|death|widow|brother|sister)\b"
)
_ARTIST = re.compile(r"\b(?:rapper|singer|actor|actress|comedian|musician|songwriter|artist|footballer|star) $")
# "President Lind's campaign"
_TITLED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Sen|Gov|Rep|Prof)\.? $|"
    r"\b(?:President|Senator|Governor|Mayor|Congressman|Congresswoman|Chancellor|Premier|Minister) $"
)
# "an officer at Halden"
_POST_AT = re.compile(
    r"\b(?:[Oo]fficer|[Dd]irector|[Mm]anager|[Pp]artner|[Ff]ellow|[Ee]ditor|[Rr]eporter|[Ff]ounder|[Aa]nalyst|"
    r"[Ee]conomist|[Ss]trategist|[Cc]orrespondent) (?:at|with) (?:the )?$"
)
# "Head of Procurement at Halden", "a professor of law at Halden"
_HELD_AT = re.compile(
    r"\b(?:[Hh]ead|[Dd]irector|[Mm]anager|[Pp]artner|[Oo]fficer|President|[Cc]hief|[Ll]eader|[Ee]ngineer|[Aa]rchitect|"
    r"CEO|CTO|CFO)\b[^.\n]{0,60} at (?:the )?$"
)
_TAUGHT_AT = re.compile(r"\b(?:professor|lecturer|researcher|scholar|historian)\b[^.\n]{0,40} at $")
_TEACHES = re.compile(r" (?:[a-z]+ ){0,2}professors?\b")
_AT = frozenset({" at ", "the "})
_READ_FAR = 90  # characters before what somebody works at
# "the UniHa study": an institution's, whose short name has capitals inside
_STUDIED = re.compile(
    r" (?:stud(?:y|ies)|researchers?|scientists?|team|survey|poll|report|officials|students|campus)\b"
)
_INNER_CAPITAL = re.compile(r"[A-Z][a-z]+[A-Z]\w*|[A-Z]{3,}")
_PLACES_BEGIN = frozenset("New Fort St. San Santa Lake Mount".split())
_READ_ON = frozenset({"WORK_OF_ART", "GPE", "LOC", "ORG", "PRODUCT", "PERSON"})


def apply(article: Article, spans: list[Found]) -> list[Found]:
    """Give a name another type when nothing speaks for what the model took it for and its conduct against it."""
    changed, persons = _changed(article, spans), seen(article, spans).of("PERSON")
    acronyms = {span for span in spans if span[2] == "GPE" and _is_unknown_acronym(article, span)}
    if not changed and not acronyms:
        return spans
    return [
        Found(span.start, span.end, label)
        if span.label in _READ_ON and (label := changed.get(article.surface(span)))
        else Found(span.start, span.end, "ORG")
        if span in acronyms and article.surface(span) not in persons
        else span
        for span in spans
    ]


def _changed(article: Article, spans: list[Found]) -> dict[str, str]:
    """The types that names get; none for those that somewhere do what they were taken for."""
    now = seen(article, spans)
    parts = {word for name in now.of("PERSON") if " " in name for word in name.split()}
    organisations = now.of("ORG")
    spoken: dict[str, str] = {}
    own: set[str] = set()
    sure: set[str] = set()
    text = article.text
    for name, span in zip(now.names, spans, strict=True):
        start, _, label = span
        if label in _READ_ON:
            before = text[max(0, start - _READ) : start]
            if name.isalnum() and _is_sure(article, span, before, parts):
                sure.add(name)
            said = _evidence(article, span, before, parts, organisations)
            if said == "own":
                own.add(name)
            elif said is not None:
                spoken[name] = max(said, spoken.get(name, ""))
    return {name: label for name, label in spoken.items() if name not in own} | dict.fromkeys(sure, "ORG")


def _is_sure(article: Article, span: Found, before: str, parts: set[str]) -> bool:
    """Whether the text says what one word is that no gazetteer has, or where somebody works or teaches."""
    text, (start, end, label) = article.text, span
    last, kind = before[-4:], label != "WORK_OF_ART" and _is_kind(before)
    if not kind and last not in _AT and (label != "GPE" or text[end : end + 1] != " "):
        return False
    name, known = text[start:end], article.gazetteer
    if name in parts or name in known.nationalities:
        return False
    if known.is_place(name):
        return label == "GPE" and name in known.cities and name not in known.states and _teaches(text, span, last)
    if label == "WORK_OF_ART" or (label == "GPE" and text[end : end + 1] == ","):
        return False
    return kind or (last in _AT and _HELD_AT.search(text, max(0, start - _READ_FAR), start) is not None)


def _teaches(text: str, span: Found, last: str) -> bool:
    """Whether a city's name is its university's: professors of it, or somebody who teaches at it."""
    if _TEACHES.match(text, span.end):
        return True
    return last == " at " and _TAUGHT_AT.search(text, max(0, span.start - _READ_FAR), span.start) is not None


def _evidence(
    article: Article, span: Found, before: str, parts: set[str], organisations: Collection[str]
) -> str | None:
    """The type that this mention speaks for; "own" for the one it has.

    `before` are the characters before the name, `parts` the words of persons' full names, `organisations` what is
    somewhere taken for one.
    """
    text, (start, end, label) = article.text, span
    name = text[start:end]
    if label in ("ORG", "PERSON"):
        if before[-3:] in _TOWN_ENDS and _TOWN.search(before) and " of " not in name:
            return "GPE"
        if name in organisations and _is_titled(article, span, name, before):
            return "PERSON"
        if label == "ORG":
            power = text[end : end + 2] in _POWER_BEGINS and _has_power(article, span, name)
            return "PERSON" if power else "ORG" if _is_kind(before) else None
        return _trades(article, span, before) if " " not in name and name not in parts else None
    if label in ("WORK_OF_ART", "PRODUCT"):
        return _no_work(article, span, before)
    return _no_place(article, span, before)


def _no_work(article: Article, span: Found, before: str) -> str | None:
    if " " not in article.surface(span) and (
        _ARTIST.search(before) or _has_power(article, span, article.surface(span))
    ):
        return "PERSON"
    if before and before[-1] in _QUOTES:
        return "own"
    if _acts(article, span, before) or _POST_AT.search(before):
        return "ORG"
    name = article.surface(span)
    if " " not in name and _WHO.match(article.text, span.end):
        return "PERSON"
    return "ORG" if _INNER_CAPITAL.fullmatch(name) and _STUDIED.match(article.text, span.end) else None


def _no_place(article: Article, span: Found, before: str) -> str | None:
    name = article.surface(span)
    if article.gazetteer.is_place(name) or _is_place_by_name(name) or _LOCATIVE.search(before):
        return "own"
    if _has_power(article, span, name):
        return "PERSON"
    return "ORG" if _acts(article, span, before) else None


def _is_kind(before: str) -> bool:
    """Whether a noun for an organisation stands right before a name: "a federal contractor, Halden"."""
    if before[-3:-1] not in _KIND_ENDS and before[-2:] != ", ":
        return False
    if before[-1:] != " ":
        return False
    last = before[:-1].rpartition(" ")[2]
    return _ends_with_kind(before if last == "called" else f"{last} ")


@lru_cache(maxsize=REMEMBERED)
def _ends_with_kind(before: str) -> bool:
    match = _BEFORE_NAME.search(before)
    if match is None:
        return False
    words = match[1].split("-")
    return any("-".join(words[number:]) in _NOUNS for number in range(len(words)))


def acts(article: Article, span: Found) -> bool:
    """Whether a name does what organisations and persons do, or is spoken of as they are."""
    return _acts(article, span, article.text[max(0, span.start - _READ) : span.start])


def _acts(article: Article, span: Found, before: str) -> bool:
    speaks = article.text[span[1] : span[1] + 1] == " " and _SPEAKS.match(article.text, span[1])
    asked = before[-3:] in _ASKED_ENDS and _ASKED.search(before)
    return bool(speaks or asked or _is_kind(before))


def _trades(article: Article, span: Found, before: str) -> str | None:
    """Whether a bare name that the model took for a person's is a company's by what it has and does."""
    if _is_kind(before):
        return "ORG"
    if _WHO.match(article.text, span.end):
        return "own"
    works = before[-3:] in _WORKED_ENDS and _WORKED.search(before)
    return "ORG" if works or _TRADED.match(article.text, span.end) else None


def _is_unknown_acronym(article: Article, span: Found) -> bool:
    """Whether a place's name is an acronym that no gazetteer has, in a text that is not in capitals."""
    name = article.surface(span)
    if not (name.isupper() and name.isalpha() and len(name) >= _SHORTEST_ACRONYM) or name in _PLACES_FOR_SHORT:
        return False
    if article.gazetteer.is_place(name) or article.gazetteer.is_place(name.title()):
        return False
    return any(map(str.islower, article.text[span.end : span.end + _READ]))


def _is_place_by_name(name: str) -> bool:
    words = name.split()
    return words[-1] in _GEOGRAPHY_END or words[0] in _PLACES_BEGIN


def _is_titled(article: Article, span: Found, name: str, before: str) -> bool:
    """Whether a title stands before one plain word, and no word with a capital behind it."""
    behind = article.text[span.end : span.end + 2]
    plain = name.isalpha() and not name.isupper() and name not in ORGANISATION_KINDS and not behind[1:].isupper()
    return plain and _TITLED.search(before) is not None


def _has_power(article: Article, span: Found, name: str) -> bool:
    single = name.isalpha() and not name.isupper() and not article.gazetteer.is_city(name, _LARGE)
    known = name in article.gazetteer.countries or name in article.gazetteer.nationalities
    known = known or name in KNOWN_ORGANISATIONS or name in ORGANISATION_KINDS
    return single and not known and _POWER.match(article.text, span.end) is not None
