"""Who speaks inside the marks: French papers write « It rains, says she. It pours. » as one quotation."""

from pipeline.core.extract.quotations.marks import Stretch
from pipeline.core.extract.quotations.words import Words


def parted(text: str, stretches: list[Stretch], words: Words) -> list[Stretch]:
    """The stretches, each cut where its language says inside it who speaks; that clause belongs to neither part."""
    if not words.speech.incises:
        return stretches
    return [part for stretch in stretches for part in _parts(text, stretch, words)]


def _parts(text: str, stretch: Stretch, words: Words) -> list[Stretch]:
    match = words.incise.search(text, stretch.start, stretch.end)
    if match is None or match.start() == stretch.start:
        return [stretch]
    first = Stretch(stretch.start, match.start(), stretch.opened, match.start())
    after = match.end()
    while after < stretch.end and text[after] in " \u00a0\u202f":
        after += 1
    if after >= stretch.end:
        return [first]
    return [first, *_parts(text, Stretch(after, stretch.end, after, stretch.closed), words)]
