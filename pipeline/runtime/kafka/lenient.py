"""Decodes a record batch of Kafka's format 2 whose headers' names are not all UTF-8.

Most clients only write UTF-8 there, librdkafka's write any bytes, and the broker looks at none of them. aiokafka's
decoder refuses such a batch; this one, in plain Python, is for those few.
The format: https://kafka.apache.org/documentation/#recordbatch
"""

import struct
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from aiokafka import codec

LOG_OVERHEAD = 12  # bytes of base offset and length, which the length does not count
# Base offset, length, leader's epoch, format, checksum, attributes, last offset delta, first and last timestamp,
# producer's id and epoch, base sequence, number of records.
_HEADER = struct.Struct(">qiibIhiqqqhii")
HEADER_SIZE = _HEADER.size
CODEC_MASK, _LOG_APPEND_TIME = 0x07, 0x08
_PLAIN: Callable[[bytes], bytes] = bytes
_DECODERS: Mapping[int, Callable[[bytes], bytes]] = MappingProxyType(
    {0: _PLAIN, 1: codec.gzip_decode, 2: codec.snappy_decode, 3: codec.lz4_decode, 4: codec.zstd_decode}
)


def compression(batch: memoryview) -> int:
    """The codec's number; 0 for none, and for Kafka's older formats, which nobody has written since 2017."""
    return _HEADER.unpack_from(batch)[5] & CODEC_MASK if len(batch) >= HEADER_SIZE and batch[16] == 2 else 0


def leader_epoch(batch: memoryview) -> int:
    """The epoch of the leader that took the batch; -1 in Kafka's older formats."""
    return int(_HEADER.unpack_from(batch)[2]) if len(batch) >= HEADER_SIZE and batch[16] == 2 else -1


class Record(NamedTuple):
    """A record as aiokafka's decoder gives it; `timestamp` in milliseconds."""

    offset: int
    timestamp: int
    timestamp_type: int
    key: bytes | None
    value: bytes | None
    headers: list[tuple[str, bytes | None]]
    checksum: None = None


def records(batch: memoryview) -> Iterator[Record]:
    """All records of a batch. Raises ValueError, IndexError or a codec's error where it is damaged."""
    fields = _HEADER.unpack_from(batch)
    base, attributes, first_timestamp, last_timestamp, count = fields[0], fields[5], fields[7], fields[8], fields[12]
    reader = _Reader(_DECODERS[attributes & CODEC_MASK](bytes(batch[HEADER_SIZE:])))
    append_time = bool(attributes & _LOG_APPEND_TIME)
    for _ in range(count):
        reader.number()  # its length
        reader.number()  # its attributes, which mean nothing yet
        timestamp = first_timestamp + reader.number()
        offset = base + reader.number()
        key, value = reader.data(), reader.data()
        headers = [(_name(reader.data()), reader.data()) for _ in range(reader.number())]
        yield Record(offset, last_timestamp if append_time else timestamp, int(append_time), key, value, headers)


def _name(raw: bytes | None) -> str:
    return (raw or b"").decode("utf-8", "backslashreplace")


class _Reader:
    """Takes numbers and byte strings off a buffer."""

    def __init__(self, buffer: bytes) -> None:
        self._buffer, self._at = buffer, 0

    def number(self) -> int:
        """A zigzag number of variable length (Protocol Buffers' `sint64`)."""
        value = shift = 0
        while True:
            byte = self._buffer[self._at]
            self._at += 1
            value |= (byte & 0x7F) << shift
            if byte < 0x80:
                return (value >> 1) ^ -(value & 1)
            shift += 7

    def data(self) -> bytes | None:
        """Bytes with their length before them; None for a length below 0."""
        length = self.number()
        if length < 0:
            return None
        self._at += length
        if self._at > len(self._buffer):
            raise ValueError(f"a field of {length} bytes goes beyond the batch")
        return self._buffer[self._at - length : self._at]
