"""A language's words of speech as compiled patterns."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from pipeline.core.languages import LANGUAGES
from pipeline.core.languages.speech import Speech

_NOTHING = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class Words:
    """What the quotations' modules look for in a language; patterns that match nothing where it has no words."""

    speech: Speech
    abbreviations: frozenset[str]
    cue: re.Pattern[str]
    pronoun: re.Pattern[str]
    role: re.Pattern[str]
    work: re.Pattern[str]
    by: re.Pattern[str]
    incise: re.Pattern[str]


@cache
def words_of(code: str | None) -> Words:
    """The words of a language by its ISO 639-1 code; none for a language without a module."""
    language = LANGUAGES.get(code or "")
    speech = language.speech if language else Speech()
    verbs = sorted(speech.verbs | speech.participles | set(speech.according), key=lambda verb: (-len(verb), verb))
    return Words(
        speech=speech,
        abbreviations=language.abbreviations if language else frozenset(),
        cue=_either(verbs, spaced=not speech.topics),
        pronoun=_either(speech.pronouns, after=r"\w’'"),
        role=_either(speech.roles),
        work=_either(speech.works),
        by=_either([speech.by]),
        incise=_incise(speech),
    )


def _incise(speech: Speech) -> re.Pattern[str]:
    """A comma, a verb with a pronoun or a name behind it, and where that clause ends."""
    verbs = "|".join(sorted(map(re.escape, speech.verbs), key=len, reverse=True))
    pronouns = "|".join(speech.pronouns)
    return re.compile(
        rf",\s(?:(?:{verbs}|a|ont|avait)(?:-t)?-(?:{pronouns})(?!\w)|(?:{verbs})\s(?=[A-ZÀ-Þ]))[^.,;:!?»«\n]{{0,80}}[.,]?"
    )


def _either(forms: Iterable[str], spaced: bool = True, after: str = r"\w-") -> re.Pattern[str]:
    """Any of the forms as a whole word, which stands behind none of the signs `after`."""
    known = "|".join(re.escape(form) for form in forms if form)
    if not known:
        return _NOTHING
    return re.compile(rf"(?<![{after}])(?:{known})(?!\w)" if spaced else f"(?:{known})", re.IGNORECASE)
