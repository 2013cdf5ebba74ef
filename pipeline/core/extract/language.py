"""Which language a text is in."""

import re

import py3langid

_READ = 2000  # characters: enough to be sure of a news text, and the cost does not grow with it
# Lists and short lines are mostly names, and names say little: py3langid calls a list of English headlines Dutch.
# So another language than English is believed only where the words between the names do not speak for English.
_ENGLISH = frozenset(
    "the of and to that is was for on with as by it be are from at have has had not this but his her he she they "
    "you i who which will would been were their an or its said says after over than about more when there what in a "
    "beat won".split()
)
# The commonest words of languages that share the alphabet, without those that are English too or belong to names.
_OTHERS = frozenset(
    "le les des et est dans pour une sur qui que pas avec au aux ce il elle ses und das ist nicht mit dem ein eine auf "
    "für sich auch im zu wird los las por con se su para del lo como het een niet voor aan ook bij wordt che non sono "
    "della nel alla os não uma em och att som är på för till av det og ikke er en na nie się że jest ve bir ja ei "
    "şi nu egy és".split()
)
_ENGLISH_SHARE = 0.15  # of the words in small letters; English news has 0.4 to 0.5 there, other languages below 0.08
_FEWEST = 8  # words in small letters; from fewer nobody can tell
_PROSE = 0.4  # share of words in small letters; lists of names have fewer
_OTHER_SCRIPT = re.compile(r"[^\W\d_a-zA-ZÀ-ɏ]")
_WORD = re.compile(r"[^\W\d_]+")


def load() -> None:
    """Load the model now: once, before processes are forked, and not where an article pays for a full disk.

    py3langid loads it at the first text, through a temporary file. Raises OSError.
    """
    py3langid.classify("")


def detect(text: str) -> str | None:
    """The ISO 639-1 code of the likeliest language; None for a text without letters.

    A text that is too short to tell, or a list of names, is taken for English unless its other words are not.
    """
    sample = text[:_READ]
    words = _WORD.findall(sample)
    if not words:
        return None
    # What the words say is asked first: most news is English, and py3langid takes ten times as long.
    if _is_english(sample, words):
        return "en"
    code: str = py3langid.classify(sample)[0]
    return code


def _is_english(sample: str, words: list[str]) -> bool:
    if not sample.isascii() and len(_OTHER_SCRIPT.findall(sample)) * 2 > sum(map(len, words)):
        return False
    small = sum(word[0].islower() for word in words)
    lowered = [word.lower() for word in words]
    english = sum(map(_ENGLISH.__contains__, lowered))
    others = sum(map(_OTHERS.__contains__, lowered))
    if small < _FEWEST or small < _PROSE * len(words):
        return english >= others
    return english > others and english >= _ENGLISH_SHARE * small


def normalise(code: str) -> str:
    """A language tag such as en-GB as its ISO 639-1 code."""
    return code.replace("_", "-").split("-")[0].strip().lower()
