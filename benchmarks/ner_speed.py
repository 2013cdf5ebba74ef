"""The fast engine against spaCy's own `ner` pipe on the same documents, one core, in turns; CPU time.

    python -m benchmarks.ner_speed --data ../shared/eval

Prints both without tokenisation (spaCy's `ner.pipe` in batches of 32, which is its fastest) and from text to entities
(spaCy's `make_doc` and `ner.pipe`, against the tokenizer that remembers and the engine), with the ratios of each round.
"""

import argparse
import os
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ.setdefault(variable, "1")

import json  # noqa: E402

from benchmarks.articles import articles  # noqa: E402 - after the number of threads is set
from pipeline.core.extract.model.choice import load  # noqa: E402
from pipeline.core.extract.model.fast import FastNer, Tokenizer  # noqa: E402

BATCH = 32


def seconds(work: Callable[[], Any]) -> float:
    """CPU time of `work`."""
    began = time.process_time()
    work()
    return time.process_time() - began


def main() -> None:
    """Run it and print a line a round."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, help="take articles from the evaluation data")
    options.add_argument("--model", default="md")
    options.add_argument("--count", type=int, default=160)
    options.add_argument("--rounds", type=int, default=3)
    given = options.parse_args()
    nlp, plain = load(given.model).nlp, load(given.model).nlp
    texts = [json.loads(value)["text"] for value in articles(given.count, data=given.data)]
    batches = [texts[at : at + BATCH] for at in range(0, len(texts), BATCH)]
    engine, tokenizer, own = FastNer(nlp), Tokenizer(nlp), plain.get_pipe("ner")
    tokens = sum(len(doc) for batch in batches for doc in tokenizer.documents(batch))

    def spacy_all(docs: list[list[Any]]) -> None:
        for batch in docs:
            list(own.pipe(batch, batch_size=BATCH))  # type: ignore[attr-defined]

    def spacy_made(into: list[list[Any]]) -> None:
        into.extend([plain.make_doc(text) for text in batch] for batch in batches)

    def tokenised(into: list[list[Any]]) -> None:
        into.extend(tokenizer.documents(batch) for batch in batches)

    def found(docs: list[list[Any]]) -> None:
        for batch in docs:
            engine.spans(batch)

    for _ in range(given.rounds):
        made: list[list[Any]] = []
        docs: list[list[Any]] = []
        theirs = [seconds(partial(spacy_made, made)), seconds(partial(spacy_all, made))]
        ours = [seconds(partial(tokenised, docs)), seconds(partial(found, docs))]
        spacy, fast = ([1e6 * part / tokens for part in parts] for parts in (theirs, ours))
        print(
            f"{given.model}, {tokens:,} tokens: ner {spacy[1]:.1f} µs a token, the engine {fast[1]:.1f}, "
            f"ratio {spacy[1] / fast[1]:.1f}; with tokenisation {sum(spacy):.1f} and {sum(fast):.1f}, "
            f"ratio {sum(spacy) / sum(fast):.1f}",
            flush=True,
        )


if __name__ == "__main__":
    main()
