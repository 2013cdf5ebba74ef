#!/usr/bin/env python3
"""Measure the cleaner: `python benchmarks/evaluate_cleaning.py --data FOLDER`.

FOLDER is laid out as ../shared/eval. Prints the tables for the cleaner as a stranger's site would meet it (trained
again for each fold on the other sites): scraped texts by language, news pages in some 30 languages, pages of a
benchmark. Then the same for the packaged weights, and web pages; on request the curve of what is removed against what
is lost.
"""

import argparse
import gzip
import importlib.util
import json
import os
import sys
import time
import zlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from pipeline.core.clean import Caution, Cleaner, decide
from pipeline.core.clean.measure.fixed import ONE
from pipeline.core.clean.page.html import PageReader
from pipeline.core.clean.score.model import Model, load

Document = dict[str, Any]
Predictions = dict[str, dict[str, Any]]
_CURVE = (0.05, 0.1, 0.25, 0.5, 0.75, 1, 1.5, 2, 3, 5)
# Log-odds from which a line inside an article goes; at the last none does.
_PRICES = (1, 1.5, 2, 2.5, 3, 3.5, 1_000)
_COLUMNS = ("drop_f1", "drop_precision", "drop_recall", "kept_body_tokens", "hurt", "exact")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder laid out as ../shared/eval")
    parser.add_argument("--folds", type=int, default=5, help="folds over sites (0: packaged weights only)")
    parser.add_argument("--models", type=Path, help="folder for the folds' weights; those that are there are used")
    parser.add_argument(
        "--workers", type=int, default=os.cpu_count() or 1, help="processes to train in (default: cores)"
    )
    parser.add_argument("--curve", action="store_true", help="print the curve for each set")
    parser.add_argument("--prices", action="store_true", help="print what follows from other prices inside an article")
    parser.add_argument("--caution", type=Caution, action="append", help="measure this level only; may be given again")
    parser.add_argument(
        "--packaged", action=argparse.BooleanOptionalAction, default=True, help="measure the packaged weights too"
    )
    parser.add_argument("--picture", type=Path, help="write the curve of scraped texts here (.svg or .png)")
    parser.add_argument("--worst", type=int, default=0, help="print this many of the worst mistakes, in outline")
    parser.add_argument("--pages", action=argparse.BooleanOptionalAction, default=True, help="measure web pages too")
    arguments = parser.parse_args()
    if not (arguments.data / "boilerplate/dev.jsonl").exists():
        sys.exit(f"{arguments.data}: no boilerplate/dev.jsonl in it. Give the evaluation folder with --data.")
    scorer = _load(arguments.data / "score_boilerplate.py")
    documents = read(arguments.data)
    packaged = load()
    model_for: Callable[[str], Model] = lambda _: packaged  # noqa: E731 - replaced below
    if arguments.folds:
        started = time.perf_counter()
        models = trained(arguments.data, arguments.folds, arguments.models, arguments.workers)
        took = time.perf_counter() - started
        model_for = lambda site: models[fold_of(site, arguments.folds)]  # noqa: E731
        print(f"Sites not seen in training ({arguments.folds} folds over sites, {took:.0f} s)")
        report(scorer, documents, model_for, arguments.caution)
        if arguments.prices:
            trace_inside(scorer, documents, model_for)
        if arguments.curve or arguments.picture:
            draw(trace(scorer, documents, model_for), arguments.picture)
        if arguments.worst:
            worst(scorer, documents, model_for, arguments.worst)
        if arguments.pages:
            sites = {document["id"].partition(".")[0]: document["domain"] for document in documents}
            html(arguments.data, lambda page: model_for(sites.get(f"sh-{page[:12]}", page)))
    if arguments.packaged:
        print("\nPackaged weights (most of these sites were in training: a check, not a measure)")
        report(scorer, documents, lambda _: packaged, arguments.caution)
        if arguments.pages:
            html(arguments.data, lambda _: packaged)


def _load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        sys.exit(f"cannot load {path}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read(data: Path) -> list[Document]:
    """All labelled documents, with the set each belongs to."""
    from training.cleaner_data import pages, wild  # noqa: PLC0415 - the script's folder is no package

    found = [{**document, "set": _set_of(document)} for document in pages(data)]
    return [*found, *({**document, "set": "wild"} for document in wild(data))]


def _set_of(document: Document) -> str:
    if document.get("source") == "fundus":
        return "news pages"
    return "seedlike" if document["variant"] == "seedlike" else "benchmark"


def text_of(document: Document) -> str:
    return document.get("raw") or "\n\n".join(line["text"] for line in document["lines"])


def fold_of(site: str, folds: int) -> int:
    return zlib.crc32(site.encode()) % folds


def trained(data: Path, folds: int, kept: Path | None, workers: int = 1) -> list[Model]:
    """For each fold a model that saw no document of its sites."""
    from training.cleaner_data import trainable  # noqa: PLC0415 - needs LightGBM, the packaged weights do not
    from training.train_cleaner import train, write  # noqa: PLC0415

    documents = None
    models = []
    for held in range(folds):
        path = None if kept is None else kept / f"{held}-of-{folds}.json"
        if path is not None and path.exists():
            models.append(Model(json.loads(path.read_text(encoding="utf-8"))))
            continue
        documents = documents or trainable(data)
        weights = train([document for document in documents if fold_of(document["domain"], folds) != held], workers)
        if path is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
            write(weights, path)
            weights = json.loads(path.read_text(encoding="utf-8"))
        models.append(Model(weights))
    return models


def predictions(
    scorer: ModuleType, documents: Sequence[Document], model_for: Callable[[str], Model], **settings: Any
) -> Predictions:
    """Which lines of each document are kept, as the scorer finds them in the cleaned text."""
    models = {id(model): model for model in (model_for(document["domain"]) for document in documents)}
    result = {}
    for number, model in models.items():
        chosen = [document for document in documents if id(model_for(document["domain"])) == number]
        cleaned = Cleaner(model=model, **settings).clean_many((text_of(document), None) for document in chosen)
        for document, one in zip(chosen, cleaned, strict=True):
            result[document["id"]] = {"kept": sorted(scorer.kept_from_text(document["lines"], one.text))}
    return result


def cuts(documents: Sequence[Document]) -> Iterator[tuple[str, list[Document]]]:
    """The rows of the table: a name and the documents that it is about."""
    by_set = {
        name: [d for d in documents if d["set"] == name] for name in ("wild", "news pages", "benchmark", "seedlike")
    }
    for name, chosen in by_set.items():
        yield f"{name}, all", chosen
        for variant in sorted({document["variant"] for document in chosen}):
            if name != "seedlike":
                yield f"{name}, {variant}", [document for document in chosen if document["variant"] == variant]
    for name in ("benchmark", "seedlike"):
        yield f"{name}, news only", [document for document in by_set[name] if document["genre"] == "news"]
    for language in sorted({document["language"] for document in by_set["wild"]}):
        yield f"wild, {language}", [document for document in by_set["wild"] if document["language"] == language]


def report(
    scorer: ModuleType,
    documents: Sequence[Document],
    model_for: Callable[[str], Model],
    levels: Sequence[Caution] | None = None,
) -> None:
    for level in levels or list(Caution):
        guesses = predictions(scorer, documents, model_for, caution=level)
        print(f"\n{level}")
        print(
            f"{'documents':<24}{'number':>7}{'drop-F1':>9}{'drop-P':>9}{'drop-R':>9}{'kept':>9}{'hurt':>9}{'exact':>9}"
        )
        for name, chosen in cuts(documents):
            row = scorer.score(chosen, guesses)[0]["overall"]
            cells = ["-" if row[column] is None else f"{row[column]:.4f}" for column in _COLUMNS]
            print(f"{name:<24}{row['docs']:>7}" + "".join(f"{cell:>9}" for cell in cells), flush=True)


def trace(
    scorer: ModuleType, documents: Sequence[Document], model_for: Callable[[str], Model]
) -> dict[str, list[dict[str, Any]]]:
    """The same for a range of weights, cheap to dear, of each set as a whole."""
    rows: dict[str, list[dict[str, Any]]] = {}
    print("\nweight of a loss: recall, precision, hurt of each set")
    for weight in _CURVE:
        guesses = predictions(scorer, documents, model_for, loss_weight=weight)
        cells = []
        for name in ("wild", "news pages", "benchmark", "seedlike"):
            scored = scorer.score([document for document in documents if document["set"] == name], guesses)[0][
                "overall"
            ]
            rows.setdefault(name, []).append(scored)
            cells.append(f"{name} {scored['drop_recall']:.3f} {scored['drop_precision']:.3f} {scored['hurt']:.3f}")
        print(f"{weight:>6}: " + " | ".join(cells))
    return rows


def trace_inside(scorer: ModuleType, documents: Sequence[Document], model_for: Callable[[str], Model]) -> None:
    """The same for a range of prices of a line inside an article; a paragraph's is half a unit higher."""
    chosen = dict(cuts(documents))
    packaged = decide.INSIDE, decide.SURER
    print("\nprice inside: recall, precision, hurt of each set")
    for price in _PRICES:
        decide.INSIDE, decide.SURER = round(price * ONE), round((price + 0.5) * ONE)
        guesses = predictions(scorer, documents, model_for)
        cells = []
        for name in ("wild, all", "news pages, all", "benchmark, news only", "benchmark, all"):
            row = scorer.score(chosen[name], guesses)[0]["overall"]
            cells.append(f"{name} {row['drop_recall']:.3f} {row['drop_precision']:.3f} {row['hurt']:.3f}")
        print(f"{price:>6}: " + " | ".join(cells), flush=True)
    decide.INSIDE, decide.SURER = packaged


def draw(rows: dict[str, list[dict[str, Any]]], path: Path | None) -> None:
    """Precision against recall of removed lines, and what it costs in articles hurt."""
    if path is None:
        return
    import matplotlib as mpl  # noqa: PLC0415 - only for the picture

    mpl.use("svg" if path.suffix == ".svg" else "agg")
    mpl.rcParams["svg.hashsalt"] = "dateline"
    from matplotlib import pyplot  # noqa: PLC0415 - after the backend is chosen

    figure, (left, right) = pyplot.subplots(1, 2, figsize=(10, 4))
    for name, scored in rows.items():
        recall = [row["drop_recall"] for row in scored]
        left.plot(recall, [row["drop_precision"] for row in scored], marker=".", label=name)
        right.plot(recall, [row["hurt"] for row in scored], marker=".", label=name)
    left.set(
        xlabel="boilerplate lines removed", ylabel="removed lines that are boilerplate", title="precision and recall"
    )
    right.set(xlabel="boilerplate lines removed", ylabel="articles that lose a line", title="what it costs")
    for axes in (left, right):
        axes.grid(alpha=0.3)
        axes.legend()
    figure.tight_layout()
    figure.savefig(path, metadata={"Date": None} if path.suffix == ".svg" else None)


def worst(scorer: ModuleType, documents: Sequence[Document], model_for: Callable[[str], Model], number: int) -> None:
    """The documents with most lines wrong, in outline: which, and how many, rather than texts."""
    guesses = predictions(scorer, documents, model_for)
    rows = []
    for document in documents:
        kept = guesses[document["id"]]["kept"]
        labels = [line["label"] for line in document["lines"]]
        lost = sum(label == "keep" and place not in kept for place, label in enumerate(labels))
        left = sum(label == "drop" and place in kept for place, label in enumerate(labels))
        rows.append((3 * lost + left, lost, left, document["set"], document["id"], len(labels)))
    print("\nworst documents: set, id, lines, lines of the article lost, lines of boilerplate left")
    for _, lost, left, name, identity, count in sorted(rows, reverse=True)[:number]:
        print(f"  {name:<12}{identity:<44}{count:>5}{lost:>5}{left:>5}")


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
