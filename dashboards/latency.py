"""Where the time goes: end to end, stage by stage, and against the objective."""

from grafana_foundation_sdk.builders.dashboard import Dashboard, Row

from dashboards.panels import (
    COUNT,
    JOBS,
    PER_SECOND,
    SECONDS,
    SHARE,
    Panel,
    board,
    curves,
    heat,
    mean,
    quantile,
    quantiles,
    rate,
)

_OBJECTIVE = "job:dateline_end_to_end_latency_over_10s:ratio_rate"


def dashboard() -> Dashboard:
    """The dashboard."""
    made = board("dateline-latency", "Stages and latency", "Where the time goes, from publishing to the last commit.")
    made = made.with_row(Row("End to end"))
    for panel in (_spread(), _objective()):
        made = made.with_panel(panel)
    made = made.with_row(Row("Stage by stage"))
    for curve in (_stages(), _throughput(), _parts("clean"), _parts("extract"), _work(), _batches()):
        made = made.with_panel(curve)
    return made


def _spread() -> Panel:
    return heat(
        "End-to-end latency",
        "How many articles took how long, from publishing to the commit of their record. A second band far up is a "
        "backlog being worked off.",
        SECONDS,
        "dateline_end_to_end_latency_seconds",
    )


def _objective() -> Panel:
    return curves(
        "Articles over 10 s",
        "The objective allows 1 % over 30 days. A page comes at 14.4 % in an hour, a ticket at 6 % in six hours.",
        SHARE,
        {f"last {span}": f"max({_OBJECTIVE}{span}{{{JOBS}}})" for span in ("5m", "1h", "6h")},
        top=0.05,
    )


def _stages() -> Panel:
    return curves(
        "Stage latency",
        "From the writing of a stage's input to the commit of what came of it, waiting included.",
        SECONDS,
        quantiles("dateline_stage_latency_seconds", by="stage"),
    )


def _throughput() -> Panel:
    return curves(
        "Articles by stage",
        "Articles a second that each stage finished, whatever became of them.",
        PER_SECOND,
        {"{{stage}}": rate("dateline_articles_total", by="stage")},
    )


def _parts(stage: str) -> Panel:
    matcher = f'stage="{stage}"'
    return curves(
        f"Where a batch's time goes: {stage}",
        "p95 of the wait for a pool process and of the transaction; more pool processes shorten the first, a faster "
        "broker the second.",
        SECONDS,
        {
            "wait for a process": quantile(0.95, "dateline_batch_wait_seconds", matcher),
            "transaction": quantile(0.95, "dateline_transaction_seconds", matcher),
        },
    )


def _work() -> Panel:
    return curves(
        "Time in a pool process per article",
        "What cleaning and finding entities itself takes, without any waiting.",
        SECONDS,
        quantiles("dateline_article_seconds", by="stage"),
    )


def _batches() -> Panel:
    return curves(
        "Articles in a batch",
        "The mean. Full batches (worker.batch_size) mean that articles wait; small ones that there is little to do.",
        COUNT,
        {"{{stage}}": mean("dateline_batch_articles", by="stage")},
    )
