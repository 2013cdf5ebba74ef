"""Goes from feed to feed: what is new in each is fetched, published and remembered."""

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

import orjson

from pipeline.tools.feed.entries import Entry, NoFeedError, read_feed
from pipeline.tools.feed.fetch import Fetched, Fetcher, FetchError
from pipeline.tools.feed.seen import Feed, Publisher
from pipeline.tools.publish.items import page

# What feeds are served as; many call theirs a page or plain text.
_FEED_KINDS = ("xml", "text/html", "text/plain")
_PAGE_KINDS = ("text/html", "application/xhtml+xml")
_BATCH = 10  # articles of a transaction
_TRIES = 3  # rounds in which a page is asked for that does not come
_AT_ONCE = 16  # feeds
_LONGEST_REST = 86_400.0  # seconds between two looks at a feed that keeps failing


class Content(StrEnum):
    """What becomes of an item: its page, or the text that the feed brings."""

    PAGE = "page"
    ITEM = "item"


@dataclass(frozen=True, slots=True)
class Round:
    """What came of one look at a feed; `problems` name the feed or the page, `wait` is what the server asks for."""

    feed: str
    published: int = 0
    problems: tuple[str, ...] = ()
    failed: bool = False
    wait: float = 0.0
    gone: bool = False


class Follower:
    """Looks at feeds; what one has published, another does not publish again."""

    def __init__(self, fetcher: Fetcher, publisher: Publisher, known: dict[str, Feed], content: Content) -> None:
        self._fetcher, self._publisher, self._known, self._content = fetcher, publisher, known, content
        self._seen = {key for feed in known.values() for key in feed.items}
        self._tries: dict[str, int] = {}
        self._turns = asyncio.Semaphore(_AT_ONCE)

    async def once(self, urls: Iterable[str], tell: Callable[[Round], None]) -> list[Round]:
        """Look at every feed; `tell` hears of each as it is done."""

        async def look(url: str) -> Round:
            found = await self._look(url)
            tell(found)
            return found

        return await asyncio.gather(*(look(url) for url in urls))

    async def follow(self, urls: Iterable[str], every: float, tell: Callable[[Round], None]) -> None:
        """Look at every feed again and again, every so many seconds; at one that fails less and less often."""

        async def keep(url: str) -> None:
            rest = every
            while True:
                found = await self._look(url)
                tell(found)
                if found.gone:
                    return
                rest = min(2 * rest, _LONGEST_REST) if found.failed else every
                await asyncio.sleep(max(rest, found.wait))

        async with asyncio.TaskGroup() as group:
            for url in urls:
                group.create_task(keep(url))

    async def _look(self, url: str) -> Round:
        async with self._turns:
            feed = self._known.setdefault(url, Feed(url))
            try:
                found = await self._fetcher.get(url, _FEED_KINDS, etag=feed.etag, modified=feed.modified)
                if found.content is None:
                    return Round(url)
                title, entries = await asyncio.to_thread(read_feed, found.content, found.url)
            except (FetchError, NoFeedError) as error:
                gone = "HTTP 410" in str(error)
                return Round(url, problems=(f"{url}: {error}",), failed=True, wait=getattr(error, "wait", 0), gone=gone)
            return await self._take(feed, found, title, entries)

    async def _take(self, feed: Feed, found: Fetched, title: str | None, entries: list[Entry]) -> Round:
        """Publish what is new, and remember the feed."""
        new = [entry for entry in entries if entry.key not in self._seen]
        self._seen.update(entry.key for entry in new)  # other feeds leave them to this one
        articles: list[tuple[str, bytes]] = []
        problems: list[str] = []
        published = left = 0
        for entry in new:
            try:
                articles.append((entry.key, await self._article(entry, feed.url, title)))
                feed.items[entry.key] = None
            except FetchError as error:
                problems.append(f"{entry.url or feed.url}: {error}")
                if self._again(entry, error):
                    left += 1
                else:
                    feed.items[entry.key] = None
            if len(articles) == _BATCH:
                await self._publisher.publish(feed, articles)
                published, articles = published + len(articles), []
        for entry in entries:  # what the feed still has stays remembered longest
            if entry.key in feed.items:
                feed.items[entry.key] = feed.items.pop(entry.key)
        # With pages left to fetch the feed has to be read again, whether or not it has changed.
        etag, modified = (None, None) if left else (found.etag, found.modified)
        changed = new or (feed.etag, feed.modified) != (etag, modified)
        feed.etag, feed.modified = etag, modified
        if changed:
            await self._publisher.publish(feed, articles)
        return Round(feed.url, published + len(articles), tuple(problems))

    def _again(self, entry: Entry, error: FetchError) -> bool:
        """Whether to ask for a page in the next round too."""
        tries = self._tries[entry.key] = self._tries.get(entry.key, 0) + 1
        if error.lasting or tries >= _TRIES:
            self._tries.pop(entry.key)
            return False
        self._seen.discard(entry.key)
        return True

    async def _article(self, entry: Entry, feed: str, feed_title: str | None) -> bytes:
        """The item as a raw article. Raises FetchError."""
        url, content = entry.url, {"html": entry.html}
        if self._content is Content.PAGE:
            if url is None:
                raise FetchError(f"the item {entry.title!r} has no link", lasting=True)
            found = await self._fetcher.get(url, _PAGE_KINDS)
            content, url = page(found.content or b"", found.charset), found.url
        if not any(text.strip() for text in content.values()):
            raise FetchError(f"{'the page' if self._content is Content.PAGE else 'the item'} is empty", lasting=True)
        metadata = {"feed": feed, "feed_title": feed_title, "link": None if url == entry.url else entry.url}
        fields = {
            "id": entry.key,
            **content,
            "url": url,
            "title": entry.title,
            "published_at": entry.published_at,
            "metadata": {name: value for name, value in metadata.items() if value},
        }
        value = orjson.dumps({name: value for name, value in fields.items() if value})
        if len(value) > self._publisher.largest:
            raise FetchError(f"{len(value):,} bytes are more than topics.max_message_bytes allows", lasting=True)
        return value
