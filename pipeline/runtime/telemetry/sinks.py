"""Every metric of a sink (`dateline sink …`), defined once; `docs/metrics.md` is generated from here."""

from collections.abc import Sequence

from prometheus_client import CollectorRegistry

from pipeline.runtime.telemetry.definitions import Definitions

#: Why a record was not written: it is no record of its channel, its batch is damaged, the broker had deleted it.
REFUSALS = ("no_record", "unreadable", "deleted_unread")
#: What a try failed at: the place that is written to, or the broker that is read from.
FAILURES = ("target", "broker")


class SinkMetrics(Definitions):
    """The metrics of one sink, in the registry that is given; all carry what kind of sink it is and what it writes."""

    def __init__(self, registry: CollectorRegistry, sink: str, channel: str) -> None:
        """Define every metric for a kind of sink (`parquet`, `postgres`) and a channel."""
        super().__init__(registry)
        who: dict[str, Sequence[str]] = {"sink": (sink,), "channel": (channel,)}
        self.written = self._counter(
            "dateline_sink_written_total",
            "Records written where others read them: in a finished file, in a committed transaction.",
            who,
        )
        self.refused = self._counter(
            "dateline_sink_refused_total",
            "Records that were left out for good: no record of the channel, or offsets that cannot be read or that the "
            "broker had deleted before they were read.",
            {**who, "reason": REFUSALS},
        )
        self.failures = self._counter(
            "dateline_sink_failures_total",
            "Times that the target or the broker failed while records were read and written; the sink tries again.",
            {**who, "reason": FAILURES},
        )
        self.lag = self._gauge(
            "dateline_sink_lag_records",
            "Committed offsets of a partition that are not written yet, those that wait in an open file included.",
            {**who, "partition": ()},
        )
        self.last_write = self._gauge(
            "dateline_sink_last_write_timestamp_seconds",
            "Unix time of the last successful write; start time before one.",
            who,
        )
        self.overdue = self._gauge(
            "dateline_sink_overdue_seconds",
            "For how long records have waited and nothing of their partition was written, beyond the time that a sink "
            "may take (--every); 0 while all is well.",
            who,
        )
