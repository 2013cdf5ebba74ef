"""What the documentation says of the commands is what they do."""

import ast
import re
from pathlib import Path

from pipeline.tools import cli
from pipeline.tools.broker import jars, local
from pipeline.tools.errors import ExitCode

DOCS = Path(__file__).parents[3] / "docs"
COMMANDS = (DOCS / "commands.md").read_text(encoding="utf-8")
BROKER = (DOCS / "broker.md").read_text(encoding="utf-8")


def test_every_command_is_in_the_documentation_in_the_same_order_as_in_the_help() -> None:
    table = COMMANDS.split("\n## ")[0]
    assert re.findall(r"^\| `([a-z]+)", table, re.MULTILINE) == list(cli.COMMANDS), (
        "docs/commands.md lists the commands in its first table, in the order of COMMANDS in pipeline/tools/cli.py"
    )


def test_every_exit_code_is_in_the_documentation() -> None:
    section = COMMANDS.split("## Exit codes")[1].split("\n## ")[0]
    assert [int(code) for code in re.findall(r"^\| (\d+) \|", section, re.MULTILINE)] == list(ExitCode)


def test_the_numbers_of_the_local_broker_are_those_of_its_documentation() -> None:
    pinned = jars.pinned()
    assert f"Apache Kafka {jars.KAFKA_VERSION}" in BROKER
    assert f"{len(pinned)} jars, {sum(jar.size for jar in pinned) / 1e6:.0f} MB" in BROKER
    assert f"takes {local.USUAL_PORT} if it is free" in BROKER


def test_the_runbook_says_what_to_do_for_every_finding_of_the_doctor() -> None:
    subjects = {"data folder", "temporary files"}  # told in a loop
    for file in (DOCS.parent / "pipeline" / "tools" / "doctor").glob("*.py"):
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            match call:
                case ast.Call(func=ast.Name(id="ok" | "warning" | "failed"), args=[ast.Constant(value=str(said)), *_]):
                    subjects.add(said)
    table = (DOCS / "runbook.md").read_text(encoding="utf-8").split("## What `dateline doctor` finds")[1]
    rows = re.findall(r"^\| (`.*?`) \|", table, re.MULTILINE)
    assert {name for row in rows for name in re.findall("`([^`]+)`", row)} == subjects


def test_the_places_that_the_architecture_names_exist() -> None:
    root = DOCS.parent
    for page in (DOCS / "architecture.md", root / "CONTRIBUTING.md"):
        text = page.read_text(encoding="utf-8")
        named = re.findall(r"`((?:pipeline/)?(?:core|runtime|tools)/[\w/.]*|tests/[\w/.]+)`", text)
        assert len(named) > 4
        for place in named:
            inside = place if place.startswith(("pipeline", "tests")) else f"pipeline/{place}"
            assert (root / inside).exists(), f"{page.name} names {place}"


def test_the_files_that_any_page_names_exist() -> None:
    """A path may begin below the room that its page is about: `passes/names.py`."""
    root = DOCS.parent
    rooms = ("benchmarks", "configs", "docker", "docs", "examples", "pipeline", "requirements", "tests", "training")
    there = {f"/{path.relative_to(root).as_posix()}" for room in rooms for path in (root / room).rglob("*.*")}
    for page in (*root.glob("*.md"), *DOCS.rglob("*.md")):
        if page.name == "CHANGELOG.md":  # tells of what was
            continue
        for named in re.findall(r"`((?:[\w.-]+/)+[\w-]+\.(?:py|ya?ml|sh|toml|json|txt|md))`", page.read_text("utf-8")):
            assert any(path.endswith(f"/{named}") for path in there), f"{page.relative_to(root)} names {named}"
