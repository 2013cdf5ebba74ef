"""Asks servers for feeds and pages: no more often than they like, no more than they should send."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from time import time
from urllib.parse import urljoin, urlsplit

from aiohttp import ClientError, ClientResponse, ClientSession, ClientTimeout, TCPConnector

from pipeline.tools.feed.guard import PrivateAddressError, public_socket
from pipeline.tools.feed.robots import Rules, allow_all, read_rules

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_MOST_REDIRECTS = 5
# Of these a later try may succeed; other answers from 400 on are the server's last word.
_PASSING = frozenset({408, 425, 429})
_LONGEST_WAIT = 86_400.0  # seconds that a server may ask to be left alone
_ROBOTS_BYTES = 512 * 1024  # RFC 9309 wants at least 500 KiB to be read
_ROBOTS_DAY = 86_400.0  # seconds that rules are held for true, as RFC 9309 says


class FetchError(Exception):
    """Nothing that can be used came. `lasting`: nor will it; `wait`: the server asks for so many seconds of rest."""

    def __init__(self, message: str, *, lasting: bool = False, wait: float = 0.0) -> None:
        super().__init__(message)
        self.lasting, self.wait = lasting, wait


@dataclass(frozen=True, slots=True)
class Manners:
    """How servers are asked: who asks, how long between two requests of a host, what may come and in what time."""

    agent: str
    pause: float = 1.0
    seconds: float = 30.0
    most_bytes: int = 8 * 1024 * 1024
    allow_private: bool = False


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came: None as content where nothing is new. `url` is where it came from in the end."""

    url: str
    content: bytes | None
    charset: str | None = None
    etag: str | None = None
    modified: str | None = None


@dataclass(slots=True)
class _Host:
    """A server: one request at a time, and not before `free` on the loop's clock."""

    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    free: float = 0.0
    rules: Rules = allow_all
    rules_end: float = 0.0


class Fetcher:
    """Fetches, politely; one for all feeds, since the rates are of hosts."""

    def __init__(self, session: ClientSession, manners: Manners) -> None:
        self._session, self._manners = session, manners
        self._hosts: defaultdict[str, _Host] = defaultdict(_Host)

    async def get(
        self, url: str, kinds: tuple[str, ...], *, etag: str | None = None, modified: str | None = None
    ) -> Fetched:
        """What lies at a URL, if it is of one of these kinds ("html" fits text/html) and newer than what was had.

        Raises:
            FetchError: it is not to be had, not allowed, too large, too slow, or of another kind.
        """
        conditions = {"If-None-Match": etag, "If-Modified-Since": modified}
        headers = {name: value for name, value in conditions.items() if value}
        for _ in range(_MOST_REDIRECTS + 1):
            host = self._hosts[_origin(url)]
            async with host.lock:
                await self._allowed(host, url)
                found = await self._ask(host, url, headers, kinds)
            if isinstance(found, Fetched):
                return found
            url = found
        raise FetchError(f"more than {_MOST_REDIRECTS} redirects", lasting=True)

    async def _allowed(self, host: _Host, url: str) -> None:
        """Raises FetchError where robots.txt forbids the URL, or cannot be read for the moment."""
        if time() > host.rules_end:
            host.rules = await self._rules(host, urljoin(url, "/robots.txt"))
            host.rules_end = time() + _ROBOTS_DAY
        if not host.rules.allows(url, self._manners.agent):
            raise FetchError("its robots.txt does not allow it", lasting=True)

    async def _rules(self, host: _Host, url: str) -> Rules:
        for _ in range(_MOST_REDIRECTS + 1):
            try:
                found = await self._ask(host, url, {}, (), most_bytes=_ROBOTS_BYTES, cut=True)
            except FetchError as error:
                if error.lasting:  # there is none: everything is allowed
                    return allow_all
                raise FetchError(f"its robots.txt cannot be read: {error}", wait=error.wait) from None
            if isinstance(found, Fetched):
                return read_rules(found.content or b"")
            url = found
        return allow_all

    async def _ask(
        self,
        host: _Host,
        url: str,
        headers: Mapping[str, str],
        kinds: tuple[str, ...],
        *,
        most_bytes: int | None = None,
        cut: bool = False,
    ) -> Fetched | str:
        """One request, in its turn: what came, or where to look instead."""
        await asyncio.sleep(max(0.0, host.free - asyncio.get_running_loop().time()))
        try:
            async with self._session.get(url, headers=headers, allow_redirects=False) as response:
                return await _answer(response, kinds, most_bytes or self._manners.most_bytes, cut=cut)
        except TimeoutError:
            raise FetchError(f"no answer within {self._manners.seconds:g} s") from None
        except (ClientError, OSError, ValueError) as error:
            private = _cause(error, PrivateAddressError)
            raise FetchError(str(private or error) or type(error).__name__, lasting=private is not None) from None
        finally:
            pause = max(self._manners.pause, host.rules.pause(self._manners.agent))
            host.free = asyncio.get_running_loop().time() + pause


@asynccontextmanager
async def open_fetcher(manners: Manners) -> AsyncIterator[Fetcher]:
    """A fetcher with connections of its own. Proxies of the environment are not used: they would ask in our stead."""
    connector = TCPConnector(limit=64, socket_factory=None if manners.allow_private else public_socket)
    async with ClientSession(
        connector=connector,
        headers={"User-Agent": manners.agent},
        timeout=ClientTimeout(total=manners.seconds),
        trust_env=False,
    ) as session:
        yield Fetcher(session, manners)


async def _answer(response: ClientResponse, kinds: tuple[str, ...], most_bytes: int, *, cut: bool) -> Fetched | str:
    url = str(response.url)
    if response.status in _REDIRECTS:
        return _target(url, response.headers.get("Location"))
    if response.status == 304:
        return Fetched(url, None)
    if response.status != 200:
        passing = response.status >= 500 or response.status in _PASSING
        wait = _seconds(response.headers.get("Retry-After"))
        raise FetchError(f"HTTP {response.status} {response.reason or ''}".strip(), lasting=not passing, wait=wait)
    if kinds and not any(kind in response.content_type for kind in kinds):
        raise FetchError(f"it is {response.content_type}", lasting=True)
    content = await _body(response, most_bytes, cut=cut)
    etag, modified = response.headers.get("ETag"), response.headers.get("Last-Modified")
    return Fetched(url, content, response.charset, etag, modified)


async def _body(response: ClientResponse, most_bytes: int, *, cut: bool) -> bytes:
    content = bytearray()
    async for piece in response.content.iter_chunked(64 * 1024):
        content += piece
        if len(content) > most_bytes:
            if cut:
                break
            raise FetchError(f"it has more than {most_bytes:,} bytes", lasting=True)
    return bytes(content[:most_bytes])


def _target(url: str, location: str | None) -> str:
    if not location:
        raise FetchError("a redirect to nowhere", lasting=True)
    try:
        target = urljoin(url, location)
    except ValueError as error:
        raise FetchError(f"a redirect to what is no URL ({error})", lasting=True) from None
    _origin(target)
    return target


def _origin(url: str) -> str:
    """Scheme, host and port. Raises FetchError for what is not on the Web."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise FetchError(f"{url[:200]} is no URL ({error})", lasting=True) from None
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise FetchError(f"{url[:200]} is no http or https URL", lasting=True)
    return f"{parts.scheme}://{parts.hostname}:{port}"


def _seconds(retry_after: str | None) -> float:
    """What a server says of when to come back: seconds, or a date."""
    if not retry_after:
        return 0.0
    try:
        wait = float(retry_after) if retry_after.isdigit() else parsedate_to_datetime(retry_after).timestamp() - time()
    except (ValueError, OverflowError):
        return 0.0
    return min(max(wait, 0.0), _LONGEST_WAIT)


def _cause(error: BaseException, kind: type[Exception]) -> BaseException | None:
    """The error of this kind that led to another."""
    seen: BaseException | None = error
    while seen is not None and not isinstance(seen, kind):
        seen = seen.__cause__ or seen.__context__ or getattr(seen, "os_error", None)
    return seen
