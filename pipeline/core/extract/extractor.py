"""From documents to entities: the language's model, and one entity for each thing that is named."""

from collections.abc import Mapping, Sequence

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.core.extract import language, models
from pipeline.core.extract.contract import Document, Extraction, ExtractSettings
from pipeline.core.reasons import Mark
from pipeline.core.records import Component, Entity, Span

_NUMBERS = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL"})


class Extractor:
    """Finds entities in the languages it has models for."""

    def __init__(self, pipelines: Mapping[str, Language], settings: ExtractSettings) -> None:
        """`pipelines` are loaded models by ISO 639-1 code."""
        self._pipelines = dict(pipelines)
        self._settings = settings
        self.engine_reason: str | None = None

    @classmethod
    def load(cls, settings: ExtractSettings) -> "Extractor":
        """Load the models that `settings` name. Raises ModelNotFoundError."""
        names = {"en": settings.model, **settings.models}
        return cls({code: models.load(name) for code, name in names.items()}, settings)

    @property
    def description(self) -> str:
        """What reads which language, for logs and metrics."""
        return ", ".join(f"{code}: {_name(nlp)}" for code, nlp in self._pipelines.items())

    def extract(self, documents: Sequence[Document]) -> list[Extraction]:
        """What each document names, in their order."""
        return [self._extract(document) for document in documents]

    def _extract(self, document: Document) -> Extraction:
        code = language.normalise(document.language) if document.language else language.detect(document.text)
        nlp = self._pipelines.get(code) if code else None
        if nlp is None:
            return Extraction(code, marks=(Mark.NO_MODEL_FOR_LANGUAGE,))
        component = Component(_name(nlp), nlp.meta["version"])
        return Extraction(code, self._entities(nlp(document.text)), model=component)

    def _entities(self, doc: Doc) -> tuple[Entity, ...]:
        spans: dict[tuple[str, str], list[Span]] = {}
        for ent in doc.ents:
            if self._settings.include_numbers or ent.label_ not in _NUMBERS:
                name = " ".join(ent.text.split())
                spans.setdefault((name, ent.label_), []).append(Span(ent.start_char, ent.end_char, ent.text))
        return tuple(Entity(name, kind, len(found), tuple(found)) for (name, kind), found in spans.items())


def _name(nlp: Language) -> str:
    return f"{nlp.meta['lang']}_{nlp.meta['name']}"
