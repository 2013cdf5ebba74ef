"""Whether what stands in quotation marks was said: neither a title nor a word held at a distance."""

import re

from pipeline.core.extract.quotations.attribution import Attribution
from pipeline.core.extract.quotations.marks import Stretch, last_sign
from pipeline.core.extract.quotations.words import Words

_WORD = re.compile(r"[^\W_][\w’'-]*")
_NEXT = re.compile(r"[ \u00a0]([^\W\d_]+)")
_BEHIND = re.compile(r",\s([^\W\d_]+)\s([^\W\d_]+)")
_ENDS = ".!?…,—–-"
_FRAGMENT = 3  # words of a part of a sentence that a verb of speech goes with
_BRIEF = 3  # letters of a word or two that a verb of speech right beside goes with
_NEAR = 70  # characters between that verb and these
_ALONE = 6  # words of a part of a sentence without one
_SHORT_TITLE = 4  # letters; longer words begin with a capital in an English title
_READ = 40  # characters before a quotation in which "the film" and the like stands


def is_speech(
    text: str,
    stretch: Stretch,
    found: Attribution | None,
    sentence: tuple[int, int],
    words: Words,
    *,
    implied: bool = False,
) -> bool:
    """Whether a stretch is speech, given who is found to speak it and where its sentence stands.

    `implied` says that the sentence reports speech and leaves it to the one before to say whose.
    """
    inner = text[stretch.start : stretch.end]
    count = len(_WORD.findall(inner))
    whole = inner[0] in "¿¡" or not inner[0].islower()
    said = implied or (found is not None and found.said is not None)
    if count == 0 or _is_work(text, stretch, words):
        return False
    ended = last_sign(text, stretch) in _ENDS or text[stretch.closed : stretch.closed + 1] == ","
    if _is_title(inner, whole) and not (said and found is not None and found.near and ended):
        return False
    alone = not text[sentence[0] : stretch.opened].strip()
    if whole and (alone or (found is not None and found.near)):
        return count > 1 or (said and last_sign(text, stretch) in _ENDS)
    if count >= (_FRAGMENT if said else _ALONE):
        return True
    return said and not whole and _is_brief(text, stretch, found, implied, words)


def _is_brief(text: str, stretch: Stretch, found: Attribution | None, implied: bool, words: Words) -> bool:
    """Whether one or two words are said: "called it “absurd”", but not "the “old” bridge" or "the word “free”"."""
    cue = found.cue if found is not None else None
    if cue is None and not implied:
        return False
    if cue is not None and max(stretch.opened - cue[1], cue[0] - stretch.closed) > _NEAR:
        return False
    before = _WORD.findall(text[max(0, stretch.opened - _READ) : stretch.opened])[-1:]
    last = before[0].lower() if before else ""
    if last in words.speech.terms or sum(map(str.isalpha, text[stretch.start : stretch.end])) < _BRIEF:
        return False
    behind = _NEXT.match(text, stretch.closed)
    return not (last in words.speech.determiners and behind and behind[1].lower() not in words.speech.prepositions)


def _is_work(text: str, stretch: Stretch, words: Words) -> bool:
    before = text[max(0, stretch.opened - _READ) : stretch.opened].split()
    if before and words.work.fullmatch(before[-1]) is not None:
        return True
    behind = _BEHIND.match(text, stretch.closed)  # "“Winter Wheat”, a novel about"
    if behind is None:
        return False
    return behind[1].lower() in words.speech.determiners and behind[2].lower() in words.speech.works


def _is_title(inner: str, whole: bool) -> bool:
    """Whether all longer words begin with a capital, and nothing ends a sentence."""
    longer = [word for word in _WORD.findall(inner) if len(word) >= _SHORT_TITLE]
    if not whole or not longer or len(longer) < 2:
        return False
    return all(word[0].isupper() for word in longer)
