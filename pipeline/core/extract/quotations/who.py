"""Who is meant: the entity that a name, a pronoun or a role stands for."""

import re
from dataclasses import dataclass, field

from pipeline.core.extract.quotations.people import Mention, People
from pipeline.core.extract.quotations.sentences import MASK
from pipeline.core.extract.quotations.subjects import Said
from pipeline.core.extract.quotations.words import Words
from pipeline.core.records import Speaker

_WORD = re.compile(r"[^\W_][\w’'-]*")
_BEFORE, _BEHIND = 45, 60  # characters around a name that tell a role or a title
_CALLED = 100  # mentions back among which a role is looked for
_ARTICLE = re.compile(r"[^\W\d_]+(?:['’]|(?=[ \u00a0]))")
_ARTICLE_BEFORE = re.compile(r"(?<![\w])([^\W\d_]+['’]?)[ \u00a0]?$")
_NEAR = 6  # characters before a name in which its article stands
_REACH = 400  # characters back to the name of whom a noun describes
_LATEST = 12  # mentions back that a pronoun may stand for


@dataclass(slots=True)
class Who:
    """Resolves speakers of one text, in order: who spoke last counts for who "she" is."""

    text: str
    plain: str
    people: People
    words: Words
    _last: Speaker | None = None
    _sexes: dict[str, str] = field(default_factory=dict)
    _spoken: list[Mention] = field(default_factory=list)

    def resolve(self, said: Said, antecedent: Said | None = None) -> Speaker:
        """The speaker with the fullest name that the article gives; `antecedent` is who a pronoun may stand for."""
        mention = said.mention or self._inside(said)
        if mention is not None and mention.people:
            mention = self._one_of(mention) or mention
        if mention is None and said.pronoun:
            if antecedent is not None and self._fits(said, antecedent):
                meant = self.resolve(antecedent)
                return Speaker(meant.name, said.start, said.end, meant.entity)
            mention = self._pronoun(said)
        elif mention is None:
            mention = self._role(said) or self._described(said)
        if mention is not None:
            self._spoken.append(mention)
            return Speaker(mention.name, said.start, said.end, mention.entity)
        return Speaker(" ".join(self.text[said.start : said.end].split()), said.start, said.end, None)

    def _inside(self, said: Said) -> Mention | None:
        """The person whose name ends a phrase: "Arbeitsminister Henrik Voss"."""
        if said.pronoun:
            return None
        named = [one for one in self.people.inside(said.start, said.end) if one.person and one.end == said.end]
        return named[-1] if named and self._plainly(said.start, named[-1].start) else None

    def _plainly(self, start: int, end: int) -> bool:
        return not any(word.lower() in self.words.speech.prepositions for word in _WORD.findall(self.plain, start, end))

    def _fits(self, pronoun: Said, noun: Said) -> bool:
        """Whether a pronoun may stand for a name or a noun: one person, and of that sex where it is known."""
        wanted = self.words.speech.pronouns.get(self.text[pronoun.start : pronoun.end].lower(), "")
        if noun.mention is not None:
            return noun.mention.person and bool(wanted) and self.sex(noun.mention) in (wanted, "")
        nouns = {word.lower() for word in _WORD.findall(self.plain, noun.start, noun.end)}
        speech = self.words.speech
        if not wanted or nouns & speech.bodies or not nouns & speech.determiners:
            return False
        other = speech.male if wanted == "f" else speech.female
        return not nouns & other

    def _pronoun(self, said: Said) -> Mention | None:
        wanted = self.words.speech.pronouns.get(self.text[said.start : said.end].lower(), "")
        return self._latest(said, wanted) if wanted else None

    def _described(self, said: Said) -> Mention | None:
        """The person whom a noun describes that no other person has: "Lukas Heim, 34, …", then "the 34-year-old"."""
        speech = self.words.speech
        article, noun = _ARTICLE.match(self.plain, said.start, said.end), self.plain[said.start : said.end].split()[-1]
        sex = speech.definite.get(article.group().lower()) if article else None
        if sex is None or article is None or article.end() >= said.end:
            return None
        # A role ("the judge") is as likely somebody whom the article has not named.
        if not noun.lower().endswith(speech.persons) or self.words.role.search(self.plain, article.end(), said.end):
            return None
        found = self._latest(said, sex)
        return found if found is not None and said.start - found.start <= _REACH else None

    def _one_of(self, mention: Mention) -> Mention | None:
        """The person whom "the Swede" means, by his or her people."""
        article = _ARTICLE_BEFORE.search(self.plain, max(0, mention.start - _NEAR), mention.start)
        if article is None or self.plain[mention.end - 1] == "s":
            return None
        sex = self.words.speech.definite.get(article[1].lower())
        found = self._latest(Said(mention.start, mention.end), sex) if sex is not None else None
        return found if found is not None and mention.start - found.start <= _REACH else None

    def _latest(self, said: Said, wanted: str) -> Mention | None:
        """The person named last who may be of a sex, with those who have spoken before others."""
        # Who is only named in what somebody says is not who the reporter's "she" means.
        near = [one for one in self.people.before(said.start, _LATEST) if one.person and self.plain[one.start] != MASK]
        spoken = self._spoken[-1:] if self._spoken and self._spoken[-1].person else []
        # Somebody named since the last speaker comes first, then the last speaker, then who was named before.
        since = [one for one in near if not spoken or one.start > spoken[0].end]
        for one in [*reversed(since), *spoken, *reversed(near)]:
            if not wanted or self.sex(one) in (wanted, ""):
                return one
        return None

    def _role(self, said: Said) -> Mention | None:
        """The person of whom the same noun is said elsewhere: "Minister Anna Lind", then "the minister"."""
        nouns = [word.lower() for word in _WORD.findall(self.plain, said.start, said.end)]
        wanted = {noun for noun in nouns if self.words.role.fullmatch(noun)}
        if (
            not wanted
            or len(nouns) > 4
            or nouns[0] not in self.words.speech.determiners
            or nouns[0] in ("a", "an", "ein", "eine", "un", "une", "una")
        ):
            return None
        for one in reversed(self.people.before(said.start, _CALLED)):
            if one.person and self._is_called(one, wanted):
                return one
        return None

    def _is_called(self, mention: Mention, wanted: set[str]) -> bool:
        return any(
            word in wanted or any(word.endswith(noun) for noun in wanted if len(noun) > 4)
            for word in self._around(mention)
        )

    def _around(self, mention: Mention) -> list[str]:
        """The words right before a name in its clause, and of an apposition behind it."""
        before = self.plain[max(0, mention.start - _BEFORE) : mention.start]
        before = re.split(r"[.!?;:\n\x00]", before)[-1]
        behind = self.plain[mention.end : mention.end + _BEHIND]
        found = [word.lower() for word in _WORD.findall(before)[-4:]]
        clause = _WORD.match(behind.lstrip(", "))
        word = clause.group().lower() if clause else ""
        relative = word in self.words.speech.relative and word not in self.words.speech.determiners
        if behind.startswith(",") and not relative:
            found += [word.lower() for word in _WORD.findall(re.split(r"[.!?;:\n\x00,]", behind[1:])[0])[:6]]
        return found

    def sex(self, mention: Mention) -> str:
        """ "f" or "m" when given name, title or role tells; "" when nothing does."""
        if mention.name not in self._sexes:
            self._sexes[mention.name] = self._sex(mention.name)
        return self._sexes[mention.name]

    def _sex(self, name: str) -> str:
        speech = self.words.speech
        first = name.split(maxsplit=1)[0].lower()
        if first in speech.female or first in speech.male:
            return "f" if first in speech.female else "m"
        for one in self.people.by_name.get(name, ())[:_CALLED]:
            around = set(self._around(one))
            if bool(around & speech.female) != bool(around & speech.male):
                return "f" if around & speech.female else "m"
        return ""
