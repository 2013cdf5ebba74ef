"""What a language says of who speaks: verbs of speech, pronouns, and nouns for those who do."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Speech:
    """Words that tell whose words stand in quotation marks. All in small letters.

    `verbs` are the forms that follow or precede a speaker ("said"), `participles` those whose subject stands earlier
    in the sentence ("adding"). `according` are phrases that a speaker follows ("according to"). `pronouns` give "f",
    "m" or "" for those who may be either. `roles` are nouns for persons and bodies that speak, `female` and `male`
    what tells which a person is: titles and given names. `prepositions` make what follows them no subject; `by` names
    the speaker of a passive, which one of `passive` begins. `relative` begins a clause about what stands before it.
    `works` are nouns before a title in quotation marks. Where a language writes no spaces, `topics` are the particles
    behind a subject, `quotatives` those behind a quotation, and `verbs` the beginnings of verbs.
    `incises` says that papers name the speaker inside the marks, too. `bodies` are the roles that are no person, so
    that "he" and "she" never stand for them. `terms` are nouns before a word that is mentioned and not said ("the word
    “free”"). `reported` are verbs in the mood of reported speech ("sei"), and `drops` says that a verb may do without a
    subject ("añadió"): either way it is the one who spoke or was spoken of just before. `nominal` are determiners
    behind which a verb of speech is a noun ("une note"). `definite` are articles before somebody who was named before,
    with the sex they tell, and `persons` endings of nouns for persons ("l'ouvreur", "the 34-year-old").
    """

    verbs: frozenset[str] = frozenset()
    participles: frozenset[str] = frozenset()
    according: tuple[str, ...] = ()
    pronouns: Mapping[str, str] = field(default_factory=dict)
    determiners: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    prepositions: frozenset[str] = frozenset()
    passive: frozenset[str] = frozenset()
    by: str = ""
    relative: frozenset[str] = frozenset()
    works: frozenset[str] = frozenset()
    female: frozenset[str] = frozenset()
    male: frozenset[str] = frozenset()
    topics: str = ""
    quotatives: str = ""
    incises: bool = False
    bodies: frozenset[str] = frozenset()
    terms: frozenset[str] = frozenset()
    reported: frozenset[str] = frozenset()
    drops: bool = False
    nominal: frozenset[str] = frozenset()
    definite: Mapping[str, str] = field(default_factory=dict)
    persons: tuple[str, ...] = ()


def conjugated(stems: str, endings: str) -> frozenset[str]:
    """Each stem with each ending, both parted by spaces; c and g stay soft as French writes them ("jugeait")."""
    return frozenset(_soft(stem, ending) + ending for stem in stems.split() for ending in endings.split())


def numbered(nouns: frozenset[str], ending: str = "s") -> frozenset[str]:
    """The nouns with their plurals: "judge", "judges"."""
    return nouns | {noun + ending for noun in nouns if not noun.endswith(ending)}


def _soft(stem: str, ending: str) -> str:
    if ending[0] != "a":
        return stem
    return stem[:-1] + {"c": "ç", "g": "ge"}.get(stem[-1], stem[-1])
