"""Train the md model's `ner` component on news, and say how good it has become.

    python -m training.train_ner validate --data ../shared/eval    cross-validation, and without each source in turn
    python -m training.train_ner ship --data ../shared/eval        the weights that Dateline loads

Both need DATA/ner/dev.jsonl, and the first DATA/score_ner.py. The same data, seed and processor give the same weights.
Sources that ask for share-alike are scored and never trained on.
"""

import argparse
import importlib.util
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
from spacy.language import Language

from pipeline.core.extract import models, tuning
from pipeline.core.extract.gazetteer import Gazetteer
from pipeline.core.extract.reading import Reader
from pipeline.core.extract.resolve import resolve
from pipeline.core.extract.resolve.article import Article, Found
from training.ner_data import SHARE_ALIKE, Gold, fold_of, read, reference
from training.ner_loop import Piece, Recipe, prepare, train
from training.ner_network import Parameters, get, nodes, put
from training.ner_threshold import raised

FOLDS = 3
VERSION = "news-1"
TARGET = Path("pipeline/core/extract/en_core_web_md.tuned.npz")
# Chosen by cross-validation; see docs/entities.md for what else was tried.
RECIPE = Recipe(epochs=16, rate=2e-3, dropout=0.35, share=0.75)
SEEDS = (0,)

Split = tuple[str, list[int], list[int]]


class Workshop:
    """The base model, the documents, and what is computed once for all trainings."""

    def __init__(self, data: Path) -> None:
        self.gold = read(data / "ner" / "dev.jsonl")
        self.nlp: Language = models.load("md", tuned=False).nlp
        self.model = self.nlp.get_pipe("ner").model
        self.base = get(self.model)
        self.plain = self.predict(range(len(self.gold)))
        self._pieces: dict[int, list[Piece]] = {}

    def allowed(self) -> list[int]:
        """The documents that weights may be trained on."""
        return [number for number, document in enumerate(self.gold) if document.source not in SHARE_ALIKE]

    def pieces(self, number: int) -> list[Piece]:
        """A document as the training takes it; the base model's own reading fills what its corpus does not mark."""
        if number not in self._pieces:
            document = self.gold[number]
            silver = [(span.start, span.end, span.label) for span in self._resolved(number, self.plain[number], True)]
            self._pieces[number] = prepare(self.nlp, [reference(self.nlp, document, silver)], seed=number)
        return self._pieces[number]

    def train(self, numbers: Iterable[int]) -> Parameters:
        """The mean of the weights that each seed leads to, made more cautious."""
        parts = [piece for number in numbers for piece in self.pieces(number)]
        trained = [train(self.base, parts, Recipe(**{**vars(RECIPE), "seed": seed})) for seed in SEEDS]
        mean = {key: np.mean([one[key] for one in trained], axis=0) for key in self.base}
        return raised(self.nlp, mean)

    def predict(self, numbers: Iterable[int], parameters: Parameters | None = None) -> dict[int, list[Found]]:
        """What the model reads in documents, with other parameters if given."""
        chosen = list(numbers)
        if parameters is not None:
            put(self.model, parameters)
        found = Reader(self.nlp).read([self.gold[number].text for number in chosen])
        if parameters is not None:
            put(self.model, self.base)
        return dict(zip(chosen, found, strict=True))

    def rows(self, found: dict[int, list[Found]], resolved: bool) -> list[dict[str, Any]]:
        """Predictions as the scorer takes them, before or after the resolution."""
        out = []
        for number, raw in found.items():
            spans = self._resolved(number, raw, False) if resolved else raw
            entities = [{"start": span.start, "end": span.end, "type": span.label} for span in spans]
            out.append({"id": self.gold[number].id, "entities": entities})
        return out

    def _resolved(self, number: int, raw: list[Found], numbers: bool) -> list[Found]:
        return resolve(Article(self.gold[number].text, Gazetteer.load()), raw, numbers=numbers)


def main() -> int:
    """Run what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["validate", "ship"])
    parser.add_argument("--data", type=Path, default=Path("../shared/eval"))
    asked = parser.parse_args()
    if not (asked.data / "ner" / "dev.jsonl").is_file():
        print(
            f"Nothing to train on: {asked.data}/ner/dev.jsonl is not there. Name the folder by --data.", file=sys.stderr
        )
        return 2
    shop = Workshop(asked.data)
    if asked.what == "ship":
        _ship(shop)
    else:
        _validate(shop, _load(asked.data / "score_ner.py"), asked.data / "ner" / "dev.jsonl")
    return 0


def _ship(shop: Workshop) -> None:
    new = shop.train(shop.allowed())
    places = {(id(node), name): key for key, (node, name) in nodes(shop.model).items()}
    differences = {
        key: new[places[id(node), name]] - shop.base[places[id(node), name]]
        for key, node, name in tuning.parameters(shop.model)
        if (id(node), name) in places
    }
    TARGET.write_bytes(tuning.pack(shop.model, differences, VERSION))
    print(f"{TARGET}: {TARGET.stat().st_size:,} bytes, {len(shop.allowed())} documents")


def _validate(shop: Workshop, scorer: ModuleType, path: Path) -> None:
    rows = scorer.read(path)
    print("strict F1 / document F1 of documents that the weights were not trained on, in per cent\n")
    allowed = shop.allowed()
    folds: list[Split] = [
        (
            str(fold),
            [number for number in allowed if fold_of(shop.gold[number], FOLDS) != fold],
            [number for number in allowed if fold_of(shop.gold[number], FOLDS) == fold],
        )
        for fold in range(FOLDS)
    ]
    # What may not be trained on is read by the weights of the first fold.
    folds[0][2].extend(number for number in range(len(shop.gold)) if number not in allowed)
    _report(shop, scorer, rows, f"{FOLDS}-fold by document", folds)
    _report(shop, scorer, rows, "without the source", [_without(shop.gold, name) for name in ("wikigold", "gum")])


def _without(gold: list[Gold], name: str) -> Split:
    test = [number for number, document in enumerate(gold) if document.source.startswith(name)]
    train_on = [
        number
        for number, document in enumerate(gold)
        if not document.source.startswith(name) and document.source not in SHARE_ALIKE
    ]
    return name, train_on, test


def _report(shop: Workshop, scorer: ModuleType, rows: list[dict[str, Any]], title: str, splits: list[Split]) -> None:
    tuned: dict[int, list[Found]] = {}
    for _, train_on, test in splits:
        tuned |= shop.predict(test, shop.train(train_on))
    plain = {number: shop.plain[number] for number in tuned}
    score: Callable[..., Any] = scorer.score
    print(title)
    for name, found in (("plain", plain), ("tuned", tuned)):
        for resolved in (False, True):
            predicted = shop.rows(found, resolved)
            line = f"  {name} {'resolved' if resolved else 'raw':10s}"
            for source in ["", *sorted({shop.gold[number].source for number in tuned})]:
                part = [
                    row
                    for number, row in enumerate(rows)
                    if number in tuned and (not source or row["source"] == source)
                ]
                micro = score(part, predicted)["scores"]["micro"]
                line += f"  {source or 'all'} {100 * micro['strict']['f1']:.2f}/{100 * micro['document']['f1']:.2f}"
            print(line, flush=True)


def _load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_ner", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    sys.exit(main())
