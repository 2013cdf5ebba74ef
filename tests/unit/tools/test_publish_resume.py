"""Going on with a publishing that was broken off."""

import json
from pathlib import Path

import pytest

from pipeline.runtime.config.settings import Settings
from pipeline.tools.errors import UsageError
from pipeline.tools.publish.resume import Publishing


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_HOME", str(tmp_path / "home"))


def _input(tmp_path: Path) -> list[str]:
    for name in "abc":
        lines = [json.dumps({"id": f"{name}{number}", "text": "x"}) for number in range(3)]
        (tmp_path / f"{name}.jsonl").write_text("\n".join([*lines, "{bad"]), encoding="utf-8")
    return [str(tmp_path / f"{name}.jsonl") for name in "abc"]


def _names(publishing: Publishing) -> list[str]:
    return [Path(item.where).name for item in publishing.items()]


@pytest.mark.parametrize("settled", range(1, 13))
def test_it_goes_on_behind_what_was_settled(tmp_path: Path, settled: int) -> None:
    paths = _input(tmp_path)
    everything = _names(Publishing(Settings(), paths))
    first = Publishing(Settings(), paths)
    for number, _ in enumerate(first.items(), start=1):
        if number <= settled:
            first.settle()
    first.save()
    second = Publishing(Settings(), paths)
    assert second.go_on()
    assert second.place == f"{paths[(settled - 1) // 4]}, behind {(settled - 1) % 4 + 1} articles"
    assert _names(second) == everything[settled:]


def test_it_can_be_broken_off_again_in_the_same_file(tmp_path: Path) -> None:
    paths = _input(tmp_path)
    everything = _names(Publishing(Settings(), paths))
    for settled in range(0, 10, 2):
        part = Publishing(Settings(), paths)
        part.go_on()
        left = part.items()
        assert [Path(next(left).where).name for _ in range(2)] == everything[settled : settled + 2]
        part.settle()
        part.settle()
        part.save()


def test_other_files_another_topic_and_the_end_begin_anew(tmp_path: Path) -> None:
    paths = _input(tmp_path)
    first = Publishing(Settings(), paths)
    next(first.items())
    first.settle()
    first.save()
    assert len(_names(Publishing(Settings(), paths[:2]))) == 8
    other = Publishing(Settings(broker="elsewhere:9092"), paths)
    assert (other.go_on(), len(_names(other))) == (False, 12)
    changed = Path(paths[2])
    changed.write_text(changed.read_text(encoding="utf-8") + "\n{}", encoding="utf-8")
    with pytest.raises(UsageError, match="have changed"):
        Publishing(Settings(), paths).go_on()
    first.done()
    assert Publishing(Settings(), paths).go_on() is False


def test_publishing_goes_on_where_its_place_cannot_be_written_down(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("DATELINE_HOME", str(tmp_path / "file" / "home"))
    publishing = Publishing(Settings(), _input(tmp_path))
    next(publishing.items())
    publishing.settle()
    publishing.save()
    publishing.save()
    assert capsys.readouterr().err.count("--resume will not work") == 1
