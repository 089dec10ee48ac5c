import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from grader.tolerance import PRECISIONS, allowed_everywhere, loose, tolerance


def test_float64_allows_about_1e_12_of_the_value():
    allowed = tolerance(np.array([1.0]), 0.0, "float64", 10)
    assert allowed[0] == pytest.approx(2 * 2**-40, rel=1e-12)


def test_small_elements_are_allowed_the_error_of_large_ones():
    allowed = tolerance(np.array([1.0, 1e-20]), 0.0, "float64", 10)
    assert allowed[1] > 9e-13


def test_an_ill_conditioned_output_is_allowed_more():
    allowed = tolerance(np.array([1.0]), np.array([1e6]), "float64", 10)
    assert allowed[0] > 9e-7


def test_a_long_reduction_is_allowed_more():
    short, long = (tolerance(np.array([1.0]), 0.0, "float64", n) for n in (64, 6400))
    assert long[0] == pytest.approx(10 * short[0], rel=1e-12)


def test_where_all_is_exactly_zero_a_few_roundings_are_allowed():
    allowed = tolerance(np.zeros(2), 0.0, "float64", 1)
    assert allowed.tolist() == pytest.approx([2**-40, 2**-40])


def test_a_tiny_output_is_judged_by_its_own_size():
    assert tolerance(np.array([1e-17]), 0.0, "float64", 1)[0] < 1e-28


def test_infinite_values_do_not_widen_the_tolerance():
    assert np.isfinite(tolerance(np.array([1.0, np.inf]), 0.0, "float64", 1)).all()


def test_the_loose_tolerance_is_a_thousandth_of_the_largest_value():
    assert loose(np.array([1.0, 1000.0])) == pytest.approx([1.0, 1.0])


@given(
    arrays.arrays(np.float64, arrays.array_shapes(min_dims=0, min_side=0), elements=st.floats(-1e300, 1e300)),
    st.sampled_from(sorted(PRECISIONS)),
    st.integers(1, 10**6),
    st.floats(0.0, 1e6),
)
def test_what_is_allowed_everywhere_is_allowed_at_each_element(expected, dtype, terms, response):
    assert (allowed_everywhere(expected, dtype, terms) <= tolerance(expected, response, dtype, terms)).all()


@pytest.mark.parametrize("strange", [np.inf, -np.inf, np.nan])
def test_where_a_value_is_no_number_nothing_is_allowed_everywhere(strange):
    assert np.isnan(allowed_everywhere(np.array([1.0, strange]), "float64", 1))
