"""confluent-kafka and nlp(text), as people write it first: read, find entities, produce, commit now and then."""

import json
import os
import sys

from confluent_kafka import Consumer, Producer
from model import entities, load


def main(broker: str, group: str, source: str, target: str, pipeline: str) -> None:
    nlp = load(only_ner=pipeline == "ner")
    consumer = Consumer({"bootstrap.servers": broker, "group.id": group, "auto.offset.reset": "earliest"})
    producer = Producer({"bootstrap.servers": broker, "linger.ms": 5})
    consumer.subscribe([source])
    while True:
        message = consumer.poll(1.0)
        if message is None or message.error():
            continue
        article = json.loads(message.value())
        record = {**article, "entities": entities(nlp(article["text"])), "by": os.getpid()}
        producer.produce(target, json.dumps(record).encode(), message.key())
        producer.poll(0)


if __name__ == "__main__":
    main(*sys.argv[1:])
