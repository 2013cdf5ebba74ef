"""The AsyncAPI document of all topics: keys, headers and schemas, and who reads and writes them.

AsyncAPI 3.0 (https://www.asyncapi.com/docs/reference/specification/v3.0.0), from the same models, settings and header
names that the worker uses.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic.json_schema import models_json_schema

from pipeline.core.flow import Channel, Stage
from pipeline.core.reasons import DeadReason
from pipeline.core.records import SCHEMA_VERSION
from pipeline.runtime.config.settings import Topics
from pipeline.runtime.lanes import headers as provenance
from pipeline.tools.record_schemas import AsWritten, mode

_KAFKA_BINDING = "0.5.0"


@dataclass(frozen=True, slots=True)
class Header:
    """A Kafka header: what it says, and what its bytes look like. All are text in UTF-8."""

    meaning: str
    schema: Mapping[str, Any]


_NUMBER = {"type": "string", "pattern": "^[0-9]+$"}
_TEXT = {"type": "string"}

HEADERS: dict[str, Header] = {
    provenance.PUBLISHED: Header("When the article was published on the raw topic, Unix milliseconds.", _NUMBER),
    provenance.PROCESSED: Header("When the worker made this record, Unix milliseconds.", _NUMBER),
    provenance.SOURCE_TOPIC: Header("The topic of the message this record was made of.", _TEXT),
    provenance.SOURCE_PARTITION: Header("Its partition.", _NUMBER),
    provenance.SOURCE_OFFSET: Header("Its offset.", _NUMBER),
    provenance.WORKER: Header("The worker that made it: host name and process id.", _TEXT),
    provenance.REASON: Header(
        "Why it died, as in the record.", {"type": "string", "enum": [reason.value for reason in DeadReason]}
    ),
    provenance.STAGE: Header("Where it died.", {"type": "string", "enum": [stage.value for stage in Stage]}),
    provenance.REPLAYS: Header(
        "How often it was sent again from the dead letters; absent when never (docs/dead-letters.md).", _NUMBER
    ),
    "traceparent": Header("Trace context as its publisher sent it, W3C (docs/tracing.md).", _TEXT),
    "tracestate": Header("The rest of that trace context.", _TEXT),
}
_OF_DEAD = (provenance.REASON, provenance.STAGE)
_ALWAYS = tuple(name for name in HEADERS if name not in (*_OF_DEAD, *provenance.CARRIED))


def channel_headers(channel: Channel) -> dict[str, bool]:
    """The headers of a channel's records, and whether each is always there."""
    if not channel.written:
        return dict.fromkeys(provenance.CARRIED, False)
    required = (*_ALWAYS, *(_OF_DEAD if channel is Channel.DEAD else ()))
    return dict.fromkeys(required, True) | dict.fromkeys(provenance.CARRIED, False)


def document() -> dict[str, Any]:
    """The AsyncAPI document, with the default names of the topics."""
    names = Topics().names
    return {
        "asyncapi": "3.0.0",
        "info": {
            "title": "Dateline",
            "version": f"{SCHEMA_VERSION}.0.0",
            "description": "Raw news articles in, clean and enriched records out, exactly once. Read with "
            "isolation.level=read_committed: what a worker has not committed is not there yet.",
            "license": {"name": "Apache-2.0"},
        },
        "defaultContentType": "application/json",
        "servers": {
            "broker": {"host": "localhost:9092", "protocol": "kafka", "description": "The setting `broker` names it."}
        },
        "channels": {channel.value: _channel(channel, names[channel]) for channel in Channel},
        "operations": _operations(),
        "components": {
            "messages": {channel.record.__name__: _message(channel) for channel in Channel},
            "schemas": _schemas(),
        },
    }


def _channel(channel: Channel, address: str) -> dict[str, Any]:
    message = channel.record.__name__
    return {
        "address": address,
        "description": f"{channel.holds[0].upper()}{channel.holds[1:]}.",
        "messages": {message: {"$ref": f"#/components/messages/{message}"}},
        "bindings": {"kafka": {"topic": address, "bindingVersion": _KAFKA_BINDING}},
    }


def _operations() -> dict[str, Any]:
    """What the worker does, in the order of the flow."""
    reads = {stage.reads: stage.does for stage in Stage}
    found = {}
    for channel in Channel:
        for action, summary in (
            ("send", "Written in the transaction that commits what it came from." if channel.written else None),
            ("receive", reads.get(channel)),
        ):
            if summary is not None:
                reference = {"$ref": f"#/channels/{channel.value}"}
                found[f"{action}_{channel.value}"] = {"action": action, "channel": reference, "summary": summary}
    return found


def _message(channel: Channel) -> dict[str, Any]:
    name = channel.record.__name__
    headers = channel_headers(channel)
    always = [name for name, required in headers.items() if required]
    properties = {one: {**HEADERS[one].schema, "description": HEADERS[one].meaning} for one in headers}
    return {
        "name": name,
        "title": name,
        "summary": channel.summary,
        "contentType": "application/json",
        "headers": {"type": "object", "properties": properties, **({"required": always} if always else {})},
        "payload": {"$ref": f"#/components/schemas/{name}"},
        "bindings": {
            "kafka": {"key": {"type": "string", "description": channel.key}, "bindingVersion": _KAFKA_BINDING}
        },
    }


def _schemas() -> dict[str, Any]:
    _, combined = models_json_schema(
        [(channel.record, mode(channel)) for channel in Channel],
        ref_template="#/components/schemas/{model}",
        schema_generator=AsWritten,
    )
    found: dict[str, Any] = combined["$defs"]
    return found
