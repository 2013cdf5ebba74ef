"""From scores to one decision about the whole article: where it ends, and what interrupts it."""

import re
from collections import Counter
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from pipeline.core.clean.lines import Line
from pipeline.core.clean.model import Scores

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]


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
_UNLIKELY, _AFTER_GAP = 0.02, 4.0
_NOT_WORTH_A_LOOK = 0.005
# A table is looked for in the next lines; four of five rows alike make one.
_ROWS, _FEWEST_ROWS, _ROWS_ALIKE, _ROW_CHARS = 6, 4, 0.8, 120
# Signs that part the cells of a row; quotes and stops stand in any sentence.
_SIGN = re.compile(r"""[^\w\s"'“”‘’.,!?]""")
_LISTED = 6


def decide(lines: Sequence[Line], scores: Scores, cost: float) -> Flags:
    """Choose the lines to cut: everything from where the article ends, and what interrupts it above.

    `cost` is what a lost line of the article costs, in lines of boilerplate left.
    """
    cut = interruptions(lines, scores.line)
    cut[best_end(weigh_ends(lines, scores), cost) :] = True
    return cut


def weigh_ends(lines: Sequence[Line], scores: Scores) -> Floats:
    """The probabilities of the ends, given what the model is not told.

    An article hardly ends on "The dates:", for a list of its own follows; where it seems to end above a table or a
    schedule it ends below; and more blank lines than elsewhere are a sign of an end (texts to train on have none).
    """
    introduces = np.array([line.text[-8:].rstrip().endswith((":", "：")) for line in lines])
    gaps = [line.gap for line in lines[1:]]
    end = scores.end.copy()
    end[1:-1][introduces[:-1] & (scores.line[:-1] < 0)] *= _UNLIKELY
    end[1:-1][np.array(gaps) > sorted(gaps)[len(gaps) // 2]] *= _AFTER_GAP
    for place in np.flatnonzero(end[:-1] > _NOT_WORTH_A_LOOK).tolist():
        below = table_end(lines, place) or table_end(lines, place + 1)
        if below:
            end[below] += end[place]
            end[place] = 0
    shares: Floats = end / end.sum()
    return shares


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


def best_end(end: Floats, cost: float) -> int:
    """The place to cut at: the one with the least expected cost, given how likely the article ends at each."""
    place = np.arange(len(end))
    lower = 1 - np.cumsum(end)
    expected = (end * place).sum()
    lost = np.append(np.cumsum((end * place)[::-1])[::-1][1:], 0.0) - place * lower
    left = lost - expected + place
    return int(np.argmin(cost * lost + left))


def interruptions(lines: Sequence[Line], scores: Floats) -> Flags:
    """Lines inside an article that say themselves that they are not of it, with the headlines listed under them."""
    cut = np.zeros(len(lines), dtype=np.bool_)
    listed = 0
    for index, line in enumerate(lines):
        text = line.text
        short = len(text) <= _INTERRUPTION_CHARS
        opens = short and _OPENING.match(text) is not None
        if opens and _LIST_HEADER.fullmatch(text):
            cut[index], listed = True, _LISTED
        elif opens and (_NOTICE.fullmatch(text) or _POINTER.fullmatch(text)):
            cut[index] = True
        elif listed and short and scores[index] > 0:
            cut[index] = True
            listed -= 1
        else:
            listed = 0
    return cut
