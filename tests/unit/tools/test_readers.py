"""What `publish` makes of web archives, tables and the agencies' XML; every file here is written by the test."""

import gzip
import json
import os
from base64 import b64decode
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow
import pyarrow.parquet
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.core.codec import Limits, decode_raw
from pipeline.tools.publish import items
from pipeline.tools.publish.sources import Article, Item, Unusable, articles


def _read(folder: Path, name: str, content: bytes, **options: Any) -> list[Item]:
    file = folder / name
    file.write_bytes(content)
    return list(articles([str(file)], **options))


def _values(found: list[Item]) -> list[dict[str, Any]]:
    for item in found:
        if isinstance(item, Article):
            decode_raw(item.value, Limits())  # what is published must be an article to the worker
    return [json.loads(item.value) for item in found if isinstance(item, Article)]


def _why(found: list[Item]) -> list[str]:
    return [f"{Path(item.where).name}: {item.why}" for item in found if isinstance(item, Unusable)]


def _response(page: bytes, *, status: str = "200 OK", kind: str = "text/html", more: bytes = b"") -> bytes:
    block = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n".encode() + more + b"\r\n" + page
    return _record(b"response", block)


def _record(kind: bytes, block: bytes) -> bytes:
    head = (
        b"WARC/1.0\r\nWARC-Type: " + kind + b"\r\nWARC-Target-URI: https://news.example/a\r\n"
        b"WARC-Date: 2026-03-03T09:00:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
        b"Content-Type: application/http; msgtype=" + kind + b"\r\nContent-Length: %d\r\n\r\n" % len(block)
    )
    return head + block + b"\r\n\r\n"


def test_every_page_of_a_web_archive_is_an_article(tmp_path: Path) -> None:
    utf8, latin = "<p>Zürich wählt</p>".encode(), "<meta charset=latin-1><p>Zürich</p>".encode("latin-1")
    records = [
        _record(b"warcinfo", b"software: x\r\n"),
        _record(b"request", b"GET /a HTTP/1.1\r\n\r\n"),
        _response(utf8, kind="text/html; charset=ISO-8859-1"),
        _response(b"gone", status="404 Not Found"),
        _response(b"{}", kind="application/json"),
        _response(gzip.compress(b"<p>packed</p>"), more=b"Content-Encoding: gzip\r\n"),
        _response(latin),
        _response("<p>Привет</p>".encode("windows-1251"), kind="text/html; charset=windows-1251"),
        _response(b"  "),
    ]
    for name, content in {
        "a.warc": b"".join(records),
        "a.warc.gz": b"".join(gzip.compress(record) for record in records),
    }.items():
        found = _read(tmp_path, name, content)
        values = _values(found)
        assert [value.get("html") for value in values] == [
            "<p>Zürich wählt</p>",
            "<p>packed</p>",
            None,
            "<p>Привет</p>",
        ]
        assert b64decode(values[2]["html_base64"]) == latin
        assert values[0]["url"] == "https://news.example/a"
        assert values[0]["metadata"] == {
            "file": name,
            "fetched_at": "2026-03-03T09:00:00Z",
            "warc_record_id": "<urn:uuid:1>",
        }
        assert _why(found) == [f"{name}, response 7: the page https://news.example/a is empty"]
        assert sum(item.size for item in found) <= len(content)


def test_a_page_that_is_larger_than_any_is_named_and_the_archive_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.tools.publish.warc.LARGEST", 1000)
    bomb = _response(gzip.compress(b"x" * 100_000), more=b"Content-Encoding: gzip\r\n")
    found = _read(tmp_path, "a.warc", bomb + _response(b"<p>small</p>"))
    assert _why(found) == ["a.warc, response 1: the page https://news.example/a has more than 1,000 bytes"]
    assert [value["html"] for value in _values(found)] == ["<p>small</p>"]


@pytest.mark.parametrize("pack", [gzip.compress, bytes], ids=["packed", "plain"])
@pytest.mark.parametrize("missing", [1, 3, 40, 200])
def test_an_archive_that_is_cut_off_is_named(tmp_path: Path, pack: Callable[[bytes], bytes], missing: int) -> None:
    whole = pack(_response(b"<p>one</p>")) + pack(_response(os.urandom(300).hex().encode()))
    name = "a.warc.gz" if pack is gzip.compress else "a.warc"
    assert _why(_read(tmp_path, name, whole)) == []
    found = _read(tmp_path, name, whole[:-missing])
    assert _values(found)[0]["html"] == "<p>one</p>"
    assert any("cannot be read to its end" in why for why in _why(found))


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_a_row_of_a_table_is_an_article(tmp_path: Path, sign: str) -> None:
    rows = ["\ufeffid,body,headline,desk,text", 'a1,"Rain, then\nsun.",Weather,city,short', "a2,,Empty,,", "a3,x"]
    rows.append("a4,Fog.,,,")
    table = "\r\n".join(rows).replace(",", sign).replace(f"Rain{sign}", "Rain,").encode()
    found = _read(tmp_path, "a.csv", table, columns={"text": "body", "title": "headline"})
    assert _values(found) == [
        {"text": "Rain, then\nsun.", "title": "Weather", "id": "a1", "metadata": {"desk": "city", "text": "short"}},
        {"text": "Fog.", "id": "a4"},
    ]
    assert [item.key for item in found if isinstance(item, Article)] == [b"a1", b"a4"]
    assert _why(found) == ["a.csv:4: its text is empty", "a.csv:5: the row has 2 cells, and there are 5 columns"]


def test_a_table_without_articles_says_what_it_has(tmp_path: Path) -> None:
    assert _why(_read(tmp_path, "a.csv", b"body,n\nx,1\n")) == [
        "a.csv:1: no column is called text or html; the columns are body, n. Name the one with the article: "
        "--columns text=COLUMN"
    ]
    assert _why(_read(tmp_path, "b.csv", b"text,n\nx,1\n", columns={"title": "head"})) == [
        "b.csv:1: there is no column head for title; the columns are text, n"
    ]
    assert _why(_read(tmp_path, "c.csv", b"")) == [
        "c.csv:1: no column is called text or html; the columns are . Name the one with the article: "
        "--columns text=COLUMN"
    ]
    assert _why(_read(tmp_path, "d.csv", b"text\nb\xe9\nok\n")) == ["d.csv:2: not UTF-8; convert the file first"]


def test_a_parquet_file_is_a_table_too(tmp_path: Path) -> None:
    table = pyarrow.table(
        {"id": [7, None], "body": ["Rain.", None], "tags": [["a", "b"], []], "day": [pyarrow.scalar(0, "date32")] * 2}
    )
    pyarrow.parquet.write_table(table, tmp_path / "a.parquet")
    found = list(articles([str(tmp_path / "a.parquet")], columns={"text": "body"}))
    assert _values(found) == [{"text": "Rain.", "id": "7", "metadata": {"tags": ["a", "b"], "day": "1970-01-01"}}]
    assert _why(found) == ["a.parquet, row 2: its text is empty"]
    (broken,) = _read(tmp_path, "b.parquet", b"PAR1 no PAR1")
    assert isinstance(broken, Unusable)
    assert "cannot be read to its end" in broken.why


NITF = """<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "nitf-3-4.dtd">
<nitf{ns}><head><title>slug</title><docdata><doc-id id-string="n-1"/><date.issue norm="20260303T090000Z"/>
<doc.copyright holder="Coastal Wire"/></docdata></head><body xml:lang="en-GB"><body.head><hedline><hl1>Cranes
 move again</hl1></hedline><byline>By Lucia Ferrante</byline><dateline><location>VALPARAISO</location></dateline>
</body.head><body.content><media><media-caption><p>A crane.</p></media-caption></media><block><p>Dock&nbsp;workers
returned to <em>their</em> cranes.</p><hl2>What next</h2><p>Talks.</p></block></body.content></body></nitf>"""


@pytest.mark.parametrize("ns", ["", ' xmlns="http://iptc.org/std/NITF/2006-10-18/"'])
def test_nitf_is_an_article(tmp_path: Path, ns: str) -> None:
    content = NITF.replace("{ns}", ns).replace("</h2>", "</hl2>").encode()
    assert _values(_read(tmp_path, "a.xml", content)) == [
        {
            "id": "n-1",
            "title": "Cranes move again",
            "text": "Cranes move again\n\nBy Lucia Ferrante\n\nVALPARAISO\n\nDock workers returned to their cranes.\n\n"
            "What next\n\nTalks.",
            "source": "Coastal Wire",
            "published_at": "20260303T090000Z",
            "language": "en",
            "metadata": {"file": "a.xml"},
        }
    ]


def _news_item(guid: str, content: str, status: str = "stat:usable") -> str:
    return f"""<newsItem guid="{guid}" xmlns="http://iptc.org/std/nar/2006-10-01/"><itemMeta>
      <provider literal="Coastal Wire"/><versionCreated>2026-03-03T09:00:00Z</versionCreated>
      <pubStatus qcode="{status}"/></itemMeta><contentMeta><by>By Lucia Ferrante</by><language tag="en-US"/>
      <headline>Cranes move</headline></contentMeta><contentSet>{content}</contentSet></newsItem>"""


def test_every_item_of_a_newsml_message_is_an_article(tmp_path: Path) -> None:
    html = '<inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body><p>Dock.</p></body></html></inlineXML>'
    nitf = "<inlineXML><nitf><body><body.content><p>Talks.</p></body.content></body></nitf></inlineXML>"
    held = [
        _news_item("urn:1", html),
        _news_item("urn:2", '<inlineData contenttype="text/plain">One.\nTwo.</inlineData>'),
        _news_item("urn:3", nitf),
        _news_item("urn:4", html, "stat:canceled"),
        _news_item("urn:5", '<remoteContent href="http://x.example/a.jpg"/>'),
    ]
    found = _read(tmp_path, "a.xml", f"<newsMessage><itemSet>{''.join(held)}</itemSet></newsMessage>".encode())
    page, plain, third = _values(found)
    assert {**page, "html": ""} == {
        "html": "",
        "id": "urn:1",
        "title": "Cranes move",
        "source": "Coastal Wire",
        "published_at": "2026-03-03T09:00:00Z",
        "language": "en",
        "metadata": {"file": "a.xml"},
    }
    assert "<p>Dock.</p>" in page["html"]
    assert plain["text"] == "Cranes move\n\nBy Lucia Ferrante\n\nOne.\nTwo."
    assert (third["text"], third["id"], third["title"]) == ("Talks.", "urn:3", "Cranes move")
    assert _why(found) == [
        "a.xml, newsItem 4: its publisher says that it is canceled (pubStatus)",
        "a.xml, newsItem 5: it has no text",
    ]


def test_xml_reads_nothing_else_and_expands_nothing(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("TOP SECRET", encoding="utf-8")
    body = "<nitf><body><body.content><p>Rain. &e;</p></body.content></body></nitf>"
    secret = f'<!DOCTYPE nitf [<!ENTITY e SYSTEM "{(tmp_path / "secret.txt").as_uri()}">]>'
    (value,) = _values(_read(tmp_path, "a.xml", (secret + body).encode()))
    assert value["text"] == "Rain. &e;"
    bomb = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    laughs = f'<!DOCTYPE nitf [<!ENTITY e0 "ha">{bomb}]>' + body.replace("&e;", "&e11;")
    found = _read(tmp_path, "a.xml", laughs.encode())
    assert "haha" not in str(found)
    deep = b"<nitf>" + b"<block>" * 9999 + b"</block>" * 9999 + b"</nitf>"
    assert _why(_read(tmp_path, "b.xml", deep))[0].startswith("b.xml: not XML")
    assert _why(_read(tmp_path, "c.xml", b'<rss version="2.0"/>')) == [
        "c.xml: XML with a root <rss>, neither NITF nor NewsML-G2; `dateline feed rss` reads feeds"
    ]


def test_what_news_please_wrote_is_an_article(tmp_path: Path) -> None:
    written = {
        "maintext": "Rain.",
        "date_publish": "2026-03-03 09:00:00",
        "source_domain": "news.example",
        "title": "Weather",
        "url": "https://news.example/a",
        "language": None,
        "authors": ["A. Lind"],
    }
    expected = {
        "text": "Rain.",
        "published_at": "2026-03-03 09:00:00",
        "source": "news.example",
        "url": "https://news.example/a",
        "title": "Weather",
        "metadata": {"authors": ["A. Lind"]},
    }
    assert _values(_read(tmp_path, "a.json", json.dumps(written).encode())) == [expected]
    assert _values(_read(tmp_path, "a.jsonl", json.dumps(written).encode())) == [expected]
    ours = {**written, "text": "mine"}
    assert _values(_read(tmp_path, "b.jsonl", json.dumps(ours).encode())) == [ours]


def test_a_line_or_file_that_would_fill_memory_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(items, "LARGEST", 100)
    monkeypatch.setattr("pipeline.tools.publish.jsons.LARGEST", 100)
    bomb = b'{"id":"a"}\n' + b"x" * 1000 + b'\n{"id":"b"}\n' + b"y" * 101
    found = _read(tmp_path, "a.jsonl.gz", gzip.compress(bomb))
    assert [item.key for item in found if isinstance(item, Article)] == [b"a", b"b"]
    assert _why(found) == [f"a.jsonl.gz:{line}: a line of more than 100 bytes" for line in (2, 4)]
    monkeypatch.setattr("pipeline.tools.publish.jsons.LARGEST_WHOLE", 100)
    assert _why(_read(tmp_path, "a.json.gz", gzip.compress(b"[" + b" " * 999))) == [
        "a.json.gz: cannot be read to its end (it has more than 100 bytes)"
    ]


@given(st.binary(max_size=200), st.sampled_from([".warc", ".csv", ".parquet", ".xml", ".json", ".html"]))
def test_no_bytes_end_in_a_traceback(tmp_path_factory: pytest.TempPathFactory, content: bytes, kind: str) -> None:
    for item in _read(tmp_path_factory.mktemp("any"), f"a{kind}", content):
        assert item.where
