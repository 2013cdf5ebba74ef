"""What a committed batch adds to the metrics."""

import time
from collections.abc import Mapping

from pipeline.core.outcome import Dead, Done, Dropped
from pipeline.runtime.lane import Committed
from pipeline.runtime.metrics import Metrics
from pipeline.runtime.provenance import published_at


def record_batch(metrics: Metrics, committed: Committed) -> None:
    """Count a batch's articles, what was removed and found, and how long it all took."""
    stage = committed.stage.value
    for outcome in committed.outcomes:
        match outcome:
            case Done(counts=counts):
                metrics.articles.labels(stage, "done").inc()
                _count(metrics, counts)
            case Dropped():
                metrics.articles.labels(stage, "dropped").inc()
            case Dead(reason=reason):
                metrics.articles.labels(stage, "dead").inc()
                metrics.dead_letters.labels(stage, reason.value).inc()
    now = time.time()
    latency = metrics.latency.labels(stage)
    for incoming in committed.batch:
        latency.observe(max(0.0, now - published_at(incoming)))
    metrics.article_seconds.labels(stage).observe(committed.worked / len(committed.batch))
    metrics.batch_wait.labels(stage).observe(max(0.0, committed.waited))
    metrics.batch_size.labels(stage).observe(len(committed.batch))
    metrics.transactions.labels(stage).inc()
    metrics.transaction_seconds.labels(stage).observe(committed.committing)
    metrics.progress.set(now)


def _count(metrics: Metrics, counts: Mapping[str, Mapping[str, int]]) -> None:
    for reason, number in counts.get("removed_lines", {}).items():
        metrics.removed_lines.labels(reason).inc(number)
    for mark, number in counts.get("marks", {}).items():
        metrics.marks.labels(mark).inc(number)
    for kind, number in counts.get("entities", {}).items():
        metrics.entities.labels(kind).inc(number)
    for language, number in counts.get("languages", {}).items():
        # A publisher may write anything there.
        known = (
            language
            if language == "unknown" or (len(language) == 2 and language.isascii() and language.isalpha())
            else "other"
        )
        metrics.languages.labels(known.lower()).inc(number)
