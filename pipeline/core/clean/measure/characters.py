"""The characters of many lines at once: of what kind each is, and what it is as part of a word."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Integers = npt.NDArray[np.int64]

LOWER, UPPER, CASELESS, DIGIT, SPACE, QUOTE, CLOSE, COMMA, STOP, COLON, DASH, MARK, OTHER = range(13)
KINDS = 13
_SIGNS = (
    (QUOTE, "\"'“”‘’«»„‚‹›"),
    (CLOSE, ")]"),
    (COMMA, ",،、;؛"),
    (STOP, ".!?…؟。！？"),
    (COLON, ":："),
    (MARK, "|•·→©®™#@/\\_*+=<>[{}▪◦‣●■►▶§~^`"),
)
_SIGN = {character: kind for kind, members in _SIGNS for character in members}
_CATEGORIES = {"Ll": LOWER, "Lu": UPPER, "Lt": UPPER, "Nd": DIGIT, "Pd": DASH}
# From here on there are no letters with case to speak of, and few signs but pictures.
_NO_CASE = 0x3100
# From here on there are rare Chinese characters, which all count as one.
_END = 0x20000


def _kind(character: str) -> int:
    if character in _SIGN:
        return _SIGN[character]
    if ord(character) >= _NO_CASE:
        return CASELESS if character.isalnum() else OTHER
    category = unicodedata.category(character)
    if category in _CATEGORIES:
        return _CATEGORIES[category]
    if category[0] in "LM":
        return CASELESS
    return SPACE if category[0] in "ZC" else OTHER


def _fold(character: str) -> int:
    """The code point of the small letter, of the digit as it is, or 0 for what parts words."""
    if not character.isalnum():
        return 0
    lower = character.lower()
    return ord(lower if len(lower) == 1 else character)


_ALL = [chr(code) for code in range(_END)]
_KIND = np.array([*map(_kind, _ALL), CASELESS], dtype=np.uint8)
_FOLD = np.array([*map(_fold, _ALL), _END], dtype=np.uint64)
del _ALL


@dataclass(frozen=True, slots=True)
class Characters:
    """All characters of some lines in a row, a newline after each line.

    `kinds` and `folded` (small letters and digits; 0 for anything else) have one number a character, as has `line`;
    `starts` and `sizes` (the newline counts) one a line.
    """

    codes: npt.NDArray[np.uint32]
    kinds: npt.NDArray[np.uint8]
    folded: npt.NDArray[np.uint64]
    line: Integers
    starts: Integers
    sizes: Integers

    @property
    def lines(self) -> int:
        """Number of lines."""
        return len(self.sizes)


def read(texts: Sequence[str]) -> Characters:
    """Look up every character of `texts`, of which none holds a newline."""
    codes = np.frombuffer("\n".join([*texts, ""]).encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    at = codes.astype(np.intp)
    sizes = np.array([len(text) + 1 for text in texts])
    return Characters(
        codes,
        _KIND.take(at, mode="clip"),
        _FOLD.take(at, mode="clip"),
        np.repeat(np.arange(len(texts)), sizes),
        np.cumsum(sizes) - sizes,
        sizes,
    )


def words_of(text: str) -> list[str]:
    """The words of a text as the lexicon has them: small letters, and every number is "0"."""
    characters = read([text.replace("\n", " ")])
    folded = np.where(characters.folded == 0, ord(" "), characters.folded).astype("<u4")
    words = folded.tobytes().decode("utf-32-le").split(" ")
    return ["0" if is_number(word) else word for word in words if word]


def is_number(word: str) -> bool:
    """Whether a word counts as a number: 7, 1999, 7th."""
    return bool(_KIND[min(ord(word[0]), _END)] == DIGIT)
