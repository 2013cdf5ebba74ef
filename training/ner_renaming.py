"""The same texts with other names, so that what is learnt is how names are used and not which there are.

Dai and Adel, "An analysis of simple data augmentation for named entity recognition", COLING 2020, call it mention
replacement. A name is replaced by the same other one wherever it stands in a text.
"""

import random
from collections import defaultdict
from collections.abc import Iterable

from spacy.language import Language
from spacy.tokens import Doc, Span

from pipeline.core.extract.gazetteer import Gazetteer
from pipeline.core.extract.resolve.passes.vocabulary import NUMBERS

_CITIES, _CLUBS = 4000, 1500  # the largest cities that may stand for another, and those that may stand for a club
_SHARE_OF_CITIES = 0.5  # of places that become a city of the gazetteer; the others take a name from the texts
_LONGEST_PERSON = 40  # characters
_SHORTEST_NAME = 3  # characters: shorter words of a person's name are particles and initials
_ACRONYM = 5  # characters: longer names in capitals stand in a line of capitals


class Names:
    """Names by label, from texts that may be learnt from and from the gazetteer."""

    def __init__(self, references: Iterable[Doc]) -> None:
        found: defaultdict[str, set[str]] = defaultdict(set)
        for doc in references:
            for entity in doc.ents:
                if "\n" not in entity.text:
                    found[entity.label_].add(entity.text)
        self._known = {label: sorted(names) for label, names in found.items()}
        persons = [name.split() for name in self._known.get("PERSON", []) if len(name) < _LONGEST_PERSON]
        self._first = [words[0] for words in persons if len(words) > 1]
        self._last = [words[-1] for words in persons if len(words) > 1]
        self._gazetteer = Gazetteer.load()
        sizes = {name: max(city.population for city in known) for name, known in self._gazetteer.cities.items()}
        self._cities = sorted((name for name in sizes if name[0].isupper()), key=lambda name: (-sizes[name], name))
        self._countries = sorted(name for name, code in self._gazetteer.country_names.items() if code)
        self._peoples = sorted(name for name in self._gazetteer.nationalities if not name.endswith("s"))

    def another(self, name: str, label: str, persons: dict[str, str], rng: random.Random) -> str:
        """A name to stand for `name`; `persons` holds what was chosen for the words of persons' names before."""
        if label == "PERSON":
            other = self._person(name, persons, rng)
        else:
            other = rng.choice(self._choices(name, label, rng) or [name])
        return other.upper() if name.isupper() and len(name) > _ACRONYM else other

    def _choices(self, name: str, label: str, rng: random.Random) -> list[str]:
        known = self._gazetteer
        if label == "GPE" and name in known.country_names:
            return self._countries
        if label == "GPE" and rng.random() < _SHARE_OF_CITIES:
            return self._cities[:_CITIES]
        if label == "NORP" and name in known.nationalities and not name.endswith("s"):
            return self._peoples
        if label == "ORG" and (name in known.cities or name.title() in known.cities):
            return self._cities[:_CLUBS]
        return self._known.get(label, [])

    def _person(self, name: str, persons: dict[str, str], rng: random.Random) -> str:
        words = name.split()
        for number, word in enumerate(words):
            if word not in persons and word[0].isupper() and len(word) >= _SHORTEST_NAME and self._last:
                persons[word] = rng.choice(self._last if number + 1 == len(words) else self._first)
        return " ".join(persons.get(word, word) for word in words)


def renamed(nlp: Language, doc: Doc, names: Names, share: float, rng: random.Random) -> Doc:
    """A copy of `doc` in which about `share` of the names are others of the same label."""
    chosen: dict[tuple[str, str], str] = {}
    persons: dict[str, str] = {}
    words: list[str] = []
    spaces: list[bool] = []
    spans = []
    done = 0
    for entity in [*doc.ents, None]:
        before = doc[done : entity.start if entity is not None else len(doc)]
        words += [token.text for token in before]
        spaces += [bool(token.whitespace_) for token in before]
        if entity is None:
            break
        key = (entity.text, entity.label_)
        if key not in chosen:
            fixed = entity.label_ in NUMBERS or "\n" in entity.text or rng.random() >= share
            chosen[key] = entity.text if fixed else names.another(*key, persons, rng)
        tokens = entity if chosen[key] == entity.text else nlp.make_doc(chosen[key])
        spans.append((len(words), len(words) + len(tokens), entity.label_))
        words += [token.text for token in tokens]
        spaces += [*[bool(token.whitespace_) for token in tokens][:-1], bool(doc[entity.end - 1].whitespace_)]
        done = entity.end
    copy = Doc(nlp.vocab, words=words, spaces=spaces)
    copy.set_ents([Span(copy, start, end, label=label) for start, end, label in spans], default="outside")
    return copy
