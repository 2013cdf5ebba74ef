"""One name has one type in an article: what the model reads most often.

Gale, Church and Yarowsky, "One sense per discourse", 1992.
"""

from pipeline.core.extract.resolve.article import Article, Found
from pipeline.core.extract.resolve.passes.repeats import begins_sentence
from pipeline.core.extract.resolve.passes.vocabulary import NUMBERS
from pipeline.core.extract.resolve.seen import seen
from pipeline.core.extract.resolve.votes import winner

# In a headline, and where a sentence begins, there is less around a name to tell its type by.
_LESS = 0.9


def apply(article: Article, spans: list[Found]) -> list[Found]:
    """Give every mention of a name the type that most of its mentions have.

    Of two that are as frequent it is the one that the name has within sentences, then the first.
    """
    divided = {name for name, count in seen(article, spans).votes.items() if len(count) > 1}
    if not divided:
        return spans
    weights: dict[str, dict[str, float]] = {name: {} for name in divided}
    for span in spans:
        name = article.surface(span)
        if name in divided and span.label not in NUMBERS:
            weight = weights[name]
            weight[span.label] = weight.get(span.label, 0.0) + _weight(article, span)
    said = {name: winner(weight) for name, weight in weights.items()}
    return [
        Found(span.start, span.end, said.get(article.surface(span), span.label)) if span.label not in NUMBERS else span
        for span in spans
    ]


def _weight(article: Article, span: Found) -> float:
    headline = span.start < article.headline_end
    return _LESS if headline or begins_sentence(article, article.first_word(span.start)) else 1.0
