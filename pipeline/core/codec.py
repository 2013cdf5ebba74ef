"""Bytes to records and back, and everything that can be wrong with the bytes."""

import hashlib
from base64 import b64decode
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeGuard, TypeVar

import orjson
from pydantic import BaseModel, ValidationError

from pipeline.core.charset import decode_page
from pipeline.core.reasons import DeadReason
from pipeline.core.records import LONGEST_ID, SCHEMA_VERSION, CleanArticle, RawArticle, Record, Sighting

R = TypeVar("R", bound=Record)

ID_LENGTH = 32  # hexadecimal digits, 128 bits: no collision to fear among the world's articles
_BOM = b"\xef\xbb\xbf"
_CONTAINERS = (dict, list)
_FIELDS = 64 * 1024  # bytes of a message beside a page: its other fields


@dataclass(frozen=True, slots=True)
class Limits:
    """What a message may be: bytes of an article in plain text and of a page, nesting, bytes of a record to send on."""

    article_bytes: int = 2 * 1024 * 1024
    page_bytes: int = 8 * 1024 * 1024
    depth: int = 32
    output_bytes: int = 16 * 1024 * 1024 - 64 * 1024


class BadInputError(Exception):
    """A message that cannot be used, with a reason code and a sentence for a person. Never leaves the core."""

    def __init__(self, reason: DeadReason, message: str, *, id: str | None = None) -> None:
        super().__init__(message)
        self.reason = reason
        self.id = id


def record_id(raw: bytes) -> str:
    """The id of a record that brought none: the SHA-256 of its bytes, shortened to 128 bits."""
    return hashlib.sha256(raw).hexdigest()[:ID_LENGTH]


def own_id(raw: bytes) -> str:
    """The id that a message brought, if it can be read and used; else its hash."""
    try:
        brought = _parse(raw).get("id")
    except (BadInputError, MemoryError):
        brought = None
    return brought if _usable(brought) else record_id(raw)


def _usable(id: Any) -> TypeGuard[str]:
    return isinstance(id, str) and 0 < len(id) <= LONGEST_ID


def encode(record: BaseModel) -> bytes:
    """A record as JSON: fields in the order of the model, the same bytes for the same record."""
    return encode_fields(fields_of(record))


def fields_of(record: BaseModel) -> dict[str, Any]:
    """The fields of a record in the order of its model."""
    values = record.__dict__
    return {name: values[name] for name in _names(type(record))}


def encode_fields(fields: dict[str, Any]) -> bytes:
    """The fields of a record, in the order of its model, as JSON."""
    return orjson.dumps(fields)


@cache
def _names(model: type[BaseModel]) -> tuple[str, ...]:
    return tuple(model.model_fields)


def decode_raw(raw: bytes, limits: Limits) -> RawArticle:
    """Read a raw article; its id is filled in when it has none, and a page's bytes become `html`.

    Raises BadInputError.
    """
    largest = max(limits.article_bytes, _message_bytes(limits.page_bytes))
    if len(raw) > largest:
        raise BadInputError(
            DeadReason.TOO_LARGE,
            f"the message has {len(raw):,} bytes, more than limits.page_bytes ({limits.page_bytes:,}) allows",
        )
    article = _decode(raw, RawArticle, limits)
    if sum(one is not None for one in (article.text, article.html, article.html_base64)) > 1:
        raise BadInputError(
            DeadReason.AMBIGUOUS_CONTENT,
            "the article has more than one of `text`, `html` and `html_base64`; send one of them",
            id=article.id,
        )
    if article.html_base64 is not None:
        article = article.model_copy(update={"html": _page(article.html_base64, article.id), "html_base64": None})
    content = article.html if article.text is None else article.text
    if content is None:
        raise BadInputError(DeadReason.MISSING_CONTENT, _no_content(article), id=article.id)
    _check_size(raw, article, limits)
    if not content.strip():
        raise BadInputError(DeadReason.EMPTY_CONTENT, "the article's content is empty", id=article.id)
    return article


def _message_bytes(page_bytes: int) -> int:
    """The largest message that may hold a page of so many bytes: in base64, with other fields."""
    return page_bytes * 4 // 3 + _FIELDS


def _page(base64: str, id: str | None) -> str:
    try:
        return decode_page(b64decode(base64, validate=True))
    except ValueError as error:
        raise BadInputError(DeadReason.INVALID_RECORD, f"`html_base64` is not base64: {error}", id=id) from None


def _check_size(raw: bytes, article: RawArticle, limits: Limits) -> None:
    name, limit, size = "limits.article_bytes", limits.article_bytes, len(raw)
    if article.html is not None:
        name, limit, size = "limits.page_bytes", limits.page_bytes, len(article.html.encode("utf-8", "replace"))
    if size > limit:
        raise BadInputError(
            DeadReason.TOO_LARGE, f"the article has {size:,} bytes, more than {name} ({limit:,})", id=article.id
        )


def decode_clean(raw: bytes, limits: Limits) -> CleanArticle:
    """Read a clean article, or anything with a `text`; its id is filled in when it has none. Raises BadInputError."""
    return _decode(raw, CleanArticle, limits)


def decode_sighting(raw: bytes, limits: Limits) -> Sighting:
    """Read what an article told of its lines. Raises BadInputError."""
    try:  # every article has one, read where all lanes wait: straight into the record
        told = Sighting.model_validate_json(raw)
    except ValidationError:
        return _sighting(raw, limits)
    _check_version({"schema_version": told.schema_version}, None)
    return told


def _sighting(raw: bytes, limits: Limits) -> Sighting:
    """The same step by step, which tells what is wrong."""
    fields = _parse(raw)
    if _deeper_than(fields, limits.depth):
        raise BadInputError(DeadReason.TOO_DEEP, f"the JSON is nested deeper than limits.depth ({limits.depth})")
    _check_version(fields, None)
    try:
        return Sighting.model_validate(fields)
    except ValidationError as error:
        raise BadInputError(DeadReason.INVALID_RECORD, _explain(error)) from None


def _decode(raw: bytes, model: type[R], limits: Limits) -> R:
    fields = _parse(raw)
    usable_id = fields.get("id")
    if usable_id is None:
        fields["id"] = usable_id = record_id(raw)
    if not _usable(usable_id):
        usable_id = None  # the message says what is wrong with it; the dead letter gets the hash
    if _deeper_than(fields, limits.depth):
        raise BadInputError(
            DeadReason.TOO_DEEP, f"the JSON is nested deeper than limits.depth ({limits.depth})", id=usable_id
        )
    _check_version(fields, usable_id)
    _keep_unknown(fields, model)
    try:
        return model.model_validate(fields)
    except ValidationError as error:
        raise BadInputError(DeadReason.INVALID_RECORD, _explain(error), id=usable_id) from None


def _parse(raw: bytes) -> dict[str, Any]:
    body = raw.removeprefix(_BOM)
    try:
        fields = orjson.loads(body)
    except orjson.JSONDecodeError as error:
        raise _not_json(body, error) from None
    if not isinstance(fields, dict):
        raise BadInputError(DeadReason.INVALID_RECORD, f"the message must be a JSON object, not {_json_type(fields)}")
    return fields


def _not_json(body: bytes, error: orjson.JSONDecodeError) -> BadInputError:
    try:
        body.decode()
    except UnicodeDecodeError as wrong:
        return BadInputError(
            DeadReason.INVALID_ENCODING,
            f"the message is not UTF-8: byte {body[wrong.start]:#04x} at position {wrong.start}",
        )
    if "depth limit" in str(error):
        return BadInputError(DeadReason.TOO_DEEP, "the JSON is nested deeper than any parser here reads")
    return BadInputError(DeadReason.INVALID_JSON, f"the message is not JSON: {error}")


def _deeper_than(value: Any, limit: int) -> bool:
    """Whether containers are nested more than `limit` deep, the outermost counting as one. Not recursive."""
    level = [value]
    for _ in range(limit):
        level = [
            inner
            for outer in level
            for inner in (outer.values() if isinstance(outer, dict) else outer)
            if isinstance(inner, _CONTAINERS)
        ]
        if not level:
            return False
    return True


def _no_content(article: RawArticle) -> str:
    """What is missing, with a hint where an envelope of Kafka Connect's is around the article."""
    said = "the article has none of `text`, `html` and `html_base64`; send one of them"
    unknown = article.metadata if isinstance(article.metadata, dict) else {}
    if "payload" in unknown and "schema" in unknown:
        said += (
            ". It lies in `payload`, beside a `schema`: Kafka Connect writes that envelope with "
            "value.converter.schemas.enable=true; set it to false"
        )
    return said


def _check_version(fields: dict[str, Any], usable_id: str | None) -> None:
    version = fields.get("schema_version", SCHEMA_VERSION)
    if isinstance(version, int) and version > SCHEMA_VERSION:
        raise BadInputError(
            DeadReason.UNSUPPORTED_SCHEMA_VERSION,
            f"schema_version is {version}, this release reads up to {SCHEMA_VERSION}; update Dateline, then replay",
            id=usable_id,
        )


def _keep_unknown(fields: dict[str, Any], model: type[Record]) -> None:
    """Move what the model does not know into `metadata`, where a name that is taken there wins."""
    unknown = [name for name in fields if name not in model.model_fields]
    metadata = fields.get("metadata")
    if metadata is None:
        metadata = fields["metadata"] = {}
    if unknown and isinstance(metadata, dict):
        fields["metadata"] = {name: fields.pop(name) for name in unknown} | metadata


def _explain(error: ValidationError) -> str:
    problems = [
        f"{'.'.join(str(part) for part in problem['loc'])}: {problem['msg']}"
        for problem in error.errors(include_url=False, include_input=False, include_context=False)
    ]
    more = f" (and {len(problems) - 5} more)" if len(problems) > 5 else ""
    return "the record does not fit its schema: " + "; ".join(problems[:5]) + more


def _json_type(value: Any) -> str:
    names = {list: "an array", str: "a string", bool: "true or false", type(None): "null"}
    return names.get(type(value), "a number")
