"""What workers and sinks say of themselves, fetched from their web ports."""

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

import aiohttp
from prometheus_client.parser import text_string_to_metric_families

from pipeline.runtime.config.settings import Settings, Web

_TIMEOUT = aiohttp.ClientTimeout(total=3)
_PORTS = 20  # as many as a worker tries itself

Labels = frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What one says of itself at a moment, and why it is not ready if it is not. `at` is a monotonic time in seconds.

    `sink` is the kind of a sink and None of a worker; `channel` and `target` say what a sink writes and where.
    """

    address: str
    at: float
    values: dict[str, dict[Labels, float]]
    not_ready: str | None = None
    group: str | None = None
    broker: str | None = None
    sink: str | None = None
    channel: str = ""
    target: str = ""

    def belongs_to(self, settings: Settings) -> bool:
        """Whether it works in the group and on the broker of the settings; one that does not say so may."""
        return self.group in (None, settings.group) and self.broker in (None, settings.broker)

    def total(self, name: str, **labels: str) -> float:
        """The sum of a metric's series that carry `labels`."""
        wanted = labels.items()
        return sum(value for own, value in self.values.get(name, {}).items() if wanted <= own)

    def by(self, name: str, label: str) -> dict[str, float]:
        """A metric's sums by the values of one label."""
        sums: dict[str, float] = {}
        for own, value in self.values.get(name, {}).items():
            key = dict(own).get(label, "")
            sums[key] = sums.get(key, 0.0) + value
        return sums

    def label(self, name: str, label: str) -> str:
        """The value of a label of a metric's first series."""
        return next((dict(own).get(label, "") for own in self.values.get(name, {})), "")


@dataclass(frozen=True, slots=True)
class Look:
    """All workers and sinks at one moment, and those that were asked for and gave no answer, with why."""

    workers: Sequence[Snapshot]
    silent: dict[str, str] = field(default_factory=dict)
    sinks: Sequence[Snapshot] = ()


def local_addresses(web: Web) -> list[str]:
    """Where workers and sinks of this machine may be: the ports of the settings and those after them."""
    host = "127.0.0.1" if web.host in ("0.0.0.0", "::") else web.host
    ports = dict.fromkeys(first + step for first in (web.port, web.sink_port) for step in range(_PORTS))
    return [f"{host}:{port}" for port in ports]


async def look(addresses: Sequence[str], only: Settings | None = None) -> Look:
    """Ask every address at once.

    With `only`, the addresses are guesses: those of other groups and brokers are left out, and so is what gives no
    answer. Without it a person named them, and is told of all.
    """
    async with aiohttp.ClientSession(timeout=_TIMEOUT) as session:
        answers = await asyncio.gather(*(_ask(session, address) for address in addresses))
    found = [one for one in answers if isinstance(one, Snapshot) and (only is None or one.belongs_to(only))]
    named = zip(addresses, answers, strict=True) if only is None else ()
    return Look(
        workers=[one for one in found if one.sink is None],
        silent={address: why for address, why in named if isinstance(why, str)},
        sinks=[one for one in found if one.sink is not None],
    )


async def _ask(session: aiohttp.ClientSession, address: str) -> Snapshot | str:
    """The worker or sink at an address, or why there is none."""
    base = address if "://" in address else f"http://{address}"
    try:
        async with session.get(f"{base}/metrics") as answer:
            page, at = await answer.text(), time.monotonic()
        async with session.get(f"{base}/health/ready") as answer:
            ready = await answer.json(content_type=None)
    except (aiohttp.ClientError, TimeoutError, ValueError) as error:
        return str(error) or "no answer in time"
    if "dateline_" not in page:
        return "neither a worker nor a sink of Dateline"
    names = {name: ready[name] for name in ("group", "broker", "sink", "channel", "target") if name in ready}
    return Snapshot(address, at, _values(page), ready.get("reason"), **names)


def _values(page: str) -> dict[str, dict[Labels, float]]:
    found: dict[str, dict[Labels, float]] = {}
    for family in text_string_to_metric_families(page):
        for sample in family.samples:
            found.setdefault(sample.name, {})[frozenset(sample.labels.items())] = sample.value
    return found
