"""One name has one type in an article: what the model reads most often.

Gale, Church and Yarowsky, "One sense per discourse", 1992.
"""

from pipeline.core.extract.resolve.article import Article, Found
from pipeline.core.extract.resolve.passes.vocabulary import NUMBERS
from pipeline.core.extract.resolve.votes import votes, winner


def apply(article: Article, spans: list[Found]) -> list[Found]:
    """Give every mention of a name the type that most of its mentions have, the first of two that are as frequent."""
    counted = votes(article, spans)
    divided = {name: winner(count) for name, count in counted.items() if len(count) > 1}
    if not divided:
        return spans
    return [
        Found(span.start, span.end, divided.get(article.surface(span), span.label))
        if span.label not in NUMBERS
        else span
        for span in spans
    ]
