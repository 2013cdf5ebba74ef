#!/usr/bin/env python3
"""Measure the reading of web pages: `python -m benchmarks.evaluate_pages --data FOLDER [--worst N] [--out FILE]`.

FOLDER is laid out as ../shared/eval: fundus/, html/dev/ and score_html.py. Every page is read by a model that was
trained without its site (folds over sites), then cleaned as a worker does; beside it stands trafilatura as it comes.
Prints both sets, fundus by groups of languages, the worst pages, and the CPU time a page takes.
"""

import argparse
import gc
import json
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

import trafilatura

from benchmarks.evaluate_cleaning import _load
from pipeline.core.clean import Cleaner
from pipeline.core.clean.page.html import PageReader
from pipeline.core.clean.page.judge import PageModel
from training.train_pages import Source, examples_of, fold_of, sources, train

FOLDS = 5
_LANGUAGES = {
    "English": ("uk", "us", "ca", "za", "na", "my", "ind", "au", "nz", "ie", "tw"),
    "German": ("de", "at", "ch", "li", "lu", "il"),
    "Romance": ("fr", "es", "it", "pt", "mx", "be", "cl", "ar", "br"),
    "Nordic and Baltic": ("no", "se", "dk", "fi", "isl", "gl", "lt"),
    "Chinese, Japanese, Korean": ("cn", "jp", "kr", "hk"),
}


class Result(NamedTuple):
    source: Source
    text: str
    other: str
    seconds: float
    others_seconds: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with fundus/, html/dev/ and score_html.py")
    parser.add_argument("--worst", type=int, default=10, help="name so many of the worst pages")
    parser.add_argument("--packaged", action="store_true", help="the packaged weights, which know these sites: a check")
    parser.add_argument("--out", type=Path, help="write the texts here, as JSON lines")
    arguments = parser.parse_args()
    if not (arguments.data / "fundus/ground-truth.json").exists():
        sys.exit(f"{arguments.data}: no fundus/ground-truth.json in it. Give the evaluation folder with --data.")
    results = list(read(arguments.data, None if arguments.packaged else models(arguments.data)))
    report(_load(arguments.data / "score_html.py"), results, arguments.worst)
    if arguments.out:
        lines = (json.dumps({"id": one.source.name, "text": one.text}, ensure_ascii=False) for one in results)
        arguments.out.write_text("\n".join(lines) + "\n", encoding="utf-8")


def models(data: Path) -> list[PageModel]:
    """A model for each fold, trained on the others."""
    examples = examples_of(data)
    return [
        PageModel(train([one for one in examples if fold_of(one.source.site, FOLDS) != held])) for held in range(FOLDS)
    ]


def read(data: Path, of_folds: Sequence[PageModel] | None) -> Iterable[Result]:
    cleaners = [Cleaner()] if of_folds is None else [Cleaner(pages=PageReader(model)) for model in of_folds]
    gc.freeze()
    for source in sources(data):
        cleaner = cleaners[fold_of(source.site, len(cleaners))]
        started = time.process_time()
        cleaned = cleaner.clean_html(source.html)
        between = time.process_time()
        other = trafilatura.extract(source.html, include_comments=False) or ""
        yield Result(
            source,
            cleaned.text if cleaned is not None else "",
            other,
            between - started,
            time.process_time() - between,
        )


def report(scorer: ModuleType, results: Sequence[Result], worst: int) -> None:
    print(f"{'':<36}{'pages':>6}{'F1':>8}{'P':>8}{'R':>8}   trafilatura: F1, P, R")
    sets: dict[str, list[Result]] = defaultdict(list)
    for one in results:
        sets[_set(one)].append(one)
    for name, chosen in sets.items():
        _row(scorer, name, chosen)
        groups: dict[str, list[Result]] = defaultdict(list)
        for one in chosen if name == "fundus" else ():
            groups[_language(one)].append(one)
        for language, group in sorted(groups.items(), key=lambda pair: -len(pair[1])):
            _row(scorer, f"  {language}", group)
        lost = [one.source.name for one in chosen if _recall(scorer, one, one.text) < 0.5]
        print(f"  less than half of the text comes out of: {', '.join(lost) or 'none'}")
        for label, seconds in (
            ("ours", [r.seconds for r in chosen]),
            ("trafilatura", [r.others_seconds for r in chosen]),
        ):
            print(
                f"  CPU ms a page, {label}: median {1e3 * statistics.median(seconds):.1f}, "
                f"mean {1e3 * statistics.mean(seconds):.1f}, most {1e3 * max(seconds):.0f}"
            )
        for one in sorted(chosen, key=lambda one: _score(scorer, one, one.text)["f1"])[:worst]:
            scored = _score(scorer, one, one.text)
            print(f"  {one.source.name[:40]:<42}P {scored['precision']:.3f}  R {scored['recall']:.3f}")


def _set(one: Result) -> str:
    return "fundus" if "_" in one.source.name else "scrapinghub"


def _language(one: Result) -> str:
    country = one.source.name.partition("-")[0]
    return next((name for name, countries in _LANGUAGES.items() if country in countries), "others")


def _row(scorer: ModuleType, name: str, chosen: Sequence[Result]) -> None:
    cells = []
    texts: tuple[Callable[[Result], str], ...] = (lambda one: one.text, lambda one: one.other)
    for text in texts:
        scored = scorer.evaluate(
            {r.source.name: r.source.body for r in chosen}, {r.source.name: text(r) for r in chosen}
        )
        cells.append("".join(f"{scored[key]:>8.3f}" for key in ("f1", "precision", "recall")))
    print(f"{name:<36}{len(chosen):>6}{cells[0]}  {cells[1]}")


def _score(scorer: ModuleType, one: Result, text: str) -> dict[str, float]:
    scored: dict[str, float] = scorer.evaluate({one.source.name: one.source.body}, {one.source.name: text})
    return scored


def _recall(scorer: ModuleType, one: Result, text: str) -> float:
    return _score(scorer, one, text)["recall"]


if __name__ == "__main__":
    main()
