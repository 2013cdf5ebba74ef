"""One module a stage: bytes of one topic in, outcomes with bytes for the next ones out."""
