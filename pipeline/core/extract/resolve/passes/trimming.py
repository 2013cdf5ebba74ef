"""Spans that say the name and nothing else: no article, possessive, title, quotation mark or line end."""

import re
from functools import lru_cache, partial

from pipeline.core.extract.gazetteer import Gazetteer
from pipeline.core.extract.resolve.article import Article, Found, without_overlaps
from pipeline.core.extract.resolve.passes.vocabulary import LABELS_KEPT_WHOLE, PLACES, TITLE
from pipeline.core.extract.resolve.patterns import APOSTROPHE, REMEMBERED
from pipeline.core.extract.resolve.seen import Plain, Seen, seen

_LEADING = re.compile(
    rf"(?:{APOSTROPHE}s\b|[\W_]++|(?:the|The|THE|a|A|an|An|this|that|of|and|or|at|in|for|from|by)\s++)++(?=\S)"
)
# Written small they are no part of a French name, unlike those of "Le Havre"; "l'" and "d'" never are. A dash with
# spaces around it ends a dateline.
_FRENCH_LEADING = re.compile(r"(?:[\W_]++|[lLdD]['’]|(?:le|la|les|un|une|du|de|des|au|aux|et|en|à)\s++)++(?=\S)")
_FRENCH_TRAILING = re.compile(r"\s[-–—]\s.*$")
# A name has a letter or a digit that is not the possessive's.
_NAMED = re.compile(rf"(?<!{APOSTROPHE})[^\W_]|{APOSTROPHE}[^\W_]{{2}}")
# Possessive throughout: what has been taken is never given back, so a row of signs takes time that grows with it.
_TRAILING = re.compile(rf"(?:{APOSTROPHE}[sS]?|\s++(?:and|or|of|the|in|at|for|to|&)|[^\w.)!?%+])++$")
_QUARTER = re.compile(r"\s+(?:Q[1-4]|H[12])$")  # "Nordwind Q3"
_TITLE = re.compile(rf"(?:{TITLE})\s+(?=\S)")
_LARGE = 300_000  # people
_LONGEST = 200  # characters; what is longer is no name
_OPENING = {")": "(", "]": "["}


def apply(article: Article, spans: list[Found]) -> list[Found]:
    """Cut every span down to its name; a span over a line end becomes one a line."""
    if _are_bare(article, seen(article, spans)):
        return spans
    text, trimmed = article.text, []
    for span in spans:
        start, end, label = span
        if label in LABELS_KEPT_WHOLE:
            trimmed.append(span)
        elif "\n" not in text[start:end]:
            trimmed.append(_trim(article, span))
        else:
            trimmed += [_trim(article, piece) for piece in _lines(text, span)]
    return without_overlaps([span for span in trimmed if 0 < span[1] - span[0] <= _LONGEST])


def _are_bare(article: Article, now: Seen) -> bool:
    """Whether there is nothing to trim at any of the names."""
    behind_the = _behind_the(article.gazetteer)
    return (
        now.apart
        and not (_BARE_IN_FRENCH if article.language == "fr" else _BARE).others(now)
        and all(behind_the.isdisjoint(now.of(label)) for label in PLACES)
    )


def _is_bare(name: str, label: str, language: str) -> bool:
    """Whether a span says its name and nothing else, whatever it stands behind: only an apostrophe may matter."""
    if label in LABELS_KEPT_WHOLE or not 0 < len(name) <= _LONGEST:
        return 0 < len(name) <= _LONGEST
    return "\n" not in name and all(_inner(before, name, label, language) == (0, len(name)) for before in ("", "'"))


_BARE = Plain(partial(_is_bare, language="en"))
_BARE_IN_FRENCH = Plain(partial(_is_bare, language="fr"))


@lru_cache
def _behind_the(known: Gazetteer) -> frozenset[str]:
    """What stands behind the article in the names of cities."""
    return frozenset(name.removeprefix("The ") for name in known.cities if name.startswith("The "))


def _lines(text: str, span: Found) -> list[Found]:
    pieces, start = [], span.start
    for line in text[span.start : span.end].split("\n"):
        if any(character.isalnum() for character in line):
            pieces.append(Found(start, start + len(line), span.label))
        start += len(line) + 1
    return pieces


def _trim(article: Article, span: Found) -> Found:
    start, end, label = span
    if end - start > _LONGEST:
        return span
    text = article.text
    begins, ends = _inner(text[start - 1 : start] if start else "", text[start:end], label, article.language)
    if begins or start + ends < end:
        span = Found(start + begins, start + ends, label)
    return _with_article(article, span) if label in PLACES else span


@lru_cache(maxsize=REMEMBERED)
def _inner(before: str, surface: str, label: str, language: str) -> tuple[int, int]:
    """Where the name begins and ends in a span that stands behind the character `before`."""
    text, span = before + surface, Found(len(before), len(before) + len(surface), label)
    start, end = span.start, span.end
    if not _NAMED.search(text, start, end) or text[start:end].islower():
        return 0, 0
    leading = _FRENCH_LEADING if language == "fr" else _LEADING
    if (lead := leading.match(text, start, end)) is not None and not _begins_title(text, lead.end(), span):
        start = lead.end()
    if span.label == "PERSON":
        while (title := _TITLE.match(text, start, end)) is not None:
            start = title.end()
    surface = text[start:end]
    if language == "fr":
        surface = _FRENCH_TRAILING.sub("", surface)
    surface = _closed(_TRAILING.sub("", _QUARTER.sub("", surface)))
    surface = _TRAILING.sub("", surface)
    return start - len(before), start - len(before) + len(surface)


def _with_article(article: Article, span: Found) -> Found:
    """A city whose name has the article in it: "The Hague"."""
    start = span.start - len("The ")
    if not article.text.startswith("The ", max(0, start)):
        return span
    whole = article.gazetteer.is_city(article.text[start : span.end], _LARGE)
    return Found(start, span.end, span.label) if whole else span


def _begins_title(text: str, name: int, span: Found) -> bool:
    """Whether the article belongs to the work's own name: "The Crown", but not "the Crown"."""
    return span.label == "WORK_OF_ART" and text[span.start : name].strip() in ("The", "A", "An")


def _closed(surface: str) -> str:
    """Without a bracket that is opened and not closed, or closed and not opened."""
    for closing, opening in _OPENING.items():
        if surface.count(opening) > surface.count(closing):
            surface = surface[: surface.rindex(opening)].rstrip(" ,")
        elif surface.endswith(closing) and surface.count(closing) > surface.count(opening):
            surface = surface[:-1]
    return surface
