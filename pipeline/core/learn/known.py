"""What is known of every source's lines: a view of the compacted topic, and what one article's source needs of it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from struct import Struct
from typing import NamedTuple

import orjson
from pydantic import ValidationError

from pipeline.core.codec import encode
from pipeline.core.outcome import Known
from pipeline.core.records import LearnedLine

_LINE = Struct(">8sII")  # a line's key, seen, of
_IS_LINE = re.compile("[0-9a-f]{16}")
_KINDS = frozenset({"recurring", "ruling"})


class Evidence(NamedTuple):
    """So many of so many articles of a source had a line."""

    seen: int
    of: int


class NotALearnedLineError(ValueError):
    """A record on the topic of learned lines that is none; the message says what is wrong."""


@dataclass(slots=True)
class _Source:
    recurring: dict[str, Evidence] = field(default_factory=dict)
    rulings: dict[str, str] = field(default_factory=dict)
    known: Known | None = None  # made when asked for, until something changes


class LineKey(NamedTuple):
    """What is known of a line goes by this."""

    source: str
    line: str
    kind: str


class KnownLines:
    """All that was learned and ruled, by source. Later records of a key take the place of earlier ones."""

    def __init__(self) -> None:
        self._sources: dict[str, _Source] = {}

    def __len__(self) -> int:
        return sum(len(source.recurring) + len(source.rulings) for source in self._sources.values())

    @property
    def sources(self) -> int:
        """How many sources something is known of."""
        return len(self._sources)

    def names(self) -> tuple[str, ...]:
        """The sources something is known of."""
        return tuple(self._sources)

    def of(self, source: str) -> Known | None:
        """What goes from the source's articles; None when nothing does."""
        known = self._sources.get(source)
        if known is None:
            return None
        if known.known is None:
            known.known = pack(source, dict(_effective(known)))
        return known.known if known.known.packed else None

    def recurring(self, source: str) -> Mapping[str, Evidence]:
        """The lines of a source that were learned, whatever a person ruled since."""
        known = self._sources.get(source)
        return known.recurring if known is not None else {}

    def take(self, line: LearnedLine) -> None:
        """Know one more line, or know it anew."""
        source = self._sources.setdefault(line.source, _Source())
        source.known = None
        if line.kind == "ruling":
            source.rulings[line.line] = line.verdict
        else:
            source.recurring[line.line] = Evidence(line.seen, line.of)

    def forget(self, name: str, line: str, kind: str) -> None:
        """Know it no longer."""
        source = self._sources.get(name)
        if source is None:
            return
        source.known = None
        (source.rulings if kind == "ruling" else source.recurring).pop(line, None)
        if not source.rulings and not source.recurring:
            del self._sources[name]


def key_bytes(source: str, line: str, kind: str) -> bytes:
    """The Kafka key of what is known of a line: what was learned and what a person ruled do not replace one another."""
    return orjson.dumps([source, line, kind])


def encoded(line: LearnedLine) -> tuple[bytes, bytes]:
    """Key and value of a learned line on its topic."""
    return key_bytes(line.source, line.line, line.kind), encode(line)


def decode(key: bytes | None, value: bytes | None) -> tuple[LineKey, LearnedLine | None]:
    """A record on the topic: of which source, line and kind, and what is known of it; None where that ends.

    Raises:
        NotALearnedLineError: it is none. One whose value is another line's is none either: it could not be forgotten.
    """
    of = _decode_key(key)
    if value is None:
        return of, None
    try:
        line = LearnedLine.model_validate_json(value)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(str(part) for part in first["loc"]) or "the record"
        raise NotALearnedLineError(f"{where}: {first['msg']}") from None
    if LineKey(line.source, line.line, line.kind) != of:
        raise NotALearnedLineError("source, line and kind are not those of its key")
    return of, line


def _decode_key(key: bytes | None) -> LineKey:
    try:
        parts = orjson.loads(key or b"")
    except orjson.JSONDecodeError as error:
        raise NotALearnedLineError(f"the key is not JSON: {error}") from None
    if not isinstance(parts, list) or len(parts) != 3 or not all(isinstance(part, str) for part in parts):
        raise NotALearnedLineError("the key is not [source, line, kind]")
    if _IS_LINE.fullmatch(parts[1]) is None or parts[2] not in _KINDS:
        raise NotALearnedLineError(
            "the key is not [source, line, kind] with 16 hexadecimal digits for a line, and recurring or ruling"
        )
    return LineKey(*parts)


def pack(source: str, lines: Mapping[str, Evidence]) -> Known:
    """What goes from a source's articles, as it travels."""
    packed = b"".join(_LINE.pack(bytes.fromhex(line), *lines[line]) for line in sorted(lines))
    return Known(source, blake2b(packed, digest_size=8).hexdigest(), packed)


def unpack(known: Known) -> dict[str, Evidence]:
    """The lines of what is known, by key."""
    return {key.hex(): Evidence(seen, of) for key, seen, of in _LINE.iter_unpack(known.packed)}


def _effective(source: _Source) -> Iterator[tuple[str, Evidence]]:
    """What goes: what was learned and not ruled to be kept, and what was ruled to go."""
    for line, evidence in source.recurring.items():
        if source.rulings.get(line) != "keep":
            yield line, evidence
    for line, verdict in source.rulings.items():
        if verdict == "drop" and line not in source.recurring:
            yield line, Evidence(0, 0)
