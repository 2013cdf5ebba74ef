"""Read enriched articles as they are committed, and print who and what each is about."""

import argparse
import asyncio
import json

from aiokafka import AIOKafkaConsumer


async def consume(broker: str, topic: str, count: int) -> None:
    """Print `count` articles, those that are on the topic already included."""
    # Without read_committed a reader also sees what was written in transactions that were aborted.
    consumer = AIOKafkaConsumer(
        topic,
        bootstrap_servers=broker,
        group_id="examples",
        auto_offset_reset="earliest",
        isolation_level="read_committed",
    )
    async with consumer:
        for _ in range(count):
            article = json.loads((await consumer.getone()).value)
            names = ", ".join(f"{entity['name']} ({entity['type']})" for entity in article["entities"])
            print(f"{article['id']}: {article['title']}\n  {names}\n  {len(article['removed'])} lines removed")


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--broker", default="localhost:9092")
    options.add_argument("--topic", default="articles.enriched")
    options.add_argument("--count", type=int, default=2)
    given = options.parse_args()
    asyncio.run(consume(given.broker, given.topic, given.count))
