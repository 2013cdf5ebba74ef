"""Whether what stands in quotation marks was said: neither a title nor a word held at a distance."""

import re

from pipeline.core.extract.quotations.attribution import Attribution
from pipeline.core.extract.quotations.marks import Stretch, last_sign
from pipeline.core.extract.quotations.words import Words

_WORD = re.compile(r"[^\W_][\w’'-]*")
_ENDS = ".!?…,—–-"
_FRAGMENT = 3  # words of a part of a sentence that a verb of speech goes with
_ALONE = 6  # words of a part of a sentence without one
_SHORT_TITLE = 4  # letters; longer words begin with a capital in an English title
_READ = 40  # characters before a quotation in which "the film" and the like stands


def is_speech(text: str, stretch: Stretch, found: Attribution | None, sentence: tuple[int, int], words: Words) -> bool:
    """Whether a stretch is speech, given who is found to speak it and where its sentence stands."""
    inner = text[stretch.start : stretch.end]
    count = len(_WORD.findall(inner))
    whole = inner[0] in "¿¡" or not inner[0].islower()
    said = found is not None and found.said is not None
    if count == 0 or _is_work(text, stretch, words):
        return False
    if _is_title(inner, whole) and not (
        said and found is not None and found.near and last_sign(text, stretch) in _ENDS
    ):
        return False
    alone = not text[sentence[0] : stretch.opened].strip()
    if whole and (alone or (found is not None and found.near)):
        return count > 1 or (said and last_sign(text, stretch) in _ENDS)
    return count >= (_FRAGMENT if said else _ALONE)


def _is_work(text: str, stretch: Stretch, words: Words) -> bool:
    before = text[max(0, stretch.opened - _READ) : stretch.opened].split()
    return bool(before) and words.work.fullmatch(before[-1]) is not None


def _is_title(inner: str, whole: bool) -> bool:
    """Whether all longer words begin with a capital, and nothing ends a sentence."""
    longer = [word for word in _WORD.findall(inner) if len(word) >= _SHORT_TITLE]
    if not whole or not longer or len(longer) < 2:
        return False
    return all(word[0].isupper() for word in longer)
