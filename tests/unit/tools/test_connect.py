"""What Connect and its connector are told, and what is left of a Java stack trace."""

from pathlib import Path

import pytest

from pipeline.core.flow import Channel
from pipeline.runtime.config.settings import Settings
from pipeline.tools.broker import jars
from pipeline.tools.connect.configuration import connector, properties, worker
from pipeline.tools.connect.process import _cause
from pipeline.tools.errors import UsageError

ADDRESS = "postgresql://anna@db:5433/news"


def test_secrets_stay_in_the_environment() -> None:
    told = connector(Settings(), Channel.ENRICHED, ADDRESS, password=True)
    assert told["connection.url"] == "jdbc:postgresql://db:5433/news?stringtype=unspecified"
    assert (told["connection.username"], told["connection.password"]) == ("anna", "${env:PGPASSWORD}")
    assert "connection.password" not in connector(Settings(), Channel.ENRICHED, ADDRESS, password=False)
    with pytest.raises(UsageError, match="PGPASSWORD"):
        connector(Settings(), Channel.ENRICHED, "postgresql://anna:secret@db/news", password=False)


@pytest.mark.parametrize("address", ["db:5433/news", "postgresql://db", "postgresql:///news", "mysql://db/news"])
def test_an_address_that_it_cannot_take_is_named(address: str) -> None:
    with pytest.raises(UsageError, match="postgresql://USER@HOST:PORT/DATABASE"):
        connector(Settings(), Channel.ENRICHED, address, password=False)


def test_articles_are_known_by_their_id_and_mentions_by_their_place() -> None:
    articles = connector(Settings(), Channel.ENRICHED, ADDRESS, password=False)
    mentions = connector(Settings(), Channel.MENTIONS, ADDRESS, password=False)
    assert (articles["topics"], articles["primary.key.mode"]) == ("articles.enriched", "record_key")
    assert (mentions["topics"], mentions["primary.key.mode"]) == ("entities.mentions", "kafka")
    assert {one["consumer.override.isolation.level"] for one in (articles, mentions)} == {"read_committed"}
    for one in (articles, mentions):
        named = {key.split(".")[1] for key in one if key.startswith("transforms.")}
        assert named == set(one["transforms"].split(","))
    with pytest.raises(UsageError, match="raw has no table"):
        connector(Settings(), Channel.RAW, ADDRESS, password=False)


def test_a_broker_that_it_cannot_reach_is_refused(tmp_path: Path) -> None:
    secured = Settings.model_validate({"security": {"protocol": "SSL"}})
    with pytest.raises(UsageError, match="--print"):
        worker(secured, tmp_path, tmp_path, 1)


def test_properties_are_ascii() -> None:
    assert properties({"a": "C:\\x é 𝄞\n"}) == "a=C:\\\\x \\u00e9 \\ud834\\udd1e\\u000a\n"


def test_the_last_cause_of_a_trace_is_told_on_one_line() -> None:
    trace = "A: outer\n\tat x\nCaused by: B: inner\n\tat y\nCaused by: C: it violates\n  a constraint\n\t... 3 more\n"
    assert _cause(trace) == "C: it violates a constraint."


def test_connect_is_of_the_brokers_version_and_brings_nothing_twice() -> None:
    lists = {name: jars.pinned("pipeline.tools.connect", name) for name in ("connect.txt", "jdbc.txt")}
    kafka = {jar.coordinate for jar in jars.pinned()}
    found = [jar.coordinate for one in lists.values() for jar in one]
    assert len(set(found)) == len(found) > 50
    assert not kafka & set(found)
    versions = {one.rpartition(":")[2] for one in found if one.startswith("org.apache.kafka:")}
    assert versions == {jars.KAFKA_VERSION}
