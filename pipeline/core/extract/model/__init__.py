"""Which model reads a text, how it is tuned for news, and how it is run."""
