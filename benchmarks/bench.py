"""Dateline against what people write in its place: the same articles, machine and broker, in turns, several rounds.

    python -m benchmarks.bench --rivals .venv-bench/bin/python --rounds 3

(a) confluent-kafka and nlp(text) with the model's default pipeline, (b) the same with only tok2vec and ner, (c) Quix
Streams exactly once with tok2vec and ner, (d) Dateline's pool fed from a list; and Dateline end to end: cleaned,
resolved, exactly once. All with the md model, one process a core, each on a real Kafka of its own start. An article
counts when a `read_committed` reader has it. Prints a table and the ratios with their spread, and writes JSON.
"""

import argparse
import asyncio
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from benchmarks.articles import articles
from benchmarks.flow import cpu_seconds, open_flow
from benchmarks.memory import memory
from benchmarks.systems import NAMES, dateline, pool_alone, rival
from pipeline.runtime.config.settings import Settings
from pipeline.tools.broker import LocalBroker
from tests.support.kafka import make_topics, unique_settings

WARM = 64
Result = dict[str, Any]


async def through_kafka(letter: str, broker: LocalBroker, folder: Path, given: argparse.Namespace) -> Result:
    """Start a system, warm it, publish everything at once, and wait for the last output."""
    settings = unique_settings(broker.bootstrap or "", **{"topics.partitions": given.partitions, "extract.model": "md"})
    await make_topics(settings)
    count = given.count if letter == "dateline" else given.rival_count
    values = list(articles(count, data=given.data))
    with start(letter, settings, folder, given) as pids:
        async with open_flow(settings, given.partitions) as flow:
            await flow.warm(values[:WARM], processes=1 if letter == "dateline" else given.processes)
            before, began = sum(map(cpu_seconds, pids)), time.perf_counter()
            broker_before = cpu_seconds(broker.pid)
            await flow.publish(values)
            outputs = await flow.outputs(count)
            seconds = time.perf_counter() - began
            result: Result = {"rate": count / seconds}
            result["cpu_ms"] = 1000 * (sum(map(cpu_seconds, pids)) - before) / count
            result["broker_cpu_ms"] = 1000 * (cpu_seconds(broker.pid) - broker_before) / count
            ids = [json.loads(value)["id"] for _, value in outputs]
            assert len(set(ids)) == count, f"{count - len(set(ids))} articles came twice"
            result["processes"] = [process for pid in pids for process in memory(pid)]
    return result


def start(letter: str, settings: Settings, folder: Path, given: argparse.Namespace) -> Any:
    """The system as a context that gives its process ids."""
    if letter == "dateline":
        return dateline(settings, folder, given.workers)
    return rival(letter, settings, folder, given.rivals, given.processes)


def measure(letter: str, broker: LocalBroker, folder: Path, given: argparse.Namespace) -> Result:
    """One system, once."""
    load = os.getloadavg()[0]
    if letter == "d":
        done = subprocess.run(pool_alone(given.count), stdout=subprocess.PIPE, check=True)
        result: Result = json.loads(done.stdout)
    else:
        try:
            result = asyncio.run(through_kafka(letter, broker, folder, given))
        except (
            TimeoutError
        ) as error:  # a process of theirs may die while it starts; rounds done so far are not lost to it
            print(f"  {letter}: {error}; once more. Its log ends: {_log_end(folder, letter)}", flush=True)
            result = asyncio.run(through_kafka(letter, broker, folder, given))
    result["load_before"] = load
    shown = f"{result['rate']:7.1f} articles/s {result['cpu_ms']:7.1f} ms CPU each, load before {load:.1f}"
    print(f"  {letter:9}{shown}  {NAMES[letter]}", flush=True)
    return result


def _log_end(folder: Path, letter: str) -> str:
    return " | ".join(file.read_text(errors="replace")[-300:] for file in sorted(folder.glob(f"{letter}-*.log")))


def summarise(rounds: list[dict[str, Result]]) -> dict[str, Any]:
    """Medians, and Dateline's ratio to each other system within the same round."""
    letters = list(rounds[0])
    summary: dict[str, Any] = {"systems": {}, "ratios": {}}
    for letter in letters:
        both = {key: [one[letter][key] for one in rounds] for key in ("rate", "cpu_ms")}
        summary["systems"][letter] = {key: statistics.median(values) for key, values in both.items()}
    for letter in letters if "dateline" in letters else []:
        if letter != "dateline":
            speed = sorted(one["dateline"]["rate"] / one[letter]["rate"] for one in rounds)
            cpu = sorted(one[letter]["cpu_ms"] / one["dateline"]["cpu_ms"] for one in rounds)
            summary["ratios"][letter] = {"speed": speed, "cpu": cpu}
    return summary


def show(summary: dict[str, Any]) -> None:
    """The table that goes into docs/performance.md."""
    print("\n| system | articles/s | CPU ms an article | Dateline is faster by (spread) | by CPU |")
    print("| --- | --- | --- | --- | --- |")
    for letter, values in summary["systems"].items():
        ratio = summary["ratios"].get(letter)
        cells = [f"{statistics.median(r):.2f} ({r[0]:.2f}-{r[-1]:.2f})" for r in ratio.values()] if ratio else ["", ""]
        print(f"| {NAMES[letter]} | {values['rate']:.1f} | {values['cpu_ms']:.1f} | {cells[0]} | {cells[1]} |")


def main() -> int:
    """Run it; the exit code."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--rivals", type=Path, help="python of the environment made of requirements/bench.txt")
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--count", type=int, default=2000, help="articles for Dateline and its pool")
    options.add_argument("--rival-count", type=int, default=300, help="the first of them, for the slower ones")
    options.add_argument("--systems", default="a,b,c,d,dateline")
    options.add_argument("--processes", type=int, default=2, help="of each rival")
    options.add_argument(
        "--workers", type=int, default=1, help="of Dateline, each with DATELINE_POOL_PROCESSES processes"
    )
    options.add_argument("--partitions", type=int, default=4)
    options.add_argument("--data", type=Path, help="take articles from the evaluation data")
    options.add_argument("--json", type=Path, help="where the figures go")
    given = options.parse_args()
    letters = [letter for letter in given.systems.split(",") if letter not in "abc" or given.rivals]
    rounds: list[dict[str, Result]] = []
    with tempfile.TemporaryDirectory(prefix="dateline-bench-") as folder:
        broker = LocalBroker(Path(folder) / "broker")
        broker.start()
        try:
            for number in range(given.rounds):
                print(f"round {number + 1} of {given.rounds}", flush=True)
                rounds.append({letter: measure(letter, broker, Path(folder), given) for letter in letters})
        finally:
            broker.stop()
    summary = summarise(rounds)
    show(summary)
    if given.json:
        machine = {"cores": os.cpu_count(), "machine": platform.processor() or platform.machine()}
        given.json.write_text(json.dumps({"machine": machine, "rounds": rounds, "summary": summary}, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
