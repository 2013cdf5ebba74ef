"""Which of aiokafka's warnings are noise, and that everything goes through structlog."""

import json
import logging

import pytest
from aiokafka.errors import InvalidProducerIdMapping, KafkaError

from pipeline.runtime.config.settings import Logs
from pipeline.runtime.system import logs

WARNING = "Got error produce response on topic-partition TopicPartition(topic='t', partition=0), retrying. Error: %s"


def record(name: str, message: str) -> logging.LogRecord:
    return logging.LogRecord(name, logging.WARNING, "f", 1, message, None, None)


def test_the_wait_for_transaction_markers_is_not_shown_unless_it_lasts(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [100.0]
    monkeypatch.setattr(logs.time, "monotonic", lambda: now[0])
    noise = logs.MarkerNoise()
    warning = record("aiokafka.producer.sender", WARNING % "[Error 19] NotEnoughReplicasError")
    shown = []
    for _ in range(30):
        shown.append(noise.filter(warning))
        now[0] += 0.1
    assert shown[:10] == [False] * 10
    assert shown[12:] == [True] * 18
    now[0] += 5
    assert noise.filter(warning) is False  # a new transaction


def test_other_warnings_are_always_shown() -> None:
    noise = logs.MarkerNoise()
    assert noise.filter(record("aiokafka.producer.sender", WARNING % "[Error 3] UnknownTopicOrPartitionError"))
    assert noise.filter(record("faust", "NotEnoughReplicas"))


def test_what_aiokafka_repeats_in_an_outage_is_counted_and_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [100.0]
    monkeypatch.setattr(logs.time, "monotonic", lambda: now[0])
    repeats = logs.Repeats()
    shown = []
    for number in range(30):
        line = record("aiokafka", "Unable connect to node with id 1")
        shown += [line.getMessage()] if repeats.filter(line) else []
        assert repeats.filter(record("dateline.lanes", "lane open"))
        assert repeats.filter(record("aiokafka", f"another one, {number}"))
        now[0] += 0.25
    assert shown == ["Unable connect to node with id 1", "Unable connect to node with id 1 (and 19 more times)"]


@pytest.fixture
def restored_root() -> object:
    root = logging.getLogger()
    kept, level = root.handlers[:], root.level
    yield root
    root.handlers[:] = kept
    root.setLevel(level)


@pytest.mark.usefixtures("restored_root")
def test_the_libraries_log_through_structlog_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure(Logs(format="json"))
    logging.getLogger("aiokafka").warning("lost %s", "it", extra={"node": 3})
    logs.get_logger("dateline.test").info("hello", number=1)
    lines = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    assert [(line["event"], line["logger"], line["level"]) for line in lines] == [
        ("lost it", "aiokafka", "warning"),
        ("hello", "dateline.test", "info"),
    ]
    assert lines[0]["node"] == 3
    assert lines[1]["number"] == 1


def test_a_flood_is_bounded_however_its_lines_vary(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [100.0]
    monkeypatch.setattr(logs.time, "monotonic", lambda: now[0])
    flood = logs.Flood()
    lines = [record("aiokafka.client", "Unable connect to node with id %s: %s") for _ in range(1000)]
    assert sum(map(flood.filter, lines)) == flood.OF_A_KIND
    varied = [record("asyncio", f"socket.accept() out of system resource {number}") for number in range(1000)]
    assert sum(map(flood.filter, varied)) == flood.OF_A_LOGGER
    assert all(flood.filter(record("dateline.lanes", "lane open")) for _ in range(120)), "each lane may say so"
    now[0] += flood.SECONDS
    next_line = record("aiokafka.client", "Unable connect to node with id %s: %s")
    next_line.args = (1, "too many open files")
    assert flood.filter(next_line)
    assert (
        next_line.getMessage() == "Unable connect to node with id 1: too many open files (and 980 more lines like it)"
    )


@pytest.mark.usefixtures("restored_root")
def test_an_error_of_kafkas_takes_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure(Logs(format="json"))
    try:
        raise KafkaError("Unexpected error during batch delivery") from InvalidProducerIdMapping()
    except KafkaError:
        logging.getLogger("aiokafka.producer.sender").exception("Unexpected error in sender routine")
        logging.getLogger("asyncio").exception("Future exception was never retrieved\nfuture: <Future finished>")
        logs.get_logger("dateline.worker").exception("ours")
    sender, future, ours = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    assert sender["event"].startswith("Unexpected error in sender routine: KafkaError(")
    assert future["event"].startswith("Future exception was never retrieved: KafkaError(")
    assert "exception" not in sender
    assert "Traceback" in ours["exception"]
