"""The two steps an article goes through: bytes of one topic in, outcomes with bytes for the next ones out.

A step does not raise for bad input, and an article's outcome does not depend on the batch it came in.
"""

import errno
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from pipeline.core.clean import Caution, Cleaned, Cleaner
from pipeline.core.codec import BadInputError, decode_clean, decode_raw, encode
from pipeline.core.extract import Document, Extraction, Extractor, ExtractSettings
from pipeline.core.outcome import Channel, Done, Dropped, Message, Outcome, Output, Stage
from pipeline.core.reasons import DeadReason, DropReason
from pipeline.core.records import CleanArticle, EnrichedArticle, EntityMentions, RawArticle
from pipeline.core.steps.deadletters import dead
from pipeline.core.steps.settings import Loaded, StepSettings

_MACHINE_TROUBLE = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EROFS, errno.EMFILE, errno.ENFILE})


class Steps:
    """Both steps with their models loaded; made once in a process and used for every batch."""

    def __init__(self, settings: StepSettings, stages: Sequence[Stage] = tuple(Stage)) -> None:
        """Load what `stages` need. Raises what the extractor raises when a model is missing."""
        self.limits = settings.limits
        self.cleaner = Cleaner(caution=Caution(settings.caution), max_cut_share=settings.max_cut_share)
        self.extractor = Extractor.load(_extract_settings(settings)) if Stage.EXTRACT in stages else None
        self._batch: Mapping[Stage, Callable[[Sequence[Message]], list[Outcome]]] = {
            Stage.CLEAN: self._clean_batch,
            Stage.EXTRACT: self._extract_batch,
        }

    def loaded(self) -> Loaded:
        """What these steps work with."""
        cleaner = f"{self.cleaner.component.name} {self.cleaner.component.version}"
        if self.extractor is None:
            return Loaded(cleaner, None, None)
        return Loaded(cleaner, self.extractor.description, self.extractor.engine_reason)

    def run(self, stage: Stage, messages: Sequence[Message]) -> list[Outcome]:
        """Outcomes of `messages`, in their order. An error of our own takes one article with it, not the batch.

        Raises:
            OSError: the machine is at its end (a full disk, no descriptors); no article is to pay for that.
        """
        try:
            return self._batch[stage](messages)
        except Exception:  # noqa: BLE001 - whose fault it is shows when each is tried alone
            return [self._run_one(stage, message) for message in messages]

    def _run_one(self, stage: Stage, message: Message) -> Outcome:
        try:
            return self._batch[stage]([message])[0]
        except MemoryError:
            return dead(
                stage,
                message,
                DeadReason.OUT_OF_MEMORY,
                "the article needs more memory than pool.memory_mib",
                self.limits,
            )
        except Exception as error:
            if isinstance(error, OSError) and error.errno in _MACHINE_TROUBLE:
                raise
            why = f"an error in Dateline itself: {type(error).__name__}: {error}. Please report it with the original."
            return dead(stage, message, DeadReason.INTERNAL_ERROR, why, self.limits)

    def _clean_batch(self, messages: Sequence[Message]) -> list[Outcome]:
        outcomes: dict[int, Outcome] = {}
        articles: dict[int, tuple[RawArticle, Cleaned | None]] = {}
        for number, message in enumerate(messages):
            if message.value is None:
                outcomes[number] = Dropped(DropReason.TOMBSTONE)
                continue
            try:
                article = decode_raw(message.value, self.limits)
                articles[number] = article, None if article.html is None else self._clean_page(article, article.html)
            except BadInputError as wrong:
                outcomes[number] = dead(Stage.CLEAN, message, wrong.reason, str(wrong), self.limits, id=wrong.id)
        plain = [article for article, page in articles.values() if page is None]
        texts = iter(self.cleaner.clean_many([(article.text or "", article.title) for article in plain]))
        for number, (article, page) in articles.items():
            outcomes[number] = self._cleaned(messages[number], article, page or next(texts))
        return [outcomes[number] for number in range(len(messages))]

    def _cleaned(self, message: Message, article: RawArticle, cleaned: Cleaned) -> Outcome:
        record = _clean_record(article, cleaned, self.cleaner)
        output = Output(Channel.CLEAN, record.id.encode(), encode(record))
        counts = {
            "removed_lines": Counter(line.reason.value for line in record.removed),
            "marks": Counter(mark.value for mark in record.marks),
            "sources": {record.source or "": 1},
        }
        return self._fitting(Stage.CLEAN, message, record.id, (output,), counts)

    def _clean_page(self, article: RawArticle, html: str) -> Cleaned:
        cleaned = self.cleaner.clean_html(html, url=article.url, title=article.title)
        if cleaned is None or not cleaned.text.strip():
            raise BadInputError(DeadReason.NO_ARTICLE_IN_HTML, "no article was found in the page", id=article.id)
        return cleaned

    def _extract_batch(self, messages: Sequence[Message]) -> list[Outcome]:
        outcomes: dict[int, Outcome] = {}
        articles: dict[int, CleanArticle] = {}
        for number, message in enumerate(messages):
            if message.value is None:
                outcomes[number] = Dropped(DropReason.TOMBSTONE)
                continue
            try:
                articles[number] = decode_clean(message.value, self.limits)
            except BadInputError as wrong:
                outcomes[number] = dead(Stage.EXTRACT, message, wrong.reason, str(wrong), self.limits, id=wrong.id)
        assert self.extractor is not None, "the steps were loaded without the extract stage"
        found = self.extractor.extract([_document(article) for article in articles.values()])
        for (number, article), extraction in zip(articles.items(), found, strict=True):
            outcomes[number] = self._enriched(messages[number], article, extraction)
        return [outcomes[number] for number in range(len(messages))]

    def _enriched(self, message: Message, article: CleanArticle, extraction: Extraction) -> Outcome:
        record = _enriched_record(article, extraction)
        outputs = [Output(Channel.ENRICHED, record.id.encode(), encode(record))]
        outputs += [Output(Channel.MENTIONS, mention.name.encode(), encode(mention)) for mention in _mentions(record)]
        counts = {
            "entities": Counter(entity.type for entity in record.entities),
            "marks": Counter(mark.value for mark in extraction.marks),
            "languages": {record.language or "unknown": 1},
        }
        return self._fitting(Stage.EXTRACT, message, record.id, tuple(outputs), counts)

    def _fitting(
        self,
        stage: Stage,
        message: Message,
        id: str,
        outputs: tuple[Output, ...],
        counts: Mapping[str, Mapping[str, int]],
    ) -> Outcome:
        """Done, unless an output is too large to be sent: one such record must not stop its partition."""
        largest = max(len(output.key) + len(output.value) for output in outputs)
        if largest <= self.limits.output_bytes:
            return Done(outputs, counts)
        why = f"the record made of it has {largest:,} bytes, more than topics.max_message_bytes allows."
        return dead(stage, message, DeadReason.OUTPUT_TOO_LARGE, why, self.limits, id=id)


def _extract_settings(settings: StepSettings) -> ExtractSettings:
    return ExtractSettings(
        model=settings.model,
        models=settings.models,
        engine=settings.engine,
        tuned=settings.tuned,
        include_numbers=settings.include_numbers,
    )


def _clean_record(article: RawArticle, cleaned: Cleaned, cleaner: Cleaner) -> CleanArticle:
    return CleanArticle.model_construct(
        id=article.id or "",  # decoded with one, always
        url=article.url,
        source=article.source,
        published_at=article.published_at,
        language=article.language,
        title=article.title or cleaned.title,
        byline=cleaned.byline,
        dateline=cleaned.dateline,
        text=cleaned.text,
        paragraphs=cleaned.paragraphs,
        removed=cleaned.removed,
        marks=cleaned.marks,
        metadata=article.metadata,
        cleaner=cleaner.component,
    )


def _document(article: CleanArticle) -> Document:
    return Document(text=article.text, title=article.title, language=article.language)


def _enriched_record(article: CleanArticle, extraction: Extraction) -> EnrichedArticle:
    known = {name: getattr(article, name) for name in CleanArticle.model_fields}
    known["language"] = extraction.language
    known["marks"] = (*article.marks, *(mark for mark in extraction.marks if mark not in article.marks))
    return EnrichedArticle.model_construct(
        **known, entities=extraction.entities, countries=extraction.countries, model=extraction.model
    )


def _mentions(record: EnrichedArticle) -> list[EntityMentions]:
    return [
        EntityMentions.model_construct(
            article_id=record.id,
            name=entity.name,
            type=entity.type,
            count=entity.count,
            salience=entity.salience,
            aliases=entity.aliases,
            country=entity.country,
            url=record.url,
            source=record.source,
            published_at=record.published_at,
            language=record.language,
        )
        for entity in record.entities
    ]
