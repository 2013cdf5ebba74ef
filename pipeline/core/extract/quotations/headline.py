"""Who speaks the quotation of a headline that names nobody: who says it below, or is the article's one voice."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from pipeline.core.records import Quotation, Speaker

_WORD = re.compile(r"[^\W_]+")
_SAME = 0.6  # share of the headline's words that the article's quotation has
_FEW = 3  # words, or letters where no spaces part words, that say too little
_LONGEST = 300  # characters of a headline
_VOICE = 3  # quotations of the one whom an article is about


def with_headline(text: str, quotations: Sequence[Quotation], spaced: bool) -> list[Quotation]:
    """The quotations; those of the first line that have no speaker get one."""
    end = text.find("\n", 0, _LONGEST)
    return [
        replace(one, speaker=_echo(one, quotations[number + 1 :], spaced))
        if one.speaker is None and one.end <= end
        else one
        for number, one in enumerate(quotations)
    ]


def _echo(headline: Quotation, below: Sequence[Quotation], spaced: bool) -> Speaker | None:
    own = _units(headline.text, spaced)
    for one in below:
        if len(own) >= _FEW and len(own & _units(one.text, spaced)) >= _SAME * len(own):
            return one.speaker
    voices = Counter(one.speaker.name for one in below if one.speaker is not None)
    name, times = voices.most_common(1)[0] if voices else ("", 0)
    if times < _VOICE or 2 * times < len(below):
        return None
    return next(one.speaker for one in below if one.speaker is not None and one.speaker.name == name)


def _units(text: str, spaced: bool) -> set[str]:
    return set(_WORD.findall(text.lower())) if spaced else {text[at : at + 2] for at in range(len(text) - 1)}
