"""The worker's web port: metrics, health and the live page."""
