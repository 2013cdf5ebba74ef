import gzip
import io
import json
import os
from base64 import b64decode
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.core.codec import Limits, decode_raw, record_id
from pipeline.tools.errors import UsageError
from pipeline.tools.publish.sources import Article, Item, Unusable, articles, total_size


def _write(folder: Path, name: str, content: bytes) -> str:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    return str(file)


def _one(path: str, *, raw: bool = False) -> Item:
    (item,) = articles([path], raw=raw)
    return item


def test_a_line_is_published_byte_for_byte_under_its_id(tmp_path: Path) -> None:
    path = _write(tmp_path, "a.jsonl", b'{"id": "x",  "text":"\\u00e9"}\r\n\n{"text": "no id"}\n')
    first, second = articles([path])
    assert first == Article(f"{path}:1", b"x", b'{"id": "x",  "text":"\\u00e9"}', 31)
    assert isinstance(second, Article)
    assert (second.where, second.key) == (f"{path}:3", record_id(b'{"text": "no id"}').encode())


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (b"{bad", "not JSON"),
        (b"[1]", "a JSON array, not an object"),
        (b"\xff{}", "not JSON"),
        (b"3", "a JSON number"),
        (b"null", "a JSON null"),
        (b'"x"', "a JSON string"),
        (b"true", "a JSON boolean"),
    ],
)
def test_a_line_that_is_no_record_is_reported_or_published_as_it_is(tmp_path: Path, line: bytes, why: str) -> None:
    path = _write(tmp_path, "a.jsonl", b'{"text":"x"}\n' + line + b"\n")
    item = list(articles([path]))[1]
    assert isinstance(item, Unusable)
    assert (item.where, item.why.startswith(why)) == (f"{path}:2", True)
    assert list(articles([path], raw=True))[1] == Article(f"{path}:2", record_id(line).encode(), line, len(line) + 1)


def test_an_id_that_is_no_text_is_left_to_the_worker_and_gets_a_hash_as_key(tmp_path: Path) -> None:
    value = b'{"id": 7, "text": "x"}'
    item = _one(_write(tmp_path, "a.jsonl", value))
    assert isinstance(item, Article)
    assert (item.key, item.value) == (record_id(value).encode(), value)


@pytest.mark.parametrize(
    ("name", "field"), [("a.txt", "text"), ("a.html", "html"), ("a.HTM", "html"), ("a.txt.gz", "text")]
)
def test_a_text_or_page_becomes_a_record(tmp_path: Path, name: str, field: str) -> None:
    content = "Über uns\r\nzwei Zeilen\n".encode()
    path = _write(tmp_path, name, gzip.compress(content) if name.endswith(".gz") else content)
    item = _one(path)
    assert isinstance(item, Article)
    assert json.loads(item.value) == {field: content.decode(), "metadata": {"file": name}}
    assert item.key == record_id(item.value).encode()


def test_a_page_that_is_not_utf8_is_sent_as_its_bytes(tmp_path: Path) -> None:
    page = "<html><body><p>Die Fähre fährt.</p></body></html>".encode("cp1252")
    item = _one(_write(tmp_path, "page.html", page))
    assert isinstance(item, Article)
    assert b64decode(json.loads(item.value)["html_base64"]) == page
    assert decode_raw(item.value, Limits()).html == page.decode("cp1252")


def test_text_that_is_not_utf8_is_reported(tmp_path: Path) -> None:
    item = _one(_write(tmp_path, "a.txt", "é".encode("latin-1")))
    assert isinstance(item, Unusable)
    assert item.why == "not UTF-8 (byte 0); convert it first"


def test_a_byte_order_mark_is_not_part_of_the_text(tmp_path: Path) -> None:
    item = _one(_write(tmp_path, "a.txt", b"\xef\xbb\xbfHello"))
    assert isinstance(item, Article)
    assert json.loads(item.value)["text"] == "Hello"


def test_a_byte_order_mark_is_the_files_and_not_the_first_articles(tmp_path: Path) -> None:
    lines = _write(tmp_path, "a.jsonl", b'\xef\xbb\xbf{"id":"x"}\n{"id":"y"}\n')
    array = _write(tmp_path, "a.json", b'\xef\xbb\xbf[{"id":"z"}]')
    found = [item for item in articles([lines, array]) if isinstance(item, Article)]
    assert [(item.key, item.value) for item in found] == [
        (b"x", b'{"id":"x"}'),
        (b"y", b'{"id":"y"}'),
        (b"z", b'{"id":"z"}'),
    ]


def test_a_file_whose_name_is_no_text_is_an_article_like_any_other(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text("text", encoding="utf-8")
    item = _one(str(tmp_path))
    assert isinstance(item, Article)
    assert json.loads(item.value) == {"text": "text", "metadata": {"file": "caf\ufffd.txt"}}


@pytest.mark.parametrize(
    "content",
    [
        b'{"text":"never compressed"}\n',
        gzip.compress(b'{"text":"x"}\n' * 2000)[:-10],
        gzip.compress(b'{"text":"x"}\n' * 2000)[:12] + b"\xff" * 20,
    ],
    ids=["no gzip", "cut off", "damaged"],
)
def test_a_file_that_cannot_be_read_to_its_end_is_named_and_the_others_go_on(tmp_path: Path, content: bytes) -> None:
    _write(tmp_path, "a.jsonl.gz", content)
    _write(tmp_path, "b.txt", b"text")
    found = list(articles([str(tmp_path)], raw=True))
    broken, last = found[-2:]
    assert isinstance(broken, Unusable)
    assert (broken.where, broken.why.startswith("cannot be read to its end")) == (f"{tmp_path}/a.jsonl.gz", True)
    assert isinstance(last, Article)


def test_a_folder_that_may_not_be_read_is_not_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _write(tmp_path, "a.txt", b"text")
    _write(tmp_path, "locked/b.txt", b"text")
    scan = os.scandir

    def refuse(path: str) -> object:
        if Path(path).name == "locked":
            raise PermissionError(13, "Permission denied", path)
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)  # a superuser may read everything
    with pytest.raises(PermissionError):
        list(articles([str(tmp_path)]))


def test_json_is_one_article_or_an_array_of_them(tmp_path: Path) -> None:
    one = _one(_write(tmp_path, "one.json", b'\n{"id": "x",\n "text": "y"}\n'))
    assert isinstance(one, Article)
    assert one.key == b"x"
    many = list(articles([_write(tmp_path, "many.json", b'[{"id":"a"}, 5, {"id":"b"}]')]))
    assert [type(item) for item in many] == [Article, Unusable, Article]
    assert many[1].where.endswith("many.json[2]")


def test_a_folder_is_read_in_order_without_hidden_or_unknown_files(tmp_path: Path) -> None:
    for name in ("b/2.txt", "a/1.txt", ".git/x.txt", "b/.hidden.txt", "notes.md"):
        _write(tmp_path / "in", name, b"text")
    found = [Path(item.where).relative_to(tmp_path / "in").as_posix() for item in articles([str(tmp_path / "in")])]
    assert found == ["a/1.txt", "b/2.txt"]


def test_what_cannot_be_meant_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        list(articles([str(tmp_path / "nothing.txt")]))
    with pytest.raises(UsageError, match="articles come as"):
        list(articles([_write(tmp_path, "a.pdf", b"")]))
    (tmp_path / "empty").mkdir()
    with pytest.raises(UsageError, match="no file in this folder"):
        list(articles([str(tmp_path / "empty")]))


def test_standard_input_is_jsonl(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b'{"id":"x"}\n{"id":"y"}')))
    found = list(articles(["-"]))
    assert [(item.where, item.key) for item in found if isinstance(item, Article)] == [
        ("standard input:1", b"x"),
        ("standard input:2", b"y"),
    ]


@given(st.lists(st.binary(max_size=9).map(lambda line: line.replace(b"\n", b""))), st.integers(1, 7))
def test_standard_input_is_put_together_whatever_pieces_it_comes_in(lines: list[bytes], size: int) -> None:
    class Pipe(io.BytesIO):
        def read(self, _size: int | None = -1) -> bytes:
            return super().read(size)

    text = b"\n".join(lines)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.stdin", io.TextIOWrapper(Pipe(text)))
        found = [item.value for item in articles(["-"], raw=True) if isinstance(item, Article)]
    assert found == [value for line in lines if (value := line.rstrip(b"\r")).strip()]


def test_the_size_of_the_whole_is_known_unless_it_cannot_be(tmp_path: Path) -> None:
    path = _write(tmp_path, "a.jsonl", b'{"id":"x"}\n{"id":"y"}\n')
    assert total_size([path]) == 22 == sum(item.size for item in articles([path]))
    assert total_size([path, "-"]) is None
    packed = _write(tmp_path, "b.jsonl.gz", gzip.compress(b'{"id":"x"}\n' * 9))
    assert total_size([packed]) == Path(packed).stat().st_size == sum(item.size for item in articles([packed]))


@given(st.lists(st.binary(min_size=1).filter(lambda line: not {10, 13} & set(line) and line.strip())))
def test_raw_lines_go_out_as_they_came(tmp_path_factory: pytest.TempPathFactory, lines: list[bytes]) -> None:
    path = _write(tmp_path_factory.mktemp("raw"), "a.jsonl", b"\n".join(lines))
    assert [item.value for item in articles([path], raw=True) if isinstance(item, Article)] == lines


def test_the_demos_samples_are_articles_but_for_the_broken_one() -> None:
    samples = Path(__file__).parents[3] / "pipeline" / "tools" / "samples"
    found = list(articles([str(samples)]))
    assert [Path(item.where).name for item in found if isinstance(item, Unusable)] == ["6-broken.jsonl:1"]
    assert len(found) == 7
