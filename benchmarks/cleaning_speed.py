#!/usr/bin/env python3
"""How many plain-text articles a second one core cleans: `python benchmarks/cleaning_speed.py --data FOLDER`.

FOLDER is laid out as ../shared/eval. Articles are cleaned in batches, as the worker does it. Each batch is cleaned
several times and its least CPU time counts, so that what else runs on the machine weighs little; the same is done with
a plain regular-expression word count over the same texts, and the ratio of the two is what to compare between machines.
"""

import argparse
import json
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from pipeline.core.clean import Cleaner


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with boilerplate/dev.jsonl")
    parser.add_argument("--batch", type=int, default=32, help="articles cleaned at once (the worker's default: 32)")
    parser.add_argument("--repeats", type=int, default=7, help="times each batch is cleaned")
    arguments = parser.parse_args()
    path = arguments.data / "boilerplate/dev.jsonl"
    if not path.exists():
        sys.exit(f"{path} is not there. Give the evaluation folder with --data.")
    rows = [json.loads(line)["lines"] for line in path.read_text(encoding="utf-8").splitlines()]
    texts = ["\n\n".join(line["text"] for line in lines) for lines in rows]
    words = re.compile(r"\w+")
    cleaner = Cleaner()
    batches = [texts[start : start + arguments.batch] for start in range(0, len(texts), arguments.batch)]
    counting = fastest(batches, lambda batch: [words.findall(text.lower()) for text in batch], arguments.repeats)
    cleaning = fastest(batches, lambda batch: cleaner.clean_many((text, None) for text in batch), arguments.repeats)
    lines, characters = sum(map(len, rows)) / len(rows), sum(map(len, texts)) / len(texts)
    print(f"{len(texts)} articles, {lines:.0f} lines and {characters:,.0f} characters on average")
    print(f"cleaning    {cleaning / len(texts) * 1e6:7.0f} µs an article, {len(texts) / cleaning:6.0f} articles/s")
    print(f"word count  {counting / len(texts) * 1e6:7.0f} µs an article; ratio {cleaning / counting:.1f}")


def fastest(batches: list[list[str]], work: Callable[[list[str]], object], repeats: int) -> float:
    """CPU seconds for all batches, counting for each the fastest of its runs."""
    for batch in batches[:2]:
        work(batch)
    total = 0.0
    for batch in batches:
        best = float("inf")
        for _ in range(repeats):
            started = time.process_time()
            work(batch)
            best = min(best, time.process_time() - started)
        total += best
    return total


if __name__ == "__main__":
    main()
