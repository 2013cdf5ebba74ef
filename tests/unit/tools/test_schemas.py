"""What is generated from the records: up to date, valid, and true of the records that the steps really write."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from aiokafka import TopicPartition
from jsonschema import Draft202012Validator
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from pipeline.core.codec import encode
from pipeline.core.flow import Channel, Stage, stateless
from pipeline.core.outcome import Dead, Done, Message, Outcome
from pipeline.core.steps.learn import LearnStep
from pipeline.core.steps.run import Steps
from pipeline.core.steps.settings import StepSettings
from pipeline.runtime.config.settings import Topics
from pipeline.runtime.lanes.messages import Incoming
from pipeline.runtime.lanes.provenance import Provenance
from pipeline.tools import asyncapi, record_schemas, schemas
from tests.support.articles import article_bytes
from tests.unit.learn.told import BANNER, article, seen

ROOT = Path(__file__).parents[3]
SAMPLES = sorted((ROOT / "pipeline" / "tools" / "samples").iterdir())


@pytest.mark.parametrize(
    ("name", "content"), list(schemas.generate()), ids=lambda value: value if isinstance(value, str) else ""
)
def test_generated_files_are_up_to_date(name: str, content: bytes) -> None:
    assert (ROOT / "docs" / "schemas" / name).read_bytes() == content, "run `make generate`"


def test_the_page_of_topics_is_up_to_date() -> None:
    assert (ROOT / "docs" / "topics.md").read_bytes() == schemas.described(), "run `make generate`"


def outcomes() -> list[tuple[Stage, Message, Outcome]]:
    """What the steps make of a good article, one in a language without a model, and a broken one."""
    steps = Steps(StepSettings(model="sm"))
    raw = [
        article_bytes(id="one", source="Coastal Courier", metadata={"a": [1]}),
        b'{"text": "Kort nyhet om vinden i Oslo", "language": "no"}',
        b"x",
    ]
    found: list[tuple[Stage, Message, Outcome]] = []
    for stage in stateless():
        messages = [Message(b"k", value) for value in raw]
        made = steps.run(stage, messages)
        found += [(stage, message, outcome) for message, outcome in zip(messages, made, strict=True)]
        raw = [outcome.outputs[0].value for outcome in made if isinstance(outcome, Done)] + [b'{"id": "no text"}']
    told = [Message(b"k", encode(article(number, seen(BANNER)))) for number in range(3)]
    counted = LearnStep(StepSettings()).run(told)
    return found + [(Stage.LEARN, message, outcome) for message, outcome in zip(told, counted, strict=True)]


@pytest.fixture(scope="module")
def made() -> list[tuple[Stage, Message, Outcome]]:
    return outcomes()


def test_every_record_fits_its_schema(made: list[tuple[Stage, Message, Outcome]]) -> None:
    validators = {channel: Draft202012Validator(record_schemas.schema(channel)) for channel in Channel}
    seen = set()
    for stage, message, outcome in made:
        if stage is Stage.CLEAN and isinstance(outcome, Done):
            validators[Channel.RAW].validate(json.loads(message.value or b""))
        for output in outcome.outputs if isinstance(outcome, Done | Dead) else ():
            validators[output.channel].validate(json.loads(output.value or b""))
            seen.add(output.channel)
    assert seen == set(Channel) - {Channel.RAW}


def test_every_record_carries_the_headers_that_are_documented(made: list[tuple[Stage, Message, Outcome]]) -> None:
    provenance = Provenance(Topics(), "host-1")
    carried = [(name, b"1") for name in ("traceparent", "tracestate", "dateline-replays", "other")]
    names = {getattr(Topics(), channel.value): channel for channel in Channel}
    registry = Registry().with_resource("urn:dateline", DRAFT202012.create_resource(asyncapi.document()))
    for headers in ([], carried):
        for stage, _, outcome in made:
            lane = type("Lane", (), {"source": TopicPartition("articles.raw", 0), "stage": stage})()
            for record in provenance.records(lane, [Incoming(0, 0, b"k", b"", 1.5, headers)], [outcome]):
                channel = names[record.topic]
                message = asyncapi.document()["channels"][channel]["messages"]
                (name,) = message
                schema = {"$ref": f"urn:dateline#/components/messages/{name}/headers"}
                found = {key: value.decode() for key, value in record.headers}
                Draft202012Validator(schema, registry=registry).validate(found)
                documented = asyncapi.channel_headers(channel)
                assert found.keys() == {key for key, always in documented.items() if always or headers}


def test_every_reference_of_the_document_leads_somewhere() -> None:
    document = asyncapi.document()

    def walk(node: Any) -> None:
        if isinstance(node, dict):
            if isinstance(node.get("$ref"), str):
                target: Any = document
                for part in node["$ref"].removeprefix("#/").split("/"):
                    target = target[part]
            for value in node.values():
                walk(value)
        elif isinstance(node, list):
            for value in node:
                walk(value)

    walk(document)
    assert yaml.safe_load(dict(schemas.generate())[schemas.ASYNCAPI]) == document
    for part in document["components"]["schemas"].values():
        Draft202012Validator.check_schema(part)


def test_the_document_describes_what_flows_where() -> None:
    document = asyncapi.document()
    assert {name: channel["address"] for name, channel in document["channels"].items()} == {
        channel.value: getattr(Topics(), channel.value) for channel in Channel
    }
    assert set(document["operations"]) == {
        "receive_raw",
        "send_clean",
        "receive_clean",
        "send_enriched",
        "send_mentions",
        "send_sightings",
        "receive_sightings",
        "send_recurring",
        "send_dead",
    }


def test_the_document_fits_the_schema_of_asyncapi() -> None:
    """With AsyncAPI's own JSON Schema, which no Python package carries; docs/topics.md is made of it."""
    file = ROOT / "build" / "asyncapi" / "node_modules" / "@asyncapi" / "specs" / "schemas" / "3.0.0.json"
    if not file.exists():
        pytest.skip("no AsyncAPI schema; `npm install --prefix build/asyncapi @asyncapi/specs@6.11.1` brings it")
    from jsonschema import Draft7Validator

    schema = json.loads(file.read_bytes())
    errors = list(Draft7Validator(schema).iter_errors(asyncapi.document()))
    assert [f"{error.json_path}: {error.message}" for error in errors] == []
    broken = asyncapi.document()
    broken["channels"]["raw"]["adress"] = "x"
    assert list(Draft7Validator(schema).iter_errors(broken))
