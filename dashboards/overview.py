"""Whether news flows, how fast, how late, and what is wrong: the first look."""

from grafana_foundation_sdk.builders.dashboard import Dashboard, Row

from dashboards.panels import (
    COUNT,
    JOBS,
    PER_SECOND,
    SECONDS,
    SHARE,
    THIRD,
    WORKERS,
    Panel,
    board,
    curves,
    figure,
    gauge,
    quantile,
    quantiles,
    rate,
)


def dashboard() -> Dashboard:
    """The dashboard."""
    made = board("dateline-overview", "Overview", "Whether news flows, how fast, how late, and what is wrong.")
    made = made.with_row(Row("Now"))
    for panel in (_enriched(), _latency_now(), _waiting(), _catch_up(), _dead_now(), _ready(), _since(), _alerts()):
        made = made.with_panel(panel)
    made = made.with_row(Row("How it went"))
    for curve in (_articles(), _latency(), _lag(), _dead(), _removed(), _entities()):
        made = made.with_panel(curve)
    return made


def _enriched() -> Panel:
    return figure(
        "Enriched",
        "Articles a second that reached the enriched topic.",
        PER_SECOND,
        rate("dateline_articles_total", 'stage="extract", outcome="done"'),
    )


def _latency_now() -> Panel:
    return figure(
        "Latency p99",
        "99 of 100 articles took less than this from publishing to the commit of their record. The objective is 10 s.",
        SECONDS,
        quantile(0.99, "dateline_end_to_end_latency_seconds"),
        steps={5: "yellow", 10: "red"},
    )


def _waiting() -> Panel:
    return figure(
        "Waiting",
        "Records that are not processed yet, on all topics that workers read.",
        COUNT,
        f"sum(job_topic:dateline_lag_records:sum{{{JOBS}}})",
        steps={1000: "yellow"},
    )


def _catch_up() -> Panel:
    return figure(
        "Time to catch up",
        "Until nothing waits, at the pace of the last five minutes. Infinite while what waits does not become less.",
        SECONDS,
        f"max(job_topic:dateline_catch_up:seconds{{{JOBS}}})",
        steps={600: "yellow", 3600: "red"},
    )


def _dead_now() -> Panel:
    return figure(
        "Dead letters",
        "Share of the last 10 minutes' articles that could not be processed.",
        SHARE,
        f"max(job:dateline_dead_letters:ratio_rate10m{{{JOBS}}})",
        steps={0.01: "yellow", 0.05: "red"},
    )


def _ready() -> Panel:
    return figure(
        "Workers ready",
        "Workers that have loaded their models and joined the group. /health/ready of one that is missing says why.",
        COUNT,
        gauge("dateline_ready"),
        base="red",
        steps={1: "green"},
    )


def _since() -> Panel:
    return figure(
        "Since the last commit",
        "Time since any worker committed a batch. Long is wrong only while something waits.",
        SECONDS,
        f"min(time() - dateline_last_progress_timestamp_seconds{{{WORKERS}}})",
    )


def _alerts() -> Panel:
    return figure(
        "Alerts",
        "Alerts that fire now; docs/runbook.md says what to do for each.",
        COUNT,
        f'count(ALERTS{{alertstate="firing", alertname=~"Dateline.+", {JOBS}}}) or vector(0)',
        steps={1: "red"},
    )


def _articles() -> Panel:
    return curves(
        "Articles by stage and outcome",
        "Done, dropped on purpose (tombstones), or dead. Clean and extract lie on each other while all keep up.",
        PER_SECOND,
        {"{{stage}} {{outcome}}": rate("dateline_articles_total", by="stage, outcome")},
        span=THIRD,
    )


def _latency() -> Panel:
    return curves(
        "End-to-end latency",
        "From publishing on the raw topic to the commit of the enriched record or dead letter.",
        SECONDS,
        quantiles("dateline_end_to_end_latency_seconds"),
        span=THIRD,
    )


def _lag() -> Panel:
    return curves(
        "Waiting records by topic",
        "Growing on the raw topic: cleaning is behind. Growing on the clean topic: finding entities is.",
        COUNT,
        {"{{topic}}": f"sum by (topic) (job_topic:dateline_lag_records:sum{{{JOBS}}})"},
        span=THIRD,
    )


def _dead() -> Panel:
    return curves(
        "Dead letters by reason",
        "`dateline dead list` shows them, `dateline dead replay` sends them again.",
        PER_SECOND,
        {"{{reason}}": rate("dateline_dead_letters_total", by="reason")},
        span=THIRD,
        stacked=True,
    )


def _removed() -> Panel:
    return curves(
        "Removed lines by reason",
        "A reason that stops or leaps may mean that a source has changed its pages.",
        PER_SECOND,
        {"{{reason}}": rate("dateline_removed_lines_total", by="reason")},
        span=THIRD,
        stacked=True,
    )


def _entities() -> Panel:
    return curves(
        "Entities by type",
        "Each counted once an article.",
        PER_SECOND,
        {"{{type}}": rate("dateline_entities_total", by="type")},
        span=THIRD,
        stacked=True,
    )
