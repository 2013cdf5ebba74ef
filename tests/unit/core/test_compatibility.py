"""Records of every schema version so far stay readable, and records of a later one are refused in words."""

import json
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from pipeline.core.codec import BadInputError, Limits, decode_clean, decode_raw, encode
from pipeline.core.flow import Channel
from pipeline.core.reasons import DeadReason
from pipeline.core.records import SCHEMA_VERSION

GOLDEN = Path(__file__).parents[2] / "data" / "golden"
VERSIONS = sorted(GOLDEN.glob("v*"))
MODELS: dict[str, type[BaseModel]] = {channel.value: channel.record for channel in Channel}
SINCE = {"sightings": 2, "recurring": 2}  # the schema version that a topic came with; 1 where it is not said
KEPT = [(version, kind) for version in VERSIONS for kind in MODELS if int(version.name[1:]) >= SINCE.get(kind, 1)]


def lines(version: Path, kind: str) -> list[bytes]:
    return (version / f"{kind}.jsonl").read_bytes().splitlines()


def test_there_is_a_folder_for_every_schema_version() -> None:
    assert [version.name for version in VERSIONS] == [f"v{number}" for number in range(1, SCHEMA_VERSION + 1)]


@pytest.mark.parametrize(("version", "kind"), KEPT, ids=lambda part: getattr(part, "name", part))
def test_every_field_of_an_old_record_keeps_its_name_and_meaning(version: Path, kind: str) -> None:
    """A reader of this release sees all that the writer wrote; what it writes again says the same."""
    records = lines(version, kind)
    assert records
    for line in records:
        written = json.loads(line)
        model = MODELS[kind]
        read = json.loads(encode(model.model_validate(written)))
        if kind == "raw":
            read = json.loads(encode(decode_raw(line, Limits())))
            if written.pop("html_base64", None) is not None:
                assert "<article>" in read["html"], "a page's bytes are read as its text"
        assert not lost(written, read), (kind, written.get("id"))


@pytest.mark.parametrize("version", VERSIONS, ids=lambda version: version.name)
def test_an_old_clean_article_is_decoded_as_it_was(version: Path) -> None:
    for line in lines(version, "clean"):
        written = json.loads(line)
        article = decode_clean(line, Limits())
        assert (article.id, article.text, article.metadata) == (written["id"], written["text"], written["metadata"])
        assert [removed.text for removed in article.removed] == [removed["text"] for removed in written["removed"]]


@pytest.mark.parametrize("decode", [decode_raw, decode_clean])
@pytest.mark.parametrize("version", [SCHEMA_VERSION + 1, 10**6, 10**18])
def test_a_later_version_is_refused_with_what_to_do(decode: Any, version: int) -> None:
    value = json.dumps({"id": "later", "text": "From the future.", "schema_version": version, "new": {"field": 1}})
    with pytest.raises(BadInputError) as refused:
        decode(value.encode(), Limits())
    assert refused.value.reason is DeadReason.UNSUPPORTED_SCHEMA_VERSION
    assert refused.value.id == "later"
    assert f"schema_version is {version}" in str(refused.value)
    assert f"reads up to {SCHEMA_VERSION}; update Dateline, then replay" in str(refused.value)


def test_a_field_that_a_later_release_adds_without_a_new_version_does_no_harm() -> None:
    """A worker that is rolled back reads what the newer one wrote; what it does not know it passes on."""
    for line in lines(VERSIONS[-1], "clean"):
        newer = json.loads(line) | {"reading_time": 3, "removed_by": ["x"]}
        article = decode_clean(json.dumps(newer).encode(), Limits())
        assert article.metadata["reading_time"] == 3
        assert article.metadata["removed_by"] == ["x"]


@pytest.mark.parametrize("kind", ["enriched", "mentions", "dead"])
def test_a_reader_of_results_ignores_what_it_does_not_know(kind: str) -> None:
    for line in lines(VERSIONS[-1], kind):
        assert MODELS[kind].model_validate(json.loads(line) | {"added_later": 1})


def lost(written: Any, read: Any, path: str = "") -> list[str]:
    """Paths of what stood in `written` and not in `read`; unknown fields of a raw article stand in its metadata."""
    if isinstance(written, dict) and isinstance(read, dict):
        kept = {**read.get("metadata", {}), **read} if not path and isinstance(read.get("metadata"), dict) else read
        return [
            problem
            for name, value in written.items()
            for problem in ([f"{path}.{name}"] if name not in kept else lost(value, kept[name], f"{path}.{name}"))
        ]
    if isinstance(written, list) and isinstance(read, list) and len(written) == len(read):
        return [
            p
            for n, (one, other) in enumerate(zip(written, read, strict=True))
            for p in lost(one, other, f"{path}[{n}]")
        ]
    return [] if written == read else [path]
