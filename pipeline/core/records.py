"""The records on the topics: pydantic models at the edges, plain frozen dataclasses for their parts.

Offsets count Unicode code points; lines count from 0. No processing time stands in a record, so the same bytes
in give the same bytes out; times and provenance travel in Kafka headers.
"""

from dataclasses import dataclass, field
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from pipeline.core.reasons import DeadReason, Mark, RemovedReason

SCHEMA_VERSION = 2

SchemaVersion = Annotated[
    int, Field(ge=1, description="Version of the record's shape; readers ignore fields they do not know.")
]
PlaceType = Literal["country", "region", "city", "natural", "site"]
LONGEST_ID = 1024  # characters; it is a message's key too
Identifier = Annotated[str, StringConstraints(min_length=1, max_length=LONGEST_ID)]


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where and when a story was filed, as its first line says: "London, 16 Feb -"."""

    place: str | None
    date: str | None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Where a kept line stands: `start` in the clean text, `offset` and `line` in the original.

    Of an article in one line it is a stretch of that line, up to where something was removed or the front ends.
    """

    start: int
    offset: int
    line: int


@dataclass(frozen=True, slots=True)
class Removed:
    """A line that was cut: its text as it was, why, how sure (0 to 1), its number and offset in the original.

    Of an article in one line it is a sentence. `offset` is None in records of versions that did not tell it. Of a line
    that recurs in its source, `seen` of `of` articles had it when it was learned.
    """

    text: str
    reason: RemovedReason
    line: int
    score: float
    offset: int | None = None
    seen: int | None = None
    of: int | None = None


Place = Literal["front", "top", "inside", "bottom"]
LineKey = Annotated[
    str, StringConstraints(pattern="^[0-9a-f]{16}$"), Field(description="The line's key: 16 hexadecimal digits.")
]
_MOST = 2**31 - 1  # of whatever is counted: it must fit where counts are packed


@dataclass(slots=True)  # not frozen: that doubles the time, and every line of every article becomes one
class SeenLine:
    """A line as it is counted: `key` is the same for near-equal lines, `size` counts letters.

    `score` (0 to 1) is what the cleaner thinks of it by itself, `cut` whether it cut it. `sentence`: it reads like a
    sentence of an article. `text` is how it begins.
    """

    key: LineKey
    size: Annotated[int, Field(ge=0, le=_MOST)]
    score: Annotated[float, Field(ge=0, le=1)]
    place: Place
    sentence: bool
    cut: bool
    text: str


@dataclass(frozen=True, slots=True)
class Span:
    """One place where an entity is named: `text[start:end] == surface`."""

    start: int
    end: int
    surface: str


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, organisation, place … of an article, with every mention of it.

    `type` is spaCy's label. `salience` (0 to 1) says how much the article is about it. `aliases` are the other
    surfaces that stand for it (a last name, an acronym). `country` is an ISO 3166-1 alpha-2 code, for places,
    nationalities and what is named after a place.

    `latitude` and `longitude` are WGS 84 degrees. `place_type` is country, region, city, natural (a sea, a mountain, a
    part of the world) or site (something that lies in or near the place whose coordinates these are). `certainty`
    (0 to 1) says how sure it is that the entity lies within 161 km (100 miles) of the best place found for it.
    `geonames_id` is the number of that place itself, None for a site.
    """

    name: str
    type: str
    count: int
    mentions: tuple[Span, ...]
    salience: float = 0.0
    aliases: tuple[str, ...] = ()
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    geonames_id: int | None = None
    place_type: PlaceType | None = None
    certainty: float | None = None


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks a quotation: `text[start:end]` says so by a name, a pronoun or a role.

    `name` is the fullest name that the article gives, and `entity` the number of the entity in `entities`; None for
    somebody who is none ("a passer-by").
    """

    name: str
    start: int
    end: int
    entity: int | None = None


@dataclass(frozen=True, slots=True)
class Quotation:
    """What stands between quotation marks and was said: `text` is the article's `text[start:end]`.

    `speaker` is None when nobody is named for it, `cue` the words that tell of the speech ("said", "according to");
    None where the speaker follows from the sentences before.
    """

    text: str
    start: int
    end: int
    speaker: Speaker | None = None
    cue: str | None = None


@dataclass(frozen=True, slots=True)
class Component:
    """A part that produced the record, with its version."""

    name: str
    version: str
    settings: dict[str, str] = field(default_factory=dict)


class Record(BaseModel):
    """What every record on a topic has in common."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    schema_version: SchemaVersion = SCHEMA_VERSION


class RawArticle(Record):
    """An article as a publisher sends it: `text` or `html`, and whatever is known about it.

    Fields that Dateline does not know are kept: they are moved into `metadata`.
    """

    id: Identifier | None = Field(None, description="Unique id; without one, a hash of the raw bytes is used.")
    text: str | None = Field(None, description="Plain text, one paragraph a line. Either this or a page.")
    html: str | None = Field(None, description="The page as text. Either this, `html_base64` or `text`.")
    url: str | None = None
    source: str | None = Field(None, description="Who published it, such as a site or an agency.")
    title: str | None = None
    published_at: str | None = Field(None, description="When it was published, passed on as it is.")
    language: str | None = Field(None, description="ISO 639-1 code; without one the language is detected.")
    metadata: dict[str, Any] = Field(default_factory=dict, description="Free; passed through untouched.")
    html_base64: str | None = Field(
        None, description="The page's bytes as they came, base64, instead of `html`: their charset is found."
    )


class CleanArticle(Record):
    """An article without its boilerplate, and what was cut from it.

    `text` is what remains of the whole article, headline, byline and dateline included where they stood: kept
    lines as they were, parted by one blank line.
    """

    id: Identifier
    url: str | None = None
    source: str | None = None
    published_at: str | None = None
    language: str | None = None
    title: str | None = None
    byline: str | None = None
    dateline: Dateline | None = None
    text: str
    paragraphs: tuple[Paragraph, ...] = ()
    removed: tuple[Removed, ...] = ()
    marks: tuple[Mark, ...] = ()
    metadata: dict[str, Any] = Field(default_factory=dict)
    cleaner: Component | None = None
    learned: str | None = Field(None, description="Version of the source's learned lines; None when there were none.")
    authors: tuple[str, ...] = Field((), description="The persons that the byline names, one by one.")
    agency: str | None = Field(None, description="The news agency that dateline, byline or credit line names.")


class EnrichedArticle(CleanArticle):
    """A clean article with the people, organisations and places it names, and the countries it is about."""

    entities: tuple[Entity, ...] = ()
    countries: tuple[str, ...] = Field((), description="ISO 3166-1 alpha-2 codes, most named first.")
    model: Component | None = Field(None, description="None when no model covers the language.")
    quotations: tuple[Quotation, ...] = Field((), description="Who said what, in the order of the text.")


class EntityMentions(Record):
    """One entity of one article, for those who count names; the Kafka key is `name`."""

    article_id: Identifier
    name: str
    type: str
    count: int
    salience: float = 0.0
    aliases: tuple[str, ...] = ()
    country: str | None = None
    url: str | None = None
    source: str | None = None
    published_at: str | None = None
    language: str | None = None
    quotations: int = Field(0, description="How many of the article's quotations it speaks.")


class Sighting(Record):
    """What one article tells of its source's lines; the Kafka key is `source`. Lines that stand twice are told once."""

    source: str
    article_id: Identifier
    lines: tuple[SeenLine, ...]


class LearnedLine(Record):
    """A line that is known of a source; the Kafka key is `[source, line, kind]`, and the topic is compacted.

    `recurring` was learned from the stream: `seen` of `of` articles had it, those that lie further back counting less.
    `keep` and `drop` are a person's word, which goes first. `text` is how the line begins.
    """

    source: str
    line: LineKey
    kind: Literal["recurring", "ruling"]
    verdict: Literal["recurring", "keep", "drop"]
    seen: int = Field(default=0, ge=0, le=_MOST)
    of: int = Field(default=0, ge=0, le=_MOST)
    text: str = ""


class DeadLetter(Record):
    """A message that could not be processed, with the reason and the bytes as they came.

    Where it came from (topic, partition, offset) and when stands in the Kafka headers.
    """

    id: Identifier
    stage: str = Field(description="The stage it died in.")
    reason: DeadReason
    message: str = Field(description="What is wrong and what to do, for a person.")
    key: str | None = Field(None, description="The message's key, base64.")
    original: str | None = Field(None, description="The message's value, base64; None when too large to send on.")
    original_size: int = Field(description="Bytes of the message's value.")
