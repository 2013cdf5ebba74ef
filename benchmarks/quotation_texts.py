"""The texts with marked quotations in tests/data/quotations: how they are written down, and read.

`{1:words}` is quotation 1, `{1!:words}` one that nobody is named for, `{2@=1:words}` one by the speaker of 1 and
`{3@Anna Lind=:words}` one by somebody who is not named beside it. `{1@:Anna Lind}` names the speaker of 1, and
`{1@Anna Lind:she}` does so by another word. `=== en-01 a note` begins a text.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

TEXTS = Path(__file__).parents[1] / "tests" / "data" / "quotations"
HELD = TEXTS / "held"
"""Articles that were written without sight of the rules."""
_MARK = re.compile(r"\{(\d+)(!|@[^:{}]*)?:([^{}]*)\}")


@dataclass(slots=True)
class Quoted:
    """A marked quotation: its place, its speaker's name (None when nobody is named) and where he or she is named."""

    start: int
    end: int
    speaker: str | None = None
    places: list[tuple[int, int]] = field(default_factory=list)


@dataclass(slots=True)
class QuotedText:
    """A text without its marks."""

    id: str
    language: str
    text: str
    quotations: list[Quoted]

    @property
    def number(self) -> int:
        """The number at the end of its id."""
        return int(re.sub(r"\D", "", self.id))


def read_texts(folder: Path = TEXTS) -> list[QuotedText]:
    """All texts of a folder, by language and number."""
    return [
        _read(part, path.stem)
        for path in sorted(folder.glob("*.txt"))
        for part in re.split(r"^=== ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
        if part.strip()
    ]


def _read(part: str, language: str) -> QuotedText:
    head, _, marked = part.partition("\n")
    marked = marked.strip("\n")
    text, position = "", 0
    quoted: dict[str, Quoted] = {}
    speakers: dict[str, str] = {}
    places: dict[str, list[tuple[int, int]]] = {}
    same: dict[str, str] = {}
    for match in _MARK.finditer(marked):
        number, note, words = match.groups()
        text += marked[position : match.start()]
        span = (len(text), len(text) + len(words))
        text += words
        position = match.end()
        if note is None or note == "!" or "=" in note:
            quoted[number] = Quoted(*span)
            if note and note.startswith("@="):
                same[number] = note[2:]
            elif note and note != "!":
                speakers[number] = note[1:].removesuffix("=")
        else:
            speakers.setdefault(number, note[1:] or words)
            places.setdefault(number, []).append(span)
    text += marked[position:]
    for number, own in quoted.items():
        source = number
        while source in same:
            source = same[source]
        own.speaker = speakers.get(source)
        own.places = places.get(source, [])
    return QuotedText(head.split()[0], language, text, sorted(quoted.values(), key=lambda own: own.start))
