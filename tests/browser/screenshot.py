"""A picture of a running worker's live page: `python -m tests.browser.screenshot http://127.0.0.1:6066 FILE.png`.

docs/live-page.md has the commands before it, which publish the sample articles.
"""

import argparse
import asyncio
from pathlib import Path

from playwright.async_api import expect

from tests.support.browser import chromium, page

_PHONE = {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 2, "is_mobile": True}
_DESK = {"viewport": {"width": 1200, "height": 1080}}


async def screenshot(address: str, file: Path, *, dark: bool, phone: bool) -> None:
    """Wait until articles are shown, then take the picture."""
    options = (_PHONE if phone else _DESK) | {"color_scheme": "dark" if dark else "light"}
    async with chromium() as browser, page(browser, **options) as shown:
        await shown.goto(address)
        await expect(shown.get_by_role("listitem").nth(2)).to_be_visible(timeout=30_000)
        await asyncio.sleep(2.0)  # for the figures of a few seconds, and the cards to have come to rest
        await shown.screenshot(path=file)


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("address")
    parser.add_argument("file", type=Path)
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--phone", action="store_true")
    options = parser.parse_args()
    asyncio.run(screenshot(options.address, options.file, dark=options.dark, phone=options.phone))


if __name__ == "__main__":
    main()
