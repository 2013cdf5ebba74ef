"""Three real brokers on this machine that replicate each other, as in production: brokers and controllers in one.

Every topic has three replicas and takes a record once two have it, so that any one broker can be spared.
"""

import shutil
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pipeline.tools.broker import LocalBroker
from pipeline.tools.broker.local import HOST
from pipeline.tools.broker.ports import free_port
from pipeline.tools.broker.process import new_cluster_id

SIZE = 3
START_WAIT = 180.0  # seconds; three JVMs at once on a busy machine
_CONFIGURATION = {
    "default.replication.factor": SIZE,
    "min.insync.replicas": 2,
    "offsets.topic.replication.factor": SIZE,
    "transaction.state.log.replication.factor": SIZE,
    "transaction.state.log.min.isr": 2,
    "share.coordinator.state.topic.replication.factor": SIZE,
    "share.coordinator.state.topic.min.isr": 2,
    # As docs/kafka.md has it, not Kafka's 30 s: a transaction's marker for a frozen broker is waited for so long.
    "request.timeout.ms": 10_000,
    # A leader is a leader again only when a scenario asks for it.
    "auto.leader.rebalance.enable": "false",
}


class LocalCluster:
    """Brokers 1 to 3 in folders of their own below one; `nodes` has them by their id.

    `session_timeout` is how many seconds a broker may be unheard of before others lead its partitions, 9 by Kafka's
    default.
    """

    def __init__(self, folder: Path, *, session_timeout: float = 9.0) -> None:
        cluster_id, ports = new_cluster_id(), _free_ports(2 * SIZE)
        self._listeners, controllers = ports[:SIZE], ports[SIZE:]
        voters = ",".join(f"{id}@{HOST}:{port}" for id, port in enumerate(controllers, 1))
        further = {
            **_CONFIGURATION,
            "broker.session.timeout.ms": round(session_timeout * 1000),
            "broker.heartbeat.interval.ms": round(session_timeout * 1000 / 4.5),  # 2000 to 9000 by default
        }
        self.nodes = {
            id: LocalBroker(
                folder / f"broker-{id}",
                port=listener,
                controller_port=controller,
                cluster_id=cluster_id,
                properties={"node.id": str(id), "controller.quorum.voters": voters, **_texts(further)},
            )
            for id, (listener, controller) in enumerate(zip(self._listeners, controllers, strict=True), 1)
        }

    @property
    def bootstrap(self) -> str:
        """All brokers' addresses."""
        return ",".join(f"{HOST}:{port}" for port in self._listeners)

    @property
    def running(self) -> bool:
        """Whether any of the processes lives."""
        return any(node.running for node in self.nodes.values())

    def start(self, *ids: int) -> None:
        """Start these, or all, at the same time, and return when they answer; two must run for one to answer."""
        self._each(ids, lambda node: node.start(wait=START_WAIT))

    def stop(self, *ids: int) -> None:
        """Stop these, or all, in order; a frozen one goes on for it."""
        self._each(ids, lambda node: node.stop())

    def kill(self, *ids: int) -> None:
        """End these, or all, at the same time as a crash would."""
        self._each(ids, lambda node: node.kill())

    def lose_disk(self, id: int) -> None:
        """Delete all that a broker, which must be down, has ever written."""
        assert not self.nodes[id].running, f"broker {id} still runs"
        shutil.rmtree(self.nodes[id].data)

    def thaw(self) -> None:
        """Let whoever is frozen go on."""
        for node in self.nodes.values():
            if node.running:
                node.thaw()

    def _each(self, ids: Iterable[int], act: Callable[[LocalBroker], Any]) -> None:
        chosen = [self.nodes[id] for id in ids or self.nodes]
        with ThreadPoolExecutor(len(chosen)) as threads:
            list(threads.map(act, chosen))


@contextmanager
def running_cluster(folder: Path, *, session_timeout: float = 9.0) -> Iterator[LocalCluster]:
    """A cluster that is up; it is gone afterwards, whatever was done to it."""
    cluster = LocalCluster(folder, session_timeout=session_timeout)
    try:
        cluster.start()
        yield cluster
    finally:
        cluster.kill()


def _free_ports(count: int) -> list[int]:
    found: list[int] = []
    while len(found) < count:
        found.append(free_port(taken=found))
    return found


def _texts(values: dict[str, object]) -> dict[str, str]:
    return {name: str(value) for name, value in values.items()}
