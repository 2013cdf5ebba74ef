"""The words of many lines at once, each as a number that stands for its letters."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from pipeline.core.clean.measure.characters import DENSE, DIGIT, SUBJECT, Characters, word_edges

Integers = npt.NDArray[np.int64]
Keys = npt.NDArray[np.uint64]
Flags = npt.NDArray[np.bool_]

# A word's key is a polynomial in its letters, modulo 2**64; these are its base, the base's inverse, and a last factor
# that spreads what short words have in the low bits. Odd numbers chosen at random.
_BASE = 0xC6A4A7935BD1E995
_SPREAD = np.uint64(0x9E3779B97F4A7C15)
# Longer than any line that is looked at.
_REACH = 512
_STEM = 6
# Shorter words say little of what a text is about.
_CONTENT = 4


def _powers(base: int) -> Keys:
    return np.array([pow(base, exponent, 1 << 64) for exponent in range(_REACH)], dtype=np.uint64)


_POWERS, _INVERSES = _powers(_BASE), _powers(pow(_BASE, -1, 1 << 64))
_NUMBER = np.uint64(ord("0") * int(_SPREAD) % (1 << 64))


@dataclass(frozen=True, slots=True)
class Words:
    """All words of some lines in order.

    `key` stands for all letters of a word (every number has the same), `stem`, of 32 bits, for the first six; `content`
    says whether it may tell what a text is about, and `line` is the line. `first` is for each line the number of its
    first word, `count` how many it has, `spoken` the same with pairs of characters counted half; `line_key` stands for
    all letters and digits of a line and their places in it.
    """

    key: Keys
    stem: Keys
    content: Flags
    line: Integers
    first: Integers
    count: Integers
    spoken: Integers
    line_key: Keys


def words(characters: Characters) -> Words:
    """Find the words: letters and digits, parted by anything else (dense writing: see `characters.word_edges`)."""
    lines, count = characters.line, characters.lines
    starts, ends = word_edges(characters)
    column = np.arange(len(lines)) - characters.starts.repeat(characters.sizes)
    sums = np.zeros(len(lines) + 1, dtype=np.uint64)
    np.cumsum(characters.folded * _POWERS.take(column, mode="clip"), out=sums[1:])
    before = sums[starts]
    shift = _INVERSES.take(column[starts], mode="clip") * _SPREAD
    key = (sums[ends] - before) * shift
    stem = (sums[np.minimum(ends, starts + _STEM)] - before) * shift
    key[characters.kinds[starts] == DIGIT] = _NUMBER
    dense = (characters.writing[starts] & DENSE) != 0
    telling = (characters.writing[starts] & characters.writing[ends - 1] & SUBJECT) != 0
    content = (ends - starts >= _CONTENT) | (telling & (ends - starts > 1))
    line = lines[starts]
    per_line = np.bincount(line, minlength=count)
    line_starts = characters.starts
    return Words(
        key,
        stem >> np.uint64(32),
        content,
        line,
        np.cumsum(per_line) - per_line,
        per_line,
        per_line - np.bincount(line[dense], minlength=count) // 2,
        sums[line_starts + characters.sizes] - sums[line_starts],
    )


_FIRST, _SECOND = np.uint64(0xD6E8FEB86659FD93), np.uint64(0xA0761D6478BD642F)
_OF_LINE = np.array([0xE7037ED1A0B428DB, 0x8EBC6AF09C88C6E3, 0x589965CC75374CC3, 0x1D8E4E27C47D124F], dtype=np.uint64)


def pair_keys(words: Words, first: Integers) -> Keys:
    """A key for each of the words numbered `first` with the word after it."""
    return words.key[first] * _FIRST + words.key[first + 1] * _SECOND


def whole_keys(words: Words, lines: Integers) -> Keys:
    """A key for all the words of each of the given lines, which have at least one and at most four."""
    key = np.zeros(len(lines), dtype=np.uint64)
    for number, factor in enumerate(_OF_LINE):
        has = words.count[lines] > number
        at = np.where(has, words.first[lines] + number, 0)
        key += np.where(has, words.key[at] * factor, np.uint64(0))
    return key ^ _SPREAD
