"""What the operating system is asked for: logs to standard error, memory, the parent's death."""
