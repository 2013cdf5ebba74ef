"""Moves bytes: settings, topics, the Faust app, lanes, the process pool, metrics, logs, health."""
