"""What was decided about an article, and what follows: its clean record, its explanation."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import groupby

import numpy as np

from pipeline.core.clean.cues import reason_for
from pipeline.core.clean.front import Front
from pipeline.core.clean.lines import Line
from pipeline.core.clean.measure.fixed import ONE, Integers
from pipeline.core.clean.page.furniture import Furniture
from pipeline.core.clean.page.html import Page
from pipeline.core.clean.units.fragments import ends_sentence
from pipeline.core.clean.units.units import Text
from pipeline.core.reasons import Mark, RemovedReason
from pipeline.core.records import Dateline, Paragraph, Removed

_PARTED = "\n\n"
_UNSCORED = 0.5  # what is said of lines that nobody looked at
# From a table, which gives the same for a line wherever it stands.
_SHARES = np.round(1 / (1 + np.exp(-np.arange(-16 * ONE, 16 * ONE) / ONE)), 3)


class Role(StrEnum):
    """What a line is in its article."""

    HEADLINE = "headline"
    BYLINE = "byline"
    DATELINE = "dateline"
    BODY = "body"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Cleaned:
    """An article without its boilerplate: the fields of a clean record that cleaning knows.

    `text` holds what is kept (lines, or stretches of an article's only line), parted by one blank line; `paragraphs`
    says where each stands in it and in the original; `removed` lists every line or sentence that went, in order.
    `lines` are all lines or sentences that are not blank, each with its score (0 to 1) in `scores`; `front` are the
    numbers in `lines` of headline, byline and dateline. `page` is what a web page says of its article.
    """

    title: str | None
    byline: str | None
    dateline: Dateline | None
    text: str
    paragraphs: tuple[Paragraph, ...]
    removed: tuple[Removed, ...]
    marks: tuple[Mark, ...]
    lines: Sequence[Line] = ()
    scores: Sequence[float] = ()
    front: frozenset[int] = frozenset()
    authors: tuple[str, ...] = ()
    agency: str | None = None
    page: Page | None = None


@dataclass(frozen=True, slots=True)
class ExplainedLine:
    """One line of an article and what the cleaner makes of it; `score` (0 to 1) is how sure it is boilerplate.

    An article in one line is explained sentence by sentence.
    """

    line: int
    text: str
    role: Role
    score: float
    reason: RemovedReason | None


@dataclass(slots=True)
class Judged:
    """Everything known about an article: one score and one flag a unit; without `cut` nothing goes.

    `reasons` has why units go, by their numbers, where more is known than their words say; so have the units that are
    furniture.
    """

    text: Text
    front: Front
    scores: Integers = field(default_factory=lambda: np.zeros(0, dtype=np.int64))
    cut: list[bool] = field(default_factory=list)
    marks: tuple[Mark, ...] = ()
    reasons: Mapping[int, RemovedReason] = field(default_factory=dict)


def with_furniture(judged: Judged, lines: Sequence[Line], furniture: Mapping[int, Furniture]) -> Judged:
    """What was judged of a page's article, with the lines around it that the page itself shows to be none of it.

    `lines` are all of them, the judged ones among them; `furniture` has the others by their numbers.
    """
    if not furniture:
        return judged
    at = [place for place, line in enumerate(lines) if line.number not in furniture]
    scores, cut = np.zeros(len(lines), dtype=np.int64), [True] * len(lines)
    scores[at] = judged.scores if len(judged.scores) else 0
    for place, gone in zip(at, judged.cut or [False] * len(at), strict=True):
        cut[place] = gone
    reasons = {at[unit]: reason for unit, reason in judged.reasons.items()}
    for place, line in enumerate(lines):
        if line.number in furniture:
            reasons[place], scores[place] = furniture[line.number].reason, furniture[line.number].score
    text = Text(judged.text.source, lines, lines, range(len(lines)))
    return Judged(text, judged.front.moved(at), scores, cut, judged.marks, reasons)


def assemble(judged: Judged, title: str | None) -> Cleaned:
    """The article without what is cut; `title` is the headline, where it was given."""
    front, units = judged.front, judged.text.units
    kept = tuple(_kept(judged))
    headline = None if front.headline is None else units[front.headline].text.strip()
    at_front = front.lines
    return Cleaned(
        title if title is not None else headline,
        front.written_by,
        front.dateline,
        _PARTED.join([line.text for line in kept]),
        tuple(_paragraphs(kept)),
        tuple(_removed(judged)) if judged.cut else (),
        judged.marks,
        judged.text.pieces,
        _scores(judged),
        frozenset(number for number, unit in enumerate(judged.text.unit_of) if unit in at_front),
        front.authors,
        front.agency,
    )


def explain(judged: Judged) -> list[ExplainedLine]:
    """What becomes of every piece of the article, and why."""
    front = judged.front
    roles = {front.dateline_at: Role.DATELINE, front.byline: Role.BYLINE, front.headline: Role.HEADLINE}
    scores = _scores(judged)
    explained = []
    for piece, unit, score in zip(judged.text.pieces, judged.text.unit_of, scores, strict=True):
        gone = bool(judged.cut) and judged.cut[unit]
        role = Role.REMOVED if gone else roles.get(unit, Role.BODY)
        reason = _reason(judged, unit) if gone else None
        explained.append(ExplainedLine(piece.number, piece.text, role, score, reason))
    return explained


def _kept(judged: Judged) -> Iterator[Line]:
    """What stays: lines; or of an article's only line the stretches between what goes and where its front ends."""
    text, cut = judged.text, judged.cut
    pieces = [piece for piece, unit in zip(text.pieces, text.unit_of, strict=True) if not (cut and cut[unit])]
    if not text.one_line:
        yield from pieces
        return
    apart = judged.front.lines
    stretches = groupby(
        zip(text.pieces, text.unit_of, strict=True),
        key=lambda told: (-1, told[1]) if told[1] in apart else (bool(cut and cut[told[1]]), 0),
    )
    for (kind, _), stretch in stretches:
        parts = [piece for piece, _ in stretch]
        if kind is not True:
            start, stop = parts[0].offset, parts[-1].offset + len(parts[-1].text)
            yield parts[0]._replace(text=text.source[start:stop])


def _paragraphs(kept: Sequence[Line]) -> Iterator[Paragraph]:
    start = 0
    for text, offset, number, _ in kept:
        yield Paragraph(start, offset, number)
        start += len(text) + len(_PARTED)


def _removed(judged: Judged) -> Iterator[Removed]:
    """Every line that goes; of an article in one line whole sentences or their ends, however they were parted.

    Furniture stands by itself there, with its own reason, and so does what stands between two pieces of it.
    """
    text, sure = judged.text, probabilities(judged.scores)
    gone: list[Removed] = []
    for piece, unit in zip(text.pieces, text.unit_of, strict=True):
        apart = not text.one_line or unit in judged.reasons
        if gone and (apart or not judged.cut[unit] or ends_sentence(gone[0].text)):
            yield from gone
            gone = []
        if not judged.cut[unit]:
            continue
        one = Removed(piece.text, _reason(judged, unit), piece.number, sure[unit], piece.offset)
        if apart:
            yield one
        else:
            gone = [_together(text.source, gone[0], one) if gone else one]
    yield from gone


def _together(source: str, one: Removed, other: Removed) -> Removed:
    start = one.offset or 0
    text = source[start : (other.offset or 0) + len(other.text)]
    return replace(one, text=text, score=max(one.score, other.score))


def _reason(judged: Judged, unit: int) -> RemovedReason:
    return judged.reasons.get(unit) or reason_for(judged.text.units[unit].text)


def _scores(judged: Judged) -> list[float]:
    """A score for every piece: that of its unit."""
    sure = probabilities(judged.scores) or [_UNSCORED] * len(judged.text.units)
    return [sure[unit] for unit in judged.text.unit_of]


def probabilities(log_odds: Integers) -> list[float]:
    """Log-odds in 512ths as probabilities, rounded so that a record shows what matters."""
    shares: list[float] = _SHARES.take(log_odds + len(_SHARES) // 2, mode="clip").tolist()
    return shares
