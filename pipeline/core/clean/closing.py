"""What closes an article and is none of it, told by what was found and decided: its author's life, a list of headlines.

An end that is chosen for the whole article leaves the first headlines of a list, where they could be the article's own
last lines. As a list, with those below it that went, they could not.
"""

from bisect import bisect
from collections.abc import Iterator, Sequence

from pipeline.core.clean.front import is_biography
from pipeline.core.clean.judged import Judged, probabilities
from pipeline.core.clean.units.fragments import ends_sentence
from pipeline.core.reasons import RemovedReason

# A list of headlines: so many lines, of so many words and characters; how likely boilerplate together, and each alone.
_FEWEST, _WORDS, _LONGEST, _TOGETHER, _ALONE = 3, 3, 120, 0.45, 0.3
_FIRST, _DENSE_CHARS = 0.1, 8
# What a loss may weigh at most for lines below a header to go, and how likely boilerplate they are together at least.
_HEADED_COST, _HEADED = 1.0, 0.5
# So few lines between the header and more furniture go however they look.
_BETWEEN = 3
# So many digits stand in hours and results rather than in a headline; a list with digits in more than so many of its
# lines is the article's own, of dates or results.
_FIGURES, _DATED = 5, 0.6
# So many lines stand above it at least, the last of them a sentence.
_ABOVE = 3
_GOES_ON = (":", "：", ";", ",", "،")
_BULLETS = frozenset("-*•–·([")


def cut_closing(one: Judged, cost: float) -> None:
    """Cut what tells about the author, and what is left of a list of headlines at the end. `cost`: see decide."""
    front, units = one.front, one.text.units
    at_front = front.lines
    # Furniture is as sure as can be, and must not make what stands around it look like a list.
    left = [number for number in range(len(units)) if number not in one.reasons]
    if cost <= _HEADED_COST:
        for number in _below_header(one, left):
            one.cut[number] = one.cut[number] or number not in at_front
    reasons = dict(one.reasons)
    for number in range(len(units)) if front.authors else ():
        if number not in at_front and is_biography(units[number].text, front.authors):
            one.cut[number] = True
            reasons.setdefault(number, RemovedReason.AUTHOR_BIO)
    one.reasons = reasons
    texts, cut = [units[number].text for number in left], [one.cut[number] for number in left]
    followed = bool(left) and left[-1] < len(units) - 1
    for place in _closing_list(texts, probabilities(one.scores[left]), cut, max(cost, 1.0), followed):
        one.cut[left[place]] = one.cut[left[place]] or left[place] not in at_front


def _below_header(one: Judged, left: Sequence[int]) -> Sequence[int]:
    """The lines from below the first header of a list ("Related articles") to the end, if all of them are short.

    The header must stand below a sentence: one in the middle of a list of the article's own says nothing. Up to three
    lines may stand between it and more furniture ("Latest News", a headline, "Share on Facebook"); a single line must.
    """
    units = one.text.units
    headers = (number for number, reason in one.reasons.items() if reason is RemovedReason.RELATED_HEADLINE)
    for header in sorted(headers):
        place = bisect(left, header)
        below = left[place:]
        told = place > 0 and ends_sentence(units[left[place - 1]].text.rstrip())
        sure = sum(probabilities(one.scores[below])) >= _HEADED * len(below)
        between = 0 < len(below) <= _BETWEEN and below[-1] < len(units) - 1
        if told and (between or (sure and len(below) > 1)) and all(_is_listed(units[number].text) for number in below):
            return below
    return ()


def _is_listed(text: str) -> bool:
    """Whether a line may stand in a list of other articles: a headline, or when and by whom it was written."""
    text = text.strip()
    short = len(text) <= _LONGEST and sum(map(str.isdigit, text)) < _FIGURES
    return short and not ends_sentence(text) and not text.endswith(_GOES_ON)


def _closing_list(
    texts: Sequence[str], scores: Sequence[float], cut: Sequence[bool], cost: float, followed: bool = False
) -> Iterator[int]:
    """The lines of a list of headlines that what is kept ends with; nothing where it ends otherwise.

    A list that nothing was cut from counts when furniture follows it (`followed`).
    """
    end = len(texts)
    while end and cut[end - 1]:
        end -= 1
    first, last = end, end
    while first and _is_headline(texts[first - 1]):
        first -= 1
    while last < len(texts) and _is_headline(texts[last]):
        last += 1
    run = range(first, last)
    if (
        (last == end and not (followed and end == len(texts)))
        or len(run) < _FEWEST
        or first < _ABOVE
        or not ends_sentence(texts[first - 1].rstrip())
    ):
        return
    if sum(any(map(str.isdigit, texts[number])) for number in run) > _DATED * len(run):
        return
    sure = sum(scores[number] for number in run) >= cost * _TOGETHER * len(run)
    # The first headline stands below prose and always looks most like it; three that are left vouch for it.
    vouched = scores[first] >= _FIRST and end - first >= _FEWEST
    if sure and all(scores[number] >= _ALONE for number in range(first + vouched, end)):
        yield from run


def _is_headline(text: str) -> bool:
    """Whether a line has the shape of a headline: short, without a stop, and no item of a list of the article's own."""
    text = text.strip()
    words = text.split()
    long = len(words) >= _WORDS or (len(text) >= _DENSE_CHARS and not text.isascii())
    figures = sum(map(str.isdigit, text)) >= _FIGURES
    begins = text[0] not in _BULLETS and not text[0].islower() and not text[0].isdigit()
    return (
        long
        and len(text) <= _LONGEST
        and begins
        and not figures
        and not text.endswith(_GOES_ON)
        and not ends_sentence(text)
    )
