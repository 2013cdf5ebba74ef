"""One model reading texts: spans as character offsets, by the fast engine where it can, else by spaCy's own pipe."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.core.extract.contract import Engine
from pipeline.core.extract.model.chunks import chunks
from pipeline.core.extract.model.fast import FastNer, Lead, Tokenizer, UnsupportedModelError
from pipeline.core.extract.resolve.article import Found

# Some models call a person otherwise; a record does not.
_LABELS = {"PER": "PERSON"}
# Parts of texts that are read together, so that the memory they take stays bounded whatever the batch holds.
_TOGETHER = 100_000  # characters


class Reading(NamedTuple):
    """What a text names, in its order, and how sure the model was of the types of these, as far as that is known."""

    spans: list[Found]
    leads: dict[Found, Lead]


class Reader:
    """A loaded model. `refused` says why the fast engine does not run it; None when it does or was not asked to."""

    def __init__(self, nlp: Language, engine: Engine = "auto") -> None:
        """Raises UnsupportedModelError when `engine` is `fast` and the model is of another shape."""
        self.nlp = nlp
        self._tokenizer = Tokenizer(nlp)
        self.refused: str | None = None
        self._fast: FastNer | None = None
        if engine == "spacy":
            return
        try:
            self._fast = FastNer(nlp)
        except UnsupportedModelError as reason:
            if engine == "fast":
                raise
            self.refused = f"{nlp.meta['lang']}_{nlp.meta['name']}: {reason}"

    def read(self, texts: Sequence[str]) -> list[list[Found]]:
        """What each text names, in the order of the text, with no overlaps."""
        return [spans for spans, _ in self.read_with_leads(texts)]

    def read_with_leads(self, texts: Sequence[str]) -> list[Reading]:
        """As `read`, with the leads of the types. spaCy's own pipe, where all is left to it, tells none."""
        found = [Reading([], {}) for _ in texts]
        for group in _grouped(texts):
            with self._tokenizer.bounded():
                docs = self._tokenizer.documents([part for _, _, part in group])
                for (number, offset, _), doc, (spans, leads) in zip(group, docs, self._spans(docs), strict=True):
                    named = _by_character(doc, spans, offset)
                    found[number].spans.extend(named)
                    sure = ((one, leads.get(start)) for one, (start, _, _) in zip(named, spans, strict=True))
                    found[number].leads.update((one, lead) for one, lead in sure if lead is not None)
        return found

    def _spans(self, docs: list[Doc]) -> list[tuple[list[tuple[int, int, str]], Mapping[int, Lead]]]:
        if self._fast is not None:
            return list(self._fast.read(docs))
        ner = self.nlp.get_pipe("ner")
        pipes = [pipe for _, pipe in self.nlp.pipeline if pipe is not ner]
        for doc in docs:
            for pipe in pipes:
                pipe(doc)
            ner(doc)
        return [([(ent.start, ent.end, ent.label_) for ent in doc.ents], {}) for doc in docs]


def _grouped(texts: Sequence[str]) -> Iterator[list[tuple[int, int, str]]]:
    """Parts of the texts as (number of the text, offset in it, part), in groups of bounded size."""
    group: list[tuple[int, int, str]] = []
    size = 0
    for number, text in enumerate(texts):
        for offset, part in chunks(text):
            if group and size + len(part) > _TOGETHER:
                yield group
                group, size = [], 0
            group.append((number, offset, part))
            size += len(part)
    if group:
        yield group


def _by_character(doc: Doc, spans: list[tuple[int, int, str]], offset: int) -> list[Found]:
    if not spans:
        return []
    firsts, ends, labels = zip(*spans, strict=True)
    starts, lengths = doc.to_array(["IDX", "LENGTH"]).T.astype(np.intp)  # at once: a token each costs more
    lasts = np.array(ends) - 1
    begin, end = starts[list(firsts)] + offset, starts[lasts] + lengths[lasts] + offset
    names = [_LABELS.get(label, label) for label in labels]
    return list(map(Found, begin.tolist(), end.tolist(), names))
