"""Train the judge of web pages: `python -m training.train_pages DATA_FOLDER [--out FILE]`.

DATA_FOLDER holds pages (`*.html.gz`) with a `ground-truth.json` (`{page: {"articleBody": text}}`) in `fundus/` and in
`html/dev/`. Each block of a page is labelled by how much of it stands in the body. The result is one JSON file; the
same data and the same versions of trafilatura, numpy and LightGBM give the same file, byte for byte.

Two looks (see pipeline.core.clean.page.judge): the second learns from what trafilatura reads of pages whose blocks the
first one has judged without having seen their site.
"""

import argparse
import gzip
import json
import re
import sys
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np
import numpy.typing as npt

from pipeline.core.clean.measure.fixed import Fixed
from pipeline.core.clean.page.blocks import Block, blocks_of
from pipeline.core.clean.page.data import data_of
from pipeline.core.clean.page.html import parse, read_by_another
from pipeline.core.clean.page.judge import take_out
from pipeline.core.clean.page.measure import Measured, Rows
from pipeline.core.clean.page.scripts import scripts_of
from pipeline.core.clean.score.trees import UNIT
from training.train_cleaner import as_lists

Floats = npt.NDArray[np.float64]

VERSION = "1"
SEED = 1
ROUNDS, RATE = 160, 0.08
# The second look is the mean of so many forests that differ only by chance: it decides, the first only clears.
FORESTS = {"first": 1, "second": 3}
_FOLDS = 5
_SETS = ("fundus", "html/dev")
_SHINGLE = 4
_NEAR = 6
_WORD = re.compile(r"\w+")
# What a page weighs does not grow with its blocks, and a block weighs less than its words.
_PAGE, _POWER, _SHORTEST_BODY = 20.0, 0.7, 40
_LEARNING: dict[str, Any] = {
    "objective": "binary", "num_leaves": 8, "max_depth": 5, "learning_rate": RATE, "min_data_in_leaf": 40,
    "feature_fraction": 0.12, "bagging_fraction": 0.7, "bagging_freq": 1, "lambda_l2": 5, "verbose": -1,
    "num_threads": 1, "seed": SEED, "deterministic": True, "force_col_wise": True,
}  # fmt: skip


@dataclass(frozen=True)
class Source:
    """A page with its article's body; `site` tells which pages have to be on the same side."""

    name: str
    site: str
    html: str
    body: str


@dataclass
class Example:
    """A page ready to learn from: its blocks, measured; how much of each is the body's, and what it weighs."""

    source: Source
    blocks: Sequence[Block]
    measured: Measured
    shares: Floats
    weights: Floats
    rows: Rows


def sources(folder: Path) -> Iterator[Source]:
    """The pages of both sets."""
    sites = _sites(folder / "boilerplate/dev.jsonl")
    for name in _SETS:
        truth = json.loads((folder / name / "ground-truth.json").read_text(encoding="utf-8"))
        for page, told in truth.items():
            with gzip.open(folder / name / f"{page}.html.gz") as file:
                html = file.read().decode("utf-8", "replace")
            site = told.get("domain") or sites.get(f"sh-{page[:12]}", page)
            yield Source(page, site, html, told["articleBody"])


def _sites(path: Path) -> dict[str, str]:
    """The sites of pages whose names do not tell, as the set of plain texts that was made of them does."""
    if not path.exists():
        return {}
    documents = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return {document["id"].partition(".")[0]: document["domain"] for document in documents}


def example(source: Source) -> Example | None:
    """Measure a page by itself; None for one without blocks."""
    tree = parse(source.html)
    blocks = blocks_of(tree)
    if not blocks:
        return None
    measured = Measured(blocks, data_of(tree, scripts_of(tree), None).told())
    shares, words = _labels(blocks, source.body)
    body = max(float((words * shares).sum()), _SHORTEST_BODY)
    sure = np.maximum(np.abs(2 * shares - 1), 0.1)
    weights = (words**_POWER + 0.3) / body**_POWER * _PAGE * sure
    return Example(source, blocks, measured, shares, weights, measured.rows)


def _labels(blocks: Sequence[Block], body: str) -> tuple[Floats, Floats]:
    """For each block, the share of its shingles that stand in the body, and how many words it has."""
    told = _WORD.findall(body.replace("\xad", ""))
    shingles = Counter(tuple(told[at : at + _SHINGLE]) for at in range(len(told)))
    text = f" {' '.join(told)} "
    shares, counts, seen = [], [], set()
    for block in blocks:
        words = _WORD.findall(block.text.replace("\xad", ""))
        if len(words) < _SHINGLE:
            share = float(bool(words) and f" {' '.join(words)} " in text)
        else:
            of = [tuple(words[at : at + _SHINGLE]) for at in range(len(words) - _SHINGLE + 1)]
            share = 0.0 if tuple(words) in seen else sum(one in shingles for one in of) / len(of)
        seen.add(tuple(words))
        shares.append(share)
        counts.append(len(words))
    return _without_strays(np.array(shares), np.array(counts)), np.array(counts, dtype=float)


def _without_strays(shares: Floats, counts: npt.NDArray[np.int64]) -> Floats:
    """A word or two of the body stand in many a menu: they are the body's only near its longer blocks."""
    sure = np.flatnonzero((counts >= _SHINGLE) & (shares >= 0.5))
    for at in np.flatnonzero((counts < _SHINGLE) & (shares > 0)).tolist():
        if not len(sure) or not sure[0] - 3 <= at <= sure[-1] + 2 or np.abs(sure - at).min() > _NEAR:
            shares[at] = 0.0
    return shares


def fold_of(site: str, folds: int) -> int:
    """The fold of a site: the same in any order and company."""
    return zlib.crc32(site.encode()) % folds


def fit(examples: Iterable[Example], names: Sequence[str], seed: int = SEED) -> lightgbm.Booster:
    """A forest that tells the body's blocks, by the features in `names`."""
    chosen = list(examples)
    columns = np.concatenate([_columns(one, names) for one in chosen]).astype(np.float32)
    shares = np.concatenate([one.shares for one in chosen])
    weights = np.concatenate([one.weights for one in chosen])
    data = lightgbm.Dataset(columns, (shares >= 0.5).astype(float), weight=weights)
    return lightgbm.train(_LEARNING | {"seed": seed}, data, ROUNDS)


def _columns(one: Example, names: Sequence[str]) -> Fixed:
    columns: Fixed = np.stack([one.rows[name] for name in names], axis=1)
    return columns


def read_unseen(examples: Sequence[Example]) -> None:
    """Give each page another's reading of it, without what a first look that never saw its site is sure of."""
    folds = [fold_of(one.source.site, _FOLDS) for one in examples]
    names = sorted(examples[0].measured.rows)
    for held in range(_FOLDS):
        forest = fit([one for one, fold in zip(examples, folds, strict=True) if fold != held], names)
        for one in (one for one, fold in zip(examples, folds, strict=True) if fold == held):
            scores = forest.predict(_columns(one, names), raw_score=True)
            tree = parse(one.source.html)
            take_out(blocks_of(tree), np.rint(scores * UNIT).astype(np.int64))
            one.rows = one.measured.with_reading(read_by_another(tree) or "")


def train(examples: Sequence[Example]) -> dict[str, Any]:
    """The content of the weights file. The examples must have their readings (`read_unseen`)."""
    looks = {"first": sorted(examples[0].measured.rows), "second": sorted(examples[0].rows)}
    trees = {
        look: [
            tree
            for number in range(FORESTS[look])
            for tree in as_lists(fit(examples, names, SEED + number), names, FORESTS[look])
        ]
        for look, names in looks.items()
    }
    return {"version": VERSION, "trees": trees}


def write(weights: dict[str, Any], path: Path) -> None:
    """One tree a line, so that the file can be read and compared."""
    trees = ",\n".join(
        f'  "{name}": [\n' + ",\n".join("   " + json.dumps(tree, separators=(",", ":")) for tree in forest) + "\n  ]"
        for name, forest in weights["trees"].items()
    )
    path.write_text(f'{{\n "version": "{weights["version"]}",\n "trees": {{\n{trees}\n }}\n}}\n', encoding="utf-8")


def examples_of(folder: Path) -> list[Example]:
    """All pages, measured and read."""
    found = [one for one in map(example, sources(folder)) if one is not None]
    read_unseen(found)
    return found


def main() -> None:
    """Train and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="folder with fundus/ and html/dev/")
    default = Path(__file__).parents[1] / "pipeline/core/clean/weights/page.json"
    parser.add_argument("--out", type=Path, default=default, help="file to write (default: the packaged one)")
    arguments = parser.parse_args()
    try:
        examples = examples_of(arguments.data)
    except OSError as error:
        sys.exit(f"cannot read the pages: {error}. Give the folder that holds fundus/ and html/dev/.")
    write(train(examples), arguments.out)


if __name__ == "__main__":
    main()
