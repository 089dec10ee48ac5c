"""Smaller and simpler versions of a case's inputs: fewer rows and channels, shorter lists, small round numbers."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

import numpy as np

from grader.sandbox import wire

Array = np.ndarray[Any, Any]
Inputs = dict[str, Any]
MAX_CANDIDATES = 150
MAX_COMBINATIONS = 250
MULTIPLES = range(2, 9)


def cost(inputs: Inputs) -> tuple[int, int]:
    """Return how much there is to read in some inputs: values first, then digits."""
    values, digits = 0, 0
    for _, leaf in wire.leaves(inputs):
        if type(leaf) is np.ndarray:
            values += leaf.size
            digits += sum(_digits(number) for number in leaf.reshape(-1)[:400].tolist())
        else:
            values += 1
            digits += _digits(leaf)
    return values, digits


def _digits(value: Any) -> int:
    return len(f"{value:g}") + 8 * (float(f"{value:g}") != value) if type(value) is float else len(str(value))


def smaller(inputs: Inputs) -> list[Inputs]:
    """Return inputs with fewer values, the fewest first; many of them make no sense to a function."""
    return _ordered(inputs, itertools.chain(_resized(inputs), _shortened(inputs)))


def simpler(inputs: Inputs, *, kink: bool) -> list[Inputs]:
    """Return inputs with rounder values, the simplest first; with `kink` ties and zeros may appear."""
    return _ordered(inputs, _simplified(inputs, kink))


def _ordered(inputs: Inputs, found: Iterable[Inputs]) -> list[Inputs]:
    """Return what has less to read than the inputs, each once."""
    now = cost(inputs)
    costs: dict[bytes, tuple[tuple[int, int], Inputs]] = {}
    for one in found:
        price = cost(one)
        if price < now:
            costs.setdefault(wire.encode(one), (price, one))
    ordered = sorted(costs.values(), key=lambda item: item[0])
    return [one for _, one in ordered[:MAX_CANDIDATES]]


def mapped(value: Any, change: Callable[[Any], Any]) -> Any:
    """Return a value with its leaves changed."""
    if type(value) in (list, tuple):
        return type(value)(mapped(item, change) for item in value)
    if type(value) is dict:
        return {key: mapped(item, change) for key, item in value.items()}
    changed = change(value)
    return np.asarray(changed) if isinstance(changed, np.generic) else changed  # arithmetic on a 0-d array gives such


def _sizes(inputs: Inputs) -> list[int]:
    """Return the sizes of all axes; axes of one size belong together."""
    shapes = [leaf.shape for _, leaf in wire.leaves(inputs) if type(leaf) is np.ndarray]
    return sorted({n for shape in shapes for n in shape if n > 1})


def _resized(inputs: Inputs) -> Iterator[Inputs]:
    sizes = _sizes(inputs)
    numbers = {leaf for _, leaf in wire.leaves(inputs) if type(leaf) is int}
    for targets in _targets(sizes):
        yield _with_sizes(inputs, targets, numbers=False)
        if numbers & set(targets):
            yield _with_sizes(inputs, targets, numbers=True)


def _targets(sizes: list[int]) -> Iterator[dict[int, int]]:
    """Yield which sizes become which: everything small, one alone, a multiple with what it is a multiple of."""
    options = [[1, 2, n] if n > 2 else [1, n] for n in sizes]
    if math.prod(len(option) for option in options) > MAX_COMBINATIONS:
        yield from (dict(zip(sizes, [target] * len(sizes), strict=True)) for target in (1, 2))
        for n in sizes:
            yield from ({n: 1}, {n: 2})
            yield {m: 1 for m in sizes if m != n}
            yield {m: 2 for m in sizes if m != n}
    else:
        yield from (dict(zip(sizes, chosen, strict=True)) for chosen in itertools.product(*options))
    for n, factor in itertools.product(sizes, MULTIPLES):
        if n * factor in sizes:
            for target in (1, 2):
                yield {n: target, n * factor: target * factor}
                yield {m: target for m in sizes if m != n * factor} | {n * factor: target * factor}
    for one, other in itertools.combinations_with_replacement(sizes, 2):  # an image and its convolution
        for less in (1, 2):
            if min(one, other) > less:
                yield {one: one - less, other: other - less}


def _with_sizes(inputs: Inputs, targets: dict[int, int], *, numbers: bool) -> Inputs:
    """Return inputs with shorter axes; class labels stay below a shorter axis."""

    def change(leaf: Any) -> Any:
        if type(leaf) is int and numbers:
            return targets.get(leaf, leaf)
        if type(leaf) is not np.ndarray:
            return leaf
        cut = leaf[tuple(slice(targets.get(n, n)) for n in leaf.shape)]
        if cut.dtype.kind in "iu" and leaf.size and leaf.min() >= 0:
            above = [n for n in targets if leaf.max() < n]
            if above and targets[min(above)] <= leaf.max():
                cut = cut % targets[min(above)]
        return np.ascontiguousarray(cut).reshape(cut.shape)

    return {name: mapped(value, change) for name, value in inputs.items()}


def _shortened(inputs: Inputs) -> Iterator[Inputs]:
    """Yield inputs with fewer elements in their lists, lists of one length together."""
    lengths = {len(value) for value in inputs.values() if type(value) is list and len(value) > 1}
    for length in sorted(lengths):
        for kept in (slice(1), slice(length // 2), slice(length - 1), slice(1, None)):
            yield {
                name: value[kept] if type(value) is list and len(value) == length else value
                for name, value in inputs.items()
            }
    for name, value in inputs.items():
        if type(value) is list and 1 < len(value) <= 12:
            for i in range(len(value)):
                yield {**inputs, name: value[:i] + value[i + 1 :]}


def _simplified(inputs: Inputs, kink: bool) -> Iterator[Inputs]:
    """Yield inputs with simpler values: everywhere, and in one argument alone."""
    yield from _round(inputs, kink)
    for name, value in inputs.items():
        for style in _STYLES:
            yield {**inputs, name: mapped(value, partial(style, kink=kink))}
        if type(value) is float:
            yield from ({**inputs, name: float(f"{value:.{digits}g}")} for digits in (1, 2))
        if type(value) is int and value > 1:
            yield from ({**inputs, name: number} for number in (1, 2, value - 1) if number > 0)


def _round(inputs: Inputs, kink: bool) -> Iterator[Inputs]:
    for style in _STYLES:
        yield {name: mapped(value, partial(style, kink=kink)) for name, value in inputs.items()}


def _counted(leaf: Any, kink: bool) -> Any:
    """Return an array of small numbers that all differ, with the signs and within the bounds of the given one."""
    if not _is_free(leaf) or kink:
        return leaf
    count = np.arange(1, leaf.size + 1).reshape(leaf.shape)
    if leaf.min() >= 0 and leaf.max() <= 1:
        return np.round(count / (leaf.size + 1), 2 if leaf.size < 50 else 4)
    return np.where(leaf < 0, -1.0, 1.0) * count


def _rounded(leaf: Any, kink: bool, digits: int) -> Any:
    """Return an array rounded to few digits, where its values stay apart from one another and from 0."""
    if not _is_free(leaf):
        return leaf
    largest = float(np.abs(leaf).max())
    places = digits - 1 - math.floor(math.log10(largest)) if largest else 0
    found = np.round(leaf, places)
    apart = kink or (
        np.count_nonzero(found) == np.count_nonzero(leaf) and np.unique(found).size == np.unique(leaf).size
    )
    return found if apart else leaf


def _ones(leaf: Any, kink: bool) -> Any:
    return np.ones_like(leaf) if _is_free(leaf) and not kink else leaf


def _is_free(leaf: Any) -> bool:
    """Whether an array's values may be changed: finite floats, and no probabilities."""
    if type(leaf) is not np.ndarray or leaf.dtype.kind != "f" or not leaf.size or not np.isfinite(leaf).all():
        return False
    sums = leaf.sum(axis=-1) if leaf.ndim and leaf.min() >= 0 else np.zeros(1)
    return not bool((np.abs(sums - 1) < 1e-9).all())


_STYLES: tuple[Callable[..., Any], ...] = (_counted, *(partial(_rounded, digits=n) for n in (1, 2, 3)), _ones)
