#!/usr/bin/env python3
"""Measure the cleaner on texts that lost their shape: `python benchmarks/evaluate_shapes.py --data FOLDER`.

FOLDER is laid out as ../shared/eval. Every labelled document is given in one line (its lines joined by a space), and
then its article alone, hard-wrapped at three widths. Prints what share of the words of boilerplate went, what share of
the article's words stayed (all words together, and the mean over documents), and what share of documents lost any.
With `--models`, a folder that `evaluate_cleaning.py --models` filled, each document is judged by the weights of the
fold that has not seen its site; else by the packaged weights, which have seen many of them.
"""

import argparse
import json
import re
import sys
import textwrap
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.evaluate_cleaning import Document, fold_of
from pipeline.core.clean import Caution, Cleaned, Cleaner
from pipeline.core.clean.score.model import Model

_SETS = ("boilerplate/dev", "boilerplate/seedlike-dev", "boilerplate/fundus-dev", "wild/dev")
_WIDTHS = (60, 72, 80)
_WORD = re.compile(r"\w+")
# Scripts without spaces: a sign counts as a word.
_SIGN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")


@dataclass
class Tally:
    """Words of the article and of boilerplate, and how many of each were cut; and documents."""

    documents: int = 0
    hurt: int = 0
    keep: int = 0
    lost: int = 0
    drop: int = 0
    gone: int = 0
    kept_shares: float = 0.0

    def add(self, keep: int, lost: int, drop: int, gone: int) -> None:
        """Count a document."""
        self.documents += 1
        self.hurt += lost > 0
        self.keep, self.lost = self.keep + keep, self.lost + lost
        self.drop, self.gone = self.drop + drop, self.gone + gone
        self.kept_shares += 1 - lost / keep if keep else 1.0

    def row(self, name: str) -> str:
        """The tally as a line of the table."""
        went = f"{self.gone / self.drop:.3f}" if self.drop else "-"
        kept = 1 - self.lost / max(self.keep, 1)
        mean = self.kept_shares / self.documents
        return f"{name:<30}{self.documents:>6}{went:>8}{kept:>9.4f}{mean:>9.4f}{self.hurt / self.documents:>8.3f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with boilerplate/ and wild/")
    parser.add_argument("--models", type=Path, help="folder of the folds' weights")
    parser.add_argument("--folds", type=int, default=5, help="how many folds these are")
    parser.add_argument("--every", type=int, default=1, help="measure every n-th document only")
    parser.add_argument("--caution", type=Caution, action="append", help="measure this level only; may be given again")
    arguments = parser.parse_args()
    sets = {name: _read(arguments.data / f"{name}.jsonl")[:: arguments.every] for name in _SETS}
    print(f"{'':<30}{'docs':>6}{'went':>8}{'kept':>9}{'mean':>9}{'hurt':>8}")
    for caution in arguments.caution or list(Caution):
        cleaners = _cleaners(arguments.models, arguments.folds, caution)
        everything = [document for documents in sets.values() for document in documents]
        for name, documents in (*sets.items(), ("all", everything)):
            shown = name.removeprefix("boilerplate/").removesuffix("/dev")
            print(_in_one_line(documents, cleaners).row(f"one line, {caution}, {shown}"), flush=True)
        for width in (None, *_WIDTHS):
            label = "as it is" if width is None else f"wrapped at {width}"
            print(_wrapped(everything, cleaners, width).row(f"{label}, {caution}"), flush=True)


def _read(path: Path) -> list[Document]:
    if not path.exists():
        sys.exit(f"{path} is not there. Give the evaluation folder with --data.")
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


def _cleaners(models: Path | None, folds: int, caution: Caution) -> list[Cleaner]:
    if models is None:
        return [Cleaner(caution=caution)]
    weights: list[dict[str, Any]] = [
        json.loads((models / f"{held}-of-{folds}.json").read_text(encoding="utf-8")) for held in range(folds)
    ]
    return [Cleaner(caution=caution, model=Model(one)) for one in weights]


def _clean(documents: Sequence[Document], texts: Sequence[str], cleaners: Sequence[Cleaner]) -> Iterator[Cleaned]:
    """Every text cleaned by the cleaner of its site's fold, in order."""
    by_fold: dict[int, list[int]] = defaultdict(list)
    for number, document in enumerate(documents):
        by_fold[fold_of(document["domain"], len(cleaners))].append(number)
    cleaned: dict[int, Cleaned] = {}
    for fold, numbers in by_fold.items():
        cleaned.update(zip(numbers, cleaners[fold].clean_many([(texts[n], None) for n in numbers]), strict=True))
    return (cleaned[number] for number in range(len(documents)))


def _in_one_line(documents: Sequence[Document], cleaners: Sequence[Cleaner]) -> Tally:
    tally = Tally()
    texts = [" ".join(line["text"] for line in document["lines"]) for document in documents]
    for document, text, cleaned in zip(documents, texts, _clean(documents, texts, cleaners), strict=True):
        gone = bytearray(len(text))
        for removed in cleaned.removed:
            start = removed.offset or 0
            gone[start : start + len(removed.text)] = b"\1" * len(removed.text)
        words = {label: [0, 0] for label in ("keep", "drop", "ignore")}
        at = 0
        for line in document["lines"]:
            for match in _WORD.finditer(line["text"]):
                size = max(1, len(_SIGN.findall(match[0])))
                words[line["label"]][0] += size
                words[line["label"]][1] += size * gone[at + match.start()]
            at += len(line["text"]) + 1
        tally.add(*words["keep"], *words["drop"])
    return tally


def _wrapped(documents: Sequence[Document], cleaners: Sequence[Cleaner], width: int | None) -> Tally:
    tally = Tally()
    articles = [[line["text"] for line in document["lines"] if line["label"] == "keep"] for document in documents]
    texts = ["\n\n".join(textwrap.fill(line, width) if width else line for line in lines) for lines in articles]
    for text, cleaned in zip(texts, _clean(documents, texts, cleaners), strict=True):
        lost = sum(len(_WORD.findall(removed.text)) for removed in cleaned.removed)
        tally.add(len(_WORD.findall(text)), lost, 0, 0)
    return tally


if __name__ == "__main__":
    main()
