"""Whatever the jail sends, the worker reads it without an exception, and accepts nothing that is not right."""

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from grader import claims as claiming
from grader import examine, verdict
from grader import folder as folders
from grader import plan as plans
from grader.diagnose import decode
from grader.paper import Desk
from grader.properties import failed
from grader.reporting import case_report, remarks
from grader.rules import Rules
from grader.sandbox import wire

shapes = st.sampled_from([(), (0,), (3,), (3, 5), (4, 4), (5, 3), (100, 200)])
dtypes = st.sampled_from([dtype for dtype in wire.DTYPES if dtype.kind != "c"] + [np.dtype(np.complex128)])
leaves = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(1 << 300), 1 << 300),
    st.floats(),
    st.complex_numbers(),
    st.text(max_size=20),
    st.binary(max_size=20),
    st.builds(wire.Opaque, st.text(max_size=9), st.none() | shapes),
    st.builds(wire.Seed, st.integers(0, 1 << 62)),
    st.builds(lambda n: wire.Bfloat16(np.zeros(n, np.uint16)), shapes),
    st.builds(lambda dtype, shape: np.ones(shape, dtype), dtypes, shapes),
    arrays.arrays(np.float64, (3, 5)),
)
values = st.recursive(
    leaves,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
)
words = st.sampled_from(
    ["source", "run", "stage", "output", "error", "changed", "warnings", "operations", "global_random", "loaded"]
)
frames = st.dictionaries(words, values, max_size=6).map(lambda frame: {"source": 0, **frame})
good = st.builds(lambda run, output: {"source": 0, "run": run, "output": output}, st.integers(0, 20), values)


@pytest.fixture(scope="module", params=["shares", "gate", "running-mean"])
def paper_and_plan(request, sandbox, folder):
    folder_ = folders.read(folder(request.param))
    paper = Desk(sandbox).make(folder_, "numpy", [1])[0]
    return paper, plans.make(folder_, "numpy", paper, Rules("numpy", ()))


@given(st.lists(frames | good, max_size=25))
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_no_claims_raise_or_are_accepted(paper_and_plan, claims):
    paper, plan = paper_and_plan
    stream = b"".join(wire.frame(claim) for claim in claims) + wire.END
    received, _ = wire.frames(stream)
    loading, sorted_claims = claiming.sort(received)
    examined = examine.examine(paper, plan, "numpy", sorted_claims)
    word, _ = verdict.of_loading(loading) if loading else verdict.of_cases(examined)
    assert word != "accepted"
    remarks(examined, sorted_claims, "numpy")
    Rules("torch", ("softmax",)).recorded(item for claim in sorted_claims.values() for item in claim.operations)
    for found in examined:
        case_report(paper, found, "numpy", "")
        decode(found, examined)
        failed(paper, found.case, found.output)
