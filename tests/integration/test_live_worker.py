"""The live page of a real worker, in a real browser, and its stream without one."""

import asyncio
from pathlib import Path

import pytest

pytest.importorskip("playwright", reason="the package playwright is not installed")

from playwright.async_api import expect

from pipeline.core.flow import Channel
from tests.support.articles import article_bytes
from tests.support.browser import chromium, needs_chromium, page
from tests.support.kafka import make_topics, publish, read_committed, unique_settings
from tests.support.worker import running_worker

pytestmark = [pytest.mark.browser, needs_chromium]


async def test_a_real_worker_shows_what_it_handles(broker: str, tmp_path: Path) -> None:
    options = {"pool.processes": 1, "extract.model": "sm", "web.port": 0}
    settings = unique_settings(broker, **options)
    await make_topics(settings)
    with running_worker(settings, tmp_path) as worker:
        async with chromium() as browser:
            async with page(browser) as shown:
                await shown.goto(worker.address)
                await expect(shown.locator("#state")).to_have_text("ready")
                await publish(settings, [article_bytes(id="one")])
                await read_committed(settings, Channel.ENRICHED, 1)
                await expect(shown.get_by_role("heading", name="Harbour workers in Valparaiso")).to_be_visible()
                await expect(shown.locator("#lag")).to_have_text("0")
            context = await browser.new_context()
            shown = await context.new_page()
            await shown.goto(worker.address)
            await expect(shown.get_by_role("listitem")).to_have_count(1)
            # A stream that is open does not hold up the drain.
            assert await asyncio.to_thread(worker.stop, 30) == 0
            await expect(shown.locator("#state")).to_contain_text("connection lost")
