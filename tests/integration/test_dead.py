"""Dead letters on a real broker: listed, shown, and sent again exactly once, whatever happens in between."""

import asyncio
import json
import os
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest
from aiokafka.admin import NewTopic

from pipeline.core.codec import Limits
from pipeline.core.flow import Channel, Stage
from pipeline.core.outcome import Message
from pipeline.core.reasons import DeadReason
from pipeline.core.steps.deadletters import LONGEST_KEY, dead
from pipeline.runtime.config.settings import Settings
from pipeline.runtime.kafka.connection import open_admin
from tests.support.articles import article_bytes
from tests.support.kafka import environment, make_topics, producer, publish, read_committed, unique_settings
from tests.support.worker import running_worker


def _command(settings: Settings, *arguments: str) -> tuple[list[str], dict[str, str]]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("DATELINE_")}
    return [sys.executable, "-m", "pipeline", "dead", *arguments], clean | environment(settings)


def _dead(settings: Settings, *arguments: str) -> subprocess.CompletedProcess[str]:
    command, variables = _command(settings, *arguments)
    return subprocess.run(command, env=variables, capture_output=True, timeout=90, check=False, encoding="latin-1")


async def bury(
    settings: Settings,
    bodies: dict[str, bytes],
    *,
    reason: DeadReason = DeadReason.TIMEOUT,
    stage: Stage = Stage.CLEAN,
    replays: int = 0,
    limits: Limits | None = None,
    source: tuple[str, int, int] | None = None,
    timestamp: int | None = None,
) -> None:
    """Put dead letters of these messages, by key, on the topic, as a worker does."""
    topic = settings.topics.raw if stage is Stage.CLEAN else settings.topics.clean
    where = source or (topic, 0, 0)
    async with producer(settings) as sender:
        for key, body in bodies.items():
            letter = dead(
                stage, Message(key.encode(), body), reason, "It took too long.", limits or Limits(), id=key[:20]
            )
            (output,) = letter.outputs
            headers = [
                ("dateline-source-topic", where[0].encode()),
                ("dateline-source-partition", b"%d" % where[1]),
                ("dateline-source-offset", b"%d" % where[2]),
                ("traceparent", b"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"),
                *([("dateline-replays", b"%d" % replays)] if replays else []),
            ]
            await sender.send(
                settings.topics.dead, value=output.value, key=output.key, headers=headers, timestamp_ms=timestamp
            )


def messages(count: int, start: int = 0) -> dict[str, bytes]:
    return {f"a{number}": b'{"text": "%d"}' % number for number in range(start, start + count)}


async def test_a_replay_sends_each_letter_once_however_often_it_is_given(settings: Settings) -> None:
    await make_topics(settings)
    sent = messages(5)
    await bury(settings, sent)
    dry = _dead(settings, "replay", "--dry-run")
    assert dry.stdout == f"Would send 5 to {settings.topics.raw} (timeout in clean).\n"
    assert await read_committed(settings, Channel.RAW) == []
    first = _dead(settings, "replay")
    assert (first.returncode, first.stdout) == (0, f"Sent 5 to {settings.topics.raw} (timeout in clean).\n")
    again = _dead(settings, "replay")
    assert (again.returncode, again.stdout) == (0, "Nothing to send.\n")
    assert again.stderr == "Left out 5: replayed before.\n"
    found = await read_committed(settings, Channel.RAW)
    assert {record.key.decode(): record.value for record in found} == sent
    assert len(found) == 5
    assert all(dict(record.headers)["dateline-replays"] == b"1" for record in found)
    assert all(dict(record.headers)["traceparent"].startswith(b"00-0af7") for record in found)


async def test_what_a_filter_skips_is_not_lost(settings: Settings) -> None:
    await make_topics(settings)
    await bury(settings, {"a": b"1"}, reason=DeadReason.TIMEOUT)
    await bury(settings, {"b": b"2"}, reason=DeadReason.CRASHED)
    await bury(settings, {"c": b"3"}, reason=DeadReason.TIMEOUT, stage=Stage.EXTRACT)
    await bury(settings, {"d": b"4"}, reason=DeadReason.TIMEOUT, timestamp=1_600_000_000_000)
    before_now = "2022-01-01T00:00"
    assert "Sent 1" in _dead(settings, "replay", "--reason", "timeout", "--stage", "clean", "--since", "1h").stdout
    assert "Sent 1" in _dead(settings, "replay", "--until", before_now).stdout
    assert "Sent 1" in _dead(settings, "replay", "--id", "b", "--id", "nobody").stdout
    listed = [json.loads(line) for line in _dead(settings, "list", "--open", "--json").stdout.splitlines()]
    assert [letter["id"] for letter in listed] == ["c"]
    assert f"Sent 1 to {settings.topics.clean} (timeout in extract)." in _dead(settings, "replay").stdout
    assert "Nothing" in _dead(settings, "replay").stdout
    raw, clean = await read_committed(settings, Channel.RAW), await read_committed(settings, Channel.CLEAN)
    assert sorted((record.key, record.value) for record in raw) == [(b"a", b"1"), (b"b", b"2"), (b"d", b"4")]
    assert [(record.key, record.value) for record in clean] == [(b"c", b"3")]


async def test_a_limit_goes_on_where_it_left_off(settings: Settings) -> None:
    await make_topics(settings)
    await bury(settings, messages(5))
    for sent in (2, 2, 1, 0):
        assert _dead(settings, "replay", "--limit", "2").stdout.startswith(f"Sent {sent}" if sent else "Nothing")
    found = await read_committed(settings, Channel.RAW)
    assert Counter(record.key.decode() for record in found) == Counter(messages(5).keys())


async def test_what_died_too_often_is_left_alone(settings: Settings) -> None:
    await make_topics(settings)
    await bury(settings, {"a": b"1"}, replays=2)
    await bury(settings, {"b": b"2"}, replays=3)
    result = _dead(settings, "replay")
    assert (result.returncode, result.stderr) == (0, "Left out 1: replayed as often as allowed.\n")
    (record,) = await read_committed(settings, Channel.RAW)
    assert (record.key, dict(record.headers)["dateline-replays"]) == (b"a", b"3")
    assert "Sent 1" in _dead(settings, "replay", "--max-replays", "4").stdout


async def test_a_replay_killed_in_the_middle_goes_on_and_repeats_nothing(settings: Settings) -> None:
    await make_topics(settings)
    sent = messages(3000)
    await bury(settings, sent)
    command, variables = _command(settings, "replay")
    kills = 0
    for _ in range(3):
        before = len(await read_committed(settings, Channel.RAW))
        process = await asyncio.create_subprocess_exec(*command, env=variables, stdout=subprocess.DEVNULL)
        ended = asyncio.create_task(process.wait())
        # Killed as soon as more has come through, wherever it is then.
        while not ended.done() and len(await read_committed(settings, Channel.RAW)) == before:
            pass
        if not ended.done():
            process.kill()
            kills += 1
        await ended
    assert kills >= 1, "every run ended before it could be killed"
    assert _dead(settings, "replay").returncode == 0
    assert _dead(settings, "replay").stdout == "Nothing to send.\n"
    found = await read_committed(settings, Channel.RAW)
    assert Counter(record.key.decode() for record in found) == Counter(sent.keys())


async def test_two_replays_at_once_send_each_letter_once(settings: Settings) -> None:
    await make_topics(settings)
    sent = messages(2000)
    await bury(settings, sent)
    results = await asyncio.gather(*(asyncio.to_thread(_dead, settings, "replay") for _ in range(3)))
    # One may have been shut out by another; it says so, without a traceback.
    for result in results:
        assert (result.returncode, result.stderr.count("\n") <= 1) in {(0, True), (1, True)}, result.stderr
        assert result.returncode == 0 or "give the command again" in result.stderr, result.stderr
    _dead(settings, "replay")
    found = await read_committed(settings, Channel.RAW)
    assert Counter(record.key.decode() for record in found) == Counter(sent.keys())


async def test_an_original_too_large_for_its_letter_is_fetched_from_where_it_came(settings: Settings) -> None:
    await make_topics(settings)
    large, long_key = b"x" * 20_000, "k" * (LONGEST_KEY + 5)
    async with producer(settings) as sender:
        first = await sender.send_and_wait(settings.topics.raw, value=large, key=b"large")
        second = await sender.send_and_wait(settings.topics.raw, value=b"short", key=long_key.encode())
    small = Limits(output_bytes=10_000)
    await bury(settings, {"large": large}, limits=small, source=(first.topic, first.partition, first.offset))
    await bury(settings, {long_key: b"short"}, source=(second.topic, second.partition, second.offset))
    await bury(settings, {"gone": large}, limits=small, source=(first.topic, first.partition, 10_000))
    result = _dead(settings, "replay")
    assert result.returncode == 1
    assert "Sent 2" in result.stdout
    assert "gone: the original was too large for the dead letter, and is no longer where it came from" in result.stderr
    found = await read_committed(settings, Channel.RAW)
    assert Counter((record.key, record.value) for record in found) == {
        (b"large", large): 2,
        (long_key.encode(), b"short"): 2,
    }


async def test_letters_are_listed_and_shown(settings: Settings) -> None:
    await make_topics(settings)
    long = "a" * 20
    await bury(settings, {long: b"\xff\x00"}, reason=DeadReason.INVALID_ENCODING)
    await bury(settings, {"b": b"{}"}, reason=DeadReason.MISSING_CONTENT)
    async with producer(settings) as sender:
        await sender.send_and_wait(settings.topics.dead, value=b"not a letter")
    listed = _dead(settings, "list")
    assert "2 in all:" in listed.stdout
    assert long in listed.stdout  # no terminal, so nothing is cut to its width
    assert "1  clean  invalid_encoding" in listed.stdout
    assert "1 records on" in listed.stderr
    (letter,) = [json.loads(line) for line in _dead(settings, "list", "--json", "-n", "1").stdout.splitlines()]
    assert (letter["id"], letter["reason"], letter["replayed"]) == ("b", "missing_content", False)
    assert letter["source"] == {"topic": settings.topics.raw, "partition": 0, "offset": 0}
    shown = _dead(settings, "show", letter["place"]).stdout
    assert ("It took too long." in shown, "never replayed before" in shown) == (True, True)
    assert _dead(settings, "show", long, "--original").stdout == "\xff\x00"
    missing = _dead(settings, "show", "nobody")
    assert (missing.returncode, missing.stderr.splitlines()[-1]) == (
        1,
        "no dead letter nobody. `dateline dead list` shows what there is.",
    )


async def test_a_ledger_that_would_forget_is_refused(settings: Settings) -> None:
    await make_topics(settings)
    admin = await open_admin(settings)
    await admin.create_topics([NewTopic(f"{settings.topics.dead}.replays", 1, 1)])
    await admin.close()
    await bury(settings, {"a": b"1"})
    result = _dead(settings, "replay")
    assert (result.returncode, "Set it to compact" in result.stderr) == (1, True)
    assert await read_committed(settings, Channel.RAW) == []


def test_without_topics_it_says_what_to_do(settings: Settings) -> None:
    for arguments in (["list"], ["show", "a"], ["replay"], ["replay", "--dry-run"]):
        result = _dead(settings, *arguments)
        assert (result.returncode, "dateline topics create" in result.stderr) == (4, True), arguments
    assert _dead(settings, "list", "--since", "yesterday").returncode == 2


async def test_once_the_cause_is_mended_a_replayed_article_is_enriched(broker: str, tmp_path: Path) -> None:
    options = {"pool.processes": 1, "extract.model": "sm", "web.port": 0}
    strict = unique_settings(broker, **options, **{"limits.article_bytes": 500})
    await make_topics(strict)
    with running_worker(strict, tmp_path, "strict"):
        await publish(strict, [(b"one", article_bytes(id="one"))])
        await read_committed(strict, Channel.DEAD, 1)
        # Replayed while the cause is still there, it dies again, and the new letter knows.
        assert "Sent 1" in _dead(strict, "replay").stdout
        letters = await read_committed(strict, Channel.DEAD, 2)
    assert [dict(record.headers).get("dateline-replays") for record in letters] == [None, b"1"]
    mended = strict.model_copy(update={"limits": Settings().limits})
    with running_worker(mended, tmp_path, "mended"):
        assert f"Sent 1 to {strict.topics.raw} (too_large in clean)." in _dead(mended, "replay").stdout
        (enriched,) = await read_committed(mended, Channel.ENRICHED, 1, settle=2.0)
    assert (enriched.key, dict(enriched.headers)["dateline-replays"]) == (b"one", b"2")


@pytest.mark.parametrize("text", ["30s", "2h", "7d"])
def test_a_time_can_be_said_as_long_ago(text: str) -> None:
    from pipeline.tools.moments import moment

    seconds = {"s": 1, "h": 3600, "d": 86400}[text[-1]] * int(text[:-1])
    assert abs(time.time() - seconds - moment(text) / 1000) < 60
