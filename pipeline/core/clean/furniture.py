"""Furniture: lines that say themselves what they are and are never an article's, in any of the languages.

"Advertisement", "Share on Facebook", "Lesen Sie auch: …", "関連記事". They are taken out before anything is judged, so
that three of them in the middle of an article cannot make what stands below look like its tail. The phrases stand
in `pipeline.core.languages`, with how they are written; what is told by its signs alone, in any language, in `signs`.
"""

import re
from itertools import islice
from typing import NamedTuple

from pipeline.core.clean import signs
from pipeline.core.languages import LANGUAGES
from pipeline.core.reasons import RemovedReason

# A longer line is no furniture. One that only begins like it may be as long as the phrase is telling, by its words.
_LONGEST, _LONGEST_OPEN = 500, (0, 160, 250, 320, 500)
_LONGEST_CLOSED, _LONGEST_DENSE = 200, 160
# Most words of a phrase, and of a bar of buttons.
_MOST_WORDS, _BAR_WORDS = 8, 16
# What may follow the words of a phrase that ends in ": *", and what opens somebody's words.
_SIGNS, _DASHES = frozenset(":：|»›>→▶►@"), frozenset("–—-−")
_QUOTES = frozenset("\"'“”„«‘’「『‹")
# From here on scripts are written without spaces (kana; Korean, too, whose words change at their ends).
_FIRST_DENSE, _DENSE_CHARS = "\u3041", 4
_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
_WORD = re.compile(r"[^\W_]+")
_ENDS = re.compile(r"[\W_]*([^\W_]+)(?:[\W_]+([^\W_]+))?")
# Long enough for the last word of any phrase and the signs behind it.
_LAST_CHARS = 24
_BAR_REASONS = (RemovedReason.SHARE_OR_FOLLOW, RemovedReason.COMMENTS)


class _Phrases(NamedTuple):
    """The phrases of all languages, in words parted by spaces: those that are a line, begin one, end one."""

    whole: dict[str, RemovedReason]
    begin: dict[str, RemovedReason]
    lead: dict[str, RemovedReason]
    end: dict[str, RemovedReason]


class _Dense(NamedTuple):
    """The same of scripts that are written without spaces, where a phrase may begin or end inside of a word."""

    begin: dict[str, RemovedReason]
    end: dict[str, RemovedReason]


def _normal(text: str) -> str:
    """Small letters, and 0 for every number."""
    return _NUMBER.sub("0", text.lower())


def _said(phrase: str) -> str:
    return " ".join(_WORD.findall(_normal(phrase)))


def _collect() -> _Phrases:
    found = _Phrases({}, {}, {}, {})
    for language in LANGUAGES.values():
        for reason, phrases in language.furniture.items():
            for phrase in sorted(phrases):
                _kind(found, phrase).setdefault(_said(phrase), reason)
    return found


def _kind(found: _Phrases, phrase: str) -> dict[str, RemovedReason]:
    if phrase.startswith("* "):
        return found.end
    if phrase.endswith("*"):
        return found.lead if phrase.rstrip("* ").endswith(":") else found.begin
    return found.whole


_PHRASES = _collect()
_DENSE = _Dense(
    *({said: reason for said, reason in kind.items() if len(said) >= _DENSE_CHARS and said[-1] >= _FIRST_DENSE}
      for kind in (_PHRASES.begin, _PHRASES.end))
)  # fmt: skip
_DENSE_BEGIN, _DENSE_END = tuple(_DENSE.begin), tuple(_DENSE.end)
_BUTTONS = frozenset(said for said, reason in _PHRASES.whole.items() if reason in _BAR_REASONS and " " not in said)
# Most lines need no closer look than at their first two words and their last.
_OPENERS = _BUTTONS | {said for said in (*_PHRASES.begin, *_PHRASES.lead) if " " not in said}
_PAIRS = frozenset(
    tuple(said.split(" ", 2)[:2])
    for said in (*_PHRASES.whole, *_PHRASES.begin, *_PHRASES.lead) if " " in said
)  # fmt: skip
_LAST_WORDS = frozenset(said.rsplit(" ", 1)[-1] for said in _PHRASES.end)


def furniture(text: str) -> RemovedReason | None:
    """Why a line goes that is furniture; None for one that is not."""
    if len(text) > _LONGEST:
        return None
    ends = _ENDS.match(text)
    if ends is None:
        return None
    first, second = ends[1].lower(), ends[2]
    if first[0].isdigit():
        first = _normal(first)
    if _may_open(first, second) and (found := _opened(text)) is not None:
        return found
    last = _last_word(text)
    if last in _LAST_WORDS and (found := _closed(text)) is not None:
        return found
    if last in signs.CREDITED and signs.is_credit(text):
        return RemovedReason.CAPTION
    if first[0] >= _FIRST_DENSE and len(text) <= _LONGEST_DENSE and (found := _dense(text)) is not None:
        return found
    # Lines that begin with a word and hold neither sign are most of all.
    return signs.by_signs(text) if ends.start(1) or "©" in text or "@" in text else None


def _last_word(text: str) -> str:
    """The last word, in small letters; nothing where only signs stand at the end."""
    end = text[-_LAST_CHARS:]
    words = _WORD.findall(end, end.rfind(" ") + 1) or _WORD.findall(end)
    return words[-1].lower() if words else ""


def _may_open(first: str, second: str | None) -> bool:
    if first in _OPENERS:
        return True
    if second is None:
        return first in _PHRASES.whole
    return (first, second.lower() if second.isalpha() else _normal(second)) in _PAIRS


def _dense(text: str) -> RemovedReason | None:
    said = _normal(text).strip()
    reason = None
    if said.startswith(_DENSE_BEGIN):
        reason = next(reason for phrase, reason in _DENSE.begin.items() if said.startswith(phrase))
    elif said.endswith(_DENSE_END):
        reason = next(reason for phrase, reason in _DENSE.end.items() if said.endswith(phrase))
    return reason


def _opened(text: str) -> RemovedReason | None:
    """Furniture that is a phrase or begins with one, or is a bar of several."""
    said = _normal(text)
    matches = list(islice(_WORD.finditer(said), _BAR_WORDS + 1))
    words = [match[0] for match in matches]
    if len(words) <= _MOST_WORDS and (reason := _PHRASES.whole.get(" ".join(words))) is not None:
        return reason
    if text.lstrip()[:1] in _QUOTES:
        return None
    for count in range(min(_MOST_WORDS, len(words)), 0, -1):
        phrase = " ".join(words[:count])
        if (reason := _PHRASES.lead.get(phrase)) is not None and _leads(said, matches[count - 1].end()):
            return reason
        if (reason := _PHRASES.begin.get(phrase)) is not None and count < len(words) and _fits(text, count):
            return reason
    return _bar(words)


def _fits(text: str, count: int) -> bool:
    return len(text) <= _LONGEST_OPEN[min(count, len(_LONGEST_OPEN) - 1)]


def _leads(said: str, end: int) -> bool:
    """Whether a colon or an arrow follows, or a dash that is not inside a word."""
    after = said[end:]
    sign = after.lstrip()[:1]
    return sign in _SIGNS or (sign in _DASHES and after[0].isspace())


def _closed(text: str) -> RemovedReason | None:
    if len(text) > _LONGEST_CLOSED or text.lstrip()[:1] in _QUOTES:
        return None
    words = _WORD.findall(_normal(text))
    for count in range(min(_MOST_WORDS, len(words) - 1), 0, -1):
        reason = _PHRASES.end.get(" ".join(words[-count:]))
        if reason is not None:
            return reason
    return None


def _bar(words: list[str]) -> RemovedReason | None:
    """A bar of buttons: nothing but phrases for sharing and comments, and how often they were used."""
    if not 1 < len(words) <= _BAR_WORDS:
        return None
    at = reasons = 0
    while at < len(words):
        if words[at][0] == "0":
            at += 1
            continue
        for count in range(min(4, len(words) - at), 0, -1):
            if _PHRASES.whole.get(" ".join(words[at : at + count])) in _BAR_REASONS:
                at, reasons = at + count, reasons + 1
                break
        else:
            return None
    return RemovedReason.SHARE_OR_FOLLOW if reasons else None
