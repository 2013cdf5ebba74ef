"""A language's words of speech as compiled patterns."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from pipeline.core.languages import LANGUAGES
from pipeline.core.languages.speech import Speech

_SHORTEST_COMPOUNDED = 4  # letters
_NOTHING = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class Words:
    """What the quotations' modules look for in a language; patterns that match nothing where it has no words."""

    speech: Speech
    abbreviations: frozenset[str]
    long_roles: tuple[str, ...]
    cue: re.Pattern[str]
    pronoun: re.Pattern[str]
    role: re.Pattern[str]
    work: re.Pattern[str]
    by: re.Pattern[str]
    incise: re.Pattern[str]
    reported: re.Pattern[str]


@cache
def words_of(code: str | None) -> Words:
    """The words of a language by its ISO 639-1 code; none for a language without a module."""
    language = LANGUAGES.get(code or "")
    speech = language.speech if language else Speech()
    verbs = speech.verbs | speech.participles | set(speech.according)
    return Words(
        speech=speech,
        abbreviations=language.abbreviations if language else frozenset(),
        # A role in a compound ("Arbeitsminister"); shorter ones end too many words.
        long_roles=tuple(sorted(role for role in speech.roles if len(role) > _SHORTEST_COMPOUNDED)),
        cue=_either(verbs, spaced=not speech.topics),
        pronoun=_either(speech.pronouns, after=r"\w’'"),
        role=_either(speech.roles),
        work=_either(speech.works),
        by=_either([speech.by]),
        incise=_incise(speech),
        reported=_either(speech.reported),
    )


def _incise(speech: Speech) -> re.Pattern[str]:
    """What inside the marks says who speaks: a verb turned round, and its subject up to the next sign."""
    if not speech.incises:
        return _NOTHING
    verbs = _trie(sorted(speech.verbs))
    before = r"(?:s['’]|se\s|(?:l['’]|s['’])?(?:est|a|avait|ont)\s|l['’]|lui\s|leur\s)*"
    pronouns = "|".join(pronoun for pronoun, sex in speech.pronouns.items() if sex)
    # With a pronoun any verb may be turned round; with a noun it must be one of speech, or an imperfect of itself.
    turned = rf"{before}[^\W\d_]+-(?:t-)?(?:{pronouns})(?!\w)|{before}(?:{verbs})-(?:t-)?(?:on|{pronouns})(?!\w)"
    noun = rf"(?=[A-ZÀ-Þ]|(?:{'|'.join(map(re.escape, sorted(speech.determiners)))})\b)"
    whole = rf"{before}(?:{verbs})(?:\s[^\W\d_]+ment)?\s{noun}|(?:s['’]|se\s)?[^\W\d_]{{3,}}ait\s(?=[A-ZÀ-Þ]|l[ea]\s)"
    return re.compile(rf"(?:,|(?<=[?!…]))\s?(?=[a-zß-ÿ])(?:{turned}|{whole})[^.,;:!?…»«\n]{{0,90}}(?=[.,]|\s*$)")


def _trie(forms: Sequence[str], depth: int = 0) -> str:
    """A pattern of the sorted forms, the longest first, in which each common beginning stands once.

    A plain alternation of hundreds tries them one by one at every word.
    """
    branches = []
    for first, group in groupby((form for form in forms if len(form) > depth), key=lambda form: form[depth]):
        own = list(group)
        rest = _trie(own, depth + 1)
        branches.append(re.escape(first) + rest)
    if not branches:
        return ""
    either = branches[0] if len(branches) == 1 and len(forms[0]) > depth else f"(?:{'|'.join(branches)})"
    return f"{either}?" if forms and len(forms[0]) == depth and depth else either


def _either(forms: Iterable[str], spaced: bool = True, after: str = r"\w-") -> re.Pattern[str]:
    """Any of the forms as a whole word, which stands behind none of the signs `after`."""
    known = _trie(sorted({form for form in forms if form}))
    if not known:
        return _NOTHING
    return re.compile(rf"(?<![{after}])(?:{known})(?!\w)" if spaced else f"(?:{known})", re.IGNORECASE)
