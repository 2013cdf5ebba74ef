"""Articles out of tables: CSV and Parquet, a row each."""

import csv
from collections.abc import Iterator

from pipeline.tools.publish import items
from pipeline.tools.publish.items import LARGEST, Item, Opened, TooLargeError, Unusable

_DELIMITERS = ",;\t|"


def csv_file(opened: Opened) -> Iterator[Item]:
    """A row each, below a row that names the columns; cells are parted by what parts these names."""
    limit = csv.field_size_limit(LARGEST)
    reader, before = _Lines(opened), 0
    try:
        rows = csv.reader(reader, delimiter=reader.delimiter)
        header = next(rows, [])
        problem = items.missing_columns(header, opened.columns)
        if problem is not None:
            yield Unusable(f"{opened.name}:1", problem, 0)
            return
        before = rows.line_num
        for row in rows:
            where, before = f"{opened.name}:{before + 1}", rows.line_num
            if row:
                yield _row(row, header, opened, where)
    except csv.Error as error:
        yield Unusable(f"{opened.name}:{before + 1}", f"cannot be read from here on ({error})", 0)
    finally:
        csv.field_size_limit(limit)


class _Lines:
    """The lines of a table, decoded, and what parts its columns. A byte that is not UTF-8 becomes a lone surrogate."""

    def __init__(self, opened: Opened) -> None:
        self._decoded = _decoded(opened)
        self._first: str | None = next(self._decoded, "")
        self.delimiter = max(_DELIMITERS, key=self._first.count)

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        first, self._first = self._first, None
        return first if first is not None else next(self._decoded)


def _row(row: list[str], header: list[str], opened: Opened, where: str) -> Item:
    if len(row) != len(header):
        return Unusable(where, f"the row has {len(row)} cells, and there are {len(header)} columns", 0)
    if any("\udc80" <= sign <= "\udcff" for cell in row for sign in cell):
        return Unusable(where, "not UTF-8; convert the file first", 0)
    return items.from_table(dict(zip(header, row, strict=True)), opened.columns, where, 0)


def _decoded(opened: Opened) -> Iterator[str]:
    for number, line in enumerate(items.lines(opened.stream), start=1):
        if len(line) > LARGEST:
            raise TooLargeError(f"line {number} has more than {LARGEST:,} bytes")
        yield line.decode("utf-8-sig" if number == 1 else "utf-8", "surrogateescape")


def parquet_file(opened: Opened) -> Iterator[Item]:
    """A row each.

    Raises:
        UsageError: pyarrow is not installed.
    """
    from pipeline.tools.parquet import pyarrow  # noqa: PLC0415 (an extra)

    arrow = pyarrow()
    try:
        table = arrow.parquet.ParquetFile(opened.stream)
        problem = items.missing_columns(table.schema_arrow.names, opened.columns)
        if problem is not None:
            yield Unusable(opened.name, problem, 0)
            return
        number = 0
        for batch in table.iter_batches(batch_size=64):
            for cells in batch.to_pylist():
                number += 1
                yield items.from_table(cells, opened.columns, f"{opened.name}, row {number}", 0)
    except (arrow.lib.ArrowException, OSError) as error:
        yield Unusable(opened.name, f"cannot be read to its end ({error})", 0)
