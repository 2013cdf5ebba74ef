"""Which language a text is in."""

import re

import py3langid

_READ = 2000  # characters: enough to be sure of a news text, and the cost does not grow with it
# Lists and short lines are mostly names, and names say little: py3langid calls a list of English headlines Dutch.
# Another language than English is believed when the text is long enough to tell, and hardly reads like English.
_SHORTEST = 20  # words
_ENGLISH_SHARE = 0.12  # English news has 0.3 to 0.4 of its words among these, other languages below 0.08
_ENGLISH = frozenset(
    "the of and to that is was for on with as by it be are from at have has had not this but his her he she they we "
    "you i who which will would been were their an or its said says after over than about more when there what".split()
)
# Letters that English has no use for decide even in a short text.
_OTHER_SCRIPT = re.compile(r"[^\W\d_a-zA-ZÀ-ɏ]")
_WORD = re.compile(r"[^\W\d_]+")


def detect(text: str) -> str | None:
    """The ISO 639-1 code of the likeliest language; None for a text without letters.

    A text that is too short to tell, or has English function words, is taken for English.
    """
    sample = text[:_READ]
    words = _WORD.findall(sample.lower())
    if not words:
        return None
    code: str = py3langid.classify(sample)[0]
    if code == "en" or _is_english(sample, words):
        return "en"
    return code


def _is_english(sample: str, words: list[str]) -> bool:
    if len(_OTHER_SCRIPT.findall(sample)) * 2 > sum(map(len, words)):
        return False
    share = sum(word in _ENGLISH for word in words) / len(words)
    return share >= _ENGLISH_SHARE or (len(words) < _SHORTEST and share > 0)


def normalise(code: str) -> str:
    """A language tag such as en-GB as its ISO 639-1 code."""
    return code.replace("_", "-").split("-")[0].strip().lower()
