-- Which entities the articles of each hour name most, of what is committed on the topic now; docs/cookbook/flink.md says how to run it.
SET 'sql-client.execution.result-mode' = 'tableau';
SET 'execution.runtime-mode' = 'batch';
SET 'table.local-time-zone' = 'UTC';

CREATE TABLE mentions (
  article_id STRING,
  name STRING,
  `type` STRING,
  `count` INT,
  written TIMESTAMP_LTZ(3) METADATA FROM 'timestamp',
  WATERMARK FOR written AS written - INTERVAL '5' SECOND
) WITH (
  'connector' = 'kafka',
  'topic' = 'entities.mentions',
  'properties.bootstrap.servers' = '127.0.0.1:19092',
  'properties.group.id' = 'flink-entities',
  'properties.isolation.level' = 'read_committed',
  'scan.startup.mode' = 'earliest-offset',
  'scan.bounded.mode' = 'latest-offset',
  'format' = 'json'
);

SELECT window_start, name, `type`, COUNT(DISTINCT article_id) AS articles, SUM(`count`) AS mentions
FROM TABLE(TUMBLE(TABLE mentions, DESCRIPTOR(written), INTERVAL '1' HOUR))
GROUP BY window_start, window_end, name, `type`
ORDER BY window_start, articles DESC, mentions DESC, name
LIMIT 10;
