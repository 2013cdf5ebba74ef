"""`dateline metrics`: describes every metric of a worker, from where they are defined."""

from collections.abc import Iterable, Iterator

import typer
from prometheus_client import CollectorRegistry

from pipeline.runtime.telemetry.metrics import Definition, Metrics

_HEAD = """\
# Metrics

Every metric of a worker, at `/metrics` on its web port. Written by `dateline metrics`; edit
`pipeline/runtime/telemetry/metrics.py` instead. [watching.md](watching.md) says how to look at them.

Times are in seconds, sizes in bytes. Counters begin at 0 when a worker starts. A histogram has the series
`…_bucket` (with the label `le`), `…_sum` and `…_count`. Prometheus adds the labels `job` and `instance` (the worker).
Labels are bounded: reasons, stages, types and languages are known words, and a source is named only if the setting
`metrics.sources` lists it.

| metric | kind | labels | meaning |
| --- | --- | --- | --- |
"""

_PROCESS_HEAD = """
Of the worker's own process (not its pool's), as every Python program with the Prometheus client has them:

| metric | kind | labels | meaning |
| --- | --- | --- | --- |
"""


def metrics() -> None:
    """Describe every metric that a worker has at /metrics, as Markdown."""
    typer.echo(page(), nl=False)


def page() -> str:
    """The text of docs/metrics.md."""
    defined = Metrics(CollectorRegistry())
    ours = sorted(defined.definitions, key=lambda one: one.name)
    return _HEAD + _rows(ours) + _PROCESS_HEAD + _rows(_of_the_client(defined))


def _of_the_client(defined: Metrics) -> Iterator[Definition]:
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
