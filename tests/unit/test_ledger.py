"""The ledger of the chaos scenarios sees a loss, a repetition, a stranger, a wrong order, an open offset."""

from types import SimpleNamespace
from typing import Any

import pytest

from pipeline.core.flow import Channel
from pipeline.runtime.kafka.offsets import PartitionState
from pipeline.runtime.lanes.headers import SOURCE_OFFSET, SOURCE_PARTITION, SOURCE_TOPIC, STAGE
from tests.support.ledger import Audit, audit


def record(
    id: str, offset: int, *, topic: str = "raw", read: int | None = None, stage: str = "", value: bytes = b""
) -> Any:
    """A record that stands at `offset` and was made of what was read at `read`."""
    headers = [(SOURCE_TOPIC, topic.encode()), (SOURCE_PARTITION, b"0"), (STAGE, stage.encode())]
    headers.append((SOURCE_OFFSET, b"%d" % (offset if read is None else read)))
    return SimpleNamespace(key=id.encode(), value=value, topic="out", partition=0, offset=offset, headers=headers)


def check(*, lag: int | None = 0, **changed: list[Any]) -> Audit:
    """An audit of three articles, one of them dead after the first step, with some channels changed."""
    sound: dict[str, list[Any]] = {
        "clean": [record("a", 0), record("b", 1)],
        "enriched": [record("a", 0, topic="clean"), record("b", 1, topic="clean")],
        "dead": [record("c", 0, read=2, stage="clean")],
        "mentions": [record("Peru", 0, topic="clean", read=0), record("Chile", 1, topic="clean", read=0)],
    }
    records = {Channel(name): found for name, found in (sound | changed).items()}
    return audit(["a", "b", "c"], records, [PartitionState("raw", 0, 0, 3, 3, lag)])


def test_a_sound_flow_has_no_complaints() -> None:
    assert check().complaints() == ""
    assert check(lag=None).uncommitted


@pytest.mark.parametrize(
    ("kind", "changed"),
    [
        ("lost", {"enriched": [record("a", 0, topic="clean")]}),
        ("duplicated", {"enriched": [record(id, n, topic="clean") for n, id in enumerate("abb")]}),
        ("duplicated", {"clean": [record("a", 0), record("b", 1), record("b", 2)]}),
        ("duplicated", {"dead": [record("c", 0, read=2, stage="clean"), record("a", 1, read=3, stage="clean")]}),
        ("duplicated", {"mentions": [record("Peru", n, topic="clean", read=0) for n in range(2)]}),
        ("strangers", {"enriched": [record(id, n, topic="clean") for n, id in enumerate("abx")]}),
        ("disordered", {"enriched": [record("b", 0, topic="clean", read=1), record("a", 1, topic="clean", read=0)]}),
    ],
)
def test_it_names_what_is_wrong(kind: str, changed: dict[str, list[Any]]) -> None:
    found = check(**changed)
    assert getattr(found, kind), found
    assert kind in found.complaints()


def test_an_offset_that_is_not_committed_is_named() -> None:
    assert check(lag=2).uncommitted == ["raw[0] 3 of 3"]
