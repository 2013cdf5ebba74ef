"""What is in the news: what is removed, what is found, what cannot be processed, and from whom."""

from grafana_foundation_sdk.builders.dashboard import Dashboard, Row

from dashboards.panels import BYTES, COUNT, PER_SECOND, SHARE, THIRD, WORKERS, Panel, bars, board, curves, rate

_CLEANED = rate("dateline_articles_total", 'stage="clean", outcome="done"')
_ENRICHED = rate("dateline_articles_total", 'stage="extract", outcome="done"')


def dashboard() -> Dashboard:
    """The dashboard."""
    made = board("dateline-content", "Content", "What is removed from articles, what is found in them, and what fails.")
    made = made.with_row(Row("Removed"))
    for panel in (_removed(), _removed_sum()):
        made = made.with_panel(panel)
    made = made.with_row(Row("Learned"))
    for panel in (_known(), _counted(), _line_changes()):
        made = made.with_panel(panel)
    made = made.with_row(Row("Found"))
    for panel in (_entities(), _languages(), _marks()):
        made = made.with_panel(panel)
    made = made.with_row(Row("Dead letters and refused fields"))
    for panel in (_dead(), _dead_sum(), _refused()):
        made = made.with_panel(panel)
    made = made.with_row(Row("Sources and sizes"))
    for panel in (_sources(), _source_removed(), _sizes()):
        made = made.with_panel(panel)
    return made


def _removed() -> Panel:
    return curves(
        "Removed lines per article, by reason",
        "A reason that falls to nothing or leaps often means that a source has changed its pages.",
        COUNT,
        {"{{reason}}": _per_article(rate("dateline_removed_lines_total", by="reason"), _CLEANED)},
        stacked=True,
    )


def _removed_sum() -> Panel:
    return bars(
        "Removed lines in the chosen time, by reason",
        "How much each reason cut.",
        COUNT,
        {"{{reason}}": _sum("dateline_removed_lines_total", "reason")},
    )


def _known() -> Panel:
    return curves(
        "Lines known to recur",
        "Each worker knows all of them; `dateline lines` lists them, and overrules what is wrong.",
        COUNT,
        {"lines": f"max(dateline_known_lines{{{WORKERS}}})", "sources": f"max(dateline_known_sources{{{WORKERS}}})"},
        span=THIRD,
    )


def _counted() -> Panel:
    return curves(
        "Sources counted",
        "The workers' together. Near `learn.sources` times the partitions the least recently seen give way.",
        COUNT,
        {"sources": f"sum(dateline_counted_sources{{{WORKERS}}})"},
        span=THIRD,
    )


def _line_changes() -> Panel:
    return curves(
        "Lines learned and forgotten",
        "Many at once are a source that has changed its pages. Evidence that has doubled counts as learned.",
        PER_SECOND,
        {"{{change}}": rate("dateline_line_changes_total", by="change")},
        span=THIRD,
    )


def _entities() -> Panel:
    return curves(
        "Entities per article, by type",
        "Each counted once an article. The types are those of the model.",
        COUNT,
        {"{{type}}": _per_article(rate("dateline_entities_total", by="type"), _ENRICHED)},
        span=THIRD,
        stacked=True,
    )


def _languages() -> Panel:
    return curves(
        "Languages",
        "Share of the articles by language; `extract.models` in the settings says which have a model.",
        SHARE,
        {"{{language}}": _per_article(rate("dateline_language_articles_total", by="language"), _ENRICHED)},
        span=THIRD,
        stacked=True,
        top=1,
    )


def _marks() -> Panel:
    return curves(
        "Marks per article",
        "What readers of a record should know: a large cut, one long line, no article, no model for its language.",
        SHARE,
        {"{{mark}}": _per_article(rate("dateline_marks_total", by="mark"), _CLEANED)},
        span=THIRD,
    )


def _dead() -> Panel:
    return curves(
        "Dead letters by stage and reason",
        "`dateline dead list` shows them, `dateline dead replay` sends them again.",
        PER_SECOND,
        {"{{stage}} {{reason}}": rate("dateline_dead_letters_total", by="stage, reason")},
        stacked=True,
    )


def _dead_sum() -> Panel:
    return bars(
        "Dead letters in the chosen time, by reason",
        "How many articles each reason stopped.",
        COUNT,
        {"{{reason}}": _sum("dateline_dead_letters_total", "reason")},
    )


def _refused() -> Panel:
    return curves(
        "Refused headers and timestamps",
        "What publishers wrote beside articles and cannot mean; the articles are processed without it.",
        PER_SECOND,
        {"{{field}}": rate("dateline_refused_fields_total", by="field")},
        span=THIRD,
    )


def _sources() -> Panel:
    return curves(
        "Articles by source",
        "The sources that the setting `metrics.sources` names; all others are other.",
        PER_SECOND,
        {"{{source}}": rate("dateline_source_articles_total", by="source")},
        span=THIRD,
        stacked=True,
    )


def _source_removed() -> Panel:
    articles = rate("dateline_source_articles_total", by="source")
    return curves(
        "Removed lines per article, by source",
        "A source whose curve bends has changed its pages: look at its articles with `dateline explain`.",
        COUNT,
        {"{{source}}": _per_own_article(rate("dateline_source_removed_lines_total", by="source"), articles)},
        span=THIRD,
    )


def _sizes() -> Panel:
    received = rate("dateline_received_bytes_total", by="stage")
    return curves(
        "Mean size of an article",
        "As it came in, for each stage.",
        BYTES,
        {"{{stage}}": _per_own_article(received, rate("dateline_articles_total", by="stage"))},
        span=THIRD,
    )


def _per_article(counted: str, articles: str) -> str:
    """Rates of several series for each article of one; 0 while none comes."""
    return f"{counted} / scalar(clamp_min({articles}, 1e-9))"


def _per_own_article(counted: str, articles: str) -> str:
    """Rates for each article of the series with the same labels; 0 while none comes."""
    return f"{counted} / clamp_min({articles}, 1e-9)"


def _sum(metric: str, label: str) -> str:
    return f"sum by ({label}) (increase({metric}{{{WORKERS}}}[$__range]))"
