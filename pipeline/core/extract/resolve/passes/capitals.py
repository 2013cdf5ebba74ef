"""Lines in capitals, as the headlines of agencies: names that the rest of the article spells out stand there too."""

import re
import string
from collections.abc import Callable, Iterator

from pipeline.core.extract.resolve.article import Article, Found, Names, Taken, without_overlaps
from pipeline.core.extract.resolve.passes.vocabulary import NUMBERS

_SHORTEST = 4  # letters; shorter words in capitals are more often acronyms and everyday words
_UPPER, _LETTERS = string.ascii_uppercase.encode(), string.ascii_letters.encode()
_BEYOND = re.compile(r"[^\x00-\x7f]")
_SHARE = 0.8  # of a line's letters
_EVERYDAY = frozenset("OPEN WINS BACK LEAD LEADS GOLD CLUB HELP POOR RICH YOUNG GRAND STAR CITY UNITED".split())


def apply(article: Article, spans: list[Found]) -> list[Found]:
    """Name in a line of capitals what is named elsewhere, and cut what the model has taken along there."""
    lines = list(_lines(article.text))
    if not lines:
        return spans
    inside = Taken(Found(start, end, "") for start, end in lines)
    known = _known(article, [span for span in spans if inside.free(span.start, span.end)])
    names = Names(known)
    found = [name for start, end in lines for name in article.occurrences(names, start, end)]
    taken = Taken(found)
    return without_overlaps([*found, *(span for span in spans if taken.free(span.start, span.end))])


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.splitlines(keepends=True):
        upper = _count(line, _UPPER, str.isupper)
        if upper > 2 * _SHORTEST and upper >= _SHARE * _count(line, _LETTERS, str.isalpha):
            yield start, start + len(line)
        start += len(line)


def _count(line: str, among: bytes, counts: Callable[[str], bool]) -> int:
    """How many characters of a line count; those of ASCII are known, and looking at each other one costs ten times."""
    plain = line.encode("ascii", "ignore")
    others = _BEYOND.findall(line) if len(plain) < len(line) else ()
    return len(plain) - len(plain.translate(None, among)) + sum(map(counts, others))


def _known(article: Article, spans: list[Found]) -> dict[str, str]:
    """Names in capitals with their labels: the whole names, and what clubs and persons are called for short."""
    whole: dict[str, str] = {}
    short: dict[str, str] = {}
    for span in spans:
        if span.label in NUMBERS:
            continue
        name = article.surface(span)
        whole.setdefault(name.upper(), span.label)
        if span.label in ("PERSON", "ORG") and " " in name:
            short.setdefault(name.rsplit(maxsplit=1)[-1].upper(), span.label)
    return {name: label for name, label in (short | whole).items() if len(name) >= _SHORTEST and name not in _EVERYDAY}
