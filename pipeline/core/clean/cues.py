"""What a removed line most likely was: reason codes by the words that give such lines away.

The words explain a cut, they do not decide it: which lines go is the business of `model` and `decide`.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from pipeline.core.languages import LANGUAGES
from pipeline.core.reasons import RemovedReason

# In order of precedence. A plain expression of one or two words counts in a line of any length, the ones under
# `_IN_SHORT` in a line of at most `_SHORT_WORDS`: a headline may speak of a share price or of Twitter.
_ANYWHERE = (
    RemovedReason.COPYRIGHT,
    RemovedReason.COMMENTS,
    RemovedReason.NEWSLETTER,
    RemovedReason.SHARE_OR_FOLLOW,
    RemovedReason.ADVERTISEMENT,
    RemovedReason.TAGS,
    RemovedReason.AUTHOR_BIO,
    RemovedReason.RELATED_HEADLINE,
    RemovedReason.CONSENT,
    RemovedReason.APP_PROMOTION,
    RemovedReason.PAYWALL,
    RemovedReason.NAVIGATION,
)
_IN_SHORT = (
    RemovedReason.COMMENTS,
    RemovedReason.SHARE_OR_FOLLOW,
    RemovedReason.ADVERTISEMENT,
    RemovedReason.TAGS,
    RemovedReason.CAPTION,
    RemovedReason.RELATED_HEADLINE,
    RemovedReason.NAVIGATION,
)
_BIO = {"writer", "reporter", "journalist", "editor", "author", "correspondent", "columnist", "blogger", "contributor"}
_WORD = re.compile(r"[^\W_]+")
# A sign of what a line is stands at its start; the limit keeps a 10 MB line cheap.
_LOOKED_AT = 300
_SHORT_WORDS = 7
_HEADLINE_WORDS = 4


def _table(order: Sequence[RemovedReason], cues: Sequence[Mapping[RemovedReason, frozenset[str]]]) -> dict[str, int]:
    table: dict[str, int] = {}
    for rank, reason in enumerate(order):
        for known in cues:
            for expression in known.get(reason, ()):
                table.setdefault(expression, rank)
    return table


_RANKS_ANYWHERE = _table(_ANYWHERE, [language.cues for language in LANGUAGES.values()])
_RANKS_SHORT = _table(_IN_SHORT, [language.short_cues for language in LANGUAGES.values()])
# A line without the longest word of any expression needs no closer look.
_TRIGGERS = frozenset(max(expression.split(), key=len) for expression in _RANKS_ANYWHERE) - {"is"} | _BIO
_NONE = len(_ANYWHERE) + len(_IN_SHORT)


def reason_for(line: str) -> RemovedReason:
    """Say what a line that goes most likely was."""
    head = line[:_LOOKED_AT]
    words = _WORD.findall(head.lower())
    if "©" in head or "ⓒ" in head:
        return RemovedReason.COPYRIGHT
    if not _TRIGGERS.isdisjoint(words):
        pairs = [f"{one} {other}" for one, other in pairwise(words)]
        rank = _first(_RANKS_ANYWHERE, (*words, *pairs))
        if rank < _NONE and (_ANYWHERE[rank] is not RemovedReason.AUTHOR_BIO or _is_bio(words)):
            return _ANYWHERE[rank]
    if len(words) <= _SHORT_WORDS:
        rank = _first(_RANKS_SHORT, words)
        if rank < _NONE:
            return _IN_SHORT[rank]
    if head.startswith("#"):
        return RemovedReason.TAGS
    if len(words) < _HEADLINE_WORDS:
        return RemovedReason.NAVIGATION
    return RemovedReason.OTHER if line.rstrip()[-1:] in ".:;؟。" else RemovedReason.RELATED_HEADLINE


def _first(ranks: Mapping[str, int], expressions: Iterable[str]) -> int:
    return min(map(ranks.__getitem__, filter(ranks.__contains__, expressions)), default=_NONE)


def _is_bio(words: list[str]) -> bool:
    """ "is a" alone is any sentence; with a trade it introduces somebody."""
    return not _BIO.isdisjoint(words)
