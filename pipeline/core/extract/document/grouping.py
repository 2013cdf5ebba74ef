"""From spans to entities: one for each thing, with its canonical name, every mention and the other names for it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from pipeline.core.extract.document.folding import folded, without_article
from pipeline.core.extract.document.organisations import join_acronyms, join_organisations
from pipeline.core.extract.document.persons import join_persons
from pipeline.core.extract.document.places import join_places, spelled
from pipeline.core.extract.document.unions import Unions
from pipeline.core.extract.resolve.article import Article, Found
from pipeline.core.extract.resolve.passes.acronyms import pairs
from pipeline.core.extract.resolve.passes.vocabulary import PLACES
from pipeline.core.extract.resolve.patterns import REMEMBERED
from pipeline.core.extract.resolve.votes import Votes, vote, winner

_SHORTEST = {"place": 3, "PERSON": 3}  # letters of a name in capitals that is the same in small letters ...
_OLYMPICS = frozenset({"Olympic", "Olympics", "Olympic Games"})
# Before a name
_RELATIVE = re.compile(
    r"\b(?:(?:grand|step)?(?:father|mother|son|daughter)s?|brothers?|sisters?|siblings?|wife|husband|widow|widower|uncle|"
    r"aunt|cousin|nephew|niece|parents|twin),? $"
)
_READ = 16  # characters before a name
_MANY = 100  # words; more than a name has
_SHORTEST_OTHER = 4  # ... since "WHO" is not "Who"


@dataclass(slots=True)
class Thing:
    """What several spans name: `name` is the canonical surface, `spans` stand in the order of the text.

    A place that the text has only in capitals has its name in small letters.
    """

    name: str
    label: str
    spans: list[Found] = field(default_factory=list)


def group(article: Article, spans: list[Found]) -> list[Thing]:
    """The things that `spans` name, in the order of their first mention."""
    text = article.text
    keys = [(_in_line(text[start:end]), "place" if label in PLACES else label) for start, end, label in spans]
    families = _families(spans, keys)
    explained = [(*_key(article, span), short) for span, short, _ in pairs(article, spans)]
    unclear: dict[str, str] = {}
    meant = {family: _meant(article, explained, family, votes, unclear) for family, votes in families.items()}
    recent: dict[str, str] = {}
    things: dict[tuple[str, str], Thing] = {}
    for span, (name, family) in zip(spans, keys, strict=True):
        canonical = meant[family][name]
        if family == "PERSON" and unclear:
            canonical = recent.get(name, canonical)
            # Whoever of a last name was named in full most recently is meant by it alone.
            if name in unclear and (unclear[name] not in recent or not _is_relative(article, span)):
                recent[unclear[name]] = canonical
        thing = things.get((canonical, family))
        if thing is None:
            label = winner(families[family][canonical])
            shown = spelled(canonical, article.gazetteer) if family == "place" else canonical
            thing = things[canonical, family] = Thing(shown, label)
        thing.spans.append(span)
    return list(things.values())


def _is_relative(article: Article, span: Found) -> bool:
    """Whether a person is introduced as somebody's: "his father Jonas Lind" is not who Lind is from then on."""
    return _RELATIVE.search(article.text, max(0, span.start - _READ), span.start) is not None


def _key(article: Article, span: Found) -> tuple[str, str]:
    start, end, label = span
    return _in_line(article.text[start:end]), _family(label)


@lru_cache(maxsize=REMEMBERED)
def _in_line(name: str) -> str:
    """With single spaces between its words."""
    return " ".join(name.split())


def _family(label: str) -> str:
    """Kinds of places are one family: a model takes the same name now for one, now for another."""
    return "place" if label in PLACES else label


def _families(spans: list[Found], keys: list[tuple[str, str]]) -> dict[str, Votes]:
    """For each family its names in the order of the text, and how often each has which label."""
    found: dict[str, Votes] = {}
    for span, (name, family) in zip(spans, keys, strict=True):
        vote(found.setdefault(family, {}), name, span.label)
    return found


def _meant(
    article: Article, explained: list[tuple[str, str, str]], family: str, votes: Votes, unclear: dict[str, str]
) -> dict[str, str]:
    """For each name of a family the canonical one of what it means.

    `explained` are names and families that the text gives with an acronym, and that. `unclear` takes in the full names
    of persons of whom several share a last name, and that.
    """
    counts = {name: sum(count.values()) for name, count in votes.items()}
    same = Unions(counts)
    _join_spellings(counts, family, same)
    for name, own, short in explained:
        if own == family and short in counts:
            same.join(name, short)
    if family == "PERSON":
        unclear |= join_persons(counts, same)
    elif family == "ORG":
        join_organisations(counts, article.gazetteer, same)
    elif family == "place":
        join_places(counts, article.gazetteer, same)
    elif family != "NORP":
        join_acronyms(counts, same)
        if family == "EVENT":
            _join_events(counts, same)
        elif family == "LAW":
            _join_cases(counts, same)
    found: dict[str, str] = {}
    for names in same.sets():
        best = names[0] if len(names) == 1 else max(names, key=lambda one: _rank(one, family, counts))
        found |= dict.fromkeys(names, best)
    return found


def _join_spellings(counts: Mapping[str, int], family: str, same: Unions[str]) -> None:
    """Join what differs by apostrophes, accents, full stops, "the", letter case, or the plural of a people."""
    first: dict[str, str] = {}
    for name in counts:
        other = first.setdefault(_form(name, family), name)
        if other is not name:
            same.join(other, name)


@lru_cache(maxsize=REMEMBERED)
def _form(name: str, family: str) -> str:
    """What the spellings of a name have in common."""
    form = _plain(name)
    if not form.isupper() or len(form) >= _SHORTEST.get(family, _SHORTEST_OTHER):
        form = form.lower()
    return form.removesuffix("s") if family == "NORP" else form


def _join_cases(counts: Mapping[str, int], same: Unions[str]) -> None:
    """Join a case with its first party, as which the text may speak of it."""
    parties = {name.partition(" v. ")[0]: name for name in counts if " v. " in name}
    for party in parties.keys() & counts.keys():
        same.join(parties[party], party)


def _join_events(counts: Mapping[str, int], same: Unions[str]) -> None:
    """Join an event of two words or more with the one longer name that ends with it, and the forms of Olympic Games."""
    games = [name for name in counts if name in _OLYMPICS]
    for name in games[1:]:
        same.join(games[0], name)
    for name in counts:
        ending = " Olympics" if name in _OLYMPICS else f" {name}"
        longer = [other for other in counts if other.endswith(ending) and other not in _OLYMPICS]
        if ending.count(" ") > (name not in _OLYMPICS) and len({same.root(other) for other in longer}) == 1:
            same.join(longer[0], name)


def _plain(name: str) -> str:
    return without_article(folded(name)).replace("-", " ")


def _rank(name: str, family: str, counts: Mapping[str, int]) -> tuple[bool, bool, int, int, int]:
    """How well a name stands for all of its thing: written out, in full, as the text mostly has it."""
    written = not name.startswith(("The ", "the ")), not name.isupper()
    if family == "PERSON":
        words = name.split()
        in_full = sum(len(word.strip(".")) > 1 for word in words)
        return *written, in_full * _MANY + len(words), counts[name], len(name)
    return *written, -len(name) if family == "NORP" else len(name), counts[name], 0
