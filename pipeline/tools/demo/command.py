"""`dateline demo`: everything once, on articles written for it."""

import asyncio
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import resources
from typing import Annotated, Any

import orjson
import typer
from rich.console import Console

from pipeline.core.flow import Channel
from pipeline.runtime.config.settings import Settings
from pipeline.runtime.config.sources import load_settings
from pipeline.tools.broker.commands import downloading
from pipeline.tools.context import GlobalOptions, global_options
from pipeline.tools.demo import learning, query, setting, show
from pipeline.tools.errors import TimedOutError
from pipeline.tools.publish.send import publish
from pipeline.tools.publish.sources import Article, articles
from pipeline.tools.tail.read import Start, follow

# From the last sample published to the last result; an article takes a tenth of a second.
_RESULT_WAIT = 60.0


def demo(
    context: typer.Context,
    keep: Annotated[bool, typer.Option("--keep", help="Leave the broker and the worker running, to explore.")] = False,
) -> None:
    """Show Dateline at work: start a Kafka and a worker, publish sample articles, show each before and after.

    The demo has a broker and data of its own and does not touch yours. If you name a broker, it is used, with topics
    that are deleted afterwards.
    """
    options, console, began = global_options(context), Console(), time.monotonic()
    with _broker(options, console, keep=keep) as own:
        settings = setting.demo_settings(options, own)
        _run(settings, options, console, keep=keep, delete=own is None and not keep)
        console.print(f"\nDone in {time.monotonic() - began:.0f} s.")
        _next_steps(console, settings, own=own is not None, keep=keep)


@contextmanager
def _broker(options: GlobalOptions, console: Console, *, keep: bool) -> Iterator[str | None]:
    """The address of the demo's own broker, or None when the user named one."""
    named = "broker" in load_settings(options.config, overrides=options.overrides()).model_fields_set
    if named:
        yield None
        return
    with downloading(Console(stderr=True)) as report:
        broker = setting.start_broker(report)
    console.print(f"[green]✓[/green] Kafka runs at {broker.bootstrap}, with data of its own.")
    done = False
    try:
        yield broker.bootstrap
        done = True
    finally:
        if not (keep and done):
            broker.stop()


def _run(settings: Settings, options: GlobalOptions, console: Console, *, keep: bool, delete: bool) -> None:
    with setting.created_topics(settings, delete=delete), _worker(settings, options, console, keep=keep) as worker:
        raw, enriched = settings.topics[Channel.RAW], settings.topics[Channel.ENRICHED]
        console.print(f"[green]✓[/green] Topics are made and read: {raw} → {enriched}.")
        samples = _samples()
        asyncio.run(_publish_and_show(settings, samples, console))
        if keep:
            console.print(f"\nMetrics: {worker.address}/metrics   Live page: {worker.address}/")
            console.print(
                f"The worker is process {worker.process.pid}; `kill {worker.process.pid}` drains and ends it."
            )


async def _publish_and_show(settings: Settings, samples: list[Article], console: Console) -> None:
    await publish(settings, samples, lambda _item: None)
    console.print(f"[green]✓[/green] {len(samples)} sample articles published; the last one is broken on purpose.")
    await _show_results(settings, samples, console)
    if settings.learn.enabled:
        await learning.show(settings, console)
    await query.show(settings, console)


@contextmanager
def _worker(
    settings: Settings, options: GlobalOptions, console: Console, *, keep: bool
) -> Iterator[setting.DemoWorker]:
    status = console.status("Starting a worker; the models load …")
    status.start()
    try:
        with setting.running_worker(settings, options, keep=keep) as worker:
            status.stop()
            console.print(f"[green]✓[/green] A worker is ready; its live page is at {worker.address}/")
            yield worker
    finally:
        status.stop()


def _samples() -> list[Article]:
    """The articles in pipeline/tools/samples; the last one is broken on purpose."""
    with resources.as_file(resources.files("pipeline.tools").joinpath("samples")) as folder:
        return [item for item in articles([str(folder)], raw=True) if isinstance(item, Article)]


async def _show_results(settings: Settings, samples: list[Article], console: Console) -> None:
    show.legend(console)
    results = await _results(settings, len(samples))
    for sample in samples:
        found = results.get(sample.key.decode())
        if found is None:
            raise TimedOutError(f"{sample.where} led to no record in {_RESULT_WAIT:.0f} s.")
        show.result(console, sample.where.rpartition("/")[2], *found)


async def _results(settings: Settings, count: int) -> dict[str, tuple[Channel, Any]]:
    """Every article's record by its id, from both topics an article can end on."""
    found: dict[str, tuple[Channel, Any]] = {}

    async def read(channel: Channel) -> None:
        async for record in follow(settings, channel, Start(beginning=True), idle=None):
            value = orjson.loads(record.value)
            found[value["id"]] = (channel, value)

    readers = [asyncio.create_task(read(channel)) for channel in (Channel.ENRICHED, Channel.DEAD)]
    deadline = time.monotonic() + _RESULT_WAIT
    try:
        while len(found) < count and time.monotonic() < deadline:
            # Returns early when a reader fails.
            done, _ = await asyncio.wait(readers, timeout=0.1, return_when=asyncio.FIRST_EXCEPTION)
            for reader in done:
                reader.result()
    finally:
        for reader in readers:
            reader.cancel()
        await asyncio.gather(*readers, return_exceptions=True)
    return found


def _next_steps(console: Console, settings: Settings, *, own: bool, keep: bool) -> None:
    if keep:
        flag = f"dateline --broker {settings.broker}" if own else "dateline"
        if own:
            console.print("Everything keeps running. Look on:")
            console.print(f"  {flag} tail enriched --from-beginning --json")
            console.print(f"  {flag} lag")
            console.print(f"  dateline broker stop --data {setting.folder() / 'broker'}   (when you have seen enough)")
        return
    console.print(
        "What was started has been stopped; `dateline demo --keep` leaves it running. Your own, step by step:"
    )
    for step in ("broker start", "topics create", "worker", "publish PATH…", "tail enriched --from-beginning"):
        console.print(f"  dateline {step}", highlight=False)
