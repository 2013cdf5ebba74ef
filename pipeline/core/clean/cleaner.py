"""The cleaner: whole lines out, every one with its reason; what stays is the article's own text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import numpy.typing as npt

from pipeline.core.clean.cues import reason_for
from pipeline.core.clean.decide import decide
from pipeline.core.clean.front import Front, byline_name, find_front
from pipeline.core.clean.html import extract
from pipeline.core.clean.lines import Line, split_lines
from pipeline.core.clean.model import Model, load
from pipeline.core.reasons import Mark, RemovedReason
from pipeline.core.records import Component, Dateline, Paragraph, Removed

NAME = "dateline-cleaner"
_DEFAULT_MAX_CUT_SHARE = 0.5
_PARTED = "\n\n"
# What has more lines is a list or worse, and every line costs some kilobytes while it is judged.
_MOST_LINES = 20_000
# What tells an article from a list of links: a line with a full stop, or one longer than items of lists are.
_SENTENCE, _SURELY_SENTENCE = 40, 150
_FULL_STOP = re.compile(r"[.!?…؟。！？][\"'“”’»)\]]*\s*\Z")
_LIST_LINES = 5


class Caution(StrEnum):
    """How sure the cleaner must be before it cuts: cautious keeps more clutter, thorough risks more of the article."""

    CAUTIOUS = "cautious"
    BALANCED = "balanced"
    THOROUGH = "thorough"


# What a line of the article is worth, in lines of boilerplate; the curve in docs/cleaning.md shows what follows.
COSTS = {Caution.CAUTIOUS: 8.0, Caution.BALANCED: 4.0, Caution.THOROUGH: 1.0}
# An extractor has been over a web page before: what it leaves is the article's far more often.
PAGE_COST_FACTOR = 4.0


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

    `text` holds the kept lines, parted by one blank line; `paragraphs` says where each stands in it and in the
    original; `removed` lists every line that went, in order.
    """

    title: str | None
    byline: str | None
    dateline: Dateline | None
    text: str
    paragraphs: tuple[Paragraph, ...]
    removed: tuple[Removed, ...]
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class ExplainedLine:
    """One line of an article and what the cleaner makes of it; `score` (0 to 1) is how sure it is boilerplate."""

    line: int
    text: str
    role: Role
    score: float
    reason: RemovedReason | None


@dataclass(frozen=True, slots=True)
class _Judged:
    """Everything known about an article's lines."""

    lines: Sequence[Line]
    front: Front
    scores: npt.NDArray[np.float64]
    cut: npt.NDArray[np.bool_]
    marks: tuple[Mark, ...]


class Cleaner:
    """Removes from an article what is not the article, whole lines at a time.

    `caution` is how sure it must be. An article that loses more than `max_cut_share` of its characters is marked
    `large_cut`. `model` is the packaged one unless given. What a cleaner says of an article never depends on others
    before it, and threads may share it.
    """

    def __init__(
        self,
        *,
        caution: Caution = Caution.BALANCED,
        max_cut_share: float = _DEFAULT_MAX_CUT_SHARE,
        model: Model | None = None,
    ) -> None:
        if not 0 <= max_cut_share <= 1:
            raise ValueError(f"max_cut_share must lie between 0 and 1, not {max_cut_share}")
        self._cost = COSTS[Caution(caution)]
        self._model = model if model is not None else load()
        self._max_cut_share = max_cut_share
        self.component = Component(
            NAME, self._model.version, {"caution": str(caution), "max_cut_share": f"{max_cut_share:g}"}
        )

    def clean(self, text: str, *, title: str | None = None) -> Cleaned:
        """Clean an article given as plain text; any string is fine. `title` is the headline, where known."""
        judged = self._judge(split_lines(text), title, self._cost)
        return _assemble(judged, title)

    def clean_html(self, html: str, *, url: str | None = None, title: str | None = None) -> Cleaned | None:
        """Clean an article given as a web page; None when there is no article in it.

        Lines and offsets count in the extracted text (`pipeline.core.clean.html.extract`). The page's headline
        becomes the title; `text` is the body.
        """
        page = extract(html, url=url)
        if page is None:
            return None
        cleaned = _assemble(
            self._judge(split_lines(page.text), title or page.title, self._cost * PAGE_COST_FACTOR), title or page.title
        )
        if cleaned.byline is not None or page.byline is None:
            return cleaned
        return Cleaned(
            cleaned.title,
            page.byline,
            cleaned.dateline,
            cleaned.text,
            cleaned.paragraphs,
            cleaned.removed,
            cleaned.marks,
        )

    def explain(self, text: str, *, title: str | None = None) -> list[ExplainedLine]:
        """Say for every line that is not blank what it is, how likely boilerplate, and why it goes if it goes."""
        return _explain(self._judge(split_lines(text), title, self._cost))

    def explain_html(
        self, html: str, *, url: str | None = None, title: str | None = None
    ) -> list[ExplainedLine] | None:
        """The same for the text extracted from a web page; None when there is no article in it."""
        page = extract(html, url=url)
        if page is None:
            return None
        return _explain(self._judge(split_lines(page.text), title or page.title, self._cost * PAGE_COST_FACTOR))

    def _judge(self, lines: Sequence[Line], title: str | None, cost: float) -> _Judged:
        front = find_front(lines, title)
        none = np.zeros(len(lines), dtype=np.bool_)
        if len(lines) < 2:  # one line holds everything, or there is none: nothing can be cut
            marks = (Mark.SINGLE_LINE,) if lines else ()
            return _Judged(lines, front, np.zeros(len(lines)), none, marks)
        if len(lines) > _MOST_LINES:
            return _Judged(lines, front, np.zeros(len(lines)), none, (Mark.NOT_AN_ARTICLE,))
        scored = self._model.score(lines, front.headline)
        scores = scored.line
        cut = decide(lines, scored, cost)
        cut[list(front.lines)] = False
        if (cut.any() or len(lines) >= _LIST_LINES) and not _has_sentence(lines, ~cut):
            return _Judged(lines, front, scores, none, (Mark.NOT_AN_ARTICLE,))
        return _Judged(lines, front, scores, cut, self._marks(lines, cut))

    def _marks(self, lines: Sequence[Line], cut: npt.NDArray[np.bool_]) -> tuple[Mark, ...]:
        lost = sum(len(lines[index].text) for index in np.flatnonzero(cut).tolist())
        total = sum(len(line.text) for line in lines)
        return (Mark.LARGE_CUT,) if lost > self._max_cut_share * total else ()


def _has_sentence(lines: Sequence[Line], kept: npt.NDArray[np.bool_]) -> bool:
    """Whether any of the kept lines could be a sentence of an article rather than an item of a list."""
    return any(
        len(line.text) >= _SURELY_SENTENCE
        or (len(line.text) >= _SENTENCE and _FULL_STOP.search(line.text, len(line.text) - 12))
        for line, stays in zip(lines, kept.tolist(), strict=True)
        if stays
    )


def _assemble(judged: _Judged, title: str | None) -> Cleaned:
    front, lines = judged.front, judged.lines
    paragraphs: list[Paragraph] = []
    removed: list[Removed] = []
    kept: list[str] = []
    start = 0
    cut, sure = judged.cut.tolist(), _probabilities(judged.scores)
    for index, line in enumerate(lines):
        if cut[index]:
            removed.append(Removed(line.text, reason_for(line.text), line.number, sure[index]))
            continue
        paragraphs.append(Paragraph(start, line.offset, line.number))
        kept.append(line.text)
        start += len(line.text) + len(_PARTED)
    headline = None if front.headline is None else lines[front.headline].text.strip()
    byline = None if front.byline is None else byline_name(lines[front.byline].text)
    return Cleaned(
        title if title is not None else headline,
        byline,
        front.dateline,
        _PARTED.join(kept),
        tuple(paragraphs),
        tuple(removed),
        judged.marks,
    )


def _explain(judged: _Judged) -> list[ExplainedLine]:
    front = judged.front
    roles = {front.dateline_at: Role.DATELINE, front.byline: Role.BYLINE, front.headline: Role.HEADLINE}
    explained = []
    for index, (line, gone, score) in enumerate(
        zip(judged.lines, judged.cut.tolist(), _probabilities(judged.scores), strict=True)
    ):
        role = Role.REMOVED if gone else roles.get(index, Role.BODY)
        explained.append(ExplainedLine(line.number, line.text, role, score, reason_for(line.text) if gone else None))
    return explained


def _probabilities(log_odds: npt.NDArray[np.float64]) -> list[float]:
    """Log-odds as probabilities, rounded so that a record shows what matters."""
    shares: list[float] = np.round(1 / (1 + np.exp(-np.clip(log_odds, -30, 30))), 3).tolist()
    return shares
