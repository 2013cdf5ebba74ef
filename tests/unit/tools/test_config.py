from pathlib import Path

import pytest
import yaml
from typer.testing import CliRunner

from pipeline.runtime.config.settings import Settings
from pipeline.runtime.config.sources import load_settings, variables
from pipeline.tools import cli
from pipeline.tools.config import default_file

ROOT = Path(__file__).parents[3]
runner = CliRunner()


@pytest.fixture(autouse=True)
def _own_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DATELINE_HOME", str(tmp_path))


def test_the_default_file_is_up_to_date() -> None:
    written = (ROOT / "configs" / "dateline.yaml").read_text(encoding="utf-8")
    assert written == default_file(), "run `dateline config --default > configs/dateline.yaml`"


def test_the_default_file_holds_every_setting_with_its_default() -> None:
    assert load_settings(ROOT / "configs" / "dateline.yaml", environ={}) == Settings()
    content = yaml.safe_load(default_file())
    for path in variables().values():
        value = content
        for key in path:
            value = value[key]


def test_every_setting_says_what_it_means() -> None:
    assert "# None" not in default_file()


@pytest.mark.parametrize("file", sorted((ROOT / "configs").glob("*.yaml")), ids=lambda file: file.name)
def test_every_config_file_can_be_used(file: Path) -> None:
    load_settings(file, environ={})


def test_the_effective_settings_say_where_each_comes_from_and_mask_secrets(tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text("group: from-file\npool:\n  processes: 3\nworker:\n  batch_size: 7\n", encoding="utf-8")
    result = runner.invoke(
        cli.app,
        ["--config", str(file), "--broker", "elsewhere:9092", "config"],
        env={"DATELINE_GROUP": "from-environment", "DATELINE_SECURITY_PASSWORD": "hunter2"},
    )
    lines = result.stdout.splitlines()
    assert "broker: elsewhere:9092  # from the command line" in lines
    assert "group: from-environment  # from DATELINE_GROUP" in lines
    assert f"  processes: 3  # from {file}" in lines
    assert "  article_timeout: 20.0" in lines
    assert "hunter2" not in result.output
    shown = yaml.safe_load(result.stdout)
    assert (shown["group"], shown["worker"]["batch_size"]) == ("from-environment", 7)
