"""`dateline tail`: `read` follows a topic, `pipeline.tools.render` shows a record, `command` is what a person types."""
