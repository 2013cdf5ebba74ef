"""Between the workers and the broker, and from there on: lag, transactions, what was sent, partitions, sinks."""

from grafana_foundation_sdk.builders.dashboard import Dashboard, Row

from dashboards.panels import (
    BYTES_PER_SECOND,
    COUNT,
    JOBS,
    PER_SECOND,
    SECONDS,
    THIRD,
    WORKERS,
    Panel,
    board,
    curves,
    gauge,
    quantiles,
    rate,
)


def dashboard() -> Dashboard:
    """The dashboard."""
    made = board("dateline-kafka", "Kafka", "Lag, transactions, what was sent, how partitions move, what sinks do.")
    made = made.with_row(Row("Lag"))
    for panel in (_lag(), _partitions(), _catch_up()):
        made = made.with_panel(panel)
    made = made.with_row(Row("Transactions"))
    for panel in (_transactions(), _transaction_time(), _in_flight()):
        made = made.with_panel(panel)
    made = made.with_row(Row("Records and partitions"))
    for panel in (_records(), _bytes(), _lanes(), _rebalances(), _uncommitted(), _halted()):
        made = made.with_panel(panel)
    made = made.with_row(Row("Sinks"))
    for panel in (_sink_lag(), _sink_written(), _sink_trouble(), _sink_lateness()):
        made = made.with_panel(panel)
    return made


def _lag() -> Panel:
    return curves(
        "Waiting records by topic",
        "Of the partitions that workers have; `dateline lag` asks the broker for all.",
        COUNT,
        {"{{topic}}": f"sum by (topic) (job_topic:dateline_lag_records:sum{{{JOBS}}})"},
        span=THIRD,
    )


def _partitions() -> Panel:
    return curves(
        "Waiting records by partition",
        "One partition far above the others: its keys are uneven, or its lane is stuck.",
        COUNT,
        {"{{topic}} [{{partition}}]": gauge("dateline_lag_records", by="topic, partition", how="max")},
        span=THIRD,
    )


def _catch_up() -> Panel:
    return curves(
        "Time to catch up",
        "At the pace of the last five minutes; no curve while what waits does not become less.",
        SECONDS,
        {"{{topic}}": f"max by (topic) (job_topic:dateline_catch_up:seconds{{{JOBS}}})"},
        span=THIRD,
    )


def _transactions() -> Panel:
    return curves(
        "Transactions by outcome",
        "An aborted one left nothing behind and is tried again; some are normal while a broker restarts.",
        PER_SECOND,
        {"{{stage}} {{outcome}}": rate("dateline_transactions_total", by="stage, outcome")},
        span=THIRD,
    )


def _transaction_time() -> Panel:
    return curves(
        "Transaction time",
        "From begin to commit, aborted tries included. Rises with the broker's load and with the size of batches.",
        SECONDS,
        quantiles("dateline_transaction_seconds", by="stage"),
        span=THIRD,
    )


def _in_flight() -> Panel:
    return curves(
        "Articles in flight",
        "Read and not committed yet; they are read again if their worker dies.",
        COUNT,
        {"{{stage}}": gauge("dateline_articles_in_flight", by="stage")},
        span=THIRD,
        stacked=True,
    )


def _records() -> Panel:
    return curves(
        "Records sent",
        "By where they went; mentions are one for each entity of an article.",
        PER_SECOND,
        {"{{channel}}": rate("dateline_records_sent_total", by="channel")},
    )


def _bytes() -> Panel:
    return curves(
        "Bytes received and sent",
        "Keys and values, before compression.",
        BYTES_PER_SECOND,
        {
            "received by {{stage}}": rate("dateline_received_bytes_total", by="stage"),
            "sent to {{channel}}": rate("dateline_sent_bytes_total", by="channel"),
        },
    )


def _lanes() -> Panel:
    return curves(
        "Partitions by worker",
        "Input partitions each worker has open. Unlike numbers are normal, a worker with none has nothing to do.",
        COUNT,
        {"{{instance}}": gauge("dateline_lanes", by="instance")},
        stacked=True,
    )


def _uncommitted() -> Panel:
    return curves(
        "Not committed by publishers",
        "Offsets behind a publisher's open transaction: nobody can read them before it ends, and lag leaves them out.",
        COUNT,
        {"{{topic}} [{{partition}}]": gauge("dateline_uncommitted_records", by="topic, partition", how="max")},
    )


def _halted() -> Panel:
    return curves(
        "Halted partitions",
        "They stand still until a person decides: an unreadable batch, or an offset beyond the end or gone back.",
        COUNT,
        {"{{topic}} [{{partition}}] {{reason}}": gauge("dateline_halted_partitions", by="topic, partition, reason")},
    )


def _rebalances() -> Panel:
    return curves(
        "Rebalances and rereads",
        "In five minutes. A worker came, went or was slow; records had to be fetched twice (none is lost by it).",
        COUNT,
        {
            "rebalances {{instance}}": f"sum by (instance) (increase(dateline_rebalances_total{{{WORKERS}}}[5m]))",
            "rereads {{instance}}": f"sum by (instance) (increase(dateline_rereads_total{{{WORKERS}}}[5m]))",
        },
    )


def _sink_lag() -> Panel:
    return curves(
        "Records that wait for sinks",
        "A sink of files collects records for up to --every, so its curve is a saw; rising from hour to hour is wrong.",
        COUNT,
        {"{{channel}} to {{sink}}": gauge("dateline_sink_lag_records", by="channel, sink")},
    )


def _sink_written() -> Panel:
    return curves(
        "Written by sinks",
        "Records in finished files and committed transactions.",
        PER_SECOND,
        {"{{channel}} to {{sink}}": rate("dateline_sink_written_total", by="channel, sink")},
    )


def _sink_trouble() -> Panel:
    return curves(
        "Left out and failed",
        "In five minutes: records that sinks left out for good, and tries that failed and are made again.",
        COUNT,
        {
            "left out: {{reason}}": f"sum by (reason) (increase(dateline_sink_refused_total{{{WORKERS}}}[5m]))",
            "failed: {{reason}}": f"sum by (reason) (increase(dateline_sink_failures_total{{{WORKERS}}}[5m]))",
        },
    )


def _sink_lateness() -> Panel:
    since = f"min by (channel, sink) (time() - dateline_sink_last_write_timestamp_seconds{{{WORKERS}}})"
    return curves(
        "Overdue writes",
        "Time since the last write is wrong only while records wait; overdue is what goes beyond --every then.",
        SECONDS,
        {
            "{{channel}} to {{sink}}, overdue": gauge("dateline_sink_overdue_seconds", by="channel, sink", how="max"),
            "{{channel}} to {{sink}}, last write": since,
        },
    )
