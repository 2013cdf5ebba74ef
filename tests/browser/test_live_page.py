"""The live page in a real browser: what it shows, with the keyboard, in the dark and on a phone."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest

pytest.importorskip("playwright", reason="the package playwright is not installed")

from playwright.async_api import Browser, Page, expect

from pipeline.core.records import SCHEMA_VERSION
from tests.browser.contrast import worst_contrast
from tests.support.articles import article
from tests.support.browser import chromium, needs_chromium, page
from tests.support.live import Server, live_server

pytestmark = [pytest.mark.browser, needs_chromium]

EVIL = "<script>document.title='stolen'</script><img src=x onerror=\"document.title='stolen'\">"


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    async with chromium() as started:
        yield started


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    async with live_server() as started:
        yield started


async def test_an_article_appears_with_its_removed_lines_and_entities(browser: Browser, server: Server) -> None:
    async with page(browser) as shown:
        await shown.goto(server.address)
        await expect(shown.get_by_text("Nothing yet")).to_be_visible()
        server.process(article(id="one"))
        card = shown.get_by_role("listitem").first
        await expect(card.get_by_role("heading")).to_have_text("Harbour workers in Valparaiso return to their cranes")
        await expect(card.locator("del")).to_have_count(6)
        await expect(card.locator("del").first).to_have_text("Chile: Copper Mines Close for the Winter")
        await expect(card.locator(".why").first).to_have_text("related_headline")
        await expect(card.locator("mark[data-type=PERSON]", has_text="Lucia Ferrante").first).to_be_visible()
        await expect(shown.locator("#removed")).to_have_text("6")
        await expect(shown.locator("#done")).to_have_text("1")
        await expect(shown.locator("#p50")).to_contain_text("ms")
        # The first line of the original comes first, what was cut stands where it stood.
        first, last = await card.locator(".text p").first.inner_text(), await card.locator(".text p").last.inner_text()
        assert first.startswith("Harbour workers")
        assert last.startswith("Chile: Court Rejects Appeal")


async def test_quotations_unfold_with_who_speaks_in_the_colour_of_the_entity(browser: Browser, server: Server) -> None:
    evil = "<script>document.title='stolen'</script><img src=x>"
    text = f"“We have waited <b>long</b> {evil} enough,” said Maria Keller. “So have I,” a passer-by said."
    server.process({"id": "said", "text": f"Talks go on\n\n{text}\n", "language": "en"})
    async with page(browser) as shown:
        await shown.goto(server.address)
        quotations = shown.get_by_role("listitem").first.locator(".quotations")
        await expect(quotations.get_by_text("So have I")).to_be_hidden()
        await quotations.get_by_text("2 quotations").click()
        await expect(quotations.get_by_text("So have I")).to_be_visible()
        await expect(quotations.locator("cite").first.locator("mark[data-type=PERSON]")).to_have_text("Maria Keller")
        await expect(quotations.locator("cite").last).to_have_text("a passer-by")
        await expect(quotations.locator("b, script, img")).to_have_count(0)
        assert await shown.title() != "stolen"


async def test_entities_are_marked_where_they_are_after_characters_beyond_the_basic_plane(
    browser: Browser, server: Server
) -> None:
    server.process(
        {"id": "emoji", "text": "😀😀 A long day in the harbour\n\n𝔸 Lucia Ferrante spoke in Chile on Sunday."}
    )
    async with page(browser) as shown:
        await shown.goto(server.address)
        marked = shown.locator(".text mark")
        await expect(marked.first).to_be_visible()
        assert set(await marked.all_inner_texts()) >= {"Lucia Ferrante", "Chile"}


async def test_what_an_article_brings_is_text_and_never_runs(browser: Browser, server: Server) -> None:
    sentence = f"The government of Chile said {EVIL} on Tuesday that it would wait."
    body = f"{EVIL} & Lucia Ferrante\n\n{sentence}\n\nShare this: {EVIL}"
    server.process(
        {"id": EVIL, "title": f"Mayor {EVIL}", "text": body, "source": EVIL, "language": "en", "metadata": {EVIL: EVIL}}
    )
    server.process(b'{"id": "d", "text": 5, "x": "' + EVIL.replace('"', "'").encode() + b'"}')
    async with page(browser) as shown:
        await shown.goto(server.address)
        card = shown.get_by_role("listitem").filter(has_text="Mayor")
        await expect(card.get_by_role("heading")).to_have_text(f"Mayor {EVIL}")
        await card.get_by_role("button", name="Record").click()
        await expect(shown.locator("#json")).to_contain_text("onerror")
        await shown.keyboard.press("Escape")
        await expect(shown.locator("li.dead pre")).to_contain_text("<script>")
        assert await shown.title() == "Dateline live"
        assert await shown.locator("ol img, ol script, dialog img, dialog script").count() == 0


async def test_a_dead_letter_says_why(browser: Browser, server: Server) -> None:
    server.process(b"\xff not UTF-8")
    async with page(browser) as shown:
        await shown.goto(server.address)
        card = shown.get_by_role("listitem")
        await expect(card.get_by_role("heading")).to_have_text("Dead letter: invalid_encoding")
        await expect(card).to_contain_text("the message is not UTF-8")
        await expect(shown.locator("#dead")).to_have_text("1 dead letter")


async def test_everything_can_be_reached_with_the_keyboard(browser: Browser, server: Server) -> None:
    server.process(article(id="one"))
    async with page(browser, viewport={"width": 400, "height": 800}) as shown:
        await shown.goto(server.address)
        await expect(shown.get_by_role("listitem")).to_have_count(1)

        async def focused() -> str:
            return await shown.evaluate("document.activeElement.textContent")

        reached = []
        for _ in range(6):
            await shown.keyboard.press("Tab")
            reached.append(await focused())
        # The third is the filter.
        assert reached == ["Skip to the articles", "Pause", "", "1 quotation", "Whole text", "Record"]
        await shown.keyboard.press("Enter")
        await expect(shown.get_by_role("dialog")).to_be_visible()
        await expect(shown.locator("#json")).to_contain_text(f'"schema_version": {SCHEMA_VERSION}')
        await shown.keyboard.press("Escape")
        await expect(shown.get_by_role("dialog")).not_to_be_visible()
        assert await focused() == "Record"
        await shown.keyboard.press("Shift+Tab")
        await shown.keyboard.press("Enter")
        await expect(shown.get_by_role("button", name="Less")).to_have_attribute("aria-expanded", "true")


async def test_pausing_holds_new_articles_back(browser: Browser, server: Server) -> None:
    server.process(article(id="one"))
    async with page(browser) as shown:
        await shown.goto(server.address)
        await expect(shown.get_by_role("listitem")).to_have_count(1)
        await shown.get_by_role("button", name="Pause").click()
        server.process(article(id="two"), article(id="three"))
        await expect(shown.get_by_role("button", name="Go on (2 new)")).to_be_visible()
        await expect(shown.get_by_role("listitem")).to_have_count(1)
        await shown.get_by_role("button", name="Go on").click()
        await expect(shown.get_by_role("listitem")).to_have_count(3)


async def test_nothing_moves_while_a_person_reads(browser: Browser, server: Server) -> None:
    server.process(*(article(id=str(number)) for number in range(12)))
    async with page(browser, viewport={"width": 1100, "height": 700}) as shown:
        await shown.goto(server.address)
        await expect(shown.get_by_role("listitem")).to_have_count(12)
        await shown.mouse.move(500, 300)
        await shown.mouse.wheel(0, 1500)
        await expect(shown.locator("#articles")).not_to_be_in_viewport(ratio=1)
        await asyncio.sleep(0.3)
        before = await shown.evaluate("[scrollY, document.getElementById('articles').children.length]")
        server.process(article(id="a"), article(id="b"))
        await expect(shown.get_by_role("button", name="2 new")).to_be_visible()
        assert await shown.evaluate("[scrollY, document.getElementById('articles').children.length]") == before
        await shown.get_by_role("button", name="2 new").click()
        await expect(shown.get_by_role("listitem")).to_have_count(14)


async def test_the_filter_leaves_what_holds_the_word(browser: Browser, server: Server) -> None:
    server.process(article(id="one", source="Coastal Courier"), article(id="two", source="Harbour Gazette"), b"broken")
    async with page(browser) as shown:
        await shown.goto(server.address)
        await expect(shown.get_by_role("listitem")).to_have_count(3)
        await shown.get_by_label("Show only").fill("gazette")
        await expect(shown.get_by_role("listitem")).to_have_count(1)
        await expect(shown.locator("#found")).to_have_text("1 of 3")
        await shown.get_by_label("Show only").fill("invalid_json")
        await expect(shown.get_by_role("listitem")).to_contain_text("dateline dead replay --id")
        await shown.get_by_label("Show only").fill("")
        await expect(shown.get_by_role("listitem")).to_have_count(3)


async def test_a_title_leads_to_the_article_and_to_the_web_only(browser: Browser, server: Server) -> None:
    server.process(article(id="one", url="https://example.org/1"), article(id="two", url="javascript:alert(1)"))
    async with page(browser) as shown:
        await shown.goto(server.address)
        await expect(shown.get_by_role("listitem")).to_have_count(2)
        links = shown.locator("li h3 a")
        await expect(links).to_have_count(1)
        await expect(links.first).to_have_attribute("href", "https://example.org/1")
        await expect(links.first).to_have_attribute("rel", "noopener noreferrer nofollow")


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_text_can_be_read_in_the_light_and_in_the_dark(browser: Browser, server: Server, scheme: Any) -> None:
    server.process(article(id="one"), b"broken")
    async with page(browser, color_scheme=scheme) as shown:
        await shown.goto(server.address)
        await expect(shown.get_by_role("listitem")).to_have_count(2)
        background = await shown.evaluate("getComputedStyle(document.body).backgroundColor")
        assert (max(map(int, background[4:-1].split(","))) < 80) is (scheme == "dark")
        # WCAG 2.2 asks for 4.5 (https://www.w3.org/TR/WCAG22/#contrast-minimum).
        assert await worst_contrast(shown) >= 4.5


async def test_on_a_phone_nothing_is_wider_than_the_screen(browser: Browser, server: Server) -> None:
    server.process(article(id="one", title="Donaudampfschifffahrtsgesellschaftskapitänspatent" * 4), b"x" * 400)
    phone = {"viewport": {"width": 320, "height": 640}, "device_scale_factor": 2, "is_mobile": True, "has_touch": True}
    async with page(browser, **phone) as shown:
        await shown.goto(server.address)
        await expect(shown.get_by_role("listitem")).to_have_count(2)
        assert await _overflow(shown) <= 0
        await shown.get_by_role("button", name="Record").first.tap()
        await expect(shown.get_by_role("dialog")).to_be_visible()
        assert await _overflow(shown) <= 0


async def test_many_articles_leave_a_bounded_page(browser: Browser, server: Server) -> None:
    async with page(browser) as shown:
        await shown.goto(server.address)
        for round_ in range(10):
            server.process(*(article(id=f"{round_}-{n}") for n in range(8)))
            await asyncio.sleep(1.0)
        await expect(shown.locator("#done")).to_have_text("80")
        assert 20 < await shown.get_by_role("listitem").count() <= 30


async def _overflow(shown: Page) -> int:
    return await shown.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
