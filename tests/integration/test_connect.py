"""Kafka Connect fills a real PostgreSQL: what each row is, also after a kill, and what it says when it cannot."""

import asyncio
import json
import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from pipeline.core.flow import Channel
from pipeline.runtime.config.settings import Settings
from pipeline.tools.broker.jars import JarsError
from pipeline.tools.connect import configuration
from pipeline.tools.connect.process import Connect, ConnectError, bring, running
from tests.support.kafka import make_topics, producer, publish
from tests.support.postgres import ask


@pytest.fixture(scope="module", autouse=True)
def _jars() -> None:
    try:
        bring()
    except JarsError as error:
        pytest.skip(str(error))


@contextmanager
def _connect(settings: Settings, channel: Channel, address: str, folder: Path) -> Iterator[Connect]:
    name = f"{settings.group}-{channel}"
    connector = configuration.connector(settings, channel, address, password=False)
    connector["collection.name.format"] = _table(settings, channel)
    with running(name, folder, connector, partial(configuration.worker, settings)) as connect:
        yield connect


def _table(settings: Settings, channel: Channel) -> str:
    return f"{settings.group}_{channel}".replace("-", "_")


def _article(number: int, **fields: Any) -> tuple[bytes, bytes]:
    record = {"schema_version": 2, "id": f"a{number}", "text": "Coastal \0 é", "metadata": {"x": [None]}} | fields
    return record["id"].encode(), json.dumps(record).encode()


def _until(connect: Connect, holds: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 120
    while not holds():
        assert connect.process.poll() is None, connect.log.read_text(encoding="utf-8")[-2000:]
        assert time.monotonic() < deadline, connect.log.read_text(encoding="utf-8")[-2000:]
        time.sleep(0.3)


def _rows(address: str, table: str) -> dict[str, dict[str, Any]]:
    if not asyncio.run(ask(address, f"SELECT to_regclass('{table}')"))[0][0]:
        return {}
    return {row["id"]: json.loads(row["record"]) for row in asyncio.run(ask(address, f"SELECT * FROM {table}"))}


async def _aborted(settings: Settings) -> None:
    async with producer(settings, transactional_id=f"{settings.group}-aborted") as sender:
        await sender.begin_transaction()
        key, value = _article(99)
        await sender.send_and_wait(settings.topics[Channel.ENRICHED], value, key=key)
        await sender.abort_transaction()


def test_each_article_has_one_row_also_after_a_kill(settings: Settings, postgres: str, tmp_path: Path) -> None:
    asyncio.run(make_topics(settings))
    asyncio.run(_aborted(settings))
    asyncio.run(publish(settings, [_article(n) for n in range(50)] + [_article(7, title="Again")], Channel.ENRICHED))
    table = _table(settings, Channel.ENRICHED)
    with _connect(settings, Channel.ENRICHED, postgres, tmp_path) as connect:
        _until(connect, lambda: len(_rows(postgres, table)) == 50)
        os.kill(connect.process.pid, signal.SIGKILL)
        with pytest.raises(ConnectError, match="Connect has ended"):
            connect.wait()
    asyncio.run(publish(settings, [_article(8, title="After the kill"), _article(50)], Channel.ENRICHED))
    with _connect(settings, Channel.ENRICHED, postgres, tmp_path) as connect:
        _until(connect, lambda: "a50" in _rows(postgres, table))
        rows = _rows(postgres, table)
        assert set(rows) == {f"a{number}" for number in range(51)}
        assert rows["a7"]["title"] == "Again"
        assert rows["a8"] == json.loads(_article(8, title="After the kill")[1])
        asyncio.run(ask(postgres, f"ALTER TABLE {table} ADD CONSTRAINT none CHECK (id <> 'a51')"))
        asyncio.run(publish(settings, [_article(51)], Channel.ENRICHED))
        with pytest.raises(ConnectError, match="violates check constraint"):
            connect.wait()
