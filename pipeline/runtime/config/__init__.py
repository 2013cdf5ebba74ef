"""Settings: what can be set, and where a value comes from (defaults, file, environment)."""
