"""A real PostgreSQL filled from a real topic: every record once, whatever becomes of the sink."""

import asyncio
import json
import os
import re
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

import asyncpg
import pytest

from pipeline.core.flow import Channel
from pipeline.runtime.config.settings import Settings
from pipeline.tools.sink.monitor import Monitor
from pipeline.tools.sink.postgres import DatabaseError, PostgresSink
from tests.support.kafka import environment, make_topics, publish
from tests.support.postgres import ask


@pytest.fixture(autouse=True)
async def _empty(postgres: str) -> None:
    await ask(postgres, "DROP TABLE IF EXISTS dateline_enriched, dateline_mentions, dateline_offsets")


def _article(number: int, **fields: Any) -> bytes:
    entity = {"name": "Lucia", "type": "PERSON", "count": 1, "mentions": [{"start": 0, "end": 5, "surface": "Lucia"}]}
    record = {
        "schema_version": 1,
        "id": f"a{number}",
        "text": "Lucia.",
        "metadata": {"x": [None]},
        "entities": [entity],
    }
    return json.dumps(record | fields).encode()


async def _sink(settings: Settings, address: str, channel: Channel = Channel.ENRICHED) -> tuple[int, list[str]]:
    told: list[str] = []
    sink = PostgresSink(settings, channel, address, Monitor("postgres", channel, told.append))
    await sink.run(once=True)
    return sink.monitor.records, told


async def test_records_become_rows_and_the_latest_of_an_id_stays(settings: Settings, postgres: str) -> None:
    await make_topics(settings)
    records = [_article(1, title="Old"), _article(1, title="New \0"), b"{bad", b'{"id": 7}', _article(2)]
    await publish(settings, [(b"k", record) for record in records], Channel.ENRICHED)
    count, told = await _sink(settings, postgres)
    assert (count, [line.partition(" (")[0].rpartition(" offset ")[2] for line in told]) == (
        3,
        ["2 was left out: no enriched record", "3 was left out: no enriched record"],
    )
    rows = await ask(postgres, "SELECT id, title, record->'entities'->0->>'name' FROM dateline_enriched ORDER BY id")
    assert [tuple(row) for row in rows] == [("a1", "New \ufffd", "Lucia"), ("a2", None, "Lucia")]
    assert (await _sink(settings, postgres))[0] == 0
    mention = {"schema_version": 1, "article_id": "a1", "name": "Lucia", "type": "PERSON", "count": 2, "salience": 0.5}
    await publish(settings, [(b"k", json.dumps(mention).encode())], Channel.MENTIONS)
    await _sink(settings, postgres, Channel.MENTIONS)
    rows = await ask(postgres, "SELECT name, count, salience FROM dateline_mentions")
    assert [tuple(row) for row in rows] == [("Lucia", 2, 0.5)]


SCRIPT = """
import asyncio, sys
from pipeline.core.flow import Channel
from pipeline.runtime.config.sources import load_settings
from pipeline.tools.sink.monitor import Monitor
from pipeline.tools.sink.postgres import PostgresSink
monitor = Monitor("postgres", Channel.ENRICHED, print)
asyncio.run(PostgresSink(load_settings(), Channel.ENRICHED, sys.argv[1], monitor).run(once=True))
"""


def _killed(settings: Settings, address: str, goal: int) -> bool:
    """Let it write until the database has counted so many, and kill it; whether it was still at work."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("DATELINE_")}
    process = subprocess.Popen([sys.executable, "-c", SCRIPT, address], env=clean | environment(settings))
    while process.poll() is None and asyncio.run(ask(address, "SELECT count(*) FROM writes"))[0][0] < goal:
        time.sleep(0.01)
    process.kill()
    return process.wait() == -signal.SIGKILL


async def test_nothing_is_lost_or_written_twice_when_it_is_killed(settings: Settings, postgres: str) -> None:
    await make_topics(settings)
    count = 6000
    await publish(settings, [(b"%d" % n, _article(n)) for n in range(count)], Channel.ENRICHED)
    database = await asyncpg.connect(postgres)
    await PostgresSink(settings, Channel.ENRICHED, postgres, Monitor("", Channel.ENRICHED, print))._create(database)
    await database.close()
    # Every writing is counted by the database itself, so that a row written twice shows.
    await ask(postgres, "CREATE TABLE IF NOT EXISTS writes (id text)")
    await ask(
        postgres,
        "CREATE OR REPLACE FUNCTION count_it() RETURNS trigger LANGUAGE plpgsql AS "
        "'BEGIN INSERT INTO writes VALUES (NEW.id); RETURN NEW; END'",
    )
    await ask(
        postgres,
        "CREATE TRIGGER counted AFTER INSERT OR UPDATE ON dateline_enriched FOR EACH ROW EXECUTE FUNCTION count_it()",
    )
    kills = 0
    for goal in (1, 1500, 3000):
        kills += await asyncio.to_thread(_killed, settings, postgres, goal)
    assert kills > 0
    for _ in range(50):  # the server may not have noticed yet that the last one is dead
        with suppress(DatabaseError):
            await _sink(settings, postgres)
            break
        await asyncio.sleep(0.1)
    rows = await ask(postgres, "SELECT count(*), count(DISTINCT id) FROM writes")
    assert tuple(rows[0]) == (count, count)


@contextmanager
def _service(settings: Settings, address: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A sink that goes on, and where it tells of itself."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("DATELINE_")}
    process = subprocess.Popen(
        [sys.executable, "-m", "pipeline", "sink", "postgres", address, "--port", "0"],
        env=clean | environment(settings),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stderr is not None
        found = re.search(r"http://(\S+)/metrics", line := process.stderr.readline())
        assert found, line
        yield process, found[1]
    finally:
        process.kill()
        process.wait()


def _get(address: str, path: str) -> str:
    try:
        with urllib.request.urlopen(f"http://{address}{path}", timeout=5) as answer:
            return str(answer.read().decode())
    except urllib.error.HTTPError as error:
        return str(error.read().decode())


async def _until(holds: Callable[[], Awaitable[bool]]) -> None:
    deadline = time.monotonic() + 30
    while not await holds():
        assert time.monotonic() < deadline
        await asyncio.sleep(0.1)


async def test_a_database_that_refuses_shows_and_is_tried_again(settings: Settings, postgres: str) -> None:
    await make_topics(settings)
    await publish(settings, [(b"k", _article(1)), (b"k", b"{bad")], Channel.ENRICHED)

    async def rows(count: int) -> bool:
        return len(await ask(postgres, "SELECT id FROM dateline_enriched")) == count

    with _service(settings, postgres) as (process, address):
        await _until(lambda: _says(address, "/health/ready", '"status": "ok"'))
        await _until(lambda: rows(1))
        refused = 'dateline_sink_refused_total{channel="enriched",reason="no_record",sink="postgres"} 1.0'
        assert await _says(address, "/metrics", refused)
        await ask(postgres, "ALTER TABLE dateline_enriched ADD CONSTRAINT none CHECK (id <> 'a2')")
        # Its connection breaks too.
        await ask(postgres, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()")
        await publish(settings, [(b"k", _article(2))], Channel.ENRICHED)
        await _until(lambda: _says(address, "/health/ready", "violates check constraint"))
        failures = re.search(r'failures_total\{.*reason="target".*\} (\S+)', await _page(address, "/metrics"))
        assert failures
        assert float(failures[1]) >= 1
        top = [sys.executable, "-m", "pipeline", "top", "--json", "--interval", "0.3", address]
        (shown,) = json.loads(await asyncio.to_thread(subprocess.check_output, top))["sinks"]
        assert (shown["sink"], shown["channel"], shown["waiting"], shown["refused"]) == ("postgres", "enriched", 1, 1)
        assert "violates check constraint" in shown["state"]
        assert shown["overdue"] > 0
        await ask(postgres, "ALTER TABLE dateline_enriched DROP CONSTRAINT none")
        await _until(lambda: rows(2))
        await _until(lambda: _says(address, "/health/ready", '"status": "ok"'))
        process.terminate()
        said, _ = await asyncio.to_thread(process.communicate)
        assert said == "Wrote 2 records to dateline_enriched.\n"
        assert process.returncode == 1  # one was left out


async def _page(address: str, path: str) -> str:
    return await asyncio.to_thread(_get, address, path)


async def _says(address: str, path: str, text: str) -> bool:
    return text in await _page(address, path)


async def test_a_table_of_an_earlier_version_gets_the_columns_that_it_lacks(settings: Settings, postgres: str) -> None:
    await make_topics(settings)
    await ask(
        postgres,
        "CREATE TABLE dateline_enriched (id text PRIMARY KEY, record jsonb NOT NULL, kafka_time timestamptz NOT NULL)",
    )
    await publish(settings, [(b"k", _article(1, agency="Coastal Wire"))], Channel.ENRICHED)
    await _sink(settings, postgres)
    assert [row[0] for row in await ask(postgres, "SELECT agency FROM dateline_enriched")] == ["Coastal Wire"]


async def test_what_cannot_be_done_is_said(settings: Settings, postgres: str) -> None:
    await make_topics(settings)
    with pytest.raises(DatabaseError, match="PostgreSQL: "):
        await _sink(settings, "postgresql://test@127.0.0.1:1/none")
    holder = await asyncpg.connect(postgres)
    what = f"dateline_enriched {settings.topics[Channel.ENRICHED]}"
    await holder.fetchval("SELECT pg_try_advisory_lock(hashtextextended($1, 0))", what)
    try:
        with pytest.raises(DatabaseError, match="another `dateline sink`"):
            await _sink(settings, postgres)
    finally:
        await holder.close()
