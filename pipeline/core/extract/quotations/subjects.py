"""Who does what a verb of speech says: the subject before it, or behind it."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from pipeline.core.extract.quotations.people import Mention, People, is_role
from pipeline.core.extract.quotations.words import Words

_WORD = re.compile(r"[^\W_](?:[\w’'.-]*\w)?")
_PARTS = re.compile(r"[,;()–—]|\s-\s|\x00|[\"“”„«»「」『』]")
_END_OF_NOUN = re.compile(r"[,.;:()–—\n\x00\"“”„«»!?]|\s-\s")
_POSSESSIVE = re.compile(r"['’]s?(?![\w])")
_LONGEST_NOUN = 7  # words of a speaker who is no entity: "a man who did not want to give his name" is cut there
# Between a role and the name of who has it: "the leader of the opposition, Anna Lind".
_APPOSITION = re.compile(r"(?:[^\W\d_]+ ?(?:[\w’' -]{0,40}))?,|")
_LONGEST_NAME = 4  # words
_LONGEST_CLAUSE = 300  # characters
_FAR = 60  # characters before a noun in which its article or preposition stands
JOINS = frozenset("and but then et mais und aber y pero e ma en maar mas".split())


class Said(NamedTuple):
    """Who speaks, as it stands in the text: an entity's mention, a pronoun or a noun."""

    start: int
    end: int
    mention: Mention | None = None
    pronoun: bool = False


@dataclass(slots=True)
class Subjects:
    """Looks for subjects in the masked text."""

    plain: str
    people: People
    words: Words

    def before(self, start: int, end: int) -> Said | None:
        """The subject of a verb at `end`, its clause beginning at `start`."""
        start = max(start, end - _LONGEST_CLAUSE)
        bounds = [start, *(match.end() for match in _PARTS.finditer(self.plain, start, end))]
        tail = bounds[-1]
        last = [word.lower() for word in _WORD.findall(self.plain, tail, end)]
        if last and last[0] in self.words.speech.relative and tail > start:
            return self._last(start, tail) or self.first(start, tail)
        if not last or (last[-1] in JOINS and (last[-1] != "then" or len(last) == 1 or last[-2] in JOINS)):
            return self.first(start, end)
        found = self._last(tail, end)
        if found is None and tail == start:
            found = self._noun(tail, end)
        return found or self.first(start, end) or self._noun(tail, end)

    def behind(self, start: int, end: int) -> Said | None:
        """The subject that follows a verb, or "according to", that ends at `start`."""
        stop = _END_OF_NOUN.search(self.plain, start, end)
        limit = stop.start() if stop else end
        # An initial or an abbreviation ends nothing: "said J. Lind".
        while stop is not None and stop.group() == "." and self._goes_on(stop.start()):
            stop = _END_OF_NOUN.search(self.plain, stop.end(), end)
            limit = stop.start() if stop else end
        inner = self._until_preposition(start, limit)
        found = self._candidates(start, inner, following=True)
        if not found and inner < limit:
            found = self._candidates(start, limit)
        if found:
            chosen = found[-1] if found[-1].mention or found[-1].pronoun else found[0]
            return self._named(chosen, end)
        return self._noun(start, inner) or (self._noun(start, limit) if inner < limit else None)

    def first(self, start: int, end: int) -> Said | None:
        """The first who may be a subject."""
        end = min(end, start + _LONGEST_CLAUSE)
        found = self._candidates(start, end)
        if not found:
            return None
        chosen = found[0]
        if chosen.mention is None and not chosen.pronoun:
            # "its envoy, Hugo Staal,", "envoy Hugo Staal": the name is who is meant.
            return self._named(chosen, end)
        return chosen

    def _last(self, start: int, end: int) -> Said | None:
        found = self._candidates(start, end)
        return found[-1] if found else None

    def _named(self, said: Said, end: int) -> Said:
        """The name that stands right behind a role, perhaps after a comma; else the role itself."""
        if said.mention is not None or said.pronoun:
            return said
        for mention in self.people.inside(said.end, min(end, said.end + _FAR)):
            between = self.plain[said.end : mention.start].strip(" \u00a0")
            if mention.person and _APPOSITION.fullmatch(self._untitled(between)):
                return Said(mention.start, mention.end, mention)
            if (
                len(between.split()) <= 2
                and between.split()[:1]
                and between.split()[0] in self.words.speech.prepositions
            ):
                return Said(said.start, mention.end)
        return said

    def _untitled(self, between: str) -> str:
        """What stands between a role and a name, without a title before the name: ", Dr"."""
        head, _, last = between.rpartition(" ")
        return head if head.endswith(",") and is_role(last.rstrip("."), self.words) else between

    def _candidates(self, start: int, end: int, following: bool = False) -> list[Said]:
        speech = self.words.speech
        found = [
            Said(one.start, one.end, one)
            for one in self.people.inside(start, end)
            if one.end <= end and not self._of_role(one) and self._eligible(one.start, one.end, start, following)
        ]
        taken = [(one.start, one.end) for one in self.people.inside(max(0, start - _FAR), end)]
        for match in self.words.pronoun.finditer(self.plain, start, end):
            if speech.pronouns.get(match.group().lower()) is not None and match.group().lower() not in (
                "i",
                "we",
                "ich",
                "wir",
                "je",
                "nous",
                "ik",
                "yo",
            ):
                found.append(Said(match.start(), match.end(), None, True))
        for match in self.words.role.finditer(self.plain, start, end):
            if any(own[0] <= match.start() < own[1] for own in taken):
                continue
            begin = self._noun_start(match.start(), start)
            if self._eligible(begin, match.end(), start, following):
                found.append(Said(begin, match.end()))
        # Where an entity's name is a pronoun or a role as well, its mention comes first.
        return sorted(found, key=lambda said: (said.start, said.end, said.mention is None, said.pronoun))

    def _of_role(self, mention: Mention) -> bool:
        """Whether a name says whose role it is that follows: "the Dutch director"."""
        if mention.person:
            return False
        word = _WORD.match(self.plain, mention.end + 1)
        return word is not None and word.group().lower() in self.words.speech.roles

    def _eligible(self, start: int, end: int, clause: int, following: bool) -> bool:
        """Whether it may be a subject: nobody's, behind no preposition and no object of a verb of speech."""
        if _POSSESSIVE.match(self.plain, end):
            return False
        words = list(_WORD.finditer(self.plain, max(0 if following else clause, start - _FAR), start))
        if words and any(
            one.end == words[-1].end() and not one.person for one in self.people.inside(words[-1].start() - 1, start)
        ):
            return True  # "ambassador to Britain Bo Lind": the preposition is the place's
        for word in reversed(words):
            lower = word.group().lower()
            if following and word.end() <= clause:
                return True
            if self.plain[word.end() : start].strip(" \u00a0.-’'"):
                return True
            if lower in self.words.speech.prepositions or (
                self.words.speech.passive and lower in self.words.speech.participles
            ):
                return False
            if not following and self.words.cue.fullmatch(lower):
                return False
            if not (word.group()[0].isupper() or is_role(lower, self.words)):
                return True
            start = word.start()
        return True

    def _noun_start(self, role: int, clause: int) -> int:
        """Where the noun phrase of a role begins: at its article, else with the capitalised words before it."""
        words = list(_WORD.finditer(self.plain, max(clause, role - _FAR), role))
        start = role
        for word in reversed(words[-5:]):
            if self.plain[word.end() : start].strip(" \u00a0’'"):
                break
            lower = word.group().lower()
            if lower in self.words.speech.determiners:
                return word.start()
            if lower in self.words.speech.prepositions or self.words.cue.fullmatch(lower):
                break
            start = word.start()
        return start if self.plain[start].isupper() or start == role else role

    def _until_preposition(self, start: int, end: int) -> int:
        for number, word in enumerate(_WORD.finditer(self.plain, start, end)):
            if number and word.group().lower() in self.words.speech.prepositions | self.words.speech.relative:
                return word.start()
            if not number and word.group().lower() in self.words.speech.prepositions:
                return start
        return end

    def _goes_on(self, stop: int) -> bool:
        before = _WORD.findall(self.plain, max(0, stop - 12), stop)
        word = before[-1] if before else ""
        return (len(word) == 1 and word.isupper()) or word.lower() in self.words.abbreviations

    def _noun(self, start: int, end: int) -> Said | None:
        """Whoever stands there, when it is a short phrase: "the 34-year-old", "another"."""
        words = list(_WORD.finditer(self.plain, start, end))
        while words and words[0].group().lower() in JOINS:
            words = words[1:]
        first = words[0].group().lower() if words else ""
        if not words or first in self.words.speech.prepositions or first in self.words.speech.according:
            return None
        named = len(words) <= _LONGEST_NAME and all(word.group()[0].isupper() for word in words)
        articled = first in self.words.speech.determiners or first[:2] in self.words.speech.determiners  # "l'ouvrier"
        if not articled and not named:
            return None
        last = words[min(len(words), _LONGEST_NOUN) - 1]
        return Said(words[0].start(), last.end())
