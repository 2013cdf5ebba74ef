"""What can be measured about each line: its letters and words, its neighbours, its place in the whole.

Everything is an array over the lines, so the cost is some two hundred numpy calls an article rather than a few a line.
Most features look at shape (length, case, final stops, runs of alike lines, words shared with the prose), which reads
the same in any language; the words of the lexicon come on top.
"""

import re
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from pipeline.core.clean import letters, words
from pipeline.core.clean.lexicon import Lexicon
from pipeline.core.clean.lines import Line

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

# A line shows what it is in its first words and in how it ends; the limit keeps a 10 MB line as cheap as any other.
_HEAD, _TAIL = 240, 40
_KINDS = ("chars", "prose", "tiny", "headish")
BASE = (*letters.NAMES, *words.NAMES, *words.SHARED, *_KINDS)
_AT = {name: column for column, name in enumerate(BASE)}
_NEAR = (
    "chars", "words", "capitalised", "ends_stop", "ends_colon", "digit", "stop_words", "page_words", "in_prose",
    "prose", "starts_lower", "lex_mean", "lex_max", "lex_whole",
)  # fmt: skip
_FAR = (
    "chars", "capitalised", "ends_stop", "stop_words", "page_words", "in_prose", "prose", "tiny", "headish", "digit",
    "seen_near", "lex_mean", "lex_max", "lex_whole",
)  # fmt: skip
_RUN = (
    "capitalised", "ends_stop", "words", "stop_words", "starts_digit", "page_words", "tiny", "digit", "seen_before",
    "seen_above_run", "lex_mean",
)  # fmt: skip
_PLACE = (
    "index", "from_end", "fraction", "since_prose", "to_prose", "prose_before", "prose_after", "chars_after",
    "run_length", "run_index", "run_rest", "run_last", "run_after_colon", "run_chars", "run_spread", "body_lists",
    "longest_run_above", "run_excess", "headings", "heading_case", "case_excess", "heading_chars", "chars_excess",
    "known_ahead_3", "known_ahead_6", "known_ahead_12", "known_below",
)  # fmt: skip
_SIGNS = ("telling", "sure", "stamp", "says")
_SIGN_VIEWS = ("above", "below", "since", "to", "share_below", "next10")
NAMES: tuple[str, ...] = (
    *BASE,
    *(f"{name}@{offset}" for offset in ("-1", "+1") for name in _NEAR),
    *(f"{name}@{span}" for span in ("before4", "after4", "above", "below") for name in _FAR),
    *(f"{name}@run" for name in _RUN),
    *_PLACE,
    *(f"{sign}_{view}" for sign in _SIGNS for view in _SIGN_VIEWS),
)
_PROSE_CHARS, _SURELY_PROSE_CHARS = 80, 250
_TINY_WORDS = 3
_STAMP = re.compile(
    r"\b\d{1,2}:\d{2}\b|\b\d+ (?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?) ago\b"
    r"|\b(?:19|20)\d\d\b|\bil y a \d|\bvor \d+ |\bhace \d",
    re.IGNORECASE,
)
_STAMP_CHARS = 60


def features(lines: Sequence[Line], lexicon: Lexicon, headline: int | None = None) -> Floats:
    """Measure every line: an array of shape (lines, len(NAMES)). `headline` is the index of the headline."""
    texts = [_looked_at(line.text) for line in lines]
    lengths = np.array([len(line.text) for line in lines], dtype=np.float64)
    seen = letters.measure(texts)
    said, content = words.measure(texts, lexicon)
    kinds = _kinds(lengths, seen[:, letters.NAMES.index("ends_stop")] > 0, said[:, 0])
    prose = kinds[:, 1] > 0
    runs = _Runs(prose)
    shared = words.shared(content, prose, runs.low, headline)
    base = np.concatenate((seen, said, shared, kinds), axis=1)
    sums = np.zeros((len(lines) + 1, len(BASE)))
    np.cumsum(base, axis=0, out=sums[1:])
    return np.concatenate(
        (
            base,
            _near(base),
            _far(sums),
            runs.means(sums, [_AT[name] for name in _RUN]),
            _place(base, sums, runs, lengths, content),
            _signs(base, texts),
        ),
        axis=1,
    )


def _looked_at(text: str) -> str:
    if len(text) > _HEAD + _TAIL:
        text = f"{text[:_HEAD]} {text[-_TAIL:]}"
    return text.strip()


def _kinds(lengths: Floats, stop: Flags, word_count: Floats) -> Floats:
    """Length, and whether a line is prose (a paragraph), tiny (a menu item), or could be a headline or list item."""
    prose = (stop & (lengths >= _PROSE_CHARS)) | (lengths >= _SURELY_PROSE_CHARS)
    tiny = word_count <= np.log1p(_TINY_WORDS)
    return np.stack((np.log1p(lengths), prose, tiny, ~prose & ~tiny & ~stop), axis=1)


class _Runs:
    """Runs of neighbouring lines that are not prose; a line of prose is a run of its own.

    `low` and `high` bound the run of each line, `last` is the prose above it (-1: none), `following` the prose at or
    below it (number of lines: none).
    """

    def __init__(self, prose: Flags) -> None:
        count = len(prose)
        here = np.arange(count)
        self.prose = prose
        self.last_here = np.maximum.accumulate(np.where(prose, here, -1))
        self.following = np.minimum.accumulate(np.where(prose, here, count)[::-1])[::-1]
        self.low = np.where(prose, here, self.last_here + 1)
        self.high = np.where(prose, here + 1, self.following)
        self.size = self.high - self.low

    def means(self, sums: Floats, columns: list[int]) -> Floats:
        """Mean of each column over the run of each line."""
        chosen = sums[:, columns]
        means: Floats = (chosen[self.high] - chosen[self.low]) / self.size[:, None]
        return means

    def longest_above(self) -> npt.NDArray[np.int64]:
        """For each line, the length of the longest run that ended above it."""
        ended = np.zeros(len(self.prose) + 1, dtype=np.int64)
        above = np.concatenate(([-1], self.last_here[:-1]))
        ended[1:] = np.where(self.prose, np.arange(len(self.prose)) - above - 1, 0)
        return np.maximum.accumulate(ended)[:-1]


def _near(base: Floats) -> Floats:
    """The neighbours' values; beyond the edges -1."""
    columns = base[:, [_AT[name] for name in _NEAR]]
    edge = np.full((1, len(_NEAR)), -1.0)
    return np.concatenate((np.concatenate((edge, columns[:-1])), np.concatenate((columns[1:], edge))), axis=1)


def _far(sums: Floats) -> Floats:
    """Means over four lines above and below, and over everything above and below; this line counts as below."""
    count = len(sums) - 1
    here = np.arange(count)
    chosen = sums[:, [_AT[name] for name in _FAR]]
    spans = (
        (np.maximum(here - 4, 0), here),
        (np.minimum(here + 1, count), np.minimum(here + 5, count)),
        (np.zeros(count, dtype=np.int64), here),
        (here, np.full(count, count)),
    )
    return np.concatenate(
        [(chosen[stop] - chosen[start]) / np.maximum(stop - start, 1)[:, None] for start, stop in spans], axis=1
    )


def _place(base: Floats, sums: Floats, runs: _Runs, lengths: Floats, content: words.Content) -> Floats:
    """Where a line stands: in the article, between its paragraphs, in its run; and how that compares with the body."""
    count = len(base)
    here = np.arange(count)
    prose, chars = runs.prose, base[:, _AT["chars"]]
    before: Floats = np.cumsum(prose, dtype=np.float64) - prose
    run = np.where(prose, 0, runs.size)
    run_chars = (sums[runs.high, _AT["chars"]] - sums[runs.low, _AT["chars"]]) / runs.size
    squares = np.concatenate(([0.0], np.cumsum(chars * chars)))
    spread = np.sqrt(np.maximum((squares[runs.high] - squares[runs.low]) / runs.size - run_chars**2, 0))
    colon = np.concatenate(([0.0], base[:, _AT["ends_colon"]]))
    last_prose = int(runs.last_here[-1])
    all_chars = np.cumsum(lengths)
    longest = runs.longest_above()
    headings, case, length = _headings(base, prose)
    columns = (
        np.log1p(here),
        np.log1p(count - 1 - here),
        here / max(count - 1, 1),
        np.minimum(here - runs.last_here, 50),
        np.minimum(runs.following - here, 50),
        np.log1p(before),
        np.log1p(prose.sum() - before - prose),
        1 - all_chars / all_chars[-1],
        np.minimum(run, 60),
        np.where(prose, 0, np.minimum(here - runs.low, 60)),
        np.where(prose, 0, np.minimum(runs.high - here, 60)),
        (runs.following == count) & ~prose,
        colon[runs.low],
        run_chars,
        spread,
        (~prose[: last_prose + 1]).sum() / max(last_prose + 1, 1),
        np.minimum(longest, 60),
        np.clip(run - longest, -60, 60),
        headings,
        case,
        base[:, _AT["capitalised"]] - case,
        length,
        chars - length,
        *words.known_ahead(content, count, (3, 6, 12, count)),
    )
    rows = np.empty((count, len(_PLACE)))
    for column, values in enumerate(columns):
        rows[:, column] = values
    return rows


def _headings(base: Floats, prose: Flags) -> tuple[Floats, Floats, Floats]:
    """The headings so far (lines right above a paragraph): how many, how capitalised, how long; -1 without any."""
    heading = np.zeros(len(base))
    heading[:-1] = prose[1:] & ~prose[:-1]
    columns = np.stack((heading, heading * base[:, _AT["capitalised"]], heading * base[:, _AT["chars"]]))
    sums = np.zeros((3, len(base) + 2))
    np.cumsum(columns, axis=1, out=sums[:, 2:])
    number, case, length = sums[:, : len(base)]
    some = np.maximum(number, 1)
    return np.minimum(number, 20), np.where(number > 0, case / some, -1), np.where(number > 0, length / some, -1)


def _signs(base: Floats, texts: Sequence[str]) -> Floats:
    """Tell-tale lines above, below and around: page words for sure or nearly, times of day, "somebody says:"."""
    whole, mean = base[:, _AT["lex_whole"]], base[:, _AT["lex_mean"]]
    few = base[:, _AT["words"]] <= np.log1p(8)
    short = [len(text) <= _STAMP_CHARS for text in texts]
    digits = (base[:, _AT["digit"]] > 0).tolist()
    stamp = [
        fits and counts and _STAMP.search(text) is not None
        for fits, counts, text in zip(short, digits, texts, strict=True)
    ]
    flags = np.stack(
        (
            (whole > 1.2) | ((mean > 1.0) & few),
            (whole > 2.0) | ((mean > 1.6) & few),
            np.array(stamp),
            (base[:, _AT["ends_colon"]] > 0) & np.array(short),
        )
    )
    views = _views(flags)
    return views.transpose(2, 0, 1).reshape(len(texts), -1)


def _views(flags: Flags) -> Floats:
    """Six views of each row of flags, at every line: shape (rows, views, lines)."""
    rows, count = flags.shape
    here = np.arange(count)
    sums = np.zeros((rows, count + 1))
    np.cumsum(flags, axis=1, out=sums[:, 1:])
    last = np.maximum.accumulate(np.where(flags, here, -1), axis=1)
    following = np.minimum.accumulate(np.where(flags, here, count)[:, ::-1], axis=1)[:, ::-1]
    above = sums[:, :-1]
    below = sums[:, -1:] - above
    return np.stack(
        (
            np.minimum(above, 10),
            np.minimum(below, 20),
            np.where(last >= 0, np.minimum(here - last, 60), 99),
            np.where(following < count, np.minimum(following - here, 60), 99),
            below / (count - here),
            sums[:, np.minimum(here + 10, count)] - above,
        ),
        axis=1,
    )
