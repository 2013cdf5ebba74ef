"""What is measured: metrics, what a batch adds to them, spans and tracing."""
