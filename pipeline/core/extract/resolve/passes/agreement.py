"""One name has one type in an article: what the model reads most often.

Gale, Church and Yarowsky, "One sense per discourse", 1992.
"""

from collections import Counter

from pipeline.core.extract.resolve.article import Article, Found
from pipeline.core.extract.resolve.passes.vocabulary import NUMBERS


def apply(article: Article, spans: list[Found]) -> list[Found]:
    """Give every mention of a name the type that most of its mentions have, the first of two that are as frequent."""
    votes: dict[str, Counter[str]] = {}
    for span in spans:
        if span.label not in NUMBERS:
            votes.setdefault(article.surface(span), Counter())[span.label] += 1
    winner = {name: count.most_common(1)[0][0] for name, count in votes.items()}
    return [
        Found(span.start, span.end, winner.get(article.surface(span), span.label))
        if span.label not in NUMBERS
        else span
        for span in spans
    ]
