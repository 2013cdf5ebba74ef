"""A real Apache Kafka on this machine: no Docker, no installed Java.

`jars` brings Kafka's jars, `files` writes its configuration, `ports` finds free ports, `process` starts and ends
the JVM, `local` ties them together as `LocalBroker`, `commands` is what a person types.
"""

from pipeline.tools.broker.local import LocalBroker, Status

__all__ = ["LocalBroker", "Status"]
