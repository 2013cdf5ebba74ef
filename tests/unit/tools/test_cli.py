import json
import re
import subprocess
import sys
from importlib import resources
from pathlib import Path

import pytest
from aiokafka.errors import KafkaConnectionError
from typer.testing import CliRunner

from pipeline.runtime.config.sources import SettingsError
from pipeline.runtime.kafka.connection import BrokerUnreachableError
from pipeline.runtime.kafka.topics import MissingTopicError
from pipeline.runtime.pool.pool import PoolError
from pipeline.tools import cli
from pipeline.tools.errors import ExitCode, TimedOutError, UsageError

runner = CliRunner()


@pytest.fixture(autouse=True)
def _own_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DATELINE_HOME", str(tmp_path))
    for name in ("DATELINE_BROKER", "DATELINE_CONFIG"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize("name", cli.COMMANDS)
def test_every_command_loads_and_explains_itself(name: str) -> None:
    command = cli.load(name)
    assert command.name == name
    result = runner.invoke(cli.app, [name, "--help"])
    assert (result.exit_code, f" {name} " in result.output) == (0, True)
    assert command.help, "the docstring is what --help says first"


def test_the_overview_lists_every_command_with_its_summary_in_order() -> None:
    output = runner.invoke(cli.app, ["--help"], env={"COLUMNS": "200"}).output
    places = [output.index(entry.summary) for entry in cli.COMMANDS.values()]
    assert places == sorted(places)
    assert "Exit codes" in output


def test_reading_the_help_imports_no_command() -> None:
    script = (
        "import sys; from typer.testing import CliRunner; from pipeline.tools import cli;"
        "CliRunner().invoke(cli.app, ['--help']);"
        "heavy = ('aiokafka', 'faust', 'spacy', 'aiohttp', 'pipeline.tools.worker');"
        "print([name for name in heavy if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_no_arguments_show_the_help_and_an_unknown_command_is_a_usage_error() -> None:
    assert "dateline demo" in runner.invoke(cli.app, []).output
    result = runner.invoke(cli.app, ["tpoics"])
    assert result.exit_code == ExitCode.USAGE
    assert "topics" in result.output


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (SettingsError("x"), ExitCode.USAGE),
        (UsageError("x"), ExitCode.USAGE),
        (BrokerUnreachableError("x"), ExitCode.BROKER_UNREACHABLE),
        (KafkaConnectionError("x"), ExitCode.BROKER_UNREACHABLE),
        (MissingTopicError("x"), ExitCode.MISSING_TOPIC),
        (TimedOutError("x"), ExitCode.TIMED_OUT),
        (FileNotFoundError(2, "no such file", "a.jsonl"), ExitCode.FAILED),
        (OSError(28, "No space left on device"), ExitCode.FAILED),
        (PoolError("no such model"), ExitCode.USAGE),
        (ZeroDivisionError("x"), None),
        (OSError("not about a file"), None),
    ],
)
def test_errors_have_their_exit_codes_and_defects_keep_their_traceback(error: Exception, code: ExitCode | None) -> None:
    assert cli.exit_code(error) == code


@pytest.mark.parametrize(
    ("arguments", "environment", "code", "message"),
    [
        (["--config", "/no/such.yaml", "lag"], {}, ExitCode.USAGE, "cannot read the settings file /no/such.yaml"),
        (["lag"], {"DATELINE_NONSENSE": "1"}, ExitCode.USAGE, "DATELINE_NONSENSE"),
        (["--broker", "127.0.0.1:1", "lag"], {}, ExitCode.BROKER_UNREACHABLE, "dateline broker start"),
        (["tail", "everything"], {}, ExitCode.USAGE, "everything"),
        (["publish", "/no/such.jsonl"], {}, ExitCode.FAILED, "/no/such.jsonl: no such file"),
    ],
)
def test_a_users_mistake_ends_in_a_message_and_never_a_traceback(
    arguments: list[str], environment: dict[str, str], code: ExitCode, message: str
) -> None:
    result = runner.invoke(cli.app, arguments, env=environment)
    assert result.exit_code == code
    assert message in result.output
    assert "Traceback" not in result.output


def test_explain_is_as_sure_as_the_settings_say_and_takes_records_too(tmp_path: Path) -> None:
    text, records = tmp_path / "a.txt", tmp_path / "a.jsonl"
    text.write_bytes("\ufeffFerry burns in Athens\n\nATHENS - A ferry burned on Monday.\n".encode())
    records.write_bytes(b'{"text": "x"}\n')
    result = runner.invoke(cli.app, ["explain", str(text)], env={"DATELINE_CLEAN_CAUTION": "thorough"})
    assert result.exit_code == 0
    assert "(thorough)." in result.output
    assert "\ufeff" not in result.output
    sample = (resources.files("pipeline.tools") / "samples" / "1-ferry.txt").read_text(encoding="utf-8")
    article = {"id": "one", "text": sample}
    records.write_text(json.dumps(article) + '\n{"id": 2}\n', encoding="utf-8")
    shown = runner.invoke(cli.app, ["explain", str(records)], env={"COLUMNS": "200"})
    assert shown.exit_code == 0
    assert "one\n" in shown.output
    assert re.search(r"^- +\d+ +related_headline", shown.output, re.MULTILINE), (
        "a line that goes is marked without colour"
    )
    assert "a.jsonl:2: " in shown.output, "what is no article is named"


def test_top_says_why_a_worker_that_was_named_gives_no_answer() -> None:
    result = runner.invoke(cli.app, ["top", "127.0.0.1:1", "--once", "--interval", "0.2"])
    assert result.exit_code == ExitCode.FAILED
    assert "no worker answers. 127.0.0.1:1: Cannot connect" in result.output


def test_interruption_ends_with_130(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("pipeline.tools.lag.settings_of", interrupted)
    result = runner.invoke(cli.app, ["lag"])
    assert result.exit_code == ExitCode.INTERRUPTED
    assert "Interrupted" in result.output


def test_the_version_is_told() -> None:
    assert runner.invoke(cli.app, ["--version"]).output.startswith("dateline ")
