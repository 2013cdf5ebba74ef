"""Every metric of a worker, defined once: name, meaning, labels. `docs/metrics.md` is generated from here.

Labels are bounded: no URL, id or entity name is ever one.
"""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, disable_created_metrics
from prometheus_client.gc_collector import GCCollector
from prometheus_client.platform_collector import PlatformCollector
from prometheus_client.process_collector import ProcessCollector

# An article takes some 10 ms, a transaction 30 ms, a backlog hours.
_FAST = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)
_SLOW = (0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1800, 7200)


class Metrics:
    """The metrics of one worker, in the registry that is given."""

    def __init__(self, registry: CollectorRegistry) -> None:
        """Define every metric in `registry`."""
        self.registry = registry
        disable_created_metrics()  # type: ignore[no-untyped-call] # a second series for every counter, which nothing here reads
        ProcessCollector(registry=registry)
        PlatformCollector(registry=registry)
        GCCollector(registry=registry)
        self._define_articles(registry)
        self._define_kafka(registry)
        self._define_resources(registry)

    def _define_articles(self, registry: CollectorRegistry) -> None:
        self.articles = Counter(
            "dateline_articles",
            "Articles by what became of them: done, dropped or dead.",
            ["stage", "outcome"],
            registry=registry,
        )
        self.dead_letters = Counter(
            "dateline_dead_letters", "Articles that could not be processed.", ["stage", "reason"], registry=registry
        )
        self.removed_lines = Counter(
            "dateline_removed_lines", "Lines cut from articles.", ["reason"], registry=registry
        )
        self.marks = Counter(
            "dateline_marks", "Marks set on records, such as not_an_article.", ["mark"], registry=registry
        )
        self.entities = Counter(
            "dateline_entities", "Distinct entities found in articles.", ["type"], registry=registry
        )
        self.languages = Counter("dateline_articles_language", "Articles by language.", ["language"], registry=registry)
        self.latency = Histogram(
            "dateline_latency_seconds",
            "From an article's publishing on the raw topic to the commit of a stage's records.",
            ["stage"],
            buckets=_SLOW,
            registry=registry,
        )
        self.article_seconds = Histogram(
            "dateline_article_seconds",
            "Time in the pool, per article of a batch.",
            ["stage"],
            buckets=_FAST,
            registry=registry,
        )
        self.batch_wait = Histogram(
            "dateline_batch_wait_seconds",
            "Time a batch waited for a pool process.",
            ["stage"],
            buckets=_FAST,
            registry=registry,
        )
        self.batch_size = Histogram(
            "dateline_batch_articles",
            "Articles in a batch.",
            ["stage"],
            buckets=(1, 2, 4, 8, 16, 32, 64, 128, 256),
            registry=registry,
        )

    def _define_kafka(self, registry: CollectorRegistry) -> None:
        self.lag = Gauge(
            "dateline_lag",
            "Records of an assigned partition that are not read yet.",
            ["topic", "partition"],
            registry=registry,
        )
        self.lanes = Gauge("dateline_lanes", "Open lanes: assigned input partitions.", registry=registry)
        self.transactions = Counter("dateline_transactions", "Transactions committed.", ["stage"], registry=registry)
        self.transaction_seconds = Histogram(
            "dateline_transaction_seconds",
            "From a transaction's begin to its commit.",
            ["stage"],
            buckets=_FAST,
            registry=registry,
        )
        self.rebalances = Counter("dateline_rebalances", "Times the partitions were assigned anew.", registry=registry)
        self.rereads = Counter(
            "dateline_rereads", "Times a lane missed records and read them again.", registry=registry
        )
        self.progress = Gauge(
            "dateline_last_progress_timestamp_seconds",
            "Unix time of the last committed batch; start time before one.",
            registry=registry,
        )

    def _define_resources(self, registry: CollectorRegistry) -> None:
        self.pool_processes = Gauge("dateline_pool_processes", "Processes of the pool.", registry=registry)
        self.pool_in_flight = Gauge(
            "dateline_pool_in_flight", "Batches in the pool, waiting or worked on.", registry=registry
        )
        self.pool_busy = Counter(
            "dateline_pool_busy_seconds", "Time pool processes spent on batches.", registry=registry
        )
        self.pool_failures = Counter(
            "dateline_pool_failures",
            "Pool processes that crashed or were killed for a time-out.",
            ["reason"],
            registry=registry,
        )
        self.pool_memory = Gauge(
            "dateline_pool_resident_memory_bytes",
            "Resident memory of the pool's processes together; pages they share count for each.",
            registry=registry,
        )
        self.loop_delay = Histogram(
            "dateline_event_loop_delay_seconds", "How late the event loop wakes up.", buckets=_FAST, registry=registry
        )
        self.build = Gauge(
            "dateline_build_info",
            "1, with the versions in the labels.",
            ["version", "cleaner", "model"],
            registry=registry,
        )
