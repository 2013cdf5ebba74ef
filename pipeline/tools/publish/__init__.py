"""`dateline publish`: `sources` reads articles from files, `send` delivers them, `command` is what a person types."""
