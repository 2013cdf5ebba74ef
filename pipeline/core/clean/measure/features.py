"""What can be measured about each line: its letters and words, its neighbours, its place in the whole.

Everything is an array over the lines of many articles, so the cost is some hundreds of numpy calls for all of them.
Features are integers (see `fixed`), so what is measured of an article does not depend on its company.
Most features look at shape (length, case, final stops, runs of alike lines, words shared with the prose), which reads
the same in any language; the words of the lexicon come on top.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from pipeline.core.clean.lines import Line
from pipeline.core.clean.measure import letters, tokens, words
from pipeline.core.clean.measure.characters import read
from pipeline.core.clean.measure.fixed import ONE, Fixed, Flags, Integers, log, mean, ratio, whole
from pipeline.core.clean.measure.lexicon import Lexicon
from pipeline.core.clean.measure.spans import Spans, highest_so_far, sums

# A line shows what it is in its first words and in how it ends; the limit keeps a 10 MB line as cheap as any other.
_HEAD, _TAIL = 240, 40
_KINDS = ("chars", "prose", "tiny", "headish")
BASE = (*letters.NAMES, *words.NAMES, *words.SHARED, *_KINDS)
_AT = {name: column for column, name in enumerate(BASE)}
_NEAR = (
    "chars", "words", "capitalised", "ends_stop", "ends_colon", "digit", "stop_words", "page_words", "in_prose",
    "prose", "starts_lower", "lex_mean", "lex_max", "lex_whole", "repeated",
)  # fmt: skip
_FAR = (
    "chars", "capitalised", "ends_stop", "stop_words", "page_words", "in_prose", "prose", "tiny", "headish", "digit",
    "seen_near", "lex_mean", "lex_max", "lex_whole", "repeated",
)  # fmt: skip
_RUN = (
    "capitalised", "ends_stop", "words", "stop_words", "starts_digit", "page_words", "tiny", "digit", "seen_before",
    "seen_above_run", "lex_mean",
)  # fmt: skip
# How far a line is from the mean of its article's paragraphs.
_CONTRAST = ("upper", "caseless", "chars", "stop_words", "page_words", "word_length", "in_prose")
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
    *(f"{name}@body" for name in _CONTRAST),
    *(f"{sign}_{view}" for sign in _SIGNS for view in _SIGN_VIEWS),
)
_SUMMED_NAMES = sorted({*_FAR, *_RUN})
_SUMMED = [_AT[name] for name in _SUMMED_NAMES]
_SUMMED_AT = {name: row for row, name in enumerate(_SUMMED_NAMES)}
_BEYOND = np.int16(-ONE)
# A longer line counts as this long among its article's characters.
_LONGEST = 1 << 30
_PROSE_CHARS, _SURELY_PROSE_CHARS = 80, 250
_TINY_WORDS = 3
_STAMP = re.compile(
    r"\b\d{1,2}:\d{2}\b|\b\d+ (?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?) ago\b"
    r"|\b(?:19|20)\d\d\b|\bil y a \d|\bvor \d+ |\bhace \d",
    re.IGNORECASE,
)
_STAMP_CHARS = 60


class Article(NamedTuple):
    """Lines of an article, and which of them is the headline, where known.

    `taken` are the lines that were taken out as furniture: before which line each stood, and its text.
    """

    lines: Sequence[Line]
    headline: int | None = None
    taken: Sequence[tuple[int, str]] = ()


def features(articles: Sequence[Article], spans: Spans, lexicon: Lexicon) -> Fixed:
    """Measure every line: an array of shape (len(NAMES), lines), in 512ths."""
    whole_texts = [line.text for article in articles for line in article.lines]
    texts = [text.strip() if len(text) <= _HEAD + _TAIL else _looked_at(text) for text in whole_texts]
    lengths = np.array(list(map(len, whole_texts)))
    characters = read(texts)
    lengths += characters.wide
    seen = letters.measure(characters)
    found = tokens.words(characters)
    said, content = words.measure(found, lexicon, characters.sizes - 1, spans)
    kinds = _kinds(lengths, seen[letters.NAMES.index("ends_stop")] > 0, found.spoken)
    runs = _Runs(kinds[1] > 0, spans)
    shared = words.shared(content, runs.prose, runs.low, _headlines(articles, spans), spans)
    base = np.concatenate((seen, said, shared, kinds))
    far = base[_SUMMED]
    totals = sums(far)
    return np.concatenate(
        (
            base,
            _near(base, spans),
            _far(totals, spans),
            runs.means(totals[[_SUMMED_AT[name] for name in _RUN]]),
            _place(base, runs, lengths, content, spans),
            _contrast(base, runs.prose, spans),
            _signs(base, texts, characters.sizes - 1 + characters.wide, found.spoken, spans),
        )
    )


def _headlines(articles: Sequence[Article], spans: Spans) -> Integers:
    """The numbers of the lines that are headlines."""
    told = zip(spans.starts.tolist(), (article.headline for article in articles), strict=True)
    return np.array([start + headline for start, headline in told if headline is not None], dtype=np.int64)


def _looked_at(text: str) -> str:
    return f"{text[:_HEAD]} {text[-_TAIL:]}".strip()


def _kinds(lengths: Integers, stop: Flags, word_count: Integers) -> Fixed:
    """Length, and whether a line is prose (a paragraph), tiny (a menu item), or could be a headline or list item."""
    prose = (stop & (lengths >= _PROSE_CHARS)) | (lengths >= _SURELY_PROSE_CHARS)
    tiny = word_count <= _TINY_WORDS
    return np.stack((log(lengths), whole(prose), whole(tiny), whole(~prose & ~tiny & ~stop)))


class _Runs:
    """Runs of neighbouring lines that are not prose; a line of prose is a run of its own.

    `low` and `high` bound the run of each line, `last` is the prose at or above it (one above the article: none),
    `following` the prose at or below it (one below the article: none).
    """

    def __init__(self, prose: Flags, spans: Spans) -> None:
        self.spans = spans
        self.prose = prose
        self.last = spans.last(prose)
        self.following = spans.following(prose)
        self.low = np.where(prose, spans.here, self.last + 1)
        self.high = np.where(prose, spans.here + 1, self.following)
        self.size = self.high - self.low

    def means(self, totals: Integers) -> Fixed:
        """Mean of each row over the run of each line, given the rows' sums."""
        return mean(self.over(totals), self.size)

    def over(self, totals: Integers) -> Integers:
        """Each row's sum over the run of each line."""
        run: Integers = totals.take(self.high, axis=-1) - totals.take(self.low, axis=-1)
        return run

    def longest_above(self) -> Integers:
        """For each line, the length of the longest run that ended above it."""
        spans = self.spans
        above = spans.first - 1
        inside = spans.here[1:] > spans.first[1:]  # not the first line of an article
        above[1:] = np.where(inside, self.last[:-1], above[1:])
        ended = np.zeros(spans.lines, dtype=np.int64)
        ended[1:] = np.where(inside & self.prose[:-1], spans.here[:-1] - above[:-1] - 1, 0)
        return highest_so_far(ended, spans.article)


def _near(base: Fixed, spans: Spans) -> Fixed:
    """The neighbours' values; beyond the edges -1."""
    rows = base[[_AT[name] for name in _NEAR]]
    result = np.empty((2, *rows.shape), dtype=np.int16)
    result[0, :, 1:], result[1, :, :-1] = rows[:, :-1], rows[:, 1:]
    result[0, :, spans.starts] = result[1, :, spans.ends - 1] = _BEYOND
    return result.reshape(-1, spans.lines)


def _far(totals: Integers, spans: Spans) -> Fixed:
    """Means over four lines above and below, and over everything above and below; this line counts as below."""
    here, first, stop = spans.here, spans.first, spans.stop
    rows = totals[[_SUMMED_AT[name] for name in _FAR]]
    to_here, past_here = rows[:, :-1], rows[:, 1:]
    before, after = np.maximum(here - 4, first), np.minimum(here + 5, stop)
    return np.concatenate(
        (
            mean(to_here - rows.take(before, axis=1), np.maximum(here - before, 1)),
            mean(rows.take(after, axis=1) - past_here, np.maximum(after - here - 1, 1)),
            mean(to_here - rows.take(first, axis=1), np.maximum(here - first, 1)),
            mean(rows.take(stop, axis=1) - to_here, stop - here),
        )
    )


def _place(base: Fixed, runs: _Runs, lengths: Integers, content: words.Content, spans: Spans) -> Fixed:
    """Where a line stands: in the article, between its paragraphs, in its run; and how that compares with the body."""
    here, first, stop = spans.here, spans.first, spans.stop
    prose = runs.prose
    so_far = sums(prose)
    before = so_far[:-1] - so_far[first]
    run = np.where(prose, 0, runs.size)
    chars = base[_AT["chars"]]
    run_chars, spread = _run_chars(chars, runs)
    colon = (base[_AT["ends_colon"]] > 0) & (here < stop - 1)
    below_colon = np.concatenate(([False], colon[:-1]))
    # Lines up to the article's last paragraph; all of them where there is none.
    last_prose = spans.last(prose)[spans.ends - 1]
    body = np.maximum(last_prose + 1 - spans.starts, 1)
    in_body = np.maximum(so_far[last_prose + 1] - so_far[spans.starts], 0)
    all_chars = sums(np.minimum(lengths, _LONGEST))
    longest = runs.longest_above()
    headings, case, length = _headings(base, prose, spans)
    rows = (
        log(here - first),
        log(stop - 1 - here),
        ratio(here - first, np.maximum(stop - first - 1, 1)),
        whole(np.minimum(here - runs.last, 50)),
        whole(np.minimum(runs.following - here, 50)),
        log(before),
        log(so_far[stop] - so_far[1:]),
        ratio(all_chars[stop] - all_chars[1:], all_chars[stop] - all_chars[first]),
        whole(np.minimum(run, 60)),
        whole(np.where(prose, 0, np.minimum(here - runs.low, 60))),
        whole(np.where(prose, 0, np.minimum(runs.high - here, 60))),
        whole((runs.following == stop) & ~prose),
        whole(below_colon[runs.low]),
        run_chars,
        spread,
        ratio(np.where(last_prose >= spans.starts, body - in_body, 0), body)[spans.article],
        whole(np.minimum(longest, 60)),
        whole(np.clip(run - longest, -60, 60)),
        headings,
        case,
        base[_AT["capitalised"]] - case,
        length,
        chars - length,
        *words.known_ahead(content, spans, (3, 6, 12, spans.lines)),
    )
    return np.stack(rows)


def _run_chars(chars: Fixed, runs: _Runs) -> tuple[Fixed, Fixed]:
    """Mean and spread (standard deviation) of the lengths of a run's lines."""
    values = chars.astype(np.int64)
    total, squares = runs.over(sums(np.stack((values, values * values))))
    average = total / runs.size
    spread = np.sqrt(np.maximum(squares / runs.size - average * average, 0))
    return np.rint(average).astype(np.int16), np.rint(spread).astype(np.int16)


def _headings(base: Fixed, prose: Flags, spans: Spans) -> tuple[Fixed, Fixed, Fixed]:
    """The headings so far (lines right above a paragraph): how many, how capitalised, how long; -1 without any."""
    heading = np.zeros(spans.lines, dtype=np.bool_)
    heading[:-1] = prose[1:] & ~prose[:-1]
    heading[spans.ends - 1] = False
    totals = sums(np.stack((heading, heading * base[_AT["capitalised"]], heading * base[_AT["chars"]])))
    # The line above may be a heading, but only this line would tell.
    known = np.maximum(spans.here - 1, spans.first)
    number, case, length = totals[:, known] - totals[:, spans.first]
    some = np.maximum(number, 1)
    return (
        whole(np.minimum(number, 20)),
        np.where(number > 0, mean(case, some), _BEYOND),
        np.where(number > 0, mean(length, some), _BEYOND),
    )


def _contrast(base: Fixed, prose: Flags, spans: Spans) -> Fixed:
    """Each row less its mean over the paragraphs of the article; less nothing where there is none."""
    rows = base[[_AT[name] for name in _CONTRAST]]
    totals = sums(np.concatenate((rows * prose, prose[None])))
    of_article = totals[:, spans.ends] - totals[:, spans.starts]
    body = mean(of_article[:-1], np.maximum(of_article[-1], 1))
    return rows - body[:, spans.article]


def _signs(base: Fixed, texts: Sequence[str], sizes: Integers, word_count: Integers, spans: Spans) -> Fixed:
    """Tell-tale lines above, below and around: page words for sure or nearly, times of day, "somebody says:"."""
    lexical, mean_score = base[_AT["lex_whole"]], base[_AT["lex_mean"]]
    few = word_count <= 8
    short = sizes <= _STAMP_CHARS
    stamp = np.zeros(spans.lines, dtype=np.bool_)
    for at in np.flatnonzero(short & (base[_AT["digit"]] > 0)).tolist():
        stamp[at] = _STAMP.search(texts[at]) is not None
    flags = np.stack(
        (
            (lexical > 1.2 * ONE) | ((mean_score > 1.0 * ONE) & few),
            (lexical > 2.0 * ONE) | ((mean_score > 1.6 * ONE) & few),
            stamp,
            (base[_AT["ends_colon"]] > 0) & short,
        )
    )
    return _views(flags, spans)


def _views(flags: Flags, spans: Spans) -> Fixed:
    """Six views of each row of flags, at every line: shape (rows * views, lines)."""
    here, first, stop = spans.here, spans.first, spans.stop
    totals = sums(flags)
    last, following = spans.last(flags), spans.following(flags)
    above = totals[:, :-1] - totals[:, first]
    below = totals[:, stop] - totals[:, :-1]
    views = (
        whole(np.minimum(above, 10)),
        whole(np.minimum(below, 20)),
        whole(np.where(last >= first, np.minimum(here - last, 60), 63)),
        whole(np.where(following < stop, np.minimum(following - here, 60), 63)),
        ratio(below, stop - here),
        whole(totals[:, np.minimum(here + 10, stop)] - totals[:, :-1]),
    )
    return np.stack(views, axis=1).reshape(-1, spans.lines)
