"""From documents to entities: the language's model, and one entity for each thing that is named."""

import re
from collections.abc import Mapping, Sequence

from pipeline.core.extract import language
from pipeline.core.extract.contract import Document, Extraction, ExtractSettings
from pipeline.core.extract.document.describing import countries, describe
from pipeline.core.extract.document.grouping import group
from pipeline.core.extract.gazetteer import Gazetteer
from pipeline.core.extract.model import choice as models
from pipeline.core.extract.model.choice import Model
from pipeline.core.extract.model.reading import Reader, Reading
from pipeline.core.extract.places.atlas import Atlas
from pipeline.core.extract.places.home import find_home
from pipeline.core.extract.quotations import find_quotations
from pipeline.core.extract.resolve import resolve
from pipeline.core.extract.resolve.article import Article
from pipeline.core.reasons import Mark
from pipeline.core.records import Component

_SURROGATE = re.compile("[\ud800-\udfff]")


class Extractor:
    """Finds entities in the languages it has models for."""

    def __init__(self, loaded: Mapping[str, Model], settings: ExtractSettings) -> None:
        """`loaded` are models by ISO 639-1 code. Raises UnsupportedModelError, see Reader."""
        self._readers = {code: Reader(model.nlp, settings.engine) for code, model in loaded.items()}
        self._components = {code: model.component for code, model in loaded.items()}
        # How sure a model is of a type is a number of its own; what it is worth was measured for these.
        self._tuned = {code for code, model in loaded.items() if "tuned" in model.component.settings}
        self._settings = settings
        self._gazetteer = Gazetteer.load()
        self._atlas = Atlas.load()

    @classmethod
    def load(cls, settings: ExtractSettings) -> "Extractor":
        """Load the models that `settings` name. Raises ModelNotFoundError, and OSError when the disk is full."""
        language.load()
        names = {"en": settings.model, **settings.models}
        return cls({code: models.load(name, tuned=settings.tuned) for code, name in names.items()}, settings)

    @property
    def description(self) -> str:
        """What reads which language, for logs and metrics."""
        return ", ".join(f"{code}: {_described(component)}" for code, component in self._components.items())

    @property
    def engine_reason(self) -> str | None:
        """Why the fast engine does not run a model that it was asked to run; None when it runs all."""
        return "; ".join(reader.refused for reader in self._readers.values() if reader.refused) or None

    def extract(self, documents: Sequence[Document]) -> list[Extraction]:
        """What each document names, in their order. None depends on the others."""
        codes = [_language(document) for document in documents]
        found: dict[int, Reading] = {}
        for code, reader in self._readers.items():
            numbers = [number for number, own in enumerate(codes) if own == code]
            readings = reader.read_with_leads([encodable(documents[number].text) for number in numbers])
            found |= dict(zip(numbers, readings, strict=True))
        return [
            self._extraction(document, code, found.get(number))
            for number, (document, code) in enumerate(zip(documents, codes, strict=True))
        ]

    def _extraction(self, document: Document, code: str | None, reading: Reading | None) -> Extraction:
        if code is None or reading is None:
            said = find_quotations(document.text, (), code)
            return Extraction(code, marks=(Mark.NO_MODEL_FOR_LANGUAGE,), quotations=said)
        article = Article(document.text, self._gazetteer, code, document.title)
        resolved = resolve(article, reading.spans, numbers=self._settings.include_numbers)
        home = find_home(document.home_region, document.url, self._atlas)
        least = self._settings.place_certainty
        leads = reading.leads if code in self._tuned else {}
        things = group(article, resolved)
        entities = describe(article, things, least=least, home=home, source=document.source, leads=leads)
        said = find_quotations(document.text, entities, code)
        return Extraction(code, entities, countries(entities), model=self._components[code], quotations=said)


def encodable(text: str) -> str:
    """The text with lone surrogates, which no encoding has, as U+FFFD; offsets stay."""
    return _SURROGATE.sub("\ufffd", text)


def _language(document: Document) -> str | None:
    return language.normalise(document.language) if document.language else language.detect(encodable(document.text))


def _described(component: Component) -> str:
    return " ".join([component.name, component.version, *component.settings.values()])
