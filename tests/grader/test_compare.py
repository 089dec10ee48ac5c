import numpy as np
import pytest

from grader.compare import Comparison
from grader.sandbox.wire import Bfloat16, Opaque

X = np.arange(6.0).reshape(2, 3) / 7


def compared(expected, actual, names=("out",), **options):
    comparison = Comparison(
        **{"framework": "numpy", "lane": "plain", "response": {}, "terms": 6, "dtype": "float64", **options}
    )
    comparison.result(expected, actual, list(names))
    return comparison


def finding(expected, actual, names=("out",), **options):
    findings = compared(expected, actual, names, **options).findings
    return findings[0] if findings else None


@pytest.mark.parametrize(
    ("expected", "actual"),
    [
        (X, X),
        (X, X * (1 + 1e-14)),
        (1.5, np.asarray(1.5)),
        (np.asarray(1.5), 1.5),
        (2.0, 2),
        (3, 3),
        (3, np.asarray(3)),
        (3, 3.0),
        (np.array([1, 2]), np.array([1, 2], np.int32)),
        (True, True),
        (True, np.asarray(True)),
        (None, None),
        ("same", "same"),
        ((X, X), [X, X]),
        ([X, 1.0], (X, 1.0)),
        ([1.0, 2.0], np.array([1.0, 2.0])),
        ({"w": X}, {"w": X, "more": 1}),
        (X, (X, "cache")),
        (np.array([np.nan, np.inf]), np.array([np.nan, np.inf])),
        (np.zeros((0, 3)), np.zeros((0, 3))),
    ],
    ids=lambda value: repr(value)[:30].replace("\n", ""),
)
def test_what_is_equal_passes(expected, actual):
    assert finding(expected, actual) is None


@pytest.mark.parametrize(
    ("expected", "actual", "kind"),
    [
        (X, X * (1 + 1e-6), "values"),
        (X, X + 1e-6, "values"),
        (X, X * np.nan, "nonfinite"),
        (X, np.where(X > 0.5, np.inf, X), "nonfinite"),
        (np.array([np.inf]), np.array([-np.inf]), "nonfinite"),
        (np.array([np.nan]), np.array([0.0]), "nonfinite"),
        (X, X[None], "shape"),
        (X, X[:1], "shape"),
        (X, X[:0], "shape"),
        (X, np.asarray(0.5), "shape"),
        (X, 0.5, "shape"),
        (1.0, np.ones(1), "shape"),
        (X, None, "none"),
        (X, X.tolist(), "structure"),
        (X, "accepted", "structure"),
        (X, {"out": X}, "structure"),
        (X, (), "structure"),
        (X, Opaque("object array", (2, 3)), "structure"),
        (X, Opaque("float64 array", (1 << 27,)), "shape"),
        (X, Opaque("Tensor"), "structure"),
        (X, X > 0, "dtype"),
        (X, np.ones((2, 3), int), "dtype"),
        (X, X.astype(complex), "dtype"),
        (np.array([1, 2]), np.array([1.0, 2.0]), "dtype"),
        (np.array([True]), np.array([1]), "dtype"),
        (np.array([1, 2]), np.array([1, 3]), "values"),
        (True, 1, "values"),
        (None, 0, "values"),
        (3, 4, "values"),
        (3, 1 << 400, "values"),
        ("one", "two", "values"),
        ((X, X), (X,), "structure"),
        ((X, X), X, "structure"),
        ({"w": X}, {}, "structure"),
        ({"w": X}, {"w": X[0]}, "shape"),
        ({"w": X}, [X], "structure"),
        ([1.0, 2.0], np.array([1.0, 3.0]), "values"),
    ],
    ids=lambda value: repr(value)[:30].replace("\n", ""),
)
def test_what_is_not_equal_fails(expected, actual, kind):
    assert finding(expected, actual).kind == kind


def test_a_shape_is_told_in_numbers():
    assert finding(np.ones((2, 5)), np.ones(5)).message == "expected shape (2, 5), got (5,)"


def test_values_are_told_by_count_place_and_both_numbers():
    expected = np.full((2, 4), 0.25)
    actual = expected.copy()
    actual[1, 2], actual[0, 0] = 0.5, 0.26
    found = finding(expected, actual)
    assert found.message == "2 of 8 values differ; largest at (1, 2): expected 0.25, got 0.5"
    assert found.index == [1, 2]
    assert found.max_abs_error == 0.25
    assert found.times_tolerance > 1e10


def test_an_enormous_error_is_a_finite_number():
    found = finding(np.array([-1e308]), np.array([1e308]))
    assert found.max_abs_error == found.times_tolerance == 1e300


def test_close_numbers_are_told_with_enough_digits():
    message = finding(np.array([1.0]), np.array([1.0000123])).message
    assert message == "1 of 1 value differs; largest at (0,): expected 1, got 1.00001"


def test_a_forgotten_return_is_guessed():
    assert "forget `return`" in finding(X, None).message


def test_several_outputs_are_named():
    assert finding((X, X), (X,), ("dx", "dw")).message == "expected 2 results (dx, dw), got 1"
    assert finding((X, X), (X, X + 1), ("dx", "dw")).output == "dw"


def test_a_missing_key_is_named():
    assert finding({"w": X, "b": X}, {"w": X}).message == "the result has no `b`"


def test_a_list_is_told_how_to_become_an_array():
    assert "`np.array`" in finding(X, X.tolist()).message
    assert "torch" in finding(X, X.tolist(), framework="torch").message


def test_a_numpy_array_is_no_tensor():
    assert finding(X, Opaque("ndarray"), framework="torch").message == "expected a tensor, got a NumPy array"


def test_async_is_explained():
    assert "async def" in finding(X, Opaque("coroutine")).message


def test_ragged_rows_are_guessed():
    assert "different lengths" in finding(X, Opaque("object array", (2,))).message


def test_agreement_to_float32_is_a_remark():
    comparison = compared(X, X.astype(np.float32))
    assert comparison.findings == []
    assert comparison.imprecise == ["out"]


def test_agreement_to_float32_is_not_enough_in_a_strict_case():
    assert finding(X, X.astype(np.float32), lenient=False).kind == "values"


def test_half_precision_is_never_enough():
    assert finding(X, X.astype(np.float16)).kind == "values"


def test_numpy_may_widen_single_precision():
    comparison = compared(X, X, lane="float32", dtype="float32")
    assert comparison.findings == []
    assert "float64 for float32 input" in comparison.remarks[0]


def test_a_plain_number_is_no_sign_of_a_float64_array():
    assert compared(np.float64(0.5), 0.5, lane="float32", dtype="float32").remarks == []


def test_pytorch_keeps_the_dtype():
    assert finding(X, X, framework="torch", lane="float32", dtype="float32").kind == "dtype"
    assert finding(X, X.astype(np.float32), framework="torch").kind == "dtype"
    assert finding(X, Bfloat16(np.zeros((2, 3), np.uint16)), framework="torch").kind == "dtype"


def test_without_float_inputs_single_precision_is_right():
    assert compared(X, X.astype(np.float32), framework="torch", dtype=None).findings == []


def test_an_ill_conditioned_output_may_differ_more():
    noisy = X * (1 + 1e-9)
    assert finding(X, noisy, lenient=False) is not None
    assert finding(X, noisy, response={"": np.full(X.shape, 1e6)}, lenient=False) is None


def test_a_response_of_another_shape_widens_nothing():
    assert finding(X, X + 1e-3, response={"": np.full((7, 7), 1e9)}).kind == "values"


def test_extreme_values_in_single_precision_are_judged_coarsely():
    expected = np.array([1000.0, 1.0])
    assert finding(expected, expected + 0.5, lane="float32", dtype="float32", coarse=True) is None
    assert finding(expected, expected * np.nan, lane="float32", dtype="float32", coarse=True).kind == "nonfinite"
