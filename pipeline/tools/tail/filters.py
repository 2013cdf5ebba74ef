"""Which of the records that come a person wants to see."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a record must be; what is None does not matter. Words are compared without regard to capitals.

    `entity` is part of a name or alias, `type` and `country` are those of one and the same entity where both are given;
    `grep` is looked for in everything the record says.
    """

    source: str | None = None
    language: str | None = None
    entity: str | None = None
    type: str | None = None
    country: str | None = None
    grep: re.Pattern[str] | None = None

    def __contains__(self, record: Record) -> bool:
        return (
            _equal(self.source, record.get("source"))
            and _equal(self.language, record.get("language"))
            and (self._any_entity or any(self._is_meant(entity) for entity in _entities(record)))
            and (self.grep is None or any(self.grep.search(text) for text in _texts(record)))
        )

    @property
    def _any_entity(self) -> bool:
        return self.entity is None and self.type is None and self.country is None

    def _is_meant(self, entity: Record) -> bool:
        names = (entity["name"], *entity.get("aliases", ()))
        return (
            (self.entity is None or any(self.entity.casefold() in name.casefold() for name in names))
            and _equal(self.type, entity["type"])
            and _equal(self.country, entity.get("country"))
        )


def _equal(wanted: str | None, found: object) -> bool:
    return wanted is None or (isinstance(found, str) and wanted.casefold() == found.casefold())


def _entities(record: Record) -> Sequence[Record]:
    """Those of an article; a mention is one itself."""
    found: Sequence[Record] = record.get("entities") or (
        (record,) if "article_id" in record and "type" in record else ()
    )
    return found


def _texts(value: Any) -> Sequence[str]:
    """Every text in a record."""
    if isinstance(value, str):
        return (value,)
    inner = value.values() if isinstance(value, Mapping) else value if isinstance(value, list) else ()
    return [text for part in inner for text in _texts(part)]
