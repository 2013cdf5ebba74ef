"""How well places are put on the map: accuracy@161, certainty, what each piece of evidence is worth, speed.

    python benchmarks/evaluate_places.py --data ../shared/eval [--cross] [--misses]

DATA/geo/dev.jsonl holds news with the coordinates of its places (GeoVirus, TR-News), DATA/score_geo.py the scorer. A
country is right when its code is, any other place when it lies within 161 km (100 miles). The first table is the
scorer's, over the records as the pipeline writes them. --cross finds the weights anew on each of the two corpora and
tells what they give on the other (two minutes).
"""

import argparse
import dataclasses
import json
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from pipeline.core.extract import Document, Extractor, ExtractSettings
from pipeline.core.extract.gazetteer import Gazetteer
from pipeline.core.extract.places.atlas import Atlas
from pipeline.core.extract.places.choosing import NEAR, Weights
from pipeline.core.extract.places.columns import distances, points
from pipeline.core.extract.places.locate import Located, Named, locate

# Each row of the table without one piece of evidence.
EVIDENCE: dict[str, dict[str, Any]] = {
    "all evidence": {},
    "no company at all": {"named_country": 0, "main_country": 0, "named_region": 0, "listed": 0, "near": 0},
    "no countries named": {"named_country": 0, "main_country": 0},
    "no regions named": {"named_region": 0, "listed": 0},
    "no nearness": {"near": 0},
    "nothing the text says": {"within": 0, "qualifies": 0},
    "no population": {"population": 0},
    "no far-fetched places": {"far_fetched": 0},
}
# What the search may change, and to what.
STEPS = (0.6, 0.8, 1.25, 1.6)
SEARCHED = (
    "population country region district natural capital city_over_region uncertain_country alias named_country "
    "named_region listed near within qualifies nowhere"
).split()


@dataclass(frozen=True)
class Case:
    """A document with its things and, for each marked place, which of them it is (None when it was not found)."""

    source: str
    text: str
    things: list[Named]
    gold: list[tuple[dict[str, Any], int | None]]


def main() -> int:
    """Print the tables; 2 when the data is not there."""
    asked = _arguments()
    path = asked.data / "geo" / "dev.jsonl"
    if not path.is_file():
        print(f"No places to score against: {path} is not there. Name the folder by --data.", file=sys.stderr)
        return 2
    gold = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    extractor = Extractor.load(ExtractSettings())
    found = extractor.extract([Document(text=row["text"], language="en") for row in gold])
    _official(asked, path, [(row["id"], one.entities) for row, one in zip(gold, found, strict=True)])
    cases = [_case(row, one.entities) for row, one in zip(gold, found, strict=True)]
    _evidence(cases)
    _certainty(cases)
    _speed(cases)
    if asked.cross:
        _cross(cases)
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/eval"))
    parser.add_argument("--cross", action="store_true", help="find the weights on one corpus, score the other")
    parser.add_argument("--misses", action="store_true", help="list what was put wrong or nowhere")
    return parser.parse_args()


def _official(asked: argparse.Namespace, path: Path, records: Iterable[tuple[str, Any]]) -> None:
    """What the scorer of the data says of the records."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as out:
        for number, entities in records:
            out.write(json.dumps({"id": number, "entities": [dataclasses.asdict(one) for one in entities]}) + "\n")
        out.flush()
        scorer = [sys.executable, str(asked.data / "score_geo.py"), str(path), out.name]
        print(f"{path}, by score_geo.py", flush=True)
        subprocess.run([*scorer, "--misses", "100000" if asked.misses else "0"], check=True)


def _case(row: dict[str, Any], entities: Sequence[Any]) -> Case:
    things = [Named((e.name, *e.aliases), e.type, [(m.start, m.end) for m in e.mentions]) for e in entities]
    gold = []
    for place in row["places"]:
        over = (
            number
            for number, thing in enumerate(things)
            if any(span[0] < place["end"] and place["start"] < span[1] for span in thing.spans)
        )
        gold.append((place, next(over, None)))
    return Case(row["source"], row["text"], things, gold)


def _judged(cases: list[Case], weights: Weights | None = None) -> Iterable[tuple[str, bool, Located | None, bool]]:
    """Of each marked place: its corpus, whether it is a country, where it was put, whether that is right."""
    atlas, known = Atlas.load(), Gazetteer.load()
    for case in cases:
        places = locate(case.text, case.things, atlas, known, weights=weights)
        for gold, number in case.gold:
            place = places[number] if number is not None else None
            yield case.source, "country" in gold, place, place is not None and _right(gold, place)


def _right(gold: dict[str, Any], located: Located) -> bool:
    if "country" in gold:
        return bool(located.place.country == gold["country"])
    spots = [(gold["lat"], gold["lon"]), (located.place.latitude, located.place.longitude)]
    both = points(*zip(*spots, strict=True))
    return float(distances(both[:, :1], both[:, 1:])[0, 0]) <= NEAR


def _scores(cases: list[Case], weights: Weights | None = None) -> dict[str, float]:
    right: dict[str, list[bool]] = defaultdict(list)
    for source, _, _, is_right in _judged(cases, weights):
        right[source].append(is_right)
    return {source: float(np.mean(values)) for source, values in sorted(right.items())}


def _evidence(cases: list[Case]) -> None:
    print("\nWhat each piece of evidence is worth, accuracy@161")
    for name, changed in EVIDENCE.items():
        scores = _scores(cases, dataclasses.replace(Weights(), **changed))
        print(f"{name:24}", "  ".join(f"{source} {score:.3f}" for source, score in scores.items()))


def _certainty(cases: list[Case]) -> None:
    print("\nHow often places other than countries are right, by certainty")
    judged = [(place.certainty, right) for _, country, place, right in _judged(cases) if place and not country]
    for low in (0.0, 0.3, 0.5, 0.7, 0.9, 0.99):
        some = [right for certainty, right in judged if certainty >= low]
        print(f"at least {low:.2f}  {len(some):5} places  {np.mean(some):.3f} right")


def _speed(cases: list[Case]) -> None:
    atlas, known = Atlas.load(), Gazetteer.load()
    spent = []
    for case in cases:
        began = time.process_time()
        locate(case.text, case.things, atlas, known)
        spent.append(time.process_time() - began)
    print(f"\n{1000 * np.mean(spent):.2f} ms of CPU time an article, {1000 * max(spent):.1f} ms at most")


def _cross(cases: list[Case]) -> None:
    print("\nWeights found anew on one corpus, scored on the other")
    sources = sorted({case.source for case in cases})
    for seen in sources:
        own = [case for case in cases if case.source == seen]
        others = [case for case in cases if case.source != seen]
        weights = _search(own)
        first = ", ".join(f"{source} {score:.3f}" for source, score in _scores(own, weights).items())
        second = ", ".join(f"{source} {score:.3f}" for source, score in _scores(others, weights).items())
        print(f"found on {first}: {second}", flush=True)


def _search(cases: list[Case]) -> Weights:
    """Two rounds of trying each weight smaller and larger, from round numbers that nobody has fitted."""
    best = Weights(**START)
    (score,) = _scores(cases, best).values()
    for name in SEARCHED * 2:
        for step in STEPS:
            tried = dataclasses.replace(best, **{name: getattr(best, name) * step})
            (reached,) = _scores(cases, tried).values()
            if reached > score:
                best, score = tried, reached
    return best


# Where the search begins: numbers that nobody has fitted.
START: dict[str, Any] = {
    "population": 1.0, "country": 4.0, "region": 1.0, "district": -1.0, "natural": 1.0, "capital": 1.0,
    "city_over_region": 2.0, "uncertain_country": 2.0, "alias": -1.0, "named_country": 2.0, "named_region": 2.0,
    "listed": 1.0, "near": 2.0, "within": 4.0, "qualifies": 4.0, "nowhere": 4.0, "site": 1.0,
}  # fmt: skip

if __name__ == "__main__":
    sys.exit(main())
