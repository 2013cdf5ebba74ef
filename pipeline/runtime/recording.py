"""What a committed batch adds to the metrics."""

import time
from collections.abc import Mapping

from pipeline.core.outcome import Dead, Done, Dropped, Outcome, Stage
from pipeline.runtime.lane import Committed, Incoming
from pipeline.runtime.metrics import OTHER_SOURCE, Metrics
from pipeline.runtime.provenance import published_at

Counts = Mapping[str, Mapping[str, int]]


def record_batch(metrics: Metrics, committed: Committed) -> None:
    """Count a batch's articles, what was removed and found, and how long it all took."""
    stage = committed.stage.value
    now = time.time()
    for incoming, outcome in zip(committed.batch, committed.outcomes, strict=True):
        _record_outcome(metrics, stage, outcome)
        _record_latency(metrics, committed.stage, incoming, outcome, now)
    metrics.received_bytes.labels(stage).inc(sum(len(incoming.value or b"") for incoming in committed.batch))
    metrics.article_seconds.labels(stage).observe(committed.worked / len(committed.batch))
    metrics.batch_wait.labels(stage).observe(max(0.0, committed.waited))
    metrics.batch_size.labels(stage).observe(len(committed.batch))
    metrics.pool_busy.labels(stage).inc(committed.worked)
    metrics.transactions.labels(stage, "committed").inc()
    metrics.transaction_seconds.labels(stage).observe(committed.committing)
    metrics.progress.set(now)


def _record_outcome(metrics: Metrics, stage: str, outcome: Outcome) -> None:
    match outcome:
        case Done(counts=counts):
            metrics.articles.labels(stage, "done").inc()
            _record_content(metrics, counts)
        case Dropped():
            metrics.articles.labels(stage, "dropped").inc()
            return
        case Dead(reason=reason):
            metrics.articles.labels(stage, "dead").inc()
            metrics.dead_letters.labels(stage, reason.value).inc()
    for output in outcome.outputs:
        metrics.records.labels(output.channel.value).inc()
        metrics.sent_bytes.labels(output.channel.value).inc(len(output.key) + len(output.value))


def _record_latency(metrics: Metrics, stage: Stage, incoming: Incoming, outcome: Outcome, now: float) -> None:
    """Clocks of two machines can differ a little; an article never arrives before it was sent."""
    metrics.stage_latency.labels(stage.value).observe(max(0.0, now - incoming.timestamp))
    # An article that ends in the first stage ends there for its reader too.
    if isinstance(outcome, Dead) or (stage is Stage.EXTRACT and isinstance(outcome, Done)):
        metrics.latency.observe(max(0.0, now - published_at(incoming)))


def _record_content(metrics: Metrics, counts: Counts) -> None:
    removed = counts.get("removed_lines", {})
    for reason, number in removed.items():
        metrics.removed_lines.labels(reason).inc(number)
    for mark, number in counts.get("marks", {}).items():
        metrics.marks.labels(mark).inc(number)
    for kind, number in counts.get("entities", {}).items():
        metrics.entities.labels(kind).inc(number)
    for language, number in counts.get("languages", {}).items():
        metrics.languages.labels(_known_language(language)).inc(number)
    _record_sources(metrics, counts.get("sources", {}), sum(removed.values()))


def _record_sources(metrics: Metrics, sources: Mapping[str, int], removed: int) -> None:
    for source, number in sources.items():
        label = source if source in metrics.sources else OTHER_SOURCE
        metrics.source_articles.labels(label).inc(number)
        metrics.source_removed_lines.labels(label).inc(removed)


def _known_language(language: str) -> str:
    """The language as a label: a publisher may write anything there."""
    if language == "unknown":
        return language
    return language.lower() if len(language) == 2 and language.isascii() and language.isalpha() else "other"
