#!/usr/bin/env python3
"""Measure what learning from the stream brings: `python benchmarks/evaluate_learning.py --data FOLDER`.

FOLDER is laid out as ../shared/eval: rolling/{dev-abp,dev-sources}.{articles,lines}.jsonl.gz and the scorers.
Prints, for each feed, recall and precision of the lines that recur in a source: without learning, with it (article by
article, in order), and in two passes, by how often the source had shown the line before; with the threshold chosen on
other sources (folds); and what it does to the articles of which every line is labelled. With `--cost` also CPU time
and memory.
"""

import argparse
import gzip
import importlib.util
import json
import subprocess
import sys
import tempfile
import time
import tracemalloc
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from pipeline.core.codec import decode_sighting, encode
from pipeline.core.flow import Channel, Stage
from pipeline.core.learn.decide import THRESHOLD
from pipeline.core.learn.known import KnownLines
from pipeline.core.learn.learner import Learner
from pipeline.core.outcome import Done, Message, Outcome
from pipeline.core.records import Sighting
from pipeline.core.steps.run import Steps
from pipeline.core.steps.settings import StepSettings
from pipeline.core.steps.teacher import Teacher

FEEDS = ("dev-abp", "dev-sources")
_GRID = tuple(number / 4 for number in range(10, 23))  # 2.5 to 5.5
_FOLDS = 8
_WANTED = 0.985  # precision asked for on the other folds' sources
_BATCH = 32
_MANY_SOURCES = 10_000

Record = dict[str, Any]
Labels = dict[tuple[str, str], str]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with rolling/ and the scorers")
    parser.add_argument("--cost", action="store_true", help="CPU time and memory, too")
    arguments = parser.parse_args()
    if not (arguments.data / "rolling/dev-abp.articles.jsonl.gz").exists():
        sys.exit(
            f"{arguments.data}: no rolling/dev-abp.articles.jsonl.gz in it. Give the evaluation folder with --data."
        )
    scorer = _load(arguments.data / "score_rolling.py")
    for feed in FEEDS:
        path = arguments.data / "rolling" / feed
        articles = list(_read(Path(f"{path}.articles.jsonl.gz")))
        outcomes = clean(articles)
        print(f"\n{feed}: {len(articles):,} articles")
        for name, records in (
            ("alone", [_record(outcome) for outcome in outcomes]),
            ("learning", learned(outcomes)),
            ("two passes", learned(outcomes, two_pass=True)),
        ):
            _show(arguments.data, path, name, records)
        print("  threshold chosen on other sources:")
        cross_validated(scorer, articles, f"{path}.lines.jsonl.gz", outcomes)
        if Path(f"{path}.full.jsonl.gz").exists():
            _show_full(arguments.data, path, outcomes)
    if arguments.cost:
        cost(list(_read(arguments.data / "rolling/dev-abp.articles.jsonl.gz")))


def clean(articles: Sequence[Record]) -> list[Outcome]:
    """What the clean step makes of the articles, knowing nothing of their sources."""
    steps = Steps(StepSettings(), [Stage.CLEAN])
    messages = [Message(None, json.dumps(article).encode()) for article in articles]
    return [
        outcome
        for start in range(0, len(messages), _BATCH)
        for outcome in steps.run(Stage.CLEAN, messages[start : start + _BATCH])
    ]


def learned(outcomes: Iterable[Outcome], *, two_pass: bool = False, threshold: float = THRESHOLD) -> list[Record]:
    """The records as learning makes them, article by article, or after a first pass over all."""
    teacher = Teacher(StepSettings(), threshold)
    outcomes = list(outcomes)
    for outcome in outcomes if two_pass else ():
        teacher.count(outcome)
    records = []
    for outcome in outcomes:
        records.append(_record(teacher.clean(outcome)))
        if not two_pass:
            teacher.count(outcome)
    return records


def cross_validated(scorer: ModuleType, articles: Sequence[Record], labels: str, outcomes: Sequence[Outcome]) -> None:
    """Each fold of sources with the lowest threshold that reaches the precision on all others."""
    everywhere, here = _labels(scorer, labels)
    tallies = {t: _tally(articles, everywhere, here, learned(outcomes, threshold=t)) for t in _GRID}
    sources = sorted(tallies[THRESHOLD], key=lambda source: -tallies[THRESHOLD][source]["drop"])
    total: Counter[str] = Counter()
    chosen = []
    for fold in range(_FOLDS):
        others = [source for number, source in enumerate(sources) if number % _FOLDS != fold]
        best = next(
            (t for t in _GRID if _precision(sum((tallies[t][s] for s in others), Counter())) >= _WANTED), _GRID[-1]
        )
        chosen.append(best)
        total += sum((tallies[best][source] for source in sources[fold::_FOLDS]), Counter())
    print(f"    {chosen}: recall {total['drop gone'] / total['drop']:.3f}  precision {_precision(total):.3f}")
    for t in _GRID:
        one = sum(tallies[t].values(), Counter())
        print(f"    at {t}: recall {one['drop gone'] / one['drop']:.3f}  precision {_precision(one):.3f}")


def cost(articles: Sequence[Record]) -> None:
    """CPU time an article of each part, and the memory of 10,000 sources."""
    began = time.process_time()
    for learn in (False, True):
        steps = Steps(StepSettings(learn=learn), [Stage.CLEAN])
        messages = [Message(None, json.dumps(article).encode()) for article in articles]
        began = time.process_time()
        for start in range(0, len(messages), _BATCH):
            steps.run(Stage.CLEAN, messages[start : start + _BATCH])
        print(f"clean, learn={learn}: {(time.process_time() - began) / len(articles) * 1e3:.3f} ms an article")
    sightings = [told for outcome in clean(articles) if (told := _sighting(outcome)) is not None]
    learner = Learner(KnownLines())
    began = time.process_time()
    for told in sightings:
        learner.take(decode_sighting(encode(told), StepSettings().limits))
    print(f"learn: {(time.process_time() - began) / len(sightings) * 1e3:.3f} ms an article")
    print(f"a sighting has {sum(len(encode(told)) for told in sightings) / len(sightings):,.0f} bytes")
    for each in (20, 100, 200):
        _memory(sightings, each)


def _memory(sightings: Sequence[Sighting], each: int) -> None:
    """Of 10,000 sources with `each` articles: some are measured, since all are alike, and scaled up."""
    measured = 100
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    learner = Learner(KnownLines())
    for source in range(measured):
        for number in range(each):
            told = sightings[(source * each + number) % len(sightings)]
            learner.recall(Sighting.model_construct(source=f"source {source}", article_id="a", lines=told.lines))
    taken = tracemalloc.get_traced_memory()[0] - before
    tracemalloc.stop()
    print(f"{_MANY_SOURCES:,} sources of {each} articles: {taken / measured * _MANY_SOURCES / 2**20:,.0f} MiB")


def _tally(
    articles: Sequence[Record], everywhere: Labels, here: Labels, records: Sequence[Record]
) -> dict[str, Counter[str]]:
    """By source, how many lines that are to go and to stay there are, and went."""
    found: dict[str, Counter[str]] = {}
    for article, record in zip(articles, records, strict=True):
        kept = set(_lines(record["text"]))
        tally = found.setdefault(article["source"], Counter())
        for text in set(_lines(article["text"])):
            label = here.get((article["id"], text)) or everywhere.get((article["source"], text))
            if label in {"drop", "keep"}:
                tally[label] += 1
                tally[f"{label} gone"] += text not in kept
    return found


def _precision(tally: Counter[str]) -> float:
    return tally["drop gone"] / max(1, tally["drop gone"] + tally["keep gone"])


def _labels(scorer: ModuleType, path: str) -> tuple[Labels, Labels]:
    everywhere: Labels = {}
    here: Labels = {}
    for row in scorer.read(path):
        if "id" in row:
            here[row["id"], row["text"].strip()] = row["label"]
        else:
            everywhere[row["source"], row["text"].strip()] = row["label"]
    return everywhere, here


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n") if line.strip()]


def _record(outcome: Outcome) -> Record:
    assert isinstance(outcome, Done), outcome
    record: Record = json.loads(outcome.outputs[0].value or b"")
    return record


def _sighting(outcome: Outcome) -> Sighting | None:
    outputs = outcome.outputs if isinstance(outcome, Done) else ()
    for output in outputs:
        if output.channel is Channel.SIGHTINGS:
            return decode_sighting(output.value or b"", StepSettings().limits)
    return None


def _show(data: Path, path: Path, name: str, records: Sequence[Record]) -> None:
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as file:
        file.writelines(json.dumps(record) + "\n" for record in records)
        file.flush()
        names = [f"{path}.articles.jsonl.gz", f"{path}.lines.jsonl.gz", file.name]
        command = [sys.executable, str(data / "score_rolling.py"), *names, "--by", "seen"]
        print(f"  {name}\n{subprocess.run(command, check=True, capture_output=True, text=True).stdout}")


def _show_full(data: Path, path: Path, outcomes: Sequence[Outcome]) -> None:
    """Of the articles with a label on every line: what is removed rightly and wrongly, alone and with learning."""
    labelled = {row["id"]: row for row in _read(Path(f"{path}.full.jsonl.gz"))}
    for name, records in (("alone", map(_record, outcomes)), ("learning", learned(outcomes))):
        tally: Counter[str] = Counter()
        for record in records:
            kept = set(_lines(record["text"]))
            for line in labelled.get(record["id"], {"lines": []})["lines"]:
                tally[line["label"]] += 1
                tally[f"{line['label']} gone"] += line["text"].strip() not in kept
        recall, lost = tally["drop gone"] / tally["drop"], tally["keep gone"]
        print(
            f"  every line labelled, {name}: recall {recall:.3f}  precision {_precision(tally):.3f}  lines lost {lost}"
        )


def _read(path: Path) -> Iterable[Record]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    main()
