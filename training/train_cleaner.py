"""Train the cleaner: `python training/train_cleaner.py DATA_FOLDER [--out FILE]`.

DATA_FOLDER is laid out as ../shared/eval (see `cleaner_data`). The result is one JSON file with the lexicon and the
trees; the same data and the same versions of numpy and LightGBM give the same file, byte for byte.

Three layers, each trained on what the ones below say about sites they have not seen:
1. the lexicon counts sites; a document is measured with its own site's counts taken out;
2. two forests score lines (one sees everything, one the neighbourhood);
3. three forests score places where the article may end, by a softmax over each document's places, on top of what
   closing lines above a place say against it.
"""

import argparse
import dataclasses
import hashlib
import json
import math
import multiprocessing
import sys
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np
import numpy.typing as npt

from pipeline.core.clean.front import find_front
from pipeline.core.clean.lines import split_lines
from pipeline.core.clean.measure.characters import words_of
from pipeline.core.clean.measure.features import NAMES, Article, features
from pipeline.core.clean.measure.fixed import ONE, Fixed
from pipeline.core.clean.measure.lexicon import Lexicon, as_fixed, build, expressions, score_of
from pipeline.core.clean.measure.spans import Spans
from pipeline.core.clean.score import closings, ends
from pipeline.core.clean.score.model import END_NAMES, LOCAL_NAMES, PROSE, possible
from pipeline.core.clean.score.trees import UNIT
from training.cleaner_data import trainable
from training.interrupt import interrupt
from training.recombine import Document, recombine

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]

SEED = 1
VERSION = "2"
_LABELS = {"keep": 0, "drop": 1, "ignore": -1}
_LEXICON_WORDS = 20
_FEWEST_SITES = 4
_WEAKEST = 0.25
_INNER_FOLDS = 4
LINE_ROUNDS, LINE_RATE = 130, 0.15
END_ROUNDS, END_RATE, END_FORESTS = 100, 0.12, 3
# One document in so many goes into the fingerprint.
_SAMPLED = 25
# What a page as it was found weighs among the documents that were made, when the ends are learned.
_FULL_PAGE, _FULL_PAGES = 2.0, {"full", "found", "scrape"}
_COMMON: dict[str, Any] = {
    "num_leaves": 8, "max_depth": 5, "bagging_freq": 1, "verbose": -1, "num_threads": 1, "seed": SEED,
    "deterministic": True, "force_col_wise": True, "max_bin": 63,
}  # fmt: skip
_LINE: dict[str, Any] = _COMMON | {
    "objective": "binary", "min_data_in_leaf": 80, "feature_fraction": 0.25, "bagging_fraction": 0.7, "lambda_l2": 5,
}  # fmt: skip
_END: dict[str, Any] = _COMMON | {
    "min_data_in_leaf": 60, "feature_fraction": 0.2, "bagging_fraction": 0.8, "lambda_l2": 10,
    "min_sum_hessian_in_leaf": 0.1,
}  # fmt: skip


@dataclass(frozen=True)
class Example:
    """A document ready to learn from.

    The article, its lines' features in 512ths and their labels (0 keep, 1 drop, -1 ignore); its site; and what it
    weighs when the ends are learned (0: nothing is known of its end).
    """

    article: Article
    rows: Fixed
    labels: Integers
    site: str
    weight: float = 1.0

    @property
    def ends(self) -> bool:
        """Whether it teaches where articles end."""
        return self.weight > 0


def train(documents: Sequence[Document], workers: int = 1) -> dict[str, Any]:
    """Everything the cleaner needs, as the content of its weights file: the same from any number of `workers`."""
    counts = SiteCounts(documents)
    examples = spread(lambda document: example(document, counts), [*documents, *made_of(documents)], workers)
    wide, local = list(range(len(NAMES))), [NAMES.index(name) for name in LOCAL_NAMES]
    streams = [unseen_scores(examples, columns, workers) for columns in (wide, local)]
    line, near = spread(
        lambda named: as_lists(train_lines(examples, named[0]), named[1]),
        [(wide, NAMES), (local, LOCAL_NAMES)],
        workers,
    )
    told = [index for index, one in enumerate(examples) if one.ends]
    ends_of = [examples[index] for index in told]
    scores_of = [[scores[index] for index in told] for scores in streams]
    seeds = range(SEED, SEED + END_FORESTS)
    end = spread(lambda seed: as_lists(train_ends(ends_of, scores_of, seed), END_NAMES, END_FORESTS), seeds, workers)
    return {
        "version": VERSION,
        "fingerprint": fingerprint(documents, counts),
        "lexicon": {key: round(value, 3) for key, value in sorted(counts.scores().items())},
        "trees": {
            "line": line,
            "local": near,
            "end": [tree for forest in end for tree in forest],
        },
    }


def spread(work: Callable[[Any], Any], items: Iterable[Any], workers: int) -> list[Any]:
    """`work` done with each item, in their order; in so many processes, which begin as copies of this one."""
    given = list(items)
    if workers == 1:
        return [work(item) for item in given]
    _at_work.append(work)
    try:
        with multiprocessing.get_context("fork").Pool(min(workers, len(given))) as pool:
            return pool.map(_work, given, max(1, len(given) // (8 * workers)))
    finally:
        _at_work.pop()


# What a process that begins as a copy has to do; it need not travel, and could not.
_at_work: list[Callable[[Any], Any]] = []


def _work(item: Any) -> Any:
    return _at_work[-1](item)


def made_of(documents: Sequence[Document]) -> list[Document]:
    """More documents, each of one language; none of feeds, since nobody has said of all their lines what they are."""
    made = []
    for language in sorted({document["language"] for document in documents}):
        whole = [one for one in documents if one["language"] == language and one["variant"] != "feed"]
        alone = [document for document in whole if document["variant"] != "seedlike"]
        made += [*recombine(whole, SEED), *interrupt(alone, SEED)]
    return made


def write(weights: dict[str, Any], path: Path) -> None:
    """One tree and one word a line, so that the file can be read and compared."""
    lexicon = ",\n".join(f"  {json.dumps(k, ensure_ascii=False)}: {v}" for k, v in weights["lexicon"].items())
    trees = ",\n".join(
        f'  "{name}": [\n' + ",\n".join("   " + json.dumps(tree, separators=(",", ":")) for tree in forest) + "\n  ]"
        for name, forest in weights["trees"].items()
    )
    head = f' "version": "{weights["version"]}",\n "fingerprint": "{weights["fingerprint"]}",\n'
    path.write_text(f'{{\n{head} "lexicon": {{\n{lexicon}\n }},\n "trees": {{\n{trees}\n }}\n}}\n', encoding="utf-8")


# --- the lexicon


class SiteCounts:
    """For each expression, the sites that have it in an article's line and those that have it in boilerplate."""

    def __init__(self, documents: Iterable[Document]) -> None:
        found: dict[str, tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
        for document in documents:
            if document["variant"] != "seedlike":  # their headlines are other articles' titles: no new sites
                _count(document, found)
        self._found = {key: sites for key, sites in found.items() if len(sites[0]) + len(sites[1]) >= _FEWEST_SITES}
        self._of_site: dict[str, list[str]] = defaultdict(list)
        for key, sites in self._found.items():
            for site in sites[0] | sites[1]:
                self._of_site[site].append(key)
        self._all = {key: self._score(key, frozenset()) for key in self._found}
        # Every expression has its place in the lexicon, so that other scores can be put there.
        self._lexicon = build(self._all)

    def scores(self) -> dict[str, float]:
        """The score of each expression that has one."""
        return {key: score for key, score in self._all.items() if score is not None}

    def lexicon(self, without: frozenset[str]) -> Lexicon:
        """The lexicon as it would be without these sites."""
        score = self._lexicon.score.copy()
        for key in {key for site in without for key in self._of_site.get(site, ())}:
            score[self._lexicon.at[key]] = as_fixed(self._score(key, without))
        return dataclasses.replace(self._lexicon, score=score)

    def _score(self, key: str, without: frozenset[str]) -> float | None:
        article, boilerplate = self._found[key]
        score = score_of(len(boilerplate - without), len(article - without))
        weak_pair = score is not None and " " in key and abs(score) < _WEAKEST
        return None if weak_pair else score


def _count(document: Document, found: dict[str, tuple[set[str], set[str]]]) -> None:
    for line in document["lines"]:
        words = words_of(line["text"])
        if line["label"] != "ignore" and 0 < len(words) <= _LEXICON_WORDS:
            for expression in expressions(words):
                found[expression][_LABELS[line["label"]]].add(document["domain"])


# --- documents


def example(document: Document, counts: SiteCounts) -> Example:
    """Measure a document with the lexicon that its own sites had no part in."""
    lexicon = counts.lexicon(frozenset({document["domain"], *document.get("sites", ())}))
    lines = split_lines("\n\n".join(line["text"] for line in document["lines"]))
    article = Article(lines, find_front(lines).headline)
    labels = np.array([_LABELS[line["label"]] for line in document["lines"]])
    columns = features([article], Spans([len(lines)]), lexicon)
    weight = _FULL_PAGE if document["variant"] in _FULL_PAGES else float(document["variant"] != "feed")
    return Example(article, np.ascontiguousarray(columns.T), labels, document["domain"], weight)


def fingerprint(documents: Sequence[Document], counts: SiteCounts) -> str:
    """What the weights depend on, in short: what is measured of some documents, the parameters, LightGBM's version.

    Whoever changes a feature and does not train again finds another one.
    """
    told = hashlib.sha256(repr((LINE_ROUNDS, LINE_RATE, END_ROUNDS, END_RATE, END_FORESTS, _LINE, _END)).encode())
    told.update(f"{lightgbm.__version__} {len(documents)}".encode())
    for document in documents[::_SAMPLED]:
        measured = example(document, counts)
        told.update(measured.rows.tobytes() + measured.labels.astype("<i8").tobytes())
    return told.hexdigest()


# --- lines


def _line_weights(labels: Integers) -> Floats:
    """Lines near the end of the article weigh more, and a long document does not weigh as much as its lines."""
    kept = np.flatnonzero(labels == 0)
    end = (kept[-1] if len(kept) else -1) + 0.5
    near = 1 + 4 * np.exp(-np.abs(np.arange(len(labels)) - end) / 4)
    weights: Floats = near * 7 / np.sqrt(len(labels))
    return weights


def train_lines(examples: Sequence[Example], columns: Sequence[int]) -> lightgbm.Booster:
    """A forest that tells boilerplate lines from an article's, by the features in `columns`."""
    rows = np.concatenate([e.rows[:, columns] for e in examples]).astype(np.float32)
    labels = np.concatenate([e.labels for e in examples])
    weights = np.concatenate([_line_weights(e.labels) for e in examples])
    told = labels >= 0
    data = lightgbm.Dataset(rows[told], labels[told], weight=weights[told])
    return lightgbm.train(_LINE | {"learning_rate": LINE_RATE}, data, LINE_ROUNDS)


def unseen_scores(examples: Sequence[Example], columns: Sequence[int], workers: int = 1) -> list[Integers]:
    """The scores, in 512ths, of each example's lines by forests that were trained on other sites."""
    fold = [zlib.crc32(e.site.encode()) // 7 % _INNER_FOLDS for e in examples]

    def scores(held: int) -> dict[int, Integers]:
        forest = train_lines([e for e, f in zip(examples, fold, strict=True) if f != held], columns)
        return {index: _scores(forest, examples[index], columns) for index, f in enumerate(fold) if f == held}

    result: dict[int, Integers] = {}
    for found in spread(scores, range(_INNER_FOLDS), workers):
        result.update(found)
    return [result[index] for index in range(len(examples))]


def _scores(forest: lightgbm.Booster, one: Example, columns: Sequence[int]) -> Integers:
    rows = one.rows[:, columns].astype(np.float32)
    scores: Integers = np.rint(np.asarray(forest.predict(rows, raw_score=True, num_threads=1)) * ONE).astype(np.int64)
    return scores


# --- ends


def right_places(labels: Integers) -> npt.NDArray[np.bool_]:
    """The places where a cut is right: from below the article's last line to above the first line of boilerplate."""
    kept = np.flatnonzero(labels == 0)
    first = (kept[-1] if len(kept) else -1) + 1
    dropped = np.flatnonzero(labels[first:] == 1)
    last = first + dropped[0] if len(dropped) else len(labels)
    place = np.arange(len(labels) + 1)
    return (place >= first) & (place <= last)


def train_ends(examples: Sequence[Example], streams: Sequence[Sequence[Integers]], seed: int) -> lightgbm.Booster:
    """A forest over places, fitted so that the softmax over a document's places falls on the right ones.

    There are few documents to learn this from, and so forests that differ in nothing but chance differ in what they
    say; their mean is worth more than any of them.
    """
    places = [_places(example, [scores[index] for scores in streams]) for index, example in enumerate(examples)]
    blocks, told, rights = zip(*places, strict=True)
    right, start = np.concatenate(rights), np.concatenate(told)
    sizes = np.array([len(block) for block in blocks])
    starts = np.concatenate(([0], np.cumsum(sizes)[:-1]))
    of = np.repeat(np.arange(len(sizes)), sizes)
    weight = np.array([example.weight for example in examples])[of]

    def softmax(scores: Floats, _: lightgbm.Dataset) -> tuple[Floats, Floats]:
        scores = scores + start
        share = np.exp(scores - np.maximum.reduceat(scores, starts)[of])
        share /= np.add.reduceat(share, starts)[of]
        wanted = np.where(right, share, 0)
        wanted /= (np.add.reduceat(wanted, starts) + 1e-12)[of]
        return weight * (share - wanted), weight * np.maximum(share * (1 - share), 1e-3)

    seeds = {"bagging_seed": seed, "feature_fraction_seed": seed}
    data = lightgbm.Dataset(np.concatenate(blocks), right.astype(float))
    return lightgbm.train(_END | seeds | {"learning_rate": END_RATE, "objective": softmax}, data, END_ROUNDS)


def _places(
    example: Example, streams: Sequence[Integers]
) -> tuple[npt.NDArray[np.float32], Floats, npt.NDArray[np.bool_]]:
    """The possible places of a document: their features, what they have against them, and whether each is right."""
    spans = Spans([len(example.labels)])
    scores = np.stack(streams).astype(np.int32)
    chosen = np.flatnonzero(possible(scores, spans))
    columns = ends.places(example.rows.T, scores, spans, chosen)
    against = closings.against(
        [example.article.lines], scores.sum(axis=0) // len(streams) > 0, example.rows[:, PROSE] > 0, spans
    )
    return columns.T.astype(np.float32), against[chosen] / UNIT, right_places(example.labels)[chosen]


# --- the file


def as_lists(forest: lightgbm.Booster, names: Sequence[str], share: int = 1) -> list[Any]:
    """The trees as nested lists (see pipeline.core.clean.score.trees), rounded; leaves are over `share`."""

    def node(tree: dict[str, Any]) -> Any:
        if "leaf_value" in tree:
            return round(tree["leaf_value"] / share, 4)
        threshold = round(math.floor(tree["threshold"]) / ONE, 4)
        return [names[tree["split_feature"]], threshold, node(tree["left_child"]), node(tree["right_child"])]

    return [node(tree["tree_structure"]) for tree in forest.dump_model()["tree_info"]]


def main() -> None:
    """Train and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="folder laid out as ../shared/eval")
    default = Path(__file__).parents[1] / "pipeline/core/clean/weights/cleaner.json"
    parser.add_argument("--out", type=Path, default=default, help="file to write (default: the packaged one)")
    parser.add_argument("--workers", type=int, default=1, help="processes to train in (default: 1)")
    arguments = parser.parse_args()
    try:
        documents = trainable(arguments.data)
    except OSError as error:
        sys.exit(f"cannot read the training data: {error}. Give the folder that holds boilerplate, wild and rolling.")
    write(train(documents, arguments.workers), arguments.out)


if __name__ == "__main__":
    main()
