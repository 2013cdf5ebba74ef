"""Publish articles to `articles.raw`: each is acknowledged by all replicas in sync, and none is written twice."""

import argparse
import asyncio
import json

from aiokafka import AIOKafkaProducer

ARTICLES = [
    {
        "id": "tern-1",
        "source": "Harbour Gazette",
        "text": "Terns nest on the new breakwater\n\nAn estimated 400 pairs have moved in since March, Anna Lindqvist "
        "of the Gothenburg Natural History Museum said.\n\nSubscribe to our newsletter",
    },
    {
        "id": "tern-2",
        "source": "Harbour Gazette",
        "text": "Malmo opens its tidal pool\n\nThe pool below the old lighthouse opened on Saturday, mayor Nils Berg "
        "told reporters in Malmo.\n\nRead more: Terns nest on the new breakwater",
    },
]


async def publish(broker: str, topic: str) -> None:
    """Send every article; returns when all are acknowledged."""
    # acks="all" and an idempotent producer: nothing is lost when a broker dies, nothing is written twice.
    producer = AIOKafkaProducer(bootstrap_servers=broker, acks="all", enable_idempotence=True)
    async with producer:
        sent = [
            await producer.send(topic, json.dumps(article).encode(), key=article["id"].encode()) for article in ARTICLES
        ]
        for article, acknowledged in zip(ARTICLES, await asyncio.gather(*sent), strict=True):
            print(f"{article['id']} is at {topic}[{acknowledged.partition}] @ {acknowledged.offset}")


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--broker", default="localhost:9092")
    options.add_argument("--topic", default="articles.raw")
    given = options.parse_args()
    asyncio.run(publish(given.broker, given.topic))
