"""How well quotations and their speakers are found, on the texts in tests/data/quotations.

    python -m benchmarks.evaluate_quotations [--held] [--part odd|even] [--errors]

`--held` takes the 50 articles in tests/data/quotations/held, which were written without sight of the rules. `--part`
takes those of odd or of even number alone: errors are looked at in the odd half only.

A quotation is found when both its ends are right, signs and spaces aside. Its speaker is right when the place is one
that the text marks, or the name has the same words; "name" asks for the name alone. Both are shares of those found.
"""

import argparse
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from benchmarks.quotation_texts import HELD, TEXTS, Quoted, QuotedText, read_texts
from pipeline.core.extract import Document, Extractor, ExtractSettings
from pipeline.core.records import Quotation, Speaker

_SIGNS = " \u00a0\u202f,.!?…"


@dataclass(slots=True)
class Score:
    """Counts over texts."""

    right: int = 0
    found: int = 0
    marked: int = 0
    speakers: int = 0
    names: int = 0

    def __add__(self, other: "Score") -> "Score":
        return Score(*(getattr(self, name) + getattr(other, name) for name in self.__slots__))

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.right / max(1, self.found + self.marked)

    def row(self, name: str) -> str:
        """A line of the table."""
        shares = (self.right / max(1, self.found), self.right / max(1, self.marked), self.f1)
        speakers = (self.speakers / max(1, self.right), self.names / max(1, self.right))
        return f"| {name} | {self.marked} | " + " | ".join(f"{value:.3f}" for value in (*shares, *speakers)) + " |"


def score(text: QuotedText, found: tuple[Quotation, ...]) -> tuple[Score, list[str]]:
    """What is right in one text, and lines about what is not."""
    total, errors = Score(found=len(found), marked=len(text.quotations)), []
    by_place = {_trimmed(text.text, own.start, own.end): own for own in text.quotations}
    for one in found:
        own = by_place.pop(_trimmed(text.text, one.start, one.end), None)
        if own is None:
            errors.append(f"{text.id}: nothing said: {one.text!r} by {one.speaker}")
            continue
        named = _same_name(own, one.speaker)
        placed = named or (one.speaker is not None and _same_place(own, one.speaker))
        total += Score(right=1, speakers=placed, names=named)
        if not named:
            errors.append(
                f"{text.id}: {'name' if placed else 'speaker'} of {one.text[:40]!r}: {one.speaker}, not {own.speaker}"
            )
    errors += [f"{text.id}: missed: {text.text[own.start : own.end]!r}" for own in by_place.values()]
    return total, errors


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while end > start and text[end - 1] in _SIGNS:
        end -= 1
    return start, end


def _same_place(own: Quoted, speaker: Speaker) -> bool:
    return any(speaker.start < end and start < speaker.end for start, end in own.places)


def _same_name(own: Quoted, speaker: Speaker | None) -> bool:
    if own.speaker is None or speaker is None:
        return own.speaker is None and speaker is None
    one, other = speaker.name.casefold(), own.speaker.casefold()
    return one in other or other in one


def evaluate(extractor: Extractor, texts: Iterable[QuotedText]) -> Iterator[tuple[str, Score, list[str]]]:
    """Language, score and errors of each text."""
    for text in texts:
        (extraction,) = extractor.extract([Document(text.text, language=text.language)])
        yield text.language, *score(text, extraction.quotations)


def main() -> None:
    """Run it and print the table."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--errors", action="store_true")
    options.add_argument("--held", action="store_true")
    options.add_argument("--part", choices=("odd", "even"))
    given = options.parse_args()
    texts = [
        text
        for text in read_texts(HELD if given.held else TEXTS)
        if given.part in (None, ("even", "odd")[text.number % 2])
    ]
    by_language: dict[str, Score] = {}
    for language, own, errors in evaluate(Extractor.load(ExtractSettings()), texts):
        by_language[language] = by_language.get(language, Score()) + own
        if given.errors:
            print(*errors, sep="\n", end="\n" if errors else "")
    print("| language | quotations | precision | recall | F1 | right speaker | by name |\n| --- |" + " --- |" * 6)
    for language, own in by_language.items():
        print(own.row(language))
    print(sum(by_language.values(), Score()).row("all"))


if __name__ == "__main__":
    main()
