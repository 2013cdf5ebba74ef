from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from pipeline.tools.explain import explain

DATA = Path(__file__).parents[2] / "data" / "clean"
APP = typer.Typer()
APP.command()(explain)


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(APP, list(arguments), env={"COLUMNS": "300"})  # a path must not be folded
    return result.exit_code, result.output


def test_an_article_is_shown_line_by_line() -> None:
    code, output = run(str(DATA / "related_list.txt"))
    assert code == 0
    assert output.count("related_headline") == 6
    assert "headline" in output
    assert "6 go" in output


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    code, output = run(str(tmp_path / "none.txt"))
    assert code == 2
    assert "none.txt" in output


@pytest.mark.parametrize(("name", "content"), [("bad.txt", b"\xff\xfe"), ("empty.html", b"<html></html>")])
def test_what_cannot_be_read_is_said(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    code, output = run(str(tmp_path / name))
    assert code == 2
    assert name in output
