"""The committed dashboards and rules: up to date, complete, and asking only for metrics that exist."""

import json
import re
from functools import cache
from pathlib import Path

import pytest
import yaml
from prometheus_client import CollectorRegistry
from typer.testing import CliRunner

from dashboards import check
from dashboards.check import Query
from dashboards.generate import generate
from pipeline.runtime.telemetry.definitions import Definition
from pipeline.runtime.telemetry.metrics import Metrics
from pipeline.runtime.telemetry.sinks import SinkMetrics
from pipeline.tools.cli import app
from tests.support.prometheus import (
    DASHBOARDS,
    ROOT,
    RULE_TESTS,
    alerts,
    metrics_in,
    panels,
    rule_queries,
    rules,
)


def _defined() -> list[Definition]:
    """Every metric of workers and of sinks."""
    return [*Metrics(CollectorRegistry()).definitions, *SinkMetrics(CollectorRegistry(), "", "").definitions]


@cache
def known_metrics() -> frozenset[str]:
    """Every name that a query may ask for."""
    metrics = Metrics(CollectorRegistry())
    names = {"up", "ALERTS", *(rule["record"] for rule in rules() if "record" in rule)}
    for one in _defined():
        names |= {one.name + end for end in ("_bucket", "_sum", "_count")} if one.kind == "histogram" else {one.name}
    for family in metrics.registry.collect():
        names |= {sample.name for sample in family.samples if not sample.name.startswith("dateline_")}
    return frozenset(names)


def test_the_committed_dashboards_are_those_that_the_code_makes() -> None:
    committed = {file.name: file.read_text(encoding="utf-8") for file in DASHBOARDS}
    assert committed == generate(), "stale; run `python -m dashboards`"


@pytest.mark.parametrize("query", [*check.queries(), *rule_queries()], ids=lambda query: query.where)
def test_queries_ask_only_for_metrics_that_exist(query: Query) -> None:
    asked = metrics_in(query.expression)
    assert asked, "no metric found in the query"
    assert asked <= known_metrics()


def test_a_metric_that_does_not_exist_would_be_noticed() -> None:
    asked = metrics_in('sum by (stage) (rate(dateline_wrong_total{job="dateline_job"}[5m])) / up + a:b_c:d')
    assert asked == {"dateline_wrong_total", "up", "a:b_c:d"}


def test_every_metric_is_on_a_dashboard_or_in_a_rule() -> None:
    asked = set().union(*(metrics_in(query.expression) for query in (*check.queries(), *rule_queries())))
    base = {re.sub(r"_(bucket|sum|count)$", "", name) for name in asked}
    assert {one.name for one in _defined()} <= asked | base


@pytest.mark.parametrize(
    ("dashboard", "panel"), panels(), ids=lambda one: one["title"] if isinstance(one, dict) else one
)
def test_panels_say_what_they_show(dashboard: str, panel: dict[str, object]) -> None:
    assert panel["title"]
    assert str(panel.get("description", "")).endswith(".")
    assert "unit" in str(panel), "no unit"
    assert panel["datasource"] == {"type": "prometheus", "uid": "${datasource}"}


@pytest.mark.parametrize("query", check.queries(), ids=lambda query: query.where)
def test_panels_leave_windows_and_workers_to_the_viewer(query: Query) -> None:
    assert "$job" in query.expression
    assert not re.search(r"\brate\([^\[]*\[(?!\$__rate_interval)", query.expression)


@pytest.mark.parametrize("file", DASHBOARDS, ids=lambda file: file.stem)
def test_dashboards_can_be_narrowed_and_not_be_changed_by_hand(file: Path) -> None:
    """What dashboard-linter asks for; it is not to be had everywhere."""
    board = json.loads(file.read_text(encoding="utf-8"))
    assert board["editable"] is False, "they are generated"
    source, *variables = board["templating"]["list"]
    assert (source["type"], source["query"]) == ("datasource", "prometheus")
    assert [one["name"] for one in variables] == ["job", "instance"]
    for one in variables:
        assert (one["type"], one["datasource"]["uid"], one["multi"], one["allValue"]) == (
            "query",
            "${datasource}",
            True,
            ".+",
        )
        assert one["refresh"] == 2, "chosen anew when the time changes"


def test_every_alert_says_how_bad_it_is_and_what_to_do() -> None:
    runbook = (ROOT / "docs" / "runbook.md").read_text(encoding="utf-8")
    for alert in alerts():
        name = alert["alert"]
        assert alert["labels"]["severity"] in {"page", "ticket"}, name
        assert alert["keep_firing_for"], f"{name} flickers"
        assert alert["annotations"].keys() == {"summary", "description", "runbook_url"}, name
        assert alert["annotations"]["summary"].endswith("."), name
        assert alert["annotations"]["description"].endswith("."), name
        assert alert["annotations"]["runbook_url"] == f"docs/runbook.md#{name.lower()}"
        assert f"\n## {name}\n" in runbook, f"docs/runbook.md has no section {name}"


def test_the_runbook_has_no_alert_that_is_none() -> None:
    runbook = (ROOT / "docs" / "runbook.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^## (Dateline\w+)$", runbook, re.MULTILINE)) == {alert["alert"] for alert in alerts()}


def test_every_alert_leads_to_the_runbook_that_is_asked_for(tmp_path: Path) -> None:
    page = "https://docs.example.org/dateline/runbook/"
    done = CliRunner().invoke(app, ["rules", str(tmp_path), "--runbook-base", page])
    assert done.exit_code == 0, done.output
    written = yaml.safe_load((tmp_path / "alerts.yml").read_text(encoding="utf-8"))
    urls = {rule["annotations"]["runbook_url"] for group in written["groups"] for rule in group["rules"]}
    assert urls == {f"{page}#{alert['alert'].lower()}" for alert in alerts()}
    assert "docs/runbook.md#datelinememory" in CliRunner().invoke(app, ["rules"]).output


@pytest.mark.parametrize("base", ["docs/other.md", "https://a b", "https://x#y", 'https://"', "ftp://x"])
def test_what_is_no_page_is_refused(base: str) -> None:
    done = CliRunner().invoke(app, ["rules", "--runbook-base", base])
    assert (done.exit_code, done.stdout) == (2, "")


def test_every_alert_has_a_case_where_it_fires_and_one_where_it_does_not() -> None:
    checks = [check for case in yaml.safe_load(RULE_TESTS.read_text())["tests"] for check in case["alert_rule_test"]]
    fires = {check["alertname"] for check in checks if check["exp_alerts"]}
    quiet = {check["alertname"] for check in checks if not check["exp_alerts"]}
    assert fires == quiet == {alert["alert"] for alert in alerts()}


def test_every_recorded_series_is_used() -> None:
    asked = set().union(*(metrics_in(query.expression) for query in (*check.queries(), *rule_queries())))
    assert {rule["record"] for rule in rules() if "record" in rule} <= asked
