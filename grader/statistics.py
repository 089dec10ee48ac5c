"""Exact tests of random outputs, each at a false alarm rate of 1e-9.

Two sided binomial tails by summation, Laurent-Massart bounds for chi-square, and Dvoretzky-Kiefer-Wolfowitz (with
Massart's constant) for whole distributions: all hold for every sample size.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np

ALPHA = 1e-9
SIGMAS = 6.109  # two-sided normal quantile of ALPHA
Array = np.ndarray[Any, Any]


def binomial_tail(count: int, n: int, p: float) -> float:
    """Return the smaller of P[X <= count] and P[X >= count] for X ~ Bin(n, p)."""
    if p <= 0.0 or p >= 1.0:
        return 1.0 if count == round(n * p) else 0.0
    if count > n * p:
        return _lower_tail(n - count, n, 1 - p)
    return _lower_tail(count, n, p)


def _lower_tail(count: int, n: int, p: float) -> float:
    """Return P[X <= count] for count <= n p: the terms shrink from the first one on."""
    if count < 0:
        return 0.0
    log_term = math.lgamma(n + 1) - math.lgamma(count + 1) - math.lgamma(n - count + 1)
    log_term += count * math.log(p) + (n - count) * math.log1p(-p)
    term = total = 1.0
    odds = (1 - p) / p
    for k in range(count, 0, -1):
        term *= k / (n - k + 1) * odds
        total += term
        if term < 1e-17 * total:
            break
    return min(1.0, math.exp(log_term) * total)


def is_binomial(count: int, n: int, p: float, alpha: float = ALPHA) -> bool:
    """Whether a count agrees with Bin(n, p), two-sided."""
    return 2 * binomial_tail(count, n, p) >= alpha


def largest_probability(n: int, p: float) -> float:
    """Return about the probability of the likeliest count of Bin(n, p)."""
    return min(1.0, 1 / math.sqrt(2 * math.pi * max(n * p * (1 - p), 0.16)))


def counts_vary(counts: Array, n: int, p: float) -> bool:
    """Whether counts may well be independent Bin(n, p): not all the same, unless that is likely."""
    if len(counts) < 2 or np.unique(counts).size > 1:
        return True
    return largest_probability(n, p) ** (len(counts) - 1) >= ALPHA


def counts_fit(counts: Array, n: int, p: float) -> bool:
    """Whether the smallest and the largest of several counts agree with Bin(n, p) (union bound)."""
    alpha = ALPHA / (2 * len(counts))
    return all(binomial_tail(int(count), n, p) >= alpha for count in (counts.min(), counts.max()))


def mean_fits(values: Array, mean: float, sd: float) -> bool:
    """Whether the mean of independent normal values is right."""
    return bool(abs(float(values.mean()) - mean) <= SIGMAS * sd / math.sqrt(values.size))


def variance_fits(values: Array, mean: float, sd: float) -> bool:
    """Whether the variance of independent normal values is right."""
    n, t = values.size, math.log(2 / ALPHA)
    q = float(np.square((values - mean) / sd).sum())
    return n - 2 * math.sqrt(n * t) <= q <= n + 2 * math.sqrt(n * t) + 2 * t


def distribution_fits(probabilities: Array) -> bool:
    """Whether F(x) of independent values x is uniform on [0, 1]."""
    ordered = np.sort(probabilities, axis=None)
    n = ordered.size
    steps = np.arange(n + 1) / n
    distance = max(float((steps[1:] - ordered).max()), float((ordered - steps[:-1]).max()))
    return distance <= math.sqrt(math.log(2 / ALPHA) / (2 * n))


def within_bounds(values: Array, bound: float) -> bool:
    """Whether values uniform on [-bound, bound] stay inside it and come close to it."""
    largest = float(np.abs(values).max())
    return largest <= bound * (1 + 1e-6) and largest > bound * (1 - 21 / values.size)


def normal_cdf(z: Array) -> Array:
    """Return the standard normal distribution function, to 2e-7."""
    t = 1 / (1 + 0.5 * np.abs(z) / math.sqrt(2))
    x = np.abs(z) / math.sqrt(2)
    terms = (
        -1.26551223,
        1.00002368,
        0.37409196,
        0.09678418,
        -0.18628806,
        0.27886807,
        -1.13520398,
        1.48851587,
        -0.82215223,
        0.17087277,
    )
    polynomial = np.zeros_like(t)
    for coefficient in reversed(terms):
        polynomial = polynomial * t + coefficient
    upper = t * np.exp(-x * x + polynomial) / 2
    return np.where(z > 0, 1 - upper, upper)
