"""From a text and its entities to its quotations."""

from collections.abc import Sequence

from pipeline.core.extract.quotations import particles
from pipeline.core.extract.quotations.attribution import Attributing, Attribution
from pipeline.core.extract.quotations.headline import with_headline
from pipeline.core.extract.quotations.incises import parted
from pipeline.core.extract.quotations.marks import Stretch, last_sign, stretches
from pipeline.core.extract.quotations.people import People
from pipeline.core.extract.quotations.sentences import Sentences, masked
from pipeline.core.extract.quotations.speech import is_speech
from pipeline.core.extract.quotations.subjects import Said, Subjects
from pipeline.core.extract.quotations.who import Who
from pipeline.core.extract.quotations.words import Words, words_of
from pipeline.core.records import Entity, Quotation, Speaker

_BEGINNING = 400  # characters
_REMEMBERED = 200  # speakers, where a short name is looked up among those who have spoken


def find_quotations(text: str, entities: Sequence[Entity], language: str | None) -> tuple[Quotation, ...]:
    """The quotations of a text in order; `entities` are those that were found in it."""
    found = stretches(text)
    if not found:
        return ()
    words = words_of(language)
    return tuple(_Reading(text, parted(text, found, words), entities, words).quotations())


class _Reading:
    """One text being read from its first quotation to its last."""

    def __init__(self, text: str, found: list[Stretch], entities: Sequence[Entity], words: Words) -> None:
        self._text, self._found = text, found
        self._words = words
        self._plain = masked(text, found)
        self._sentences = Sentences(text, self._plain, found, self._words)
        people = People.of(text, self._plain, entities, self._words)
        self._subjects = Subjects(self._plain, people, self._words)
        self._attributing = Attributing(text, self._plain, self._subjects, self._words)
        self._who = Who(text, self._plain, people, self._words)
        self._names: list[str] = []
        self._turns: list[Speaker | None] = []

    def quotations(self) -> list[Quotation]:
        """Each stretch that is speech, with its speaker."""
        made: list[Quotation] = []
        last: tuple[Stretch, Speaker | None] | None = None
        for number, stretch in enumerate(self._found):
            sentence = self._sentences.around(stretch)
            own = self._attribution(number, stretch, sentence)
            implied = (own is None or own.said is None) and self._implied(stretch, sentence, own)
            if not self._speech(stretch, own, sentence, implied):
                continue
            speaker = self._carried(stretch, last) if implied else self._speaker(stretch, sentence, own, last)
            cue = (
                self._text[slice(*own.cue)]
                if own is not None and own.cue is not None and own.said is not None
                else None
            )
            made.append(Quotation(self._text[stretch.start : stretch.end], stretch.start, stretch.end, speaker, cue))
            last = stretch, speaker
            self._turns.append(speaker)
        return with_headline(self._text, made, spaced=not self._words.speech.topics)

    def _attribution(self, number: int, stretch: Stretch, sentence: tuple[int, int]) -> Attribution | None:
        if self._words.speech.topics:
            return particles.attribute(self._plain, stretch, *sentence, self._words)
        before = self._found[number - 1].closed if number else 0
        behind = self._found[number + 1].opened if number + 1 < len(self._found) else len(self._text)
        return self._attributing.of(stretch, *sentence, before, behind)

    def _implied(self, stretch: Stretch, sentence: tuple[int, int], own: Attribution | None) -> bool:
        """Whether the sentence reports what the one spoken of before has said: "He was (sei) “a fool”", "Añadió: …"."""
        speech = self._words.speech
        if own is not None and own.cue is not None and (speech.drops or speech.topics):
            return True
        return self._words.reported.search(self._plain, *sentence) is not None

    def _speech(self, stretch: Stretch, own: Attribution | None, sentence: tuple[int, int], implied: bool) -> bool:
        if self._words.speech.topics:
            return particles.is_speech(self._text, stretch, own)
        return is_speech(self._text, stretch, own, sentence, self._words, implied=implied)

    def _speaker(
        self,
        stretch: Stretch,
        sentence: tuple[int, int],
        own: Attribution | None,
        last: tuple[Stretch, Speaker | None] | None,
    ) -> Speaker | None:
        if own is not None and own.said is not None:
            return self._resolved(own.said)
        if self._plain[sentence[0] : stretch.opened].strip():
            return None  # a part of a sentence in which nobody is said to speak
        return self._carried(stretch, last)

    def _resolved(self, said: Said) -> Speaker:
        if not self._words.speech.topics:
            return self._who.resolve(said, self._antecedent(said) if said.pronoun else None)
        name = particles.full_name(self._text[said.start : said.end], "")
        name = particles.shared(name, self._names[-_REMEMBERED:]) or name
        self._names.append(name)
        return Speaker(name, said.start, said.end, None)

    def _antecedent(self, pronoun: Said) -> Said | None:
        """The subject of the sentence before a pronoun's, in its paragraph."""
        for begin, end in self._sentences.before(pronoun.start):
            if (said := self._subjects.first(begin, end)) is not None:
                return None if said.pronoun else said
        return None

    def _about(self, start: int, end: int) -> Said | None:
        """Who a sentence without quotations is about, as far as its beginning tells."""
        end = min(end, start + _BEGINNING)
        if self._words.speech.topics:
            return particles.topic(self._plain, start, end, self._names[-_REMEMBERED:])
        return self._attributing.teller(start, end) or self._subjects.first(start, end)

    def _carried(self, stretch: Stretch, last: tuple[Stretch, Speaker | None] | None) -> Speaker | None:
        """Who speaks a quotation that stands alone: who the sentence before is about, or who has just spoken."""
        start = self._sentences.paragraph(stretch.opened)[0]
        for begin, end in self._sentences.before(stretch.opened):
            if last is not None and begin < last[0].closed <= end:
                return last[1]
            said = self._about(begin, end)
            if said is not None:
                return self._resolved(said)
        if last is None or self._plain[last[0].closed : start].partition("\n")[2].strip():
            return None  # nobody has spoken, or something else has been told since
        return self._answering(stretch, last[0]) or last[1]

    def _answering(self, stretch: Stretch, last: Stretch) -> Speaker | None:
        """Who speaks a line of a dialogue: of question and answer, the one who spoke before the last."""
        if len(self._turns) <= 1 or self._sentences.paragraph(stretch.opened)[0] <= last.closed:
            return None
        before, latest = self._turns[-2:]
        if before is None or latest is None or before.name == latest.name:
            return None
        return before if "?" in (last_sign(self._text, last), last_sign(self._text, stretch)) else None
