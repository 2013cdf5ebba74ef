"""The fast engine: embed, encode, parse, and the check at load that it finds what spaCy's own pipe finds."""

from collections.abc import Iterator, Sequence
from itertools import islice

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.core.extract.model.fast.embed import MAX_TYPES, TypeTable
from pipeline.core.extract.model.fast.encode import Encoder
from pipeline.core.extract.model.fast.layout import Layout
from pipeline.core.extract.model.fast.parse import Lead, Parsed, TokenSpan, parse
from pipeline.core.extract.model.fast.weights import UnsupportedModelError, read

# Names of every kind, a line end, an entity at the end, and a lone word: if the arithmetic differed, this would show.
_PROBES = (
    "Maria Keller, who runs Nordwind Energy in Hamburg, met Prime Minister Tomas Lindqvist on Tuesday.\n\n"
    "The company paid $3.5 million for 40% of a Danish rival; the European Union agreed in May 2019.",
    "Reykjavik",
    "It rained. Nobody came to the Red Lion Hotel on Harbour Street, said J. P. O'Connor of the Daily Courier",
)


# Tokens that are worked on together: enough for matrix products to pay, and some 50 MB at most.
_TOGETHER = 16_384


class FastNer:
    """Finds the entities of tokenised documents with a spaCy model's own parameters."""

    def __init__(self, nlp: Language, max_types: int = MAX_TYPES) -> None:
        """Read the model's `ner` pipe. `max_types` bounds the word types that are remembered.

        Raises:
            UnsupportedModelError: the model is of another shape, or the check against spaCy's own pipe failed.
        """
        self._weights = read(nlp)
        self._own = nlp.get_pipe("ner")
        self.undecided = 0  # documents left to spaCy's own pipe so far
        self._encoder = Encoder(self._weights.layers)
        self._types = TypeTable(self._weights.embedding, nlp.vocab, self._encoder.shares, max_types)
        self._check(nlp)

    def spans(self, docs: Sequence[Doc]) -> list[list[TokenSpan]]:
        """The entities of each document as tokens and labels. A document's do not depend on the others'.

        One that the engine leaves undecided, or that has entities or sentences already, is left to spaCy's own pipe,
        alone; its `ents` are set.
        """
        return [spans for spans, _ in self.read(docs)]

    def read(self, docs: Sequence[Doc]) -> list[tuple[list[TokenSpan], dict[int, Lead]]]:
        """As `spans`, each with the leads of the labels, by the token that an entity begins with."""
        found: dict[int, Parsed] = {}
        for group in _groups(docs):
            found.update(zip(group, self._parsed([docs[number] for number in group]), strict=True))
        return [self._decided(doc, found.get(number, Parsed([], {}))) for number, doc in enumerate(docs)]

    def _decided(self, doc: Doc, found: Parsed) -> tuple[list[TokenSpan], dict[int, Lead]]:
        if found.spans is None or _is_preset(doc):
            self.undecided += 1
            return [(ent.start, ent.end, ent.label_) for ent in self._own(doc).ents], found.leads
        return found.spans, found.leads

    def _parsed(self, docs: Sequence[Doc]) -> list[Parsed]:
        rows = self._types.rows(docs)
        layout = Layout.of([len(doc) for doc in docs], padding=self._encoder.padding)
        encoded = self._encoder.encode(layout.spread(rows), self._types.vectors)
        barred = np.ones(layout.rows, np.bool_)
        for start, end, doc in zip(layout.starts, layout.ends, docs, strict=True):
            barred[start:end] = doc.to_array("IS_SPACE")
        return parse(self._weights.parser, encoded, layout, barred)

    def _check(self, nlp: Language) -> None:
        """Raise unless the probes give what spaCy's own pipe gives, together and alone."""
        docs = [nlp.make_doc(text) for text in _PROBES]
        together = self.spans(docs)
        alone = [self.spans([doc])[0] for doc in docs]
        expected = [[(ent.start, ent.end, ent.label_) for ent in self._own(doc).ents] for doc in docs]
        for text, fast, lone, plain in zip(_PROBES, together, alone, expected, strict=True):
            if not fast == lone == plain:
                shown = list(islice((span for span in fast if span not in plain), 3))
                raise UnsupportedModelError(f"it finds something else than spaCy's own pipe in {text[:40]!r}: {shown}")


def _is_preset(doc: Doc) -> bool:
    """Whether it has entities or sentences already; spaCy says so of documents too short to have them."""
    entities = len(doc) > 0 and doc.has_annotation("ENT_IOB")
    return entities or (len(doc) > 1 and doc.has_annotation("SENT_START"))


def _groups(docs: Sequence[Doc]) -> Iterator[list[int]]:
    """Numbers of consecutive documents that are worked on together; empty ones are left out."""
    group: list[int] = []
    tokens = 0
    for number, doc in enumerate(docs):
        if len(doc):
            group.append(number)
            tokens += len(doc)
        if tokens >= _TOGETHER:
            yield group
            group, tokens = [], 0
    if group:
        yield group
