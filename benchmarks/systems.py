"""The systems that are compared, each started on topics of its own."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from pipeline.core.flow import Channel
from pipeline.runtime.config.settings import Settings
from tests.support.worker import WorkerProcess

RIVALS = Path(__file__).parent / "rivals"
# One thread of arithmetic a process, as Dateline's pool has it: two processes on two cores are fastest so.
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "BLIS_NUM_THREADS": "1"}
# What is compared: script and pipeline of the rivals, by letter.
SCRIPTS = {"a": ("plain.py", "default"), "b": ("plain.py", "ner"), "c": ("quix.py", "ner")}
NAMES = {
    "a": "confluent-kafka, nlp(text), default pipeline",
    "b": "confluent-kafka, nlp(text), tok2vec and ner",
    "c": "Quix Streams exactly once, tok2vec and ner",
    "d": "Dateline's pool fed from a list",
    "dateline": "Dateline end to end, exactly once",
}


@contextmanager
def dateline(settings: Settings, folder: Path, count: int = 1) -> Iterator[list[int]]:
    """So many workers; their process ids."""
    with ExitStack() as running:
        workers = [WorkerProcess(settings, folder, f"dateline-{settings.group}-{number}") for number in range(count)]
        for worker in workers:
            running.callback(worker.stop)
        for worker in workers:
            worker.wait_ready(300)
        yield [worker.process.pid for worker in workers]


@contextmanager
def rival(letter: str, settings: Settings, folder: Path, python: Path, processes: int) -> Iterator[list[int]]:
    """So many processes of a rival in one consumer group; their ids."""
    script, pipeline = SCRIPTS[letter]
    names = settings.topics.names
    command = [str(python), str(RIVALS / script), settings.broker, f"{settings.group}-{letter}"]
    command += [names[Channel.RAW], names[Channel.ENRICHED], pipeline]
    started = []
    for number in range(processes):
        with (folder / f"{letter}-{number}.log").open("wb") as log:
            started.append(subprocess.Popen(command, env=os.environ | ONE_THREAD, stdout=log, stderr=log))
    try:
        yield [process.pid for process in started]
    finally:
        for process in started:
            process.kill()
            process.wait(30)


def pool_alone(count: int) -> list[str]:
    """The command that measures the pool without Kafka."""
    return [sys.executable, "-m", "benchmarks.pool_alone", "--count", str(count)]
