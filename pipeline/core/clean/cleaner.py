"""The cleaner: whole lines out, every one with its reason; what stays is the article's own text."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import compress

import numpy as np

from pipeline.core.clean.cues import reason_for
from pipeline.core.clean.decide import decide
from pipeline.core.clean.front import Front, byline_name, find_front
from pipeline.core.clean.lines import Line, split_lines
from pipeline.core.clean.measure.features import Article
from pipeline.core.clean.measure.fixed import ONE, Integers
from pipeline.core.clean.measure.spans import Spans
from pipeline.core.clean.page.html import Page, extract
from pipeline.core.clean.score.model import Model, load
from pipeline.core.reasons import Mark, RemovedReason
from pipeline.core.records import Component, Dateline, Paragraph, Removed

NAME = "dateline-cleaner"
_DEFAULT_MAX_CUT_SHARE = 0.8
_PARTED = "\n\n"
# What has more lines is a list or worse, and every line costs some kilobytes while it is judged.
_MOST_LINES = 20_000
# What is scored at once takes some kilobytes a line, too; more than this saves nothing. Articles: see words.py.
_GROUP_LINES, _GROUP_ARTICLES = 2_000, 500
# From a table, which gives the same for a line wherever it stands.
_SHARES = np.round(1 / (1 + np.exp(-np.arange(-16 * ONE, 16 * ONE) / ONE)), 3)
# What tells an article from a list of links: a line with a full stop, or one longer than items of lists are.
_SENTENCE, _SURELY_SENTENCE = 40, 150
_FULL_STOP = re.compile(r"[.!?…؟。！？][\"'“”’»)\]]*\s*\Z")
_LIST_LINES = 5
_UNSCORED = 0.5  # what is said of lines that nobody looked at


class Caution(StrEnum):
    """How sure the cleaner must be before it cuts: cautious keeps more clutter, thorough risks more of the article."""

    CAUTIOUS = "cautious"
    BALANCED = "balanced"
    THOROUGH = "thorough"


# What the loss of lines of an article weighs (see decide.best_end); the curve in docs/cleaning.md shows what follows.
COSTS = {Caution.CAUTIOUS: 2.0, Caution.BALANCED: 1.0, Caution.THOROUGH: 0.25}
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
    original; `removed` lists every line that went, in order. `lines` are all that are not blank, each with its score
    (0 to 1) in `scores`; `front` are the numbers in `lines` of headline, byline and dateline.
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


@dataclass(frozen=True, slots=True)
class ExplainedLine:
    """One line of an article and what the cleaner makes of it; `score` (0 to 1) is how sure it is boilerplate."""

    line: int
    text: str
    role: Role
    score: float
    reason: RemovedReason | None


@dataclass(slots=True)
class _Judged:
    """Everything known about an article's lines; without `cut` nothing goes."""

    lines: Sequence[Line]
    front: Front
    scores: Integers = field(default_factory=lambda: np.zeros(0, dtype=np.int64))
    cut: list[bool] = field(default_factory=list)
    marks: tuple[Mark, ...] = ()


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
        return self.clean_many([(text, title)])[0]

    def clean_many(self, articles: Iterable[tuple[str, str | None]]) -> list[Cleaned]:
        """Clean many articles, each given as its text and its title; the same as one by one, in a third of the time."""
        given = [(split_lines(text), title) for text, title in articles]
        judged = self._judge(given, self._cost)
        return [_assemble(one, title) for one, (_, title) in zip(judged, given, strict=True)]

    def clean_html(self, html: str, *, url: str | None = None, title: str | None = None) -> Cleaned | None:
        """Clean an article given as a web page; None when there is no article in it.

        Lines and offsets count in the extracted text (`pipeline.core.clean.page.html.extract`). The page's headline
        becomes the title; `text` is the body.
        """
        page = extract(html, url=url)
        if page is None:
            return None
        cleaned = _assemble(self._judge_page(page, title), title or page.title)
        return cleaned if cleaned.byline is not None else replace(cleaned, byline=page.byline)

    def explain(self, text: str, *, title: str | None = None) -> list[ExplainedLine]:
        """Say for every line that is not blank what it is, how likely boilerplate, and why it goes if it goes."""
        return _explain(self._judge([(split_lines(text), title)], self._cost)[0])

    def explain_html(
        self, html: str, *, url: str | None = None, title: str | None = None
    ) -> list[ExplainedLine] | None:
        """The same for the text extracted from a web page; None when there is no article in it."""
        page = extract(html, url=url)
        return None if page is None else _explain(self._judge_page(page, title))

    def _judge_page(self, page: Page, title: str | None) -> _Judged:
        return self._judge([(split_lines(page.text), title or page.title)], self._cost * PAGE_COST_FACTOR)[0]

    def _judge(self, articles: Sequence[tuple[Sequence[Line], str | None]], cost: float) -> list[_Judged]:
        judged = [_Judged(lines, find_front(lines, title)) for lines, title in articles]
        to_score = []
        for one in judged:
            if len(one.lines) == 1:  # it holds everything: nothing can be cut
                one.marks = (Mark.SINGLE_LINE,)
            elif len(one.lines) > _MOST_LINES:
                one.marks = (Mark.NOT_AN_ARTICLE,)
            elif one.lines:
                to_score.append(one)
        for group in _in_groups(to_score):
            self._judge_group(group, cost)
        return judged

    def _judge_group(self, group: Sequence[_Judged], cost: float) -> None:
        spans = Spans([len(one.lines) for one in group])
        scored = self._model.score([Article(one.lines, one.front.headline) for one in group], spans)
        cut = decide([one.lines for one in group], scored, spans, cost)
        for one, start in zip(group, spans.starts.tolist(), strict=True):
            stop = start + len(one.lines)
            one.scores, one.cut = scored.line[start:stop], cut[start:stop].tolist()
            for index in one.front.lines:
                one.cut[index] = False
            self._mark(one)

    def _mark(self, one: _Judged) -> None:
        cuts = any(one.cut)
        if (cuts or len(one.lines) >= _LIST_LINES) and not _has_sentence(one.lines, one.cut):
            one.marks, one.cut = (Mark.NOT_AN_ARTICLE,), [False] * len(one.lines)
        elif cuts:
            lengths = [len(line.text) for line in one.lines]
            if sum(compress(lengths, one.cut)) > self._max_cut_share * sum(lengths):
                one.marks = (Mark.LARGE_CUT,)


def _in_groups(articles: Sequence[_Judged]) -> Iterator[list[_Judged]]:
    """Groups that are scored at once: of a bounded number of lines, unless a single article has more."""
    group: list[_Judged] = []
    lines = 0
    for one in articles:
        if group and (lines + len(one.lines) > _GROUP_LINES or len(group) == _GROUP_ARTICLES):
            yield group
            group, lines = [], 0
        group.append(one)
        lines += len(one.lines)
    if group:
        yield group


def _has_sentence(lines: Sequence[Line], cut: Sequence[bool]) -> bool:
    """Whether any of the kept lines could be a sentence of an article rather than an item of a list."""
    return any(
        len(line.text) >= _SURELY_SENTENCE
        or (len(line.text) >= _SENTENCE and _FULL_STOP.search(line.text, len(line.text) - 12))
        for line, gone in zip(lines, cut, strict=True)
        if not gone
    )


def _assemble(judged: _Judged, title: str | None) -> Cleaned:
    front, lines = judged.front, judged.lines
    kept, removed = lines, []
    sure = _probabilities(judged.scores) or [_UNSCORED] * len(lines)
    if judged.cut:
        kept = [line for line, gone in zip(lines, judged.cut, strict=True) if not gone]
        removed = [
            Removed(line.text, reason_for(line.text), line.number, score)
            for line, gone, score in zip(lines, judged.cut, sure, strict=True)
            if gone
        ]
    paragraphs: list[Paragraph] = []
    start = 0
    for text, offset, number, _ in kept:
        paragraphs.append(Paragraph(start, offset, number))
        start += len(text) + len(_PARTED)
    headline = None if front.headline is None else lines[front.headline].text.strip()
    byline = None if front.byline is None else byline_name(lines[front.byline].text)
    return Cleaned(
        title if title is not None else headline,
        byline,
        front.dateline,
        _PARTED.join([line.text for line in kept]),
        tuple(paragraphs),
        tuple(removed),
        judged.marks,
        lines,
        sure,
        front.lines,
    )


def _explain(judged: _Judged) -> list[ExplainedLine]:
    front = judged.front
    roles = {front.dateline_at: Role.DATELINE, front.byline: Role.BYLINE, front.headline: Role.HEADLINE}
    explained = []
    scores = _probabilities(judged.scores)
    cut = judged.cut or [False] * len(judged.lines)
    for index, (line, gone, score) in enumerate(zip(judged.lines, cut, scores or [_UNSCORED] * len(cut), strict=True)):
        role = Role.REMOVED if gone else roles.get(index, Role.BODY)
        explained.append(ExplainedLine(line.number, line.text, role, score, reason_for(line.text) if gone else None))
    return explained


def _probabilities(log_odds: Integers) -> list[float]:
    """Log-odds in 512ths as probabilities, rounded so that a record shows what matters."""
    shares: list[float] = _SHARES.take(log_odds + len(_SHARES) // 2, mode="clip").tolist()
    return shares
