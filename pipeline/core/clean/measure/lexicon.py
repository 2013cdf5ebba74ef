"""Words, pairs of words and short whole lines, each with how much more often it stands in boilerplate than in articles.

A score is the natural logarithm of a ratio of numbers of sites: on how many sites the words stand in a boilerplate
line, over on how many in a line of an article (0.7 added to each). Counting sites rather than lines keeps a phrase of
one site from weighing anything.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from pipeline.core.clean.measure.characters import read
from pipeline.core.clean.measure.fixed import Fixed, Flags, Integers, fixed
from pipeline.core.clean.measure.tokens import Keys, pair_keys, whole_keys, words
from pipeline.core.clean.measure.vocabulary import PAGE_WORDS, STOP_WORDS

# A whole line is looked up when it has at most this many words.
WHOLE_WORDS = 4
# Stands for no score; real ones lie within 9 of 0.
NO_SCORE = np.int16(-(1 << 15))
_SMOOTHING = 0.7
_FEWEST_SITES = 3
# Entries are found by the first bits of their keys, and few have those in common.
_BITS = 16
_SHIFT = np.uint64(64 - _BITS)


def score_of(boilerplate_sites: int, article_sites: int) -> float | None:
    """The score of an expression, or None when too few sites have it to tell."""
    if boilerplate_sites + article_sites < _FEWEST_SITES:
        return None
    return round(math.log((boilerplate_sites + _SMOOTHING) / (article_sites + _SMOOTHING)), 3)


def expressions(words: Sequence[str]) -> set[str]:
    """All a line is looked up by: its words, its pairs of words, and "=the whole line" when that is short."""
    found = set(words)
    found.update(f"{one} {other}" for one, other in pairwise(words))
    if len(words) <= WHOLE_WORDS:
        found.add("=" + " ".join(words))
    return found


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The expressions in a form that looks up many at once, by their keys (see `tokens`).

    Entry 0 stands for what is not known, the others are in the order of their `keys`. `score` (NO_SCORE: none),
    `stop` and `page` (words of the vocabularies) hold by entry what is known of it; `at` gives an expression's entry.
    """

    at: Mapping[str, int]
    keys: Keys
    bucket: Integers
    most: int
    score: Fixed
    stop: Flags
    page: Flags

    def find(self, keys: Keys) -> Integers:
        """The entry of each key."""
        at = self.bucket.take((keys >> _SHIFT).astype(np.intp))
        entry = np.zeros(len(keys), dtype=np.int64)
        for _ in range(self.most):
            entry = np.where(self.keys.take(at) == keys, at, entry)
            at += 1
        return entry


def build(scores: Mapping[str, float | None]) -> Lexicon:
    """Make a lexicon from the score of each expression (see `expressions`); None keeps a place for a score."""
    parts = {word for expression in scores if expression[0] != "=" for word in expression.split(" ")}
    known = sorted({*scores, *parts, *STOP_WORDS, *PAGE_WORDS})
    keyed = sorted(zip(_keys(known).tolist(), known, strict=True))
    keys = np.array([0, *(key for key, _ in keyed)], dtype=np.uint64)
    ordered = [expression for _, expression in keyed]
    starts = np.searchsorted(keys[1:] >> _SHIFT, np.arange(1 << _BITS, dtype=np.uint64)) + 1
    most = int(np.diff(starts, append=len(keys)).max())
    return Lexicon(
        {expression: entry for entry, expression in enumerate(ordered, start=1)},
        np.concatenate((keys, np.zeros(most, dtype=np.uint64))),
        starts,
        most,
        np.array([NO_SCORE, *(as_fixed(scores.get(expression)) for expression in ordered)], dtype=np.int16),
        np.array([False, *(expression in STOP_WORDS for expression in ordered)]),
        np.array([False, *(expression in PAGE_WORDS for expression in ordered)]),
    )


def as_fixed(score: float | None) -> np.int16:
    """A score as the lexicon holds it."""
    return NO_SCORE if score is None else np.int16(fixed(np.array(score)))


def _keys(expressions: Sequence[str]) -> Keys:
    found = words(read([expression.removeprefix("=") for expression in expressions]))
    lines = np.arange(len(expressions))
    whole = np.array([expression.startswith("=") for expression in expressions])
    pair = np.array([" " in expression for expression in expressions]) & ~whole
    keys: npt.NDArray[np.uint64] = found.key[np.minimum(found.first, len(found.key) - 1)]
    keys[pair] = pair_keys(found, found.first[pair])
    keys[whole] = whole_keys(found, lines[whole])
    return keys
