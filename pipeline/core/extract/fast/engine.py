"""The fast engine: embed, encode, parse, and the check at load that it finds what spaCy's own pipe finds."""

from collections.abc import Sequence
from itertools import islice

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.core.extract.fast.embed import MAX_TYPES, TypeTable
from pipeline.core.extract.fast.encode import encode
from pipeline.core.extract.fast.layout import Layout
from pipeline.core.extract.fast.parse import TokenSpan, parse
from pipeline.core.extract.fast.weights import UnsupportedModelError, read

# Names of every kind, a line end, an entity at the end, and a lone word: if the arithmetic differed, this would show.
_PROBES = (
    "Maria Keller, who runs Nordwind Energy in Hamburg, met Prime Minister Tomas Lindqvist on Tuesday.\n\n"
    "The company paid $3.5 million for 40% of a Danish rival; the European Union agreed in May 2019.",
    "Reykjavik",
    "It rained. Nobody came to the Red Lion Hotel on Harbour Street, said J. P. O'Connor of the Daily Courier",
)


class FastNer:
    """Finds the entities of tokenised documents with a spaCy model's own parameters."""

    def __init__(self, nlp: Language, max_types: int = MAX_TYPES) -> None:
        """Read the model's `ner` pipe. `max_types` bounds the word types that are remembered.

        Raises:
            UnsupportedModelError: the model is of another shape, or the check against spaCy's own pipe failed.
        """
        self._weights = read(nlp)
        self._types = TypeTable(self._weights.embedding, nlp.vocab, max_types)
        self._check(nlp)

    def spans(self, docs: Sequence[Doc]) -> list[list[TokenSpan]]:
        """The entities of each document as tokens and labels. A document's do not depend on the others'.

        Documents must be fresh from the tokenizer: preset entities and sentence starts are not looked at.
        """
        found = iter(self._spans([doc for doc in docs if len(doc)]))
        return [next(found) if len(doc) else [] for doc in docs]

    def _spans(self, docs: Sequence[Doc]) -> list[list[TokenSpan]]:
        if not docs:
            return []
        rows = self._types.rows(docs)
        layout = Layout.of([len(doc) for doc in docs], padding=len(self._weights.layers))
        encoded = encode(self._weights.layers, self._types.vectors[layout.spread(rows)])
        barred = np.ones(layout.rows, np.bool_)
        for start, end, doc in zip(layout.starts, layout.ends, docs, strict=True):
            barred[start:end] = doc.to_array("IS_SPACE")
        return parse(self._weights.parser, encoded, layout, barred)

    def _check(self, nlp: Language) -> None:
        """Raise unless the probes give what spaCy's own pipe gives, together and alone."""
        docs = [nlp.make_doc(text) for text in _PROBES]
        together = self.spans(docs)
        alone = [self.spans([doc])[0] for doc in docs]
        ner = nlp.get_pipe("ner")
        expected = [[(ent.start, ent.end, ent.label_) for ent in ner(doc).ents] for doc in docs]
        for text, fast, lone, plain in zip(_PROBES, together, alone, expected, strict=True):
            if not fast == lone == plain:
                shown = list(islice((span for span in fast if span not in plain), 3))
                raise UnsupportedModelError(f"it finds something else than spaCy's own pipe in {text[:40]!r}: {shown}")
