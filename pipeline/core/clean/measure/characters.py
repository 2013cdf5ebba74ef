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
    (QUOTE, "\"'“”‘’«»„‚‹›「」『』"),
    (CLOSE, ")]）】》〉〕］"),
    (COMMA, ",،、;؛，；"),
    (STOP, ".!?…؟。！？।॥۔։።．｡"),
    (COLON, ":："),
    (MARK, "|•·→©®™#@/\\_*+=<>[{}▪◦‣●■►▶§~^`・◆◇★☆※【［▼▲｜"),
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
    """The code point of the small letter, of the digit or vowel sign as it is, or 0 for what parts words."""
    if not character.isalnum() and unicodedata.category(character)[0] != "M":
        return 0
    lower = character.lower()
    return ord(lower if len(lower) == 1 else character)


_ALL = [chr(code) for code in range(_END)]
_KIND = np.array([*map(_kind, _ALL), CASELESS], dtype=np.uint8)
_FOLD = np.array([*map(_fold, _ALL), _END], dtype=np.uint64)
del _ALL
# Scripts written without spaces between words (Thai to Myanmar, Khmer, kana and Chinese characters), and Korean, whose
# words change at their ends: there, a word is a pair of neighbouring characters. Kana that only tie words together
# (hiragana) and Thai vowels say nothing of the subject.
_TIED = ((0x0E00, 0x1100), (0x1780, 0x1800), (0x3041, 0x3100), (0x31F0, 0x3200), (0x3400, 0xA000), (0xAC00, 0xD7B0),
         (0xF900, 0xFB00), (0xFF66, 0xFFA0), (_END, _END + 1))  # fmt: skip
_PLAIN = ((0x0E00, 0x1100), (0x1780, 0x1800), (0x3041, 0x30A0))
DENSE, SUBJECT, WIDE = 1, 2, 4
# From here on a character says as much as two letters.
_FIRST_WIDE = 0x3041
_WRITING = np.zeros(_END + 1, dtype=np.uint8)
for _low, _high in _TIED:
    _WRITING[_low:_high] = DENSE | SUBJECT
for _low, _high in _PLAIN:
    _WRITING[_low:_high] = DENSE
_WRITING[_FIRST_WIDE:] |= (_WRITING[_FIRST_WIDE:] & DENSE) * WIDE
_WRITING[_FOLD == 0] = 0


@dataclass(frozen=True, slots=True)
class Characters:
    """All characters of some lines in a row, a newline after each line.

    `kinds` and `folded` (small letters and digits; 0 for anything else) have one number a character, as have `line` and
    `writing` (DENSE: written without spaces, SUBJECT: says of what the text is, WIDE: worth two letters); `starts` and
    `sizes` (the newline counts) one a line.
    """

    codes: npt.NDArray[np.uint32]
    kinds: npt.NDArray[np.uint8]
    folded: npt.NDArray[np.uint64]
    writing: npt.NDArray[np.uint8]
    line: Integers
    starts: Integers
    sizes: Integers

    @property
    def lines(self) -> int:
        """Number of lines."""
        return len(self.sizes)

    @property
    def wide(self) -> Integers:
        """How many characters of each line are worth two letters."""
        return np.bincount(self.line[(self.writing & WIDE) != 0], minlength=self.lines)


def read(texts: Sequence[str]) -> Characters:
    """Look up every character of `texts`, of which none holds a newline."""
    codes = np.frombuffer("\n".join([*texts, ""]).encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    at = codes.astype(np.intp)
    sizes = np.array([len(text) + 1 for text in texts])
    return Characters(
        codes,
        _KIND.take(at, mode="clip"),
        _FOLD.take(at, mode="clip"),
        _WRITING.take(at, mode="clip"),
        np.repeat(np.arange(len(texts)), sizes),
        np.cumsum(sizes) - sizes,
        sizes,
    )


def words_of(text: str) -> list[str]:
    """The words of a text as the lexicon has them: small letters, and every number is "0"."""
    characters = read([text.replace("\n", " ")])
    folded = np.where(characters.folded == 0, ord(" "), characters.folded).astype("<u4")
    plain = folded.tobytes().decode("utf-32-le")
    starts, ends = word_edges(characters)
    words = [plain[start:stop] for start, stop in zip(starts.tolist(), ends.tolist(), strict=True)]
    return ["0" if is_number(word) else word for word in words]


def word_edges(characters: Characters) -> tuple[Integers, Integers]:
    """Where the words begin and end: runs of letters and digits; in dense writing every two neighbours."""
    inside = characters.folded != 0
    dense = (characters.writing & DENSE) != 0
    plain = np.zeros(len(inside) + 1, dtype=np.bool_)
    np.logical_and(inside, ~dense, out=plain[1:])
    edges = np.flatnonzero(plain[1:] != plain[:-1])
    starts, ends = edges[0::2], edges[1::2]
    if not dense.any():
        return starts, ends
    after = np.append(dense[1:], False)
    before = np.concatenate(([False], dense[:-1]))
    pairs, alone = np.flatnonzero(dense & after), np.flatnonzero(dense & ~after & ~before)
    starts, ends = np.concatenate((starts, pairs, alone)), np.concatenate((ends, pairs + 2, alone + 1))
    order = np.argsort(starts, kind="stable")
    return starts[order], ends[order]


def is_number(word: str) -> bool:
    """Whether a word counts as a number: 7, 1999, 7th."""
    return bool(_KIND[min(ord(word[0]), _END)] == DIGIT)
