"""Talking to Kafka: connections, topics, offsets, and records packed into batches."""
