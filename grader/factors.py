"""Numbers that mistakes are made of, by name: sizes of axes, what is built from them, and the arguments themselves."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator
from typing import Any

import numpy as np

from grader.sandbox import wire

CONSTANTS = {
    "2": 2.0,
    "1/2": 0.5,
    "0": 0.0,
    "ln 2": math.log(2),
    "1/ln 2": 1 / math.log(2),
    "the square root of 2": math.sqrt(2),
    "1 over the square root of 2": math.sqrt(0.5),
}


def name(ratio: float, inputs: dict[str, Any]) -> str | None:
    """Return a number in words, from the sizes and numbers among the inputs, or None."""
    allowed = 1e-6 * max(abs(ratio), 1e-3)
    known = [*CONSTANTS.items(), *_candidates(inputs)]
    for words, value in known:
        if abs(value - ratio) <= allowed:
            return words
    return next((f"minus {words}" for words, value in known if value and abs(value + ratio) <= allowed), None)


def argument(offset: float, inputs: dict[str, Any]) -> str | None:
    """Return the argument that is this number, or its opposite, or None."""
    numbers = {path: leaf for path, leaf in wire.leaves(inputs) if type(leaf) in (int, float)}
    for path, leaf in numbers.items():
        if leaf and abs(abs(offset) - abs(leaf)) <= 1e-6 * abs(leaf):
            return path if (offset > 0) == (leaf > 0) else f"-{path}"
    return None


def _candidates(inputs: dict[str, Any]) -> Iterator[tuple[str, float]]:
    found = wire.leaves(inputs)
    for path, leaf in found:
        if type(leaf) in (int, float) and math.isfinite(leaf) and 0 < abs(leaf) < 1e100:
            yield from _of_number(path, float(leaf))
    for path, leaf in found:
        if type(leaf) is np.ndarray:
            for axis, n in enumerate(leaf.shape):
                if n > 1:
                    yield from _of_size(f"n = {n} the size of axis {axis} of `{path}`", n)
    for path, leaf in found:
        if type(leaf) is np.ndarray and leaf.ndim > 1:
            yield from _of_products(path, leaf.shape)


def _of_number(path: str, value: float) -> Iterator[tuple[str, float]]:
    yield path, value
    yield f"1/{path}", 1 / value
    yield f"1-{path}", 1.0 - value
    if value != 1:
        yield f"1/(1-{path})", 1 / (1 - value)
    yield f"{path} squared", value * value
    if value > 0:
        yield f"the square root of {path}", math.sqrt(value)
        yield f"1 over the square root of {path}", 1 / math.sqrt(value)


def _of_size(what: str, n: int) -> Iterator[tuple[str, float]]:
    yield f"n, with {what}", float(n)
    yield f"1/n, with {what}", 1 / n
    yield f"n/(n-1), with {what}", n / (n - 1)
    yield f"(n-1)/n, with {what}", (n - 1) / n
    yield f"the square root of n, with {what}", math.sqrt(n)
    yield f"1 over the square root of n, with {what}", 1 / math.sqrt(n)
    yield f"the square root of n/(n-1), with {what}", math.sqrt(n / (n - 1))
    yield f"the square root of (n-1)/n, with {what}", math.sqrt((n - 1) / n)
    yield f"n squared, with {what}", float(n * n)
    yield f"1 over n squared, with {what}", 1 / (n * n)


def _of_products(path: str, shape: tuple[int, ...]) -> Iterator[tuple[str, float]]:
    size = math.prod(shape)
    if size > 1:
        yield f"the number of values in `{path}`", float(size)
        yield f"1 over the size of `{path}`", 1 / size
    for length in range(2, len(shape)):
        for axes in itertools.combinations(range(len(shape)), length):
            product = math.prod(shape[axis] for axis in axes)
            if product > 1:
                where = f"the number of values along the axes {axes} of `{path}`"
                yield where, float(product)
                yield f"1 over {where}", 1 / product
                yield f"the square root of {where}", math.sqrt(product)
