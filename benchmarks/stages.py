"""Where an article's time goes: each stage of both steps by itself, in one process on one core.

    python -m benchmarks.stages

CPU time, the fastest of several rounds, after a round to warm up; garbage is collected as in the pool. What Kafka adds
is in bench.py's figures: CPU of the worker's event loop and of the broker.
"""

import argparse
import os
import pickle
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ.setdefault(variable, "1")

from benchmarks.articles import articles  # noqa: E402 - after the number of threads is set
from pipeline.core.codec import decode_clean, decode_raw, encode  # noqa: E402
from pipeline.core.extract import Extraction, language  # noqa: E402
from pipeline.core.extract.document.describing import countries, describe  # noqa: E402
from pipeline.core.extract.document.grouping import group  # noqa: E402
from pipeline.core.extract.gazetteer import Gazetteer  # noqa: E402
from pipeline.core.extract.model.choice import load  # noqa: E402
from pipeline.core.extract.model.fast import FastNer, Tokenizer  # noqa: E402
from pipeline.core.extract.model.reading import Reader  # noqa: E402
from pipeline.core.extract.quotations import find_quotations  # noqa: E402
from pipeline.core.extract.resolve import resolve  # noqa: E402
from pipeline.core.extract.resolve.article import Article  # noqa: E402
from pipeline.core.flow import way  # noqa: E402
from pipeline.core.outcome import Done, Message  # noqa: E402
from pipeline.core.steps.clean import CleanStep  # noqa: E402
from pipeline.core.steps.extract import ExtractStep  # noqa: E402
from pipeline.core.steps.records import encoded_mentions, enriched_record  # noqa: E402
from pipeline.core.steps.settings import StepSettings  # noqa: E402
from pipeline.runtime.config.settings import step_settings  # noqa: E402
from pipeline.runtime.config.sources import load_settings  # noqa: E402
from pipeline.runtime.pool.process import collect_rarely  # noqa: E402

BATCH = 32


class Clock:
    """CPU seconds by stage: the best round counts, since whatever disturbs a round only adds to it."""

    def __init__(self) -> None:
        """Nothing measured yet."""
        self.best: dict[str, float] = {}
        self._round: dict[str, float] = {}

    def run(self, stage: str, work: Callable[[], Any]) -> Any:
        """Do `work` on behalf of `stage`."""
        began = time.process_time()
        result = work()
        self._round[stage] = self._round.get(stage, 0.0) + time.process_time() - began
        return result

    def end_round(self) -> None:
        """Keep what is better than before."""
        for stage, seconds in self._round.items():
            self.best[stage] = min(seconds, self.best.get(stage, seconds))
        self._round = {}


class Parts:
    """The steps, and what they are made of, to be timed by itself."""

    def __init__(self, settings: StepSettings) -> None:
        """Load it all."""
        self.clean, self.extract = CleanStep(settings), ExtractStep(settings)
        self.limits = settings.limits
        nlp = load(settings.model).nlp
        self.reader, self.tokenizer, self.engine = Reader(nlp), Tokenizer(nlp), FastNer(nlp)
        self.gazetteer = Gazetteer.load()


def clean(clock: Clock, parts: Parts, messages: Sequence[Message]) -> list[Message]:
    """The clean step on a batch, by stages."""
    outcomes = clock.run("clean step as a whole", lambda: parts.clean.run(messages))
    decoded = clock.run(
        "decode the raw article", lambda: [decode_raw(one.value or b"", parts.limits) for one in messages]
    )
    texts = [(article.text or "", article.title) for article in decoded]
    clock.run("cut boilerplate", lambda: parts.clean.cleaner.clean_many(texts))
    clock.run("hand a batch to a process and back (pickle)", lambda: _there_and_back(messages, outcomes))
    return [
        Message(outcome.outputs[0].key, outcome.outputs[0].value) for outcome in outcomes if isinstance(outcome, Done)
    ]


def extract(clock: Clock, parts: Parts, messages: Sequence[Message]) -> None:
    """The extract step on a batch, by stages."""
    outcomes = clock.run("extract step as a whole", lambda: parts.extract.run(messages))
    decoded = clock.run(
        "decode the clean article", lambda: [decode_clean(one.value or b"", parts.limits) for one in messages]
    )
    texts = [article.text for article in decoded]
    clock.run("detect the language", lambda: [language.detect(text) for text in texts])
    with parts.tokenizer.bounded():
        docs = clock.run("tokenise", lambda: parts.tokenizer.documents(texts))
        clock.run("find entities", lambda: parts.engine.spans(docs))
    found = parts.reader.read(texts)
    subjects = clock.run(
        "look at the article (resolve)",
        lambda: [Article(article.text, parts.gazetteer, "en", article.title) for article in decoded],
    )

    def resolved() -> list[Extraction]:
        made = [describe(subject, group(subject, resolve(subject, some, numbers=False))) for subject, some in todo]
        return [Extraction("en", entities, countries(entities)) for entities in made]

    def quoted() -> list[Extraction]:
        return [
            replace(one, quotations=find_quotations(text, one.entities, "en"))
            for text, one in zip(texts, extractions, strict=True)
        ]

    def encoded() -> None:
        for article, extraction in zip(decoded, extractions, strict=True):
            record = enriched_record(article, extraction)
            encode(record)
            encoded_mentions(record)

    todo = list(zip(subjects, found, strict=True))
    extractions = clock.run("resolve", resolved)
    extractions = clock.run("find quotations", quoted)
    clock.run("make and encode the records", encoded)
    clock.run("hand a batch to a process and back (pickle)", lambda: _there_and_back(messages, outcomes))


def _there_and_back(messages: Any, outcomes: Any) -> None:
    pickle.loads(pickle.dumps(messages))
    pickle.loads(pickle.dumps(outcomes))


def main() -> None:
    """Run it and print the table."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--count", type=int, default=320)
    options.add_argument("--rounds", type=int, default=4)
    options.add_argument("--data", type=Path)
    given = options.parse_args()
    parts = Parts(step_settings(load_settings(environ={}, overrides={"extract.model": "md"})))
    values = list(articles(given.count, data=given.data))
    batches = [[Message(None, value) for value in values[at : at + BATCH]] for at in range(0, len(values), BATCH)]
    clock = Clock()
    collect_rarely()
    for _ in range(given.rounds):
        for batch in batches:
            extract(clock, parts, clean(clock, parts, batch))
        clock.end_round()
    whole = sum(clock.best[f"{step} step as a whole"] for step in way())
    print("| stage | ms an article | share of both steps |\n| --- | --- | --- |")
    for stage, seconds in clock.best.items():
        print(f"| {stage} | {1000 * seconds / len(values):.2f} | {seconds / whole:.0%} |")
    print(f"| both steps as a whole | {1000 * whole / len(values):.2f} | |")


if __name__ == "__main__":
    main()
