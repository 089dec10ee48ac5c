"""Whatever a submission returns or writes, it gets a verdict that is neither `accepted` nor our fault."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader import VERDICTS, Grader, Job, Sandbox
from grader.sandbox import Limits, protocol, wire
from tests.fuzz.hostile import BYTES, STREAMS

FIXTURE = Path(__file__).parents[1] / "grader" / "fixtures" / "shares"
FILES = {path.name: path.read_text() for path in FIXTURE.iterdir() if path.is_file()}
HONEST = (FIXTURE / "attempts" / "accepted-numpy-division.py").read_text()
ALLOWED = set(VERDICTS) - {"accepted", "internal_error"}


@pytest.fixture(scope="module")
def grader() -> Iterator[Grader]:
    with Sandbox(("numpy", "author")) as sandbox:
        yield Grader(sandbox)


def verdict(grader: Grader, source: str) -> str:
    return grader.grade(Job("1", "a", "shares", "v1", FILES, "numpy", source, seed=7)).verdict


# Objects that lie about themselves, never end, raise where nobody expects it, or have no place in the wire.
PRELUDE = """
import numpy as np, ctypes, datetime, decimal, fractions, sys, types, warnings
class Liar:
    def __getattribute__(self, name): raise KeyboardInterrupt(name)
class Spoof:
    __class__ = property(lambda self: KIND)
class AnyArray:
    shape, dtype, ndim, nbytes, size = (3, 5), np.dtype(float), 2, 120, 15
    def __array__(self, *a, **k): return np.ones((3, 5))
    def __array_function__(self, *a): return True
    def __array_ufunc__(self, *a, **k): return np.ones((3, 5))
    __array_interface__ = {"shape": (1 << 20, 1 << 20), "typestr": "<f8", "data": (1, False), "version": 3}
class LyingList(list):
    def __iter__(self): return iter(int, 1)
    def __len__(self): return 1 << 40
class LyingDict(dict):
    def items(self): return iter(int, 1)
class LyingText(str):
    def __getitem__(self, key): return self
    def __len__(self): return 3
class LyingInt(int):
    def bit_length(self): return 1
class Sub(np.ndarray):
    dtype = property(lambda self: np.dtype(float))
    shape = property(lambda self: (3, 5))
    def tobytes(self, *a): return b""
class Raises(Exception):
    def __str__(self): raise SystemExit
class Meta(type):
    __name__ = property(lambda self: 1 / 0)
class Nameless(metaclass=Meta): pass
def forever():
    while True: yield 0
async def later(): pass
cycle = []; cycle.append(cycle)
deep = []
for _ in range(2000): deep = [deep]
"""
_OBJECTS = """
Liar() Spoof() AnyArray() LyingList([1]) LyingDict(a=1) LyingText("x"*9) LyingInt(1<<600) x.view(Sub) Nameless()
Nameless forever() later() cycle deep np np.ma.masked_array(x) np.matrix(np.ones((3,5))) x[::-1,::-1] x.T x[:0]
np.empty((0,1<<30)) np.empty((3,5),object) np.array([later]) np.zeros(3,"M8[s]") np.zeros(3,"U5")
np.zeros(3,"i4,f8") np.zeros(3,np.longdouble) np.zeros(3,">f8") np.float64(1) np.str_("x") np.void(b"x")
np.broadcast_to(1.0,(1<<14,1<<14)) np.ones((1,)*30) np.lib.stride_tricks.as_strided(x,(3,5),(0,0))
x.astype(np.float16) np.nan float("inf") 1j True None ... NotImplemented 1<<5000 -(1<<511) "\\ud800" "x"*99999
b"\\xff" bytearray(9) memoryview(b"1") range(3) {1:2} {(1,):x} {"\\ud800":x} {x.tobytes():1} frozenset([1])
iter([1]) lambda:1 type sys.modules globals() Raises() Raises decimal.Decimal(1) fractions.Fraction(1,3)
datetime.date(1,1,1) types.SimpleNamespace(a=x) np.random.default_rng(1) np.dtype("f8") np.memmap.__new__
ctypes.c_double(1.0) (ctypes.c_char*9)() warnings
"""
OBJECTS = st.sampled_from(_OBJECTS.split())
RETURNED = st.recursive(
    OBJECTS,
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3).map(lambda items: f"[{', '.join(items)}]")
        | inner.map(lambda item: f"({item}, x)")
        | inner.map(lambda item: f"{{'out': {item}}}")
    ),
    max_leaves=6,
)
WAYS = st.sampled_from(
    [
        "return {0}",
        "raise RuntimeError({0})",
        "raise {0}",
        "x.flags.writeable = True; x.resize((1, 1), refcheck=False); return {0}",
        "x[:] = 0; return {0}",
        "KIND = {0}; return Spoof()",
        "warnings.warn(str({0})[:99999]); return x * 2",
        "print({0}); return [x, {0}]",
        "sys.stdout = {0}; return {0}",
        "np.ndarray = {0}; return {0}",
        "shares.__name__ = 'x'; globals().clear(); return None",
        "type(x).__module__; sys.modules['numpy'] = {0}; return x * 3",
    ]
)


@given(WAYS, RETURNED)
def test_a_hostile_result_is_judged(grader, way, returned):
    body = way.format(returned)
    source = f"{PRELUDE}\nKIND = list\ndef shares(x, axis=-1):\n    {body}\n"
    assert verdict(grader, source) in ALLOWED, body


WRITES = """
import os
def shares(x, axis=-1):
    view = {data!r}
    while view: view = view[os.write({descriptor}, view):]
    {after}
"""
AFTER = st.sampled_from(["return None", "os._exit(0)", "os._exit(119)", "raise ValueError", "os.abort()", "return x"])


@given(STREAMS, AFTER, st.sampled_from([protocol.RESULTS, 1]))
def test_hostile_bytes_on_a_pipe_are_judged(grader, data, after, descriptor):
    assert verdict(grader, WRITES.format(data=data, after=after, descriptor=descriptor)) in ALLOWED


@given(st.lists(BYTES | st.sampled_from([wire.END, protocol.END, protocol.JAILED, protocol.FAILED]), max_size=5))
def test_forged_marks_never_end_in_an_exception(grader, parts):
    data = b"".join(parts) + protocol.END
    assert verdict(grader, WRITES.format(data=data, after="return x", descriptor=protocol.RESULTS)) in ALLOWED


@settings(max_examples=min(200, settings().max_examples))
@given(st.integers(0, 1 << 64), st.binary(max_size=8))
def test_a_length_that_lies_allocates_nothing(grader, length, rest):
    data = (length % (1 << 32)).to_bytes(4, "little") + rest
    source = WRITES.format(data=data, after="os._exit(0)", descriptor=protocol.RESULTS)
    assert verdict(grader, source) in ALLOWED


def test_the_fuzzed_exercise_accepts_an_honest_answer(grader):
    assert verdict(grader, HONEST) == "accepted"


@given(BYTES)
def test_a_payload_of_any_bytes_ends_in_a_verdict_about_the_program(grader, data):
    outcome = grader.sandbox.run("numpy", data, Limits(cpu_seconds=1.0, wall_seconds=20.0, memory_mib=64))
    assert outcome.ended in ("exited", "finished"), outcome
