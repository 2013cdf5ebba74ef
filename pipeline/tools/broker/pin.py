"""Writes the lists of pinned jars: `python -m pipeline.tools.broker.pin`. Needed only when a version changes."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

from pipeline.tools.broker.jars import KAFKA_VERSION, maven, pinned, sha256

# "!" keeps jgo from treating a dependency as a bill of materials: log4j's would pull Kafka's client back to 3.8.
ROOTS = (f"org.apache.kafka:kafka_2.13:{KAFKA_VERSION}!", "org.apache.logging.log4j:log4j-slf4j-impl:2.24.3!")
CONNECT = (f"org.apache.kafka:connect-runtime:{KAFKA_VERSION}!",)
JDBC = ("io.debezium:debezium-connector-jdbc:3.5.0.Final!",)
# Databases that nobody here writes to, and what Connect brings itself: twice, Jackson does not know its own modules.
_OTHERS = ("com.oracle", "com.microsoft", "com.mysql", "org.mariadb", "com.fasterxml.jackson", "org.slf4j")

_TOOLS = Path(__file__).parents[1]


def main() -> None:
    """Resolve the roots of each list, download every jar and write coordinate, size and SHA-256."""
    _write(_TOOLS / "broker" / "jars.txt", ROOTS)
    kafka = tuple(jar.coordinate for jar in pinned())
    _write(_TOOLS / "connect" / "connect.txt", CONNECT, without=kafka)
    connect = tuple(jar.coordinate for jar in pinned("pipeline.tools.connect", "connect.txt"))
    _write(_TOOLS / "connect" / "jdbc.txt", JDBC, without=(*kafka, *connect, *_OTHERS))


def _write(target: Path, roots: Sequence[str], without: tuple[str, ...] = ()) -> None:
    """`without` are coordinates that are left out, or how they begin."""
    with tempfile.TemporaryDirectory() as folder:
        context = maven(Path(folder))
        found, others = context.resolver.resolve([context.create_dependency(root) for root in roots])
        lines = []
        for dependency in (*found, *others):
            coordinate = f"{dependency.groupId}:{dependency.artifactId}:{dependency.version}"
            if coordinate.startswith(without):
                continue
            file = dependency.artifact.resolve()
            lines.append(f"{coordinate} {file.stat().st_size} {sha256(file)}")
    header = target.read_text(encoding="utf-8").splitlines()[0]
    target.write_text("\n".join([header, *sorted(lines), ""]), encoding="utf-8")


if __name__ == "__main__":
    main()
