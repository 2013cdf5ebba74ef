"""What a chaos scenario is made of: workers to hurt, articles that keep coming, a reader, and the ledger at the end."""

import asyncio
import contextlib
import json
import random
import signal
import subprocess
import time
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, Protocol

import psutil
from aiokafka import AIOKafkaProducer
from aiokafka.errors import KafkaError
from aiokafka.partitioner import murmur2

from pipeline.core.flow import Channel
from pipeline.runtime.config.settings import Settings
from pipeline.runtime.kafka.connection import BrokerUnreachableError
from tests.support.kafka import consumer, make_topics, producer, unique_settings
from tests.support.ledger import Audit, audit, read_everything, settled_states
from tests.support.worker import WorkerProcess

# Everything that can time out does so within seconds, so that a scenario can outlast it.
SHORT = {
    "pool.processes": 1,
    "extract.model": "sm",
    "web.port": 0,
    "web.live": False,
    "topics.partitions": 4,
    "worker.session_timeout": 6,
    "worker.heartbeat_interval": 1,
    "worker.request_timeout": 10,
    "worker.transaction_timeout": 15,
    "worker.stall_timeout": 25,
    "worker.drain_timeout": 15,
    "worker.broker_wait": 30,
    "worker.restart_backoff_max": 2,
}
_UNDER_WAY = 600  # articles that are published and not out yet before the newswire waits
_PEOPLE = ("Maria Keller", "Tomas Arriagada", "Aiko Tanaka", "Samuel Osei")
_PLACES = ("Geneva", "Valparaiso", "Nairobi", "Osaka")


class Brokers(Protocol):
    """What a scenario runs on: one broker or several."""

    @property
    def bootstrap(self) -> str | None:
        """Where clients find them."""

    @property
    def running(self) -> bool:
        """Whether any of their processes lives."""

    def thaw(self) -> None:
        """Let whoever is frozen go on."""


def chaos_settings(broker: Brokers, **overrides: Any) -> Settings:
    """Settings with short time-outs and topics of their own."""
    assert broker.bootstrap
    return unique_settings(broker.bootstrap, **{**SHORT, **overrides})


def small_article(id: str) -> bytes:
    """A short article: chaos is about the flow, not about the words."""
    turn = sum(id.encode())
    person, place = _PEOPLE[turn % 4], _PLACES[turn // 4 % 4]
    text = f"Talks resume in {place}\n\n{place}, 3 March - {person} met ministers of Chile on Tuesday.\n"
    return json.dumps({"id": id, "text": text, "source": "Coastal Courier"}).encode()


@dataclass(slots=True)
class Row:
    """One line of the table in docs/reliability.md; times in seconds."""

    scenario: str
    test: str
    faults: dict[str, int] = field(default_factory=dict)
    articles: int = 0
    lost: int = 0
    duplicated: int = 0
    recoveries: list[float] = field(default_factory=list)
    mute: int | None = None  # how many times all workers were, where the scenario is about that


class Newswire:
    """Publishes without a pause, through outages too, and knows what was acknowledged."""

    def __init__(self, settings: Settings, seen: Collection[str]) -> None:
        """`seen` is what has come out: with too much under way, it waits, so that recovery is not mere catching up."""
        self._settings = settings
        self._topic = settings.topics.raw
        self._seen = seen
        self.acknowledged: set[str] = set()
        self._sent: list[asyncio.Future[Any]] = []
        self._producer: AIOKafkaProducer | None = None
        self._task: asyncio.Task[None] | None = None
        self._numbers = iter(range(10**9))

    @contextlib.asynccontextmanager
    async def open(self) -> Any:
        """Connect for as long as the block lasts."""
        # A batch that was sent and expires before its answer comes leaves a gap in aiokafka's sequence numbers; the
        # broker would refuse whatever follows. Longer than any outage here.
        async with producer(self._settings, request_timeout_ms=600_000) as self._producer:
            yield self
            await self.pause()

    def start(self, rate: float) -> None:
        """Publish `rate` articles a second until paused."""
        self._task = asyncio.create_task(self._stream(rate), name="newswire")

    async def pause(self) -> None:
        """Stop, and wait until everything sent is acknowledged."""
        if self._task is not None:
            task, self._task = self._task, None
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task
        await self.drained()

    async def drained(self, within: float = 120.0) -> None:
        """Wait until the broker has acknowledged everything that was sent."""
        if self._sent:
            done, waiting = await asyncio.wait(self._sent, timeout=within)
            assert not waiting, f"{len(waiting)} articles were not acknowledged in {within:.0f} s"
            for one in done:
                one.result()
        self._sent.clear()

    async def send(self, id: str, value: bytes | None = None) -> None:
        """Publish one article, under its id as key. It counts from its acknowledgement on."""
        assert self._producer is not None
        body = value if value is not None else small_article(id)
        while True:
            try:
                sent = await self._producer.send(self._topic, value=body, key=id.encode())
                break
            except KafkaError:  # nothing was taken in: the broker is away, or the buffer full
                await asyncio.sleep(0.2)
        sent.add_done_callback(lambda one: one.exception() or self.acknowledged.add(id))
        self._sent.append(sent)

    async def burst(self, count: int) -> None:
        """Publish so many at once."""
        for _ in range(count):
            await self.send(self._next_id())

    async def _stream(self, rate: float) -> None:
        due = time.monotonic()
        while True:
            due = max(due + 0.05, time.monotonic() - 1)
            if len(self.acknowledged) - len(self._seen) < _UNDER_WAY:
                for _ in range(max(1, round(rate * 0.05))):
                    await self.send(self._next_id())
            await asyncio.sleep(max(0.0, due - time.monotonic()))

    def _next_id(self) -> str:
        return f"a{next(self._numbers)}"


class Reader:
    """Follows enriched and dead through outages, and knows when each article was first seen."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self.seen: dict[str, float] = {}
        self._news = asyncio.Condition()

    async def run(self) -> None:
        """Read until cancelled; a channel each, started anew when its consumer gives up."""
        async with asyncio.TaskGroup() as both:
            for channel in (Channel.ENRICHED, Channel.DEAD):
                both.create_task(self._follow(self._settings.topics[channel]))

    async def wait_for(self, ids: Sequence[str], timeout: float) -> None:
        """Wait until all of them have come out. Raises AssertionError when they do not."""
        try:
            async with asyncio.timeout(timeout), self._news:
                await self._news.wait_for(lambda: all(id in self.seen for id in ids))
        except TimeoutError:
            missing = [id for id in ids if id not in self.seen]
            raise AssertionError(f"{len(missing)} of {len(ids)} not out after {timeout:.0f} s: {missing[:8]}") from None

    async def _follow(self, topic: str) -> None:
        while True:
            try:
                async with consumer(self._settings, topic) as reader:
                    while True:
                        for records in (await reader.getmany(timeout_ms=200)).values():
                            await self._note(record.key.decode() for record in records)
            except (KafkaError, OSError, BrokerUnreachableError):
                await asyncio.sleep(0.2)

    async def _note(self, ids: Iterator[str]) -> None:
        async with self._news:
            for id in ids:
                self.seen.setdefault(id, time.monotonic())
            self._news.notify_all()


class Member(WorkerProcess):
    """A worker under its supervisor, or without one, that can be hurt and comes back."""

    supervised: bool

    def __init__(self, settings: Settings, folder: Path, name: str, *, supervised: bool = True, **options: Any) -> None:
        self.name, self.supervised = name, supervised
        super().__init__(settings, folder, name, supervised=supervised, **options)

    def worker(self) -> psutil.Process | None:
        """The worker's own process; None while the supervisor waits to start it again."""
        with contextlib.suppress(psutil.NoSuchProcess):
            top = psutil.Process(self.process.pid)
            return top if not self.supervised else next(iter(top.children()), None)
        return None

    async def running_worker(self) -> psutil.Process:
        """The worker's own process, once its supervisor has started it."""
        for _ in range(300):
            if (found := self.worker()) is not None:
                return found
            await asyncio.sleep(0.1)
        raise AssertionError(f"{self.name} has no worker:\n{self.tail()}")

    def pool_processes(self) -> list[psutil.Process]:
        """The processes that clean and extract, without their fork server."""
        return [one for one in self._helpers() if any("forkserver" in part for part in _parent(one))]

    def fork_server(self) -> psutil.Process | None:
        """The process that the pool's processes are forked from."""
        served = [one.parent() for one in self.pool_processes()]
        return next((one for one in served if one is not None), None)

    def hurt(self, number: signal.Signals) -> bool:
        """Send the worker itself a signal; False when there is none just now."""
        found = self.worker()
        if found is None:
            return False
        try:
            found.send_signal(number)
        except psutil.NoSuchProcess:
            return False
        return True

    @property
    def address(self) -> str:
        """Where its web port is now."""
        opened = [one for one in self.events() if one["event"] == "web port open"]
        return str(opened[-1]["metrics"]).removesuffix("/metrics") if opened else "http://127.0.0.1:9"

    @property
    def alive(self) -> bool:
        """Whether the outermost process runs."""
        return self.process.poll() is None

    def starts(self) -> int:
        """How often it has been started."""
        return sum(one["event"] == "starting" for one in self.events())

    def came_up(self) -> bool:
        """Whether its models are loaded since it was last started, which takes long on a busy machine."""
        marks = [one["event"] for one in self.events() if one["event"] in ("starting", "models loaded")]
        return marks[-1:] == ["models loaded"]

    def said(self, *words: str) -> list[str]:
        """The lines of its log that have all the words."""
        return [line for line in self.log.read_text(errors="replace").splitlines() if all(w in line for w in words)]

    def _helpers(self) -> list[psutil.Process]:
        found = self.worker()
        with contextlib.suppress(psutil.NoSuchProcess):
            return found.children(recursive=True) if found else []
        return []


def _parent(process: psutil.Process) -> list[str]:
    """The command line of the process that forked this one, when that is not the worker itself."""
    with contextlib.suppress(psutil.Error):
        parent = process.parent()
        grandparent = parent.parent() if parent else None
        if parent and grandparent and parent.cmdline() == process.cmdline():
            return parent.cmdline()
    return []


class Scene:
    """One scenario, from the first worker to the ledger. Use as `async with`."""

    def __init__(self, broker: Brokers, settings: Settings, folder: Path, row: Row) -> None:
        """Workers, a publisher and a reader with these settings, which are still to be started."""
        self.broker, self.settings, self.folder, self.row = broker, settings, folder, row
        self.reader = Reader(settings)
        self.newswire = Newswire(settings, self.reader.seen)
        self.members: dict[str, Member] = {}
        self._stack = contextlib.AsyncExitStack()

    async def __aenter__(self) -> "Scene":
        await make_topics(self.settings)
        following = asyncio.create_task(self.reader.run(), name="reader")
        self._stack.callback(following.cancel)
        self._stack.callback(self._clear)
        await self._stack.enter_async_context(self.newswire.open())
        return self

    async def __aexit__(self, *failure: Any) -> None:
        if failure[0] is not None:
            await self.newswire_off()
        await self._stack.aclose()

    async def newswire_off(self) -> None:
        """Stop publishing without asking what became of it."""
        with contextlib.suppress(AssertionError, KafkaError):
            if self.broker.running:
                self.broker.thaw()
                await self.newswire.pause()

    def start(self, *names: str, settings: Settings | None = None, **options: Any) -> None:
        """Start workers."""
        for name in names:
            self.members[name] = Member(settings or self.settings, self.folder, name, **options)

    async def ready(self, *names: str, within: float = 300.0) -> None:
        """Wait until these workers, or all, say they are ready."""
        await asyncio.gather(
            *(asyncio.to_thread(self.members[name].wait_ready, within) for name in names or tuple(self.members))
        )

    async def hurt(self, name: str, number: signal.Signals) -> None:
        """Send a worker a signal, as soon as there is one."""
        for _ in range(300):
            if self.members[name].hurt(number):
                return
            await asyncio.sleep(0.1)
        raise AssertionError(f"{name} was not started again:\n{self.members[name].tail()}")

    def stop(self, name: str) -> int:
        """SIGTERM; the exit code. The member leaves the scene."""
        return self.members.pop(name).stop()

    def fault(self, what: str) -> None:
        """Count a fault."""
        self.row.faults[what] = self.row.faults.get(what, 0) + 1

    async def recovered(self, within: float = 240.0) -> float:
        """Seconds from now until an article published now on every partition has come out, behind all that waits."""
        began = time.monotonic()
        probes = self._probes()
        for id in probes:
            await self.newswire.send(id)
        await self.reader.wait_for(probes, within)
        seconds = max(self.reader.seen[id] for id in probes) - began
        self.row.recoveries.append(round(seconds, 1))
        return seconds

    async def finish(self, within: float = 300.0, *, offsets_used_twice: int = 0) -> Audit:
        """Nobody silent, everything out, the ledger right, and every worker stops in order.

        Where a log lost its end, so many outputs come of offsets that were used before; to the ledger they are out of
        order.
        """
        await self.newswire.pause()
        await self.ready()
        await self.recovered()
        await self.newswire.drained()
        await self.reader.wait_for(sorted(self.newswire.acknowledged), within)
        states = await settled_states(self.settings)
        found = audit(self.newswire.acknowledged, await read_everything(self.settings), states)
        assert len(found.disordered) >= offsets_used_twice, "no offset was used twice"
        if offsets_used_twice == len(found.disordered):
            found = replace(found, disordered=[])
        self.row.articles, self.row.lost, self.row.duplicated = found.published, len(found.lost), len(found.duplicated)
        assert not found.complaints(), found.complaints()
        for name in list(self.members):
            assert self.members[name].alive, f"{name} is gone:\n{self.members[name].tail()}"
            code = await asyncio.to_thread(self.stop, name)
            assert code == 0, f"{name} ended with {code}"
        return found

    def _probes(self) -> list[str]:
        """An id for each partition, of the raw and of the clean topic: both are partitioned by the id."""
        count, mark = self.settings.topics.partitions, f"{random.getrandbits(40):x}"
        found: dict[int, str] = {}
        for number in range(10_000):
            id = f"probe-{mark}-{number}"
            found.setdefault((murmur2(id.encode()) & 0x7FFFFFFF) % count, id)
            if len(found) == count:
                break
        return list(found.values())

    def _clear(self) -> None:
        for member in self.members.values():
            for found in (member.worker(), psutil.Process(member.process.pid) if member.alive else None):
                with contextlib.suppress(psutil.NoSuchProcess):
                    if found is not None:
                        found.kill()
            with contextlib.suppress(subprocess.TimeoutExpired):
                member.process.wait(10)


def rows_as_json(rows: Mapping[str, Row]) -> dict[str, Any]:
    """For the cache between runs."""
    return {name: asdict(row) for name, row in rows.items()}
