"""What the words of a line say: prose or page, seen on many sites as boilerplate, shared with the article or not."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from pipeline.core.clean.lexicon import LINE_BREAK, TOKEN, WHOLE_WORDS, Lexicon, normal

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]

NAMES = (
    "words", "word_length", "stop_words", "page_words", "lex_mean", "lex_max", "lex_min", "lex_first", "pair_mean",
    "pair_max", "pair_min", "lex_whole", "repeated", "same_first",
)  # fmt: skip
SHARED = ("in_prose", "seen_before", "seen_near", "seen_later", "in_headline", "seen_above_run")
_IS_CONTENT = 1 << 32
_NEAR = 3


@dataclass(frozen=True, slots=True)
class Content:
    """The content words of an article in order: which word (by number), in which line."""

    word: Integers
    line: Integers
    per_line: Integers
    first: Integers

    @property
    def seen_first(self) -> Integers:
        """For each word, the line where it first stands."""
        return self.first[self.word]


def measure(texts: Sequence[str], lexicon: Lexicon) -> tuple[Floats, Content]:
    """One row a line, columns as in NAMES; and the content words."""
    count = len(texts)
    tokens = TOKEN.findall("\n".join([*texts, ""]).lower())
    known = np.fromiter(map(lexicon.numbers.__getitem__, tokens), dtype=np.int64, count=len(tokens))
    numbers = known >> 33
    is_word = known != LINE_BREAK
    breaks = np.flatnonzero(~is_word)
    starts = np.concatenate(([0], breaks[:-1] + 1))
    sizes = breaks - starts
    line_of = np.repeat(np.arange(count), sizes + 1)
    rows = np.zeros((count, len(NAMES)))
    size = np.maximum(sizes, 1)
    rows[:, 0] = np.log1p(sizes)
    rows[:, 1] = np.minimum([len(text) for text in texts] / size, 30)
    rows[:, 2] = np.bincount(line_of, weights=lexicon.stop[numbers], minlength=count) / size
    rows[:, 3] = np.bincount(line_of, weights=lexicon.page[numbers], minlength=count) / size
    scores = lexicon.score[numbers]
    rows[:, 4:7] = _summary(scores, line_of, count)
    rows[:, 7] = np.nan_to_num(np.where(sizes > 0, scores[starts], 0.0))
    inside = is_word[1:] & is_word[:-1]
    pair_scores = np.where(inside, lexicon.score_pairs(numbers[:-1], numbers[1:]), np.nan)
    rows[:, 8:11] = _summary(pair_scores, line_of[:-1], count)
    short = np.flatnonzero((sizes > 0) & (sizes <= WHOLE_WORDS)).tolist()
    rows[short, 11] = [lexicon.whole.get(" ".join(normal(tokens[starts[at] : breaks[at]])), 0.0) for at in short]
    rows[:, 12] = _repeated(texts)
    rows[:, 13] = _same_first([tokens[at] for at in starts.tolist()])
    return rows, _content(known, line_of, count)


def _summary(scores: Floats, line_of: Integers, count: int) -> Floats:
    """Mean, greatest and least of the scores there are, a line; 0 where there are none."""
    known = np.flatnonzero(~np.isnan(scores))
    rows = np.zeros((count, 3))
    if len(known):
        of, values = line_of[known], scores[known]
        at = np.flatnonzero(np.concatenate(([True], of[1:] != of[:-1])))
        lines = of[at]
        rows[lines, 0] = np.add.reduceat(values, at) / np.diff(np.append(at, len(of)))
        rows[lines, 1] = np.maximum.reduceat(values, at)
        rows[lines, 2] = np.minimum.reduceat(values, at)
    return rows


def _repeated(texts: Sequence[str]) -> list[int]:
    seen: dict[str, int] = {}
    for text in texts:
        seen[text] = seen.get(text, 0) + 1
    return [min(seen[text], 4) - 1 for text in texts]


def _same_first(words: Sequence[str]) -> list[int]:
    """How many of the two neighbours begin with the same word ("Iran: …", "Iran: …")."""
    same = [one == other != "\n" for one, other in pairwise(words)]
    return [above + below for above, below in zip([False, *same], [*same, False], strict=True)]


def _content(known: Integers, line_of: Integers, count: int) -> Content:
    at = np.flatnonzero(known & _IS_CONTENT)
    line = line_of[at]
    stems, word = np.unique(known[at] & (_IS_CONTENT - 1), return_inverse=True)
    first = np.full(len(stems), count)
    first[word[::-1]] = line[::-1]  # the last to be written is the first in the text
    return Content(word, line, np.bincount(line, minlength=count), first)


def shared(content: Content, prose: npt.NDArray[np.bool_], run_start: Integers, headline: int | None) -> Floats:
    """How much of a line's content words stands elsewhere: one row a line, columns as in SHARED, shares 0 to 1.

    `run_start` is for each line the first line of its run of lines that are not prose.
    """
    count, word, line = len(prose), content.word, content.line
    rows = np.zeros((count, len(SHARED)))
    if not len(word):
        return rows
    order = np.argsort(word, kind="stable")
    alike = word[order[1:]] == word[order[:-1]]
    before = np.full(len(word), -count - _NEAR - 1)
    after = np.full(len(word), -1)
    before[order[1:][alike]] = line[order[:-1][alike]]
    after[order[:-1][alike]] = line[order[1:][alike]]
    of_prose = prose[line]
    in_prose = np.bincount(word[of_prose], minlength=len(content.first))[word] - of_prose > 0
    first = content.seen_first
    hits = [in_prose, first < line, (line - before <= _NEAR) & (before < line), after > line]
    in_headline = np.zeros(len(content.first), dtype=bool)
    if headline is not None:
        in_headline[word[line == headline]] = True
    hits += [in_headline[word], first < run_start[line]]
    total = np.maximum(content.per_line, 1)
    for column, hit in enumerate(hits):
        rows[:, column] = np.bincount(line[hit], minlength=count) / total
    return rows


def known_ahead(content: Content, count: int, reaches: Sequence[int]) -> Floats:
    """For each reach and line, the share of the content words of that many lines from there on that stand above.

    A row a reach. A word in line `l` that first stands in line `f` is known to the lines `f + 1` to `l`.
    """
    line, first = content.line, content.seen_first
    reach = np.array(reaches)[:, None]
    row = np.arange(len(reaches))[:, None] * (count + 1)
    low = np.maximum(first + 1, line - reach + 1)
    spans = low <= line
    size = len(reaches) * (count + 1)
    change = np.bincount((low + row)[spans], minlength=size) - np.bincount((line + 1 + row)[spans], minlength=size)
    sums = np.concatenate(([0], np.cumsum(content.per_line)))
    here = np.arange(count)
    total = sums[np.minimum(here + reach, count)] - sums[here]
    known: Floats = np.cumsum(change.reshape(len(reaches), count + 1), axis=1)[:, :count] / np.maximum(total, 1)
    return known
