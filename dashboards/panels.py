"""What every dashboard is made of: its frame, its panels, its queries.

A panel always has a title, a unit and a description that says how to read it. Queries ask the data source that the
viewer chose, for the jobs and workers that the viewer chose.
"""

from collections.abc import Mapping

from grafana_foundation_sdk.builders import bargauge, common, heatmap, stat, table, timeseries
from grafana_foundation_sdk.builders.dashboard import (
    Dashboard,
    DashboardLink,
    DatasourceVariable,
    QueryVariable,
    ThresholdsConfig,
)
from grafana_foundation_sdk.builders.prometheus import Dataquery
from grafana_foundation_sdk.cog.builder import Builder
from grafana_foundation_sdk.models.common import (
    BigValueColorMode,
    LegendDisplayMode,
    LegendPlacement,
    StackingMode,
    TooltipDisplayMode,
)
from grafana_foundation_sdk.models.dashboard import (
    DashboardCursorSync,
    DashboardLinkType,
    DataSourceRef,
    Threshold,
    ThresholdsMode,
    VariableOption,
    VariableRefresh,
    VariableSort,
)
from grafana_foundation_sdk.models.dashboard import Panel as AnyPanel
from grafana_foundation_sdk.models.heatmap import HeatmapColorMode
from grafana_foundation_sdk.models.prometheus import PromQueryFormat

SOURCE = DataSourceRef(type_val="prometheus", uid="${datasource}")
#: Label matchers: the viewer's jobs and workers; recorded series are of jobs alone.
WORKERS = 'job=~"$job", instance=~"$instance"'
JOBS = 'job=~"$job"'

# Units by Grafana's names (https://grafana.com/docs/grafana/latest/panels-visualizations/configure-standard-options/#unit)
SECONDS, BYTES, SHARE, COUNT, PER_SECOND, BYTES_PER_SECOND = "s", "bytes", "percentunit", "short", "cps", "Bps"

# A dashboard is 24 columns wide.
THIRD, HALF, WHOLE = 8, 12, 24
_HEIGHT = 8

_INSTANCES = 'label_values({__name__=~"dateline_(build_info|sink_lag_records)", job=~"$job"}, instance)'

Panel = Builder[AnyPanel]
Queries = Mapping[str, str]
"""Legends (with {{label}} for a label's value) and their queries."""


def board(uid: str, title: str, description: str) -> Dashboard:
    """A dashboard without panels, with the variables and links that all share."""
    return (
        Dashboard(f"Dateline / {title}")
        .uid(uid)
        .description(description)
        .tags(["dateline"])
        .readonly()
        .tooltip(DashboardCursorSync.CROSSHAIR)
        .refresh("10s")
        .time("now-1h", "now")
        .timezone("browser")
        .link(
            DashboardLink("Dateline")
            .type(DashboardLinkType.DASHBOARDS)
            .tags(["dateline"])
            .keep_time(True)
            .include_vars(True)
        )
        .with_variable(DatasourceVariable("datasource").label("Data source").type("prometheus"))
        .with_variable(_labels("job", "Job", 'label_values({__name__=~"dateline_(build_info|sink_lag_records)"}, job)'))
        .with_variable(_labels("instance", "Worker or sink", _INSTANCES))
    )


def rate(metric: str, matchers: str = "", *, by: str = "") -> str:
    """The increase of a counter per second, added up over workers, kept apart by the labels `by`."""
    return f"sum{_by(by)} (rate({metric}{{{_join(matchers)}}}[$__rate_interval]))"


def quantile(share: float, metric: str, matchers: str = "", *, by: str = "") -> str:
    """A quantile of a histogram over all workers."""
    labels = _join_labels(by, "le")
    return f"histogram_quantile({share}, {rate(metric + '_bucket', matchers, by=labels)})"


def quantiles(metric: str, matchers: str = "", *, by: str = "") -> dict[str, str]:
    """Median, 95th and 99th percentile."""
    legend = f"{{{{{by}}}}} " if by else ""
    return {f"{legend}p{round(100 * share)}": quantile(share, metric, matchers, by=by) for share in (0.5, 0.95, 0.99)}


def mean(metric: str, matchers: str = "", *, by: str = "") -> str:
    """The mean of what a histogram observed; 0 while it observed nothing."""
    return f"{rate(metric + '_sum', matchers, by=by)} / clamp_min({rate(metric + '_count', matchers, by=by)}, 1e-9)"


def gauge(metric: str, matchers: str = "", *, by: str = "", how: str = "sum") -> str:
    """A gauge over all workers."""
    return f"{how}{_by(by)} ({metric}{{{_join(matchers)}}})"


def curves(
    title: str,
    description: str,
    unit: str,
    queries: Queries,
    *,
    span: int = HALF,
    stacked: bool = False,
    top: float | None = None,
) -> timeseries.Panel:
    """Curves over time; `top` is the least upper end of the axis."""
    panel = (
        timeseries.Panel()
        .title(title)
        .description(description)
        .datasource(SOURCE)
        .unit(unit)
        .min(0)
        .span(span)
        .height(_HEIGHT)
        .fill_opacity(25 if stacked else 8)
        .line_width(1)
        .tooltip(common.VizTooltipOptions().mode(TooltipDisplayMode.MULTI))
        .legend(
            common.VizLegendOptions()
            .display_mode(LegendDisplayMode.LIST)
            .placement(LegendPlacement.BOTTOM)
            .show_legend(True)
        )
    )
    if stacked:
        panel = panel.stacking(common.StackingConfig().mode(StackingMode.NORMAL))
    if top is not None:
        panel = panel.axis_soft_max(top)
    for target in _targets(queries):
        panel = panel.with_target(target)
    return panel


def figure(
    title: str,
    description: str,
    unit: str,
    query: str,
    *,
    span: int = 3,
    steps: Mapping[float, str] | None = None,
    base: str = "green",
) -> stat.Panel:
    """One figure; `steps` are the values from which it has another colour than `base`."""
    return (
        stat.Panel()
        .title(title)
        .description(description)
        .datasource(SOURCE)
        .unit(unit)
        .span(span)
        .height(4)
        .color_mode(BigValueColorMode.VALUE)
        .thresholds(_thresholds(base, steps or {}))
        .with_target(_query("A", title, query))
    )


def bars(title: str, description: str, unit: str, queries: Queries, *, span: int = HALF) -> bargauge.Panel:
    """The present figures side by side."""
    panel = bargauge.Panel().title(title).description(description).datasource(SOURCE).unit(unit).min(0)
    panel = panel.span(span).height(_HEIGHT).thresholds(_thresholds("blue", {}))
    for number, (legend, query) in enumerate(queries.items()):
        panel = panel.with_target(_query(_ref(number), legend, query).instant())
    return panel


def heat(title: str, description: str, unit: str, metric: str, *, span: int = HALF) -> heatmap.Panel:
    """How the values of a histogram spread, over time."""
    return (
        heatmap.Panel()
        .title(title)
        .description(description)
        .datasource(SOURCE)
        .span(span)
        .height(_HEIGHT)
        .calculate(False)
        .y_axis(heatmap.YAxisConfig().unit(unit))
        .color(heatmap.HeatmapColorOptions().mode(HeatmapColorMode.SCHEME).scheme("Oranges").steps(64))
        .with_target(_query("A", "{{le}}", rate(f"{metric}_bucket", by="le")).format(PromQueryFormat.HEATMAP))
    )


def listing(title: str, description: str, query: str, *, span: int = WHOLE) -> table.Panel:
    """The labels of a query's series as a table."""
    return (
        table.Panel()
        .title(title)
        .description(description)
        .datasource(SOURCE)
        .unit(COUNT)
        .span(span)
        .height(_HEIGHT)
        .with_target(_query("A", title, query).instant().format(PromQueryFormat.TABLE))
    )


def _labels(name: str, label: str, query: str) -> QueryVariable:
    return (
        QueryVariable(name)
        .label(label)
        .datasource(SOURCE)
        .query(query)
        .refresh(VariableRefresh.ON_TIME_RANGE_CHANGED)
        .sort(VariableSort.ALPHABETICAL_ASC)
        .multi(True)
        .include_all(True)
        .all_value(".+")
        .current(VariableOption(selected=True, text="All", value="$__all"))
    )


def _targets(queries: Queries) -> list[Dataquery]:
    return [_query(_ref(number), legend, query) for number, (legend, query) in enumerate(queries.items())]


def _query(ref: str, legend: str, expression: str) -> Dataquery:
    return Dataquery().ref_id(ref).datasource(SOURCE).expr(expression).legend_format(legend)


def _ref(number: int) -> str:
    return chr(ord("A") + number)


def _thresholds(base: str, steps: Mapping[float, str]) -> ThresholdsConfig:
    made = [Threshold(value=None, color=base), *(Threshold(value=value, color=color) for value, color in steps.items())]
    return ThresholdsConfig().mode(ThresholdsMode.ABSOLUTE).steps(made)


def _by(labels: str) -> str:
    return f" by ({labels})" if labels else ""


def _join(matchers: str) -> str:
    return f"{WORKERS}, {matchers}" if matchers else WORKERS


def _join_labels(*labels: str) -> str:
    return ", ".join(label for label in labels if label)
