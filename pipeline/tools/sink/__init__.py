"""`dateline sink parquet` and `sink postgres`.

`reading` reads a topic from where a sink stands. `parquet` fills a folder: `columns` says what a record looks like as a
row, `folder` which files there are and how one is added. `postgres` fills a table. `monitor` knows how a sink stands,
`service` keeps one going and tells of it on a web port. `command` is what a person types.
"""
