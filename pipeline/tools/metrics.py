"""`dateline metrics`: describes every metric of workers and sinks, from where they are defined."""

from collections.abc import Iterable, Iterator

import typer
from prometheus_client import CollectorRegistry

from pipeline.runtime.telemetry.definitions import Definition, Definitions
from pipeline.runtime.telemetry.metrics import Metrics
from pipeline.runtime.telemetry.sinks import SinkMetrics

_HEAD = """\
# Metrics

Every metric of a worker, at `/metrics` on its web port, and below those of a sink. Written by `dateline metrics`; edit
`pipeline/runtime/telemetry/metrics.py` and `sinks.py` instead. [watching.md](watching.md) says how to look at them.

Times are in seconds, sizes in bytes. Counters begin at 0 when a worker starts. A histogram has the series
`…_bucket` (with the label `le`), `…_sum` and `…_count`. Prometheus adds the labels `job` and `instance` (the worker).
Labels are bounded: reasons, stages, types and languages are known words, and a source is named only if the setting
`metrics.sources` lists it.

| metric | kind | labels | meaning |
| --- | --- | --- | --- |
"""

_SINK_HEAD = """
Of a sink (`dateline sink …`), at `/metrics` on its own port (6096, or the next free one):

| metric | kind | labels | meaning |
| --- | --- | --- | --- |
"""

_PROCESS_HEAD = """
Of the process itself, a worker's (not its pool's) or a sink's, as every Python program with the Prometheus client has
them:

| metric | kind | labels | meaning |
| --- | --- | --- | --- |
"""


def metrics() -> None:
    """Describe every metric that workers and sinks have at /metrics, as Markdown."""
    typer.echo(page(), nl=False)


def page() -> str:
    """The text of docs/metrics.md."""
    defined = Metrics(CollectorRegistry())
    ours = sorted(defined.definitions, key=lambda one: one.name)
    of_sinks = sorted(SinkMetrics(CollectorRegistry(), "", "").definitions, key=lambda one: one.name)
    return _HEAD + _rows(ours) + _SINK_HEAD + _rows(of_sinks) + _PROCESS_HEAD + _rows(_of_the_client(defined))


def _of_the_client(defined: Definitions) -> Iterator[Definition]:
    """What the client library tells of the process. What it cannot tell on this system is missing."""
    for family in defined.registry.collect():
        if not family.name.startswith("dateline_") and family.samples:
            sample = family.samples[0]
            yield Definition(sample.name, family.type, family.documentation, tuple(sample.labels))


def _rows(definitions: Iterable[Definition]) -> str:
    return "".join(
        f"| `{one.name}` | {one.kind} | {', '.join(f'`{label}`' for label in one.labels)} | {one.help} |\n"
        for one in definitions
    )
