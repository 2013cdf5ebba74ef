"""The cleaner: whole lines out, every one with its reason; what stays is the article's own text."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from enum import StrEnum
from itertools import compress

import numpy as np

from pipeline.core.clean.closing import cut_closing
from pipeline.core.clean.decide import decide
from pipeline.core.clean.front import find_front
from pipeline.core.clean.furniture import furniture
from pipeline.core.clean.judged import Cleaned, ExplainedLine, Judged, assemble, explain, with_furniture
from pipeline.core.clean.lines import Line, split_lines
from pipeline.core.clean.measure.features import Article
from pipeline.core.clean.measure.fixed import ONE
from pipeline.core.clean.measure.spans import Spans
from pipeline.core.clean.page.html import Page, PageReader
from pipeline.core.clean.page.kind import words_for
from pipeline.core.clean.score.model import Model, load
from pipeline.core.clean.units.fragments import length
from pipeline.core.clean.units.units import Text, read
from pipeline.core.reasons import Mark
from pipeline.core.records import Component

NAME = "dateline-cleaner"
_DEFAULT_MAX_CUT_SHARE = 0.8
# What has more lines is a list or worse, and every line costs some kilobytes while it is judged.
_MOST_LINES = 20_000
# What is scored at once takes some kilobytes a line, too; more than this saves nothing. Articles: see words.py.
_GROUP_LINES, _GROUP_ARTICLES = 3_000, 500
# What tells an article from a list of links: a line with a full stop, or one longer than items of lists are. Letters of
# scripts without spaces count twice.
_SENTENCE, _SURELY_SENTENCE = 40, 150
_FULL_STOP = re.compile(r"[.!?…؟。！？][\"'“”’»)\]]*\s*\Z")
_LIST_LINES = 5
# The log-odds of furniture.
_CERTAIN = 12 * ONE


class Caution(StrEnum):
    """How sure the cleaner must be before it cuts: cautious keeps more clutter, thorough risks more of the article."""

    CAUTIOUS = "cautious"
    BALANCED = "balanced"
    THOROUGH = "thorough"


# What the loss of lines of an article weighs (see decide.best_end); the curve in docs/cleaning.md shows what follows.
COSTS = {Caution.CAUTIOUS: 2.0, Caution.BALANCED: 1.0, Caution.THOROUGH: 0.5}
# An extractor has been over a web page before: what it leaves is the article's far more often.
PAGE_COST_FACTOR = 4.0


class Cleaner:
    """Removes from an article what is not the article, whole lines at a time; sentences where all is in one line.

    `caution` is how sure it must be; `loss_weight` says the same as a number, for whoever measures what lies between
    (2, 1 and 0.5 are the three). An article that loses more than `max_cut_share` of its characters is marked
    `large_cut`. `model` and `pages` are the packaged ones unless given. What a cleaner says of an article never depends
    on others before it, and threads may share it.
    """

    def __init__(
        self,
        *,
        caution: Caution = Caution.BALANCED,
        loss_weight: float | None = None,
        max_cut_share: float = _DEFAULT_MAX_CUT_SHARE,
        model: Model | None = None,
        pages: PageReader | None = None,
    ) -> None:
        if not 0 <= max_cut_share <= 1:
            raise ValueError(f"max_cut_share must lie between 0 and 1, not {max_cut_share}")
        self._cost = COSTS[Caution(caution)] if loss_weight is None else loss_weight
        self._model = model if model is not None else load()
        self._pages = pages if pages is not None else PageReader()
        self._max_cut_share = max_cut_share
        self.component = Component(
            NAME, self._model.version, {"caution": str(caution), "max_cut_share": f"{max_cut_share:g}"}
        )

    def clean(self, text: str, *, title: str | None = None) -> Cleaned:
        """Clean an article given as plain text; any string is fine. `title` is the headline, where known."""
        return self.clean_many([(text, title)])[0]

    def clean_many(self, articles: Iterable[tuple[str, str | None]]) -> list[Cleaned]:
        """Clean many articles, each given as its text and its title; the same as one by one, in a third of the time."""
        given = [(read(text, title), title) for text, title in articles]
        judged = self._judge(given, self._cost)
        return [assemble(one, title) for one, (_, title) in zip(judged, given, strict=True)]

    def clean_html(self, html: str, *, url: str | None = None, title: str | None = None) -> Cleaned | None:
        """Clean an article given as a web page; None when there is no article in it.

        Lines and offsets count in the extracted text (`pipeline.core.clean.page.html.Page`). The page's headline
        becomes the title; `text` is the body.
        """
        page = self._pages.read(html, url=url)
        if page is None or not page.text:
            return None
        cleaned = assemble(self._judge_page(page, title), title or page.title)
        cleaned = replace(cleaned, marks=tuple(dict.fromkeys((*page.marks, *cleaned.marks))), page=page)
        # What machines read says it more reliably than what stands among the lines.
        return replace(cleaned, byline="; ".join(page.authors), authors=page.authors) if page.authors else cleaned

    def why_no_article(self, html: str) -> str:
        """Part of a sentence for a person: what a page is of which `clean_html` made nothing."""
        page = self._pages.read(html)
        return words_for(page.marks if page is not None else ())

    def explain(self, text: str, *, title: str | None = None) -> list[ExplainedLine]:
        """Say for every line that is not blank what it is, how likely boilerplate, and why it goes if it goes."""
        return explain(self._judge([(read(text, title), title)], self._cost)[0])

    def explain_html(
        self, html: str, *, url: str | None = None, title: str | None = None
    ) -> list[ExplainedLine] | None:
        """The same for the text extracted from a web page; None when there is no article in it."""
        page = self._pages.read(html, url=url)
        return None if page is None or not page.text else explain(self._judge_page(page, title))

    def _judge_page(self, page: Page, title: str | None) -> Judged:
        lines = split_lines(page.text)
        kept = [line for line in lines if line.number not in page.furniture]
        text = Text(page.text, kept, kept, range(len(kept)))
        judged = self._judge([(text, title or page.title)], self._cost * PAGE_COST_FACTOR)[0]
        return with_furniture(judged, lines, page.furniture)

    def _judge(self, articles: Sequence[tuple[Text, str | None]], cost: float) -> list[Judged]:
        judged = [_looked_through(text, title) for text, title in articles]
        to_score = []
        for one in judged:
            if len(one.text.pieces) > _MOST_LINES or len(one.reasons) == len(one.text.units) > 0:
                one.marks = (Mark.NOT_AN_ARTICLE,)
            elif len(one.text.units) > 1:  # a single one holds everything: nothing can be cut
                to_score.append(one)
        for group in _in_groups(to_score):
            self._judge_group(group, cost)
        for one in judged:
            if one.text.one_line:
                one.marks = (Mark.SINGLE_LINE, *one.marks)
        return judged

    def _judge_group(self, group: Sequence[Judged], cost: float) -> None:
        left = [_left(one) for one in group]
        spans = Spans([len(numbers) for numbers in left])
        articles = [_article(one, numbers) for one, numbers in zip(group, left, strict=True)]
        scored = self._model.score(articles, spans)
        cut = decide(articles, scored, spans, cost)
        for one, numbers, start in zip(group, left, spans.starts.tolist(), strict=True):
            stop = start + len(numbers)
            one.scores = np.full(len(one.text.units), _CERTAIN, dtype=np.int64)
            one.scores[numbers] = scored.line[start:stop]
            one.cut = [True] * len(one.text.units)
            front = one.front.lines
            for number, gone in zip(numbers, cut[start:stop].tolist(), strict=True):
                one.cut[number] = gone and number not in front
            self._mark(one)

    def _mark(self, one: Judged) -> None:
        cut_closing(one, self._cost)
        units, cuts = one.text.units, any(one.cut)
        if (cuts or len(units) >= _LIST_LINES) and not _has_sentence(units, one.cut):
            one.marks, one.cut = (Mark.NOT_AN_ARTICLE,), [False] * len(units)
        elif cuts:
            lengths = [len(line.text) for line in units]
            if sum(compress(lengths, one.cut)) > self._max_cut_share * sum(lengths):
                one.marks = (Mark.LARGE_CUT,)


def _looked_through(text: Text, title: str | None) -> Judged:
    """Find the furniture, and the front of the article among what is left."""
    units = text.units
    found = [furniture(unit.text) for unit in units] if 1 < len(units) <= _MOST_LINES else []
    reasons = {number: reason for number, reason in enumerate(found) if reason is not None}
    if not reasons or len(reasons) == len(units):
        return Judged(text, find_front(units, title), reasons=reasons)
    left = [number for number, reason in enumerate(found) if reason is None]
    front = find_front([units[number] for number in left], title)
    return Judged(text, front.moved(left), reasons=reasons)


def _left(one: Judged) -> list[int]:
    """The numbers of the units that are not furniture."""
    return [number for number in range(len(one.text.units)) if number not in one.reasons]


def _article(one: Judged, numbers: Sequence[int]) -> Article:
    """The units with these numbers, to be measured; whatever speaks of units tells them by their new numbers."""
    units = one.text.units
    headline = None if one.front.headline is None else bisect_left(numbers, one.front.headline)
    taken = [(bisect_left(numbers, number), units[number].text) for number in one.reasons]
    return Article([units[number] for number in numbers], headline, taken)


def _in_groups(articles: Sequence[Judged]) -> Iterator[list[Judged]]:
    """Groups that are scored at once: of a bounded number of lines, unless a single article has more."""
    group: list[Judged] = []
    lines = 0
    for one in articles:
        if group and (lines + len(one.text.units) > _GROUP_LINES or len(group) == _GROUP_ARTICLES):
            yield group
            group, lines = [], 0
        group.append(one)
        lines += len(one.text.units)
    if group:
        yield group


def _has_sentence(lines: Sequence[Line], cut: Sequence[bool]) -> bool:
    """Whether any of the kept lines could be a sentence of an article rather than an item of a list."""
    return any(
        length(line.text) >= _SURELY_SENTENCE
        or (length(line.text) >= _SENTENCE and _FULL_STOP.search(line.text, max(0, len(line.text) - 12)))
        for line, gone in zip(lines, cut, strict=True)
        if not gone
    )
