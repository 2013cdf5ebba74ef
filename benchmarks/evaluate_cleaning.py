#!/usr/bin/env python3
"""Measure the cleaner on the boilerplate and HTML sets: `python benchmarks/evaluate_cleaning.py --data FOLDER`.

FOLDER is laid out as ../shared/eval: boilerplate/{dev,seedlike-dev}.jsonl, html/dev, and the two scorers. Prints the
tables for the cleaner as a stranger's site would meet it (trained again for each fold on the other sites), then for
the packaged weights, then for web pages; writes the curve of what is removed against what is lost.
"""

import argparse
import gzip
import importlib.util
import json
import sys
import time
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))

from pipeline.core.clean import Caution, Cleaner
from pipeline.core.clean.cleaner import COSTS
from pipeline.core.clean.decide import decide
from pipeline.core.clean.front import Front, find_front
from pipeline.core.clean.lines import Line, split_lines
from pipeline.core.clean.measure.features import Article
from pipeline.core.clean.measure.fixed import Flags
from pipeline.core.clean.measure.spans import Spans
from pipeline.core.clean.page.html import PageReader
from pipeline.core.clean.score.model import Model, Scores, load

Document = dict[str, Any]
Judged = tuple[list[Line], Front, Scores]
_CURVE = (0.05, 0.1, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 3, 5, 10)
_COLUMNS = ("drop_f1", "drop_precision", "drop_recall", "kept_body_tokens", "hurt", "exact")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with boilerplate/, html/ and the scorers")
    parser.add_argument("--folds", type=int, default=5, help="folds over sites (0: packaged weights only)")
    parser.add_argument("--picture", type=Path, help="write the curve here (.svg or .png)")
    parser.add_argument("--worst", type=int, default=0, help="print this many of the worst mistakes, in outline")
    parser.add_argument("--models", type=Path, help="folder for the folds' weights; those that are there are used")
    arguments = parser.parse_args()
    if not (arguments.data / "boilerplate/dev.jsonl").exists():
        sys.exit(f"{arguments.data}: no boilerplate/dev.jsonl in it. Give the evaluation folder with --data.")
    scorer = _load(arguments.data / "score_boilerplate.py")
    documents = [
        json.loads(line)
        for name in ("dev", "seedlike-dev")
        for line in (arguments.data / f"boilerplate/{name}.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    if arguments.folds:
        started = time.perf_counter()
        judged, models = cross_validated(documents, arguments.folds, arguments.models)
        took = time.perf_counter() - started
        print(f"Sites not seen in training ({arguments.folds} folds over sites, {took:.0f} s)")
        report(scorer, documents, lambda cost: predictions(documents, judged, cost))
        curve = trace(scorer, documents, judged)
        if arguments.picture:
            draw(curve, arguments.picture)
        if arguments.worst:
            worst(documents, judged, arguments.worst)
        sites = {document["id"].partition(".")[0]: document["domain"] for document in documents}
        html(arguments.data, lambda page: models[fold_of(sites.get(f"sh-{page[:12]}", page), arguments.folds)])
    print("\nPackaged weights (these sites were in training: a check, not a measure)")
    cleaned = {level: shipped(documents, level) for level in Caution}
    report(scorer, documents, lambda cost: cleaned[_level(cost)])
    packaged = load()
    html(arguments.data, lambda _: packaged)


def _load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        sys.exit(f"cannot load {path}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _level(cost: float) -> Caution:
    return next(level for level, value in COSTS.items() if value == cost)


def text_of(document: Document) -> str:
    return "\n\n".join(line["text"] for line in document["lines"])


def fold_of(site: str, folds: int) -> int:
    return zlib.crc32(site.encode()) % folds


def cross_validated(documents: Sequence[Document], folds: int, kept: Path | None) -> tuple[list[Judged], list[Model]]:
    """Every document judged by a model that saw no document of its site, whatever the variant; and the models."""

    fold = [fold_of(document["domain"], folds) for document in documents]
    models = []
    judged: list[Judged | None] = [None] * len(documents)
    for held in range(folds):
        model = Model(
            _weights([d for d, f in zip(documents, fold, strict=True) if f != held], kept, f"{held}-of-{folds}")
        )
        models.append(model)
        for index in (i for i, f in enumerate(fold) if f == held):
            lines = split_lines(text_of(documents[index]))
            front = find_front(lines)
            judged[index] = (lines, front, model.score([Article(lines, front.headline)], Spans([len(lines)])))
    return [one for one in judged if one is not None], models


def _weights(documents: Sequence[Document], kept: Path | None, name: str) -> dict[str, Any]:
    from training.train_cleaner import train, write  # noqa: PLC0415 - needs LightGBM, the packaged weights do not

    if kept is None:
        return train(documents)
    path = kept / f"{name}.json"
    if not path.exists():
        kept.mkdir(parents=True, exist_ok=True)
        write(train(documents), path)
    weights: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return weights


def cut_of(lines: list[Line], front: Front, scores: Scores, cost: float) -> Flags:
    cut = decide([lines], scores, Spans([len(lines)]), cost)
    cut[list(front.lines)] = False
    return cut


def predictions(documents: Sequence[Document], judged: Sequence[Judged], cost: float) -> dict[str, dict[str, Any]]:
    result = {}
    for document, (lines, front, scores) in zip(documents, judged, strict=True):
        cut = cut_of(lines, front, scores, cost)
        result[document["id"]] = {
            "text": "\n\n".join(line.text for line, gone in zip(lines, cut, strict=True) if not gone)
        }
    return result


def shipped(documents: Sequence[Document], level: Caution) -> dict[str, dict[str, Any]]:
    cleaner = Cleaner(caution=level)
    return {document["id"]: {"text": cleaner.clean(text_of(document)).text} for document in documents}


def table(scorer: ModuleType, documents: Sequence[Document], guesses: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """Scores by variant; `overall` is over all but the seedlike documents, as the two sets are scored apart."""
    pages = [d for d in documents if d["variant"] != "seedlike"]
    scored: dict[str, Any] = scorer.score(pages, guesses)[0]
    scored["seedlike"] = scorer.score([d for d in documents if d["variant"] == "seedlike"], guesses)[0]["overall"]
    return scored


def report(
    scorer: ModuleType, documents: Sequence[Document], predict: Callable[[float], dict[str, dict[str, Any]]]
) -> None:
    news = [d for d in documents if d["genre"] == "news"]
    for level, cost in COSTS.items():
        guesses = predict(cost)
        chosen = [("all", documents), ("news only", news)] if level is Caution.BALANCED else [("all", documents)]
        for name, subset in chosen:
            print(f"\n{level}, {name}")
            print(
                f"{'variant':<10}{'docs':>6}{'drop-F1':>9}{'drop-P':>9}{'drop-R':>9}{'kept':>9}{'hurt':>9}{'exact':>9}"
            )
            for variant, row in table(scorer, subset, guesses).items():
                cells = ["-" if row[c] is None else f"{row[c]:.4f}" for c in _COLUMNS]
                print(f"{variant:<10}{row['docs']:>6}" + "".join(f"{cell:>9}" for cell in cells))


def trace(scorer: ModuleType, documents: Sequence[Document], judged: Sequence[Judged]) -> list[dict[str, Any]]:
    """The same table for a range of costs, cheap to dear."""
    rows = []
    print("\nweight of a loss: drop-F1 full / overall / seedlike; kept; hurt full / related / negative / seedlike")
    for cost in _CURVE:
        scored = table(scorer, documents, predictions(documents, judged, cost))
        rows.append(scored)
        hurt = " ".join(f"{scored[v]['hurt']:.3f}" for v in ("full", "related", "negative", "seedlike"))
        f1 = " ".join(f"{scored[v]['drop_f1']:.3f}" for v in ("full", "overall", "seedlike"))
        print(f"{cost:>6}: {f1}; {scored['overall']['kept_body_tokens']:.4f}; {hurt}")
    return rows


def draw(rows: Sequence[dict[str, Any]], path: Path) -> None:
    """Precision against recall of removed lines, and what it costs in articles hurt."""
    import matplotlib as mpl  # noqa: PLC0415 - only for the picture

    mpl.use("svg" if path.suffix == ".svg" else "agg")
    mpl.rcParams["svg.hashsalt"] = "dateline"
    from matplotlib import pyplot  # noqa: PLC0415 - after the backend is chosen

    figure, (left, right) = pyplot.subplots(1, 2, figsize=(10, 4))
    for variant in ("full", "related", "seedlike"):
        recall = [row[variant]["drop_recall"] for row in rows]
        left.plot(recall, [row[variant]["drop_precision"] for row in rows], marker=".", label=variant)
        right.plot(recall, [row[variant]["hurt"] for row in rows], marker=".", label=variant)
    left.set(
        xlabel="boilerplate lines removed", ylabel="removed lines that are boilerplate", title="precision and recall"
    )
    right.set(xlabel="boilerplate lines removed", ylabel="articles that lose a line", title="what it costs")
    for axes in (left, right):
        axes.grid(alpha=0.3)
        axes.legend()
    figure.tight_layout()
    figure.savefig(path, metadata={"Date": None} if path.suffix == ".svg" else None)


def worst(documents: Sequence[Document], judged: Sequence[Judged], number: int) -> None:
    """The documents with most lines wrong, in outline: where, how many, and shapes rather than texts."""
    rows = []
    for document, (lines, front, scores) in zip(documents, judged, strict=True):
        cut = cut_of(lines, front, scores, COSTS[Caution.BALANCED])
        labels = np.array([line["label"] for line in document["lines"]])
        lost, left = int(((labels == "keep") & cut).sum()), int(((labels == "drop") & ~cut).sum())
        rows.append((3 * lost + left, lost, left, document["id"], len(lines)))
    print("\nworst documents: id, lines, lines of the article lost, lines of boilerplate left")
    for _, lost, left, name, count in sorted(rows, reverse=True)[:number]:
        print(f"  {name:<28}{count:>5}{lost:>5}{left:>5}")


def html(data: Path, model_for: Callable[[str], Model]) -> None:
    """Score web pages, each cleaned with the model that `model_for` gives for its name: a check, not a measure.

    The weights that read pages know these; `evaluate_pages` measures with weights that do not.
    """
    scorer = _load(data / "score_html.py")
    truth = json.loads((data / "html/dev/ground-truth.json").read_text(encoding="utf-8"))
    pages = {
        name: gzip.decompress((data / f"html/dev/{name}.html.gz").read_bytes()).decode("utf-8", "replace")
        for name in truth
    }
    bodies = {name: page["articleBody"] for name, page in truth.items()}
    reader = PageReader()
    found = {name: reader.read(page) for name, page in pages.items()}
    _print_page_scores(
        "extracted only", scorer.evaluate(bodies, {name: page.body if page else "" for name, page in found.items()})
    )
    for level in Caution:
        cleaned = {name: Cleaner(caution=level, model=model_for(name)).clean_html(page) for name, page in pages.items()}
        _print_page_scores(
            level, scorer.evaluate(bodies, {name: page.text if page else "" for name, page in cleaned.items()})
        )


def _print_page_scores(name: str, scored: dict[str, float]) -> None:
    print(
        f"web pages (known to their reader), {name:<15}"
        + "  ".join(f"{k} {v:.4f}" for k, v in scored.items() if isinstance(v, float))
    )


if __name__ == "__main__":
    main()
