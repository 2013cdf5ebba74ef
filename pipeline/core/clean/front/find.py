"""The front of an article: which of the first lines are headline, byline and dateline, and what they say."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Self

from pipeline.core.clean.front.agencies import credited
from pipeline.core.clean.front.byline import Byline, read_byline, read_names, trailing_byline
from pipeline.core.clean.front.dateline import Filed, read_dateline
from pipeline.core.clean.front.headline import find_headline
from pipeline.core.clean.front.lines import is_date
from pipeline.core.clean.lines import Line
from pipeline.core.records import Dateline

# How far down the front of an article reaches, and from where up a credit may stand, in lines that are not blank.
_FRONT_LINES, _LAST_LINES = 10, 3
# Above the first paragraph may stand more than that, of which only the front's lines are looked at.
_FURTHER = 30
_LOOKED_AT = 400
# A paragraph of the body, for the purpose of finding where the front ends; a teaser may be one too.
_PARAGRAPH, _TEASERS = 140, 2
_STOPS = (".", "!", "?", "…", ".”", '."', ".’", "؟", "。", ".»", "।", "۔", ".“", "？", "！")
_TELLING, _BODY_LINES = 4, 20
_ASKS = ("?", "!", "؟", "？", "！")


@dataclass(frozen=True, slots=True)
class Front:
    """Indices into the lines, and what stands there; None where the article has no such line."""

    headline: int | None = None
    byline: int | None = None
    dateline_at: int | None = None
    dateline: Dateline | None = None
    dates: tuple[int, ...] = ()
    authors: tuple[str, ...] = ()
    written_by: str | None = None
    agency: str | None = None

    @property
    def lines(self) -> frozenset[int]:
        """Indices of the lines that belong to the front."""
        return frozenset(i for i in (self.headline, self.byline, self.dateline_at, *self.dates) if i is not None)

    def moved(self, to: Sequence[int]) -> Self:
        """The same front, found among some of an article's lines, by these lines' numbers among all."""
        headline, byline, dateline_at = (
            None if place is None else to[place] for place in (self.headline, self.byline, self.dateline_at)
        )
        dates = tuple(to[place] for place in self.dates)
        return replace(self, headline=headline, byline=byline, dateline_at=dateline_at, dates=dates)


def find_front(lines: Sequence[Line], title: str | None = None) -> Front:
    """Recognise headline, byline, dateline and agency; `title` is the page's, where known."""
    head = [line.text[:_LOOKED_AT] for line in lines[:_FRONT_LINES]]
    dateline_at, filed = _find_dateline(head, title)
    end = dateline_at if dateline_at is not None else _first_paragraph(lines[:_FURTHER])
    end = min(end, len(head))
    headline = find_headline(head[:end], title)
    at, byline = _find_byline(lines, head, end, headline)
    agency = (filed.agency if filed else None) or (byline.agency if byline else None) or _find_credit(lines, end)
    return Front(
        headline,
        at,
        dateline_at if filed and filed.dateline else None,
        filed.dateline if filed else None,
        tuple(number for number in range(end) if number not in {headline, at} and is_date(head[number])),
        byline.authors if byline else (),
        byline.text if byline else None,
        agency,
    )


def _find_dateline(head: Sequence[str], title: str | None) -> tuple[int | None, Filed | None]:
    paragraphs = 0
    for index, text in enumerate(head):
        if title and text.casefold().split() == title.casefold().split():
            continue
        whole = len(text) >= _PARAGRAPH or text.rstrip().endswith(_STOPS)
        # A dateline opens a paragraph or stands alone; a headline with a dash in it is followed by others.
        if index == 0 and not whole:
            continue
        found = read_dateline(text)
        if found and (found.sure or (whole and paragraphs < _TEASERS and not _is_transcript(head))):
            return index, found
        paragraphs += whole
        if paragraphs > _TEASERS:
            break
    return None, None


def _is_transcript(head: Sequence[str]) -> bool:
    """Whether several lines begin with a name in capitals and a colon: speakers, not places."""
    return sum(text.partition(":")[0].isupper() and ":" in text[:40] for text in head) > 1


def _first_paragraph(lines: Sequence[Line]) -> int:
    for index, line in enumerate(lines):
        text = line.text.strip()
        if len(text) >= _PARAGRAPH or (index and text.endswith(_STOPS) and _is_prose(text)):
            return index
    return 0


def _is_prose(text: str) -> bool:
    """Whether a short line with a stop is a sentence of the body; a headline may ask or exclaim."""
    return (" " in text or not text.isascii()) and not text.endswith(_ASKS)


def _find_byline(
    lines: Sequence[Line], head: Sequence[str], end: int, headline: int | None
) -> tuple[int | None, Byline | None]:
    first = 0 if headline is None else headline + 1
    # Below a teaser, too: what begins with "by" and holds names only is a byline wherever it stands.
    for index in range(first, len(head)):
        byline = read_byline(head[index])
        if byline:
            return index, byline
    if headline is not None:
        above = set(head[headline].casefold().split())
        for index in range(first, end):
            byline = read_names(head[index])
            if byline and above.isdisjoint(head[index].casefold().split()) and not _is_subject(byline, lines[end:]):
                return index, byline
    for text in head[first : end + 1]:
        byline = trailing_byline(text)
        if byline:
            return None, byline
    return None, None


def _is_subject(byline: Byline, body: Sequence[Line]) -> bool:
    """Whether the body has the words of what may be a name in small letters: "Climate Change" is what it is about."""
    named = {word.lower() for word in byline.text.split() if len(word) >= _TELLING}
    left = named.difference(*(line.text[:_LOOKED_AT].split() for line in body[:_BODY_LINES]))
    return bool(named) and not left


def _find_credit(lines: Sequence[Line], end: int) -> str | None:
    """The agency that a line above the body or at the very end credits."""
    for line in (*lines[:end], *reversed(lines[max(end, len(lines) - _LAST_LINES) :])):
        agency = credited(line.text)
        if agency:
            return agency
    return None
