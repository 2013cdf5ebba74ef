"""Articles for the benchmarks: made up, uncleaned, of about 1,120 words, the same for the same seed.

They are what a scraper hands over: a headline, a byline, a dateline, paragraphs with as many names as news has, and a
list of related headlines at the end. `--data` takes real ones from the evaluation data instead.
"""

import json
import random
from collections.abc import Iterator
from pathlib import Path

WORDS = 1120

_FIRST = "Maria Tomas Lucia Henrik Aisha Pavel Ingrid Samuel Noor Elena Viktor Chen Rosa Daniel Fatima Oskar Leila Ruth"
_LAST = "Keller Lindqvist Ferrante Okafor Novak Haddad Moreau Tanaka Brandt Silva Petrov Byrne Castillo Weiss Adeyemi"
_PLACES = (
    "Geneva Valparaiso Hamburg Nairobi Warsaw Lisbon Osaka Montreal Tunis Ankara Jakarta Lima Chicago Tallinn Cairo"
)
_COUNTRIES = "Chile Kenya Poland Portugal Japan Canada Tunisia Turkey Indonesia Peru Estonia Egypt Norway Ghana Vietnam"
_BODIES = (
    "the World Health Organization|the Dockers' Federation|Nordwind Energy|the European Commission|the Central Bank|"
    "the Harbour Authority|Castillo & Weiss Ltd|the University of Tartu|the Ministry of Labour|the Court of Appeal"
).split("|")
_ROLES = "labour minister|chief executive|spokesman|economist|mayor|union leader|judge|researcher|envoy".split("|")
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
_OPENINGS = (
    "{person}, the {role} of {body}, said on {day} that {claim}.",
    "{body_} told reporters in {place} on {day} that {claim}.",
    '"We have waited long enough," said {person}, adding that {claim}.',
    "According to a report seen by {body}, {claim}.",
    "{country} and {country2} agreed last year that {claim}, although {person} warned that {claim2}.",
    "In {place}, where {body} has its seat, {claim}.",
    "It was the {nth} time since {year} that {claim}.",
    "{person_last} did not say whether {claim}, and {body} declined to comment.",
)
_CLAIMS = (
    "the {noun} would be {done} before the end of {month}",
    "more than {number} people had {acted} over the {noun}",
    "the {noun} cost {country} about ${number} million last year",
    "nobody had expected the {noun} to be {done} so soon",
    "the {adjective} {noun} could not be {done} without new money",
    "a {adjective} {noun} would help the region around {place}",
)
_NOUNS = (
    "strike agreement harbour pipeline budget reform inquiry railway harvest hospital ceasefire tariff merger election "
    "dam vaccine bridge airport pension contract refinery archive ferry festival drought treaty observatory census"
)
_DONE = "approved finished delayed withdrawn signed published abandoned extended financed examined reopened suspended"
_ACTED = "protested travelled signed complained moved voted appealed gathered"
_ADJECTIVES = "new costly long-delayed unpopular temporary regional secret modest ambitious controversial joint"
_MONTHS = "January February March April May June July August September October November December"
_RELATED = (
    "{country}: {noun_} {done} After Talks in {place}",
    "{body_} Faces Questions Over {noun_}",
    "{person} Named {role_} of {body}",
    "Thousands March in {place} Over {noun_}",
    "{country} and {country2} Close to a Deal on {noun_}",
)


def articles(count: int, *, seed: int = 7, data: Path | None = None) -> Iterator[bytes]:
    """`count` raw articles as they are published, each with an id."""
    texts = _real(data) if data else None
    for number in range(count):
        text = texts[number % len(texts)] if texts else article(random.Random(f"{seed}-{number}"))
        yield json.dumps({"id": f"bench-{number}", "source": "benchmark", "text": text}).encode()


def article(chance: random.Random) -> str:
    """One article of about WORDS words."""
    head = [_fill("{person} Says {noun_} in {place} Will Be {done}", chance), _fill("{place} Courier", chance)]
    paragraphs = [_fill("{place}, {number} {month} - ", chance) + _sentence(chance)]
    related = ["", "", *(_fill(chance.choice(_RELATED), chance) for _ in range(12))]
    words = len(" ".join([*head, *related]).split())
    while words + sum(len(paragraph.split()) for paragraph in paragraphs) < WORDS:
        paragraphs.append(" ".join(_sentence(chance) for _ in range(chance.randint(1, 3))))
    return "\n\n".join([*head, *paragraphs, *related])


def _sentence(chance: random.Random) -> str:
    claims = {"claim": _fill(chance.choice(_CLAIMS), chance), "claim2": _fill(chance.choice(_CLAIMS), chance)}
    sentence = _fill(chance.choice(_OPENINGS), chance, **claims)
    return sentence[0].upper() + sentence[1:]


def _fill(pattern: str, chance: random.Random, **known: str) -> str:
    def pick(words: str) -> str:
        return chance.choice(words.split())

    body, noun, last = chance.choice(_BODIES), pick(_NOUNS), pick(_LAST)
    return pattern.format(
        person=f"{pick(_FIRST)} {last}",
        person_last=last,
        place=pick(_PLACES),
        country=pick(_COUNTRIES),
        country2=pick(_COUNTRIES),
        body=body,
        body_=body[0].upper() + body[1:],
        role=(role := chance.choice(_ROLES)),
        role_=role.title(),
        day=pick(_DAYS),
        month=pick(_MONTHS),
        noun=noun,
        noun_=noun.title(),
        done=pick(_DONE),
        acted=pick(_ACTED),
        adjective=pick(_ADJECTIVES),
        nth=pick("second third fourth fifth tenth"),
        number=chance.randint(2, 900),
        year=chance.randint(1975, 2019),
        **known,
    )


def _real(data: Path) -> list[str]:
    lines = (data / "boilerplate" / "dev.jsonl").open()
    texts = ["\n".join(part["text"] for part in json.loads(line)["lines"]) for line in lines]
    return [text for text in texts if WORDS * 0.5 < len(text.split()) < WORDS * 2]
