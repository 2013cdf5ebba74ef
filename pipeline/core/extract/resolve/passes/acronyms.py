"""An acronym is the same thing as the name that it stands for: "World Health Organization (WHO)"."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from pipeline.core.extract.resolve.article import Article, Found, Taken, Word, without_overlaps
from pipeline.core.extract.resolve.passes.vocabulary import NUMBERS
from pipeline.core.extract.resolve.patterns import REMEMBERED, places_of
from pipeline.core.extract.resolve.seen import seen

_SHORT = r"[(\[]\s?([A-Z][A-Za-z&-]{0,12}[A-Z][a-z]{0,6})\s?[)\]]"
_BRACKETED = re.compile(rf"\s?{_SHORT}")
# "nicotine therapy, or NT"; all begin with a sign, so that a text is only looked at there
_ANYWHERE = re.compile(rf"[(\[,](?:(?<=[(\[]){_SHORT[5:]}|(?<=,) or ([A-Z]{{2,7}})\b)")
_BRACKETS = frozenset("([")
_OPENINGS = frozenset({" (", " ["})
_PIECE = re.compile(r"[A-Z][a-z]*")
# "NT (nicotine therapy)"
_SPELLED = re.compile(r" [(\[]([a-z]+(?:[ -][a-z]+){1,4})[)\]]")
_AND = re.compile(r"\s(?:and|&)\s")
_PARTS = re.compile(r"[\s/-]+")
_SHORTEST, _LONGEST = 2, 7  # letters of an acronym that stands alone
_TWO = 2  # names that one name in full may have been taken for; pieces of a short form
_SURE = 3  # letters of one that no bracket explains
_MOST = 10  # words that an acronym stands for
_SKIPPED = frozenset("of the for and in on to a de des du la et y".split())
_NAMED = frozenset({"ORG", "LAW", "EVENT", "FAC", "WORK_OF_ART", "PRODUCT", "LOC", "NORP"})

_MISTAKEN = frozenset({"GPE", "PERSON", "WORK_OF_ART", "PRODUCT"})
_EXPLAINING = frozenset({"ORG", "LAW", "EVENT", "LOC"})


@dataclass(slots=True)
class _Explained:
    """What the text explains in brackets: names in full, and acronyms of what is no name ("nicotine therapy (NT)")."""

    names: list[Found] = field(default_factory=list)
    common: set[str] = field(default_factory=set)


def apply(article: Article, spans: list[Found]) -> list[Found]:
    """Name the acronym as the name in full is named, here and wherever it stands alone."""
    explained = _explained(article, spans)
    if explained.names:
        taken = Taken(explained.names)
        spans = [*explained.names, *(span for span in spans if taken.free(span.start, span.end))]
        spans = without_overlaps(spans)
    if explained.common:
        spans = [span for span in spans if article.surface(span) not in explained.common]
    label_of = _in_brackets(article, spans)
    label_of |= {short: span.label for span, short, _ in pairs(article, spans)}
    alone = _alone(article, spans, label_of)
    if not label_of and not alone:
        return spans
    every, text = alone | label_of, article.text
    relabelled = [
        span if (label := every.get(text[span[0] : span[1]])) is None else Found(span[0], span[1], label)
        for span in spans
    ]
    if not label_of:
        return without_overlaps(relabelled)
    taken = Taken(relabelled)
    missed = [found for found in article.occurrences(label_of) if taken.free(found.start, found.end)]
    return without_overlaps([*relabelled, *missed])


def pairs(article: Article, spans: list[Found]) -> list[tuple[Found, str, int]]:
    """Each name that an acronym follows, the acronym, and where it starts."""
    found, text = [], article.text
    for span in _before_brackets(text, spans):
        match = _BRACKETED.match(text, span[1])
        if match is not None and span.label != "PERSON" and stands_for(match.group(1), article.surface(span)):
            found.append((span, match.group(1), match.start(1)))
    return found


def _before_brackets(text: str, spans: list[Found]) -> list[Found]:
    """The spans behind which a bracket opens, or one character further on."""
    opened = {at for bracket in _BRACKETS for at in places_of(bracket, text)}
    return [span for span in spans if span[1] in opened or span[1] + 1 in opened] if opened else []


def stands_for(short: str, name: str) -> bool:
    """Whether the capitals of `short` are initials of the words of `name`, in order.

    Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions", PSB 2003, match single
    letters; initials alone are stricter and enough for names. What follows "and" may be left out: "Centers for Disease
    Control and Prevention (CDC)".
    """
    return _capitals(short) in acronyms_of(name)


@lru_cache(maxsize=REMEMBERED)
def acronyms_of(name: str) -> frozenset[str]:
    """The acronyms that a name of two words or more may have; none for a single word."""
    words = _PARTS.split(name)
    if len(words) < 2:
        return frozenset()
    found = {_initials(words, _SKIPPED), _initials(words, ())}
    if len(before := _initials(_AND.split(name)[0].split(), _SKIPPED)) > 2:
        found.add(before)
    return frozenset(short for short in found if len(short) > 1)


def by_acronym(names: Iterable[str]) -> dict[str, list[str]]:
    """The names of two words or more by the acronyms that they may have."""
    found: dict[str, list[str]] = {}
    for name in names:
        for short in acronyms_of(name):
            found.setdefault(short, []).append(name)
    return found


def _capitals(short: str) -> str:
    return "".join(filter(str.isupper, short))


def _initials(words: Iterable[str], skipped: Iterable[str]) -> str:
    return "".join(_letters(word) for word in words if word and word.lower() not in skipped).upper()


def _letters(word: str) -> str:
    """What a word gives an acronym: its first letter, or all of "U.S."."""
    return word.replace(".", "") if word[1:2] == "." and word[-1] == "." else word[0]


def is_made_of(short: str, name: str) -> bool:
    """Whether `short` is made of beginnings of all words of `name`, in order: "UniHa" of "University of Halden"."""
    pieces = _PIECE.findall(short)
    words = [word for word in name.split() if word.lower() not in _SKIPPED]
    if "".join(pieces) != short or len(pieces) != len(words) or len(pieces) < _TWO:
        return False
    return any(len(piece) > 1 for piece in pieces) and all(map(str.startswith, words, pieces))


def is_acronym(name: str) -> bool:
    """Whether the name is of capitals only, as "WHO" and "F.E.C." are."""
    letters = name.replace(".", "")
    return _SHORTEST <= len(letters) <= _LONGEST and letters.isalpha() and letters.isupper()


def _in_brackets(article: Article, spans: list[Found]) -> dict[str, str]:
    """What stands in brackets right behind an organisation and has capitals is short for it: "Hill Trust (HiTr)"."""
    found, text = {}, article.text
    if "(" not in text:
        return {}
    for before, span in pairwise(spans):
        if before[2] != "ORG" or span[2] not in _MISTAKEN or span[0] - before[1] > 2:
            continue
        short = article.surface(span)
        capitals = sum(map(str.isupper, short)) > 1 and " " not in short
        inside = text[before.end : span.start] in (" (", "(") and text.startswith(")", span.end)
        if capitals and inside:
            found[short] = "ORG"
    return found


@lru_cache(maxsize=REMEMBERED)
def _is_sure(name: str) -> bool:
    return is_acronym(name) and len(name.replace(".", "")) >= _SURE


def _explained(article: Article, spans: list[Found]) -> _Explained:
    explained = _Explained()
    explained.common.update(
        name
        for span in _before_brackets(article.text, spans)
        if article.text[span[1] : span[1] + 2] in _OPENINGS
        and (spelled := _SPELLED.match(article.text, span[1])) is not None
        and is_acronym(name := article.surface(span))
        and stands_for(name, spelled[1])
    )
    possible = "(" in article.text or "[" in article.text or ", or " in article.text
    matches = list(_ANYWHERE.finditer(article.text)) if possible else []
    if not matches:
        return explained
    taken = seen(article, spans).taken
    labels = {article.surface(span): span.label for span in spans if span.label in _NAMED}
    for match in matches:
        short = match[1] or match[2]
        words = _words_before(article, match.start(), short)
        if words[-1].text[0].islower() if words else _shortens_common(article, match.start(), short):
            explained.common.add(short)
        elif words and words[0].text[0].isupper():
            over = taken.overlapping(words[0].start, words[-1].end)
            inside = all(words[0].start <= span.start and span.end <= words[-1].end for span in over)
            label = over[0].label if over else labels.get(short)
            if label in _NAMED and inside and len(over) <= _TWO:
                explained.names.append(Found(words[0].start, words[-1].end, label))
    return explained


def _shortens_common(article: Article, bracket: int, short: str) -> bool:
    """Whether pieces of a name in brackets are beginnings of words before it, the last of a small one.

    "state and local tax deduction (SALT)", "Halden diet (HaDiet)": some words may be without a piece, and the last is.
    """
    last = article.first_word(bracket)
    if last == 0 or article.text[article.ends[last - 1] : bracket] not in (" ", ""):
        return False
    pieces = _PIECE.findall(short)
    if "".join(pieces) != short or len(pieces) < _TWO:
        return False
    words = " ".join(article.texts[max(0, last - len(pieces) - 3) : last]).replace("-", " ").split()
    if any(_are_letters(pieces, words[-count:]) for count in range(_TWO, len(pieces))):
        return True
    return any(_are_beginnings(pieces, words[: len(words) - back]) for back in (0, 1))


def _are_letters(pieces: list[str], words: list[str]) -> bool:
    """Whether the pieces stand in the words in order, the first and last where one begins: "cardiovascular disease"."""
    if not words[-1].islower() or not words[-1].startswith(pieces[-1].lower()):
        return False
    letters = iter(" ".join(words).lower())
    return words[0][0].lower() == pieces[0][0].lower() and all(letter in letters for letter in "".join(pieces).lower())


def _are_beginnings(pieces: list[str], words: list[str]) -> bool:
    """Whether each piece is the beginning of a word, in order, the last one of the last word, a small one."""
    if not words or not words[-1].islower() or not words[-1].startswith(pieces[-1].lower()):
        return False
    number = len(words) - 1
    for piece in reversed(pieces[:-1]):
        number -= 1
        while number >= 0 and not words[number].lower().startswith(piece.lower()):
            number -= 1
        if number < 0:
            return False
    return True


def _words_before(article: Article, bracket: int, short: str) -> list[Word]:
    """The words right before a bracket that the acronym in it stands for."""
    last = article.first_word(bracket)
    for size in range(2, min(_MOST, last) + 1):
        first = last - size
        if article.text[article.ends[first] : article.starts[first + 1]] not in (" ", "-", ", "):
            return []
        if article.texts[first].lower() in _SKIPPED:
            continue
        name = article.text[article.starts[first] : article.ends[last - 1]]
        if article.text[article.ends[last - 1] : bracket] in (" ", "") and stands_for(short, name):
            return list(map(Word, article.starts[first:last], article.ends[first:last], article.texts[first:last]))
    return []


def _alone(article: Article, spans: list[Found], known: dict[str, str]) -> dict[str, str]:
    """Labels of acronyms that stand in no brackets, where one name of the article fits and no other."""
    now, countries = seen(article, spans), article.gazetteer.countries
    short = [name for name in now.votes if _is_sure(name) and name not in known and name not in countries]
    if not short:
        return {}
    labels = {name: label for name, (_, _, label) in zip(now.names, spans, strict=True) if label not in NUMBERS}
    longer = by_acronym(name for name, label in labels.items() if label in _EXPLAINING)
    found = {}
    for name in short:
        fitting = {labels[full] for full in longer.get(_capitals(name), ())}
        if len(fitting) == 1:
            found[name] = fitting.pop()
    return found
