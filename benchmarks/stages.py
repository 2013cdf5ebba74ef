"""Where an article's time goes: each stage of both steps by itself, in one process on one core.

    python -m benchmarks.stages

CPU time, the fastest of several rounds, after a round to warm up. What Kafka adds is in bench.py's figures: CPU of the
worker's event loop and of the broker.
"""

import argparse
import os
import pickle
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ.setdefault(variable, "1")

from benchmarks.articles import articles  # noqa: E402 - after the number of threads is set
from pipeline.core.codec import decode_clean, decode_raw  # noqa: E402
from pipeline.core.extract import Extraction, language  # noqa: E402
from pipeline.core.extract.document.describing import countries, describe  # noqa: E402
from pipeline.core.extract.document.grouping import group  # noqa: E402
from pipeline.core.extract.model.reading import Reader, _by_character  # noqa: E402
from pipeline.core.extract.resolve import resolve  # noqa: E402
from pipeline.core.extract.resolve.article import Article  # noqa: E402
from pipeline.core.flow import Stage  # noqa: E402
from pipeline.core.outcome import Done, Message  # noqa: E402
from pipeline.core.steps.run import Steps  # noqa: E402
from pipeline.runtime.config.settings import step_settings  # noqa: E402
from pipeline.runtime.config.sources import load_settings  # noqa: E402

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


def clean(clock: Clock, steps: Steps, messages: Sequence[Message]) -> list[Message]:
    """The clean step on a batch, by stages."""
    outcomes = clock.run("clean step as a whole", lambda: steps.run(Stage.CLEAN, messages))
    decoded = clock.run(
        "decode the raw article", lambda: [decode_raw(one.value or b"", steps.limits) for one in messages]
    )
    texts = [(article.text or "", article.title) for article in decoded]
    clock.run("cut boilerplate", lambda: steps.of[Stage.CLEAN].cleaner.clean_many(texts))
    clock.run("hand a batch to a process and back (pickle)", lambda: _there_and_back(messages, outcomes))
    return [
        Message(outcome.outputs[0].key, outcome.outputs[0].value) for outcome in outcomes if isinstance(outcome, Done)
    ]


def extract(clock: Clock, steps: Steps, reader: Reader, messages: Sequence[Message]) -> None:
    """The extract step on a batch, by stages."""
    outcomes = clock.run("extract step as a whole", lambda: steps.run(Stage.EXTRACT, messages))
    decoded = clock.run(
        "decode the clean article", lambda: [decode_clean(one.value or b"", steps.limits) for one in messages]
    )
    clock.run("detect the language", lambda: [language.detect(article.text) for article in decoded])
    with reader._tokenizer.bounded():
        docs = clock.run("tokenise", lambda: reader._tokenizer.documents([article.text for article in decoded]))
        spans = clock.run("find entities", lambda: reader._spans(docs))
        found = [_by_character(doc, some, 0) for doc, some in zip(docs, spans, strict=True)]
    gazetteer = steps.of[Stage.EXTRACT].extractor._gazetteer
    subjects = clock.run(
        "look at the article (resolve)",
        lambda: [Article(article.text, gazetteer, "en", article.title) for article in decoded],
    )

    def resolved() -> list[Extraction]:
        made = [describe(subject, group(subject, resolve(subject, some, numbers=False))) for subject, some in todo]
        return [Extraction("en", entities, countries(entities)) for entities in made]

    todo = list(zip(subjects, found, strict=True))
    extractions = clock.run("resolve", resolved)
    zipped = list(zip(messages, decoded, extractions, strict=True))
    clock.run("make and encode the records", lambda: [steps._enriched(*three) for three in zipped])
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
    steps = Steps(step_settings(load_settings(environ={}, overrides={"extract.model": "md"})))
    reader = steps.of[Stage.EXTRACT].extractor._readers["en"]
    values = list(articles(given.count, data=given.data))
    batches = [[Message(None, value) for value in values[at : at + BATCH]] for at in range(0, len(values), BATCH)]
    clock = Clock()
    for _ in range(given.rounds):
        for batch in batches:
            extract(clock, steps, reader, clean(clock, steps, batch))
        clock.end_round()
    whole = sum(clock.best[f"{step} step as a whole"] for step in Stage)
    print("| stage | ms an article | share of both steps |\n| --- | --- | --- |")
    for stage, seconds in clock.best.items():
        print(f"| {stage} | {1000 * seconds / len(values):.2f} | {seconds / whole:.0%} |")


if __name__ == "__main__":
    main()
