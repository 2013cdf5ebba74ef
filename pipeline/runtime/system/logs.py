"""Logs: structlog for everything, the libraries' own loggers included. JSON in production, readable on a terminal."""

import logging
import sys
import time
from collections import Counter

import structlog
from structlog.typing import EventDict, FilteringBoundLogger, Processor, WrappedLogger

from pipeline.runtime.config.settings import Logs

# What these say at "info" is of use to those who work on them. Faust's services log under the module of their class,
# and some under `abc`; Dateline's own loggers are called dateline.
_QUIET = ("aiokafka", "faust", "mode", "asyncio", "aiohttp", "kafka", "pipeline", "abc")


def configure(settings: Logs) -> None:
    """Send every log line of this process through structlog to standard error."""
    as_json = settings.format == "json" or (settings.format == "auto" and not sys.stderr.isatty())
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.StackInfoRenderer(),
    ]
    final: list[Processor] = (
        [structlog.processors.format_exc_info, structlog.processors.JSONRenderer()]
        if as_json
        else [_shorten_logger, structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())]
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[*shared, structlog.stdlib.ExtraAdder()],
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *final],
        )
    )
    handler.addFilter(MarkerNoise())
    handler.addFilter(Repeats())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(settings.level.upper())
    for name in _QUIET:
        logging.getLogger(name).setLevel(
            max(logging.WARNING, root.level) if settings.level != "debug" else logging.INFO
        )
    structlog.configure(
        processors=[structlog.stdlib.filter_by_level, *shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )


def get_logger(name: str) -> FilteringBoundLogger:
    """A logger; `name` is the part of Dateline that speaks."""
    logger: FilteringBoundLogger = structlog.get_logger(name)
    return logger


class MarkerNoise(logging.Filter):
    """Holds back aiokafka's warnings that a produce must be retried, as long as they are noise.

    After a commit the broker answers the next produce with NOT_ENOUGH_REPLICAS until its transaction markers are
    written, for some tens of milliseconds. When the same partition goes on for longer than a second, replicas are
    really missing and it must be seen.
    """

    NOISE_SECONDS = 1.0

    def __init__(self) -> None:
        super().__init__()
        self._runs: dict[str, tuple[float, float]] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether the line is worth showing."""
        if not record.name.startswith("aiokafka.producer"):
            return True
        message = record.getMessage()
        if "NotEnoughReplicas" not in message and "NOT_ENOUGH_REPLICAS" not in message and "Not enough" not in message:
            return True
        now = time.monotonic()
        began, last = self._runs.get(message, (now, now))
        if now - last > self.NOISE_SECONDS:
            began = now
        self._runs[message] = (began, now)
        if len(self._runs) > 10_000:
            self._runs.clear()
        return now - began > self.NOISE_SECONDS


class Repeats(logging.Filter):
    """Holds back what aiokafka has just said: in an outage each client repeats itself with every try.

    The next one shown says how many were not.
    """

    EVERY_SECONDS = 5.0

    def __init__(self) -> None:
        super().__init__()
        self._shown: dict[str, float] = {}
        self._held: Counter[str] = Counter()

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether the line is shown; the count of those held back is added to it."""
        if not record.name.startswith("aiokafka") or record.exc_info:
            return True
        now, message = time.monotonic(), record.getMessage()
        if now - self._shown.get(message, -self.EVERY_SECONDS) < self.EVERY_SECONDS:
            self._held[message] += 1
            return False
        if len(self._shown) > 1000:
            self._shown.clear()
            self._held.clear()
        self._shown[message] = now
        if held := self._held.pop(message, 0):
            record.msg, record.args = f"{message} (and {held} more times)", ()
        return True


def _shorten_logger(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    name = event.get("logger")
    if isinstance(name, str) and name.startswith("dateline."):
        event["logger"] = name.removeprefix("dateline.")
    return event
