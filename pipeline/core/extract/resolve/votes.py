"""How often a name has which label, counted in plain dictionaries: an article has hundreds of such counts."""

from collections.abc import Iterable, Mapping

from pipeline.core.extract.resolve.article import Article, Found
from pipeline.core.extract.resolve.passes.vocabulary import NUMBERS

Votes = dict[str, dict[str, int]]


def votes(article: Article, spans: Iterable[Found]) -> Votes:
    """How often each name has each label, in the order of the text; numbers are no names."""
    text, found = article.text, Votes()
    for start, end, label in spans:
        if label not in NUMBERS:
            vote(found, text[start:end], label)
    return found


def vote(found: Votes, name: str, label: str) -> None:
    """Count one more."""
    count = found.get(name)
    if count is None:
        found[name] = {label: 1}
    else:
        count[label] = count.get(label, 0) + 1


def winner(count: Mapping[str, float]) -> str:
    """The label with most votes, the first of equals."""
    return next(iter(count)) if len(count) == 1 else max(count, key=count.__getitem__)
