"""From two looks at workers and sinks to figures a person wants: rates, quantiles, what waits."""

import math
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeVar

from pipeline.tools.top.scrape import Look, Snapshot

_Key = TypeVar("_Key")

READY = "ready"
_LATENCY = "dateline_end_to_end_latency_seconds_bucket"


@dataclass(frozen=True, slots=True)
class Figures:
    """What a worker does, or all of them together. Rates are per second, times in seconds, memory in bytes.

    Quantiles are of the articles since the last look, or of all since the start while none came; NaN without any.
    """

    name: str
    state: str
    cleaned: float
    enriched: float
    dead: float
    latency: Mapping[float, float]
    waiting: Mapping[str, float]
    in_flight: float
    utilisation: float
    processes: int
    memory: float
    since_commit: float


@dataclass(frozen=True, slots=True)
class SinkFigures:
    """What a sink does. `written` is records per second, `since_write` and `overdue` are seconds, the rest records.

    `refused` were left out for good and `failures` are failed tries, both since its start.
    """

    name: str
    sink: str
    channel: str
    target: str
    state: str
    written: float
    waiting: float
    refused: float
    failures: float
    since_write: float
    overdue: float


@dataclass(frozen=True, slots=True)
class Content:
    """What was removed, found and refused since the workers started, by its word."""

    removed: Mapping[str, float]
    entities: Mapping[str, float]
    dead: Mapping[str, float]


class Sorting(NamedTuple):
    """An order of the workers: the column's name and what it compares."""

    name: str
    key: Callable[[Figures], Any]
    descending: bool = True


SORTINGS = (
    Sorting("worker", lambda one: one.name, descending=False),
    Sorting("enrich/s", lambda one: one.enriched),
    Sorting("p99", lambda one: -1.0 if math.isnan(one.latency[0.99]) else one.latency[0.99]),
    Sorting("waiting", lambda one: sum(one.waiting.values())),
    Sorting("MiB", lambda one: one.memory),
)


def of_worker(now: Snapshot, before: Snapshot | None) -> Figures:
    """The figures of one worker; rates are 0 without an earlier look."""
    processes = now.total("dateline_pool_processes")
    return Figures(
        name=now.address,
        state=now.not_ready or READY,
        cleaned=_rate(now, before, "dateline_articles_total", stage="clean", outcome="done"),
        enriched=_rate(now, before, "dateline_articles_total", stage="extract", outcome="done"),
        dead=_rate(now, before, "dateline_dead_letters_total"),
        latency=_quantiles([_buckets(now, before)]),
        waiting=now.by("dateline_lag_records", "topic"),
        in_flight=now.total("dateline_articles_in_flight"),
        utilisation=min(1.0, _rate(now, before, "dateline_pool_busy_seconds_total") / processes) if processes else 0.0,
        processes=round(processes),
        memory=now.total("process_resident_memory_bytes") + now.total("dateline_pool_memory_bytes"),
        since_commit=max(0.0, time.time() - now.total("dateline_last_progress_timestamp_seconds")),
    )


def of_sinks(look: Look, before: Look | None) -> list[SinkFigures]:
    """The figures of each sink; rates are 0 without an earlier look."""
    earlier = {one.address: one for one in before.sinks} if before else {}
    return [_of_sink(one, earlier.get(one.address)) for one in look.sinks]


def _of_sink(now: Snapshot, before: Snapshot | None) -> SinkFigures:
    return SinkFigures(
        name=now.address,
        sink=now.sink or "",
        channel=now.channel,
        target=now.target,
        state=now.not_ready or READY,
        written=_rate(now, before, "dateline_sink_written_total"),
        waiting=now.total("dateline_sink_lag_records"),
        refused=now.total("dateline_sink_refused_total"),
        failures=now.total("dateline_sink_failures_total"),
        since_write=max(0.0, time.time() - now.total("dateline_sink_last_write_timestamp_seconds")),
        overdue=now.total("dateline_sink_overdue_seconds"),
    )


def of_all(look: Look, before: Look | None) -> tuple[Figures, list[Figures]]:
    """The figures of all workers together, and of each."""
    earlier = {one.address: one for one in before.workers} if before else {}
    pairs = [(worker, earlier.get(worker.address)) for worker in look.workers]
    each = [of_worker(*pair) for pair in pairs]
    processes = sum(one.processes for one in each)
    ready = sum(one.state == READY for one in each)
    return Figures(
        name="all",
        state=f"{ready} of {len(each) + len(look.silent)} ready",
        cleaned=sum(one.cleaned for one in each),
        enriched=sum(one.enriched for one in each),
        dead=sum(one.dead for one in each),
        latency=_quantiles([_buckets(*pair) for pair in pairs]),
        waiting=_add([one.waiting for one in each]),
        in_flight=sum(one.in_flight for one in each),
        utilisation=sum(one.utilisation * one.processes for one in each) / processes if processes else 0.0,
        processes=processes,
        memory=sum(one.memory for one in each),
        since_commit=min((one.since_commit for one in each), default=math.nan),
    ), each


def content(look: Look) -> Content:
    """What all workers together removed, found and refused."""
    removed = _add([one.by("dateline_removed_lines_total", "reason") for one in look.workers])
    entities = _add([one.by("dateline_entities_total", "type") for one in look.workers])
    dead = _add([one.by("dateline_dead_letters_total", "reason") for one in look.workers])
    return Content(removed, entities, dead)


def quantile(share: float, buckets: Mapping[float, float]) -> float:
    """A quantile of a histogram by its cumulative buckets, interpolated as Prometheus does; NaN of an empty one."""
    bounds = sorted(buckets)
    total = buckets[bounds[-1]] if bounds else 0.0
    if not total:
        return math.nan
    rank, lower, below = share * total, 0.0, 0.0
    for bound in bounds:
        if buckets[bound] >= rank:
            if math.isinf(bound):
                return lower
            return lower + (bound - lower) * (rank - below) / (buckets[bound] - below or 1.0)
        lower, below = bound, buckets[bound]
    return lower


def _rate(now: Snapshot, before: Snapshot | None, name: str, **labels: str) -> float:
    if before is None or now.at <= before.at:
        return 0.0
    return _increase(now.total(name, **labels), before.total(name, **labels)) / (now.at - before.at)


def _increase(now: float, before: float) -> float:
    """Of a counter, which begins anew with its worker."""
    return now - before if now >= before else now


def _buckets(now: Snapshot, before: Snapshot | None) -> dict[float, float]:
    """Of the articles since the last look; of all while none came."""
    whole = {float(bound): value for bound, value in now.by(_LATENCY, "le").items()}
    earlier = {float(bound): value for bound, value in before.by(_LATENCY, "le").items()} if before else {}
    new = {bound: _increase(value, earlier.get(bound, 0.0)) for bound, value in whole.items()}
    return new if any(new.values()) else whole


def _quantiles(histograms: Sequence[Mapping[float, float]]) -> dict[float, float]:
    together = _add(histograms)
    return {share: quantile(share, together) for share in (0.5, 0.99)}


def _add(mappings: Sequence[Mapping[_Key, float]]) -> dict[_Key, float]:
    sums: dict[_Key, float] = {}
    for mapping in mappings:
        for key, value in mapping.items():
            sums[key] = sums.get(key, 0.0) + value
    return sums
