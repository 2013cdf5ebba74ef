"""Every metric of a worker, defined once: name, meaning, labels. `docs/metrics.md` is generated from here.

Names and units follow https://prometheus.io/docs/practices/naming/. Labels are bounded: no URL, id or entity name is
ever one, and a source only if the setting `metrics.sources` names it. Where the values of a label are known, its
series begin at 0, so that the first dead letter is an increase and not a new series without a past.
"""

from collections.abc import Sequence

from prometheus_client import CollectorRegistry

from pipeline.core.flow import Channel, Stage
from pipeline.core.reasons import DeadReason, Mark, RemovedReason
from pipeline.runtime.lanes.headers import REFUSABLE
from pipeline.runtime.telemetry.definitions import Definitions

# An article takes some 10 ms, a transaction 30 ms, a backlog hours. The latency objective's bound (10 s) is in both.
_FAST = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)
_SLOW = (0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1800, 7200)
_SIZES = (1, 2, 4, 8, 16, 32, 64, 128, 256)

OUTCOMES = ("done", "dropped", "dead")
TRANSACTION_OUTCOMES = ("committed", "aborted")
POOL_FAILURES = (DeadReason.CRASHED.value, DeadReason.TIMEOUT.value, DeadReason.OUT_OF_MEMORY.value)
OTHER_SOURCE = "other"

_STAGES = tuple(stage.value for stage in Stage)


class Metrics(Definitions):
    """The metrics of one worker, in the registry that is given."""

    def __init__(self, registry: CollectorRegistry, sources: Sequence[str] = ()) -> None:
        """Define every metric in `registry`; `sources` are those that are counted by name."""
        super().__init__(registry)
        self.sources = frozenset(sources)
        self._define_articles()
        self._define_content(sources)
        self._define_latency()
        self._define_kafka()
        self._define_pool()
        self._define_worker()

    def _define_articles(self) -> None:
        self.articles = self._counter(
            "dateline_articles_total",
            "Articles by what became of them: done, dropped on purpose (a tombstone), or dead (a dead letter).",
            {"stage": _STAGES, "outcome": OUTCOMES},
        )
        self.dead_letters = self._counter(
            "dateline_dead_letters_total",
            "Articles that could not be processed and were written to the dead topic, by reason.",
            {"stage": _STAGES, "reason": [reason.value for reason in DeadReason]},
        )
        self.in_flight = self._gauge(
            "dateline_articles_in_flight",
            "Articles that have been read and are not committed yet.",
            {"stage": _STAGES},
        )
        self.received_bytes = self._counter(
            "dateline_received_bytes_total", "Bytes of the articles that came in.", {"stage": _STAGES}
        )
        self.records = self._counter(
            "dateline_records_sent_total",
            "Records committed, by the channel whose topic they went to.",
            {"channel": _outputs()},
        )
        self.sent_bytes = self._counter(
            "dateline_sent_bytes_total", "Bytes of keys and values of the records committed.", {"channel": _outputs()}
        )

    def _define_content(self, sources: Sequence[str]) -> None:
        self.removed_lines = self._counter(
            "dateline_removed_lines_total",
            "Lines cut from articles, by why.",
            {"reason": [reason.value for reason in RemovedReason]},
        )
        self.marks = self._counter(
            "dateline_marks_total",
            "Marks set on records, such as not_an_article.",
            {"mark": [mark.value for mark in Mark]},
        )
        self.line_changes = self._counter(
            "dateline_line_changes_total",
            "What changed in what is known of sources' lines: learned (or its evidence has doubled), or forgotten.",
            {"change": ("learned", "forgotten")},
        )
        self.known_lines = self._gauge(
            "dateline_known_lines", "Lines that are known to recur in their source, or ruled on."
        )
        self.known_sources = self._gauge("dateline_known_sources", "Sources of which lines are known.")
        self.counted_sources = self._gauge("dateline_counted_sources", "Sources whose lines this worker counts.")
        self.entities = self._counter(
            "dateline_entities_total", "Entities found, each counted once an article, by type.", {"type": ()}
        )
        self.languages = self._counter(
            "dateline_language_articles_total",
            "Articles by language: a code of two letters, unknown, or other.",
            {"language": ()},
        )
        named = list(dict.fromkeys((*sources, OTHER_SOURCE)))
        self.source_articles = self._counter(
            "dateline_source_articles_total",
            "Cleaned articles by source: those that the setting metrics.sources names, all others as other.",
            {"source": named},
        )
        self.source_removed_lines = self._counter(
            "dateline_source_removed_lines_total",
            "Lines cut from articles, by source; see dateline_source_articles_total.",
            {"source": named},
        )

    def _define_latency(self) -> None:
        self.latency = self._histogram(
            "dateline_end_to_end_latency_seconds",
            "From an article's publishing on the raw topic to the commit of its enriched record or dead letter.",
            _SLOW,
        )
        self.stage_latency = self._histogram(
            "dateline_stage_latency_seconds",
            "From the writing of a stage's input to the commit of what came of it.",
            _SLOW,
            {"stage": _STAGES},
        )
        self.article_seconds = self._histogram(
            "dateline_article_seconds", "Time in a pool process, per article of a batch.", _FAST, {"stage": _STAGES}
        )
        self.batch_wait = self._histogram(
            "dateline_batch_wait_seconds", "Time a batch waited for a pool process.", _FAST, {"stage": _STAGES}
        )
        self.batch_size = self._histogram(
            "dateline_batch_articles", "Articles committed together.", _SIZES, {"stage": _STAGES}
        )

    def _define_kafka(self) -> None:
        self.lag = self._gauge(
            "dateline_lag_records",
            "Records of an assigned partition that are not committed yet; the series goes when the partition does.",
            {"topic": (), "partition": ()},
        )
        self.uncommitted = self._gauge(
            "dateline_uncommitted_records",
            "Offsets behind the first open transaction of a publisher in an assigned partition: nobody can read them "
            "before it ends. Workers' own transactions show here for some milliseconds.",
            {"topic": (), "partition": ()},
        )
        self.uncommitted_seconds = self._gauge(
            "dateline_uncommitted_seconds",
            "For how long the same open transaction has held up an assigned partition; 0 while none does.",
            {"topic": (), "partition": ()},
        )
        self.halted = self._gauge(
            "dateline_halted_partitions",
            "1 for an assigned partition that stands still until a person decides: its next batch cannot be read "
            "(unreadable), its committed offset lies beyond the end of the log (beyond_end), or that offset went back "
            "behind what is processed (behind).",
            {"topic": (), "partition": (), "reason": ()},
        )
        self.lanes = self._gauge("dateline_lanes", "Open lanes: assigned input partitions.")
        self.transactions = self._counter(
            "dateline_transactions_total",
            "Transactions by how they ended. An aborted one is tried again; one that fails for good ends the worker.",
            {"stage": _STAGES, "outcome": TRANSACTION_OUTCOMES},
        )
        self.transaction_seconds = self._histogram(
            "dateline_transaction_seconds",
            "From a transaction's begin to its commit, aborted tries included.",
            _FAST,
            {"stage": _STAGES},
        )
        self.rebalances = self._counter("dateline_rebalances_total", "Times the partitions were assigned anew.")
        self.rereads = self._counter(
            "dateline_rereads_total", "Times a lane missed records and had them read again; none is lost by it."
        )
        self.refused_fields = self._counter(
            "dateline_refused_fields_total",
            "Headers and timestamps of articles that were left out because they cannot be meant, such as a publish "
            "time of 400 digits.",
            {"field": REFUSABLE},
        )
        self.deleted = self._counter(
            "dateline_deleted_unread_total",
            "Offsets that the broker had deleted before they were read: the articles among them are lost.",
            {"stage": _STAGES},
        )

    def _define_pool(self) -> None:
        self.pool_processes = self._gauge("dateline_pool_processes", "Processes of the pool.")
        self.pool_in_flight = self._gauge("dateline_pool_batches_in_flight", "Batches waiting or worked on.")
        self.pool_busy = self._counter(
            "dateline_pool_busy_seconds_total",
            "Time pool processes spent on batches; divided by dateline_pool_processes, their utilisation.",
            {"stage": _STAGES},
        )
        self.pool_failures = self._counter(
            "dateline_pool_failures_total",
            "Batches that failed in the pool: the process crashed, was killed for a time-out, or had no memory left.",
            {"reason": POOL_FAILURES},
        )
        self.pool_starts = self._counter(
            "dateline_pool_process_starts_total",
            "Pool processes started: the first ones, after a failure, and when one has done pool.tasks_per_process.",
        )
        self.pool_resident = self._gauge(
            "dateline_pool_resident_memory_bytes",
            "Resident memory of the pool's processes together; pages they share count for each.",
        )
        self.pool_memory = self._gauge(
            "dateline_pool_memory_bytes",
            "Memory of the pool's processes together, pages they share counted once (proportional set size).",
        )

    def _define_worker(self) -> None:
        self.ready = self._gauge("dateline_ready", "1 when the worker is ready, as /health/ready says, else 0.")
        self.progress = self._gauge(
            "dateline_last_progress_timestamp_seconds",
            "Unix time of the last committed batch; start time before one.",
        )
        self.stalled = self._gauge(
            "dateline_stalled_seconds", "Time without progress while work waits; 0 while all is well."
        )
        self.loop_delay = self._histogram(
            "dateline_event_loop_delay_seconds", "How late the event loop wakes up.", _FAST
        )
        self.memory_limit = self._gauge(
            "dateline_memory_limit_bytes", "Memory this worker may use: its container's limit, else the machine's."
        )
        self.build = self._gauge(
            "dateline_build_info",
            "1, with the versions of Dateline, its cleaner and its model in the labels.",
            {"version": (), "cleaner": (), "model": ()},
        )


def _outputs() -> list[str]:
    return [channel.value for channel in Channel if channel.written]
