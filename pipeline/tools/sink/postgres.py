"""From a topic to a table in PostgreSQL: every committed record once, its offset in the same transaction."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from types import ModuleType
from typing import Any, get_args
from urllib.parse import urlsplit

import orjson
from aiokafka import ConsumerRecord

from pipeline.core.flow import Channel
from pipeline.runtime.config.settings import Settings
from pipeline.tools.errors import UsageError
from pipeline.tools.sink.monitor import Monitor
from pipeline.tools.sink.reading import committed, partitions
from pipeline.tools.sink.service import TargetError

# The tables, and what a row is known by: a record with the same takes its place.
TABLES = {
    Channel.CLEAN: ("dateline_clean", ("id",)),
    Channel.ENRICHED: ("dateline_enriched", ("id",)),
    Channel.MENTIONS: ("dateline_mentions", ("article_id", "name", "type")),
    Channel.DEAD: ("dateline_dead", ("id",)),
}
OFFSETS = "dateline_offsets"
_TYPES = {int: "bigint", float: "double precision"}


class DatabaseError(TargetError):
    """The database cannot be written to."""


class PostgresSink:
    """Writes a channel's records into its table, beginning where the table of offsets says."""

    def __init__(self, settings: Settings, channel: Channel, address: str, monitor: Monitor) -> None:
        """`monitor` hears of what is written and what could not be. Raises UsageError for a channel without a table."""
        if channel not in TABLES:
            raise UsageError(f"PostgreSQL takes {', '.join(TABLES)}; {channel} has no table.")
        self._settings, self._channel, self._address, self.monitor = settings, channel, address, monitor
        self._topic = settings.topics[channel]
        self._table, self._key = TABLES[channel]
        self._columns = _columns(channel)

    async def run(self, *, once: bool) -> None:
        """Write what is committed now (`once`), or what comes until this is cancelled.

        Raises:
            DatabaseError: it cannot be reached or written to, or another sink writes there.
            PlaceError: the offsets are those of another topic.
            MissingTopicError, BrokerUnreachableError: as for any command.
        """
        numbers = await partitions(self._settings, self._channel)
        async with _connection(self._address, f"{self._table} {self._topic}") as database:
            await self._create(database)
            rows = await database.fetch(f"SELECT partition, next FROM {OFFSETS} WHERE topic = $1", self._topic)
            known = {row["partition"]: row["next"] for row in rows}
            reading = committed(self._settings, self._topic, numbers, known, self.monitor, once=once)
            async with reading as batches:
                async for records in batches:
                    if records:
                        await self._write(database, records)

    async def _create(self, database: Any) -> None:
        """Make the tables, or add the columns that an earlier version did not know."""
        fields = "".join(f"{name} {kind}, " for name, kind in self._columns.items())
        added = "".join(f"ADD COLUMN IF NOT EXISTS {name} {kind}, " for name, kind in self._columns.items())
        await database.execute(
            f"CREATE TABLE IF NOT EXISTS {self._table} ({fields}record jsonb NOT NULL, "
            f"kafka_time timestamptz NOT NULL, PRIMARY KEY ({', '.join(self._key)}));"
            f"ALTER TABLE {self._table} {added.removesuffix(', ')};"
            f"CREATE TABLE IF NOT EXISTS {OFFSETS} "
            "(topic text, partition integer, next bigint NOT NULL, PRIMARY KEY (topic, partition))"
        )

    async def _write(self, database: Any, records: Sequence[ConsumerRecord]) -> None:
        """One transaction: the records of a partition, and how far it has been read."""
        rows = [found for record in records if (found := self._row(record)) is not None]
        async with database.transaction():
            await database.executemany(self._upsert(), rows)
            await database.execute(
                f"INSERT INTO {OFFSETS} VALUES ($1, $2, $3) "
                "ON CONFLICT (topic, partition) DO UPDATE SET next = excluded.next",
                self._topic,
                records[0].partition,
                records[-1].offset + 1,
            )
        self.monitor.wrote(len(rows))

    def _upsert(self) -> str:
        names = [*self._columns, "record", "kafka_time"]
        places = ", ".join(f"${number}" for number in range(1, len(names) + 1))
        new = ", ".join(f"{name} = excluded.{name}" for name in names if name not in self._key)
        return (
            f"INSERT INTO {self._table} ({', '.join(names)}) VALUES ({places}) "
            f"ON CONFLICT ({', '.join(self._key)}) DO UPDATE SET {new}"
        )

    def _row(self, record: ConsumerRecord) -> list[Any] | None:
        """The record's columns, the whole of it and its time; None of what is no such record, which is named."""
        try:
            value = _without_null(orjson.loads(record.value or b""))
            self._channel.record.model_validate(value)
        except ValueError as error:
            why = " ".join(str(error).split())[:200]
            place = f"{record.topic}[{record.partition}] offset {record.offset}"
            self.monitor.left_out(f"{place} was left out: no {self._channel} record ({why})")
            return None
        when = datetime.fromtimestamp(record.timestamp / 1000, UTC)
        return [*(value.get(name) for name in self._columns), orjson.dumps(value).decode(), when]


def without_secrets(address: str) -> str:
    """The address as it may be shown: host and database, without user, password and options."""
    parts = urlsplit(address)
    return (parts.netloc.rpartition("@")[2] or "localhost") + parts.path


def _columns(channel: Channel) -> dict[str, str]:
    """The record's plain fields with PostgreSQL's types; the others are found in `record`."""
    found = {}
    for name, field in channel.record.model_fields.items():
        kinds = [kind for kind in (get_args(field.annotation) or (field.annotation,)) if kind is not type(None)]
        plain = [kind for kind in kinds if isinstance(kind, type) and issubclass(kind, str | int | float)]
        if kinds and len(plain) == len(kinds) == 1:
            found[name] = next((sql for kind, sql in _TYPES.items() if issubclass(plain[0], kind)), "text")
    return found


def _without_null(value: Any) -> Any:
    """The same without the character NUL, which PostgreSQL has no place for."""
    if isinstance(value, str):
        return value.replace("\0", "\ufffd") if "\0" in value else value
    if isinstance(value, list):
        return [_without_null(one) for one in value]
    if isinstance(value, dict):
        return {_without_null(name): _without_null(one) for name, one in value.items()}
    return value


def _asyncpg() -> ModuleType:
    try:
        import asyncpg  # noqa: PLC0415 (an extra)
    except ImportError:
        raise UsageError("PostgreSQL takes asyncpg, the extra `postgres`: pip install asyncpg") from None
    return asyncpg  # type: ignore[no-any-return]


@asynccontextmanager
async def _connection(address: str, what: str) -> AsyncIterator[Any]:
    """A connection that alone writes `what`, and whose errors a person can read."""
    asyncpg = _asyncpg()
    try:
        database = await asyncpg.connect(address)
        try:
            if not await database.fetchval("SELECT pg_try_advisory_lock(hashtextextended($1, 0))", what):
                raise DatabaseError("another `dateline sink` writes this topic to this database; let it, or end it.")
            yield database
        finally:
            await database.close(timeout=5)
    except (asyncpg.PostgresError, asyncpg.InterfaceError, OSError) as error:
        raise DatabaseError(f"PostgreSQL: {error}. What was committed stays, and is not written again.") from None
