"""`dateline sink parquet`.

`columns` says what a record looks like as a row, `folder` which files there are and how one is added, `parquet` goes
from the topic to the folder, `command` is what a person types.
"""
