"""Web pages: what must be taken out before parsers read them, and the article they hold."""
