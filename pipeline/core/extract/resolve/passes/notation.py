"""What looks like a name and is none: addresses, handles, tickers, party tags, credits, illnesses, run-on words."""

import re
from functools import lru_cache

from pipeline.core.extract.resolve.article import Article, Found, Taken, without_overlaps
from pipeline.core.extract.resolve.passes.abbreviations import CREDENTIALS, is_abbreviation
from pipeline.core.extract.resolve.passes.known_organisations import KNOWN_ORGANISATIONS
from pipeline.core.extract.resolve.passes.states import POSTAL, SHORT_FORMS, STATES
from pipeline.core.extract.resolve.passes.vocabulary import NUMBERS, TITLES
from pipeline.core.extract.resolve.patterns import APOSTROPHE, APOSTROPHES, NAME, REMEMBERED
from pipeline.core.extract.resolve.seen import Plain, Seen, seen

_ADDRESS = re.compile(
    r"(?:https?://|www\.|pic\.twitter\.com/)\S+"  # of a page
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"  # of a mailbox
    r"|(?<![\w&])[@#]\w+"  # handles and hashtags
)
_EXCHANGE = r"(?:NYSE|NASDAQ|Nasdaq|AMEX|OTC\w*|TSXV?|LSE|LON|ASX|FRA|EPA|ETR|HKG|SEHK|BSE|NSE|SIX|JSE|SGX|TYO|TSE|KRX)"
# All begin with a sign, so that a text is only looked at there.
_TICKER = re.compile(
    r"[(\[<$](?:"
    rf"(?<=[(\[]){_EXCHANGE}(?: [A-Z]\w+)?: ?[^)\]\n]{{1,30}}[)\]]"  # "(NYSE: NWS)"
    r"|(?<=\()[A-Z0-9]{1,6}\.[A-Z]{1,2}\)"  # "(NWS.OL)"
    r"|(?<=<)[A-Z0-9]{1,6}(?:\.[A-Z]{1,3})?>"  # "<NWS.OL>"
    r"|(?<=\$)(?<!\w\$)[A-Z]{1,5}\b(?![.\d])"  # "$NWS"
    r")"
)
# "R-Tenn.", "D-CA": party and state of a member of Congress
_PARTY = re.compile(r"(?:D|R|I|DFL)[-–](.+)")
_UNSHORTENED = "Alaska Hawaii Idaho Iowa Maine Ohio Texas Utah".split()
_MEMBERS = frozenset((*SHORT_FORMS, *STATES, *STATES.values(), *POSTAL, *_UNSHORTENED))
_MEMBERS |= {name.removesuffix(".") for name in SHORT_FORMS}
# "— Anna Lind (@lind)": whose words they are, below a message that a page shows
_SIGNED = re.compile(r"[—–] ?([^\n—–(]{1,50}) \(@\w+\)")
_CREDIT = re.compile(r"\s(?:Photos?|PHOTOS?|Video|VIDEO|Graphic|Illustration|File|FILE)$")
_CREDITS = frozenset("FILE PHOTO PHOTOS File Photo Photos Image Images IMAGE Video VIDEO Caption Credit Embed".split())
# Illnesses and degrees
_NO_NAMES = frozenset(
    "COVID COVID-19 Covid Covid-19 SARS SARS-CoV-2 MERS HIV AIDS HIV/AIDS Ebola Zika H1N1 H5N1 Alzheimer Parkinson "
    "ADHD PTSD ALS COPD HPV IBS STD STDs PhD Ph.D. PhDs MBA Esq".split()
)
_POSTS = frozenset((*TITLES, *"Co-Founder Cofounder Founder Co-Chair Chair Sens Reps Govs COO CFO CTO & and".split()))
_ACRONYM = 4  # letters
_LONGEST_WORK = 10  # words; more are a sentence in quotes
_BELIEF = re.compile(r"[A-Z]\w+isms?")  # "Lindism"
_KEPT = re.compile(r"\s(?:Foundation|News|Institute|Photos?|Top|Trust|Group|Corp)\b")
_DAY = re.compile(r"\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$")  # "Congress Sunday" told something on Sunday
# "Democratic Sens." Lind and Moe
_PARTIAL = re.compile(r"\s(?:Sens?|Reps?|Govs?)\.?$")
_BEINGS = frozenset({"PERSON", "ORG", "GPE", "LOC", "NORP"})
# What a model takes abbreviations for.
_SHORTENED = _BEINGS | {"PRODUCT", "WORK_OF_ART", "FAC"}
_ILLNESS = re.compile(r"\s(?:Syndrome|Disease|Virus|Fever|Disorder)$")
_OF_ILLNESS = re.compile(rf"{APOSTROPHE}s?{APOSTROPHE}? (?:disease|syndrome)\b")
_POST_OF = re.compile(r"(?:Partner|Head|Director|Manager|VP|Chief|President|Professor) of ")
_AGENCY = re.compile(r"(?:Getty Images|Getty(?! Images)|Reuters|REUTERS|AFP|AP|EPA|Alamy|Shutterstock)(?=\s[A-Z])")
_JOINED = re.compile(rf"(?:Prime)?(?:{'|'.join(title for title in TITLES if len(title) > 5)})(?={NAME})")
_SIGNS = frozenset({"$", *APOSTROPHES})  # right behind a name
_CREDITED = frozenset({"PERSON", "ORG"})
_STUCK = re.compile(
    r"(?:is|a(?=[A-Z][a-z])|the|The|of|and|in|to|by|for|with|that|from|as)(?=[A-Z])|"
    r"[A-Z][a-z]+(?:Chairman|Leader|Minister) "
)
_GLUED = re.compile(r"(?<=\w[a-z])(?:Credit|Photo|Image|Picture|Getty|Reuters|Share|Read|Watch|Published)$")


def apply(article: Article, spans: list[Found]) -> list[Found]:
    """Drop such spans, and cut such parts off the others."""
    text = article.text
    signed = Taken(Found(*match.span(1), "") for match in _SIGNED.finditer(text)) if " (@" in text else None
    if signed is not None:
        spans = [span for span in spans if span[2] in NUMBERS or _signs(span, signed.overlapping(span[0], span[1]))]
    marks = [match.span() for pattern in _patterns(text) for match in pattern.finditer(text)]
    if not marks and _are_names(text, seen(article, spans)):
        return spans
    taken = Taken(Found(start, end, "") for start, end in marks)
    kept: list[Found] = []
    for span in spans:
        named: Found | None = span
        if span[2] not in NUMBERS:
            named = _outside(text, span, taken.overlapping(span[0], span[1])) if marks else span
            named = _cut(article, named) if named is not None else None
            if named is not None and kept and _is_credential(text, kept[-1], named):
                continue
            if named is not None and named[2] in _CREDITED:
                kept += _credited(article, named)
                continue
        if named is not None:
            kept.append(named)
    return without_overlaps(kept)


def _are_names(text: str, now: Seen) -> bool:
    """Whether all of what spans say is names, and nothing is said of them to the contrary."""
    illness = not now.behind.isdisjoint(APOSTROPHES) and ("disease" in text or "syndrome" in text)
    quiet = now.apart and not illness and "$" not in now.behind
    return quiet and not _NAMES.others(now)


def _is_name(name: str, label: str) -> bool:
    """Whether a span is one name and all of it, wherever it stands."""
    if label in NUMBERS:
        return True
    loud = label == "ORG" and _is_loud(name)
    credit = name in CREDENTIALS or (label in _CREDITED and _agency(name))
    return not loud and not credit and _name_in(name, label) == (0, len(name))


_NAMES = Plain(_is_name)


def _signs(span: Found, signatures: list[Found]) -> bool:
    """Whether a span in a signature is a person or ends with the name that signs."""
    return not signatures or span.label == "PERSON" or signatures[0].end == span.end


def _patterns(text: str) -> list[re.Pattern[str]]:
    """Those that can match at all; most articles have none of these characters."""
    found = [_ADDRESS] if "@" in text or "#" in text or "://" in text or "www." in text or "pic.tw" in text else []
    return [*found, _TICKER] if "$" in text or "<" in text or "(" in text else found


def _is_credential(text: str, before: Found, span: Found) -> bool:
    """Whether a span is what somebody has learned: "Anna Lind, MD"."""
    beside = before.label == "PERSON" and text[before.end : span.start] == ", "
    return beside and text[span.start : span.end] in CREDENTIALS


def _outside(text: str, span: Found, marks: list[Found]) -> Found | None:
    """What of a span lies outside the marks, on their left or else on their right."""
    if not marks:
        return span
    if span.start < marks[0].start:
        end = span.start + len(text[span.start : marks[0].start].rstrip(' ([<—–-"”“'))
        return Found(span.start, end, span.label) if end > span.start else None
    start = marks[-1].end
    while start < span.end and not text[start].isalnum():
        start += 1
    return Found(start, span.end, span.label) if start < span.end else None


def _credited(article: Article, span: Found) -> list[Found]:
    """An agency of photographs, and what the page has right behind it."""
    agency = _agency(article.surface(span))
    if not agency:
        return [span]
    first = Found(span.start, span.start + agency, "ORG")
    return [first] if span.label == "ORG" else [first, Found(first.end + 1, span.end, "PERSON")]


@lru_cache(maxsize=REMEMBERED)
def _agency(surface: str) -> int:
    """Where such an agency ends that a name begins with; 0 without one."""
    agency = _AGENCY.match(surface)
    return 0 if agency is None or _KEPT.match(surface, agency.end()) else agency.end()


def _cut(article: Article, span: Found) -> Found | None:
    """Without credit and run-on words; None for what names nothing."""
    text, (start, end, label) = article.text, span
    surface, behind = text[start:end], text[end : end + 1]
    if behind in _SIGNS:
        if behind == "$" and label == "GPE":  # "US$ 40"
            return None
        if behind != "$" and _OF_ILLNESS.match(text, end):
            return None
    part = (
        None if label == "ORG" and surface[-1:] == "S" and _is_shouted(article, surface) else _name_in(surface, label)
    )
    if part is None or part == (0, end - start):
        return span if part is not None else None
    return Found(start + part[0], start + part[1], label)


@lru_cache(maxsize=REMEMBERED)
def _name_in(surface: str, label: str) -> tuple[int, int] | None:
    """Where the name begins and ends in what a span says; None when there is none."""
    if _names_nothing(surface, label):
        return None
    start = _JOINED.match(surface)
    start = start if label == "PERSON" else None
    start = start or _STUCK.match(surface)
    begin = start.end() if start is not None else 0
    surface = _GLUED.sub("", surface)
    if label == "ORG":
        surface = _CREDIT.sub("", surface)
    if label in ("ORG", "PERSON", "GPE"):
        surface = _PARTIAL.sub("", _DAY.sub("", surface))
    elif label != "EVENT" and (bare := _DAY.sub("", surface)) in KNOWN_ORGANISATIONS and " " not in bare:
        surface = bare  # "Twitter Sunday", which is no work of art
    if begin >= len(surface) or surface in _CREDITS:
        return None
    return begin, len(surface)


def _is_shouted(article: Article, surface: str) -> bool:
    """Whether a plural is in capitals for loudness: the text has it in small letters too."""
    return _is_loud(surface) and surface.lower() in article.lowered


def _is_loud(surface: str) -> bool:
    return surface.isupper() and surface[-1] == "S" and len(surface) > _ACRONYM


def _names_nothing(surface: str, label: str) -> bool:
    party = _PARTY.fullmatch(surface)
    if party is not None and party[1] in _MEMBERS:
        return True
    words = surface.split()
    if label in ("ORG", "PERSON", "WORK_OF_ART") and all(word in _POSTS for word in words):
        return True
    if label == "WORK_OF_ART" and len(words) > _LONGEST_WORK:
        return True
    named = label in _BEINGS and (_ILLNESS.search(surface) or not any(map(str.isalpha, surface)))
    if "=" in surface or named:
        return True
    if label == "ORG" and _POST_OF.match(surface):
        return True
    return (
        surface in _NO_NAMES
        or (_BELIEF.fullmatch(surface) is not None and label == "PERSON")
        or (label in _SHORTENED and is_abbreviation(surface, label))
        or (label == "ORG" and all(w in _CREDITS for w in words))
    )
