"""From spans to entities: one for each thing, with its canonical name, every mention and the other names for it."""

from collections import Counter
from dataclasses import dataclass, field

from pipeline.core.extract.resolve.article import Article, Found
from pipeline.core.extract.resolve.passes.acronyms import pairs
from pipeline.core.extract.resolve.passes.repeats import last_name
from pipeline.core.extract.resolve.passes.vocabulary import PLACES


@dataclass(slots=True)
class Thing:
    """What several spans name: `name` is the canonical surface, `spans` stand in the order of the text."""

    name: str
    label: str
    spans: list[Found] = field(default_factory=list)


def group(article: Article, spans: list[Found]) -> list[Thing]:
    """The things that `spans` name, in the order of their first mention."""
    labels = _labels(article, spans)
    canonical = _canonical(article, spans, labels)
    things: dict[tuple[str, str], Thing] = {}
    for span in spans:
        key = canonical[_key(article, span)]
        things.setdefault(key, Thing(*key)).spans.append(span)
    return list(things.values())


def _key(article: Article, span: Found) -> tuple[str, str]:
    return " ".join(article.surface(span).split()), _family(span.label)


def _family(label: str) -> str:
    """Kinds of places are one family: a model takes the same name now for one, now for another."""
    return "place" if label in PLACES else label


def _labels(article: Article, spans: list[Found]) -> dict[tuple[str, str], str]:
    """For each name and family the label that it has most often, the first of equals."""
    votes: dict[tuple[str, str], Counter[str]] = {}
    for span in spans:
        votes.setdefault(_key(article, span), Counter())[span.label] += 1
    return {key: count.most_common(1)[0][0] for key, count in votes.items()}


def _canonical(
    article: Article, spans: list[Found], labels: dict[tuple[str, str], str]
) -> dict[tuple[str, str], tuple[str, str]]:
    """For each surface the name and label of the thing that it stands for."""
    target = {key: key for key in labels}
    for span, short, _ in pairs(article, spans):
        key = _key(article, span)
        if (short, key[1]) in target and key != (short, key[1]):
            target[short, key[1]] = key
    target |= _persons(labels)
    target |= _same_country(article, labels)
    target |= _same_but_case(labels)
    return {key: _end(key, target, labels) for key in labels}


def _end(
    key: tuple[str, str], target: dict[tuple[str, str], tuple[str, str]], labels: dict[tuple[str, str], str]
) -> tuple[str, str]:
    seen = {key}
    while (following := target[key]) not in seen:
        seen.add(following)
        key = following
    return key[0], labels[key]


def _persons(labels: dict[tuple[str, str], str]) -> dict[tuple[str, str], tuple[str, str]]:
    """Last names and first names point to the one person given in full who has them; between two they stay alone."""
    full = [name for name, family in labels if family == "PERSON" and len(name.split()) > 1]
    by_part: dict[str, set[str]] = {}
    for name in full:
        parts = name.split()
        for part in {" ".join(parts[number:]) for number in range(1, len(parts))} | {parts[0], last_name(name) or ""}:
            by_part.setdefault(part, set()).add(name)
        if len(parts) > 2:
            by_part.setdefault(f"{parts[0]} {parts[-1]}", set()).add(name)
    found = {}
    for name, family in labels:
        longer = by_part.get(name, set()) - {name}
        # "Anna Lind" and "Anna Maria Lind" share a last name; the longest form that contains all others is meant.
        if family == "PERSON" and longer:
            longest = max(sorted(longer), key=len)
            if all(set(other.split()) <= set(longest.split()) for other in longer):
                found[name, family] = (longest, family)
    return found


def _same_country(article: Article, labels: dict[tuple[str, str], str]) -> dict[tuple[str, str], tuple[str, str]]:
    """ "U.S.", "US" and "United States" are one country, under the first of the longest names used."""
    countries = article.gazetteer.country_names
    by_code: dict[str, list[str]] = {}
    for name, family in labels:
        if family == "place" and countries.get(name):
            by_code.setdefault(countries[name], []).append(name)
    return {
        (name, "place"): (max(names, key=len), "place")
        for names in by_code.values()
        for name in names
        if len(names) > 1
    }


def _same_but_case(labels: dict[tuple[str, str], str]) -> dict[tuple[str, str], tuple[str, str]]:
    """A name in capitals, as in a headline, is the one that is written in small letters elsewhere."""
    cased = {(name.upper(), family): (name, family) for name, family in labels if not name.isupper()}
    return {key: cased[key] for key in labels if key[0].isupper() and len(key[0]) > 4 and key in cased}
