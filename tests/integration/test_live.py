"""The live page's stream over HTTP: bounded in viewers, in size and in memory, whoever reads it and however."""

import asyncio
import json
from typing import Any

import aiohttp
import pytest

from pipeline.core.flow import Channel, Stage
from pipeline.core.outcome import Done, Output
from pipeline.runtime.web import live
from tests.support.articles import article
from tests.support.live import Server, live_server


async def events(answer: aiohttp.ClientResponse, count: int) -> list[tuple[str, Any]]:
    """The next events of a stream, by name."""
    found: list[tuple[str, Any]] = []
    name = ""
    async with asyncio.timeout(20):
        while len(found) < count:
            line = (await answer.content.readline()).decode().rstrip("\n")
            if line.startswith("event: "):
                name = line.removeprefix("event: ")
            elif line.startswith("data: "):
                found.append((name, json.loads(line.removeprefix("data: "))))
    return found


async def test_a_new_viewer_gets_figures_and_the_latest_records() -> None:
    async with live_server() as server, aiohttp.ClientSession(server.address) as web:
        server.process(article(id="one"), b"broken")
        async with web.get("/live") as answer:
            assert answer.content_type == "text/event-stream"
            (_, figures), *records = await events(answer, 3)
    assert [(name, one["record"]["id"] == "one") for name, one in records] == [("dead", False), ("enriched", True)]
    assert all(0.2 < one["latency"] < 60 for _, one in records)
    assert (figures["totals"]["done"], figures["totals"]["dead"], figures["totals"]["removed_lines"]) == (1, 1, 6)
    assert figures["latency"]["of"] == 2
    assert len(figures["history"]) == 120
    assert figures["ready"] == "the models are being loaded"


async def test_a_viewer_who_was_cut_off_gets_nothing_twice() -> None:
    async with live_server() as server, aiohttp.ClientSession(server.address) as web:
        server.process(article(id="one"), article(id="two"))
        async with web.get("/live", headers={"Last-Event-ID": "1"}) as answer:
            names = [one["record"]["id"] for name, one in await events(answer, 3) if name == "enriched"]
        async with web.get("/live", headers={"Last-Event-ID": "99"}) as answer:
            anew = [one["record"]["id"] for name, one in await events(answer, 3) if name == "enriched"]
    assert names == ["two"]
    assert anew == ["one", "two"]


async def test_viewers_are_bounded_and_make_room_when_they_leave(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live, "_TICK", 0.05)
    async with live_server() as server, aiohttp.ClientSession(server.address) as web:
        viewers = [await web.get("/live") for _ in range(live.MOST_VIEWERS)]
        async with web.get("/live") as refused:
            assert (refused.status, refused.headers["Retry-After"]) == (503, "30")
        viewers.pop().close()
        async with asyncio.timeout(20):
            while (again := await web.get("/live")).status != 200:
                again.close()
                await asyncio.sleep(0.05)


async def test_a_viewer_who_does_not_read_is_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live, "_TICK", 0.001)
    monkeypatch.setattr(live, "_PATIENCE", 0.2)
    async with live_server() as server:
        address = server.address.removeprefix("http://").split(":")
        _, writer = await asyncio.open_connection(address[0], int(address[1]), limit=1024)
        writer.write(b"GET /live HTTP/1.1\r\nHost: x\r\n\r\n")
        await writer.drain()
        async with asyncio.timeout(30):
            while not server.live._viewers:  # noqa: ASYNC110 (nobody else has to know when one comes)
                await asyncio.sleep(0.01)
            while server.live._viewers:
                enriched(server, b"x" * 200_000)
                await asyncio.sleep(0.001)
        writer.close()


def enriched(server: Server, value: bytes) -> None:
    outcome = Done((Output(Channel.ENRICHED, b"big", b'{"id": "big", "text": "%s"}' % value),))
    server.hand_over(Stage.EXTRACT, [b"x"], [outcome])


async def test_memory_is_bounded_by_number_and_size_of_records() -> None:
    async with live_server() as server, aiohttp.ClientSession(server.address) as web:
        for _ in range(live.KEPT + 10):
            enriched(server, b"x" * live.LARGEST)
        assert len(server.live._ring) == live.KEPT
        assert sum(len(shown.value) for shown in server.live._ring) < live.KEPT * 100
        async with web.get("/live") as answer:
            _, (name, told) = await events(answer, 2)
    assert (name, told["record"]) == (
        "enriched",
        {"id": "big", "too_large": live.LARGEST + len('{"id": "big", "text": ""}')},
    )


async def test_the_page_and_its_files_come_with_a_policy_against_foreign_code() -> None:
    async with live_server() as server, aiohttp.ClientSession(server.address) as web:
        for path, kind in {"/": "text/html", "/live.css": "text/css", "/live.js": "text/javascript"}.items():
            async with web.get(path) as answer:
                assert (answer.status, answer.content_type) == (200, kind)
                assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
                assert answer.headers["X-Content-Type-Options"] == "nosniff"
                text = await answer.text()
                assert "http://" not in text
                assert "https://" not in text
        async with web.get("/../web.py") as answer:
            assert answer.status == 404


async def test_switched_off_nothing_is_shown() -> None:
    async with live_server(live=False) as server, aiohttp.ClientSession(server.address) as web:
        async with web.get("/") as answer:
            assert "/metrics" in await answer.text()
        for path in ("/live", "/live.js"):
            async with web.get(path) as answer:
                assert answer.status == 404
