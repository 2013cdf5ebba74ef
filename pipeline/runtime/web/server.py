"""The web port of a worker or a sink: metrics, liveness, readiness, the live page. There is nothing to write to."""

import errno
from collections.abc import Awaitable, Callable, Mapping
from typing import Protocol

from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from pipeline.runtime.config.settings import Web
from pipeline.runtime.system.logs import get_logger
from pipeline.runtime.telemetry.definitions import Definitions
from pipeline.runtime.web.live import Live, switched_off

_PORTS_TRIED = 20
_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; "
    "img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class State(Protocol):
    """What is asked whether all is well: a worker's `Health`, a sink's."""

    @property
    def identity(self) -> Mapping[str, str]:
        """Who it is: part of every answer."""

    def why_not_alive(self) -> str | None:
        """Why the process should be ended, or None."""

    def why_not_ready(self) -> str | None:
        """Why no work should be expected of it now, or None."""


class WebServer:
    """Serves a process's state over HTTP."""

    def __init__(self, settings: Web, metrics: Definitions, health: State, live: Live | None = None) -> None:
        """Prepare; nothing listens before `start`. `live` is the worker's page; others have none."""
        self._settings = settings
        self._metrics = metrics
        self._health = health
        self._runner: web.AppRunner | None = None
        self.app = web.Application(middlewares=[_with_headers])
        self.app.router.add_get("/metrics", self._metrics_page)
        self.app.router.add_get("/health/live", self._live)
        self.app.router.add_get("/health/ready", self._ready)
        if live is not None and settings.live:
            live.add_routes(self.app)
        elif live is not None:
            self.app.router.add_get("/", switched_off)

    async def start(self) -> str:
        """Listen on the port of the settings or the next free one; the address, for people.

        Raises:
            OSError: no port could be had.
        """
        self._runner = web.AppRunner(self.app, access_log=None, shutdown_timeout=2.0)
        await self._runner.setup()
        port = self._settings.port
        for candidate in range(port, port + _PORTS_TRIED if port else 1):
            try:
                site = web.TCPSite(self._runner, self._settings.host, candidate)
                await site.start()
            except OSError as error:
                if error.errno != errno.EADDRINUSE:
                    raise
            else:
                taken = self._runner.addresses[0][1]
                if port and taken != port:
                    get_logger("dateline.web").info("web port in use, took the next free one", wanted=port, port=taken)
                return f"http://{self._settings.host}:{taken}"
        raise OSError(errno.EADDRINUSE, f"no free web port from {port} to {port + _PORTS_TRIED - 1}; set another")

    async def stop(self) -> None:
        """Close the port."""
        if self._runner is not None:
            await self._runner.cleanup()

    async def _metrics_page(self, _request: web.Request) -> web.Response:
        return web.Response(body=generate_latest(self._metrics.registry), headers={"Content-Type": CONTENT_TYPE_LATEST})

    async def _live(self, _request: web.Request) -> web.Response:
        return self._answer(self._health.why_not_alive())

    async def _ready(self, _request: web.Request) -> web.Response:
        return self._answer(self._health.why_not_ready())

    def _answer(self, reason: str | None) -> web.Response:
        if reason is None:
            return web.json_response({"status": "ok", **self._health.identity})
        return web.json_response({"status": "unavailable", "reason": reason, **self._health.identity}, status=503)


@web.middleware
async def _with_headers(request: web.Request, handler: Handler) -> web.StreamResponse:
    try:
        response = await handler(request)
    except web.HTTPException as refusal:  # what the router says of unknown pages and methods
        refusal.headers.update(_HEADERS)
        raise
    if not response.prepared:
        response.headers.update(_HEADERS)
    return response
