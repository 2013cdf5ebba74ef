"""From scores to one decision about the whole article: where it ends, and what interrupts it."""

import re
from collections import Counter
from collections.abc import Sequence

import numpy as np

from pipeline.core.clean.cues import reason_for
from pipeline.core.clean.lines import Line
from pipeline.core.clean.measure.fixed import ONE, Flags, Integers
from pipeline.core.clean.measure.spans import Spans
from pipeline.core.clean.score.model import Scores
from pipeline.core.reasons import RemovedReason

# Lines that interrupt an article and are never part of one: notices of advertisements, and pointers elsewhere that
# say that they are.
_NOTICE = re.compile(
    r"\W*(?:advertisements?|advert|sponsored(?: content| links?)?|sponsor message|skip advertisement"
    r"|(?:story|article) continues below(?: advertisement)?|(?:advertisement\W+)?continue reading below"
    r"|scroll (?:down )?to continue(?: with content)?|publicité|anzeige|werbung|publicidad|pubblicità"
    r"|share (?:this )?(?:article|story|post|page)|share on .{1,30}|save article|\d+ comments?|view comments"
    r"|(?:sign up|subscribe) (?:for|to) (?:our|the) .{0,40}newsletter.{0,20}"
    r"|skip to (?:content|main content|bottom of list)|\[\w*_\w*\])\W*",
    re.IGNORECASE,
)
_LIST_HEADER = re.compile(
    r"\W*(?:(?:related|recommended|popular|trending|more) (?:stories|story|articles?|news|posts?|content|reading"
    r"|topics)"
    r"|related|most read(?: in .{3,30})?|you (?:may|might) also like|more on this(?: story| topic)?|don.t miss"
    r"|read next"
    r"|see also|lire aussi|à lire aussi|lesen sie auch|mehr zum thema|lea también|leggi anche)\W*",
    re.IGNORECASE,
)
_POINTER = re.compile(
    r"\W*(?:related(?: reading| articles?| story| stories| posts?| content)?|read (?:more|next|also)|also read"
    r"|see (?:more|also)|must read|recommended|lire aussi|à lire(?: aussi)?|lesen sie auch|mehr zum thema|lea también"
    r"|le puede interesar|leggi anche)\s*[:：|»›>–—-]\s*\S.*",
    re.IGNORECASE,
)
# The first words of all of these, so that most lines need no closer look.
_OPENING = re.compile(
    r"\W*(?:adv|anz|werb|publi|pubb|spons|skip|story|article|continue|scroll|share|save|\d|view|sign|subs|related"
    r"|recomm|popular|trend|more|most|you|don|read|see|lire|à|lesen|mehr|lea|leggi|le |also|must|\[)",
    re.IGNORECASE,
)
_INTERRUPTION_CHARS = 160
# What the words of a line must say, and its log-odds of being boilerplate (.95), for the two together to be enough.
_NAMED = {RemovedReason.NEWSLETTER, RemovedReason.SHARE_OR_FOLLOW, RemovedReason.ADVERTISEMENT, RemovedReason.COMMENTS}
_SURELY_NOT = 3 * ONE
_LESS_LIKELY, _AFTER_GAP = 50, 4
# A place that is less likely than one in so many is not worth a look.
_WORTH_A_LOOK = 200
# One so much less likely than the likeliest does not count; nor do more than so many, but the lowest
# ones, where nothing is told apart.
_COUNTS, _MOST_PLACES = 1000, 400
# The prices were chosen by cross-validation; costs are counted in sixteenths.
_ANY_LOST, _LOST, _LEFT_POWER, _UNIT = 11, 1.5, 0.9, 16
_LEFT = np.rint(_UNIT * np.arange(20_001) ** _LEFT_POWER).astype(np.int64)
_COARSE = 256
# A table is looked for in the next lines; four of five rows alike make one.
_ROWS, _FEWEST_ROWS, _ROWS_ALIKE, _ROW_CHARS = 6, 4, 0.8, 120
# Signs that part the cells of a row; quotes and stops stand in any sentence.
_SIGN = re.compile(r"""[^\w\s"'“”‘’.,!?]""")
_LISTED = 6


def decide(articles: Sequence[Sequence[Line]], scores: Scores, spans: Spans, caution: float) -> Flags:
    """Choose the lines to cut: everything from where an article ends, and what interrupts it above. One flag a line.

    `caution` is what the loss of lines of an article weighs, against boilerplate left (1: see `best_end`).
    """
    cut = np.zeros(spans.lines, dtype=np.bool_)
    for number, (lines, start) in enumerate(zip(articles, spans.starts.tolist(), strict=True)):
        stop = start + len(lines)
        line = scores.line[start:stop]
        weights = weigh_ends(lines, line, scores.end[start + number : stop + number + 1])
        end = best_end(weights, caution)
        cut[start + end : stop] = True
        for index in interruptions(lines[:end], line):
            cut[start + index] = True
    return cut


def weigh_ends(lines: Sequence[Line], scores: Integers, given: Integers) -> Integers:
    """The weights of an article's ends, given what the model is not told.

    An article hardly ends on "The dates:", for a list of its own follows; where it seems to end above a table or a
    schedule it ends below; and more blank lines than elsewhere are a sign of an end (texts to train on have none).
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
    return weights


def table_end(lines: Sequence[Line], start: int) -> int | None:
    """The place below the table that begins at `start`, or None if none does.

    A table is lines that nearly all have digits and one and the same other sign: data, which headlines are not.
    """
    rows = [line.text[:_ROW_CHARS] for line in lines[start : start + _ROWS]]
    enough = max(_ROWS_ALIKE * len(rows), _FEWEST_ROWS)
    if sum(any(map(str.isdigit, row)) for row in rows) < enough:
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


def best_end(weights: Integers, caution: float) -> int:
    """The place to cut an article at: the one with the least expected cost, given how likely it ends at each.

    A cut that loses lines of the article costs 11, and 1.5 for each line, times `caution`; n lines of boilerplate left
    cost n to the power of 0.9, for whoever skips thirty lines may as well skip forty.
    """
    places = np.flatnonzero(weights * _COUNTS > weights.max())
    if len(places) > _MOST_PLACES:
        places = np.sort(places[np.argsort(weights[places], kind="stable")[-_MOST_PLACES:]])
    # A row a cut, a column a true end.
    lost = np.maximum(places - places[:, None], 0)
    left = np.maximum(places[:, None] - places, 0)
    # In whole numbers and with weights that cannot overflow, so that nothing depends on how a sum is done.
    costs = np.rint(_UNIT * caution * (_ANY_LOST * (lost > 0) + _LOST * lost)).astype(np.int64) + _LEFT.take(left)
    return int(places[np.argmin((costs * (weights[places] // _COARSE)).sum(axis=1))])


def interruptions(lines: Sequence[Line], scores: Integers) -> list[int]:
    """Lines inside an article that say themselves that they are not of it, with the headlines listed under them."""
    cut = []
    listed = 0
    sure = (scores[: len(lines)] > _SURELY_NOT).tolist()
    for index, (text, _, _, _) in enumerate(lines):
        if len(text) > _INTERRUPTION_CHARS:
            listed = 0
        elif sure[index] and reason_for(text) in _NAMED:
            cut.append(index)
        elif _OPENING.match(text) is not None and (header := _interrupts(text)) is not None:
            cut.append(index)
            listed = _LISTED if header else listed
        elif listed and scores[index] > 0:
            cut.append(index)
            listed -= 1
        else:
            listed = 0
    return cut


def _interrupts(text: str) -> bool | None:
    """Whether a line that interrupts an article is the header of a list; None if it does not interrupt it."""
    if _LIST_HEADER.fullmatch(text):
        return True
    return False if _NOTICE.fullmatch(text) or _POINTER.fullmatch(text) else None
