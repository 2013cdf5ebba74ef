"""Words, pairs of words and short whole lines, each with how much more often it stands in boilerplate than in articles.

A score is the natural logarithm of a ratio of numbers of sites: on how many sites the words stand in a boilerplate
line, over on how many in a line of an article (0.7 added to each). Counting sites rather than lines keeps a phrase of
one site from weighing anything.
"""

import math
import re
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from pipeline.core.clean.vocabulary import PAGE_WORDS, STOP_WORDS

TOKEN = re.compile(r"[^\W_]+|\n")
# A whole line is looked up when it has at most this many words.
WHOLE_WORDS = 4
_SMOOTHING = 0.7
_FEWEST_SITES = 3
# Forms of a word count as the same word by their first letters; shorter words say little.
_STEM, _CONTENT = 6, 4
_REMEMBERED = 100_000
# What stands for the end of a line among the numbers of words; no word has it.
LINE_BREAK = 1


def score_of(boilerplate_sites: int, article_sites: int) -> float | None:
    """The score of an expression, or None when too few sites have it to tell."""
    if boilerplate_sites + article_sites < _FEWEST_SITES:
        return None
    return math.log((boilerplate_sites + _SMOOTHING) / (article_sites + _SMOOTHING))


def normal(words: Iterable[str]) -> list[str]:
    """Words as the lexicon has them: every number is the same number."""
    return ["0" if word.isdigit() else word for word in words]


class Numbers(dict[str, int]):
    """What is known of a word, as one number: `number << 33 | content << 32 | stem`.

    The number is the word's in the lexicon (0: unknown), content says that it is more than a function word, the stem
    is a checksum of its first letters. Words that were met before are remembered, up to a limit; what comes out
    never depends on that.
    """

    def __init__(self, ids: Mapping[str, int]) -> None:
        super().__init__({"\n": LINE_BREAK})
        self._ids = ids

    def __missing__(self, word: str) -> int:
        """Work it out."""
        if len(self) >= _REMEMBERED:
            self.clear()
            self["\n"] = LINE_BREAK
        number = self._ids.get("0" if word.isdigit() else word, 0)
        content = len(word) >= _CONTENT and word not in STOP_WORDS
        stem = zlib.crc32(word[:_STEM].encode("utf-8", "surrogatepass")) if content else 0
        self[word] = known = number << 33 | content << 32 | stem
        return known


def expressions(words: Sequence[str]) -> set[str]:
    """All a line is looked up by: its words, its pairs of words, and "=the whole line" when that is short."""
    found = set(words)
    found.update(f"{one} {other}" for one, other in pairwise(words))
    if len(words) <= WHOLE_WORDS:
        found.add("=" + " ".join(words))
    return found


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The scores in a form that looks up all words of an article at once.

    `ids` numbers the words (0: unknown); the arrays hold by number what is known of the word; `pairs` holds the
    sorted numbers `first * len(score) + second`. NaN where there is no score.
    """

    ids: Mapping[str, int]
    numbers: Numbers
    score: npt.NDArray[np.float64]
    stop: npt.NDArray[np.float64]
    page: npt.NDArray[np.float64]
    pairs: npt.NDArray[np.int64]
    pair_scores: npt.NDArray[np.float64]
    whole: Mapping[str, float]

    def score_pairs(self, first: npt.NDArray[np.int64], second: npt.NDArray[np.int64]) -> npt.NDArray[np.float64]:
        """Scores of pairs of neighbouring words, given by their numbers; NaN where unknown."""
        if not len(self.pairs):
            return np.full(len(first), np.nan)
        key = first * len(self.score) + second
        at = np.minimum(np.searchsorted(self.pairs, key), len(self.pairs) - 1)
        return np.where(self.pairs[at] == key, self.pair_scores[at], np.nan)


def build(scores: Mapping[str, float]) -> Lexicon:
    """Make a lexicon from the score of each expression (see `expressions`)."""
    words = {word for word in scores if " " not in word and not word.startswith("=")}
    pairs = {tuple(key.split(" ")): value for key, value in scores.items() if " " in key and not key.startswith("=")}
    known = words | {part for pair in pairs for part in pair} | STOP_WORDS | PAGE_WORDS
    ordered = sorted(known)
    ids = {word: number for number, word in enumerate(ordered, start=1)}
    size = len(ordered) + 1
    keyed = sorted((ids[one] * size + ids[other], value) for (one, other), value in pairs.items())
    return Lexicon(
        ids,
        Numbers(ids),
        np.array([np.nan, *(scores.get(word, np.nan) for word in ordered)]),
        np.array([0.0, *(word in STOP_WORDS for word in ordered)]),
        np.array([0.0, *(word in PAGE_WORDS for word in ordered)]),
        np.array([key for key, _ in keyed], dtype=np.int64),
        np.array([value for _, value in keyed]),
        {key[1:]: value for key, value in scores.items() if key.startswith("=")},
    )
