"""Which stretches of a text stand in quotation marks: the outermost, paragraph by paragraph."""

import re
from typing import NamedTuple

_MARK = re.compile("[\"“”„«»「」『』＂〝〞‘'’‚‹›\n]")
# A single mark is one only where it cannot be an apostrophe.
_SINGLE_MARK = re.compile(r"(?<![\w.,!?…'’”\"»])[‘'‚‹](?=[^\W_]|\.\.\.|…)|(?<=[\w,.!?…])[’'](?!\w)|(?<=\w)›")
_SINGLES = frozenset("‘'’‚‹›")
# What closes a mark, the usual first.
_CLOSES = {
    "“": '”“"',
    "”": "”",
    "„": '“”„"',
    "«": "»",
    "»": "«»",
    '"': '"”',
    "＂": "＂",
    "〝": "〞",
    "「": "」",
    "『": "』",
    "‘": "’'",
    "'": "'’",
    "‚": "‘’",
    "‹": "›",
}
_SINGLE = frozenset("‘'‚‹")
# A quotation that goes on in the next paragraph is opened there again; French opens with the closing mark.
_GOES_ON = re.compile(r"\s*([\"“”„«»])\s?")
_SPACE = " \t\n\u00a0\u202f\u2009\u200b"
_BEFORE_OPENING = _SPACE + "([{—–-/…:¿¡>|"
_OTHER_CLOSING = re.compile(r"[‘\n]|(?<!\w)'(?=\w)|([’'])(?!\w)")
_LONGEST_STRAIGHT = 80  # characters that 'straight single marks' may hold where a word and a space surround the last
_LONGEST = 6000  # characters; who never closes a mark quotes nobody


class Stretch(NamedTuple):
    """What stands in marks: `text[start:end]`, and with the marks `text[opened:closed]`."""

    start: int
    end: int
    opened: int
    closed: int


def last_sign(text: str, stretch: Stretch) -> str:
    """The last character of a stretch that is no quotation mark itself: what is quoted in it may end it."""
    end = stretch.end
    while end - 1 > stretch.start and text[end - 1] in "’'”\"‘“«»›":
        end -= 1
    return text[end - 1]


def stretches(text: str) -> list[Stretch]:
    """The outermost stretches in quotation marks, in order, without overlaps.

    One that is not closed in its paragraph goes on in the next if that is opened with a mark again; else it ends with
    the paragraph when it began it, and is a stray mark when it did not.
    """
    found: list[Stretch] = []
    opened = -1
    resume = 0
    for match in _MARK.finditer(text):
        at = match.start()
        mark = text[at]
        if at < resume or (mark in _SINGLES and _SINGLE_MARK.match(text, at) is None):
            continue
        if opened < 0:
            if mark != "\n" and _opens(text, at):
                opened = at
        elif mark == "\n":
            if (resume := _continued(text, at, opened)) == 0:
                _add_unclosed(found, text, opened, at)
                opened = -1
        elif at - opened > _LONGEST:
            opened = at if _opens(text, at) else -1
        elif _closes(text, at, opened):
            _add(found, text, opened, at, at + 1)
            opened = -1
        elif mark == text[opened] and mark in '“„"' and _opens(text, at):
            opened = at  # the mark before was a stray one
    if opened >= 0:
        _add_unclosed(found, text, opened, len(text))
    return found


def _opens(text: str, at: int) -> bool:
    mark = text[at]
    if mark not in _CLOSES:
        return False
    if mark in "「『〝":
        return True
    before = text[at - 1] if at else "\n"
    after = text[at + 1] if at + 1 < len(text) else "\n"
    if mark == "«":
        return after != "\n"
    if after in _SPACE:
        return False
    if mark in "“„":
        return True
    return before in _BEFORE_OPENING or before in "“„«\"'‘"


def _closes(text: str, at: int, opened: int) -> bool:
    mark, opening = text[at], text[opened]
    if mark not in _CLOSES.get(opening, ""):
        return False
    before = text[at - 1]
    after = text[at + 1] if at + 1 < len(text) else "\n"
    if mark in "’'" and before.isalnum() and after not in ",;:":
        return _closes_behind_word(text, at, opened)
    if mark == opening or (mark in '“"' and opening != "„"):
        # The same mark opens and closes: here it closes unless it can only open.
        return not (before in _SPACE and after not in _SPACE) and not (mark == "“" and after.isalnum())
    return True


def _closes_behind_word(text: str, at: int, opened: int) -> bool:
    """Whether a single mark closes though it could be an apostrophe: "the teachers’ ‘last word’ on it"."""
    if text[opened] == "'" and at - opened > _LONGEST_STRAIGHT:
        return False
    if text[at - 1] not in "sS":
        return True
    later = _OTHER_CLOSING.search(text, at + 1)
    return later is None or later[1] is None


def _continued(text: str, newline: int, opened: int) -> int:
    """Where to read on when the quotation goes on in the next paragraph; 0 when it does not."""
    match = _GOES_ON.match(text, newline)
    if match is None or text[opened] in _SINGLE:
        return 0
    mark = match.group(1)
    same = mark == text[opened] or (text[opened] == "«" and mark == "»")
    return match.end() if same else 0


def _add(found: list[Stretch], text: str, opened: int, end: int, closed: int) -> None:
    start = opened + 1
    while start < end and text[start] in _SPACE:
        start += 1
    while end > start and text[end - 1] in _SPACE:
        end -= 1
    if end > start:
        found.append(Stretch(start, end, opened, closed))


def _add_unclosed(found: list[Stretch], text: str, opened: int, end: int) -> None:
    begins_paragraph = opened == 0 or text[opened - 1] == "\n"
    if begins_paragraph and text[opened] not in _SINGLE and end - opened <= _LONGEST:
        _add(found, text, opened, end, end)
