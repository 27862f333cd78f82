"""Values to bytes and back: the dataclasses of reading by their annotations, as compressed MessagePack.

Bytes of an unknown file never run code and never become values of another type than was asked for; the compression's
checksum tells damaged bytes from sound ones.
"""

from __future__ import annotations

import struct
import zlib
from functools import cache
from typing import Any, Final, TypeVar

import msgspec

T = TypeVar("T")

_LEVEL: Final = 1  # a tenth larger than 6, and three times as fast
# What is shorter than this (in bytes) is most of the blobs, the words of paragraphs: to compress it took a fourteenth
# of the time of reading and made the file a fortieth smaller.
_SHORT: Final = 1024
# What RFC 1950 and 1951 want before bytes that are not compressed, all in one block: zlib itself takes sixty times as
# long to put it there.
_STORED: Final = struct.Struct("<3sHH")
_STORED_HEAD: Final = b"\x78\x01\x01"
# A blob that claims to be larger than this is none of ours: a file has at most 20 MB.
_LARGEST = 1 << 30


class CodecError(ValueError):
    """Bytes that are damaged, or hold a value of another shape. `damaged` tells which."""

    def __init__(self, message: str, *, damaged: bool) -> None:
        self.damaged = damaged
        super().__init__(message)


def packed(value: object) -> bytes:
    """Return `value` (dataclasses, enums, dates, tuples, mappings ... nested at will) as bytes."""
    plain = encoded(value)
    size = len(plain)
    if size > _SHORT:
        return zlib.compress(plain, _LEVEL)
    head = _STORED.pack(_STORED_HEAD, size, size ^ 0xFFFF)
    return b"".join((head, plain, zlib.adler32(plain).to_bytes(4, "big")))


def encoded(value: object) -> bytes:
    """Return the bytes of `value` before they are compressed: what to take a digest of."""
    return _ENCODER.encode(value)


def unpacked(data: object, kind: type[T]) -> T:
    """Return the value of type `kind` that `packed` wrote; CodecError when the bytes are not such a value."""
    plain = check_bytes(data)
    try:
        value: T = _decoder(kind).decode(plain)  # type: ignore[arg-type]  # a type is hashable
    except msgspec.ValidationError as error:  # sound bytes of another version's classes
        raise CodecError(str(error), damaged=False) from error
    except msgspec.DecodeError as error:
        raise CodecError(str(error), damaged=True) from error
    return value


def check_bytes(data: object) -> bytes:
    """Return the bytes that were compressed; CodecError when their checksum is wrong or some are missing."""
    try:
        stream = zlib.decompressobj()
        plain = stream.decompress(data, _LARGEST)  # type: ignore[arg-type]  # a damaged file may hold any type
    except (zlib.error, TypeError) as error:
        raise CodecError(str(error), damaged=True) from error
    if not stream.eof:
        raise CodecError("cut short", damaged=True)
    return plain


_ENCODER = msgspec.msgpack.Encoder(order="deterministic")


@cache
def _decoder(kind: Any) -> msgspec.msgpack.Decoder[Any]:
    return msgspec.msgpack.Decoder(kind)
