"""Entities by hour with Spark Structured Streaming: `python entities_per_hour.py HOST:PORT [FOLDER]`.

Takes pyspark 4.1.1 and Java 17. Reads what is committed on entities.mentions now, and ends; how far it has come stands
in FOLDER, so that the next run goes on from there.
"""

import sys

from pyspark.sql import SparkSession, functions

PACKAGE = "org.apache.spark:spark-sql-kafka-0-10_2.13:4.1.1"
MENTION = "article_id STRING, name STRING, type STRING, count INT"


def main(broker: str, folder: str) -> None:
    """Count and show."""
    spark = (
        SparkSession.builder.master("local[1]")
        .config("spark.jars.packages", PACKAGE)
        .config("spark.driver.memory", "700m")
        .config("spark.sql.shuffle.partitions", "1")
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.ui.enabled", "false")
        .getOrCreate()
    )
    spark.sparkContext.setLogLevel("ERROR")
    mentions = (
        spark.readStream.format("kafka")
        .option("kafka.bootstrap.servers", broker)
        .option("kafka.isolation.level", "read_committed")
        .option("subscribe", "entities.mentions")
        .option("startingOffsets", "earliest")
        .load()
        .select(
            functions.from_json(functions.col("value").cast("string"), MENTION).alias("m"),
            functions.col("timestamp").alias("written"),
        )
    )
    counted = (
        mentions.groupBy(functions.window("written", "1 hour").start.alias("hour"), "m.name", "m.type")
        .agg(
            functions.approx_count_distinct("m.article_id").alias("articles"),
            functions.sum("m.count").alias("mentions"),
        )
        .orderBy("hour", functions.desc("articles"), functions.desc("mentions"), "name")
    )
    query = (
        counted.writeStream.outputMode("complete")
        .format("console")
        .option("numRows", 10)
        .option("truncate", False)
        .option("checkpointLocation", folder)
        .trigger(availableNow=True)
        .start()
    )
    query.awaitTermination()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else "spark-entities")
