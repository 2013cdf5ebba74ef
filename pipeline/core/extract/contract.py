"""What goes into the extractor and what comes out of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from pipeline.core.reasons import Mark
from pipeline.core.records import Component, Entity, Quotation

Engine = Literal["auto", "fast", "spacy"]


@dataclass(frozen=True, slots=True)
class ExtractSettings:
    """Which models find entities and how.

    `model` reads English: a package's name, `md`, `sm`, or `auto` for the best one installed. `models` names the
    models of other languages by ISO 639-1 code. `engine` runs a model by the fast engine, by spaCy's own pipe, or by
    the fast one where it can. `tuned` puts the weights trained for news on a model that there are some for.
    A place gets coordinates when its certainty (0 to 1) is `place_certainty` at least.
    """

    model: str = "auto"
    models: Mapping[str, str] = field(default_factory=dict)
    engine: Engine = "auto"
    include_numbers: bool = False
    tuned: bool = True
    place_certainty: float = 0.3


@dataclass(frozen=True, slots=True)
class Document:
    """A clean text, with its headline and language where they are known.

    `home_region` (an ISO 3166 code of a country or a region), `url` and the name of its `source` say where that is at
    home.
    """

    text: str
    title: str | None = None
    language: str | None = None
    home_region: str | None = None
    url: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Extraction:
    """What was found in a document. `model` is None, and a mark says so, when no model reads its language."""

    language: str | None
    entities: tuple[Entity, ...] = ()
    countries: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()
    model: Component | None = None
    quotations: tuple[Quotation, ...] = ()
