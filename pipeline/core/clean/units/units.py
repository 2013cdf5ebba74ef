"""A text as the units that are judged, and the pieces of it that go or stay with each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.core.clean.lines import Line, split_lines
from pipeline.core.clean.units.fragments import fragments
from pipeline.core.clean.units.openers import openers
from pipeline.core.clean.units.opening import opening_cuts
from pipeline.core.clean.units.sentences import bare, sentences
from pipeline.core.clean.units.wrapped import joined, wrapped


@dataclass(frozen=True, slots=True)
class Text:
    """An article as given, and what of it is judged and cut at once.

    `pieces` are the article's own lines, or the sentences of its only line; `units` is what is measured and decided
    about, and `unit_of` says for each piece to which unit it belongs. As a rule all three are the same lines.
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
        pieces = split_sentences(lines[0], title)
        units = [piece._replace(text=bare(piece.text)) for piece in pieces]
        return Text(source, pieces, units, range(len(units)), one_line=True)
    paragraphs = wrapped(lines)
    if paragraphs is None:
        return Text(source, lines, lines, range(len(lines)))
    units = [joined([lines[number] for number in paragraph]) for paragraph in paragraphs]
    unit_of = [number for number, paragraph in enumerate(paragraphs) for _ in paragraph]
    return Text(source, lines, units, unit_of)


def split_sentences(line: Line, title: str | None = None) -> list[Line]:
    """The sentences of a line and the fragments between them, each as a line that knows where it stands."""
    text = line.text
    known = openers(text)
    cuts = opening_cuts(text, known, title)
    ends = {len(text[:cut].rstrip()) for cut in cuts}  # of headline and byline, which are not parted further
    return [
        Line(text[start + first : start + last], line.offset + start + first, line.number, 0)
        for begin, end in sentences(text, known)
        for start, stop in _cut(text, begin, end, cuts)
        for first, last in ([(0, stop - start)] if stop in ends else fragments(text[start:stop], known))
    ]


def _cut(text: str, begin: int, end: int, cuts: Sequence[int]) -> Iterator[tuple[int, int]]:
    """A sentence in the parts that `cuts` make of it, without the white space between them."""
    for start, stop in pairwise([begin, *(cut for cut in cuts if begin < cut < end), end]):
        yield start, start + len(text[start:stop].rstrip())
