import math
from fractions import Fraction

import numpy as np
import pytest

from grader import statistics


@pytest.mark.parametrize(("n", "p"), [(1, 0.5), (7, 0.3), (40, 0.1), (200, 0.95)])
def test_binomial_tails_agree_with_exact_arithmetic(n, p):
    exact = Fraction(p)
    terms = [math.comb(n, k) * exact**k * (1 - exact) ** (n - k) for k in range(n + 1)]
    for k in range(n + 1):
        wanted = float(sum(terms[: k + 1]) if k <= n * p else sum(terms[k:]))
        assert statistics.binomial_tail(k, n, p) == pytest.approx(wanted, rel=1e-9)


def test_a_certain_event_has_one_count():
    assert statistics.is_binomial(0, 10, 0.0)
    assert statistics.is_binomial(10, 10, 1.0)
    assert not statistics.is_binomial(9, 10, 1.0)


@pytest.mark.parametrize("offset", [0.0, 0.025])
def test_the_acceptance_region_is_as_wide_as_alpha_says(offset):
    assert statistics.is_binomial(round(10_000 * (0.3 + offset)), 10_000, 0.3)


@pytest.mark.parametrize("offset", [0.029, -0.029])
def test_a_rate_that_is_off_by_three_points_is_seen(offset):
    assert not statistics.is_binomial(round(10_000 * (0.3 + offset)), 10_000, 0.3)


def test_normal_samples_pass(rng):
    values = rng.normal(2.0, 3.0, size=20_000)
    assert statistics.mean_fits(values, 2.0, 3.0)
    assert statistics.variance_fits(values, 2.0, 3.0)
    assert statistics.distribution_fits(statistics.normal_cdf((values - 2.0) / 3.0))


def test_a_deviation_of_ten_percent_is_seen(rng):
    assert not statistics.variance_fits(rng.normal(0.0, 1.1, size=20_000), 0.0, 1.0)


def test_a_uniform_sample_is_not_normal(rng):
    values = rng.uniform(-math.sqrt(3), math.sqrt(3), size=20_000)
    assert statistics.variance_fits(values, 0.0, 1.0)
    assert not statistics.distribution_fits(statistics.normal_cdf(values))


def test_uniform_bounds_are_exact(rng):
    values = rng.uniform(-0.5, 0.5, size=20_000)
    assert statistics.within_bounds(values, 0.5)
    assert not statistics.within_bounds(values, 0.49)
    assert not statistics.within_bounds(values, 0.52)


def test_the_normal_distribution_function_is_right():
    z = np.linspace(-5, 5, 41)
    wanted = [0.5 * math.erfc(-v / math.sqrt(2)) for v in z]
    assert np.abs(statistics.normal_cdf(z) - wanted).max() < 3e-7


def test_equal_counts_are_suspicious_only_where_they_are_unlikely():
    assert not statistics.counts_vary(np.full(50, 30), 100, 0.3)
    assert statistics.counts_vary(np.full(2, 1), 2, 0.5)
    assert statistics.counts_vary(np.array([30, 31]), 100, 0.3)
