"""Sentences: where they begin and end in a text of any script, without a model and in one pass.

A full stop ends a sentence unless it belongs to an abbreviation ("Mr. Smith"), an initial ("J. Brandt"), an acronym
("U.S. troops"), an ordinal ("3. Mai") or a number ("3.5"), or unless the text goes on in small letters. Stops of
other scripts (。！？۔।) end one with or without a space behind them.
"""

import re

from pipeline.core.clean.units.openers import opens
from pipeline.core.languages import LANGUAGES

# Quotes that open in one language close in another; with a space behind them they close.
_CLOSING = r"[\"'”’“‘»›«‹)\]」』）》〉]*"
_END = re.compile(rf"[.!?…؟。！？｡．۔।॥።]+{_CLOSING}")
_UNSPACED_STOPS = "。！？｡．۔।॥።"
# Between two words without a space: a scraper lost a break there.
_GLUED = re.compile(r"[A-ZÀ-ÞА-Я][a-zß-ÿа-я]")
# What stood for a line break before it was lost: several spaces, tabs, separators of lines, breaks as they are escaped.
_BREAK = re.compile(r"[ \u00a0]{3,}|[\t\x0b\x0c\x1c-\x1e\x85\u2028\u2029\u3000]+|(?:\\r)?\\n|<[bB][rR] ?/?>")
_BREAK_SIGNS = (
    "   ",
    "\u00a0\u00a0",
    "\t",
    "\x0b",
    "\x0c",
    "\x1c",
    "\x1d",
    "\x1e",
    "\x85",
    "\u2028",
    "\u2029",
    "\u3000",
    "\\n",
    "<",
)
_LAST_TOKEN = re.compile(r"[^\s(\[{\"'“‘«]+\Z")
_NEXT_WORD = re.compile(r"[\s\"'“”‘’«»‹›(\[{¿¡„—–-]*(\w[\w'’]*)?")
_INVERTED = re.compile(r"\s+[¿¡]")
_ACRONYM = re.compile(r"(?:\w\.)+")
_SHORT_NUMBER = re.compile(r"\d{1,3}")
_TOKEN_CHARACTERS = 24
_SPACE = re.compile(r"\s*")

_ABBREVIATIONS = frozenset().union(*(language.abbreviations for language in LANGUAGES.values()))
_MONTHS = frozenset().union(*(language.months for language in LANGUAGES.values()))
# These are words as well, and abbreviations before a number only.
_BEFORE_NUMBERS = frozenset("no nos art fig".split())
# These stand before a name, so that what follows is no beginning even where it looks like one.
_TITLES = frozenset("mr mrs ms dr prof sr sra st gen sen rep rev gov col capt hr fr m mme no vs v".split())


def sentences(text: str, known: frozenset[str]) -> list[tuple[int, int]]:
    """The sentences of `text` as (start, end): all of it but the white space between them.

    `known` are the commonest words of its language: behind an abbreviation only they tell that a sentence begins.
    """
    ends = [match.end() for match in _END.finditer(text) if _ends(text, match, known)]
    breaks = [match.end() for match in _BREAK.finditer(text)] if any(map(text.__contains__, _BREAK_SIGNS)) else []
    spans: list[tuple[int, int]] = []
    start = 0
    for end in sorted({*ends, *breaks, len(text)}):
        piece = text[start:end]
        if piece.strip():
            spans.append((end - len(piece.lstrip()), start + len(piece.rstrip())))
        start = end
    return spans


def bare(sentence: str) -> str:
    """A sentence without the sign of a lost break at its end."""
    if "\\n" not in sentence and "<" not in sentence:
        return sentence
    return _BREAK.sub(" ", sentence).strip() or sentence


def _ends(text: str, match: re.Match[str], known: frozenset[str]) -> bool:
    """Whether a sentence ends with what looks like its last stop."""
    start, end = match.span()
    stop = text[start]
    if stop in _UNSPACED_STOPS:
        # 「…。」と is a quotation inside its sentence.
        return text[end - 1] not in "」』）”’" or not text[end : end + 1].isalpha()
    if end < len(text) and not text[end].isspace():
        return stop != "…" and text[start - 2 : start].islower() and _GLUED.match(text, end) is not None
    following = _NEXT_WORD.match(text, end)
    word = (following[1] or "") if following else ""
    if word[:1].islower():
        return False
    return stop != "." or text[start : start + 2] == ".." or _ends_with_full_stop(text, start, end, word, known)


def _ends_with_full_stop(text: str, start: int, end: int, word: str, known: frozenset[str]) -> bool:
    """Whether a full stop before `word` ends a sentence, rather than a word that takes one."""
    found = _LAST_TOKEN.search(text, max(0, start - _TOKEN_CHARACTERS), start)
    token = found[0].lower() if found else ""
    if not _keeps_stop(token) or (token in _BEFORE_NUMBERS and not word[:1].isdigit()):
        return True
    if _INVERTED.match(text, end):
        return True
    return opens(word, known) and token not in _TITLES and word.lower() not in _MONTHS


def _keeps_stop(token: str) -> bool:
    """Whether a stop behind this token may be its own."""
    return (
        token in _ABBREVIATIONS
        or token.rpartition(".")[2] in _ABBREVIATIONS
        or (len(token) == 1 and token.isalpha())
        or _ACRONYM.fullmatch(token + ".") is not None
        or _SHORT_NUMBER.fullmatch(token) is not None
    )
