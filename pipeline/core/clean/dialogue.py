"""Dialogues: an interview's questions and answers, told by "Q:" and "A:" in front of them, are the article's own.

Short answers to short questions ("Q: Favorite books?") look like a list of links, and nothing of them like the prose
above. That who asks and who answers take turns tells them from anything that stands below an article.
"""

import re
from collections.abc import Sequence

from pipeline.core.clean.lines import Line
from pipeline.core.languages import LANGUAGES

_QUESTIONS = frozenset().union(*(language.questions for language in LANGUAGES.values()))
_ANSWERS = frozenset().union(*(language.answers for language in LANGUAGES.values()))
_TURN = re.compile(r"\W?(\w{1,12})\s?[:：.]\s*\S")
# Most lines have no colon within so many characters, nor a stop or a wide colon behind their first letter.
_HEAD, _BEHIND_LETTER = 15, (".", "：")
# So many questions and so many answers make a dialogue; an answer may have so many more paragraphs.
_FEWEST, _GOES_ON = 2, 3


def dialogues(lines: Sequence[Line]) -> list[range]:
    """The dialogues of an article, each from its first turn to its last, as ranges of lines."""
    near = [n for n, line in enumerate(lines) if line.text.find(":", 1, _HEAD) > 0 or line.text[1:2] in _BEHIND_LETTER]
    turns = [(number, label) for number in near if (label := _label(lines[number].text))]
    runs: list[list[tuple[int, str]]] = []
    for turn in turns:
        if runs and turn[0] - runs[-1][-1][0] <= _GOES_ON + 1:
            runs[-1].append(turn)
        else:
            runs.append([turn])
    return [range(run[0][0], run[-1][0] + 1) for run in runs if _takes_turns([label for _, label in run])]


def _label(text: str) -> str:
    """The word of a question or an answer that a line begins with, in small letters; nothing where none does."""
    found = _TURN.match(text)
    label = found[1].lower() if found else ""
    return label if label in _QUESTIONS or label in _ANSWERS else ""


def _takes_turns(labels: Sequence[str]) -> bool:
    """Whether one word asks and another answers, each more than once."""
    asked = {label for label in labels if label in _QUESTIONS and labels.count(label) >= _FEWEST}
    answered = {label for label in labels if label in _ANSWERS and labels.count(label) >= _FEWEST}
    return any(question != answer for question in asked for answer in answered)
