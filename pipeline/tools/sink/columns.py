"""Records as rows: a column for each field, nested where the record is."""

import types
from dataclasses import fields, is_dataclass
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

import orjson
from aiokafka import ConsumerRecord

from pipeline.core.records import Record
from pipeline.tools.parquet import pyarrow

_PLAIN = {bool: "bool_", int: "int64", float: "float64"}


def schema_of(record: type[Record]) -> Any:
    """The columns of a record, and where and when it was on the topic."""
    arrow = pyarrow()
    columns = [(name, _type(arrow, field.annotation)) for name, field in record.model_fields.items()]
    place = [("kafka_partition", arrow.int32()), ("kafka_offset", arrow.int64())]
    return arrow.schema([*columns, *place, ("kafka_time", arrow.timestamp("ms", tz="UTC"))])


def row(schema: Any, record: ConsumerRecord) -> dict[str, Any]:
    """A record as a row; what the schema does not know is left out.

    Raises:
        ValueError, TypeError: it is no JSON object, or a field is of another type.
    """
    value = orjson.loads(record.value or b"")
    if not isinstance(value, dict):
        raise TypeError("it is no JSON object")
    place = {
        "kafka_partition": record.partition,
        "kafka_offset": record.offset,
        "kafka_time": record.timestamp,
    }
    return {field.name: _fit(field.type, value.get(field.name)) for field in schema} | place


def _type(arrow: Any, hint: Any) -> Any:
    """The Arrow type of a field. What is free (`metadata`, settings) is text: a column has one type."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _type(arrow, inner[0])
    if origin in (Union, types.UnionType):
        return _type(arrow, next(one for one in inner if one is not type(None)))
    if origin is tuple:
        return arrow.list_(_type(arrow, inner[0]))
    if origin is dict or origin is Literal:
        return arrow.string()
    if is_dataclass(hint):
        hints = get_type_hints(hint, include_extras=True)
        return arrow.struct([(field.name, _type(arrow, hints[field.name])) for field in fields(hint)])
    name = next((name for kind, name in _PLAIN.items() if issubclass(hint, kind)), "string")
    return getattr(arrow, name)()


def _fit(kind: Any, value: Any) -> Any:
    """A value of JSON as a cell."""
    name = str(kind).partition("<")[0]
    if value is None:
        return None
    if name == "struct":
        if not isinstance(value, dict):
            raise TypeError(f"{str(value)[:50]!r} is no object")
        return {field.name: _fit(field.type, value.get(field.name)) for field in kind}
    if name == "list":
        if not isinstance(value, list):
            raise TypeError(f"{str(value)[:50]!r} is no array")
        return [_fit(kind.value_type, one) for one in value]
    return orjson.dumps(value).decode() if isinstance(value, dict | list) else value
