"""How much memory a worker may use, as control groups and the machine say."""

from pathlib import Path

import psutil
import pytest

from pipeline.runtime.system.memory import footprint, memory_limit

MACHINE = psutil.virtual_memory().total


def test_without_control_groups_it_is_the_machine_s(tmp_path: Path) -> None:
    assert memory_limit(tmp_path, tmp_path / "missing") == MACHINE


@pytest.mark.parametrize(("limits", "expected"), [({"a": 3000, "a/b": 2000}, 2000), ({"a": 1000, "a/b": 2000}, 1000)])
def test_the_smallest_limit_above_counts(tmp_path: Path, limits: dict[str, int], expected: int) -> None:
    for path, limit in limits.items():
        (tmp_path / path).mkdir(parents=True, exist_ok=True)
        (tmp_path / path / "memory.max").write_text(f"{limit}\n")
    assert memory_limit(tmp_path, _own(tmp_path, "0::/a/b\n")) == expected


def test_a_container_sees_itself_as_the_root(tmp_path: Path) -> None:
    (tmp_path / "memory.max").write_text("5000\n")
    assert memory_limit(tmp_path, _own(tmp_path, "0::/\n")) == 5000


def test_no_limit_is_written_as_a_word_or_a_huge_number(tmp_path: Path) -> None:
    (tmp_path / "memory.max").write_text("max\n")
    (tmp_path / "memory").mkdir()
    (tmp_path / "memory" / "memory.limit_in_bytes").write_text("9223372036854771712\n")
    assert memory_limit(tmp_path, _own(tmp_path, "0::/\n5:cpu,memory:/\n")) == MACHINE


def test_version_1_counts_too(tmp_path: Path) -> None:
    (tmp_path / "memory" / "a").mkdir(parents=True)
    (tmp_path / "memory" / "a" / "memory.limit_in_bytes").write_text("4000")
    assert memory_limit(tmp_path, _own(tmp_path, "5:memory:/a\n")) == 4000


def test_shared_pages_count_once_in_the_proportional_size() -> None:
    own = footprint([psutil.Process()])
    assert 0 < own.proportional <= own.resident


def test_processes_that_have_ended_count_for_nothing() -> None:
    class Gone:
        def memory_full_info(self) -> None:
            raise psutil.NoSuchProcess(1)

    assert footprint([Gone()]).resident == 0  # type: ignore[list-item]


def _own(folder: Path, text: str) -> Path:
    file = folder / "cgroup"
    file.write_text(text)
    return file
