"""The live page: what this worker handles, as it is committed, for whoever looks at `/` of its web port.

While nobody looks, a batch costs a few additions and references to records that exist anyway. Viewers pull: each has
a position in the ring of the latest records and is sent what came since, a few each second, so a slow one costs no
memory and a fast topic does not flood a browser.
"""

import asyncio
import time
from collections import Counter, deque
from importlib import resources
from typing import Any, NamedTuple

import orjson
from aiohttp import web

from pipeline.core.flow import Channel
from pipeline.core.outcome import Dead, Done, Dropped, ends
from pipeline.runtime.health.health import Health
from pipeline.runtime.lanes.messages import Committed, Incoming
from pipeline.runtime.lanes.provenance import published_at

KEPT = 50  # records in the ring
LARGEST = 256 * 1024  # bytes; of a larger record only its id and size are shown
MOST_VIEWERS = 16
_TICK = 1.0  # seconds between two messages to a viewer
_AT_A_TIME = 5  # records in one message; nobody reads faster
_HISTORY = 120  # seconds of throughput
_LATENCIES = 2000  # of the latest articles
_PATIENCE = 10.0  # seconds that a viewer may take to accept a message

_FILES = {
    "": ("index.html", "text/html"),
    "live.css": ("live.css", "text/css"),
    "live.js": ("live.js", "text/javascript"),
    "record.js": ("record.js", "text/javascript"),
}


class Shown(NamedTuple):
    """A committed record in the ring: a number that grows, what it is, its bytes and its latency in seconds."""

    number: int
    channel: Channel
    value: bytes
    latency: float


class Live:
    """Remembers the latest records and figures of a worker, and serves the page."""

    def __init__(self, health: Health) -> None:
        """`health` knows the lag and whether the worker is ready."""
        self._health = health
        self._ring: deque[Shown] = deque(maxlen=KEPT)
        self._number = 0
        self._totals: Counter[str] = Counter()
        self._seconds: deque[tuple[int, int]] = deque(maxlen=_HISTORY)
        self._latencies: deque[float] = deque(maxlen=_LATENCIES)
        self._viewers: set[asyncio.Task[Any]] = set()

    def committed(self, committed: Committed) -> None:
        """Note a batch that readers can see."""
        now, finished = time.time(), 0
        for incoming, outcome in zip(committed.batch, committed.outcomes, strict=True):
            if isinstance(outcome, Dropped):
                self._totals["dropped"] += 1
            elif ends(committed.stage, outcome):
                self._finish(incoming, outcome, now)
                finished += 1
            if isinstance(outcome, Done):
                for name in ("removed_lines", "entities"):
                    self._totals[name] += sum(outcome.counts.get(name, {}).values())
        self._count(int(now), finished)

    def add_routes(self, app: web.Application) -> None:
        """Serve the page, its files and its stream of events."""
        for path in _FILES:
            app.router.add_get(f"/{path}", _file)
        app.router.add_get("/live", self._stream)
        app.on_shutdown.append(self._dismiss)

    def _finish(self, incoming: Incoming, outcome: Done | Dead, now: float) -> None:
        self._totals["dead" if isinstance(outcome, Dead) else "done"] += 1
        latency = max(0.0, now - published_at(incoming))
        self._latencies.append(latency)
        self._number += 1
        self._ring.append(Shown(self._number, *_main_output(outcome), latency))

    def _count(self, second: int, finished: int) -> None:
        if not finished:
            return
        if self._seconds and self._seconds[-1][0] == second:
            finished += self._seconds.pop()[1]
        self._seconds.append((second, finished))

    async def _stream(self, request: web.Request) -> web.StreamResponse:
        if len(self._viewers) >= MOST_VIEWERS:
            raise web.HTTPServiceUnavailable(
                text=f"{MOST_VIEWERS} people look at this worker already\n", headers={"Retry-After": "30"}
            )
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"})
        me = asyncio.current_task()
        assert me is not None
        self._viewers.add(me)
        try:
            await response.prepare(request)
            await self._tell(response, _last_seen(request, self._number))
        except (ConnectionError, TimeoutError, asyncio.CancelledError):
            pass  # the viewer left, is too slow, or the worker stops
        finally:
            self._viewers.discard(me)
        return response

    async def _tell(self, response: web.StreamResponse, seen: int) -> None:
        while True:
            new = [shown for shown in self._ring if shown.number > seen]
            parts = [_event("figures", orjson.dumps(self.figures()))]
            # The latest only: the others are on the topic, and nobody could read them all.
            for shown in new[-_AT_A_TIME:] if seen else new[-3 * _AT_A_TIME :]:
                parts.append(_event(shown.channel.value, _told(shown), shown.number))
            seen = self._number
            async with asyncio.timeout(_PATIENCE):
                await response.write(b"".join(parts))
            await asyncio.sleep(_TICK)

    def figures(self) -> dict[str, Any]:
        """What stands at the top of the page. Rates are articles a second, latencies seconds from publish to commit."""
        now = int(time.time())
        recent = dict(self._seconds)
        history = [recent.get(now - ago, 0) for ago in range(_HISTORY, 0, -1)]
        lag: Counter[str] = Counter()
        for source, behind in self._health.lags().items():
            lag[source.topic] += behind or 0
        latencies = sorted(self._latencies)
        return {
            "identity": dict(self._health.identity),
            "ready": self._health.why_not_ready(),
            "rate": sum(history[-10:]) / 10,
            "history": history,
            "latency": {"p50": _quantile(latencies, 0.5), "p99": _quantile(latencies, 0.99), "of": len(latencies)},
            "lag": lag,
            "totals": self._totals,
            "known": len(learned.known) if (learned := self._health.lanes.learned) is not None else 0,
            "in_pool": self._health.pool.state.in_flight,
        }

    async def _dismiss(self, _app: web.Application) -> None:
        """End the streams when the port closes: it would wait for them."""
        for viewer in list(self._viewers):
            viewer.cancel()


def _main_output(outcome: Done | Dead) -> tuple[Channel, bytes]:
    """The record that an article led to: the enriched one or the dead letter, without its mentions."""
    channel, key, value = outcome.outputs[0]
    if value is not None and len(value) <= LARGEST:
        return channel, value
    return channel, orjson.dumps({"id": key.decode("utf-8", "replace"), "too_large": len(value or b"")})


def _told(shown: Shown) -> bytes:
    return b'{"latency":%s,"record":%s}' % (orjson.dumps(shown.latency), shown.value)


def _event(name: str, data: bytes, number: int | None = None) -> bytes:
    """A message of the stream (https://html.spec.whatwg.org/multipage/server-sent-events.html). JSON has no breaks."""
    identified = b"" if number is None else b"id: %d\n" % number
    return b"event: %s\n%sdata: %s\n\n" % (name.encode(), identified, data)


def _last_seen(request: web.Request, newest: int) -> int:
    """Where a viewer who was cut off stood; 0 for a new one, and for one of a worker that started anew since."""
    last = request.headers.get("Last-Event-ID", "")
    return int(last) if last.isascii() and last.isdigit() and len(last) < 20 and int(last) <= newest else 0


def _quantile(ordered: list[float], share: float) -> float | None:
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))] if ordered else None


async def _file(request: web.Request) -> web.Response:
    name, kind = _FILES[request.path.lstrip("/")]
    body = resources.files("pipeline.runtime.web").joinpath("live_page", name).read_bytes()
    return web.Response(body=body, content_type=kind, charset="utf-8")


async def switched_off(_request: web.Request) -> web.Response:
    """What `/` says when the live page is switched off."""
    return web.Response(text="The live page is switched off (web.live). See /metrics, /health/live, /health/ready.\n")
