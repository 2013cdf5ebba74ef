"""Headlines: which of the lines above an article is its title."""

from collections.abc import Sequence

from pipeline.core.clean.front.byline import read_byline, read_names
from pipeline.core.clean.front.lines import is_date, is_furniture, is_section
from pipeline.core.clean.front.words import BYLINE_OPENINGS

_LONGEST = 220
# A kicker is shorter than the headline below it, and in capitals, or ends with a colon.
_KICKER_WORDS, _HEADLINE_WORDS = 4, 4
_UNSPACED_HEADLINE = 8


def find_headline(lines: Sequence[str], title: str | None) -> int | None:
    """The number of the headline among the lines above the body; `title` is the page's, where known."""
    if title:
        for number, line in enumerate(lines):
            if _same(line, title):
                return number
    kickers: list[int] = []
    for number, line in enumerate(lines):
        if not _may_be_headline(line):
            continue
        if not _is_kicker(line) and (not kickers or _is_full(line)):
            return number
        kickers.append(number)
    return kickers[0] if kickers else None


def _same(one: str, other: str) -> bool:
    return one.casefold().split() == other.casefold().split()


def _may_be_headline(line: str) -> bool:
    text = line.strip()
    if len(text) > _LONGEST or (text.endswith(".") and not text.endswith("..")) or not any(map(str.isalpha, text)):
        return False
    if text.lower().strip(" :") in BYLINE_OPENINGS:
        return False
    return not (is_furniture(text) or is_section(text) or is_date(text) or read_byline(text))


def _is_kicker(line: str) -> bool:
    words = line.split()
    short = len(words) <= _KICKER_WORDS and len(line) <= 40
    return short and (len(words) <= 2 or line.isupper() or line.rstrip().endswith((":", "：")))


def _is_full(line: str) -> bool:
    """Whether a line is as long as headlines are, and no name."""
    words = line.split()
    long = len(words) >= _HEADLINE_WORDS or (len(words) <= 2 and len(line) >= _UNSPACED_HEADLINE and not line.isascii())
    return long and not line.isupper() and read_names(line) is None
