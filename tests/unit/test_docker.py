"""The container files, as far as they can be checked without a Docker engine."""

import importlib.util
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
import yaml

from pipeline.runtime.config.sources import load_settings
from pipeline.tools import cli

ROOT = Path(__file__).parents[2]
COMPOSE = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))
DOCKERFILE = (ROOT / "docker" / "Dockerfile").read_text(encoding="utf-8")


def test_hadolint_finds_nothing() -> None:
    hadolint = Path(sys.executable).with_name("hadolint")
    done = subprocess.run([hadolint, ROOT / "docker" / "Dockerfile"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")


def test_the_compose_file_fits_the_compose_specification() -> None:
    package = importlib.util.find_spec("check_jsonschema")
    assert package is not None
    assert package.origin is not None
    schema = Path(package.origin).parent / "builtin_schemas" / "vendor" / "compose-spec.json"
    jsonschema.validate(COMPOSE, json.loads(schema.read_text(encoding="utf-8")))


def test_every_file_the_compose_file_names_exists() -> None:
    mounts = [volume for service in COMPOSE["services"].values() for volume in service.get("volumes", ())]
    paths = [mount.split(":")[0] for mount in mounts if mount.startswith("./")]
    assert paths
    for path in (*paths, COMPOSE["x-dateline"]["build"]["dockerfile"]):
        assert (ROOT / path).exists(), path


def test_every_command_in_the_container_files_exists() -> None:
    assert COMPOSE["services"]["topics"]["command"][0] in cli.COMMANDS
    command = re.search(r"^CMD (\[.*\])$", DOCKERFILE, re.MULTILINE)
    assert command is not None
    assert json.loads(command.group(1))[0] in cli.COMMANDS


def test_a_worker_has_time_to_drain_and_its_web_port_is_the_one_exposed() -> None:
    settings = load_settings(ROOT / "configs" / "docker.yaml", environ={})
    worker = COMPOSE["services"]["worker"]
    assert int(worker["stop_grace_period"].removesuffix("s")) > settings.worker.drain_timeout
    assert settings.web.host == "0.0.0.0"
    assert worker["ports"][0].endswith(f":{settings.web.port}")
    assert f"EXPOSE {settings.web.port}" in DOCKERFILE
    scrape = yaml.safe_load((ROOT / "docker" / "prometheus" / "prometheus.yml").read_text(encoding="utf-8"))
    assert scrape["scrape_configs"][0]["dns_sd_configs"][0]["port"] == settings.web.port


def test_kafka_in_compose_and_the_local_broker_are_of_one_version() -> None:
    from pipeline.tools.broker.jars import KAFKA_VERSION

    assert COMPOSE["services"]["kafka"]["image"] == f"apache/kafka:{KAFKA_VERSION}"


def test_what_builds_the_image_is_pinned_as_the_development_requirements_are() -> None:
    def pins(name: str) -> dict[str, str]:
        text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
        return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", text, re.MULTILINE))

    build, dev = pins("build.txt"), pins("dev.txt")
    assert "hatchling" in build
    assert {name: dev[name] for name in build if name in dev} == {name: build[name] for name in build if name in dev}


def test_every_file_copied_into_the_image_is_let_through() -> None:
    allowed = (ROOT / "docker" / "Dockerfile.dockerignore").read_text(encoding="utf-8").splitlines()
    for line in re.findall(r"^COPY (?!--from)(.*)$", DOCKERFILE, re.MULTILINE):
        for source in line.split()[:-1]:
            assert f"!{source}" in allowed


@pytest.mark.prometheus
def test_prometheus_takes_its_configuration() -> None:
    promtool = shutil.which("promtool")
    if promtool is None:
        pytest.skip("needs Debian's prometheus")
    done = subprocess.run(
        [promtool, "check", "config", ROOT / "docker" / "prometheus" / "prometheus.yml"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
