"""The killable process pool that takes batches through a step."""
