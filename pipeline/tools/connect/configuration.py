"""What Connect and its connector are told.

Names and meanings: https://kafka.apache.org/documentation/#connectconfigs and
https://debezium.io/documentation/reference/stable/connectors/jdbc.html.
"""

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

from pipeline.core.flow import Channel
from pipeline.runtime.config.settings import Settings
from pipeline.tools.errors import UsageError

#: Channels whose records are known by their key, the article's id: a record takes the place of an earlier one. Of the
#: others each record has a row, known by its partition and offset.
BY_ID = (Channel.CLEAN, Channel.ENRICHED)
CHANNELS = (*BY_ID, Channel.MENTIONS, Channel.DEAD)
PASSWORD = "PGPASSWORD"

_STRING = "org.apache.kafka.connect.storage.StringConverter"
_TRANSFORMS = "org.apache.kafka.connect.transforms."


def name_of(channel: Channel) -> str:
    """The connector's name; its consumer group is `connect-` and this."""
    return f"dateline-{channel}"


def table_of(channel: Channel) -> str:
    """The table that it fills."""
    return f"connect_{channel}"


def connector(settings: Settings, channel: Channel, address: str, *, password: bool) -> dict[str, str]:
    """The connector's configuration, the same for Connect on one machine and for a cluster.

    Our records are JSON without a schema, and the connector wants one: each becomes a row with the whole record as
    text. With `password` the connector reads it from PGPASSWORD of Connect's environment.

    Raises:
        UsageError: an address or a channel that it cannot take.
    """
    if channel not in CHANNELS:
        raise UsageError(f"Connect takes {', '.join(CHANNELS)}; {channel} has no table.")
    key = {
        "primary.key.mode": "record_key",
        "primary.key.fields": "id",
        "transforms": "id,record,time",
        "transforms.id.type": f"{_TRANSFORMS}HoistField$Key",
        "transforms.id.field": "id",
    }
    place = {"primary.key.mode": "kafka", "transforms": "record,time"}
    return {
        "connector.class": "io.debezium.connector.jdbc.JdbcSinkConnector",
        "tasks.max": "1",
        "topics": settings.topics[channel],
        # Results of transactions that were aborted are not for anybody.
        "consumer.override.isolation.level": "read_committed",
        "consumer.override.auto.offset.reset": "earliest",
        **_database(address, password=password),
        "collection.name.format": table_of(channel),
        "insert.mode": "upsert",
        "schema.evolution": "basic",
        "key.converter": _STRING,
        "value.converter": _STRING,
        **(key if channel in BY_ID else place),
        "transforms.record.type": f"{_TRANSFORMS}HoistField$Value",
        "transforms.record.field": "record",
        "transforms.time.type": f"{_TRANSFORMS}InsertField$Value",
        "transforms.time.timestamp.field": "kafka_time",
    }


def worker(settings: Settings, folder: Path, plugins: Path, port: int) -> dict[str, str]:
    """The configuration of Connect on one machine, whose REST port is `port` of loopback.

    Raises:
        UsageError: the broker wants TLS or a password.
    """
    if settings.security.protocol != "PLAINTEXT":
        raise UsageError(
            "`dateline connect` reaches brokers without TLS and passwords, and this one is "
            f"{settings.security.protocol}. Give a Connect of yours what --print prints, or use "
            "`dateline sink postgres`."
        )
    return {
        "bootstrap.servers": settings.broker,
        "key.converter": _STRING,
        "value.converter": _STRING,
        "offset.storage.file.filename": str(folder / "offsets"),  # of sources; a sink's are in its consumer group
        "offset.flush.interval.ms": "5000",
        "listeners": f"http://127.0.0.1:{port}",
        "plugin.path": str(plugins),
        "plugin.discovery": "service_load",
        "config.providers": "env",
        "config.providers.env.class": "org.apache.kafka.common.config.provider.EnvVarConfigProvider",
        "config.providers.env.param.allowlist.pattern": f"^{PASSWORD}$",
    }


def properties(values: Mapping[str, str]) -> str:
    """As a file of Java's properties, which knows ASCII and escaped UTF-16."""
    return "".join(f"{_escaped(name)}={_escaped(value)}\n" for name, value in values.items())


def _escaped(text: str) -> str:
    units = text.replace("\\", "\\\\").encode("utf-16-be")
    codes = (int.from_bytes(units[at : at + 2], "big") for at in range(0, len(units), 2))
    return "".join(chr(code) if 32 <= code < 127 else f"\\u{code:04x}" for code in codes)


def _database(address: str, *, password: bool) -> dict[str, str]:
    parts = urlsplit(address)
    if parts.scheme not in ("postgresql", "postgres") or not parts.hostname or len(parts.path) < 2:
        raise UsageError(f"{address!r} is no address; write it as postgresql://USER@HOST:PORT/DATABASE.")
    if parts.password is not None:
        raise UsageError(f"The password would stand in a file; set it by {PASSWORD} and leave it out of the address.")
    host = parts.netloc.rpartition("@")[2]
    # A column of jsonb takes the text too, where somebody has made the table with one.
    found = {"connection.url": f"jdbc:postgresql://{host}{parts.path}?stringtype=unspecified"}
    if parts.username:
        found["connection.username"] = parts.username
    if password:
        found["connection.password"] = f"${{env:{PASSWORD}}}"
    return found
