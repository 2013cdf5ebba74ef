"""A real headless Chromium, Debian's; tests that need it skip with a clear word where it is absent."""

import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from playwright.async_api import Browser, Page, async_playwright

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium")

needs_chromium = pytest.mark.skipif(
    CHROMIUM is None, reason="no chromium; install Debian's package `chromium`, or name a binary by CHROMIUM"
)


@asynccontextmanager
async def chromium() -> AsyncIterator[Browser]:
    """A browser; without its sandbox, which needs a user other than root."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        try:
            yield browser
        finally:
            await browser.close()


@asynccontextmanager
async def page(browser: Browser, **options: Any) -> AsyncIterator[Page]:
    """A page in a context of its own; an error in its scripts, or anything its policy refuses, fails the test."""
    context = await browser.new_context(**options)
    opened = await context.new_page()
    problems: list[str] = []
    opened.on("pageerror", lambda error: problems.append(str(error)))
    opened.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
    try:
        yield opened
    finally:
        await context.close()
    assert not problems, problems
