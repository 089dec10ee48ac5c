"""The one format that crosses the jail's wall, both ways: tagged values, and frames of them; read as an enemy's.

A value is None, a bool, int, float, complex, str, bytes, list, tuple, dict with string keys, an ndarray of a known
dtype, or one of the small classes below. A stream is frames, each a length and a value, and an end mark.
"""

from __future__ import annotations

from dataclasses import dataclass
from struct import Struct
from typing import Any

import numpy as np

MAX_DEPTH = 16
MAX_NDIM = 8
MAX_DIMENSION = 1 << 40
MAX_INTEGER_BYTES = 64
END = b"\xff\xff\xff\xff"
_END_SIZE = (1 << 32) - 1

# Bound once: what a learner does to the module `struct` later changes nothing here.
_U32, _I64, _F64, _C128, _HEAD = Struct("<I"), Struct("<q"), Struct("<d"), Struct("<dd"), Struct("<BB")
_DIMS = [Struct(f"<{n}Q") for n in range(MAX_NDIM + 1)]

DTYPES = tuple(
    np.dtype(name)
    for name in (
        *("bool", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64"),
        *("float16", "float32", "float64", "complex64", "complex128"),
    )
)
NAMES = {dtype: dtype.name for dtype in DTYPES}  # the attribute is slow
_CODES = {dtype: code for code, dtype in enumerate(DTYPES)}


class WireError(ValueError):
    """The bytes are no value of this format, or the value has no place in it."""


@dataclass(frozen=True)
class Seed:
    """A random generator, by its seed."""

    seed: int


@dataclass(frozen=True)
class Bfloat16:
    """An array of bfloat16, by its bits (`uint16`)."""

    bits: np.ndarray[Any, Any]

    def widened(self) -> np.ndarray[Any, Any]:
        """Return the same values as float32."""
        return np.asarray(self.bits.astype(np.uint32) << 16).view(np.float32)


@dataclass(frozen=True)
class Opaque:
    """Something that has no place here: the name of its type, and its shape if it is an array too large to send."""

    type: str
    shape: tuple[int, ...] | None = None


def encode(value: Any) -> bytes:
    """Return the bytes of a value."""
    parts: list[bytes] = []
    _write(value, parts, 0)
    return b"".join(parts)


def frame(value: Any) -> bytes:
    """Return a value as one frame of a stream."""
    body = encode(value)
    return _U32.pack(len(body)) + body


def _write(value: Any, parts: list[bytes], depth: int) -> None:
    if depth > MAX_DEPTH:
        raise WireError("nested too deeply")
    writer = _WRITERS.get(type(value))
    if writer is None:
        raise WireError(f"no place for a {type(value).__name__}")
    writer(value, parts, depth)


def _write_tagged(tag: bytes, value: Any, parts: list[bytes], depth: int) -> None:
    parts.append(tag)
    _write(value, parts, depth + 1)


def _write_int(value: int, parts: list[bytes], depth: int) -> None:
    if -(1 << 63) <= value < 1 << 63:
        parts.append(b"i" + _I64.pack(value))
    elif value.bit_length() >= 8 * MAX_INTEGER_BYTES:
        raise WireError("integer too large")
    else:
        _write_sized(b"I", value.to_bytes(value.bit_length() // 8 + 1, "little", signed=True), parts)


def _write_sized(tag: bytes, body: bytes, parts: list[bytes]) -> None:
    parts.append(tag + _U32.pack(len(body)))
    parts.append(body)


def _write_items(tag: bytes, items: Any, parts: list[bytes], depth: int) -> None:
    parts.append(tag + _U32.pack(len(items)))
    for item in items:
        _write(item, parts, depth + 1)


def _write_dict(value: dict[str, Any], parts: list[bytes], depth: int) -> None:
    parts.append(b"d" + _U32.pack(len(value)))
    for key, item in value.items():
        if type(key) is not str:
            raise WireError("keys are strings")
        parts.append(_keys.get(key) or _key(key))
        _write(item, parts, depth + 1)


_keys: dict[str, bytes] = {}  # the few that come again and again, as they are written


def _key(key: str) -> bytes:
    body = key.encode("utf-8", "backslashreplace")
    written = _U32.pack(len(body)) + body
    if len(_keys) < 500 and len(body) < 40:
        _keys[key] = written
    return written


def _write_array(value: np.ndarray[Any, Any], parts: list[bytes], depth: int) -> None:
    native = value.dtype.newbyteorder("=")
    code = _CODES.get(native)
    if code is None or value.ndim > MAX_NDIM:
        raise WireError(f"no place for an array of {value.dtype}")
    parts.append(b"a" + _HEAD.pack(code, value.ndim) + _DIMS[value.ndim].pack(*value.shape))
    parts.append(value.astype(native, copy=False).tobytes())


_WRITERS: dict[type, Any] = {
    type(None): lambda v, p, d: p.append(b"n"),
    bool: lambda v, p, d: p.append(b"1" if v else b"0"),
    int: _write_int,
    float: lambda v, p, d: p.append(b"f" + _F64.pack(v)),
    complex: lambda v, p, d: p.append(b"c" + _C128.pack(v.real, v.imag)),
    str: lambda v, p, d: _write_sized(b"s", v.encode("utf-8", "backslashreplace"), p),
    bytes: lambda v, p, d: _write_sized(b"b", v, p),
    list: lambda v, p, d: _write_items(b"l", v, p, d),
    tuple: lambda v, p, d: _write_items(b"t", v, p, d),
    dict: _write_dict,
    np.ndarray: _write_array,
    Seed: lambda v, p, d: _write_tagged(b"g", v.seed, p, d),
    Bfloat16: lambda v, p, d: _write_tagged(b"h", v.bits, p, d),
    Opaque: lambda v, p, d: _write_tagged(b"o", (v.type, v.shape), p, d),
}


def decode(data: bytes | memoryview, *, max_values: int = 1_000_000) -> Any:
    """Return the value of some bytes; arrays are read-only views of them.

    Raises:
        WireError: for anything that `encode` would not have written.
    """
    return _Reader(memoryview(data), 0, len(data), max_values).whole()


def frames(data: bytes, *, max_values: int = 200_000) -> tuple[list[Any], bool]:
    """Return the values of a stream up to its end mark, or the first frame that is wrong; and whether it ended well."""
    view, at = memoryview(data), 0
    values: list[Any] = []
    while at + 4 <= len(view):
        (size,) = _U32.unpack_from(view, at)
        at += 4
        if size == _END_SIZE:
            return values, at == len(view)
        if at + size > len(view):
            break
        reader = _Reader(view, at, at + size, max_values)
        try:
            values.append(reader.whole())
        except WireError:
            break
        at, max_values = reader.at, reader.left
    return values, False


class _Reader:
    """Reads one value between two places of some bytes. It is on the way of every submission, so it is quick."""

    __slots__ = ("at", "data", "end", "left")

    def __init__(self, data: memoryview, at: int, end: int, max_values: int) -> None:
        self.data, self.at, self.end, self.left = data, at, end, max_values

    def whole(self) -> Any:
        value = self.value(0)
        if self.at != self.end:
            raise WireError("bytes after the value")
        return value

    def take(self, size: int) -> int:
        """Return where the next bytes begin, and step over them."""
        at = self.at
        if size > self.end - at:
            raise WireError("cut short")
        self.at = at + size
        return at

    def number(self, kind: Struct) -> Any:
        return kind.unpack_from(self.data, self.take(kind.size))[0]

    def sized(self) -> memoryview:
        start = self.at + 4
        if start > self.end:
            raise WireError("cut short")
        self.at = start + _U32.unpack_from(self.data, start - 4)[0]
        if self.at > self.end:
            raise WireError("cut short")
        return self.data[start : self.at]

    def text(self) -> str:
        try:
            return str(self.sized(), "utf-8")
        except UnicodeDecodeError:
            raise WireError("text is not UTF-8") from None

    def count(self) -> int:
        count: int = self.number(_U32)
        if count > self.end - self.at:
            raise WireError("cut short")
        return count

    def value(self, depth: int) -> Any:
        at = self.at
        self.at, self.left = at + 1, self.left - 1
        if depth > MAX_DEPTH or self.left < 0 or at >= self.end:
            raise WireError("too deep, too many values, or cut short")
        read = _READERS.get(self.data[at])
        if read is None:
            raise WireError("unknown tag")
        return read(self, depth)

    def items(self, depth: int) -> list[Any]:
        depth += 1
        return [self.value(depth) for _ in range(self.count())]

    def mapping(self, depth: int) -> dict[str, Any]:
        result: dict[str, Any] = {}
        for _ in range(self.count()):
            key = self.text()
            if key in result:
                raise WireError("a key twice")
            result[key] = self.value(depth + 1)
        return result

    def array(self) -> np.ndarray[Any, Any]:
        code, ndim = _HEAD.unpack_from(self.data, self.take(2))
        if code >= len(DTYPES) or ndim > MAX_NDIM:
            raise WireError("unknown dtype, or too many dimensions")
        shape = _DIMS[ndim].unpack_from(self.data, self.take(8 * ndim))
        count = 1
        for dimension in shape:
            if dimension > MAX_DIMENSION:
                raise WireError("dimension too large")
            count *= dimension
        at = self.take(count * DTYPES[code].itemsize)
        try:
            if count == 0:
                return np.empty(shape, DTYPES[code])
            if code == 0:  # any other byte than 0 and 1 would be a boolean that equals neither
                return np.frombuffer(self.data, np.uint8, count, at).reshape(shape).astype(bool)
            return np.frombuffer(self.data, DTYPES[code], count, at).reshape(shape)
        except ValueError:
            raise WireError("no such array") from None

    def bfloat16(self, depth: int) -> Bfloat16:
        bits = self.value(depth + 1)
        if type(bits) is not np.ndarray or bits.dtype != np.uint16:
            raise WireError("bfloat16 is sent as uint16")
        return Bfloat16(bits)

    def opaque(self, depth: int) -> Opaque:
        match self.value(depth + 1):
            case (str() as name, None):
                return Opaque(name)
            case (str() as name, tuple() as shape) if len(shape) <= 64 and all(type(n) is int for n in shape):
                return Opaque(name, shape)
        raise WireError("no such thing")

    def integer(self) -> int:
        body = self.sized()
        value = int.from_bytes(body[:MAX_INTEGER_BYTES], "little", signed=True)
        if len(body) > MAX_INTEGER_BYTES or value.bit_length() >= 8 * MAX_INTEGER_BYTES:
            raise WireError("integer too large")
        return value

    def seed(self, depth: int) -> Seed:
        seed = self.value(depth + 1)
        if type(seed) is not int or seed < 0:
            raise WireError("a seed is a natural number")
        return Seed(seed)


_READERS: dict[int, Any] = {
    ord("n"): lambda r, d: None,
    ord("1"): lambda r, d: True,
    ord("0"): lambda r, d: False,
    ord("i"): lambda r, d: r.number(_I64),
    ord("I"): lambda r, d: r.integer(),
    ord("f"): lambda r, d: r.number(_F64),
    ord("c"): lambda r, d: complex(r.number(_F64), r.number(_F64)),
    ord("s"): lambda r, d: r.text(),
    ord("b"): lambda r, d: r.sized().tobytes(),
    ord("l"): _Reader.items,
    ord("t"): lambda r, d: tuple(r.items(d)),
    ord("d"): _Reader.mapping,
    ord("a"): lambda r, d: r.array(),
    ord("g"): _Reader.seed,
    ord("h"): _Reader.bfloat16,
    ord("o"): _Reader.opaque,
}


def leaves(value: Any, path: str = "") -> list[tuple[str, Any]]:
    """Return what is not a list, tuple or dict in a value, each with its path: `""`, `"[0]"`, `"[1].w"`."""
    if type(value) in (list, tuple):
        return [leaf for i, item in enumerate(value) for leaf in leaves(item, f"{path}[{i}]")]
    if type(value) is dict:
        return [leaf for key, item in value.items() for leaf in leaves(item, f"{path}.{key}" if path else str(key))]
    return [(path, value)]
