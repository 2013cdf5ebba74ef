"""Going on where an interrupted run stopped."""

from collections import Counter
from pathlib import Path

import pytest

from pipeline.tools.errors import UsageError
from pipeline.tools.process.resume import finished, without
from pipeline.tools.publish.sources import Article, Item, Unusable


def article(id: str) -> Article:
    return Article(f"a.jsonl:{id}", id.encode(), b"{}", 2)


def test_what_is_there_is_counted_and_an_unfinished_line_is_cut_off(tmp_path: Path) -> None:
    out, dead = tmp_path / "out.jsonl", tmp_path / "dead.jsonl"
    out.write_bytes(b'{"id":"a"}\n{"id":"b"}\n{"id":"a"}\n{"id":"c","te')
    dead.write_bytes(b'{"id":"d"}\n')
    assert finished([out, dead, tmp_path / "none.jsonl"]) == Counter({b"a": 2, b"b": 1, b"d": 1})
    assert out.read_bytes().endswith(b'{"id":"a"}\n')


@pytest.mark.parametrize("line", [b"no JSON\n", b"[1]\n", b'{"id":1}\n', b"{}\n"])
def test_a_file_of_something_else_is_left_as_it_is(tmp_path: Path, line: bytes) -> None:
    out = tmp_path / "out.jsonl"
    out.write_bytes(b'{"id":"a"}\n' + line + b"rest")
    with pytest.raises(UsageError, match=r"out\.jsonl:2 is no record"):
        finished([out])
    assert out.read_bytes().endswith(b"rest")


def test_an_id_that_comes_several_times_is_made_as_often_as_it_is_missing() -> None:
    broken = Unusable("a.jsonl:9", "no JSON", 7)
    items: list[Item] = [article("a"), article("b"), broken, article("a"), article("a")]
    left = list(without(items, Counter({b"a": 2})))
    assert left == [article("b"), broken, article("a")]
