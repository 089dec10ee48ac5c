"""How a variant is drawn: numbers are redrawn until no known wrong value could be taken for the answer."""

import functools
import math
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from quiz.bank.numeric import Generator, Numeric, generator

TRIES = 200
THREE_DIGITS = 5.1e-3  # relative tolerance: three significant digits are enough
SEPARATION = 3.0  # values nearer than this many tolerances count as the same

Value = TypeVar("Value")


def variant(draw: Generator) -> Generator:
    """The registered generator, which redraws until answer and wrong values all differ by more than the tolerance."""

    @functools.wraps(draw)
    def drawn(rng: np.random.Generator) -> Numeric:
        for _ in range(TRIES):
            question = _plain(draw(rng))
            if is_distinct(question):
                return question
        raise ValueError(f"{draw.__name__} found no numbers that tell its wrong values from the answer")

    return generator(drawn)


def _plain(question: Numeric) -> Numeric:
    """The question with ordinary Python floats for NumPy's."""
    wrong = [(float(value), why) for value, why in question.wrong]
    return replace(question, answer=float(question.answer), wrong=wrong)


def is_distinct(question: Numeric) -> bool:
    """Whether the answer and all wrong values are finite and pairwise told apart."""
    values = [question.answer, *(value for value, _ in question.wrong)]
    return all(math.isfinite(value) for value in values) and not any(
        _alike(first, second, question) for first, second in combinations(values, 2)
    )


def _alike(first: float, second: float, question: Numeric) -> bool:
    if question.integer:
        return first == second
    scale = max(abs(first), abs(second))
    return abs(first - second) <= SEPARATION * max(question.atol, question.rtol * scale, 1e-9)


def pick(rng: np.random.Generator, values: Sequence[Value]) -> Value:
    """One of the values, all equally likely."""
    return values[int(rng.integers(len(values)))]


def whole(rng: np.random.Generator, low: int, high: int) -> int:
    """A whole number from low to high, both included."""
    return int(rng.integers(low, high + 1))


def tenths(rng: np.random.Generator, low: int, high: int, count: int) -> NDArray[np.float64]:
    """That many numbers with one decimal, from low/10 to high/10, none of them zero."""
    values = [v for v in range(low, high + 1) if v != 0]
    return np.array([pick(rng, values) for _ in range(count)]) / 10


def show(value: float) -> str:
    """The number as a prompt prints it: at most ten significant digits, no trailing zeros."""
    return f"{value:.10g}"


def tex(value: float) -> str:
    r"""The number to four significant digits, as LaTeX: 0.2387, 12.5 or 6.1 \cdot 10^{-5}."""
    digits = f"{value:.4g}"
    if "e" not in digits:
        return digits
    mantissa, exponent = digits.split("e")
    return rf"{mantissa} \cdot 10^{{{int(exponent)}}}"


def signed(value: float) -> str:
    """The number, in brackets when it is negative, for use after an operator."""
    return f"({show(value)})" if value < 0 else show(value)


def row(values: Sequence[float] | NDArray[Any]) -> str:
    r"""The values as a LaTeX row (1,\ 2,\ 3)."""
    return "(" + ",\\ ".join(show(float(value)) for value in values) + ")"


def matrix(values: NDArray[Any]) -> str:
    """The two-dimensional array as a LaTeX matrix."""
    rows = " \\\\ ".join(" & ".join(show(float(value)) for value in line) for line in values)
    return rf"\begin{{pmatrix}} {rows} \end{{pmatrix}}"
