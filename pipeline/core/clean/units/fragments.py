"""Fragments: what stood in lines of its own before a text lost its breaks, and has no stop to tell where it ends.

"… in March. Latest News Cup Final Moved Why Bread Costs More This Winter": no rule finds those lines again, and none
has to. Fragments that are as long as such lines and begin where one could begin are judged as the lines would be.
"""

import re
from collections.abc import Iterator, Sequence

from pipeline.core.clean.units.openers import opens
from pipeline.core.languages import LANGUAGES
from pipeline.core.reasons import RemovedReason

_WORD = re.compile(r"\S+")
_LETTERS = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_STOP_CHARS = 12
_STOP = re.compile(r"[.!?…؟。！？۔।][\"'”’“‘»›«‹)\]]*\Z")
# Scripts that are written without spaces: a space between two of their signs was a break.
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uff00-\uffef。、「」『』【】（）]")
_FIRST_UNSPACED = "\u3000"
# Phrases of several words count if sentences have no use for them: "Latest News" is one, what parts of a site and of
# an article are called ("World News", "Sports Desk") is none.
_IN_SENTENCES = (RemovedReason.NAVIGATION, RemovedReason.TAGS)
_FURNITURE = frozenset().union(*(language.furniture_lines for language in LANGUAGES.values())) | {
    phrase
    for language in LANGUAGES.values()
    for reason, phrases in language.furniture.items()
    for phrase in phrases
    if " " in phrase and "*" not in phrase and reason not in _IN_SENTENCES
}
_FURNITURE_WORDS = max(len(line.split()) for line in _FURNITURE)
_FURNITURE_STARTS = frozenset(line.split()[0] for line in _FURNITURE)
_EDGES = " .:|•·-–—»›[]()!"
# Behind these a sentence goes on, whatever the next word looks like.
_GOES_ON = (",", ";", ":", "-", "–", "—", "(", "&", "/", '"', "“", "‘", "«", "„")
# Words of a fragment, at least; from so many on any word that could begin a line does, or any word at all.
_FEWEST, _ENOUGH, _MOST = 4, 9, 14
# Prose has more words of the commonest kind than headlines and menus have; no sentence has so many words.
_PROSE_SHARE, _NO_SENTENCE = 0.3, 80


def fragments(sentence: str, known: frozenset[str]) -> Iterator[tuple[int, int]]:
    """The parts of a sentence that may have stood alone, as (start, end); mostly the whole sentence.

    `known` are the commonest words of its language.
    """
    cuts = sorted(set(_cuts(sentence.split(), known)))
    if not cuts:
        yield 0, len(sentence)
        return
    found = [match.span() for match in _WORD.finditer(sentence)]
    start = 0
    for cut in cuts:
        yield start, found[cut - 1][1]
        start = found[cut][0]
    yield start, len(sentence)


def _cuts(words: Sequence[str], known: frozenset[str]) -> Iterator[int]:
    """The numbers of the words that fragments begin with, but for the first."""
    capitals = [number for number, word in enumerate(words) if not word[0].islower()]
    if len(capitals) <= 1 and words and _STOP.search(words[-1]):
        return
    start = 0
    for at in capitals:
        if at >= start and (length := _furniture_at(words, at, known, begins=at == start)):
            yield from _parted(words[start:at], start, known)
            start = at + length
            yield from (cut for cut in (at, start) if 0 < cut < len(words))
    yield from (number for number in capitals if number and _unspaced(words[number - 1], words[number]))
    yield from _parted(words[start:], start, known)


def _parted(words: Sequence[str], first: int, known: frozenset[str]) -> Iterator[int]:
    """Where sentences and lines begin in a stretch without furniture, whose own number in the sentence is `first`."""
    capitals = [number for number in range(2, len(words) - 2) if not words[number][0].islower()]
    yield from (first + number for number in capitals if _begins_sentence(words, number, known))
    if not _is_sentence(words, known):
        yield from (first + number for number in _lines(words, known))


def _furniture_at(words: Sequence[str], at: int, known: frozenset[str], *, begins: bool) -> int:
    """How many words of furniture stand there, with what could begin a line behind them.

    One word alone may be the first of a sentence ("Video games …", "Photo Ark …") and is furniture only where it
    begins a fragment and another begins behind it. Behind a common word a sentence goes on ("in Social Media").
    """
    if words[at].lower().strip(_EDGES) not in _FURNITURE_STARTS or words[at][0].islower():
        return 0
    for length in range(min(_FURNITURE_WORDS, len(words) - at), 0, -1):
        if " ".join(words[at : at + length]).lower().strip(_EDGES) not in _FURNITURE:
            continue
        following = words[at + length] if at + length < len(words) else ""
        if length > 1 and (not following or _capital(following)) and (begins or words[at - 1].lower() not in known):
            return length
        if begins and (
            opens(following, known) or (following and _furniture_at(words, at + length, known, begins=True))
        ):
            return length
    return 0


def _capital(word: str) -> bool:
    letters = _LETTERS.search(word)
    return letters is not None and not letters[0][0].islower()


def length(text: str) -> int:
    """A text's length in characters; those of scripts that are written without spaces say as much as two others."""
    return len(text) if text.isascii() else len(text) + len(_UNSPACED.findall(text))


def _unspaced(before: str, word: str) -> bool:
    return word[0] >= _FIRST_UNSPACED and _UNSPACED.match(word) is not None and _UNSPACED.match(before[-1]) is not None


def _begins_sentence(words: Sequence[str], at: int, known: frozenset[str]) -> bool:
    """Whether a sentence begins there, behind a line without a stop: "… for a fifth month The decision came …"."""
    before = words[at - 1]
    return (
        opens(words[at], known)
        and not before.endswith(_GOES_ON)
        and before.lower() not in known
        and any(word[0].islower() for word in words[at + 1 : at + 3])
    )


def ends_sentence(text: str) -> bool:
    """Whether a stop ends a text."""
    return _STOP.search(text, max(0, len(text) - _STOP_CHARS)) is not None


def _is_sentence(words: Sequence[str], known: frozenset[str]) -> bool:
    """Whether these words are a sentence: by their stop, or as prose; nothing that is too long for one is."""
    if not words or len(words) > _NO_SENTENCE:
        return not words
    if _STOP.search(words[-1]):
        return True
    return sum(map(known.__contains__, words)) >= _PROSE_SHARE * len(words)


def _lines(words: Sequence[str], known: frozenset[str]) -> Iterator[int]:
    """Where lines without stops may begin: at capitals, and after many words anywhere."""
    start = 0
    for at in range(1, len(words) - 1):
        length = at - start
        if length >= _FEWEST and (length >= _MOST or _begins_line(words, at, known, early=length < _ENOUGH)):
            yield at
            start = at


def _begins_line(words: Sequence[str], at: int, known: frozenset[str], *, early: bool) -> bool:
    before = words[at - 1]
    if not early:
        return _capital(words[at])
    return _capital(words[at]) and before[0].islower() and not before.endswith(_GOES_ON) and before not in known
