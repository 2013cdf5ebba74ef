"""Writes `jars.txt`: `python -m pipeline.tools.broker.pin`. Needed only when Kafka's version changes."""

import tempfile
from pathlib import Path

from pipeline.tools.broker.jars import KAFKA_VERSION, maven, sha256

# "!" keeps jgo from treating a dependency as a bill of materials: log4j's would pull Kafka's client back to 3.8.
ROOTS = (f"org.apache.kafka:kafka_2.13:{KAFKA_VERSION}!", "org.apache.logging.log4j:log4j-slf4j-impl:2.24.3!")


def main() -> None:
    """Resolve the roots, download every jar and write coordinate, size and SHA-256."""
    target = Path(__file__).with_name("jars.txt")
    with tempfile.TemporaryDirectory() as folder:
        context = maven(Path(folder))
        roots, others = context.resolver.resolve([context.create_dependency(root) for root in ROOTS])
        lines = []
        for dependency in (*roots, *others):
            file = dependency.artifact.resolve()
            coordinate = f"{dependency.groupId}:{dependency.artifactId}:{dependency.version}"
            lines.append(f"{coordinate} {file.stat().st_size} {sha256(file)}")
    header = target.read_text(encoding="utf-8").splitlines()[0]
    target.write_text("\n".join([header, *sorted(lines), ""]), encoding="utf-8")


if __name__ == "__main__":
    main()
