"""Parquet files of a real topic: every committed record once, whatever becomes of the sink."""

import asyncio
import json
import os
import random
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import duckdb
import pyarrow.parquet
import pytest

from pipeline.core.flow import Channel
from pipeline.runtime.config.settings import Settings
from pipeline.tools.sink.folder import FolderError
from pipeline.tools.sink.monitor import Monitor
from pipeline.tools.sink.parquet import Sink, Terms
from tests.support.kafka import environment, make_topics, producer, publish

DAY = 86_400_000
DOCS = Path(__file__).parents[2] / "docs" / "sinks.md"


def _article(number: int, **fields: Any) -> bytes:
    entity = {
        "name": "Lucia Ferrante",
        "type": "PERSON",
        "count": 2,
        "mentions": [{"start": 0, "end": 5, "surface": "Lucia"}],
        "aliases": ["Ferrante"],
        "salience": 0.5,
    }
    record = {
        "schema_version": 1,
        "id": f"a{number}",
        "source": "Coastal Courier",
        "text": "Lucia.",
        "metadata": {"free": [1, {"x": None}]},
        "removed": [{"text": "Share this", "reason": "share_or_follow", "line": 1, "score": 0.9}],
        "entities": [entity],
        "countries": ["CL"],
        "cleaner": {"name": "cleaner", "version": "1", "settings": {"caution": "normal"}},
        "unknown": "of a later version",
    }
    return json.dumps(record | fields).encode()


async def _sink(settings: Settings, folder: Path, **terms: Any) -> tuple[Sink, list[str]]:
    told: list[str] = []
    sink = Sink(settings, Channel.ENRICHED, folder, Terms(**terms), Monitor("parquet", Channel.ENRICHED, told.append))
    await sink.run(once=True)
    return sink, told


SCRIPT = """
import asyncio, sys
from pathlib import Path
from pipeline.core.flow import Channel
from pipeline.runtime.config.sources import load_settings
from pipeline.tools.sink.monitor import Monitor
from pipeline.tools.sink.parquet import Sink, Terms
monitor = Monitor("parquet", Channel.ENRICHED, print)
sink = Sink(load_settings(), Channel.ENRICHED, Path(sys.argv[1]), Terms(records=20), monitor)
asyncio.run(sink.run(once=True))
"""


def _files(folder: Path, pattern: str = "*.parquet") -> list[Path]:
    return sorted(folder.rglob(pattern))


def _killed(settings: Settings, folder: Path, moment: float) -> bool:
    """Let it write a few files more, and kill it; whether it was still at work."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("DATELINE_")}
    before = len(_files(folder))
    process = subprocess.Popen([sys.executable, "-c", SCRIPT, str(folder)], env=clean | environment(settings))
    while process.poll() is None and len(_files(folder)) < before + 5:
        time.sleep(0.005)
    time.sleep(moment)
    process.send_signal(signal.SIGKILL)
    return process.wait() == -signal.SIGKILL


def _ids(folder: Path) -> list[str]:
    files = f"{folder}/enriched/*/*.parquet"
    return [id for (id,) in duckdb.sql(f"SELECT id FROM read_parquet('{files}') ORDER BY id").fetchall()]


async def test_records_become_rows_by_day_each_once(settings: Settings, tmp_path: Path) -> None:
    await make_topics(settings)
    topic = settings.topics[Channel.ENRICHED]
    async with producer(settings) as sender:
        for number, days in enumerate((0, 0, 1, 0, 2)):  # the clock of a producer may go back
            await sender.send_and_wait(
                topic, _article(number), key=b"k", partition=0, timestamp_ms=20_000 * DAY + days * DAY
            )
        await sender.send_and_wait(topic, b"{bad", key=b"k", partition=0, timestamp_ms=20_002 * DAY)
        await sender.send_and_wait(topic, _article(6, id=6), key=b"k", partition=0, timestamp_ms=20_002 * DAY)
        await sender.send_and_wait(topic, _article(7, entities="x"), partition=0, timestamp_ms=20_002 * DAY)
        await sender.send_and_wait(topic, _article(8), partition=0, timestamp_ms=20_002 * DAY)
    sink, told = await _sink(settings, tmp_path)
    assert (sink.monitor.records, sink.files, sink.monitor.problems) == (6, 4, 3)
    assert [re.sub(r" \(.*", "", line) for line in told] == [
        f"{topic}[0] offset {offset} was left out: no enriched record" for offset in (5, 6, 7)
    ]
    assert sorted(path.parent.name for path in _files(tmp_path)) == [
        "day=2024-10-04",
        "day=2024-10-04",
        "day=2024-10-05",
        "day=2024-10-06",
    ]
    row = duckdb.sql(
        f"""SELECT entities[1].name, entities[1].mentions[1].surface, removed[1].reason, metadata, countries,
        cleaner.settings, kafka_offset, kafka_time, day FROM read_parquet('{tmp_path}/enriched/*/*.parquet')
        WHERE id = 'a2'"""
    ).fetchall()[0]
    assert row[:3] == ("Lucia Ferrante", "Lucia", "share_or_follow")
    assert json.loads(row[3]) == {"free": [1, {"x": None}]}
    assert (row[4], json.loads(row[5]), row[6], str(row[8])) == (["CL"], {"caution": "normal"}, 2, "2024-10-05")
    again, _ = await _sink(settings, tmp_path)
    assert (again.monitor.records, again.files) == (0, 0)
    await publish(settings, [_article(9)], Channel.ENRICHED)
    await _sink(settings, tmp_path)
    assert _ids(tmp_path) == ["a0", "a1", "a2", "a3", "a4", "a8", "a9"]


async def test_nothing_is_lost_or_doubled_when_it_is_killed_again_and_again(settings: Settings, tmp_path: Path) -> None:
    await make_topics(settings)
    count = 3000
    await publish(settings, [(b"%d" % n, _article(n)) for n in range(count)], Channel.ENRICHED)
    chance = random.Random(1)
    kills = [await asyncio.to_thread(_killed, settings, tmp_path, chance.random() / 20) for _ in range(6)]
    assert any(kills)
    await _sink(settings, tmp_path, records=500)
    assert _ids(tmp_path) == sorted(f"a{number}" for number in range(count))
    assert not _files(tmp_path, ".*.unfinished")


async def test_a_folder_of_another_topic_or_of_another_sink_is_left_alone(settings: Settings, tmp_path: Path) -> None:
    await make_topics(settings)
    await publish(settings, [(b"k", _article(1))], Channel.ENRICHED)
    await _sink(settings, tmp_path)
    (file,) = _files(tmp_path)
    told = pyarrow.parquet.read_schema(file).metadata
    assert (told[b"dateline.first"], told[b"dateline.next"]) == (b"0", b"1")
    moved = file.rename(file.with_name(re.sub(r"\d{20}\.", "00000000000000000009.", file.name)))
    await _sink(settings, tmp_path)  # the metadata counts
    assert _ids(tmp_path) == ["a1"]
    moved.write_bytes(b"no parquet")
    with pytest.raises(FolderError, match="does not say how far it goes"):
        await _sink(settings, tmp_path)
    names = settings.model_copy(
        update={"topics": settings.topics.model_copy(update={"enriched": settings.topics[Channel.CLEAN]})}
    )
    other = tmp_path / "other"
    await _sink(settings, other)
    with pytest.raises(FolderError, match="name another folder"):
        await _sink(names, other)


def _queries() -> Iterable[str]:
    return re.findall(r"```sql\n(.*?)```", DOCS.read_text(encoding="utf-8"), re.DOTALL)


async def test_the_queries_of_the_docs_run(settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    await make_topics(settings)
    quotation = {"text": "Yes", "start": 0, "end": 3, "speaker": {"name": "L", "start": 0, "end": 1, "entity": 0}}
    await publish(settings, [(b"k", _article(1, quotations=[quotation])), (b"k", _article(1))], Channel.ENRICHED)
    await _sink(settings, tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    queries = list(_queries())
    assert len(queries) >= 4
    for query in queries:
        assert duckdb.sql(query).fetchall() is not None, query
    assert duckdb.sql(queries[0]).fetchall() == [("Lucia Ferrante", "PERSON", 1)]  # of two with one id the latest
