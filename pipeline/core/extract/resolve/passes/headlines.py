"""Lines with a capital on every word: there a capital says nothing, and a model reads half the headline as a name."""

import re
from collections.abc import Iterator

from pipeline.core.extract.resolve.article import Article, Found, Names, Taken, Word, without_overlaps
from pipeline.core.extract.resolve.passes.headline_words import FIRST_NAMES, HEADLINE_WORDS
from pipeline.core.extract.resolve.passes.known_organisations import KNOWN_ORGANISATIONS
from pipeline.core.extract.resolve.passes.repeats import last_name
from pipeline.core.extract.resolve.passes.vocabulary import NUMBERS
from pipeline.core.extract.resolve.seen import seen
from pipeline.core.extract.resolve.votes import Votes, vote, winner

_SHORTEST = 4  # words of a headline
_LONGEST = 30
_WHOLE = 0.8  # of the headline's letters; so much of it is no person's name
_SHARE = 0.8  # of the words that a headline would write with a capital
_NAMES_ONLY = 4  # words of a name that nothing else in the article speaks for
_SMALL = frozenset("a an and as at but by for from in into of on or over per the to up via vs with nor v".split())
# Papers and channels, whose last word headlines are made of too
_PRESS = re.compile(r"(?:[A-Z]\w+ ){1,2}(?:News|Post|Times)")
_JOINTS = frozenset("of the and for de la & in on".split())


def apply(article: Article, spans: list[Found]) -> list[Found]:
    """Keep in such lines what the text names elsewhere, and names without a word that headlines are made of."""
    capitals = list(lines_in_capitals(article))
    if not capitals:
        return spans
    taken = seen(article, spans).taken
    there = {span for start, end, _ in capitals for span in taken.overlapping(start, end) if span[2] not in NUMBERS}
    if not there:
        return spans
    inside = [span for span in spans if span in there]
    outside = [span for span in spans if span not in there]
    known = Names(_known(article, outside))
    parts = [part for span in inside for part in _clean(article, span, known)]
    return without_overlaps([*outside, *parts])


def lines_in_capitals(article: Article) -> Iterator[Found]:
    """Headlines in title case, as spans without a label."""
    start = 0
    for line in article.text.split("\n"):
        end = start + len(line)
        if 2 * _SHORTEST <= len(line) <= 300 and line.rstrip()[-1:] not in (".", ","):
            words = article.texts[article.first_word(start) : article.first_word(end)]
            if _in_capitals(words):
                yield Found(start, end, "")
        start = end + 1


def _in_capitals(words: list[str]) -> bool:
    if not _SHORTEST <= len(words) <= _LONGEST:
        return False
    large = [word for word in words if word not in _SMALL and word[0].isalpha()]
    capitals = sum(word[0].isupper() for word in large)
    if len(large) < _SHORTEST - 1 or capitals < _SHARE * len(large) or all(map(str.isupper, large)):
        return False
    return any(word.lower() in HEADLINE_WORDS for word in large)


def _known(article: Article, spans: list[Found]) -> dict[str, str]:
    """What the running text names, with its type, and its persons' last names."""
    votes = Votes()
    for span in spans:
        if span.label not in NUMBERS:
            name = article.surface(span)
            vote(votes, name, span.label)
            if span.label == "PERSON" and (last := last_name(name)) is not None:
                vote(votes, last, "PERSON")
    return {name: winner(count) for name, count in votes.items()}


def _clean(article: Article, span: Found, known: Names) -> Iterator[Found]:
    surface = article.surface(span)
    if surface in known.labels:
        yield Found(span.start, span.end, known.labels[surface])
        return
    if span.label == "ORG" and (surface in KNOWN_ORGANISATIONS or _PRESS.fullmatch(surface)):
        yield span
        return
    words = article.words_of(span)
    runs = list(_runs(words, span.label))
    if span.label == "PERSON" and len(words) >= _SHORTEST and _is_headline(article, span):
        yield from article.occurrences(known, span.start, span.end)
        return
    if len(runs) == 1 and len(runs[0]) == len(words) and _stands(article, span, words):
        yield span
        return
    taken = list(article.occurrences(known, span.start, span.end))
    yield from taken
    free = Taken(taken)
    for run in runs:
        part = Found(run[0].start, run[-1].end, span.label)
        if free.free(part.start, part.end) and len(run) < len(words) and _speaks(article, part, run):
            yield part


def _is_headline(article: Article, span: Found) -> bool:
    return span.start < article.headline_end and span.end - span.start > _WHOLE * article.headline_end


def _runs(words: list[Word], label: str) -> Iterator[list[Word]]:
    """The words between those of headlines, without a joint at either end."""
    run: list[Word] = []
    for word in [*words, None]:
        first = label == "PERSON" and word is words[0] and word.text.lower() in FIRST_NAMES
        if word is not None and (first or word.text in _JOINTS or not _common(word.text)):
            run.append(word)
            continue
        while run and run[-1].text in _JOINTS:
            run.pop()
        while run and run[0].text in _JOINTS:
            run = run[1:]
        if run:
            yield run
        run = []


def _common(text: str) -> bool:
    return text.lower() in HEADLINE_WORDS and not (text.isupper() and len(text) > 1)


def _stands(article: Article, span: Found, words: list[Word]) -> bool:
    """Whether a whole span may be a name."""
    if span.label == "WORK_OF_ART":
        return article.text[span.start - 1 : span.start] in ("“", '"', "‘", "'")
    return len(words) <= _NAMES_ONLY or not all(word.text.lower() in article.lowered for word in words[-2:])


def _speaks(article: Article, span: Found, run: list[Word]) -> bool:
    """Whether what is left of a span is a name: a place, or words that the text has nowhere in small letters."""
    if article.gazetteer.is_place(article.surface(span)):
        return True
    return span.label in ("PERSON", "ORG", "GPE") and not any(word.text.lower() in article.lowered for word in run)
