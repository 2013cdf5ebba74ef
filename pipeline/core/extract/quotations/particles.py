"""Quotations in a language that writes no spaces, where particles tell who speaks: Japanese."""

import re
from collections.abc import Sequence

from pipeline.core.extract.quotations.attribution import Attribution
from pipeline.core.extract.quotations.marks import Stretch
from pipeline.core.extract.quotations.subjects import Said
from pipeline.core.extract.quotations.words import Words

_AGE = r"(?:[（(][^）)\n]{1,15}[）)])?"  # "(27)", "(2年)" between a name and its particle
_NAME = r"([^\s、。「」『』（）()\x00はがも]{2,24})" + _AGE
_SUBJECT = re.compile(_NAME + r"[はがも](?=[^はがも]*$)")
_BEHIND = re.compile(r"と、?" + _NAME + r"[はが]")
_NEXT = re.compile(r"[。、]*(?:[^\s。「」『』\x00はが]{1,30}、)?" + _NAME + r"[はが]")
_TOPIC = re.compile(_NAME + r"[はがも]")
_SELF = "自身"
_ONE_OF = frozenset(("一人", "1人", "ひとり"))
_CALLED = re.compile(r"と?(?:いう|いった|した|する|は[、。]|の)")
_FRAGMENT = 6  # characters of a quotation without a particle behind it
_LONGEST_HEADLINE = 100  # characters
_HONORIFIC = re.compile(r"(?:さん|氏|選手|監督|議員|委員長|会長|代表|市長|知事|弁護士|大臣|首相|社長|相|教授)$")


def attribute(plain: str, stretch: Stretch, start: int, end: int, words: Words) -> Attribution | None:
    """Who speaks; the sentence is `start:end`, masked. None when it does not read as speech."""
    behind = plain[stretch.closed : min(len(plain), stretch.closed + 80)]
    sentence = (
        re.split(r"[。\n]", behind.lstrip("。"))[0] if behind.startswith("。") else re.split(r"[。\n]", behind)[0]
    )
    cue = words.cue.search(sentence)
    quoted = behind.startswith(tuple(words.speech.quotatives)) and not _CALLED.match(behind)
    at = stretch.closed + len(behind) - len(behind.lstrip("。"))
    where = (at + cue.start(), at + cue.end()) if cue and behind.startswith("。") else None
    if where is None and cue:
        where = (stretch.closed + cue.start(), stretch.closed + cue.end())
    match = _BEHIND.match(behind)
    if match and quoted:
        return Attribution(_said(stretch.closed, match), where, True)
    if quoted and (before := _SUBJECT.search(plain[start : stretch.opened])):
        return Attribution(_said(start, before), where, True)
    if behind.startswith("。") and cue and (match := _NEXT.match(behind)):
        return Attribution(_said(stretch.closed, match), where, True)
    return Attribution(None, where, True) if quoted and cue else None


def is_speech(text: str, stretch: Stretch, found: Attribution | None) -> bool:
    """Not a title in 『』, nor a word in 「」 that nobody says."""
    if text[stretch.opened] == "『":
        return False
    length = stretch.end - stretch.start
    ends = text[stretch.closed : stretch.closed + 1] in "。\n"  # an end of the text too
    if found is not None or (length >= 3 * _FRAGMENT and ends):
        return True
    before = text[stretch.opened - 1 : stretch.opened]
    if before == "。" and ends:
        return length >= 2 * _FRAGMENT  # a sentence of its own
    headline = stretch.opened <= _LONGEST_HEADLINE and "\n" not in text[: stretch.opened]
    return headline and length > _FRAGMENT + 2 and (ends or not before) and before in ("", " ", "　")


def topic(plain: str, start: int, end: int, known: Sequence[str]) -> Said | None:
    """The person that a sentence is about: a name with a title, or of one of the `known` speakers."""
    for match in _TOPIC.finditer(plain, start, end):
        name = match.group(1).removesuffix(_SELF)
        if _HONORIFIC.search(name) is not None or shared(full_name(name, ""), known) is not None:
            return Said(match.start(1), match.start(1) + len(name))
    return None


def full_name(name: str, before: str) -> str:
    """The name without its title; of a short one the full name that the text has given before."""
    bare = _HONORIFIC.sub("", name)
    bare = re.split(r"の|に対し|を", bare)[-1]
    if bare in _ONE_OF:
        return name  # "one of the ministers" has no name
    return bare if len(bare) > 1 else name


def shared(name: str, known: Sequence[str]) -> str | None:
    """The first of the `known` names that begins with `name`."""
    return next((one for one in known if one != name and one.startswith(name)), None)


def _said(offset: int, match: re.Match[str]) -> Said:
    return Said(offset + match.start(1), offset + match.end(1))
