"""Who is named in a text and may speak: its entities, and where no model read it, names by their capitals."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from pipeline.core.extract.quotations.words import Words
from pipeline.core.records import Entity

_SPEAKING = frozenset({"PERSON", "ORG", "NORP", "GPE"})
_PART = r"[^\W\d_a-zß-ÿ][\w’'.-]*[\w]|[^\W\d_a-zß-ÿ]\.?"
_PARTICLE = r"(?:de|del|della|di|da|do|dos|van|von|der|den|zu|la|le|al|el|bin|ben)"
_NAME = re.compile(rf"(?:{_PART})(?:[ \u00a0](?:{_PARTICLE} )?(?:{_PART}))+")
_WORD = re.compile(r"[^\W_][\w’'-]*")
_CAPITAL = re.compile(r"(?<![\w’'-])[^\W\d_a-zß-ÿ][\w-]+")


class Mention(NamedTuple):
    """Where somebody is named; `entity` is the number of the article's entity, None for a name that is none."""

    start: int
    end: int
    name: str
    entity: int | None
    person: bool
    people: bool = False  # "Swede"


@dataclass(slots=True)
class People:
    """The mentions of a text in their order."""

    mentions: list[Mention]
    starts: list[int]
    by_name: dict[str, list[Mention]]

    @classmethod
    def of(cls, text: str, plain: str, entities: Sequence[Entity], words: Words) -> "People":
        """Those of `entities`; names by their capitals when there are none. `plain` is the masked text."""
        found = [
            Mention(span.start, span.end, entity.name, number, entity.type == "PERSON", entity.type == "NORP")
            for number, entity in enumerate(entities)
            if entity.type in _SPEAKING
            for span in entity.mentions
        ]
        if not entities:
            found = _by_capitals(plain, words)
        found.sort()
        by_name: dict[str, list[Mention]] = {}
        for mention in found:
            by_name.setdefault(mention.name, []).append(mention)
        return cls(found, [mention.start for mention in found], by_name)

    def inside(self, start: int, end: int) -> list[Mention]:
        """The mentions within an extent."""
        return self.mentions[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def before(self, end: int, latest: int) -> list[Mention]:
        """The latest mentions that begin before an offset."""
        number = bisect_left(self.starts, end)
        return self.mentions[max(0, number - latest) : number]


def _by_capitals(plain: str, words: Words) -> list[Mention]:
    """Full names, titles and roles cut off, and wherever a last name of these stands alone."""
    full: list[Mention] = []
    for match in _NAME.finditer(plain):
        start = match.start()
        parts = list(_WORD.finditer(plain, start, match.end()))
        while len(parts) > 1 and is_role(parts[0].group(), words):
            parts = parts[1:]
        if len(parts) > 1:
            start = parts[0].start()
            full.append(Mention(start, match.end(), plain[start : match.end()], None, True))
    last = {name.name.rsplit(maxsplit=1)[-1]: name.name for name in full}
    inside = {offset for name in full for offset in range(name.start, name.end)}
    return full + [
        Mention(match.start(), match.end(), last[match.group()], None, True)
        for match in _CAPITAL.finditer(plain)
        if match.group() in last and match.start() not in inside
    ]


def is_role(word: str, words: Words) -> bool:
    """Whether a word is a title, an article or a noun for who somebody is, compounds included ("Arbeitsminister")."""
    lower = word.lower()
    speech = words.speech
    if (
        lower in speech.roles
        or lower in speech.determiners
        or lower in speech.prepositions
        or lower.rstrip(".") in words.abbreviations
    ):
        return True
    # German writes a role as one word with what it is about.
    return lower.endswith(words.long_roles)
