import math

import numpy as np
import pytest

from grader.sandbox import wire

VALUES = [
    None,
    True,
    False,
    0,
    -(1 << 63),
    1 << 100,
    1.5,
    math.inf,
    2j,
    "",
    "é\n",
    b"\x00\xff",
    [],
    (1, [2, (3,)]),
    {"a": {"b": None}},
    wire.Seed(2**62),
    wire.Opaque("Series"),
    wire.Opaque("float64 array", (1, 2)),
]


@pytest.mark.parametrize("value", VALUES, ids=repr)
def test_a_value_comes_back_as_it_was(value):
    back = wire.decode(wire.encode(value))
    assert back == value
    assert type(back) is type(value)


@pytest.mark.parametrize("dtype", wire.DTYPES, ids=str)
@pytest.mark.parametrize("shape", [(), (0,), (3,), (2, 0, 4), (2, 3, 4)], ids=str)
def test_an_array_comes_back_with_dtype_and_shape(dtype, shape):
    array = np.arange(math.prod(shape)).reshape(shape).astype(dtype)
    back = wire.decode(wire.encode(array))
    assert back.dtype == dtype
    assert back.shape == shape
    assert np.array_equal(back, array)


def test_a_transposed_view_keeps_its_order():
    array = np.arange(6.0).reshape(2, 3).T
    assert np.array_equal(wire.decode(wire.encode(array)), array)


def test_bfloat16_is_widened_exactly():
    bits = (np.array([1.0, -2.5], np.float32).view(np.uint32) >> 16).astype(np.uint16)
    assert wire.decode(wire.encode(wire.Bfloat16(bits))).widened().tolist() == [1.0, -2.5]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"z",
        b"i\x00",
        b"s\xff\xff\xff\xff",
        b"s\x01\x00\x00\x00\xff",
        b"l\xff\xff\xff\x7f",
        b"l\x01\x00\x00\x00" * 40 + b"n",
        b"nn",
        b"a\x63\x00",
        b"a\x0b\xff",
        b"a\x0b\x01" + b"\xff" * 8,
        b"a\x0b\x02" + (1 << 40).to_bytes(8, "little") * 2,
        b"a\x0b\x01" + (2).to_bytes(8, "little") + b"\x00" * 8,
        b"d\x02\x00\x00\x00" + (b"\x01\x00\x00\x00k" + b"n") * 2,
        b"gf" + b"\x00" * 8,
        b"on",
        b"hn",
        b"I" + (1 << 20).to_bytes(4, "little") + b"\x01" * (1 << 20),
    ],
    ids=repr,
)
def test_hostile_bytes_are_refused(data):
    with pytest.raises(wire.WireError):
        wire.decode(data)


def test_a_bomb_of_empty_lists_is_refused():
    inner = b"l\x00\x00\x00\x00" * 5000
    with pytest.raises(wire.WireError):
        wire.decode(b"l" + (5000).to_bytes(4, "little") + inner, max_values=1000)


def test_a_boolean_without_dimensions_is_an_array():
    assert type(wire.decode(wire.encode(np.array(True)))) is np.ndarray


def test_a_boolean_array_holds_only_true_and_false():
    data = bytearray(wire.encode(np.array([True, False])))
    data[-2] = 7
    assert np.array_equal(wire.decode(bytes(data)), np.array([True, False]))


@pytest.mark.parametrize("value", [object(), {1: 2}, 1 << 10_000, np.array(["a"]), np.array([None])], ids=repr)
def test_what_has_no_place_is_refused_when_written(value):
    with pytest.raises(wire.WireError):
        wire.encode(value)


def test_a_stream_ends_with_its_mark():
    stream = wire.frame(1) + wire.frame("two") + wire.END
    assert wire.frames(stream) == ([1, "two"], True)


def test_a_cut_stream_gives_what_came_before():
    stream = wire.frame(1) + wire.frame("two")
    assert wire.frames(stream) == ([1, "two"], False)
    assert wire.frames(stream[:-1]) == ([1], False)


def test_bytes_after_the_end_mark_are_no_good_end():
    assert wire.frames(wire.frame(1) + wire.END + b"x") == ([1], False)


def test_leaves_are_named_by_their_path():
    assert wire.leaves({"w": [1, (2, 3)]}) == [("w[0]", 1), ("w[1][0]", 2), ("w[1][1]", 3)]
    assert wire.leaves(5) == [("", 5)]


@pytest.mark.parametrize("shape", [(), (0,), (3,), (2, 2)])
def test_bfloat16_of_any_shape_is_widened_to_an_array(shape):
    widened = wire.Bfloat16(np.full(shape, 0x3FC0, np.uint16)).widened()
    assert type(widened) is np.ndarray
    assert widened.shape == shape
    assert (widened == 1.5).all()
