"""How large a compressed batch may become. A few kilobytes can unfold to gigabytes, and take the worker's memory."""

import struct
from collections.abc import Callable, Mapping
from types import MappingProxyType

import cramjam

from pipeline.runtime.kafka import lenient

# A topic takes 16 MiB (topics.max_message_bytes), and text becomes a fifth of its size; this is 8 times as much.
LARGEST = 128 * 1024 * 1024
_GZIP, _SNAPPY, _LZ4, _ZSTD = 1, 2, 3, 4
# How many times its size a stream can become at most; for zstd a block of 4 bytes can stand for 128 KiB.
_RATIO: Mapping[int, int] = MappingProxyType({_GZIP: 1032, _LZ4: 255, _ZSTD: 32_768})
_INTO: Mapping[int, Callable[[memoryview, bytearray], int]] = MappingProxyType(
    {_GZIP: cramjam.gzip.decompress_into, _LZ4: cramjam.lz4.decompress_into, _ZSTD: cramjam.zstd.decompress_into}
)
_XERIAL = b"\x82SNAPPY\0"  # the framing that Java clients write; blocks with their length before each follow


class TooLargeError(ValueError):
    """A batch unfolds to more than is taken."""


def check(batch: memoryview, largest: int = LARGEST) -> None:
    """Raise TooLargeError where a batch would take more than `largest` bytes, or the codec's error."""
    codec = lenient.compression(batch)
    payload = batch[lenient.HEADER_SIZE :]
    if codec == _SNAPPY:
        if _snappy_size(bytes(payload)) > largest:
            raise TooLargeError(_told(len(payload), largest))
    elif codec in _RATIO and len(payload) * _RATIO[codec] > largest:
        _unfold(codec, payload, largest)


def _unfold(codec: int, payload: memoryview, largest: int) -> None:
    """Decompress into a buffer of that size; of its memory only what is written is taken."""
    buffer = bytearray(largest)
    try:
        _INTO[codec](payload, buffer)
    except cramjam.DecompressionError as error:
        if "whole buffer" not in str(error):
            raise
        raise TooLargeError(_told(len(payload), largest)) from None


def _snappy_size(payload: bytes) -> int:
    """What the blocks say of their size; it is what decompressing them would reserve."""
    if not payload.startswith(_XERIAL):
        return int(cramjam.snappy.decompress_raw_len(payload))
    total, at = 0, 16
    while at + 4 <= len(payload):
        size = struct.unpack_from(">i", payload, at)[0]
        total += int(cramjam.snappy.decompress_raw_len(payload[at + 4 : at + 4 + max(0, size)]))
        at += 4 + max(0, size)
    return total


def _told(size: int, largest: int) -> str:
    return f"its {size:,} bytes unfold to more than {largest // 2**20} MiB"
