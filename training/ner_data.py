"""From the gold file to what the `ner` component can learn from: fine labels, and silence where nothing is known."""

import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from pipeline.core.extract.gazetteer import Gazetteer
from pipeline.core.extract.resolve.passes.vocabulary import EVENT_END, FACILITY_END, LOCATION_END

# Sources whose licence asks that what is adapted from them be shared alike; weights are not trained on them.
SHARE_ALIKE = frozenset({"ewt-web"})

# Texts written for training in the style of agencies; no test and no benchmark has them.
NEWSWIRE = tuple(sorted((Path(__file__).parent / "newswire").glob("*.txt")))
_TYPES = {"P": "PERSON", "O": "ORG", "L": "LOC", "M": "MISC"}
_MARKED = re.compile(r"\[([POLM]):([^\]]+)\]")

COARSE = {
    "PERSON": "PERSON",
    "ORG": "ORG",
    **dict.fromkeys(("GPE", "LOC", "FAC"), "LOC"),
    **dict.fromkeys(("NORP", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE", "PRODUCT"), "MISC"),
}


@dataclass(frozen=True)
class Gold:
    """A document with the entities that people marked; `types` are those that its corpus marks at all."""

    id: str
    source: str
    text: str
    types: frozenset[str]
    entities: tuple[tuple[int, int, str], ...]


def read(path: Path) -> list[Gold]:
    """The documents of a gold file."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [
        Gold(
            row["id"],
            row["source"],
            row["text"],
            frozenset(row["types"]),
            tuple((entity["start"], entity["end"], entity["type"]) for entity in row["entities"]),
        )
        for row in rows
    ]


def read_marked(path: Path) -> list[Gold]:
    """Texts parted by lines of "%%%", with their names marked as `[P:Anna Lind]`."""
    found = []
    for number, part in enumerate(path.read_text(encoding="utf-8").split("\n%%%\n")):
        plain, entities, position = "", [], 0
        for match in _MARKED.finditer(part):
            plain += part[position : match.start()]
            entities.append((len(plain), len(plain) + len(match[2]), _TYPES[match[1]]))
            plain += match[2]
            position = match.end()
        plain += part[position:]
        found.append(Gold(f"{path.stem}-{number}", "own", plain, frozenset(_TYPES.values()), tuple(entities)))
    return found


def fold_of(document: Gold, folds: int) -> int:
    """Which fold a document belongs to, by its id alone."""
    return int.from_bytes(hashlib.sha256(document.id.encode()).digest()[:8], "big") % folds


def reference(nlp: Language, document: Gold, silver: Iterable[tuple[int, int, str]]) -> Doc:
    """The document as it should be read.

    A marked entity takes the fine label that the base model gives there, else one by its words. Types that the
    corpus does not mark are taken over from `silver`, the base model's own reading, so that they are not forgotten.
    """
    doc = nlp.make_doc(document.text)
    own = list(silver)
    gold = []
    for start, end, kind in document.entities:
        span = doc.char_span(start, end, alignment_mode="expand")
        if span is not None:
            gold.append(Span(doc, span.start, span.end, label=_fine(kind, span.text, start, end, own)))
    gold = filter_spans(gold)
    named = {token.i for span in gold for token in span}
    kept = []
    for start, end, label in own:
        span = doc.char_span(start, end, alignment_mode="expand", label=label)
        if span is None or COARSE.get(label) in document.types or named & set(range(span.start, span.end)):
            continue
        kept.append(span)
    doc.set_ents(filter_spans([*gold, *kept]), default="outside")
    return doc


def _fine(kind: str, surface: str, start: int, end: int, silver: list[tuple[int, int, str]]) -> str:
    if kind in ("PERSON", "ORG"):
        return kind
    over = [(min(end, b) - max(start, a), label) for a, b, label in silver if a < end and start < b]
    same = [pair for pair in over if COARSE.get(pair[1]) == kind]
    if same:
        return max(same)[1]
    return _place(surface) if kind == "LOC" else _other(surface)


def _place(surface: str) -> str:
    last = surface.rsplit(maxsplit=1)[-1]
    if not Gazetteer.load().is_place(surface):
        if last in FACILITY_END:
            return "FAC"
        if last in LOCATION_END:
            return "LOC"
    return "GPE"


def _other(surface: str) -> str:
    words = surface.split()
    if surface in Gazetteer.load().nationalities:
        return "NORP"
    if words[-1] in EVENT_END or words[0] in ("Battle", "Siege"):
        return "EVENT"
    if any(character.isdigit() for character in surface):
        return "PRODUCT"
    return "WORK_OF_ART"


def pieces(doc: Doc, words: int = 150) -> list[Doc]:
    """The document in parts of about `words` tokens, never cut inside an entity."""
    parts, start = [], 0
    while start < len(doc):
        stop = min(len(doc), start + words)
        while stop < len(doc) and (doc[stop].ent_iob_ == "I" or doc[stop - 1].text not in '.!?\n"”'):
            stop += 1
        parts.append(doc[start:stop].as_doc())
        start = stop
    return parts
