"""`dateline process` as a person types it; it needs no broker."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from tests.unit.learn.told import UNKNOWN, sentences

ARTICLE = b'{"id": "a", "text": "Geneva - Anna Keller spoke."}\n'


def _process(*arguments: object, stdout: int | None = None, **settings: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "pipeline", "process", *map(str, arguments)]
    clean = {name: value for name, value in os.environ.items() if not name.startswith("DATELINE_")}
    environ = clean | {"DATELINE_POOL_PROCESSES": "1"} | settings
    output = subprocess.PIPE if stdout is None else stdout
    return subprocess.run(command, env=environ, stdout=output, stderr=subprocess.PIPE, timeout=120, check=False)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    file = tmp_path / "in" / "a.jsonl"
    file.write_bytes(ARTICLE)
    return file


def test_records_come_out_and_what_cannot_be_read_is_named(source: Path, tmp_path: Path) -> None:
    (source.parent / "b.jsonl.gz").write_bytes(b"never compressed")
    done = _process(source.parent, tmp_path / "out.jsonl", "--stage", "clean")
    assert (done.returncode, b"b.jsonl.gz: cannot be read to its end" in done.stderr) == (1, True)
    assert b"1 record, 1 file that could not be read." in done.stderr
    assert [json.loads(line)["id"] for line in (tmp_path / "out.jsonl").read_bytes().splitlines()] == ["a"]


def test_nothing_that_is_read_is_overwritten(source: Path) -> None:
    link = source.with_name("link.jsonl")
    link.hardlink_to(source)
    for path, out in ((source, source), (source, link), (source.parent, source), (source.parent, "new.jsonl")):
        result = _process(path, source.parent / out)
        assert (result.returncode, b"would be overwritten" in result.stderr) == (2, True), (path, out)
    result = _process(source, "-", "--dead", source)
    assert (result.returncode, source.read_bytes()) == (2, ARTICLE)


def test_records_and_dead_letters_do_not_share_a_file(source: Path, tmp_path: Path) -> None:
    result = _process(source, tmp_path / "out", "--dead", tmp_path / "in" / ".." / "out")
    assert (result.returncode, b"file of its own" in result.stderr) == (2, True)


@pytest.mark.parametrize(
    ("path", "model", "code", "message"),
    [
        ("nothing.jsonl", "auto", 1, b"no such file or folder"),
        ("in", "no_such_model", 2, b"no_such_model is not installed"),
    ],
)
def test_what_cannot_begin_leaves_the_last_result_as_it_is(
    source: Path, path: str, model: str, code: int, message: bytes
) -> None:
    folder = source.parents[1]
    kept = folder / "out.jsonl"
    kept.write_bytes(b"of the last run")
    result = _process(folder / path, kept, DATELINE_EXTRACT_MODEL=model)
    assert (result.returncode, message in result.stderr, b"Traceback" in result.stderr) == (code, True, False)
    assert kept.read_bytes() == b"of the last run"


@pytest.mark.skipif(not Path("/proc").exists(), reason="looks into the fork server's memory map")
def test_ctrl_c_while_the_models_are_loaded_is_one_line() -> None:
    """A terminal's Ctrl-C reaches every process of the command."""
    command = [sys.executable, "-m", "pipeline", "process", "-", "-"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, start_new_session=True) as process:
        try:
            deadline = time.monotonic() + 60
            while not _loads_models(process.pid) and time.monotonic() < deadline:
                time.sleep(0.01)
            os.killpg(process.pid, signal.SIGINT)
            _, errors = process.communicate(timeout=60)
        finally:
            process.kill()
    assert (process.returncode, errors) == (130, b"Interrupted.\n")


def test_an_interrupted_run_is_taken_up_again(source: Path, tmp_path: Path) -> None:
    """Ctrl-C in the middle: whole records, one line that says how many, and the same file in the end."""
    lines = [json.dumps({"id": f"{n}", "text": f"Report {n}\n\nRain fell on Oslo on day {n}."}) for n in range(600)]
    articles, out, whole = (tmp_path / name for name in ("in.jsonl", "out.jsonl", "whole.jsonl"))
    articles.write_text("\n".join(lines) + "\n", encoding="utf-8")
    command = [sys.executable, "-m", "pipeline", "process", str(articles), str(out)]
    variables = {**os.environ, "DATELINE_EXTRACT_MODEL": "sm", "DATELINE_POOL_PROCESSES": "1"}
    with subprocess.Popen(command, stderr=subprocess.PIPE, start_new_session=True, env=variables) as process:
        deadline = time.monotonic() + 60
        while not (out.exists() and out.stat().st_size) and time.monotonic() < deadline:
            time.sleep(0.01)
        os.killpg(process.pid, signal.SIGINT)
        _, errors = process.communicate(timeout=60)
    assert process.returncode == 130, errors
    assert re.fullmatch(rb"Interrupted after \d+ records. --resume goes on from there.\n", errors), errors
    assert 0 < out.read_bytes().count(b"\n") < 600
    resumed = _process(articles, out, "--resume", DATELINE_EXTRACT_MODEL="sm")
    assert (resumed.returncode, _process(articles, whole, DATELINE_EXTRACT_MODEL="sm").returncode) == (0, 0)
    assert out.read_bytes() == whole.read_bytes()


def _loads_models(pid: int) -> bool:
    """Whether the fork server is past its beginnings."""
    children = [child for child in psutil.Process(pid).children() if "forkserver" in " ".join(child.cmdline())]
    return any("numpy" in Path(f"/proc/{child.pid}/maps").read_text(encoding="utf-8") for child in children)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
def test_a_full_disk_is_said_in_one_line(source: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        results = [_process(source, "-", stdout=full.fileno()), _process(source, "/dev/full")]
    for result in results:
        assert (result.returncode, result.stderr.splitlines()[-1].endswith(b"No space left on device.")) == (1, True)
        assert b"Traceback" not in result.stderr


def test_what_recurs_is_learned_in_the_order_of_the_input_however_many_processes_work(tmp_path: Path) -> None:
    articles = []
    for number in range(80):
        own = sentences(number)
        text = "\n\n".join([*own[:3], UNKNOWN, *own[3:]])
        articles.append(json.dumps({"id": f"a{number}", "source": "Courier", "text": text}))
    source = tmp_path / "in.jsonl"
    source.write_text("\n".join(articles))

    def with_banner(name: str, *options: str, processes: str) -> list[bool]:
        done = _process(source, tmp_path / name, "--stage", "clean", *options, DATELINE_POOL_PROCESSES=processes)
        assert done.returncode == 0, done.stderr
        records = [json.loads(line) for line in (tmp_path / name).read_bytes().splitlines()]
        assert [record["id"] for record in records] == [f"a{number}" for number in range(80)]
        return [UNKNOWN in record["text"] for record in records]

    found = with_banner("one", "--learn", processes="1")
    assert found[0]
    assert not any(found[3:])
    with_banner("three", "--learn", processes="3")
    assert (tmp_path / "one").read_bytes() == (tmp_path / "three").read_bytes()
    assert not any(with_banner("twice", "--two-pass", processes="1"))
    assert all(with_banner("off", processes="1"))


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--learn", "--stage", "extract"), b"only cleaning learns"),
        (("--learn", "--resume"), b"goes without --learn"),
    ],
)
def test_what_cannot_be_learned_is_said(
    source: Path, tmp_path: Path, arguments: tuple[str, ...], message: bytes
) -> None:
    done = _process(source, tmp_path / "out", *arguments)
    assert done.returncode == 2
    assert message in done.stderr.replace(b"\n", b" ")
    done = _process("-", tmp_path / "out", "--two-pass")
    assert (done.returncode, b"standard input" in done.stderr) == (2, True)
