"""A vector for each word type. It depends on the word's (ORTH, NORM) alone, so it is computed once and remembered."""

from collections.abc import Sequence
from itertools import repeat

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc
from spacy.vocab import Vocab

from pipeline.core.extract.model.fast.arithmetic import Floats, largest_piece, normalise, product_by_row
from pipeline.core.extract.model.fast.shares import Shares
from pipeline.core.extract.model.fast.weights import Embedding

# Word types that are remembered: 40,000 vectors of 96 floats are 15 MiB, and news rarely needs more between resets.
MAX_TYPES = 40_000
_Type = tuple[int, int]


class TypeTable:
    """Rows of vectors by word type; row 0 is the padding between documents, all zero."""

    def __init__(self, embedding: Embedding, vocab: Vocab, shares: Shares, max_types: int = MAX_TYPES) -> None:
        """`vocab` holds the static vectors; `shares` learns each type; at `max_types` types the table starts anew."""
        self._embedding = embedding
        self._vocab = vocab
        self._shares = shares
        self._max_types = max_types
        self._rows: dict[_Type, int] = {}
        self.vectors: Floats = np.zeros((1, len(embedding.mix.gain)), np.float32)

    def rows(self, docs: Sequence[Doc]) -> list[list[int]]:
        """The table's row of each token of each document. Rows hold until the next call."""
        if len(self._rows) > self._max_types:
            self._rows.clear()
        found = []
        new: dict[_Type, tuple[int, int]] = {}
        for number, doc in enumerate(docs):
            keys = list(zip(*doc.to_array(["ORTH", "NORM"]).T.tolist(), strict=True))
            rows = list(map(self._rows.get, keys, repeat(0)))
            if 0 in rows:
                rows = [
                    row or self._add(key, number, at, new) for at, (row, key) in enumerate(zip(rows, keys, strict=True))
                ]
            found.append(rows)
        if new:
            self._compute(new, docs)
        return found

    def _add(self, key: _Type, doc: int, token: int, new: dict[_Type, tuple[int, int]]) -> int:
        if key not in self._rows:
            self._rows[key] = len(self._rows) + 1
            new[key] = (doc, token)
        return self._rows[key]

    def _compute(self, new: dict[_Type, tuple[int, int]], docs: Sequence[Doc]) -> None:
        first = self._rows[next(iter(new))]
        self._make_room(first + len(new))
        # Once a document: once a word, a text of new words would take time that grows with its square.
        arrays = {doc: docs[doc].to_array(list(self._embedding.attributes)) for doc in {doc for doc, _ in new.values()}}
        features = np.stack([arrays[doc][token] for doc, token in new.values()]).astype(np.uint64)
        keys = np.array([orth for orth, _ in new], np.uint64)
        self.vectors[first : first + len(new)] = self._mix(features, keys)
        self._shares.learn(first, self.vectors[first : first + len(new)])

    def _make_room(self, rows: int) -> None:
        if rows > len(self.vectors):
            larger = np.zeros((max(rows, 2 * len(self.vectors)), self.vectors.shape[1]), np.float32)
            larger[: len(self.vectors)] = self.vectors
            self.vectors = larger

    def _mix(self, features: NDArray[np.uint64], keys: NDArray[np.uint64]) -> Floats:
        """From the hashed attributes (types, attributes) and static vectors to one vector a type."""
        parts = [layer.predict(np.ascontiguousarray(features[:, column])) for column, layer in self._embedding.hashes]
        if self._embedding.static is not None:
            rows = self._vocab.vectors.find(keys=keys)
            static = product_by_row(self._vocab.vectors.data[rows], self._embedding.static)
            static[rows < 0] = 0
            parts.append(static)
        mix = self._embedding.mix
        values = product_by_row(np.concatenate(parts, axis=1), mix.weight)
        values += mix.bias
        return normalise(largest_piece(values, len(mix.gain)), mix.gain, mix.shift)
