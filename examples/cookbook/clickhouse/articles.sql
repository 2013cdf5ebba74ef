-- Articles from Kafka into ClickHouse: the latest record of each id, with its entities. docs/cookbook/clickhouse.md explains it.
CREATE DATABASE IF NOT EXISTS news;

CREATE TABLE news.articles
(
    id String,
    source Nullable(String),
    title Nullable(String),
    language Nullable(String),
    text String,
    entities Array(Tuple(name String, type String, count UInt32)),
    written DateTime64(3)
)
ENGINE = ReplacingMergeTree(written)
ORDER BY id;

-- librdkafka, which ClickHouse reads Kafka with, leaves out what was aborted unless it is told otherwise.
CREATE TABLE news.articles_queue (record String)
ENGINE = Kafka
SETTINGS kafka_broker_list = '127.0.0.1:19092',
         kafka_topic_list = 'articles.enriched',
         kafka_group_name = 'clickhouse-articles',
         kafka_format = 'JSONAsString';

CREATE MATERIALIZED VIEW news.articles_in TO news.articles AS
SELECT
    JSONExtractString(record, 'id') AS id,
    JSONExtract(record, 'source', 'Nullable(String)') AS source,
    JSONExtract(record, 'title', 'Nullable(String)') AS title,
    JSONExtract(record, 'language', 'Nullable(String)') AS language,
    JSONExtractString(record, 'text') AS text,
    JSONExtract(record, 'entities', 'Array(Tuple(name String, type String, count UInt32))') AS entities,
    _timestamp_ms AS written
FROM news.articles_queue;
