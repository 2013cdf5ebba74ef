"""How well entities are found: the raw model, what each pass of the resolution adds, and the result.

The result is what the records have: after the passes, what the model doubts is left out.

    python benchmarks/evaluate_entities.py --data ../shared/eval [--model md] [--plain] [--errors]

DATA/ner/dev.jsonl holds documents with the entities that people marked, DATA/score_ner.py the scorer. The last row runs
the extractor as the pipeline does, so that what is in the records is what is scored. Two more tables are over texts in
the style of agencies (tests/data/extract), since dev.jsonl has no tables of results, no headlines in capitals and
hardly a dateline: held_out.txt, by another hand than rules and training texts, and newswire.txt, which the rules were
written with in view.
"""

import argparse
import importlib.util
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from pipeline.core.extract import Document, Extractor, ExtractSettings
from pipeline.core.extract.gazetteer import Gazetteer
from pipeline.core.extract.model import choice as models
from pipeline.core.extract.model.reading import Reader
from pipeline.core.extract.resolve import PASSES
from pipeline.core.extract.resolve.article import Article, Found
from training.ner_data import read_marked

Gold = list[dict[str, Any]]

_TEXTS = Path(__file__).parents[1] / "tests" / "data" / "extract"
SAMPLES = (_TEXTS / "held_out.txt", _TEXTS / "newswire.txt")


def main() -> int:
    """Print the tables; 2 when the data is not there."""
    asked = _arguments()
    path = asked.data / "ner" / "dev.jsonl"
    if not path.is_file():
        print(f"No entities to score against: {path} is not there. Name the folder by --data.", file=sys.stderr)
        return 2
    scorer = _load(asked.data / "score_ner.py")
    gold: Gold = scorer.read(path)
    settings = ExtractSettings(model=asked.model, tuned=not asked.plain)
    plain = _read(asked.model, False, gold)
    print(f"{len(gold)} documents of {path}; strict F1 / document F1, in per cent\n")
    _table(scorer, gold, plain, "plain model")
    if not asked.plain:
        tuned = _read(asked.model, True, gold)
        if tuned != plain:
            print("\nThe trained weights have seen these documents, all but ewt-web: see docs/entities-figures.md for")
            print("the cross-validated figures.")
            _table(scorer, gold, tuned, "tuned model")
    extractor = Extractor.load(settings)
    _final(scorer, gold, extractor, asked.errors)
    for path in SAMPLES:
        samples = read_samples(path)
        print(f"\n{len(samples)} texts in the style of agencies, {path.name}")
        _table(scorer, samples, _read(asked.model, not asked.plain, samples), "as shipped")
        _final(scorer, samples, extractor, False)
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/eval"))
    parser.add_argument("--model", default="auto")
    parser.add_argument("--plain", action="store_true", help="without the trained weights")
    parser.add_argument("--errors", action="store_true", help="what went wrong, by kind")
    return parser.parse_args()


def read_samples(path: Path) -> Gold:
    """Texts with their names marked, as the scorer takes them."""
    return [
        {
            "id": one.id,
            "source": one.source,
            "text": one.text,
            "types": [],
            "entities": [{"start": start, "end": end, "type": kind} for start, end, kind in one.entities],
        }
        for one in read_marked(path)
    ]


def _load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_ner", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _read(name: str, tuned: bool, gold: Gold) -> list[list[Found]]:
    return Reader(models.load(name, tuned=tuned).nlp).read([row["text"] for row in gold])


def _table(scorer: ModuleType, gold: Gold, raw: Sequence[list[Found]], title: str) -> None:
    sources = sorted({row["source"] for row in gold})
    print(
        f"{title:16s}{'all':>14s}{'gain':>14s}"
        + "".join(f"{source:>15s}" for source in sources)
        + f"{'without it':>14s}"
    )
    everything = _figures(scorer, gold, _passed(gold, raw))
    before = None
    for number in range(len(PASSES) + 1):
        predicted = _passed(gold, raw, PASSES[:number])
        now = _figures(scorer, gold, predicted)
        gain = "" if before is None else f"{now[0] - before[0]:+.2f} /{now[1] - before[1]:+.2f}"
        name = "+ " + PASSES[number - 1].name if number else "raw"
        row = f"{name:16s}{_shown(now):>14s}{gain:>14s}"
        for source in sources:
            row += f"{_shown(_figures(scorer, [one for one in gold if one['source'] == source], predicted)):>15s}"
        if number:
            without = _figures(scorer, gold, _passed(gold, raw, [*PASSES[: number - 1], *PASSES[number:]]))
            row += f"{without[0] - everything[0]:+8.2f} /{without[1] - everything[1]:+.2f}"
        print(row)
        before = now


def _passed(gold: Gold, raw: Sequence[list[Found]], steps: Sequence[Any] = PASSES) -> Gold:
    out = []
    for row, spans in zip(gold, raw, strict=True):
        article = Article(row["text"], Gazetteer.load())
        for step in steps:
            spans = step.apply(article, spans)  # noqa: PLW2901 - the passes hand the spans on
        entities = [{"start": span.start, "end": span.end, "type": span.label} for span in spans]
        out.append({"id": row["id"], "entities": entities})
    return out


def _figures(scorer: ModuleType, gold: Gold, predicted: Gold) -> tuple[float, float]:
    micro = scorer.score(gold, predicted)["scores"]["micro"]
    return 100 * micro["strict"]["f1"], 100 * micro["document"]["f1"]


def _shown(figures: tuple[float, float]) -> str:
    return f"{figures[0]:.2f} /{figures[1]:.2f}"


def _final(scorer: ModuleType, gold: Gold, extractor: Extractor, errors: bool) -> None:
    predicted = []
    for row in gold:
        (extraction,) = extractor.extract([Document(row["text"])])
        entities = [
            {"start": mention.start, "end": mention.end, "type": entity.type}
            for entity in extraction.entities
            for mention in entity.mentions
        ]
        predicted.append({"id": row["id"], "entities": entities})
    print()
    scorer.table(f"final: {extractor.description}", scorer.score(gold, predicted))
    if errors:
        print(json.dumps(_errors(scorer, gold, predicted), indent=1, ensure_ascii=False))


def _errors(scorer: ModuleType, gold: Gold, predicted: Gold) -> dict[str, list[str]]:
    found: dict[tuple[str, str, str], list[str]] = scorer.defaultdict(list)
    scorer.score(gold, predicted, found=found)
    ranked = sorted(found.items(), key=lambda item: -len(item[1]))
    return {f"{' '.join(key)} ({len(cases)})": sorted(set(cases))[:20] for key, cases in ranked[:20]}


if __name__ == "__main__":
    sys.exit(main())
