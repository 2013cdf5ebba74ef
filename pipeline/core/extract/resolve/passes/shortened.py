"""Companies that are given in full once and by their first words from then on: "Halden Shipping Corp", "Halden"."""

from functools import lru_cache

from pipeline.core.extract.resolve.article import Article, Found, without_overlaps
from pipeline.core.extract.resolve.passes.repeats import unnamed
from pipeline.core.extract.resolve.passes.vocabulary import LEGAL_FORMS, NUMBERS, TITLES
from pipeline.core.extract.resolve.patterns import REMEMBERED
from pipeline.core.extract.resolve.seen import seen

_SHORTEST = 4  # letters of a short form


def apply(article: Article, spans: list[Found]) -> list[Found]:
    """Give the short forms the company's type, and add those that stand without their legal form and were missed."""
    companies = [name for name in seen(article, spans).of("ORG") if _forms(name)]
    if not companies:
        return spans
    short, stems = _short_forms(article, spans, companies)
    if not short:
        return spans
    relabelled = _relabelled(article, spans, short)
    missed = unnamed(article, relabelled, dict.fromkeys(stems, "ORG"))
    return relabelled if not missed and seen(article, relabelled).apart else without_overlaps([*relabelled, *missed])


def _relabelled(article: Article, spans: list[Found], short: set[str]) -> list[Found]:
    now = seen(article, spans)
    if not any(name in short and label != "ORG" and label not in NUMBERS for name, label in now.told):
        return spans
    return [
        Found(span.start, span.end, "ORG") if span.label not in NUMBERS and name in short else span
        for name, span in zip(now.names, spans, strict=True)
    ]


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
    persons = {word for name in seen(article, spans).of("PERSON") for word in name.split()[1:]}
    short: set[str] = set()
    stems: set[str] = set()
    for forms in map(_forms, companies):
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
