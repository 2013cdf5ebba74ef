"""Feeds of a server that the test runs: slow, broken, huge and hostile ones, and what becomes of their items."""

import asyncio
import json
import os
import signal
import sys
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web

from pipeline.core.codec import Limits, decode_raw
from pipeline.core.flow import Channel
from pipeline.runtime.config.settings import Settings
from pipeline.tools.feed.fetch import Fetched, FetchError, Manners, open_fetcher
from tests.support.kafka import environment, make_topics, read_committed

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
PATIENT = Manners("dateline-test", pause=0.0, seconds=2.0, most_bytes=10_000, allow_private=True)


class Site:
    """A server whose answers the test sets, and which counts what it is asked."""

    def __init__(self) -> None:
        self.answers: dict[str, Handler | tuple[int, str, str]] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.url = ""
        self.wanted, self.reached = 0, asyncio.Event()  # set once so many requests have come

    async def answer(self, request: web.Request) -> web.StreamResponse:
        self.asked.append((request.path, dict(request.headers)))
        if self.wanted and len(self.asked) >= self.wanted:
            self.wanted = 0
            self.reached.set()
        found = self.answers.get(request.path, (404, "text/plain", ""))
        if isinstance(found, tuple):
            status, kind, text = found
            return web.Response(status=status, body=text.encode(), headers={"Content-Type": kind})
        return await found(request)

    def counts(self) -> Counter[str]:
        return Counter(path for path, _ in self.asked)


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    found = Site()
    application = web.Application()
    application.router.add_route("*", "/{rest:.*}", found.answer)
    runner = web.AppRunner(application, shutdown_timeout=0.1)
    await runner.setup()
    server = web.TCPSite(runner, "127.0.0.1", 0)
    await server.start()
    found.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    yield found
    await runner.cleanup()


async def _get(site: Site, path: str, manners: Manners = PATIENT, **options: Any) -> Fetched:
    async with open_fetcher(manners) as fetcher:
        return await fetcher.get(f"{site.url}{path}", ("html",), **options)


async def test_a_page_comes_with_what_to_ask_the_next_time(site: Site) -> None:
    async def page(request: web.Request) -> web.Response:
        if request.headers.get("If-None-Match") == '"1"':
            return web.Response(status=304)
        return web.Response(body=b"\xfc", headers={"Content-Type": "text/html; charset=latin-1", "ETag": '"1"'})

    site.answers["/a"] = page
    found = await _get(site, "/a")
    assert found == Fetched(f"{site.url}/a", b"\xfc", "latin-1", '"1"', None)
    assert (await _get(site, "/a", etag=found.etag)).content is None
    assert {headers["User-Agent"] for _, headers in site.asked} == {"dateline-test"}


async def test_what_cannot_be_used_is_refused(site: Site) -> None:
    async def slow(_request: web.Request) -> web.Response:
        await asyncio.sleep(10)
        raise AssertionError

    async def dripping(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": "text/html"})
        await response.prepare(request)
        for _ in range(100):
            await response.write(b"x")
            await asyncio.sleep(0.1)
        return response

    async def bomb(_request: web.Request) -> web.Response:
        response = web.Response(body=b"x" * 50_000_000, headers={"Content-Type": "text/html"})
        response.enable_compression(web.ContentCoding.gzip)
        return response

    async def broken(request: web.Request) -> web.StreamResponse:
        assert request.transport is not None
        request.transport.abort()
        return web.Response()

    def to(where: str) -> Handler:
        async def redirect(_request: web.Request) -> web.Response:
            return web.Response(status=302, headers={"Location": where})

        return redirect

    async def busy(_request: web.Request) -> web.Response:
        return web.Response(status=503, headers={"Retry-After": "120"})

    cases: dict[str, tuple[Handler | tuple[int, str, str], str, bool]] = {
        "/slow": (slow, "no answer within 2 s", False),
        "/dripping": (dripping, "no answer within 2 s", False),
        "/bomb": (bomb, "more than 10,000 bytes", True),
        "/broken": (broken, "", False),
        "/loop": (to("/loop"), "more than 5 redirects", True),
        "/file": (to("file:///etc/passwd"), "no http or https URL", True),
        "/odd": (to("http://[::1"), "no URL (Invalid IPv6 URL)", True),
        "/picture": ((200, "image/png", "x"), "it is image/png", True),
        "/gone": ((410, "text/html", ""), "HTTP 410", True),
        "/busy": (busy, "HTTP 503", False),
    }
    site.answers = {path: case[0] for path, case in cases.items()}

    async def check(path: str, why: str, lasting: bool) -> None:
        with pytest.raises(FetchError) as caught:
            await _get(site, path)
        assert why in str(caught.value), path
        assert caught.value.lasting is lasting, path
        assert caught.value.wait == (120.0 if path == "/busy" else 0.0)

    await asyncio.gather(*(check(path, why, lasting) for path, (_, why, lasting) in cases.items()))


async def test_private_addresses_are_not_connected_even_behind_names_and_redirects(site: Site) -> None:
    port = site.url.rpartition(":")[2]
    careful = Manners("dateline-test", pause=0.0, seconds=5.0)
    async with open_fetcher(careful) as fetcher:
        for host in ("127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::ffff:127.0.0.1]"):
            with pytest.raises(FetchError, match=r"--allow-private|not a canonical IPv4 address"):
                await fetcher.get(f"http://{host}:{port}/a", ("html",))
    assert site.asked == []


async def test_robots_txt_is_asked_for_once_and_obeyed(site: Site) -> None:
    site.answers["/robots.txt"] = (200, "text/plain", "User-agent: *\nDisallow: /no")
    site.answers["/a"] = site.answers["/no"] = (200, "text/html", "<p>x</p>")
    async with open_fetcher(PATIENT) as fetcher:
        for _ in range(2):
            await fetcher.get(f"{site.url}/a", ("html",))
            with pytest.raises(FetchError, match=r"robots\.txt does not allow"):
                await fetcher.get(f"{site.url}/no", ("html",))
    assert site.counts() == {"/robots.txt": 1, "/a": 2}
    site.answers["/robots.txt"] = (500, "text/plain", "")
    with pytest.raises(FetchError, match=r"robots\.txt cannot be read: HTTP 500") as caught:
        await _get(site, "/a")
    assert not caught.value.lasting


async def test_a_host_is_asked_one_request_at_a_time(site: Site) -> None:
    running = most = 0

    async def page(_request: web.Request) -> web.Response:
        nonlocal running, most
        running += 1
        most = max(most, running)
        await asyncio.sleep(0.01)
        running -= 1
        return web.Response(body=b"<p>x</p>", headers={"Content-Type": "text/html"})

    site.answers["/a"] = page
    async with open_fetcher(PATIENT) as fetcher:
        await asyncio.gather(*(fetcher.get(f"{site.url}/a", ("html",)) for _ in range(10)))
    assert most == 1


def _feed(site: Site, *names: str) -> tuple[int, str, str]:
    items = "".join(
        f"<item><title>{name}</title><link>{site.url}/{name}</link><description>Text of {name}.</description></item>"
        for name in names
    )
    text = f"<rss version='2.0'><channel><title>T</title>{items}</channel></rss>"
    return (200, "application/rss+xml", text)


async def _rss(settings: Settings, *arguments: str) -> tuple[int, str, str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("DATELINE_")}
    command = [sys.executable, "-m", "pipeline", "feed", "rss", "--allow-private", "--pause", "0", *arguments]
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(
        *command, env=clean | environment(settings), stdout=pipe, stderr=pipe
    )
    out, err = await asyncio.wait_for(process.communicate(), 60)
    assert process.returncode is not None
    return process.returncode, out.decode(), err.decode()


async def test_each_item_is_published_once_also_over_restarts_and_feeds(
    settings: Settings, site: Site, tmp_path: Path
) -> None:
    await make_topics(settings)
    site.answers["/1"] = _feed(site, "c", "b", "a")
    site.answers["/2"] = _feed(site, "d", "a")
    for name in "abd":
        site.answers[f"/{name}"] = (200, "text/html", f"<p>Page of {name}.</p>")
    site.answers["/c"] = (503, "text/html", "")
    opml = tmp_path / "a.opml"
    opml.write_text(f'<opml><outline xmlUrl="{site.url}/1"/><outline xmlUrl="{site.url}/2"/></opml>', encoding="utf-8")
    code, out, err = await _rss(settings, "--once", str(opml))
    assert (code, "Published 3 articles to" in out, f"{site.url}/c: HTTP 503" in err) == (1, True, True), (out, err)
    site.answers["/c"] = (200, "text/html", "<p>Page of c.</p>")
    code, out, err = await _rss(settings, "--once", str(opml))
    assert (code, "Published 1 article to" in out, err) == (0, True, ""), (out, err)
    code, out, err = await _rss(settings, "--once", str(opml))
    assert (code, "Published 0 articles to" in out) == (0, True), (out, err)
    found = [record.value for record in await read_committed(settings, Channel.RAW)]
    assert sorted(json.loads(value)["html"] for value in found) == [f"<p>Page of {name}.</p>" for name in "abcd"]
    article = decode_raw(next(value for value in found if b"Page of a" in value), Limits())
    assert (article.url, article.title) == (f"{site.url}/a", "a")
    assert article.metadata["feed"] in {f"{site.url}/1", f"{site.url}/2"}
    assert Counter(site.counts())["/a"] == 1


async def test_the_feeds_own_text_will_do_and_a_service_ends_on_sigterm(settings: Settings, site: Site) -> None:
    await make_topics(settings)
    site.answers["/1"] = _feed(site, "a")
    clean = {name: value for name, value in os.environ.items() if not name.startswith("DATELINE_")}
    arguments = ["--allow-private", "--pause", "0", "--content", "item", "--every", "1s", f"{site.url}/1"]
    command = [sys.executable, "-m", "pipeline", "feed", "rss", *arguments]
    process = await asyncio.create_subprocess_exec(*command, env=clean | environment(settings))
    try:
        await read_committed(settings, Channel.RAW, 1)
        site.answers["/1"] = _feed(site, "b", "a")
        found = await read_committed(settings, Channel.RAW, 2)
        assert [json.loads(record.value)["html"] for record in found] == ["Text of a.", "Text of b."]
        process.terminate()
        assert await asyncio.wait_for(process.wait(), 20) == 0
    finally:
        if process.returncode is None:
            process.kill()
    assert set(site.counts()) == {"/robots.txt", "/1"}


async def test_nothing_is_lost_or_published_twice_when_it_is_killed(settings: Settings, site: Site) -> None:
    await make_topics(settings)
    names = [f"n{number}" for number in range(150)]
    site.answers["/1"] = _feed(site, *names)
    for name in names:
        site.answers[f"/{name}"] = (200, "text/html", f"<p>{name}</p>")
    clean = {name: value for name, value in os.environ.items() if not name.startswith("DATELINE_")}
    arguments = ["feed", "rss", "--allow-private", "--pause", "0", "--once", f"{site.url}/1"]
    for goal in (15, 60, 115):
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "pipeline", *arguments, env=clean | environment(settings)
        )
        site.wanted = goal
        await asyncio.wait_for(site.reached.wait(), 60)
        process.kill()
        assert await process.wait() == -signal.SIGKILL  # it was still at work
        site.reached.clear()
    code, _, err = await _rss(settings, "--once", f"{site.url}/1")
    assert code == 0, err
    found = [json.loads(record.value)["html"] for record in await read_committed(settings, Channel.RAW)]
    assert Counter(found) == Counter(f"<p>{name}</p>" for name in names)
    assert len(site.asked) > len(names) + 8  # it was killed with pages fetched and not committed, which came again
