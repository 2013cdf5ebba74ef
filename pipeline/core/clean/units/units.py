"""A text as the units that are judged, and the pieces of it that go or stay with each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.core.clean.lines import Line, split_lines
from pipeline.core.clean.units.fragments import fragments
from pipeline.core.clean.units.openers import openers
from pipeline.core.clean.units.opening import opening_cuts
from pipeline.core.clean.units.paragraphs import paragraphs
from pipeline.core.clean.units.sentences import bare, sentences
from pipeline.core.clean.units.wrapped import joined, wrapped


@dataclass(frozen=True, slots=True)
class Text:
    """An article as given, and what of it is judged and cut at once.

    `pieces` are the article's own lines, or the sentences of its only line; `units` is what is measured and decided
    about, and `unit_of` says for each piece to which unit it belongs. As a rule pieces and units are the same lines.
    """

    source: str
    pieces: Sequence[Line]
    units: Sequence[Line]
    unit_of: Sequence[int]
    one_line: bool = False


def read(source: str, title: str | None = None) -> Text:
    """Read an article: by lines, as a rule; by sentences where it has one line, by paragraphs where it is wrapped.

    `title` is the headline, where known.
    """
    lines = split_lines(source)
    if len(lines) == 1:
        pieces, opening = split_sentences(lines[0], title)
        bared = [piece._replace(text=bare(piece.text)) for piece in pieces]
        return _grouped(source, pieces, bared, paragraphs(bared, opening), one_line=True)
    grouped = wrapped(lines)
    return Text(source, lines, lines, range(len(lines))) if grouped is None else _grouped(source, lines, lines, grouped)


def _grouped(
    source: str, pieces: Sequence[Line], read_as: Sequence[Line], groups: Sequence[range], *, one_line: bool = False
) -> Text:
    units = [joined([read_as[number] for number in group]) for group in groups]
    unit_of = [number for number, group in enumerate(groups) for _ in group]
    return Text(source, pieces, units, unit_of, one_line=one_line)


def split_sentences(line: Line, title: str | None = None) -> tuple[list[Line], frozenset[int]]:
    """The sentences of a line and the fragments between them, each as a line that knows where it stands.

    With them the numbers of those that headline and byline end with.
    """
    text = line.text
    known = openers(text)
    cuts = opening_cuts(text, known, title)
    ends = {len(text[:cut].rstrip()) for cut in cuts}  # of headline and byline, which are not parted further
    spans = [
        (start + first, start + last)
        for begin, end in sentences(text, known)
        for start, stop in _cut(text, begin, end, cuts)
        for first, last in ([(0, stop - start)] if stop in ends else fragments(text[start:stop], known))
    ]
    pieces = [Line(text[start:stop], line.offset + start, line.number, 0) for start, stop in spans]
    return pieces, frozenset(number for number, (_, stop) in enumerate(spans) if stop in ends)


def _cut(text: str, begin: int, end: int, cuts: Sequence[int]) -> Iterator[tuple[int, int]]:
    """A sentence in the parts that `cuts` make of it, without the white space between them."""
    for start, stop in pairwise([begin, *(cut for cut in cuts if begin < cut < end), end]):
        yield start, start + len(text[start:stop].rstrip())
