"""Numbers as shades: a value by its size and sign, an error by its share of the largest one. Shades are class names."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

STEPS = 5
WORDS = {"nan": math.nan, "inf": math.inf, "-inf": -math.inf}


def number(value: Any) -> float | None:
    """The value as a number; None where it is none."""
    if isinstance(value, str):
        return WORDS.get(value)
    return float(value) if isinstance(value, int | float) else None


def flat(values: Any) -> Iterator[Any]:
    if isinstance(values, list):
        for item in values:
            yield from flat(item)
    else:
        yield values


def largest(values: Iterable[Any]) -> float:
    """The largest size of a finite number among them; 0 where there is none."""
    found = (number(value) for value in values)
    return max((abs(each) for each in found if each is not None and math.isfinite(each)), default=0.0)


def difference(value: Any, wanted: Any) -> float:
    """How far two values are apart: 0 for the same (NaN is the same as NaN), infinite where no number says it."""
    if value == wanted:
        return 0.0
    first, second = number(value), number(wanted)
    if first is None or second is None:
        return math.inf
    error = abs(first - second)
    return math.inf if math.isnan(error) else error


def value_shade(value: Any, top: float) -> str:
    """`plus3`, `minus1`, `zero`; `nan` and `inf` have shades of their own."""
    found = number(value)
    if found is None:
        return "zero"
    if math.isnan(found):
        return "nan"
    if math.isinf(found):
        return "inf"
    step = level(abs(found), top)
    return f"{'plus' if found > 0 else 'minus'}{step}" if step else "zero"


def error_shade(error: float, tolerance: float, top: float) -> str:
    """`right` within the tolerance, else `wrong1` to `wrong5`."""
    if error <= tolerance:
        return "right"
    return f"wrong{max(1, level(error, top)) if math.isfinite(error) else STEPS}"


def level(size: float, top: float) -> int:
    return min(STEPS, math.ceil(STEPS * math.sqrt(size / top))) if top > 0 else 0


@dataclass(frozen=True)
class Bar:
    """Neighbouring cells of one shade in one row of an overview."""

    x: int
    y: int
    width: int
    shade: str


@dataclass(frozen=True)
class Overview:
    """A whole slice as a picture: where it is wrong, and which part of it the tables show."""

    width: int
    height: int
    bars: list[Bar]
    window: tuple[int, int, int, int]


def overview(shades: list[list[str]], rows: range, columns: range) -> Overview:
    bars = []
    for y, row in enumerate(shades):
        x = 0
        for shade, same in groupby(row):
            width = len(list(same))
            bars.append(Bar(x, y, width, shade))
            x += width
    window = (columns.start, rows.start, len(columns), len(rows))
    return Overview(len(shades[0]), len(shades), bars, window)
