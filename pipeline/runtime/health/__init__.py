"""Whether the worker works: liveness, readiness, the watchdog."""
