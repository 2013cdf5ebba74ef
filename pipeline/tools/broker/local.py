"""The local broker: one folder, one Kafka, always on the same port."""

import fcntl
import json
import signal
import string
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from types import MappingProxyType

import psutil

from pipeline.tools.broker import jars, process
from pipeline.tools.broker.ports import free_port, is_free
from pipeline.tools.home import home

HOST = "127.0.0.1"
# The default broker's port where it is free, so that it is the same on most machines.
USUAL_PORT = 19_092


@dataclass(frozen=True, slots=True)
class Status:
    """What is known of a local broker: `bootstrap` is its address, None before its first start.

    It is `running` while its process lives, and `answers` when a request was answered just now.
    """

    running: bool
    answers: bool
    bootstrap: str | None
    pid: int | None
    version: str
    data: str
    log: str


class LocalBroker:
    """Apache Kafka on this machine, with its data in a folder of its own.

    Several brokers run side by side when each has its folder. A broker comes back on the port it had. It outlives
    the program that started it; whoever starts one for a test stops it.
    """

    def __init__(
        self,
        data: Path | None = None,
        *,
        port: int | None = None,
        controller_port: int | None = None,
        cluster_id: str | None = None,
        jar_folder: Path | None = None,
        properties: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        """`data` is where it keeps everything; by default the user's own broker, which `dateline broker` runs.

        Without a `cluster_id` it is a cluster of its own. With one it is a node of that cluster, whose `properties`
        name its `node.id` and all `controller.quorum.voters`; it then answers only once most of the voters run.
        `properties` are laid over Kafka's configuration; `$port` and `$controller_port` in them stand for the ports.
        The listener on `$port` must stay plain text, since that is where the broker is asked whether it is up.
        """
        self.data = (data or home() / "broker").absolute()
        self._wanted_port = port
        self._wanted_controller_port = controller_port
        self._cluster_id = cluster_id
        self._further = "".join(f"{name}={value}\n" for name, value in properties.items())
        self._usual_port = USUAL_PORT if data is None else None
        self._jars = jar_folder or home() / "kafka" / jars.KAFKA_VERSION
        self.log = self.data / "server.log"
        self._properties = self.data / "server.properties"
        self._pid_file = self.data / "broker.pid"
        self._ports_file = self.data / "ports.json"

    @property
    def bootstrap(self) -> str | None:
        """Where clients find it: host and port, also while it is down; None before its first start."""
        ports = self._ports()
        return f"{HOST}:{ports[0]}" if ports else None

    @property
    def pid(self) -> int | None:
        """The JVM's process id, None while it does not run."""
        found = self._process()
        return found.pid if found else None

    @property
    def running(self) -> bool:
        """Whether its process lives; a frozen one does."""
        return self._process() is not None

    def status(self) -> Status:
        """Everything `dateline broker status` shows."""
        pid, ports = self.pid, self._ports()
        answers = pid is not None and ports is not None and process.answers(ports[0], HOST)
        return Status(
            running=pid is not None,
            answers=answers,
            bootstrap=self.bootstrap,
            pid=pid,
            version=jars.KAFKA_VERSION,
            data=str(self.data),
            log=str(self.log),
        )

    def start(self, *, wait: float = 60.0, progress: jars.Downloaded | None = None) -> bool:
        """Start it and return when it answers; False when it was running already.

        The first start of all downloads Kafka; `progress` is told.

        Raises:
            CommandError: Kafka could not be brought or did not come up.
        """
        with self._lock():
            found = self._process()
            if found is None:
                jar_folder = self._ensure_jars(progress)
                ports = self._choose_ports()
                self._write_properties(ports)
                if not (self.data / "kafka" / "meta.properties").exists():
                    process.format_storage(jar_folder, self._properties, self.log, self._cluster_id)
                pid = process.launch(jar_folder, self._properties, self.log)
                self._pid_file.write_text(f"{pid}\n", encoding="ascii")
            port = self._ports_or_fail()[0]
            process.await_ready(found or psutil.Process(pid), port, self.log, wait)
            return found is None

    def stop(self, *, wait: float = 30.0) -> bool:
        """Stop it in order and return when it is gone; False when it did not run. Killed after `wait` seconds."""
        return self._end(psutil.Process.terminate, wait)

    def kill(self) -> bool:
        """End it as a crash would (SIGKILL)."""
        return self._end(psutil.Process.kill, 10.0)

    def freeze(self) -> None:
        """Stop its clock (SIGSTOP): connections stay open and nobody answers."""
        self._signal(signal.SIGSTOP)
        if (pid := self.pid) is not None:
            process.wait_until_frozen(pid)

    def thaw(self) -> None:
        """Let a frozen broker go on (SIGCONT)."""
        self._signal(signal.SIGCONT)

    def restart(self, *, wait: float = 60.0) -> None:
        """Stop it and start it again on the same port."""
        self.stop()
        self.start(wait=wait)

    def await_end(self) -> None:
        """Return when its process is gone, by whomever."""
        found = self._process()
        while found and not process.ended(found, 60.0):
            pass

    def _process(self) -> psutil.Process | None:
        try:
            pid = int(self._pid_file.read_text(encoding="ascii"))
        except (OSError, ValueError):
            return None
        return process.running(pid, self._properties)

    def _end(self, how: Callable[[psutil.Process], None], wait: float) -> bool:
        with self._lock():
            found = self._process()
            if found is None:
                self._pid_file.unlink(missing_ok=True)
                return False
            how(found)
            # A frozen process takes no SIGTERM before it goes on.
            found.send_signal(signal.SIGCONT)
            if not process.ended(found, wait):
                found.kill()
                if not process.ended(found, 10.0):
                    raise process.BrokerStartError(f"the local broker (pid {found.pid}) does not end, though killed")
            self._pid_file.unlink(missing_ok=True)
            return True

    def _signal(self, number: signal.Signals) -> None:
        found = self._process()
        if found is None:
            raise process.BrokerStartError(f"the local broker in {self.data} is not running")
        found.send_signal(number)

    def _ensure_jars(self, progress: jars.Downloaded | None) -> Path:
        with _locked(self._jars.with_name(f"{self._jars.name}.lock")):
            return jars.ensure(self._jars, progress)

    def _ports(self) -> tuple[int, int] | None:
        try:
            ports = json.loads(self._ports_file.read_text(encoding="utf-8"))
            return int(ports["broker"]), int(ports["controller"])
        except (OSError, ValueError, KeyError):
            return None

    def _ports_or_fail(self) -> tuple[int, int]:
        ports = self._ports()
        if ports is None:
            raise process.BrokerStartError(
                f"{self._ports_file} is gone; stop the broker by its pid, then start it again"
            )
        return ports

    def _choose_ports(self) -> tuple[int, int]:
        """The remembered ports, the wanted one, or free ones; written down."""
        remembered = self._ports()
        port = self._wanted_port or (remembered[0] if remembered else free_port(preferred=self._usual_port))
        if not is_free(port):
            raise process.BrokerStartError(
                f"port {port} is in use by another program. `dateline broker start --port N` takes another one."
            )
        controller = self._wanted_controller_port or free_port(
            preferred=remembered[1] if remembered else None, taken={port}
        )
        self._ports_file.write_text(json.dumps({"broker": port, "controller": controller}), encoding="utf-8")
        return port, controller

    def _write_properties(self, ports: tuple[int, int]) -> None:
        template = resources.files(__package__).joinpath("server.properties").read_text(encoding="utf-8")
        values = {"port": ports[0], "controller_port": ports[1]}
        self._properties.write_text(string.Template(template + self._further).substitute(values), encoding="utf-8")

    @contextmanager
    def _lock(self) -> Iterator[None]:
        """One start or stop at a time."""
        with _locked(self.data / ".lock"):
            yield


@contextmanager
def _locked(file: Path) -> Iterator[None]:
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("w") as stream:
        fcntl.flock(stream, fcntl.LOCK_EX)
        yield
