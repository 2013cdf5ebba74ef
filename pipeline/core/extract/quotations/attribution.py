"""Which words of a sentence say who speaks the quotation in it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from pipeline.core.extract.quotations.marks import Stretch, last_sign
from pipeline.core.extract.quotations.subjects import JOINS, Said, Subjects
from pipeline.core.extract.quotations.words import Words

_BLANK = " \t\n\u00a0\u202f,"
_BREAKS_OFF = ",?!…—–-"
_FIRST_WORD = re.compile(r"[ \u00a0\u202f,]*([^\W\d_]+)")
_OTHER_CLAUSE = frozenset("while whereas although though during während obwohl tandis mientras aunque".split())
_VERB_AND_ARTICLE = re.compile(
    r"[ \u00a0\u202f,]*(?:s['’]|se\s)?(?:a|ont|hat|ha)?\s?([a-zß-ÿ]{3,})\s([^\W\d_]+['’]?)", re.UNICODE
)
_LAST_WORD = re.compile(r"([\w’'-]+) $")
_NOUN_BEGINS = frozenset("the an his her its their my our your no any".split())  # English; elsewhere forms differ
_DASH = re.compile(r"\s?(?:--?|[–—])\s?(?=[^\W\d_a-zß-ÿ][^\n.]{0,50}$)", re.MULTILINE)  # "“It rains” - Anna Lind"
_SHORT_GAP = 70  # characters between a quotation and the verb that belongs to it
_TRIED = 3  # verbs of speech before a quotation that may be its own
_BESIDE = 25  # characters between a quotation and its speaker where no verb of speech is known
_AUXILIARY = 4  # letters of "a", "hat", "have", "ont" between a quotation and its verb


class Attribution(NamedTuple):
    """Who speaks a quotation by which words. `near` says that these stand right beside it."""

    said: Said | None
    cue: tuple[int, int] | None
    near: bool = False


class Attributing:
    """Reads the sentences of one text."""

    def __init__(self, text: str, plain: str, subjects: Subjects, words: Words) -> None:
        """`plain` is the masked text."""
        self._text, self._plain, self._subjects, self._words = text, plain, subjects, words

    def of(self, stretch: Stretch, start: int, end: int, before: int, behind: int) -> Attribution | None:
        """Who speaks `stretch`, whose sentence is `start:end`; None when its sentence does not say.

        `before` is where the stretch before it is closed, `behind` where the next one is opened.
        """
        limit = max(stretch.closed, min(end, behind))
        colon = self._plain[start : stretch.opened].rstrip(_BLANK).endswith(":")
        follows = self._plain[stretch.closed : limit].lstrip(" \u00a0\u202f")
        attached = last_sign(self._text, stretch) in _BREAKS_OFF or follows.startswith(",")
        right = None if colon else self._right(stretch, limit, attached)
        if right is not None and right.near and attached:
            return right
        left = self._left(stretch, start, max(start, before), end)
        if left is not None and left.said is not None:
            return left
        if right is not None:
            return right
        if colon:
            said = self._subjects.first(start, stretch.opened)
            return Attribution(said, None, True) if said else left
        return left or self._far(stretch, limit, end)

    def teller(self, start: int, end: int) -> Said | None:
        """Who says something in a sentence without quotations: "That will do, says Lind", "What does Lind say?"."""
        cue = next(self._cues(start, end), None)
        if cue is None:
            return None
        if self._plain[start : cue.start()].rstrip().endswith(",") or self._plain[start:end].rstrip().endswith("?"):
            return self._subjects.behind(cue.end(), end)
        return None

    def _right(self, stretch: Stretch, limit: int, attached: bool) -> Attribution | None:
        if (dash := _DASH.match(self._plain, stretch.closed, limit)) and (
            said := self._subjects.first(dash.end(), limit)
        ):
            return Attribution(said, None, True)
        if self._leads_on(stretch, limit):
            return None
        participles = self._words.speech.participles
        cue = next((one for one in self._cues(stretch.closed, limit) if one.group().lower() not in participles), None)
        if cue is None:
            return self._unknown_verb(stretch, limit) if attached else None
        apart = self._plain[stretch.closed : cue.start()]
        between = apart.strip(_BLANK)
        near = cue.start() - stretch.closed <= _SHORT_GAP
        if self._is_auxiliary(between):
            said = self._subjects.behind(cue.end(), limit)
            return Attribution(said, cue.span(), True) if said else None
        said = self._subjects.before(stretch.closed, cue.start()) if attached or "," in apart else None
        if said is None and apart.rstrip().endswith(","):
            said = self._subjects.behind(cue.end(), limit)
        return Attribution(said, cue.span(), near) if said else None

    def _leads_on(self, stretch: Stretch, limit: int) -> bool:
        """Whether what follows tells something else: "“Winter Wheat,” which opens on Friday"."""
        match = _FIRST_WORD.match(self._plain, stretch.closed, limit)
        word = match[1].lower() if match else ""
        speech = self._words.speech
        return word in _OTHER_CLAUSE or (word in speech.relative and word not in speech.determiners)

    def _unknown_verb(self, stretch: Stretch, limit: int) -> Attribution | None:
        """Who stands right behind a quotation that breaks off, whatever he or she does: "“It rains,” Lind sang."."""
        said = self._subjects.first(stretch.closed, limit)
        if said is None or said.start - stretch.closed > _BESIDE:
            said = self._turned_round(stretch, limit)
        if said is None:
            return None
        return Attribution(said, None, True)

    def _turned_round(self, stretch: Stretch, limit: int) -> Said | None:
        """The noun behind a verb right behind the quotation: "“It rains,” grins an elderly man"."""
        match = _VERB_AND_ARTICLE.match(self._plain, stretch.closed, limit)
        if match is None or match[2].lower() not in self._words.speech.determiners:
            return None
        verb, speech = match[1].lower(), self._words.speech
        if verb in JOINS or verb in speech.prepositions or verb in speech.relative or verb in speech.determiners:
            return None
        return self._subjects.behind(match.start(2), limit)

    def _left(self, stretch: Stretch, start: int, before: int, end: int) -> Attribution | None:
        cues = list(self._cues(start, stretch.opened))
        if not cues:
            return None
        speech = self._words.speech
        for cue in cues[: -_TRIED - 1 : -1]:
            clause = before if before <= cue.start() else start
            near = stretch.opened - cue.end() <= _SHORT_GAP
            verb = cue.group().lower()
            gap = self._plain[clause : cue.start()].strip(_BLANK)
            if verb in speech.according:
                said = self._subjects.behind(cue.end(), stretch.opened)
            elif self._passive(cue.start(), clause):
                by = self._words.by.search(self._plain, stretch.closed, end)
                said = self._subjects.behind(by.end(), end) if by else None
            elif verb in speech.participles:
                said = self._subjects.first(start, cue.start())
            elif clause > start and self._is_auxiliary(gap):
                said = self._subjects.behind(cue.end(), stretch.opened)
            else:
                said = self._subjects.before(clause, cue.start()) if gap else None
                if said is None and clause > start:
                    said = self._subjects.before(start, cue.start())
            if said is not None:
                return Attribution(said, cue.span(), near)
        return Attribution(None, cues[-1].span(), False)

    def _far(self, stretch: Stretch, limit: int, end: int) -> Attribution | None:
        """A verb of speech behind another quotation of the sentence: "“one” and “two”, Lind said"."""
        cues = list(self._cues(limit, end))
        if not cues:
            return None
        cue = cues[-1]
        begin = max(self._plain.rfind(mark, stretch.closed, cue.start()) for mark in '”"»“」') + 1
        said = self._subjects.before(max(begin, stretch.closed), cue.start()) or self._subjects.behind(cue.end(), end)
        return Attribution(said, cue.span(), False) if said else None

    def _cues(self, start: int, end: int) -> Iterator[re.Match[str]]:
        """The verbs of speech there, without nouns that look the same: "his claim", "the ministry's reports"."""
        for match in self._words.cue.finditer(self._plain, start, end):
            before = _LAST_WORD.search(self._plain, max(start, match.start() - _SHORT_GAP), match.start())
            if before is None or not (
                before[1].lower() in _NOUN_BEGINS
                or before[1].lower() in self._words.speech.nominal
                or before[1].endswith(("'s", "’s"))
            ):
                yield match

    def _is_auxiliary(self, between: str) -> bool:
        """Whether what stands between a quotation and its verb is nothing, or as little as "a" in "a déclaré Lind"."""
        if not between:
            return True
        if between in JOINS:
            return False
        return len(between) <= _AUXILIARY and between.islower() and not self._words.pronoun.search(between)

    def _passive(self, cue: int, clause: int) -> bool:
        words = self._plain[max(clause, cue - 30) : cue].lower().split()
        return bool(words) and any(word in self._words.speech.passive for word in words[-2:])
