"""What the words of a line say: prose or page, seen on many sites as boilerplate, shared with the article or not."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from pipeline.core.clean.measure.fixed import Fixed, Flags, Integers, fixed, log, mean, ratio, whole
from pipeline.core.clean.measure.lexicon import NO_SCORE, WHOLE_WORDS, Lexicon
from pipeline.core.clean.measure.spans import Spans, sums
from pipeline.core.clean.measure.tokens import Words, pair_keys, whole_keys

NAMES = (
    "words", "word_length", "stop_words", "page_words", "lex_mean", "lex_max", "lex_min", "lex_first", "pair_mean",
    "pair_max", "pair_min", "lex_whole", "repeated", "same_first",
)  # fmt: skip
SHARED = ("in_prose", "seen_before", "seen_near", "seen_later", "in_headline", "seen_above_run")
_NEAR = 3
# A word's article, stem and place share 64 bits while they are sorted.
_STEM_AT, _ARTICLE_AT = 22, 54


@dataclass(frozen=True, slots=True)
class Content:
    """The content words in order: which word of its article (by a number), and in which line.

    `per_line` counts them, `first` is for each word (by number) the line where it first stands, and `order` sorts
    them by word, then by place.
    """

    word: Integers
    line: Integers
    per_line: Integers
    first: Integers
    order: Integers

    @property
    def seen_first(self) -> Integers:
        """For each content word, the line where it first stands."""
        return self.first[self.word]


def measure(found: Words, lexicon: Lexicon, lengths: Integers, spans: Spans) -> tuple[Fixed, Content]:
    """One column a line, rows as in NAMES; and the content words. `lengths` is in characters, of what is looked at."""
    rows = np.zeros((len(NAMES), spans.lines), dtype=np.int16)
    entry = lexicon.find(found.key)
    size = np.maximum(found.count, 1)
    rows[0] = log(found.spoken)
    rows[1] = fixed(np.minimum(lengths / np.maximum(found.spoken, 1), 30))
    stop = lexicon.stop.take(entry)
    rows[2] = ratio(np.bincount(found.line[stop], minlength=spans.lines), size)
    rows[3] = ratio(np.bincount(found.line[lexicon.page.take(entry)], minlength=spans.lines), size)
    score = lexicon.score.take(entry)
    rows[4:7] = _summary(score, found.line, spans.lines)
    has = np.flatnonzero(found.count)
    first = score[found.first[has]]
    rows[7, has] = np.where(first == NO_SCORE, np.int16(0), first)
    rows[8:11] = _summary(_pair_scores(found, entry, lexicon), found.line, spans.lines)
    short = np.flatnonzero((found.count > 0) & (found.count <= WHOLE_WORDS))
    said = lexicon.score.take(lexicon.find(whole_keys(found, short)))
    rows[11, short] = np.where(said == NO_SCORE, np.int16(0), said)
    rows[12] = _repeated(found, spans)
    rows[13] = _same_first(found, has, spans)
    return rows, _content(found, stop, spans)


def _pair_scores(found: Words, entry: Integers, lexicon: Lexicon) -> Fixed:
    """The score of each word with the next one in its line."""
    scores = np.full(len(entry), NO_SCORE)
    # Words that stand in a pair that is known are known themselves.
    both = np.flatnonzero((entry[1:] > 0) & (entry[:-1] > 0) & (found.line[1:] == found.line[:-1]))
    scores[both] = lexicon.score.take(lexicon.find(pair_keys(found, both)))
    return scores


def _summary(scores: Fixed, line_of: Integers, count: int) -> Fixed:
    """Mean, greatest and least of the scores there are, a line; 0 where there are none."""
    known = np.flatnonzero(scores != NO_SCORE)
    rows = np.zeros((3, count), dtype=np.int16)
    if len(known):
        of, values = line_of[known], scores[known]
        at = np.flatnonzero(np.concatenate(([True], of[1:] != of[:-1])))
        lines = of[at]
        rows[0, lines] = mean(np.add.reduceat(values, at, dtype=np.int64), np.diff(at, append=len(of)))
        rows[1, lines] = np.maximum.reduceat(values, at)
        rows[2, lines] = np.minimum.reduceat(values, at)
    return rows


def _repeated(found: Words, spans: Spans) -> Fixed:
    """How many other lines of the article have the same words (3: three or more)."""
    order = np.lexsort((found.line_key, spans.article))
    key, article = found.line_key[order], spans.article[order]
    new = np.flatnonzero(np.concatenate(([True], (key[1:] != key[:-1]) | (article[1:] != article[:-1]))))
    alike = np.diff(new, append=spans.lines)
    rows = np.empty(spans.lines, dtype=np.int16)
    rows[order] = whole(np.minimum(alike, 4) - 1).repeat(alike)
    return rows


def _same_first(found: Words, has: Integers, spans: Spans) -> Fixed:
    """How many of the two neighbours begin with the same word ("Iran: …", "Iran: …")."""
    key = np.zeros(spans.lines, dtype=np.uint64)
    key[has] = found.key[found.first[has]]
    same = np.zeros(spans.lines + 1, dtype=np.int16)
    same[1:-1] = (key[1:] == key[:-1]) & (key[1:] != 0) & (spans.article[1:] == spans.article[:-1])
    return whole(same[1:] + same[:-1])


def _content(found: Words, stop: Flags, spans: Spans) -> Content:
    at = np.flatnonzero(found.content & ~stop)
    line, stem = found.line[at], found.stem[at].astype(np.int64)
    count = len(at)
    packed = (spans.article[line] << _ARTICLE_AT) | (stem << _STEM_AT) | np.arange(count)
    packed.sort()
    order = packed & ((1 << _STEM_AT) - 1)
    packed >>= _STEM_AT
    new = np.concatenate(([True], packed[1:] != packed[:-1])) if count else np.zeros(0, dtype=np.bool_)
    word = np.empty(count, dtype=np.int64)
    word[order] = np.cumsum(new) - 1
    return Content(word, line, np.bincount(line, minlength=spans.lines), line[order[new]], order)


def shared(content: Content, prose: Flags, run_start: Integers, headlines: Integers, spans: Spans) -> Fixed:
    """How much of a line's content words stands elsewhere: one column a line, rows as in SHARED, shares 0 to 1.

    `run_start` is for each line the first line of its run of lines that are not prose; `headlines` are the numbers of
    the lines that are headlines.
    """
    word, line, order = content.word, content.line, content.order
    rows = np.zeros((len(SHARED), spans.lines), dtype=np.int16)
    if not len(word):
        return rows
    sorted_word, sorted_line = word[order], line[order]
    alike = np.flatnonzero(sorted_word[1:] == sorted_word[:-1])
    before = np.full(len(word), -_NEAR - 1)
    after = np.full(len(word), -1)
    before[order[alike + 1]] = sorted_line[alike]
    after[order[alike]] = sorted_line[alike + 1]
    of_prose = prose[line]
    in_prose = np.bincount(word[of_prose], minlength=len(content.first))[word] > of_prose
    first = content.seen_first
    is_headline = np.zeros(spans.lines, dtype=np.bool_)
    is_headline[headlines] = True
    in_headline = np.zeros(len(content.first), dtype=np.bool_)
    in_headline[word[is_headline[line]]] = True
    hits = (
        in_prose,
        first < line,
        (line - before <= _NEAR) & (before < line),
        after > line,
        in_headline[word],
        first < run_start[line],
    )
    total = np.maximum(content.per_line, 1)
    for row, hit in zip(rows, hits, strict=True):
        row[:] = ratio(np.bincount(line[hit], minlength=spans.lines), total)
    return rows


def known_ahead(content: Content, spans: Spans, reaches: Sequence[int]) -> Fixed:
    """For each reach and line, the share of the content words of that many lines from there on that stand above.

    A row a reach. A word in line `l` that first stands in line `f` is known to the lines `f + 1` to `l`.
    """
    again = np.flatnonzero(content.seen_first < content.line)
    line, after_first = content.line[again], content.seen_first[again] + 1
    total = sums(content.per_line)
    ended = np.bincount(line + 1, minlength=spans.lines + 1)
    rows = np.empty((len(reaches), spans.lines), dtype=np.int16)
    for row, reach in zip(rows, reaches, strict=True):
        begun = np.bincount(np.maximum(after_first, line - reach + 1), minlength=spans.lines + 1)
        known = np.cumsum(begun - ended)[:-1]
        ahead = total[np.minimum(spans.here + reach, spans.stop)] - total[:-1]
        row[:] = ratio(known, np.maximum(ahead, 1))
    return rows
