"""What a committed batch adds to the metrics."""

import time
from collections import defaultdict
from collections.abc import Mapping
from itertools import groupby
from operator import attrgetter

from prometheus_client import Counter

from pipeline.core.flow import Stage
from pipeline.core.outcome import Dead, Done, Dropped, Outcome, ends
from pipeline.runtime.lanes.messages import Committed, Incoming
from pipeline.runtime.lanes.provenance import arrived_at, published_at
from pipeline.runtime.telemetry.metrics import OTHER_SOURCE, Metrics

Counts = Mapping[str, Mapping[str, int]]


class Tally:
    """Increments of counters, summed over a batch: an article has dozens, and a counter's lock and labels cost most."""

    def __init__(self) -> None:
        self._sums: defaultdict[tuple[Counter, tuple[str, ...]], float] = defaultdict(float)

    def add(self, counter: Counter, labels: tuple[str, ...], number: float = 1) -> None:
        """Remember to add `number` to the series of `counter` with these labels."""
        self._sums[counter, labels] += number

    def apply(self) -> None:
        """Add it all."""
        for (counter, labels), number in self._sums.items():
            counter.labels(*labels).inc(number)
        self._sums.clear()


def record_batch(metrics: Metrics, committed: Committed) -> None:
    """Count a batch's articles, what was removed and found, and how long it all took."""
    stage = committed.stage.value
    now = time.time()
    tally = Tally()
    for incoming, outcome in zip(committed.batch, committed.outcomes, strict=True):
        _tally_outcome(tally, metrics, stage, outcome)
        for field in incoming.refused:
            tally.add(metrics.refused_fields, (field,))
        _record_latency(metrics, committed.stage, incoming, outcome, now)
    tally.apply()
    metrics.received_bytes.labels(stage).inc(sum(len(incoming.value or b"") for incoming in committed.batch))
    metrics.article_seconds.labels(stage).observe(committed.worked / len(committed.batch))
    metrics.batch_wait.labels(stage).observe(max(0.0, committed.waited))
    metrics.batch_size.labels(stage).observe(len(committed.batch))
    metrics.pool_busy.labels(stage).inc(committed.worked)
    metrics.transactions.labels(stage, "committed").inc()
    metrics.transaction_seconds.labels(stage).observe(committed.committing)
    metrics.progress.set(now)


def _tally_outcome(tally: Tally, metrics: Metrics, stage: str, outcome: Outcome) -> None:
    match outcome:
        case Done(counts=counts):
            tally.add(metrics.articles, (stage, "done"))
            _tally_content(tally, metrics, counts)
        case Dropped():
            tally.add(metrics.articles, (stage, "dropped"))
            return
        case Dead(reason=reason):
            tally.add(metrics.articles, (stage, "dead"))
            tally.add(metrics.dead_letters, (stage, reason.value))
    for channel, outputs in groupby(outcome.outputs, attrgetter("channel")):
        sizes = [output.size for output in outputs]
        tally.add(metrics.records, (channel.value,), len(sizes))
        tally.add(metrics.sent_bytes, (channel.value,), sum(sizes))


def _record_latency(metrics: Metrics, stage: Stage, incoming: Incoming, outcome: Outcome, now: float) -> None:
    """Clocks of two machines can differ a little; an article never arrives before it was sent."""
    metrics.stage_latency.labels(stage.value).observe(max(0.0, now - arrived_at(incoming)))
    if ends(stage, outcome):
        metrics.latency.observe(max(0.0, now - published_at(incoming)))


def _tally_content(tally: Tally, metrics: Metrics, counts: Counts) -> None:
    removed = counts.get("removed_lines", {})
    for reason, number in removed.items():
        tally.add(metrics.removed_lines, (reason,), number)
    for mark, number in counts.get("marks", {}).items():
        tally.add(metrics.marks, (mark,), number)
    for change, number in counts.get("lines", {}).items():
        tally.add(metrics.line_changes, (change,), number)
    for kind, number in counts.get("entities", {}).items():
        tally.add(metrics.entities, (kind,), number)
    for language, number in counts.get("languages", {}).items():
        tally.add(metrics.languages, (_known_language(language),), number)
    for source, number in counts.get("sources", {}).items():
        label = (source if source in metrics.sources else OTHER_SOURCE,)
        tally.add(metrics.source_articles, label, number)
        tally.add(metrics.source_removed_lines, label, sum(removed.values()))


def _known_language(language: str) -> str:
    """The language as a label: a publisher may write anything there."""
    if language == "unknown":
        return language
    return language.lower() if len(language) == 2 and language.isascii() and language.isalpha() else "other"
