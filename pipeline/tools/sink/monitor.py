"""What a sink has done and how it stands, for people, for Prometheus and for `dateline top`."""

import time
from collections.abc import Callable

from prometheus_client import CollectorRegistry

from pipeline.core.flow import Channel
from pipeline.runtime.telemetry.sinks import SinkMetrics


class Monitor:
    """Counts what a sink writes and leaves out, and knows how far each partition is behind."""

    def __init__(
        self, sink: str, channel: Channel, tell: Callable[[str], None], *, target: str = "", every: float = 0.0
    ) -> None:
        """`tell` hears of what could not be written; `every` is how long, in seconds, a record may be held back."""
        self.metrics = SinkMetrics(CollectorRegistry(), sink, channel.value)
        self.identity = {"sink": sink, "channel": channel.value, "target": target}
        self.records = self.problems = 0
        self._who, self._tell, self._every = (sink, channel.value), tell, every
        self._lags: dict[int, int] = {}
        self._next: dict[int, int] = {}
        self._waiting: dict[int, float] = {}
        self._why: str | None = "it has not begun to read"
        self.metrics.last_write.labels(*self._who).set(time.time())
        self.metrics.overdue.labels(*self._who).set_function(self.overdue)

    @property
    def reads(self) -> bool:
        """Whether broker and target have been there once."""
        return bool(self._lags)

    def wrote(self, count: int) -> None:
        """So many records are where others read them."""
        self.records += count
        self.metrics.written.labels(*self._who).inc(count)
        self.metrics.last_write.labels(*self._who).set(time.time())
        self._why = None

    def left_out(self, text: str, reason: str = "no_record", count: int = 1) -> None:
        """Records will not be written; `text` says which and why."""
        self.problems += 1
        self.metrics.refused.labels(*self._who, reason).inc(count)
        self._tell(text)

    def stands(self, partition: int, next: int, end: int) -> None:
        """All offsets before `next` are written, and there are some up to `end`."""
        if not self.reads:
            self._why = None
        lag = max(0, end - next)
        self.metrics.lag.labels(*self._who, str(partition)).set(lag)
        if not lag:
            self._waiting.pop(partition, None)
        elif partition not in self._waiting or next > self._next[partition]:
            self._waiting[partition] = time.monotonic()
        self._lags[partition], self._next[partition] = lag, next
        if not any(self._lags.values()):
            self._why = None

    def failed(self, reason: str, text: str) -> None:
        """A try has failed at the target or the broker, and there will be another one."""
        self.metrics.failures.labels(*self._who, reason).inc()
        self._why = text
        self._tell(text)

    def overdue(self) -> float:
        """For how many seconds the partition that waits longest has not moved, beyond what may be."""
        longest = max((time.monotonic() - since for since in self._waiting.values()), default=0.0)
        return max(0.0, longest - self._every)

    def why_not_alive(self) -> str | None:
        """None: what fails is tried again, and a restart would do the same."""
        return None

    def why_not_ready(self) -> str | None:
        """What it waits for, or what it fails at; None while it writes what comes."""
        return self._why
