"""Taking the lines that recur in its source out of a clean article; what stays is the article's own text still."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from pipeline.core.learn.known import Evidence
from pipeline.core.learn.lines import key_of, letters
from pipeline.core.reasons import Mark, RemovedReason
from pipeline.core.records import CleanArticle, Paragraph, Removed, SeenLine, Sighting

_PARTED = "\n\n"
# Pages of links pass whole, and what is kept of an article in one line are stretches, not the sentences that are told.
_UNTOUCHED = frozenset({Mark.NOT_AN_ARTICLE, Mark.SINGLE_LINE})
# A scrap is a piece of a broken sentence, as links in a scraped paragraph leave them; it is never furniture alone.
_FEWEST_LETTERS, _SCRAP = 4, 40
_GOES_ON = ",.;:)]’،؛，。；、"
_UNTOLD = 0.5  # the score of a line in the middle of an article so long that not all of it was told
# What tells that an article is left.
_SENTENCE, _SURELY_SENTENCE = 40, 150
_FULL_STOP = re.compile(r"[.!?…؟。！？।][\"'“”’»)\]]*\s*\Z")


@dataclass(frozen=True, slots=True)
class _Kept:
    text: str
    paragraph: Paragraph
    key: str


def without_recurring(
    article: CleanArticle, told: Sighting, version: str, known: Mapping[str, Evidence], max_cut_share: float = 1.0
) -> CleanArticle:
    """The article without the lines that are known to recur in its source, each listed with its evidence.

    `told` is what the article itself tells: its lines' scores, and which are headline, byline or dateline and stay.
    `known` is the source's lines by key, `version` that of them.
    An article of which nothing would be left but scraps keeps all its lines.
    """
    said = {line.key: line for line in told.lines}
    if not _UNTOUCHED.isdisjoint(article.marks) or known.keys().isdisjoint(said):
        return article.model_copy(update={"learned": version})
    lines = _kept(article)
    recurs = [line.key in known for line in lines]
    gone = {
        index
        for index, line in enumerate(lines)
        if recurs[index]
        and not (line.key in said and said[line.key].place == "front")
        and not _is_scrap(lines, recurs, index)
    }
    left = [line for index, line in enumerate(lines) if index not in gone]
    if not any(_is_sentence(line.text) for line in left):
        gone, left = set(), lines
    removed = [_removed(lines[index], known, said) for index in sorted(gone)]
    return _put_together(article, left, removed, version, max_cut_share)


def _kept(article: CleanArticle) -> list[_Kept]:
    starts = [paragraph.start for paragraph in article.paragraphs]
    stops = [*(start - len(_PARTED) for start in starts[1:]), len(article.text)]
    texts = [article.text[start:stop] for start, stop in zip(starts, stops, strict=True)]
    return [_Kept(t, p, key_of(t)) for t, p in zip(texts, article.paragraphs, strict=True)]


def _is_scrap(lines: Sequence[_Kept], recurs: Sequence[bool], index: int) -> bool:
    text = lines[index].text.strip()
    said = sum(map(str.isalnum, text)) + letters(text) - len(text)
    if said < _FEWEST_LETTERS:
        return True
    if letters(text) > _SCRAP:
        return False
    goes_on = index > 0 and not recurs[index - 1] and _is_middle(text)
    below = index + 1 < len(lines) and not recurs[index + 1]
    return goes_on or (below and _is_middle(lines[index + 1].text.strip()))


def _is_middle(text: str) -> bool:
    """Whether a line begins as only the rest of a sentence does."""
    return text[0].islower() or text[0] in _GOES_ON


def _is_sentence(text: str) -> bool:
    return len(text) >= _SURELY_SENTENCE or (
        len(text) >= _SENTENCE and _FULL_STOP.search(text, len(text) - 12) is not None
    )


def _removed(line: _Kept, known: Mapping[str, Evidence], said: Mapping[str, SeenLine]) -> Removed:
    seen, of = known[line.key]
    score = said[line.key].score if line.key in said else _UNTOLD
    at = line.paragraph
    return Removed(line.text, RemovedReason.RECURRING, at.line, score, at.offset, seen, of)


def _put_together(
    article: CleanArticle, left: Sequence[_Kept], removed: Sequence[Removed], version: str, max_cut_share: float
) -> CleanArticle:
    paragraphs = []
    start = 0
    for line in left:
        paragraphs.append(Paragraph(start, line.paragraph.offset, line.paragraph.line))
        start += len(line.text) + len(_PARTED)
    every = tuple(sorted((*article.removed, *removed), key=lambda one: (one.line, one.offset or 0)))
    return article.model_copy(
        update={
            "text": _PARTED.join(line.text for line in left),
            "paragraphs": tuple(paragraphs),
            "removed": every,
            "marks": _marks(article.marks, left, every, max_cut_share),
            "learned": version,
        }
    )


def _marks(
    marks: tuple[Mark, ...], left: Sequence[_Kept], removed: Collection[Removed], max_cut_share: float
) -> tuple[Mark, ...]:
    went = sum(len(line.text) for line in removed)
    large = went > max_cut_share * (went + sum(len(line.text) for line in left))
    return (*marks, Mark.LARGE_CUT) if large and Mark.LARGE_CUT not in marks else marks
