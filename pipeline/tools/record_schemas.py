"""The JSON Schemas of the records, from the models that read and write them."""

from typing import Any, Literal

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

from pipeline.core.flow import Channel


class AsWritten(GenerateJsonSchema):
    """Knows that a record that is written has every field, also one that has a default when it is read."""

    def field_is_required(self, field: Any, total: bool) -> bool:
        """Whether a record without the field is none."""
        return self.mode == "serialization" or super().field_is_required(field, total)


def schema(channel: Channel) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of the records on a channel."""
    described = TypeAdapter(channel.record).json_schema(mode=mode(channel), schema_generator=AsWritten)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **described}


def mode(channel: Channel) -> Literal["validation", "serialization"]:
    """What publishers write is described as it is read, everything else as it is written: every field is there."""
    return "serialization" if channel.written else "validation"
