"""Companies that are given in full once and by their first words from then on: "Halden Shipping Corp", "Halden"."""

from functools import lru_cache

from pipeline.core.extract.resolve.article import Article, Found, without_overlaps
from pipeline.core.extract.resolve.passes.repeats import unnamed
from pipeline.core.extract.resolve.passes.vocabulary import LEGAL_FORMS, NUMBERS, TITLES
from pipeline.core.extract.resolve.patterns import REMEMBERED

_SHORTEST = 4  # letters of a short form


def apply(article: Article, spans: list[Found]) -> list[Found]:
    """Give the short forms the company's type, and add those that stand without their legal form and were missed."""
    text = article.text
    companies = [name for start, end, label in spans if label == "ORG" and _forms(name := text[start:end])]
    if not companies:
        return spans
    short, stems = _short_forms(article, spans, companies)
    if not short:
        return spans
    relabelled = [
        Found(span.start, span.end, "ORG") if span.label not in NUMBERS and article.surface(span) in short else span
        for span in spans
    ]
    return without_overlaps([*relabelled, *unnamed(article, relabelled, dict.fromkeys(stems, "ORG"))])


@lru_cache(maxsize=REMEMBERED)
def _forms(name: str) -> tuple[str, ...]:
    """The first words of a company with a legal form, one word, two and so on; nothing without such a form."""
    words = name.split()
    size = len(words)
    while size > 1 and words[size - 1].strip(".,") in LEGAL_FORMS:
        size -= 1
    return () if size == len(words) else tuple(" ".join(words[: number + 1]) for number in range(size))


def _short_forms(article: Article, spans: list[Found], companies: list[str]) -> tuple[set[str], set[str]]:
    """What `companies` may be called for short, and the part of it that is all but the legal form."""
    known = article.gazetteer
    persons = {word for span in spans if span.label == "PERSON" for word in article.surface(span).split()[1:]}
    short: set[str] = set()
    stems: set[str] = set()
    for forms in map(_forms, dict.fromkeys(companies)):
        for form in forms:
            name, last = form.rstrip(","), form.rpartition(" ")[2]
            if len(name) < _SHORTEST or known.is_place(name) or name in known.nationalities or name in persons:
                continue
            if last in TITLES or not last[:1].isupper():
                continue
            short.add(name)
            if form is forms[-1]:
                stems.add(name)
    return short, stems
