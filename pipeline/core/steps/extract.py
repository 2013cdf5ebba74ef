"""The extract step: clean articles in, enriched articles and their entities out."""

from collections import Counter
from collections.abc import Sequence

from pipeline.core.codec import decode_clean, encode
from pipeline.core.extract import Document, Extraction, Extractor, ExtractSettings
from pipeline.core.flow import Channel, Stage
from pipeline.core.outcome import Message, Outcome, Output
from pipeline.core.records import CleanArticle
from pipeline.core.steps.records import encoded_mentions, enriched_record
from pipeline.core.steps.settings import Loaded, StepSettings
from pipeline.core.steps.step import Step

HOME = "home_region"  # of an article's metadata: where its source is at home, "US" or "US-AL"


class ExtractStep(Step):
    """Finds the people, organisations and places of an article."""

    stage = Stage.EXTRACT

    def __init__(self, settings: StepSettings) -> None:
        """Load the models. Raises what the extractor raises when one is missing."""
        super().__init__(settings)
        self.extractor = Extractor.load(_extract_settings(settings))

    def loaded(self) -> Loaded:
        """The models, and why the fast engine cannot run them, if so."""
        return Loaded(model=self.extractor.description, fast_engine_refused=self.extractor.engine_reason)

    def run(self, messages: Sequence[Message]) -> list[Outcome]:
        """Read a batch, all its texts together."""
        outcomes, articles = self.decode(messages, lambda value: decode_clean(value, self.limits))
        found = self.extractor.extract([_document(article) for article in articles.values()])
        for (number, article), extraction in zip(articles.items(), found, strict=True):
            outcomes[number] = self._enriched(messages[number], article, extraction)
        return [outcomes[number] for number in range(len(messages))]

    def _enriched(self, message: Message, article: CleanArticle, extraction: Extraction) -> Outcome:
        record = enriched_record(article, extraction)
        outputs = [Output(Channel.ENRICHED, record.id.encode(), encode(record))]
        outputs += [Output(Channel.MENTIONS, name.encode(), value) for name, value in encoded_mentions(record)]
        counts = {
            "entities": Counter(entity.type for entity in record.entities),
            "marks": Counter(mark.value for mark in extraction.marks),
            "languages": {record.language or "unknown": 1},
        }
        return self.done(message, record.id, tuple(outputs), counts)


def _extract_settings(settings: StepSettings) -> ExtractSettings:
    return ExtractSettings(
        model=settings.model,
        models=settings.models,
        engine=settings.engine,
        tuned=settings.tuned,
        include_numbers=settings.include_numbers,
        place_certainty=settings.place_certainty,
    )


def _document(article: CleanArticle) -> Document:
    home = article.metadata.get(HOME)
    return Document(
        text=article.text,
        title=article.title,
        language=article.language,
        home_region=home if isinstance(home, str) else None,
        url=article.url,
        source=article.source,
    )
