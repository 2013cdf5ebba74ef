"""Whether an article is a story that was seen before: published twice, updated, or built around a pasted block.

Only sentences tell: pages full of furniture have nearly all their lines in common and are stories of their own.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.core.records import SeenLine

_COPY = 0.5  # share of an article's sentences, in letters, that one earlier story holds
_FEWEST = 100  # letters of sentences; fewer are a quote or a disclaimer
_ALL = 0.98  # of an article without sentences: the same list again
_BLOCK = 300  # letters of sentences that two stories have in common: a pasted background
_SPREAD = 5  # a line of so many stories says nothing about copies


@dataclass(frozen=True, slots=True)
class Kin:
    """The earlier story that an article has most in common with; `copy`: it is that story, else they share a block."""

    story: int
    copy: bool


def kin_of(lines: Sequence[SeenLine], stories: Sequence[Sequence[int]]) -> Kin | None:
    """What an article is a copy of, or shares a block with; None when it is a story of its own.

    `stories` are the earlier ones that had each of its lines.
    """
    votes: Counter[int] = Counter()
    sentences: Counter[int] = Counter()
    for line, had in zip(lines, stories, strict=True):
        for story in had if len(had) < _SPREAD else ():
            votes[story] += line.size
            sentences[story] += line.size if line.sentence else 0
    if not votes:
        return None
    story, held = max(sentences.items(), key=lambda vote: (vote[1], votes[vote[0]], vote[0]))
    whole = sum(line.size for line in lines if line.sentence)
    if held >= max(_FEWEST, _COPY * whole):
        return Kin(story, copy=True)
    if not whole:
        story, held = max(votes.items(), key=lambda vote: (vote[1], vote[0]))
        return Kin(story, copy=True) if held >= _ALL * sum(line.size for line in lines) else None
    return Kin(story, copy=False) if held >= _BLOCK else None
