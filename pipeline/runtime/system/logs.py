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
    for held_back in (MarkerNoise(), OneLine(), Repeats(), Flood()):
        handler.addFilter(held_back)
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


class OneLine(logging.Filter):
    """Takes the traceback off what libraries say of an error of Kafka's: where in their code it was raised is no news.

    What it means for Dateline is said by whoever waits for it.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        """Always; the line is made shorter."""
        error = record.exc_info[1] if record.exc_info else None
        if record.name.split(".")[0] in ("aiokafka", "asyncio", "kafka") and _of_kafka(error):
            first = record.getMessage().partition("\n")[0]
            record.msg, record.args, record.exc_info, record.exc_text = f"{first}: {error!r}", (), None, None
        return True


def _of_kafka(error: BaseException | None) -> bool:
    return error is not None and any(kind.__module__.startswith("aiokafka.") for kind in type(error).__mro__)


class Flood(logging.Filter):
    """Bounds how much is logged, whoever says it and however it varies: lines of a kind, and of a logger, in a time.

    A kind is what the code says before values are put in. The next line of that kind or logger that is shown says how
    many were not. Dateline's own loggers may say more: each lane says when it opens.
    """

    SECONDS = 10.0
    OF_A_KIND, OF_A_LOGGER = 20, 100
    OURS = 10  # times as much

    def __init__(self) -> None:
        super().__init__()
        self._since = time.monotonic()
        self._counts: Counter[tuple[str, str]] = Counter()
        self._held: Counter[tuple[str, str]] = Counter()

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether the line is shown; the count of those held back is added to it."""
        if (now := time.monotonic()) - self._since >= self.SECONDS:
            self._since = now
            self._counts.clear()
        factor = self.OURS if record.name.startswith("dateline") else 1
        kind, logger = (record.name, _said(record)[:200]), (record.name, "")
        self._counts.update((kind, logger))
        over = kind if self._counts[kind] > factor * self.OF_A_KIND else logger
        if over is kind or self._counts[logger] > factor * self.OF_A_LOGGER:
            self._held[over if len(self._held) < 1000 else ("", "")] += 1
            return False
        if held := self._held.pop(kind, 0) + self._held.pop(logger, 0):
            _add_count(record, held)
        return True


def _said(record: logging.LogRecord) -> str:
    """What the code says: the event of a structured line, the template of another."""
    return str(record.msg.get("event", "")) if isinstance(record.msg, dict) else str(record.msg)


def _add_count(record: logging.LogRecord, held: int) -> None:
    if isinstance(record.msg, dict):
        record.msg["held_back"] = held
    else:
        record.msg, record.args = f"{record.getMessage()} (and {held} more lines like it)", ()


def _shorten_logger(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    name = event.get("logger")
    if isinstance(name, str) and name.startswith("dateline."):
        event["logger"] = name.removeprefix("dateline.")
    return event
