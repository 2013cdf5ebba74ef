"""Who speaks inside the marks: French papers write « It rains, says she. It pours. » as one quotation."""

import re

from pipeline.core.extract.quotations.marks import Stretch
from pipeline.core.extract.quotations.words import Words

_NOUN_PHRASE = re.compile(r",\s(?:(qui|dont|où)\b|(\d+)\s|(?:l[ea]\s|l['’]|une?\s)?([^\W\d_]+))")
_TO_ITS_END = re.compile(r"[^.,;:!?…»«\n]{0,120}(?=[.,]|\s*$)")
_SUBJECT = re.compile(r"(?<![\w-])(?:j['’]|c['’]|je|il|elle|on|nous|vous|ils|elles|ça)(?!\w)")
_APPOSITIONS = 3  # "says Lind, a sailor from Moss, on deck."
# French words that begin no apposition: behind a comma they go on with what is quoted.
_GOES_ON = frozenset(
    """
    et mais ou donc or ni car que parce puisque comme si quand lorsque je j tu il elle on nous vous ils elles c ce ça
    cela y en ne n pas plus pour par avec sans dans sur sous chez de d du des à au aux les mon ma mes ton ta tes son sa
    ses notre nos votre vos leur leurs même surtout alors puis aussi là ici tout tous toute toutes rien personne voilà
    parfois souvent peut est s se m me t te lui moi toi eux ces cet cette quelque plutôt jamais toujours déjà encore
    bien mal très trop oui non après avant depuis parmi selon notamment pourtant
    """.split()
)


def parted(text: str, stretches: list[Stretch], words: Words) -> list[Stretch]:
    """The stretches, each cut where its language says inside it who speaks; that clause belongs to neither part."""
    if not words.speech.incises:
        return stretches
    return [part for stretch in stretches for part in _parts(text, stretch, words)]


def _parts(text: str, stretch: Stretch, words: Words) -> list[Stretch]:
    match = words.incise.search(text, stretch.start, stretch.end)
    if match is None or match.start() == stretch.start:
        return [stretch]
    first = Stretch(stretch.start, match.start(), stretch.opened, match.start())
    after = _end(text, match.end(), stretch.end, words)
    while after < stretch.end and text[after] in ".,":
        after += 1
    while after < stretch.end and text[after] in " \u00a0\u202f":
        after += 1
    if after >= stretch.end:
        return [first]
    return [first, *_parts(text, Stretch(after, stretch.end, after, stretch.closed), words)]


def _end(text: str, end: int, limit: int, words: Words) -> int:
    """Where the clause ends with what is added about the speaker: "says Lind, a sailor from Moss."."""
    for _ in range(_APPOSITIONS):
        match = _NOUN_PHRASE.match(text, end, limit)
        if match is None:
            break
        noun = match[3]
        if noun is not None and not _describes(text, match, words):
            break
        rest = _TO_ITS_END.match(text, match.end(), limit)
        if rest is None or (noun is not None and _SUBJECT.search(rest.group())):
            break
        end = rest.end()
    return end


def _describes(text: str, match: re.Match[str], words: Words) -> bool:
    """Whether a noun behind a comma tells who the speaker is."""
    noun = match[3]
    if noun.lower() in words.speech.roles:
        return True
    if noun[0].isupper() or noun.lower() in _GOES_ON or text[match.end() : match.end() + 1] in "'’-":
        return noun[0].isupper() and text[match.end() : match.end() + 2].strip()[:1].isupper()
    return match.start(3) == match.start() + 2  # a noun without an article
