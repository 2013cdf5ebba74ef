"""pyarrow, which the extra `parquet` brings."""

from types import ModuleType

from pipeline.tools.errors import UsageError


def pyarrow() -> ModuleType:
    """The package with `pyarrow.parquet` loaded. Raises UsageError where it is not installed."""
    try:
        import pyarrow as arrow  # noqa: PLC0415
        import pyarrow.parquet  # noqa: PLC0415
    except ImportError:
        raise UsageError("Parquet files take pyarrow, the extra `parquet`: pip install pyarrow") from None
    return arrow  # type: ignore[no-any-return]
