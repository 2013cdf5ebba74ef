"""Companies that are given in full once and by their first words from then on: "Halden Shipping Corp", "Halden"."""

from pipeline.core.extract.resolve.article import Article, Found, without_overlaps
from pipeline.core.extract.resolve.passes.repeats import unnamed
from pipeline.core.extract.resolve.passes.vocabulary import LEGAL_FORMS, NUMBERS, TITLES

_SHORTEST = 4  # letters of a short form


def apply(article: Article, spans: list[Found]) -> list[Found]:
    """Give the short forms the company's type, and add those that stand without their legal form and were missed."""
    short, stems = _short_forms(article, spans)
    if not short:
        return spans
    relabelled = [
        Found(span.start, span.end, "ORG") if span.label not in NUMBERS and article.surface(span) in short else span
        for span in spans
    ]
    return without_overlaps([*relabelled, *unnamed(article, relabelled, dict.fromkeys(stems, "ORG"))])


def _short_forms(article: Article, spans: list[Found]) -> tuple[set[str], set[str]]:
    """What companies with a legal form may be called for short, and the part of it that is all but that form."""
    known = article.gazetteer
    persons = {word for span in spans if span.label == "PERSON" for word in article.surface(span).split()[1:]}
    short: set[str] = set()
    stems: set[str] = set()
    for span in spans:
        words = article.surface(span).split()
        size = len(words)
        while size > 1 and words[size - 1].strip(".,") in LEGAL_FORMS:
            size -= 1
        if span.label != "ORG" or size == len(words):
            continue
        for length in range(1, size + 1):
            name = " ".join(words[:length]).rstrip(",")
            if len(name) < _SHORTEST or known.is_place(name) or name in known.nationalities or name in persons:
                continue
            if words[length - 1] in TITLES or not words[length - 1][:1].isupper():
                continue
            short.add(name)
            if length == size:
                stems.add(name)
    return short, stems
