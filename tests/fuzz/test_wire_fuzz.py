"""Whatever bytes come from a jail, the reader gives a value or its own error, within bounds."""

from __future__ import annotations

import time
import tracemalloc

import pytest
from hypothesis import given

from grader.sandbox import wire
from tests.fuzz.hostile import BYTES, STREAMS, VALUES

BYTES_PER_BYTE, GROUND_BYTES = 256, 1 << 16
SECONDS = 2.0


@given(BYTES)
def test_bytes_are_a_value_that_can_be_sent_on_or_are_refused(data):
    try:
        value = wire.decode(data)
    except wire.WireError:
        return
    assert wire.encode(wire.decode(wire.encode(value))) == wire.encode(value)


@given(STREAMS)
def test_a_stream_is_read_up_to_what_is_wrong(data):
    values, complete = wire.frames(data)
    assert not complete or data.endswith(wire.END)
    for value in values:
        wire.encode(value)


@given(VALUES)
def test_what_is_written_is_read_as_it_was(value):
    assert wire.encode(wire.decode(wire.encode(value))) == wire.encode(value)


@given(BYTES | STREAMS)
def test_memory_is_bounded_by_what_came(data):
    tracemalloc.start()
    try:
        wire.frames(data)
        wire.frames(len(data).to_bytes(4, "little") + data)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak <= GROUND_BYTES + BYTES_PER_BYTE * len(data)


@pytest.mark.parametrize(
    "tag", [b"a\x00\x00\x01", b"a\x05\x00\x01", b"l" + bytes(4), b"d" + bytes(4), b"gi" + bytes(8), b"n"]
)
def test_a_stream_of_the_greatest_length_is_not_read_for_long(tag):
    count = (32 << 20) // len(tag)
    body = b"l" + count.to_bytes(4, "little") + tag * count
    started = time.process_time()
    assert wire.frames(len(body).to_bytes(4, "little") + body + wire.END) == ([], False)
    assert time.process_time() - started < SECONDS
