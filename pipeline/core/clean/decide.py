"""From scores to one decision about the whole article: where it ends, and what interrupts it."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence

import numpy as np

from pipeline.core.clean.dialogue import dialogues
from pipeline.core.clean.foot import foot_begins
from pipeline.core.clean.front.lines import is_date
from pipeline.core.clean.lines import Line
from pipeline.core.clean.measure.features import Article
from pipeline.core.clean.measure.fixed import ONE, Flags, Integers
from pipeline.core.clean.measure.spans import Spans
from pipeline.core.clean.score import closings
from pipeline.core.clean.score.model import Scores
from pipeline.core.clean.units.fragments import ends_sentence

# From which log-odds on a line inside an article goes: a wrong cut costs a line there, not the article's end. A
# paragraph must be likelier to be boilerplate, and so must a line of a list with paragraphs below it. (Read when they
# are used, so that a benchmark can measure others.)
INSIDE, SURER = 5 * ONE // 2, 3 * ONE
# However little a loss weighs, a line inside costs no less: a list of the article's own would be the first to go.
_CHEAPEST = 0.0
# So many short lines in a row are a list. When so many of somewhat more hold figures it is one of the article's own: a
# ranking, a schedule, a table read line by line.
_LIST_LINES, _TABLE_LINES, _FIGURES = 3, 4, 0.4
# A text is wrapped by hand when so many of its lines, from so many lines on, begin in small letters. Its lines are
# scraps of sentences, of which nothing can be said one by one.
_WRAPPED, _WRAPPED_LINES = 0.25, 6
_LESS_LIKELY, _AFTER_GAP = 50, 4
# So often the same line stands between the comments of a thread, and so many lines at most between what heads a thread
# and the next of its lines ("Comments" in a bar of buttons at the top of a page heads none).
_THREAD, _FIRST_COMMENT = 3, 8
# What a loss may weigh at most for the foot of a page to be looked for.
_FOOT_COST = 1.0
# A place that is less likely than one in so many is not worth a look.
_WORTH_A_LOOK = 200
# One so much less likely than the likeliest does not count; nor do more than so many, but the lowest
# ones, where nothing is told apart.
_COUNTS, _MOST_PLACES = 1000, 400
# The prices were chosen by cross-validation; costs are counted in sixteenths.
_ANY_LOST, _LOST, _LEFT_POWER, _UNIT = 14, 1.5, 0.9, 16
_LEFT = np.rint(_UNIT * np.arange(20_001) ** _LEFT_POWER).astype(np.int64)
_COARSE = 256
# Losing all of an article of so many characters or fewer costs that much more, losing a part of it as large a part; of
# a longer article the less the longer it is. Shares are counted in 1024ths.
_ALL_LOST, _SHORT, _SHARES = 60, 1200, 1024
# Within so many lines below its end no paragraph of so many characters has log-odds that low.
_NEAR, _SURE_CHARS, _SURE = 12, 250, -2 * ONE
# A rule that agencies put below an article, above who contributed to it; it stays, and so does a date (when an article
# appeared, until when an exhibition is open), which is nobody's clutter.
_RULE = re.compile(r"\s*_{2,}\s*")
# A table is looked for in the next lines; four of five rows alike make one.
_ROWS, _FEWEST_ROWS, _ROWS_ALIKE, _ROW_CHARS = 6, 4, 0.8, 120
_DIGIT = re.compile(r"\d")
# Signs that part the cells of a row; quotes and stops stand in any sentence.
_SIGN = re.compile(r"""[^\w\s"'“”‘’.,!?]""")


def decide(articles: Sequence[Article], scores: Scores, spans: Spans, caution: float) -> Flags:
    """Choose the lines to cut: everything from where an article ends, and what interrupts it above. One flag a line.

    `caution` is what the loss of lines of an article weighs, against boilerplate left (1: see `best_end`).
    """
    cut = np.zeros(spans.lines, dtype=np.bool_)
    dearer = round(ONE * max(math.log(caution), _CHEAPEST))
    for number, (article, start) in enumerate(zip(articles, spans.starts.tolist(), strict=True)):
        lines = article.lines
        if is_wrapped(lines):
            continue
        stop = start + len(lines)
        line = scores.line[start:stop] - dearer
        weights = weigh_ends(lines, scores.line[start:stop], scores.end[start + number : stop + number + 1])
        thread = comments_begin(article.taken)
        if thread is not None:  # whatever speaks for an end below it speaks for this one
            weights[thread] += weights[thread + 1 :].sum()
            weights[thread + 1 :] = 0
        end = goes_on(lines, scores.line[start:stop], best_end(weights, [len(line.text) for line in lines], caution))
        foot = foot_begins(article, scores.line[start:stop]) if caution <= _FOOT_COST else None
        end = end if foot is None else min(end, foot)
        below = end
        while below < len(lines) and (_RULE.fullmatch(lines[below].text) or is_date(lines[below].text)):
            below += 1
        cut[start : start + end] = interruptions(lines, line, scores.prose[start:stop], end)[:end]
        cut[start + below : stop] = True
    return cut


def comments_begin(taken: Sequence[tuple[int, str]]) -> int | None:
    """Above which line comments begin, going by the furniture that was taken out from between them; or None.

    "3 comments" alone may stand in a bar of buttons in mid-article, with the rest of the article below it. What tells a
    thread is that "Reply", or whatever it is, comes again and again.
    """
    places: dict[str, set[int]] = defaultdict(set)
    for place, text in taken:
        places[text.strip()].add(place)
    often = {text for text, found in places.items() if len(found) >= _THREAD and closings.is_of_comments(text)}
    if not often:
        return None
    begin = min(place for place, text in taken if text.strip() in often)
    for place in sorted((place for place, text in taken if closings.is_of_comments(text)), reverse=True):
        if begin - _FIRST_COMMENT <= place < begin:
            begin = place
    return begin


def is_wrapped(lines: Sequence[Line]) -> bool:
    """Whether a text was broken into lines of one width, in the middle of its sentences."""
    small = [line.text[:1].islower() for line in lines].count(True)
    return len(lines) >= _WRAPPED_LINES and small >= _WRAPPED * len(lines)


def weigh_ends(lines: Sequence[Line], scores: Integers, given: Integers) -> Integers:
    """The weights of an article's ends, given what the model is not told.

    An article hardly ends on "The dates:", for a list of its own follows; where it seems to end above a table or a
    schedule, or above or in a dialogue, it ends below; and more blank lines than elsewhere are a sign of an end (texts
    to train on have none).
    """
    weights = given.copy()
    gaps = [line.gap for line in lines[1:]]
    if len(set(gaps)) > 1:
        weights[1:-1][np.array(gaps) > sorted(gaps)[len(gaps) // 2]] *= _AFTER_GAP
    for place in np.flatnonzero(weights * _WORTH_A_LOOK > weights.sum()).tolist():
        if place in {0, len(lines)}:
            continue
        if scores[place - 1] < 0 and lines[place - 1].text[-8:].rstrip().endswith((":", "：")):
            weights[place] //= _LESS_LIKELY
    for place in np.flatnonzero(weights[:-1] * _WORTH_A_LOOK > weights.sum()).tolist():
        below = table_end(lines, place) or table_end(lines, place + 1)
        if below:
            weights[below] += weights[place]
            weights[place] = 0
    for turns in dialogues(lines):
        weights[turns.stop] += weights[turns.start : turns.stop].sum()
        weights[turns.start : turns.stop] = 0
    return weights


def table_end(lines: Sequence[Line], start: int) -> int | None:
    """The place below the table that begins at `start`, or None if none does.

    A table is lines that nearly all have digits and one and the same other sign: data, which headlines are not.
    """
    if not any(_DIGIT.search(line.text, 0, _ROW_CHARS) for line in lines[start : start + 2]):
        return None  # but for one at most, rows have digits
    rows = [line.text[:_ROW_CHARS] for line in lines[start : start + _ROWS]]
    enough = max(_ROWS_ALIKE * len(rows), _FEWEST_ROWS)
    if _with_figures(rows) < enough:
        return None
    signs = Counter(sign for row in rows for sign in sorted(set(_SIGN.findall(row))))
    sign, count = signs.most_common(1)[0] if signs else ("", 0)
    if count < enough:
        return None
    stop = start + len(rows)
    while stop < len(lines) and sign in lines[stop].text[:_ROW_CHARS]:
        stop += 1
    while sign not in lines[stop - 1].text[:_ROW_CHARS]:
        stop -= 1
    return stop


def best_end(weights: Integers, sizes: Sequence[int], caution: float) -> int:
    """The place to cut an article at: the one with the least expected cost, given how likely it ends at each.

    A cut that loses lines of the article costs 14, and 1.5 for each line, times `caution`; n lines of boilerplate left
    cost n to the power of 0.9, for whoever skips thirty lines may as well skip forty. `sizes` are the lines' lengths in
    characters: two sentences are nothing to a long article, but half of a short one.
    """
    places = np.flatnonzero(weights * _COUNTS > weights.max())
    if len(places) > _MOST_PLACES:
        places = np.sort(places[np.argsort(weights[places], kind="stable")[-_MOST_PLACES:]])
    # A row a cut, a column a true end.
    lost = np.maximum(places - places[:, None], 0)
    left = np.maximum(places[:, None] - places, 0)
    # In whole numbers and with weights that cannot overflow, so that nothing depends on how a sum is done.
    above = np.concatenate(([0], np.cumsum(sizes)))[places]
    share = _SHARES * np.maximum(above - above[:, None], 0) // np.maximum(above, 1)
    short = _SHARES * _SHORT // np.maximum(above, _SHORT)
    each = caution + max(1.0 - caution, 0.0) * np.clip(2 - above / _SHORT, 0, 1)
    costs = np.rint(_UNIT * each * (_ANY_LOST * (lost > 0) + _LOST * lost)).astype(np.int64) + _LEFT.take(left)
    costs += round(_UNIT * max(caution, 1.0) * _ALL_LOST) * share * short // _SHARES**2
    return int(places[np.argmin((costs * (weights[places] // _COARSE)).sum(axis=1))])


def goes_on(lines: Sequence[Line], scores: Integers, end: int) -> int:
    """Where an article ends that seems to end at `end`: below the last paragraph near it that is surely its own."""
    near = range(end, min(len(lines), end + _NEAR))
    sure = [number for number in near if scores[number] <= _SURE and len(lines[number].text) >= _SURE_CHARS]
    return sure[-1] + 1 if sure else end


def interruptions(lines: Sequence[Line], scores: Integers, prose: Flags, end: int) -> Flags:
    """Flags the lines above `end` that go by themselves: those that surely are not the article's.

    `scores` are log-odds less what caution asks for, `prose` flags the paragraphs.
    """
    needed = np.where(prose, SURER, INSIDE)
    last = np.flatnonzero(prose)[-1] if prose.any() else -1
    runs = [(first, stop) for first, stop in _runs(prose) if first < end]
    for first, stop in runs:
        if stop - first >= _LIST_LINES and first <= last:
            needed[first:stop] = SURER
    flags: Flags = scores > needed
    flags[:end] &= scores[:end] > needed[:end] + _dearer(lines[:end], flags[:end])
    for first, stop in runs:
        if stop - first >= _TABLE_LINES and flags[first:stop].any():
            figures = _with_figures([line.text[:_ROW_CHARS] for line in lines[first:stop]])
            flags[first:stop] &= figures < _FIGURES * (stop - first)
    if flags[:end].any():
        for turns in dialogues(lines[:end]):
            flags[turns.start : turns.stop] = False
    return flags


def _dearer(lines: Sequence[Line], flags: Flags) -> Integers:
    """How far above the price flagged sentences must be, by their part of what stays of a short article."""
    dearer = np.zeros(len(lines), dtype=np.int64)
    kept = sum(len(line.text) for line, gone in zip(lines, flags, strict=True) if not gone)
    for number in np.flatnonzero(flags).tolist():
        if ends_sentence(lines[number].text.rstrip()):
            size = len(lines[number].text)
            lost = _ALL_LOST * (size / (kept + size)) * (_SHORT / max(kept + size, _SHORT))
            dearer[number] = round(ONE * math.log1p(lost / math.exp(INSIDE / ONE)))
    return dearer


def _with_figures(rows: Sequence[str]) -> int:
    """How many of these hold a digit."""
    return len([row for row in rows if _DIGIT.search(row)])


def _runs(prose: Flags) -> list[tuple[int, int]]:
    """Where the runs of lines that are no paragraphs begin and end."""
    edges = np.flatnonzero(np.diff(np.concatenate(([True], prose, [True])).astype(np.int8))).tolist()
    return list(zip(edges[::2], edges[1::2], strict=True))
