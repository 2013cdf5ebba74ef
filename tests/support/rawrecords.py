"""Record batches as no client of ours would write them, byte by byte, and a way to send them."""

import struct
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from aiokafka import TopicPartition, codec
from aiokafka.errors import for_code
from aiokafka.protocol.produce import ProduceRequest
from aiokafka.record.util import calc_crc32c

from pipeline.runtime.config.settings import Settings
from tests.support.kafka import producer

CODECS: Mapping[str, tuple[int, Callable[[bytes], bytes]]] = MappingProxyType(
    {
        "none": (0, bytes),
        "gzip": (1, codec.gzip_encode),
        "snappy": (2, codec.snappy_encode),
        "lz4": (3, codec.lz4_encode),
        "zstd": (4, codec.zstd_encode),
    }
)


class RawRecord(NamedTuple):
    """A record; headers' names are bytes, as they are on the wire."""

    value: bytes | None
    key: bytes | None = None
    headers: tuple[tuple[bytes, bytes | None], ...] = ()


def batch(
    records: Iterable[RawRecord], *, timestamp: int = 0, compression: str = "none", number: int | None = None
) -> bytes:
    """A record batch of format 2 at offset 0; `number` is what it says of its codec, whatever it was."""
    packed = [_record(offset, record) for offset, record in enumerate(records)]
    known, encode = CODECS[compression]
    body = struct.pack(
        ">hiqqqhii", known if number is None else number, len(packed) - 1, timestamp, timestamp, -1, -1, -1, len(packed)
    ) + encode(b"".join(packed))
    return struct.pack(">qiibI", 0, 9 + len(body), -1, 2, calc_crc32c(body)) + body


async def send(settings: Settings, target: TopicPartition, data: bytes) -> None:
    """Hand a batch to the partition's leader; raises its error."""
    async with producer(settings) as sender:
        await sender.partitions_for(target.topic)
        leader = sender.client.cluster.leader_for_partition(target)
        request = ProduceRequest(None, -1, 10_000, [(target.topic, [(target.partition, data)])])
        answer = await sender.client.send(leader, request)
        code = answer.topics[0][1][0][1]
        if code:
            raise for_code(code)()


def _record(offset: int, record: RawRecord) -> bytes:
    headers = b"".join(_data(name) + _data(value) for name, value in record.headers)
    fields = _number(0) + _number(offset) + _data(record.key) + _data(record.value)
    body = b"\0" + fields + _number(len(record.headers)) + headers
    return _number(len(body)) + body


def _data(value: bytes | None) -> bytes:
    return _number(-1) if value is None else _number(len(value)) + value


def _number(value: int) -> bytes:
    zigzag, out = (value << 1) ^ (value >> 63), bytearray()
    while zigzag > 0x7F:
        out.append(zigzag & 0x7F | 0x80)
        zigzag >>= 7
    out.append(zigzag)
    return bytes(out)
