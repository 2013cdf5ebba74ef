"""The Helm chart, as far as it can be checked without a cluster."""

import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from pipeline.runtime.config.sources import load_settings

ROOT = Path(__file__).parents[2]
CHART = ROOT / "docker" / "helm" / "dateline"
EVERYTHING = (
    "keda.enabled=true",
    "serviceMonitor.enabled=true",
    "prometheusRule.enabled=true",
    "prometheusRule.runbookBase=https://docs.example.org/runbook/",
    "dashboards.enabled=true",
    "security.existingSecret=kafka",
    "security.settings.protocol=SASL_SSL",
    "security.settings.username=dateline",
    "security.settings.password_file=/etc/dateline/secrets/password",
)
FOREIGN = {"ScaledObject", "ServiceMonitor", "PrometheusRule"}  # custom resources have no schema in Kubernetes itself
needs_helm = pytest.mark.skipif(shutil.which("helm") is None, reason="needs helm")


def rendered(*values: str) -> list[dict[str, Any]]:
    command = ["helm", "template", "news", str(CHART), "--namespace", "news", "--kube-version", "1.31.0"]
    for value in values:
        command += ["--set", value]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    return [found for found in yaml.safe_load_all(run.stdout) if found]


def pods(objects: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [found["spec"]["template"]["spec"] for found in objects if found["kind"] in {"Deployment", "Job"}]


def test_what_the_chart_takes_from_elsewhere_is_there() -> None:
    """They are links, so that rules and dashboards are written down once."""
    assert {file.name for file in (CHART / "files" / "rules").iterdir()} >= {"alerts.yml", "recording.yml"}
    assert len(list((CHART / "files" / "dashboards").glob("*.json"))) >= 5


def test_the_chart_has_the_version_of_the_package() -> None:
    chart = yaml.safe_load((CHART / "Chart.yaml").read_text(encoding="utf-8"))
    assert f'version = "{chart["appVersion"]}"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")


@needs_helm
def test_helm_lint_finds_nothing() -> None:
    run = subprocess.run(["helm", "lint", "--strict", str(CHART)], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout


@needs_helm
@pytest.mark.parametrize("values", [(), EVERYTHING], ids=["by default", "everything"])
@pytest.mark.parametrize("version", ["1.27", "1.34"])
def test_every_object_fits_its_schema(values: tuple[str, ...], version: str) -> None:
    validate = pytest.importorskip("kubernetes_validate", reason="needs kubernetes-validate").validate
    objects = rendered(*values)
    assert {"Deployment", "Job", "ConfigMap", "Service", "PodDisruptionBudget", "NetworkPolicy"} <= {
        found["kind"] for found in objects
    }
    for found in objects:
        if found["kind"] not in FOREIGN:
            validate(found, version, strict=True)


@needs_helm
@pytest.mark.parametrize("values", [(), EVERYTHING], ids=["by default", "everything"])
def test_the_settings_are_settings_of_dateline(values: tuple[str, ...], tmp_path: Path) -> None:
    (config,) = [one for one in rendered(*values) if one["kind"] == "ConfigMap" and "dateline.yaml" in one["data"]]
    file = tmp_path / "dateline.yaml"
    file.write_text(config["data"]["dateline.yaml"], encoding="utf-8")
    settings = load_settings(file, environ={})
    assert (settings.web.host, settings.logs.format, settings.topics.replication_factor) == ("0.0.0.0", "json", 3)
    (deployment,) = [one for one in rendered(*values) if one["kind"] == "Deployment"]
    assert deployment["spec"]["template"]["spec"]["terminationGracePeriodSeconds"] > settings.worker.drain_timeout


@needs_helm
def test_no_container_may_do_more_than_it_needs() -> None:
    """What the restricted profile of Kubernetes' pod security standards asks for, and a read-only root."""
    found = pods(rendered(*EVERYTHING))
    assert len(found) == 2
    for pod in found:
        assert pod["automountServiceAccountToken"] is False
        assert pod["securityContext"]["runAsNonRoot"] is True
        assert pod["securityContext"]["seccompProfile"] == {"type": "RuntimeDefault"}
        for container in pod["containers"]:
            assert container["securityContext"] == {
                "allowPrivilegeEscalation": False,
                "readOnlyRootFilesystem": True,
                "capabilities": {"drop": ["ALL"]},
            }
            assert container["resources"]["limits"]["memory"]


@needs_helm
def test_rules_and_dashboards_are_those_of_the_repository() -> None:
    objects = rendered(*EVERYTHING)
    (rule,) = [found for found in objects if found["kind"] == "PrometheusRule"]
    alerts = {one["alert"] for group in rule["spec"]["groups"] for one in group["rules"] if "alert" in one}
    text = (ROOT / "docker" / "prometheus" / "rules" / "alerts.yml").read_text(encoding="utf-8")
    assert alerts == {one["alert"] for group in yaml.safe_load(text)["groups"] for one in group["rules"]}
    annotations = [one["annotations"] for group in rule["spec"]["groups"] for one in group["rules"] if "alert" in one]
    assert {one["runbook_url"].partition("#")[0] for one in annotations} == {"https://docs.example.org/runbook/"}
    boards = {name for found in objects if found["kind"] == "ConfigMap" for name in found["data"] if ".json" in name}
    assert boards == {file.name for file in (ROOT / "docker" / "grafana" / "dashboards").glob("*.json")}
    (scaled,) = [found for found in objects if found["kind"] == "ScaledObject"]
    assert scaled["spec"]["scaleTargetRef"]["name"] == "news-dateline"
