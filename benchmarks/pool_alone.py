"""The pool fed from a list, without Kafka: what both cores can do at best. Prints articles/s and more as JSON.

python -m benchmarks.pool_alone --count 1500
"""

import argparse
import asyncio
import json
import time
from collections.abc import Iterator

from benchmarks.articles import articles
from benchmarks.flow import cpu_seconds
from pipeline.core.flow import way
from pipeline.runtime.config.settings import Settings, step_settings
from pipeline.runtime.config.sources import load_settings
from pipeline.runtime.pool.pool import Pool
from pipeline.runtime.pool.process import Plan
from pipeline.tools.process.run import Processed, process
from pipeline.tools.publish.sources import Article


async def run(settings: Settings, values: list[bytes], warm: int) -> dict[str, float]:
    """Take `values` through both steps, after `warm` of them to warm up."""
    pool = Pool(
        Plan(step_settings(settings), way(), settings.pool.memory_mib),
        processes=settings.processes,
        article_timeout=settings.pool.article_timeout,
        batches_per_process=settings.pool.tasks_per_process,
    )
    await pool.start()
    try:
        await _through(pool, values[:warm])
        cpu, began = cpu_seconds(), time.perf_counter()
        await _through(pool, values)
        seconds = time.perf_counter() - began
        return {"rate": len(values) / seconds, "cpu_ms": 1000 * (cpu_seconds() - cpu) / len(values)}
    finally:
        await pool.stop()


async def _through(pool: Pool, values: list[bytes]) -> None:
    def items() -> Iterator[Article]:
        for number, value in enumerate(values):
            yield Article(f"article {number}", b"", value, len(value))

    written: list[bytes] = []
    report = Processed()
    await process(
        pool,
        items(),
        way(),
        write=written.append,
        write_dead=lambda _: None,
        advance=lambda _: None,
        report=report,
    )
    assert report.done == len(written) == len(values), report


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--count", type=int, default=1500)
    options.add_argument("--warm", type=int, default=200)
    given = options.parse_args()
    print(json.dumps(asyncio.run(run(load_settings(), list(articles(given.count)), given.warm))))
