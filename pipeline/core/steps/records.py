"""From what cleaning and extraction found to the records that say it."""

from collections import Counter

from pipeline.core.clean import Cleaned
from pipeline.core.codec import encode_fields, fields_of
from pipeline.core.extract import Extraction
from pipeline.core.records import CleanArticle, Component, EnrichedArticle, EntityMentions, RawArticle


def clean_record(article: RawArticle, cleaned: Cleaned, cleaner: Component) -> CleanArticle:
    """The clean record of a raw article; what it does not say itself its page may say."""
    page = cleaned.page
    return CleanArticle.model_construct(
        id=article.id or "",  # decoded with one, always
        url=article.url or (page.url if page else None),
        source=article.source or (page.source if page else None),
        published_at=article.published_at or (page.published_at if page else None),
        language=article.language or (page.language if page else None),
        title=article.title or cleaned.title,
        byline=cleaned.byline,
        dateline=cleaned.dateline,
        text=cleaned.text,
        paragraphs=cleaned.paragraphs,
        removed=cleaned.removed,
        marks=cleaned.marks,
        metadata=article.metadata,
        cleaner=cleaner,
        authors=cleaned.authors,
        agency=cleaned.agency,
    )


def enriched_record(article: CleanArticle, extraction: Extraction) -> EnrichedArticle:
    """The enriched record of a clean article."""
    known = {name: getattr(article, name) for name in CleanArticle.model_fields}
    known["language"] = extraction.language
    known["marks"] = (*article.marks, *(mark for mark in extraction.marks if mark not in article.marks))
    return EnrichedArticle.model_construct(
        **known,
        entities=extraction.entities,
        countries=extraction.countries,
        model=extraction.model,
        quotations=extraction.quotations,
    )


def encoded_mentions(record: EnrichedArticle) -> list[tuple[str, bytes]]:
    """Name and JSON of one record for each entity of an article, the bytes that `encode` gives it.

    What they share is put down once: there are dozens, and making a model of each took longer than all the rest.
    """
    spoken = Counter(one.speaker.entity for one in record.quotations if one.speaker is not None)
    shared = fields_of(
        EntityMentions.model_construct(
            article_id=record.id,
            name="",
            type="",
            count=0,
            url=record.url,
            source=record.source,
            published_at=record.published_at,
            language=record.language,
        )
    )
    return [
        (
            entity.name,
            encode_fields(
                shared
                | {
                    "name": entity.name,
                    "type": entity.type,
                    "count": entity.count,
                    "salience": entity.salience,
                    "aliases": entity.aliases,
                    "country": entity.country,
                    "quotations": spoken[number],
                }
            ),
        )
        for number, entity in enumerate(record.entities)
    ]
