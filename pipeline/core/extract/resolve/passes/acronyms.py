"""An acronym in brackets is the same thing as the name before it: "World Health Organization (WHO)"."""

import re

from pipeline.core.extract.resolve.article import Article, Found, Taken, without_overlaps

_BRACKETED = re.compile(r"\s?[(\[]\s?([A-Z][A-Za-z&-]{0,12}[A-Z][a-z]?)\s?[)\]]")
_AND = re.compile(r"\s(?:and|&)\s")
_SHORTEST, _LONGEST = 2, 7  # letters of an acronym that stands alone
_SKIPPED = frozenset("of the for and in on to a de des du la et y".split())


def apply(article: Article, spans: list[Found]) -> list[Found]:
    """Name the acronym as the name before it is named, here and wherever it stands alone."""
    label_of = {short: span.label for span, short, _ in pairs(article, spans)}
    if not label_of:
        return spans
    relabelled = [Found(span.start, span.end, label_of.get(article.surface(span), span.label)) for span in spans]
    taken = Taken(relabelled)
    missed = [found for found in article.occurrences(label_of) if taken.free(found.start, found.end)]
    return without_overlaps([*relabelled, *missed])


def pairs(article: Article, spans: list[Found]) -> list[tuple[Found, str, int]]:
    """Each name that an acronym follows, the acronym, and where it starts."""
    found = []
    for span in spans:
        match = _BRACKETED.match(article.text, span.end)
        if match is not None and span.label != "PERSON" and stands_for(match.group(1), article.surface(span)):
            found.append((span, match.group(1), match.start(1)))
    return found


def stands_for(short: str, name: str) -> bool:
    """Whether the capitals of `short` are initials of the words of `name`, in order.

    Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions", PSB 2003, match single
    letters; initials alone are stricter and enough for names.
    """
    words = re.split(r"[\s/-]+", name)
    initials = "".join(word[0] for word in words if word and word.lower() not in _SKIPPED).upper()
    every = "".join(word[0] for word in words if word).upper()
    capitals = "".join(character for character in short if character.isupper())
    if len(capitals) < 2 or len(words) < 2:
        return False
    # "Centers for Disease Control and Prevention (CDC)": what follows "and" may be left out.
    short_of = "".join(word[0] for word in _AND.split(name)[0].split() if word.lower() not in _SKIPPED).upper()
    return capitals in (initials, every) or (len(capitals) > 2 and capitals == short_of)


def is_acronym(name: str) -> bool:
    """Whether the name is of capitals only, as "WHO" and "F.E.C." are."""
    letters = name.replace(".", "")
    return _SHORTEST <= len(letters) <= _LONGEST and letters.isalpha() and letters.isupper()
