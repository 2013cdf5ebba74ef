"""The commands as a person or a script calls them, on a real broker."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from pipeline.core.codec import record_id
from pipeline.core.flow import Channel
from pipeline.runtime.config.settings import Settings
from tests.support.kafka import environment, make_topics, producer, publish, read_committed, unique_settings

ENRICHED = {
    "id": "a1",
    "title": "Ferry burns",
    "text": "Ferry burns in Athens.",
    "paragraphs": [{"start": 0, "offset": 0, "line": 0}],
    "removed": [{"text": "Share this", "reason": "share_or_follow", "line": 1, "score": 0.9}],
    "entities": [{"name": "Athens", "type": "GPE", "count": 1, "mentions": [{"start": 15, "end": 21}]}],
}


def _command(settings: Settings, *arguments: str) -> tuple[list[str], dict[str, str]]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("DATELINE_")}
    return [sys.executable, "-m", "pipeline", *arguments], clean | environment(settings)


def _dateline(settings: Settings, *arguments: str, stdin: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
    command, variables = _command(settings, *arguments)
    return subprocess.run(command, env=variables, input=stdin, capture_output=True, timeout=60, check=False)


@contextmanager
def _running(settings: Settings, *arguments: str) -> Iterator["subprocess.Popen[bytes]"]:
    command, variables = _command(settings, *arguments)
    pipe = subprocess.PIPE
    with subprocess.Popen(command, env=variables, stdin=pipe, stdout=pipe, stderr=pipe) as process:
        try:
            yield process
        finally:
            process.kill()


def test_topics_are_created_listed_and_found_missing(settings: Settings) -> None:
    missing = _dateline(settings, "topics", "list")
    assert missing.returncode == 4
    assert b"dateline topics create" in missing.stderr
    created = _dateline(settings, "topics", "create", "--partitions", "3")
    assert created.returncode == 0
    assert f"{settings.topics.raw}: created, 3 partitions".encode() in created.stdout
    assert b"begins at the earliest record in 9 partitions" in created.stdout
    again = _dateline(settings, "topics", "create")
    assert b"has its offsets already" in again.stdout
    listed = json.loads(_dateline(settings, "topics", "list", "--json").stdout)
    numbers = [(channel, 1 if channel.compacted else 3) for channel in Channel]
    assert [(entry["channel"], len(entry["partitions"])) for entry in listed] == numbers
    assert [partition["committed"] for partition in listed[0]["partitions"]] == [0, 0, 0]
    assert settings.topics.mentions.encode() in _dateline(settings, "topics", "list").stdout


def test_a_script_learns_by_the_exit_code_what_is_wrong(settings: Settings, tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text('{"text": "x"}', encoding="utf-8")
    for arguments in (["publish", str(file)], ["tail", "enriched"], ["lag"]):
        result = _dateline(settings, *arguments)
        assert (result.returncode, b"dateline topics create" in result.stderr) == (4, True), arguments
        result = _dateline(settings.model_copy(update={"broker": "127.0.0.1:1"}), *arguments)
        assert (result.returncode, b"127.0.0.1:1" in result.stderr) == (3, True), arguments
        assert b"Traceback" not in result.stderr


async def test_published_articles_arrive_with_their_keys(settings: Settings, tmp_path: Path) -> None:
    await make_topics(settings)
    (tmp_path / "a.jsonl").write_bytes(b'{"id":"x","text":"one"}\n{bad\n{"text":"two"}\n')
    (tmp_path / "b.txt").write_text("three", encoding="utf-8")
    result = _dateline(settings, "publish", str(tmp_path))
    assert result.returncode == 1
    assert f"{tmp_path}/a.jsonl:2: not JSON".encode() in result.stderr
    assert result.stdout == f"Published 3 articles to {settings.topics.raw}.\n".encode()
    found = {record.key: record.value for record in await read_committed(settings, Channel.RAW, 3)}
    assert found[b"x"] == b'{"id":"x","text":"one"}'
    assert all(key == b"x" or key == record_id(value).encode() for key, value in found.items())
    raw = _dateline(settings, "publish", "--raw", "-", stdin=b"{bad\n")
    assert (raw.returncode, raw.stdout.startswith(b"Published 1 article ")) == (0, True)
    assert b"{bad" in [record.value for record in await read_committed(settings, Channel.RAW, 4)]


async def test_an_article_is_sent_while_the_next_is_waited_for_and_ctrl_c_ends_the_wait(settings: Settings) -> None:
    await make_topics(settings)
    with _running(settings, "publish", "-") as process:
        assert process.stdin is not None
        assert process.stderr is not None
        process.stdin.write(b'{"id":"x","text":"one"}\n')
        process.stdin.flush()
        (record,) = await read_committed(settings, Channel.RAW, 1)
        assert record.key == b"x"
        process.send_signal(signal.SIGINT)
        assert (process.wait(30), process.stderr.read()) == (130, b"Interrupted.\n")


async def test_an_article_larger_than_the_topic_takes_is_named_and_the_others_arrive(
    broker: str, tmp_path: Path
) -> None:
    settings = unique_settings(broker, **{"topics.max_message_bytes": 5000})
    await make_topics(settings)
    lines = [json.dumps({"id": str(number), "text": "x" * (9000 if number == 1 else 10)}) for number in range(3)]
    (tmp_path / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    result = _dateline(settings, "publish", str(tmp_path / "a.jsonl"))
    assert result.returncode == 1
    assert b"a.jsonl:2: 9,023 bytes, more than topics.max_message_bytes (5,000)" in result.stderr
    assert {record.key for record in await read_committed(settings, Channel.RAW, 2)} == {b"0", b"2"}


async def test_tail_shows_records_as_they_are_and_for_people(settings: Settings) -> None:
    await make_topics(settings)
    value = json.dumps(ENRICHED).encode()
    await publish(settings, [(b"a1", value), (b"a2", value)], Channel.ENRICHED)
    exact = _dateline(settings, "tail", "enriched", "--json", "--from-beginning", "--count", "2")
    assert (exact.returncode, exact.stdout) == (0, value + b"\n" + value + b"\n")
    around = _dateline(settings, "tail", "enriched", "--headers", "--from-beginning", "-n", "1")
    assert {"partition", "offset", "timestamp", "key", "headers", "value"} == set(json.loads(around.stdout))
    readable = _dateline(settings, "tail", "enriched", "--from-beginning", "--timeout", "1").stdout.decode()
    assert "Share this  ← share_or_follow" in readable
    assert "Athens GPE ×1" in readable


async def test_tail_shows_what_comes_line_by_line_and_only_what_is_committed(settings: Settings) -> None:
    await make_topics(settings)
    await publish(settings, [b'"old"'], Channel.ENRICHED)
    with _running(settings, "tail", "enriched", "--json") as process:
        async with producer(settings, transactional_id=f"{settings.group}-t") as writer:
            assert process.stdout is not None
            # The reader begins at the end it finds; what is sent until its first line proves that it is there.
            os.set_blocking(process.stdout.fileno(), False)
            deadline, first = time.monotonic() + 30, None
            while first is None and time.monotonic() < deadline:
                async with writer.transaction():
                    await writer.send_and_wait(settings.topics.enriched, b'"new"')
                first = process.stdout.read(6)
            assert first == b'"new"\n'
            await writer.begin_transaction()
            await writer.send_and_wait(settings.topics.enriched, b'"aborted"')
            await writer.abort_transaction()
            async with writer.transaction():
                await writer.send_and_wait(settings.topics.enriched, b'"last"')
        os.set_blocking(process.stdout.fileno(), True)
        rest = b""
        while b"last" not in rest:
            rest += process.stdout.readline()
        assert b"aborted" not in rest
        assert b"old" not in rest
        process.send_signal(signal.SIGINT)
        assert process.wait(60) == 130


async def test_tail_ends_with_5_when_what_was_counted_on_does_not_come(settings: Settings) -> None:
    await make_topics(settings)
    result = _dateline(settings, "tail", "dead", "--count", "1", "--timeout", "0.5")
    assert (result.returncode, b"0 of 1 came" in result.stderr) == (5, True)


async def test_a_reader_that_has_had_enough_is_no_error(settings: Settings) -> None:
    await make_topics(settings)
    await publish(settings, [b'"x"' * 1000] * 200, Channel.ENRICHED)
    with _running(settings, "tail", "enriched", "--json", "--from-beginning", "--timeout", "5") as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        errors = process.stderr.read()
        assert (process.wait(60), b"Traceback" in errors, b"Error" in errors) == (0, False, False)


async def test_lag_counts_what_waits_and_can_be_waited_for(settings: Settings) -> None:
    await make_topics(settings)
    assert _dateline(settings, "lag", "--wait", "20").returncode == 0
    await publish(settings, [(b"k", b"x")] * 3)
    states = json.loads(_dateline(settings, "lag", "--json").stdout)
    assert sum(state["lag"] for state in states) == 3
    waiting = _dateline(settings, "lag", "--wait", "0.1")
    assert (waiting.returncode, b"3 still wait" in waiting.stderr) == (5, True)


@pytest.mark.parametrize("start", ["earliest", "latest"])
async def test_where_a_new_group_begins_is_said_at_creation(settings: Settings, start: str) -> None:
    other = settings.model_copy(update={"group": f"{settings.group}-other"})
    await make_topics(settings)
    await publish(settings, [(b"k", b"x")] * 3)
    assert _dateline(other, "topics", "create", "--from", start).returncode == 0
    states = json.loads(_dateline(other, "lag", "--json").stdout)
    assert sum(state["lag"] for state in states) == (3 if start == "earliest" else 0)
