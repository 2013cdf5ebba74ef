"""Paragraphs of a text in one line: short sentences that stand together are judged together.

"Nobody was hurt." alone has nothing that tells it from a line of clutter, and in a text that kept its lines it would
stand in a paragraph with others. Where those began is not known any more; that several sentences make one is.
"""

from collections.abc import Sequence
from itertools import groupby

from pipeline.core.clean.furniture import furniture
from pipeline.core.clean.lines import Line
from pipeline.core.clean.units.fragments import ends_sentence, length

# From so many characters on a line counts as a paragraph where it is measured; those of dense scripts count twice.
_PARAGRAPH = 80


def paragraphs(pieces: Sequence[Line], apart: frozenset[int]) -> list[range]:
    """The pieces of a line that are judged together, as ranges; those with numbers in `apart` stand alone.

    A sentence is joined with those behind it until they are as long as a paragraph, and the last ones of a run, where
    they are shorter, with the paragraph above them. What has no stop at its end and what is furniture stands alone.
    """
    sizes = [length(piece.text) for piece in pieces]
    joins = [number not in apart and _is_sentence(piece.text) for number, piece in enumerate(pieces)]
    return [
        group
        for joined, run in groupby(range(len(pieces)), key=joins.__getitem__)
        for group in (_joined(list(run), sizes) if joined else [range(number, number + 1) for number in run])
    ]


def _joined(run: Sequence[int], sizes: Sequence[int]) -> list[range]:
    groups: list[range] = []
    start, size = run[0], 0
    for number in run:
        size += sizes[number]
        if size >= _PARAGRAPH:
            groups.append(range(start, number + 1))
            start, size = number + 1, 0
    if size:
        start = groups.pop().start if groups else start
        groups.append(range(start, run[-1] + 1))
    return groups


def _is_sentence(text: str) -> bool:
    return ends_sentence(text) and furniture(text) is None
