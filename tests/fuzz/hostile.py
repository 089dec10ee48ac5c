"""Hostile bytes for whoever reads the jail's results: noise, values that are nearly right, lengths that lie."""

from __future__ import annotations

import numpy as np
from hypothesis import strategies as st

from grader.sandbox import wire

_shapes = st.lists(st.integers(0, 4), max_size=4).map(tuple)
_leaves = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(1 << 510), 1 << 510),
    st.floats(),
    st.complex_numbers(),
    st.text(max_size=20),
    st.binary(max_size=20),
    st.builds(wire.Seed, st.integers(0, 1 << 62)),
    st.builds(wire.Opaque, st.text(max_size=9), st.none() | _shapes),
    st.builds(lambda shape: wire.Bfloat16(np.zeros(shape, np.uint16)), _shapes),
    st.builds(np.ones, _shapes, st.sampled_from(wire.DTYPES)),
)
_words = st.sampled_from(["source", "run", "stage", "output", "error", "changed", "operations", "loaded", "warnings"])
VALUES = st.recursive(
    _leaves,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.lists(inner, max_size=4).map(tuple)
        | st.dictionaries(_words | st.text(max_size=4), inner, max_size=4)
    ),
    max_leaves=12,
)

_tags = st.sampled_from([*b"n10ifcsIbltdagho\xff"]).map(lambda code: bytes([code]))
_numbers = st.sampled_from([0, 1, 2, 255, 1 << 16, (1 << 31) - 1, (1 << 32) - 1, 1 << 40, (1 << 63), (1 << 64) - 1])
_words_of_bytes = st.builds(
    lambda n, size: (n % (1 << 8 * size)).to_bytes(size, "little"), _numbers, st.sampled_from([1, 4, 8])
)
NEARLY = st.lists(_tags | _words_of_bytes | st.binary(max_size=9), max_size=60).map(b"".join)


@st.composite
def mutated(draw: st.DrawFn, originals: st.SearchStrategy[bytes]) -> bytes:
    """Return bytes of which a few were changed, cut out, doubled or replaced."""
    data = bytearray(draw(originals))
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(data)))
        until = at + draw(st.integers(0, 9))
        data[at:until] = draw(st.binary(max_size=9) | _words_of_bytes | st.just(bytes(data[at:until]) * 2))
    return bytes(data)


BYTES = st.binary(max_size=300) | NEARLY | mutated(VALUES.map(wire.encode))
STREAMS = st.binary(max_size=300) | mutated(
    st.lists(VALUES.map(wire.frame) | NEARLY.map(lambda body: len(body).to_bytes(4, "little") + body), max_size=6).map(
        lambda frames: b"".join(frames) + wire.END
    )
)
