"""Train the md model's `ner` component on news, and say how good it has become.

    python -m training.train_ner validate --data ../shared/eval    cross-validation, and without each source in turn
    python -m training.train_ner ship --data ../shared/eval        the weights that Dateline loads

Both need DATA/ner/dev.jsonl, and the first DATA/score_ner.py. The same data, seeds and processor give the same weights.
Sources that ask for share-alike are scored and never trained on. Beside the others' texts there are texts of our own in
the style of agencies (newswire/), and copies of all texts with other names in them.
"""

import argparse
import importlib.util
import random
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from types import ModuleType
from typing import Any, cast

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.core.extract.gazetteer import Gazetteer
from pipeline.core.extract.model import choice as models
from pipeline.core.extract.model import tuning
from pipeline.core.extract.model.reading import Reader
from pipeline.core.extract.resolve import resolve
from pipeline.core.extract.resolve.article import Article, Found
from training.ner_data import NEWSWIRE, SHARE_ALIKE, Gold, fold_of, read, read_marked, reference
from training.ner_loop import Piece, Recipe, prepare, train
from training.ner_network import Floats, Parameters, get, nodes, put
from training.ner_renaming import Names, renamed
from training.ner_threshold import raised

FOLDS = 3
VERSION = "news-4"
TARGET = Path("pipeline/core/extract/weights/en_core_web_md.tuned.npz")
# Chosen by cross-validation; see docs/entities-figures.md for what else was tried.
RECIPE = Recipe(epochs=10, rate=2e-3, dropout=0.35, share=0.75)
SEEDS = (0,)
# Copies with other names beside each text, and the share of its names that are others there.
COPIES, RENAMED = 2, 0.7
OWN_COPIES, OWN_RENAMED = 2, 0.8
# Texts in the style of agencies that are scored and never trained on; docs/entities-figures.md says what they can show.
SAMPLES = tuple(
    Path(__file__).parents[1] / "tests" / "data" / "extract" / name for name in ("held_out.txt", "newswire.txt")
)

Split = tuple[str, list[int], list[int]]


class Workshop:
    """The base model, the documents, and what is computed once for all trainings."""

    def __init__(self, data: Path) -> None:
        self.gold = read(data / "ner" / "dev.jsonl")
        self.nlp: Language = models.load("md", tuned=False).nlp
        self.model: Any = cast("Any", self.nlp.get_pipe("ner")).model
        self.base = get(self.model)
        self.plain = self.predict(range(len(self.gold)))
        own = [document for path in NEWSWIRE for document in read_marked(path)]
        found = self.read([document.text for document in own])
        self.own = [self._own_reference(document, raw) for document, raw in zip(own, found, strict=True)]
        self._references: dict[int, Doc] = {}

    def allowed(self) -> list[int]:
        """The documents that weights may be trained on."""
        return [number for number, document in enumerate(self.gold) if document.source not in SHARE_ALIKE]

    def reference(self, number: int) -> Doc:
        """A document as it should be read; the base model's own reading fills what its corpus does not mark."""
        if number not in self._references:
            silver = self._resolved(self.gold[number].text, self.plain[number], True)
            self._references[number] = reference(self.nlp, self.gold[number], _plainly(silver))
        return self._references[number]

    def pieces(self, numbers: Iterable[int], seed: int) -> tuple[Floats, list[Piece]]:
        """What is trained on: the documents, the texts of our own, and copies of both with other names."""
        documents = [self.reference(number) for number in numbers]
        names, rng = Names([*documents, *self.own]), random.Random(seed)
        copies = [renamed(self.nlp, doc, names, RENAMED, rng) for _ in range(COPIES) for doc in documents]
        own = [renamed(self.nlp, doc, names, OWN_RENAMED, rng) for _ in range(OWN_COPIES) for doc in self.own]
        return prepare(self.nlp, [*documents, *copies, *self.own, *own], seed=seed)

    def train(self, numbers: Iterable[int]) -> Parameters:
        """The mean of the weights that each seed leads to, made more cautious."""
        chosen = list(numbers)
        trained = [
            train(self.base, *self.pieces(chosen, seed), Recipe(**{**vars(RECIPE), "seed": seed})) for seed in SEEDS
        ]
        mean = {key: np.mean([one[key] for one in trained], axis=0) for key in self.base}
        return raised(self.nlp, mean)

    def read(self, texts: list[str], parameters: Parameters | None = None) -> list[list[Found]]:
        """What the model finds in texts, with other parameters if given."""
        if parameters is not None:
            put(self.model, parameters)
        found = Reader(self.nlp).read(texts)
        if parameters is not None:
            put(self.model, self.base)
        return found

    def predict(self, numbers: Iterable[int], parameters: Parameters | None = None) -> dict[int, list[Found]]:
        """What the model finds in documents, by their numbers."""
        chosen = list(numbers)
        found = self.read([self.gold[number].text for number in chosen], parameters)
        return dict(zip(chosen, found, strict=True))

    def rows(self, found: dict[int, list[Found]], resolved: bool) -> list[dict[str, Any]]:
        """Predictions as the scorer takes them, before or after the resolution."""
        return [self.row(self.gold[number], raw, resolved) for number, raw in found.items()]

    def row(self, document: Gold, raw: list[Found], resolved: bool) -> dict[str, Any]:
        """One document's."""
        spans = self._resolved(document.text, raw, False) if resolved else raw
        entities = [{"start": span.start, "end": span.end, "type": span.label} for span in spans]
        return {"id": document.id, "entities": entities}

    def _own_reference(self, document: Gold, raw: list[Found]) -> Doc:
        return reference(self.nlp, document, _plainly(self._resolved(document.text, raw, True)))

    def _resolved(self, text: str, raw: list[Found], numbers: bool) -> list[Found]:
        return resolve(Article(text, Gazetteer.load()), raw, numbers=numbers)


def _plainly(spans: list[Found]) -> list[tuple[int, int, str]]:
    return [(span.start, span.end, span.label) for span in spans]


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
    _report_own(shop, scorer)


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


def _report_own(shop: Workshop, scorer: ModuleType) -> None:
    """Texts in the style of agencies, read by weights from all that may be trained on."""
    trained = shop.train(shop.allowed())
    for path in SAMPLES:
        samples = read_marked(path)
        texts = [sample.text for sample in samples]
        gold = [
            {
                "id": sample.id,
                "text": sample.text,
                "entities": [{"start": start, "end": end, "type": kind} for start, end, kind in sample.entities],
            }
            for sample in samples
        ]
        print(f"{len(samples)} texts of our own, {path.name}")
        for name, parameters in (("plain", None), ("tuned", trained)):
            for resolved in (False, True):
                raw = zip(samples, shop.read(texts, parameters), strict=True)
                predicted = [shop.row(sample, found, resolved) for sample, found in raw]
                micro = scorer.score(gold, predicted)["scores"]["micro"]
                figures = f"{100 * micro['strict']['f1']:.2f}/{100 * micro['document']['f1']:.2f}"
                print(f"  {name} {'resolved' if resolved else 'raw':10s}  {figures}", flush=True)


def _load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_ner", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    sys.exit(main())
