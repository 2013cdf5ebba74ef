"""What stands in the headers of a record."""

import time
from dataclasses import replace
from types import SimpleNamespace

from aiokafka import TopicPartition

from pipeline.core.flow import Channel, Stage
from pipeline.core.outcome import Dead, Done, Dropped, Output
from pipeline.core.reasons import DeadReason, DropReason
from pipeline.runtime.config.settings import Topics
from pipeline.runtime.lanes.headers import header
from pipeline.runtime.lanes.messages import Incoming
from pipeline.runtime.lanes.provenance import Provenance, arrived_at, published_at

LANE = SimpleNamespace(source=TopicPartition("articles.raw", 3), stage=Stage.CLEAN)


def incoming(offset: int, *headers: tuple[str, bytes]) -> Incoming:
    return Incoming(offset, offset, b"k", b"v", 1000.5, headers)


def test_records_keep_their_order_and_say_where_they_come_from() -> None:
    outcomes = [
        Done((Output(Channel.ENRICHED, b"a", b"1"), Output(Channel.MENTIONS, b"n", b"2"))),
        Dropped(DropReason.TOMBSTONE),
        Dead(DeadReason.INVALID_JSON, "why", (Output(Channel.DEAD, b"b", b"3"),)),
    ]
    batch = [incoming(7, ("traceparent", b"00-1"), ("other", b"x")), incoming(8), incoming(9)]
    records = Provenance(Topics(dead="dead.ones"), "host-1").records(LANE, batch, outcomes)  # type: ignore[arg-type]
    assert [(r.topic, r.key, r.value) for r in records] == [
        ("articles.enriched", b"a", b"1"),
        ("entities.mentions", b"n", b"2"),
        ("dead.ones", b"b", b"3"),
    ]
    first, last = dict(records[0].headers), dict(records[2].headers)
    assert first["dateline-source-topic"] == b"articles.raw"
    assert (first["dateline-source-partition"], first["dateline-source-offset"]) == (b"3", b"7")
    assert first["dateline-published"] == b"1000500"
    assert first["traceparent"] == b"00-1"
    assert "other" not in first
    assert (last["dateline-reason"], last["dateline-stage"]) == (b"invalid_json", b"clean")


def test_articles_bear_the_time_of_processing_unless_that_of_publishing_is_wanted() -> None:
    late = replace(incoming(8), timestamp=time.time() + 3600)  # no broker takes a time that lies ahead
    dead = Dead(DeadReason.INVALID_JSON, "why", (Output(Channel.DEAD, b"b", b"3"),))
    done = Done((Output(Channel.CLEAN, b"a", b"1"), Output(Channel.SIGHTINGS, b"s", b"2")))
    outcomes = [done, done, dead]

    def timestamps(topics: Topics) -> list[int | None]:
        batch = [incoming(7), late, incoming(9)]
        return [record.timestamp for record in Provenance(topics, "host-1").records(LANE, batch, outcomes)]  # type: ignore[arg-type]

    assert timestamps(Topics()) == [None] * 5
    first, seen, ahead, also_seen, letter = timestamps(Topics(record_timestamp="published"))
    assert (first, seen, also_seen, letter) == (1_000_500, None, None, None)
    assert ahead is not None
    assert ahead <= time.time() * 1000


def test_a_message_arrived_when_it_was_made_however_old_its_timestamp() -> None:
    assert arrived_at(incoming(0)) == 1000.5
    assert arrived_at(incoming(0, ("dateline-processed", b"2000000"))) == 2000.0
    assert arrived_at(incoming(0, ("dateline-processed", b"5"))) == 1000.5


def test_the_time_of_publishing_is_handed_on() -> None:
    assert published_at(incoming(0)) == 1000.5
    assert published_at(incoming(0, ("dateline-published", b"5000"))) == 5.0
    assert published_at(incoming(0, ("dateline-published", b"soon"))) == 1000.5


def test_the_last_header_of_a_name_counts() -> None:
    assert header((("a", b"1"), ("a", b"2")), "a") == b"2"
    assert header((), "a") is None
