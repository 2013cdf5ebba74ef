"""The cookbook's files name fields and topics that there are. That they run, the pages say themselves."""

import re
from pathlib import Path

from pipeline.core.flow import Channel
from pipeline.runtime.config.settings import Settings

COOKBOOK = Path(__file__).parents[3] / "examples" / "cookbook"
TOPICS = Settings().topics


def _read(*path: str) -> str:
    return COOKBOOK.joinpath(*path).read_text(encoding="utf-8")


def test_flink_asks_for_fields_of_a_mention() -> None:
    sql = _read("flink", "entities.sql")
    columns = re.findall(r"^  `?(\w+)`? (?:STRING|INT),$", sql, re.MULTILINE)
    assert len(columns) == 4
    assert set(columns) <= set(Channel.MENTIONS.record.model_fields)
    assert f"'topic' = '{TOPICS[Channel.MENTIONS]}'" in sql
    assert "read_committed" in sql


def test_spark_asks_for_fields_of_a_mention() -> None:
    script = _read("spark", "entities_per_hour.py")
    found = re.search(r'MENTION = "(.*)"', script)
    assert found
    assert {column.split()[0] for column in found[1].split(", ")} <= set(Channel.MENTIONS.record.model_fields)
    assert f'"{TOPICS[Channel.MENTIONS]}"' in script
    assert "read_committed" in script


def test_clickhouse_asks_for_fields_of_an_article() -> None:
    sql = _read("clickhouse", "articles.sql")
    asked = re.findall(r"\(record, '(\w+)'", sql)
    assert len(asked) == 6
    assert set(asked) <= set(Channel.ENRICHED.record.model_fields)
    assert f"kafka_topic_list = '{TOPICS[Channel.ENRICHED]}'" in sql
